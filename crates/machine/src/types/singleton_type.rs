//! The hash of `None`, and `None` in unions of types (`Objects/object.c`, `Objects/unionobject.c`).

use heapglass_heap::static_type::StaticType;

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

/// What `hash(None)` is since 3.12.
const HASH_OF_NONE: i64 = 0xfca8_6420;

fn none_hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.hash(m, HASH_OF_NONE)
}

fn none_or(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.union_of(arguments.self_, arguments.positional[0])
}

fn none_ror(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.union_of(arguments.positional[0], arguments.self_)
}

/// What `None` has besides.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(StaticType::NoneType, "__hash__", none_hash),
    NativeRow::slot(StaticType::NoneType, "__or__", none_or),
    NativeRow::slot(StaticType::NoneType, "__ror__", none_ror),
];
