//! The list of files that bring native functions. The order is that of the rows' numbers; a new file goes at the end.

use super::NativeRow;
use crate::{generator, method};

/// One entry a file.
pub const FILES: &[&[NativeRow]] = &[
    method::int::ROWS,
    method::float::ROWS,
    method::complex::ROWS,
    method::str::ROWS,
    method::list::ROWS,
    method::tuple::ROWS,
    method::slice::ROWS,
    method::dict::ROWS,
    method::dict_view::KEYS_ROWS,
    method::dict_view::VALUES_ROWS,
    method::dict_view::ITEMS_ROWS,
    method::dict_view::KEYS_SET_ROWS,
    method::dict_view::ITEMS_SET_ROWS,
    method::dict_view::ITERATOR_ROWS,
    method::set::SET_ROWS,
    method::set::FROZEN_SHARED_ROWS,
    method::set::MUTABLE_ROWS,
    method::set::FROZEN_ROWS,
    method::range::ROWS,
    method::iterator::ROWS,
    method::iterator::CALLABLE_ROWS,
    generator::methods::ROWS,
];
