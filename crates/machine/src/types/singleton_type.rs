//! The hash of `None` (`Objects/object.c`).

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

/// What `None` has besides.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(StaticType::NoneType, "__hash__", none_hash),
];
