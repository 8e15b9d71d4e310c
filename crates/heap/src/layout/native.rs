//! Types of extension modules. All follow the same rules: references are dropped in turn, buffers are freed.

use super::{Field, layout};
use crate::static_type::StaticType;

layout! {
    /// Python/context.c.
    context {
        PREVIOUS "prev" 16 Ref,
        VARS "vars" 24 Ref,
        WEAKLIST "weakreflist" 32 WeakList,
        ENTERED "entered" 40 I32,
    }
}
layout! {
    /// Python/context.c.
    context_var {
        NAME "name" 16 Ref,
        DEFAULT "default" 24 Ref,
        CACHED "cached" 32 Borrowed,
        CACHED_THREAD "cached_tsid" 40 Word,
        CACHED_VERSION "cached_tsver" 48 Word,
        HASH "hash" 56 Signed,
    }
}
layout! {
    /// Python/context.c.
    token {
        CONTEXT "ctx" 16 Ref,
        VAR "var" 24 Ref,
        OLD_VALUE "oldval" 32 Ref,
        USED "used" 40 I32,
    }
}
layout! {
    /// Objects/typevarobject.c.
    type_var {
        NAME "name" 16 Ref,
        BOUND "bound" 24 Ref,
        EVALUATE_BOUND "evaluate_bound" 32 Ref,
        CONSTRAINTS "constraints" 40 Ref,
        EVALUATE_CONSTRAINTS "evaluate_constraints" 48 Ref,
        COVARIANT "covariant" 56 U8,
        CONTRAVARIANT "contravariant" 57 U8,
        INFER_VARIANCE "infer_variance" 58 U8,
    }
}
layout! {
    /// Objects/typevarobject.c.
    type_var_tuple {
        NAME "name" 16 Ref,
    }
}
layout! {
    /// Objects/typevarobject.c.
    param_spec {
        NAME "name" 16 Ref,
        BOUND "bound" 24 Ref,
        COVARIANT "covariant" 32 U8,
        CONTRAVARIANT "contravariant" 33 U8,
        INFER_VARIANCE "infer_variance" 34 U8,
    }
}
layout! {
    /// Objects/typevarobject.c.
    param_spec_part {
        ORIGIN "origin" 16 Ref,
    }
}
layout! {
    /// Objects/typevarobject.c.
    type_alias {
        NAME "name" 16 Ref,
        TYPE_PARAMS "type_params" 24 Ref,
        COMPUTE_VALUE "compute_value" 32 Ref,
        VALUE "value" 40 Ref,
        MODULE "module" 48 Ref,
    }
}
layout! {
    /// Fields of named tuples (Modules/_collectionsmodule.c).
    tuple_getter {
        DOC "doc" 24 Ref,
        INDEX "index" 16 Signed,
    }
}
layout! {
    /// Modules/_functoolsmodule.c.
    cmp_to_key {
        CMP "cmp" 16 Ref,
        OBJECT "object" 24 Ref,
    }
}
layout! {
    /// A link of the list of a `functools.lru_cache` (Modules/_functoolsmodule.c). The list owns its links.
    lru_link {
        PREVIOUS "prev" 16 Borrowed,
        NEXT "next" 24 Borrowed,
        KEY "key" 40 Ref,
        RESULT "result" 48 Ref,
        HASH "hash" 32 Signed,
    }
}
layout! {
    /// Modules/_operator.c.
    item_getter {
        ITEM "item" 24 Ref,
        COUNT "nitems" 16 Signed,
        INDEX "index" 32 Signed,
        VECTORCALL "vectorcall" 40 Pointer,
    }
}
layout! {
    /// Modules/_operator.c.
    attr_getter {
        ATTR "attr" 24 Ref,
        COUNT "nattrs" 16 Signed,
        VECTORCALL "vectorcall" 32 Pointer,
    }
}
layout! {
    /// Modules/_operator.c.
    method_caller {
        NAME "name" 16 Ref,
        ARGS "args" 24 Ref,
        KEYWORDS "kwds" 32 Ref,
    }
}
layout! {
    /// Modules/_io/stringio.c. The buffer holds code points of four bytes.
    string_io {
        BUFFER "buf" 16 Buffer,
        POSITION "pos" 24 Signed,
        STRING_SIZE "string_size" 32 Signed,
        BUFFER_SIZE "buf_size" 40 Word,
        STATE "state" 48 I32,
        WRITER "writer.buffer" 56 Ref,
        OK "ok" 112 U8,
        CLOSED "closed" 113 U8,
        READ_UNIVERSAL "readuniversal" 114 U8,
        READ_TRANSLATE "readtranslate" 115 U8,
        DECODER "decoder" 120 Ref,
        READ_NEWLINE "readnl" 128 Ref,
        WRITE_NEWLINE "writenl" 136 Ref,
        DICT "dict" 144 Ref,
        WEAKLIST "weakreflist" 152 WeakList,
    }
}
layout! {
    /// Modules/_io/bytesio.c.
    bytes_io {
        BUFFER "buf" 16 Ref,
        POSITION "pos" 24 Signed,
        STRING_SIZE "string_size" 32 Signed,
        DICT "dict" 40 Ref,
        WEAKLIST "weakreflist" 48 WeakList,
        EXPORTS "exports" 56 Signed,
    }
}
layout! {
    /// Modules/_io/bytesio.c, `bytesiobuf`: what a memory view of the content keeps.
    bytes_io_buffer {
        SOURCE "source" 16 Ref,
    }
}
layout! {
    /// Modules/_io/textio.c. What is not named here is not used.
    text_io {
        OK "ok" 16 I32,
        DETACHED "detached" 20 I32,
        CHUNK_SIZE "chunk_size" 24 Signed,
        BUFFER "buffer" 32 Ref,
        ENCODING "encoding" 40 Ref,
        ENCODER "encoder" 48 Ref,
        DECODER "decoder" 56 Ref,
        READ_NEWLINE "readnl" 64 Ref,
        ERRORS "errors" 72 Ref,
        WRITE_NEWLINE "writenl" 80 Word,
        FLAGS "flags" 88 Word,
        WEAKLIST "weakreflist" 176 WeakList,
        DICT "dict" 184 Ref,
    }
}
layout! {
    /// Modules/_threadmodule.c.
    lock {
        LOCK "lock_lock" 16 Word,
        WEAKLIST "in_weakreflist" 24 WeakList,
        LOCKED "locked" 32 U8,
    }
}
layout! {
    /// Modules/_threadmodule.c.
    rlock {
        LOCK "rlock_lock" 16 Word,
        OWNER "rlock_owner" 24 Word,
        COUNT "rlock_count" 32 Word,
        WEAKLIST "in_weakreflist" 40 WeakList,
    }
}
layout! {
    /// Modules/_sre/sre.h.
    regex_pattern {
        GROUP_INDEX "groupindex" 32 Ref,
        INDEX_GROUP "indexgroup" 40 Ref,
        PATTERN "pattern" 48 Ref,
        GROUPS "groups" 24 Signed,
        FLAGS "flags" 56 I32,
        WEAKLIST "weakreflist" 64 WeakList,
        IS_BYTES "isbytes" 72 I32,
        CODE_SIZE "codesize" 80 Signed,
    }
}
layout! {
    /// Modules/_sre/sre.h. Marks follow at 80.
    regex_match {
        STRING "string" 24 Ref,
        REGS "regs" 32 Ref,
        PATTERN "pattern" 40 Ref,
        POSITION "pos" 48 Signed,
        END_POSITION "endpos" 56 Signed,
        LAST_INDEX "lastindex" 64 Signed,
        GROUPS "groups" 72 Signed,
    }
}
layout! {
    /// Modules/_sre/sre.h; positions are numbers here, not pointers into the text.
    regex_scanner {
        PATTERN "pattern" 16 Ref,
        START "state.start" 40 Signed,
        END "state.end" 48 Signed,
        STRING "state.string" 56 Ref,
        POSITION "state.pos" 144 Signed,
        END_POSITION "state.endpos" 152 Signed,
        MUST_ADVANCE "state.must_advance" 196 I32,
    }
}
layout! {
    /// Modules/_json.c.
    json_scanner {
        STRICT "strict" 16 U8,
        OBJECT_HOOK "object_hook" 24 Ref,
        OBJECT_PAIRS_HOOK "object_pairs_hook" 32 Ref,
        PARSE_FLOAT "parse_float" 40 Ref,
        PARSE_INT "parse_int" 48 Ref,
        PARSE_CONSTANT "parse_constant" 56 Ref,
        MEMO "memo" 64 Ref,
    }
}
layout! {
    /// Modules/_struct.c.
    struct_object {
        FORMAT "format" 40 Ref,
        SIZE "size" 16 Signed,
        LENGTH "len" 24 Signed,
        CODES "codes" 32 Buffer,
        WEAKLIST "weakreflist" 48 WeakList,
    }
}
layout! {
    /// Modules/_decimal/_decimal.c; up to four words of digits lie in the object, more in a buffer.
    decimal {
        HASH "hash" 16 Signed,
        FLAGS "dec.flags" 24 U8,
        EXPONENT "dec.exp" 32 Signed,
        DIGITS "dec.digits" 40 Signed,
        LENGTH "dec.len" 48 Signed,
        ALLOCATED "dec.alloc" 56 Signed,
        DATA "dec.data" 64 Buffer,
        WORDS "data[0]" 72 Word,
        WORD_1 "data[1]" 80 Word,
        WORD_2 "data[2]" 88 Word,
        WORD_3 "data[3]" 96 Word,
    }
}
layout! {
    /// Modules/_decimal/_decimal.c.
    decimal_context {
        PRECISION "ctx.prec" 16 Signed,
        MOST "ctx.emax" 24 Signed,
        LEAST "ctx.emin" 32 Signed,
        TRAPS "ctx.traps" 40 U32,
        STATUS "ctx.status" 44 U32,
        NEW_TRAP "ctx.newtrap" 48 U32,
        ROUNDING "ctx.round" 52 I32,
        CLAMP "ctx.clamp" 56 I32,
        ALL_ROUNDED "ctx.allcr" 60 I32,
        TRAPS_DICT "traps" 64 Ref,
        FLAGS_DICT "flags" 72 Ref,
        CAPITALS "capitals" 80 I32,
        THREAD "tstate" 88 Pointer,
    }
}
layout! {
    /// Modules/_decimal/_decimal.c.
    signal_dict {
        FLAGS "flags" 16 Pointer,
    }
}
layout! {
    /// Modules/_decimal/_decimal.c.
    decimal_context_manager {
        LOCAL "local" 16 Ref,
        GLOBAL "global" 24 Ref,
    }
}
layout! {
    /// Include/datetime.h.
    date {
        HASH "hashcode" 16 Signed,
        HAS_TZINFO "hastzinfo" 24 U8,
        YEAR_HIGH "data[0]" 25 U8,
        YEAR_LOW "data[1]" 26 U8,
        MONTH "data[2]" 27 U8,
        DAY "data[3]" 28 U8,
    }
}
layout! {
    /// Include/datetime.h.
    time {
        TZINFO "tzinfo" 32 Ref,
        HASH "hashcode" 16 Signed,
        HAS_TZINFO "hastzinfo" 24 U8,
        HOUR "data[0]" 25 U8,
        MINUTE "data[1]" 26 U8,
        SECOND "data[2]" 27 U8,
        MICRO_HIGH "data[3]" 28 U8,
        MICRO_MIDDLE "data[4]" 29 U8,
        MICRO_LOW "data[5]" 30 U8,
        FOLD "fold" 31 U8,
    }
}
layout! {
    /// Include/datetime.h.
    datetime {
        TZINFO "tzinfo" 40 Ref,
        HASH "hashcode" 16 Signed,
        HAS_TZINFO "hastzinfo" 24 U8,
        YEAR_HIGH "data[0]" 25 U8,
        YEAR_LOW "data[1]" 26 U8,
        MONTH "data[2]" 27 U8,
        DAY "data[3]" 28 U8,
        HOUR "data[4]" 29 U8,
        MINUTE "data[5]" 30 U8,
        SECOND "data[6]" 31 U8,
        MICRO_HIGH "data[7]" 32 U8,
        MICRO_MIDDLE "data[8]" 33 U8,
        MICRO_LOW "data[9]" 34 U8,
        FOLD "fold" 35 U8,
    }
}
layout! {
    /// Include/datetime.h.
    timedelta {
        HASH "hashcode" 16 Signed,
        DAYS "days" 24 I32,
        SECONDS "seconds" 28 I32,
        MICROSECONDS "microseconds" 32 I32,
    }
}
layout! {
    /// Modules/_datetimemodule.c.
    timezone {
        OFFSET "offset" 16 Ref,
        NAME "name" 24 Ref,
    }
}
layout! {
    /// Modules/_randommodule.c; 624 words of 32 bits follow.
    random {
        INDEX "index" 16 I32,
        STATE "state[0]" 20 U32,
    }
}
layout! {
    /// Modules/_lsprof.c; the entries and the contexts are rows of two tables.
    profiler {
        FUNCTIONS "functions" 16 Ref,
        ENTRIES "profilerEntries" 24 Buffer,
        ENTRIES_LENGTH "entries" 32 Word,
        ENTRIES_ROOM "entries_allocated" 40 Word,
        CONTEXTS "currentProfilerContext" 48 Buffer,
        CONTEXTS_LENGTH "contexts" 56 Word,
        CONTEXTS_ROOM "contexts_allocated" 64 Word,
        FLAGS "flags" 72 Word,
    }
}
layout! {
    /// `PyArrayObject_fields` of NumPy 1.26 (numpy/ndarraytypes.h). Where NumPy keeps a capsule of its allocator lies the
    /// block that the array owns, or null in a view; the letter of the item's type lies in the padding after the flags.
    nd_array {
        DATA "data" 16 Pointer,
        ND "nd" 24 I32,
        DIMENSIONS "dimensions" 32 Buffer,
        STRIDES "strides" 40 Pointer,
        BASE "base" 48 Ref,
        DESCR "descr" 56 Ref,
        FLAGS "flags" 64 I32,
        CODE "padding" 68 U8,
        WEAKLIST "weakreflist" 72 WeakList,
        BUFFER_INFO "_buffer_info" 80 Pointer,
        OWNED "mem_handler" 88 Buffer,
    }
}
layout! {
    /// `PyInt64ScalarObject` and its like (numpy/arrayscalars.h).
    nd_scalar {
        VALUE "obval" 16 Word,
    }
}

pub(super) const fn fields(which: StaticType) -> Option<&'static [Field]> {
    Some(match which {
        StaticType::Context => context::FIELDS,
        StaticType::ContextVar => context_var::FIELDS,
        StaticType::Token => token::FIELDS,
        StaticType::TypeVar => type_var::FIELDS,
        StaticType::TypeVarTuple => type_var_tuple::FIELDS,
        StaticType::ParamSpec => param_spec::FIELDS,
        StaticType::ParamSpecArgs | StaticType::ParamSpecKwargs => param_spec_part::FIELDS,
        StaticType::TypeAliasType => type_alias::FIELDS,
        StaticType::TupleGetter => tuple_getter::FIELDS,
        StaticType::CmpToKey => cmp_to_key::FIELDS,
        StaticType::LruListElement => lru_link::FIELDS,
        StaticType::ItemGetter => item_getter::FIELDS,
        StaticType::AttrGetter => attr_getter::FIELDS,
        StaticType::MethodCaller => method_caller::FIELDS,
        StaticType::StringIO => string_io::FIELDS,
        StaticType::BytesIO => bytes_io::FIELDS,
        StaticType::BytesIOBuffer => bytes_io_buffer::FIELDS,
        StaticType::TextIOWrapper => text_io::FIELDS,
        StaticType::Lock => lock::FIELDS,
        StaticType::RLock => rlock::FIELDS,
        StaticType::RegexPattern => regex_pattern::FIELDS,
        StaticType::RegexMatch => regex_match::FIELDS,
        StaticType::RegexScanner => regex_scanner::FIELDS,
        StaticType::Struct => struct_object::FIELDS,
        StaticType::JsonScanner => json_scanner::FIELDS,
        StaticType::Decimal => decimal::FIELDS,
        StaticType::DecimalContext => decimal_context::FIELDS,
        StaticType::SignalDictMixin => signal_dict::FIELDS,
        StaticType::DecimalContextManager => decimal_context_manager::FIELDS,
        StaticType::Date => date::FIELDS,
        StaticType::Time => time::FIELDS,
        StaticType::DateTime => datetime::FIELDS,
        StaticType::TimeDelta => timedelta::FIELDS,
        StaticType::TimeZone => timezone::FIELDS,
        StaticType::RandomGenerator => random::FIELDS,
        StaticType::Profiler => profiler::FIELDS,
        StaticType::NdArray => nd_array::FIELDS,
        StaticType::NdScalar => nd_scalar::FIELDS,
        _ => return None,
    })
}
