//! The three allocation domains of CPython.

/// Who asks for memory (`Include/cpython/pymem.h`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Domain {
    /// `PyMem_Raw*`: straight to `malloc`, and not counted by `sys.getallocatedblocks()`.
    Raw,
    /// `PyMem_*`: buffers of lists, tables of dicts. Small requests go to pymalloc.
    Mem,
    /// `PyObject_*`: objects themselves. Small requests go to pymalloc.
    Object,
}
