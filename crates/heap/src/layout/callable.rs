//! Functions, methods, descriptors and what they are made of.

use super::{Field, layout};
use crate::static_type::StaticType;

layout! {
    /// Include/cpython/funcobject.h.
    function {
        CODE "code" 48 Ref,
        GLOBALS "globals" 16 Ref,
        MODULE "module" 104 Ref,
        DEFAULTS "defaults" 56 Ref,
        KWDEFAULTS "kwdefaults" 64 Ref,
        DOC "doc" 80 Ref,
        NAME "name" 32 Ref,
        DICT "dict" 88 Ref,
        CLOSURE "closure" 72 Ref,
        ANNOTATIONS "annotations" 112 Ref,
        BUILTINS "builtins" 24 Ref,
        QUALNAME "qualname" 40 Ref,
        TYPEPARAMS "typeparams" 120 Ref,
        WEAKLIST "weakreflist" 96 WeakList,
        VECTORCALL "vectorcall" 128 Pointer,
        VERSION "version" 136 U32,
    }
}
layout! {
    /// Include/cpython/methodobject.h.
    builtin_function {
        DEFINITION "ml" 16 Pointer,
        SELF "self" 24 Ref,
        MODULE "module" 32 Ref,
        WEAKLIST "weakreflist" 40 WeakList,
        VECTORCALL "vectorcall" 48 Pointer,
    }
}
layout! {
    /// Include/cpython/classobject.h.
    method {
        FUNC "func" 16 Ref,
        SELF "self" 24 Ref,
        WEAKLIST "weakreflist" 32 WeakList,
        VECTORCALL "vectorcall" 40 Pointer,
    }
}
layout! {
    /// Method descriptors and class method descriptors (Include/cpython/descrobject.h).
    method_descriptor {
        TYPE "type" 16 Ref,
        NAME "name" 24 Ref,
        QUALNAME "qualname" 32 Ref,
        DEFINITION "method" 40 Pointer,
        VECTORCALL "vectorcall" 48 Pointer,
    }
}
layout! {
    /// Slot wrappers: `int.__add__`.
    wrapper_descriptor {
        TYPE "type" 16 Ref,
        NAME "name" 24 Ref,
        QUALNAME "qualname" 32 Ref,
        DEFINITION "base" 40 Pointer,
        WRAPPED "wrapped" 48 Pointer,
    }
}
layout! {
    /// Getset and member descriptors.
    data_descriptor {
        TYPE "type" 16 Ref,
        NAME "name" 24 Ref,
        QUALNAME "qualname" 32 Ref,
        DEFINITION "definition" 40 Pointer,
    }
}
layout! {
    /// Bound slot wrappers: `(1).__add__`.
    method_wrapper {
        DESCRIPTOR "descr" 16 Ref,
        SELF "self" 24 Ref,
    }
}
layout! {
    /// Objects/descrobject.c.
    property {
        GET "get" 16 Ref,
        SET "set" 24 Ref,
        DELETE "del" 32 Ref,
        DOC "doc" 40 Ref,
        NAME "name" 48 Ref,
        GETTER_DOC "getter_doc" 56 I32,
    }
}
layout! {
    /// `staticmethod` and `classmethod` (Objects/funcobject.c).
    wrapped_method {
        CALLABLE "callable" 16 Ref,
        DICT "dict" 24 Ref,
    }
}
layout! {
    /// Objects/typeobject.c.
    super_object {
        TYPE "type" 16 Ref,
        OBJECT "obj" 24 Ref,
        OBJECT_TYPE "obj_type" 32 Ref,
    }
}
layout! {
    /// Include/cpython/cellobject.h.
    cell {
        CONTENTS "ref" 16 Ref,
    }
}
layout! {
    /// Modules/_functoolsmodule.c.
    partial {
        FUNC "fn" 16 Ref,
        ARGS "args" 24 Ref,
        KEYWORDS "kw" 32 Ref,
        DICT "dict" 40 Ref,
        WEAKLIST "weakreflist" 48 WeakList,
        VECTORCALL "vectorcall" 56 Pointer,
    }
}
layout! {
    /// Modules/_functoolsmodule.c. It begins like a link of its own list, the root.
    lru_cache {
        PREVIOUS "root.prev" 16 Borrowed,
        NEXT "root.next" 24 Borrowed,
        CACHE "cache" 72 Ref,
        FUNC "func" 88 Ref,
        KEYWORD_MARK "kwd_mark" 112 Ref,
        LINK_TYPE "lru_list_elem_type" 120 Ref,
        CACHE_INFO_TYPE "cache_info_type" 128 Ref,
        DICT "dict" 136 Ref,
        WRAPPER "wrapper" 56 Pointer,
        TYPED "typed" 64 I32,
        HITS "hits" 80 Signed,
        MAXSIZE "maxsize" 96 Signed,
        MISSES "misses" 104 Signed,
        WEAKLIST "weakreflist" 144 WeakList,
    }
}

pub(super) const fn fields(which: StaticType) -> Option<&'static [Field]> {
    Some(match which {
        StaticType::Function => function::FIELDS,
        StaticType::BuiltinFunction => builtin_function::FIELDS,
        StaticType::Method => method::FIELDS,
        StaticType::MethodDescriptor | StaticType::ClassMethodDescriptor => method_descriptor::FIELDS,
        StaticType::WrapperDescriptor => wrapper_descriptor::FIELDS,
        StaticType::GetSetDescriptor | StaticType::MemberDescriptor => data_descriptor::FIELDS,
        StaticType::MethodWrapper => method_wrapper::FIELDS,
        StaticType::Property => property::FIELDS,
        StaticType::StaticMethod | StaticType::ClassMethod => wrapped_method::FIELDS,
        StaticType::Super => super_object::FIELDS,
        StaticType::Cell => cell::FIELDS,
        StaticType::Partial => partial::FIELDS,
        StaticType::LruCacheWrapper => lru_cache::FIELDS,
        _ => return None,
    })
}
