//! Numbers, texts and containers: the fixed part of each.

use super::{Field, layout};
use crate::static_type::StaticType;

layout! {
    /// Include/cpython/longintrepr.h. The digits follow.
    int {
        TAG "tag" 16 Word,
    }
}
layout! {
    /// Include/cpython/floatobject.h.
    float {
        VALUE "fval" 16 Double,
    }
}
layout! {
    /// Include/cpython/complexobject.h.
    complex {
        REAL "real" 16 Double,
        IMAGINARY "imag" 24 Double,
    }
}
layout! {
    /// Include/cpython/unicodeobject.h; an ASCII str ends after the state.
    str_object {
        LENGTH "length" 16 Signed,
        HASH "hash" 24 Signed,
        STATE "state" 32 U32,
    }
}
layout! {
    /// Include/cpython/bytesobject.h. The bytes follow.
    bytes {
        LENGTH "size" 16 Signed,
        HASH "shash" 24 Signed,
    }
}
layout! {
    /// Include/cpython/bytearrayobject.h.
    bytearray {
        LENGTH "size" 16 Signed,
        ALLOCATED "alloc" 24 Signed,
        BUFFER "bytes" 32 Buffer,
        START "start" 40 Pointer,
        EXPORTS "exports" 48 Signed,
    }
}
layout! {
    /// Include/cpython/listobject.h.
    list {
        LENGTH "size" 16 Signed,
        ITEMS "item" 24 Buffer,
        ALLOCATED "allocated" 32 Signed,
    }
}
layout! {
    /// Include/cpython/tupleobject.h. The items follow.
    tuple {
        LENGTH "size" 16 Signed,
    }
}
layout! {
    /// Include/cpython/dictobject.h.
    dict {
        USED "used" 16 Signed,
        VERSION "version_tag" 24 Word,
        KEYS "keys" 32 Pointer,
        VALUES "values" 40 Pointer,
    }
}
layout! {
    /// A dict with a factory (Modules/_collectionsmodule.c).
    default_dict {
        FACTORY "default_factory" 48 Ref,
        USED "used" 16 Signed,
        VERSION "version_tag" 24 Word,
        KEYS "keys" 32 Pointer,
        VALUES "values" 40 Pointer,
    }
}
layout! {
    /// A dict with links between its keys (Objects/odictobject.c).
    ordered_dict {
        DICT "inst_dict" 96 Ref,
        USED "used" 16 Signed,
        VERSION "version_tag" 24 Word,
        KEYS "keys" 32 Pointer,
        VALUES "values" 40 Pointer,
        FAST_NODES "fast_nodes" 48 Buffer,
        FAST_NODES_SIZE "fast_nodes_size" 56 Signed,
        RESIZE_SENTINEL "resize_sentinel" 64 Pointer,
        STATE "state" 72 Word,
        FIRST "first" 80 Pointer,
        LAST "last" 88 Pointer,
        WEAKLIST "weakreflist" 104 WeakList,
    }
}
layout! {
    /// Include/cpython/setobject.h. The small table is at 64.
    set {
        FILL "fill" 16 Signed,
        USED "used" 24 Signed,
        MASK "mask" 32 Signed,
        TABLE "table" 40 Pointer,
        HASH "hash" 48 Signed,
        FINGER "finger" 56 Signed,
        WEAKLIST "weakreflist" 192 WeakList,
    }
}
layout! {
    /// Objects/rangeobject.c.
    range {
        START "start" 16 Ref,
        STOP "stop" 24 Ref,
        STEP "step" 32 Ref,
        LENGTH "length" 40 Ref,
    }
}
layout! {
    /// Include/sliceobject.h. A dying slice drops its step first.
    slice {
        START "start" 16 Ref,
        STOP "stop" 24 Ref,
        STEP "step" 32 Ref,
    }
}
layout! {
    /// `types.MappingProxyType` (Objects/descrobject.c).
    mapping_proxy {
        MAPPING "mapping" 16 Ref,
    }
}
layout! {
    /// `dict.keys()` and its like.
    dict_view {
        DICT "dict" 16 Ref,
    }
}
layout! {
    /// Include/cpython/memoryobject.h. Shapes and strides follow. The object looked at is owned by the view itself.
    memory_view {
        BASE "mbuf" 24 Ref,
        HASH "hash" 32 Signed,
        FLAGS "flags" 40 I32,
        EXPORTS "exports" 48 Signed,
        BUFFER "view.buf" 56 Pointer,
        OBJECT "view.obj" 64 Borrowed,
        LENGTH "view.len" 72 Signed,
        ITEM_SIZE "view.itemsize" 80 Signed,
        READONLY "view.readonly" 88 I32,
        DIMENSIONS "view.ndim" 92 I32,
        FORMAT "view.format" 96 Word,
        SHAPE "view.shape" 104 Pointer,
        STRIDES "view.strides" 112 Pointer,
        SUBOFFSETS "view.suboffsets" 120 Pointer,
        INTERNAL "view.internal" 128 Word,
        WEAKLIST "weakreflist" 136 WeakList,
    }
}
layout! {
    /// What the views of one buffer share (Objects/memoryobject.c).
    managed_buffer {
        FLAGS "flags" 16 I32,
        EXPORTS "exports" 24 Signed,
        BUFFER "master.buf" 32 Pointer,
        OBJECT "master.obj" 40 Ref,
        LENGTH "master.len" 48 Signed,
        ITEM_SIZE "master.itemsize" 56 Signed,
        READONLY "master.readonly" 64 I32,
        DIMENSIONS "master.ndim" 68 I32,
        FORMAT "master.format" 72 Word,
        SHAPE "master.shape" 80 Pointer,
        STRIDES "master.strides" 88 Pointer,
        SUBOFFSETS "master.suboffsets" 96 Pointer,
        INTERNAL "master.internal" 104 Word,
    }
}
layout! {
    /// Modules/arraymodule.c.
    array {
        LENGTH "size" 16 Signed,
        BUFFER "item" 24 Buffer,
        ALLOCATED "allocated" 32 Signed,
        DESCRIPTION "descr" 40 Word,
        WEAKLIST "weakreflist" 48 WeakList,
        EXPORTS "exports" 56 Signed,
    }
}
layout! {
    /// Modules/_collectionsmodule.c. Blocks of 64 items, linked both ways: link @0, items @8, link @520.
    deque {
        LENGTH "size" 16 Signed,
        LEFT_BLOCK "leftblock" 24 Pointer,
        RIGHT_BLOCK "rightblock" 32 Pointer,
        LEFT_INDEX "leftindex" 40 Signed,
        RIGHT_INDEX "rightindex" 48 Signed,
        STATE "state" 56 Word,
        MAXLEN "maxlen" 64 Signed,
        FREE_BLOCK_COUNT "numfreeblocks" 72 Signed,
        FREE_BLOCKS "freeblocks" 80 Pointer,
        WEAKLIST "weakreflist" 208 WeakList,
    }
}

pub(super) const fn fields(which: StaticType) -> Option<&'static [Field]> {
    Some(match which {
        StaticType::Int | StaticType::Bool => int::FIELDS,
        StaticType::Float => float::FIELDS,
        StaticType::Complex => complex::FIELDS,
        StaticType::Str => str_object::FIELDS,
        StaticType::Bytes => bytes::FIELDS,
        StaticType::ByteArray => bytearray::FIELDS,
        StaticType::List => list::FIELDS,
        StaticType::Dict => dict::FIELDS,
        StaticType::DefaultDict => default_dict::FIELDS,
        StaticType::OrderedDict => ordered_dict::FIELDS,
        StaticType::Set | StaticType::FrozenSet => set::FIELDS,
        StaticType::Range => range::FIELDS,
        StaticType::Slice => slice::FIELDS,
        StaticType::MappingProxy => mapping_proxy::FIELDS,
        StaticType::DictKeys
        | StaticType::DictValues
        | StaticType::DictItems
        | StaticType::OrderedDictKeys
        | StaticType::OrderedDictValues
        | StaticType::OrderedDictItems => dict_view::FIELDS,
        StaticType::MemoryView => memory_view::FIELDS,
        StaticType::ManagedBuffer => managed_buffer::FIELDS,
        StaticType::Array => array::FIELDS,
        StaticType::Deque => deque::FIELDS,
        _ if which.row().kind as u8 == crate::kind::Kind::Tuple as u8 => tuple::FIELDS,
        _ => return None,
    })
}
