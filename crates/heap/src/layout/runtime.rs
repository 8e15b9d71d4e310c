//! What runs: code, frames, generators, tracebacks, modules; and weak references and types.

use super::{Field, layout};
use crate::static_type::StaticType;

layout! {
    /// Include/cpython/code.h. The bytecode follows. References in the order in which a dying code object drops them.
    code {
        CONSTS "consts" 24 Ref,
        NAMES "names" 32 Ref,
        LOCALSPLUSNAMES "localsplusnames" 96 Ref,
        LOCALSPLUSKINDS "localspluskinds" 104 Ref,
        FILENAME "filename" 112 Ref,
        NAME "name" 120 Ref,
        QUALNAME "qualname" 128 Ref,
        LINETABLE "linetable" 136 Ref,
        EXCEPTIONTABLE "exceptiontable" 40 Ref,
        UNITS "size" 16 Signed,
        FLAGS "flags" 48 I32,
        ARGCOUNT "argcount" 52 I32,
        POSONLYARGCOUNT "posonlyargcount" 56 I32,
        KWONLYARGCOUNT "kwonlyargcount" 60 I32,
        STACKSIZE "stacksize" 64 I32,
        FIRSTLINENO "firstlineno" 68 I32,
        NLOCALSPLUS "nlocalsplus" 72 I32,
        FRAMESIZE "framesize" 76 I32,
        NLOCALS "nlocals" 80 I32,
        NCELLVARS "ncellvars" 84 I32,
        NFREEVARS "nfreevars" 88 I32,
        VERSION "version" 92 U32,
        WEAKLIST "weakreflist" 144 WeakList,
        CACHED "cached" 152 Pointer,
        INSTRUMENTATION_VERSION "instrumentation_version" 160 Word,
        MONITORING "monitoring" 168 Pointer,
        FIRSTTRACEABLE "firsttraceable" 176 I32,
        INDEX "index of the compiled tables" 180 U32,
        EXTRA "extra" 184 Pointer,
    }
}

/// Where the bytecode of a code object begins.
pub const BYTECODE: u64 = 192;

layout! {
    /// Include/internal/pycore_frame.h. The interpreter frame of a call that has ended follows at 48.
    frame {
        BACK "back" 16 Ref,
        TRACE "trace" 32 Ref,
        FRAME "frame" 24 Pointer,
        LINENO "lineno" 40 I32,
        TRACE_LINES "trace_lines" 44 U8,
        TRACE_OPCODES "trace_opcodes" 45 U8,
        FAST_AS_LOCALS "fast_as_locals" 46 U8,
    }
}

/// Where a frame object keeps its own interpreter frame.
pub const FRAME_DATA: u64 = 48;

layout! {
    /// Generators, coroutines and asynchronous generators (Include/cpython/genobject.h). The interpreter frame follows at 72.
    generator {
        NAME "name" 24 Ref,
        QUALNAME "qualname" 32 Ref,
        EXC_VALUE "exc_state.exc_value" 40 Ref,
        ORIGIN_OR_FINALIZER "origin_or_finalizer" 56 Ref,
        WEAKLIST "weakreflist" 16 WeakList,
        EXC_PREVIOUS "exc_state.previous_item" 48 Pointer,
        HOOKS_INITED "hooks_inited" 64 U8,
        CLOSED "closed" 65 U8,
        RUNNING_ASYNC "running_async" 66 U8,
        FRAME_STATE "frame_state" 67 I8,
    }
}

/// Where the interpreter frame of a generator begins.
pub const GENERATOR_FRAME: u64 = 72;

layout! {
    /// `__await__()` of a coroutine.
    coroutine_wrapper {
        COROUTINE "coroutine" 16 Ref,
    }
}
layout! {
    /// `asend()` and `athrow()` of an asynchronous generator.
    async_step {
        GENERATOR "gen" 16 Ref,
        VALUE "value" 24 Ref,
        STATE "state" 32 I32,
    }
}
layout! {
    /// What an asynchronous generator yields, in its wrapping.
    wrapped_value {
        VALUE "agw_val" 16 Ref,
    }
}
layout! {
    /// `anext(iterator, default)`.
    anext_awaitable {
        WRAPPED "wrapped" 16 Ref,
        DEFAULT "default_value" 24 Ref,
    }
}
layout! {
    /// Include/cpython/traceback.h.
    traceback {
        NEXT "next" 16 Ref,
        FRAME "frame" 24 Ref,
        LASTI "lasti" 32 I32,
        LINENO "lineno" 36 I32,
    }
}
layout! {
    /// Objects/moduleobject.c.
    module {
        DICT "dict" 16 Ref,
        NAME "name" 48 Ref,
        DEFINITION "def" 24 Word,
        STATE "state" 32 Pointer,
        WEAKLIST "weaklist" 40 WeakList,
    }
}
layout! {
    /// Include/cpython/weakrefobject.h.
    weakref {
        CALLBACK "callback" 24 Ref,
        OBJECT "object" 16 Borrowed,
        HASH "hash" 32 Signed,
        PREVIOUS "prev" 40 Pointer,
        NEXT "next" 48 Pointer,
        VECTORCALL "vectorcall" 56 Pointer,
    }
}
layout! {
    /// Types: those words that are references; see [`crate::static_type::field`] for all.
    type_object {
        DICT "dict" 264 Ref,
        CACHE "cache" 352 Ref,
        MRO "mro" 344 Ref,
        BASES "bases" 336 Ref,
        BASE "base" 256 Ref,
        MODULE "module" 888 Ref,
        NAME_TEXT "name" 24 Pointer,
        BASIC_SIZE "basicsize" 32 Signed,
        ITEM_SIZE "itemsize" 40 Signed,
        FLAGS "flags" 168 Word,
        WEAKLIST_OFFSET "weaklistoffset" 208 Signed,
        DICT_OFFSET "dictoffset" 288 Signed,
        WEAKLIST "weaklist" 368 WeakList,
        VERSION_TAG "version_tag" 384 U32,
        HEAP_NAME "ht_name" 856 Borrowed,
        HEAP_SLOTS "ht_slots" 864 Borrowed,
        HEAP_QUALNAME "ht_qualname" 872 Borrowed,
        CACHED_KEYS "ht_cached_keys" 880 Pointer,
    }
}
layout! {
    /// `list[int]` (Objects/genericaliasobject.c).
    generic_alias {
        ORIGIN "origin" 16 Ref,
        ARGS "args" 24 Ref,
        PARAMETERS "parameters" 32 Ref,
        WEAKLIST "weakreflist" 40 WeakList,
        STARRED "starred" 48 U8,
        VECTORCALL "vectorcall" 56 Pointer,
    }
}
layout! {
    /// `int | str` (Objects/unionobject.c).
    union_type {
        ARGS "args" 16 Ref,
        PARAMETERS "parameters" 24 Ref,
    }
}
layout! {
    /// `types.SimpleNamespace`.
    simple_namespace {
        DICT "dict" 16 Ref,
    }
}

pub(super) const fn fields(which: StaticType) -> Option<&'static [Field]> {
    Some(match which {
        StaticType::Code => code::FIELDS,
        StaticType::Frame => frame::FIELDS,
        StaticType::Generator | StaticType::Coroutine | StaticType::AsyncGenerator => generator::FIELDS,
        StaticType::CoroutineWrapper => coroutine_wrapper::FIELDS,
        StaticType::AsyncGenASend | StaticType::AsyncGenAThrow => async_step::FIELDS,
        StaticType::AsyncGenWrappedValue => wrapped_value::FIELDS,
        StaticType::AnextAwaitable => anext_awaitable::FIELDS,
        StaticType::Traceback => traceback::FIELDS,
        StaticType::Module => module::FIELDS,
        StaticType::WeakReference | StaticType::WeakProxy | StaticType::WeakCallableProxy => weakref::FIELDS,
        StaticType::Type => type_object::FIELDS,
        StaticType::GenericAlias => generic_alias::FIELDS,
        StaticType::UnionType => union_type::FIELDS,
        StaticType::SimpleNamespace => simple_namespace::FIELDS,
        _ => return None,
    })
}
