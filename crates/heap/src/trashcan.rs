//! The trashcan.
pub(crate) fn note() {}
