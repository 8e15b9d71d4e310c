//! `heapglass` as a library: what the command line does, for tests and for people without a browser.

pub use heapglass_trace as trace;
