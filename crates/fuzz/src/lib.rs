//! Random heap programs, and the laws that hold for every program: each reference is accounted for after every
//! instruction, a run repeats itself byte for byte, and any way to a step leads to the same machine.
//!
//! [`generate`] writes programs that allocate, alias, store, delete and collect. [`laws`] judges one. [`shrink`] makes a
//! failing one small enough to read. [`source`] searches for program texts that break the engine. Programs that once failed stay in `tests/fuzz`, where a test judges them again.

pub mod generate;
pub mod laws;
pub mod random;
pub mod shrink;
pub mod source;
pub mod travel;
pub mod truth;
