//! Every limit has a name (decision D10).

use heapglass_words::limits as words;

/// What a program may use before it is stopped with a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Instructions.
    pub steps: u64,
    /// Bytes of simulated memory.
    pub heap_bytes: u64,
    /// Work of native code that no instruction counts: rounds of its loops, digits multiplied, kilobytes copied.
    pub work: u64,
    /// Python frames (`sys.getrecursionlimit()`), as CPython counts them.
    pub recursion: u32,
    /// What native code that calls back may use up (`C_RECURSION_LIMIT`): an evaluation loop counts 2, a `repr`, a comparison
    /// or a call of a native function 1.
    pub native_depth: u32,
    /// Native iterators that may ask each other for an item.
    pub iterator_depth: u32,
    /// Bytes of output.
    pub output_bytes: u64,
    /// Bytes of source.
    pub source_bytes: u64,
    /// Bytes that a recording may keep. When it has more, every second checkpoint is given up: going there takes longer.
    pub recording_bytes: u64,
    /// Steps between the first checkpoints of a recording. It doubles with every thinning.
    pub checkpoint_steps: u64,
    /// Interpreters that may run inside each other (`subprocess`).
    pub processes: u32,
}

/// A limit that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// So many instructions.
    Steps(u64),
    /// Work of native code.
    Work,
    /// So many bytes of memory.
    Memory(u64),
    /// Work of matching a pattern.
    Pattern,
    /// So many bytes of output.
    Output(u64),
    /// So many bytes of error output.
    ErrorOutput(u64),
}

impl Limit {
    /// Why the program was stopped, in the middle of a sentence.
    pub fn words(self) -> String {
        match self {
            Self::Steps(most) => words::steps(&most.to_string()),
            Self::Work => words::work().to_owned(),
            Self::Memory(most) => words::memory(&most.to_string()),
            Self::Pattern => words::pattern().to_owned(),
            Self::Output(most) => words::output(&most.to_string()),
            Self::ErrorOutput(most) => words::error_output(&most.to_string()),
        }
    }
}

/// `C_RECURSION_LIMIT`.
const C_RECURSION: u32 = 1500;
/// What fits a host's stack of one megabyte, as a browser gives it to a worker.
pub const SMALL_STACK_DEPTH: u32 = 400;

/// Nested native iterators.
const ITERATORS: u32 = 20_000;
/// Nested native iterators that fit a small stack.
pub const SMALL_STACK_ITERATORS: u32 = 400;

impl Limits {
    /// The usual limits, with those of a host whose stack has one megabyte.
    pub fn small_stack() -> Self {
        Self { native_depth: SMALL_STACK_DEPTH, iterator_depth: SMALL_STACK_ITERATORS, ..Self::default() }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            steps: 100_000_000,
            work: 100_000_000,
            heap_bytes: 512 << 20,
            recursion: 1000,
            // In a browser the host's stack ends earlier.
            native_depth: if cfg!(target_family = "wasm") { SMALL_STACK_DEPTH } else { C_RECURSION },
            iterator_depth: if cfg!(target_family = "wasm") { SMALL_STACK_ITERATORS } else { ITERATORS },
            output_bytes: 10 << 20,
            source_bytes: 1 << 20,
            recording_bytes: 256 << 20,
            checkpoint_steps: 1 << 15,
            processes: 2,
        }
    }
}
