//! Iterators of the builtin types.

use super::{Field, layout};
use crate::static_type::StaticType;

layout! {
    /// Iterators that hold a sequence and a position: of list, tuple, str, bytes, bytearray, and of objects with `__getitem__`.
    sequence {
        INDEX "index" 16 Signed,
        SEQUENCE "seq" 24 Ref,
    }
}
layout! {
    /// Iterators of dicts and of dict views, forwards and backwards.
    dict {
        DICT "dict" 16 Ref,
        USED "used" 24 Signed,
        POSITION "pos" 32 Signed,
        RESULT "result" 40 Ref,
        LENGTH "len" 48 Signed,
    }
}
layout! {
    /// Iterators of sets.
    set {
        SET "set" 16 Ref,
        USED "used" 24 Signed,
        POSITION "pos" 32 Signed,
        LENGTH "len" 40 Signed,
    }
}
layout! {
    /// Iterators of ranges whose numbers fit a C long.
    range {
        START "start" 16 Signed,
        STEP "step" 24 Signed,
        LENGTH "len" 32 Signed,
    }
}
layout! {
    /// Iterators of other ranges.
    long_range {
        START "start" 16 Ref,
        STEP "step" 24 Ref,
        LENGTH "len" 32 Ref,
    }
}
layout! {
    /// `iter(callable, sentinel)`.
    callable {
        CALLABLE "callable" 16 Ref,
        SENTINEL "sentinel" 24 Ref,
    }
}
layout! {
    /// Objects/enumobject.c.
    enumerate {
        INDEX "index" 16 Signed,
        ITERATOR "sit" 24 Ref,
        RESULT "result" 32 Ref,
        LONG_INDEX "longindex" 40 Ref,
        ONE "one" 48 Ref,
    }
}
layout! {
    /// Python/bltinmodule.c.
    zip {
        ITERATORS "ittuple" 24 Ref,
        RESULT "result" 32 Ref,
        SIZE "tuplesize" 16 Signed,
        STRICT "strict" 40 I32,
    }
}
layout! {
    /// Python/bltinmodule.c.
    map {
        ITERATORS "iters" 16 Ref,
        FUNC "func" 24 Ref,
    }
}
layout! {
    /// Python/bltinmodule.c.
    filter {
        FUNC "func" 16 Ref,
        ITERATOR "it" 24 Ref,
    }
}
layout! {
    /// Iterators of memoryviews.
    memory {
        INDEX "index" 16 Signed,
        SEQUENCE "seq" 24 Ref,
        LENGTH "length" 32 Signed,
        FORMAT "fmt" 40 Word,
    }
}
layout! {
    /// Objects/genericaliasobject.c.
    generic_alias {
        OBJECT "obj" 16 Ref,
    }
}
layout! {
    /// Iterators of OrderedDicts.
    ordered_dict {
        KIND "kind" 16 I32,
        DICT "odict" 24 Ref,
        SIZE "size" 32 Signed,
        STATE "state" 40 Word,
        RESULT "result" 48 Ref,
        CURRENT "current" 56 Ref,
    }
}
layout! {
    /// Iterators of deques.
    deque {
        DEQUE "deque" 32 Ref,
        BLOCK "b" 16 Pointer,
        INDEX "index" 24 Signed,
        STATE "state" 40 Word,
        COUNTER "counter" 48 Signed,
    }
}
layout! {
    /// Iterators of arrays.
    array {
        INDEX "index" 16 Signed,
        ARRAY "ao" 24 Ref,
        GET_ITEM "getitem" 32 Pointer,
    }
}

pub(super) const fn fields(which: StaticType) -> Option<&'static [Field]> {
    Some(match which {
        StaticType::ListIterator
        | StaticType::ListReverseIterator
        | StaticType::TupleIterator
        | StaticType::StrAsciiIterator
        | StaticType::StrIterator
        | StaticType::BytesIterator
        | StaticType::ByteArrayIterator
        | StaticType::SequenceIterator
        | StaticType::Reversed => sequence::FIELDS,
        StaticType::DictKeyIterator
        | StaticType::DictValueIterator
        | StaticType::DictItemIterator
        | StaticType::DictReverseKeyIterator
        | StaticType::DictReverseValueIterator
        | StaticType::DictReverseItemIterator => dict::FIELDS,
        StaticType::SetIterator => set::FIELDS,
        StaticType::RangeIterator => range::FIELDS,
        StaticType::LongRangeIterator => long_range::FIELDS,
        StaticType::CallableIterator => callable::FIELDS,
        StaticType::Enumerate => enumerate::FIELDS,
        StaticType::Zip => zip::FIELDS,
        StaticType::Map => map::FIELDS,
        StaticType::Filter => filter::FIELDS,
        StaticType::MemoryIterator => memory::FIELDS,
        StaticType::GenericAliasIterator => generic_alias::FIELDS,
        StaticType::OrderedDictIterator => ordered_dict::FIELDS,
        StaticType::DequeIterator | StaticType::DequeReverseIterator => deque::FIELDS,
        StaticType::ArrayIterator => array::FIELDS,
        _ => return None,
    })
}
