//! The list of files that bring native functions. The order is that of the rows' numbers; a new file goes at the end.

use super::NativeRow;
use crate::method;

/// One entry a file.
pub const FILES: &[&[NativeRow]] = &[
    method::int::ROWS,
    method::float::ROWS,
    method::complex::ROWS,
    method::str::ROWS,
    method::list::ROWS,
    method::tuple::ROWS,
    method::slice::ROWS,
];
