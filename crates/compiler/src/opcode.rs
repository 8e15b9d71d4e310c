//! The instruction set of CPython 3.12: numbers, names, inline cache sizes and stack effects.
