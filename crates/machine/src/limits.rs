//! Every limit has a name (decision D10).

/// What a program may use before it is stopped with a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Instructions.
    pub steps: u64,
    /// Bytes of simulated memory.
    pub heap_bytes: u64,
    /// Python frames (`sys.getrecursionlimit()`), as CPython counts them.
    pub recursion: u32,
    /// What native code that calls back may use up (`C_RECURSION_LIMIT`): an evaluation loop counts 2, a `repr`, a comparison
    /// or a call of a native function 1.
    pub native_depth: u32,
    /// Bytes of output.
    pub output_bytes: u64,
    /// Bytes of source.
    pub source_bytes: u64,
    /// Interpreters that may run inside each other (`subprocess`).
    pub processes: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            steps: 100_000_000,
            heap_bytes: 512 << 20,
            recursion: 1000,
            // In a browser the host's stack ends earlier.
            native_depth: if cfg!(target_arch = "wasm32") { 400 } else { 1500 },
            output_bytes: 10 << 20,
            source_bytes: 1 << 20,
            processes: 2,
        }
    }
}
