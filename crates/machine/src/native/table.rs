//! The list of files that bring native functions. The order is that of the rows' numbers; a new file goes at the end.

use super::NativeRow;

/// One entry a file.
pub const FILES: &[&[NativeRow]] = &[];
