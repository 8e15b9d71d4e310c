//! Which CPython is being modelled.
//!
//! Code asks the profile a question in the domain's words; it never compares version numbers.

/// The constants and switches of one CPython micro version.
#[derive(Debug, PartialEq, Eq)]
pub struct Profile {
    /// What `sys.version_info` begins with, as text.
    pub version: &'static str,
    /// Bytes in a pool of pymalloc.
    pub pool_size: u64,
    /// Bytes in an arena of pymalloc.
    pub arena_size: u64,
    /// `gc.get_threshold()` at start-up.
    pub thresholds: [i32; 3],
    /// Containers that may be torn down inside each other before the rest is put off: the trashcan.
    pub trashcan_depth: i32,
    /// How many dead objects each free list keeps.
    pub free_lists: FreeListLimits,
}

/// How many dead objects the free lists keep (facts, section 4).
#[derive(Debug, PartialEq, Eq)]
pub struct FreeListLimits {
    /// Floats.
    pub float: u32,
    /// Tuples of each length.
    pub tuple: u32,
    /// The longest tuple that is kept.
    pub tuple_longest_kept: u32,
    /// The longest tuple that is taken back. In 3.12.1 one less than what is kept: a tuple of 20 items never returns.
    pub tuple_longest_reused: u32,
    /// List objects (without their buffers).
    pub list: u32,
    /// Dict objects (without their tables).
    pub dict: u32,
    /// Dict tables of eight slots whose keys are all text.
    pub dict_keys: u32,
    /// Of asynchronous generators: wrapped values, and as many `asend()` objects.
    pub async_generator: u32,
}

/// CPython 3.12.1, 64-bit Linux, release build.
pub static PYTHON_3_12: Profile = Profile {
    version: "3.12.1",
    pool_size: 16 << 10,
    arena_size: 1 << 20,
    thresholds: [700, 10, 10],
    trashcan_depth: 50,
    free_lists: FreeListLimits {
        float: 100,
        tuple: 2000,
        tuple_longest_kept: 20,
        tuple_longest_reused: 19,
        list: 80,
        dict: 80,
        dict_keys: 80,
        async_generator: 80,
    },
};

impl Default for &'static Profile {
    fn default() -> Self {
        &PYTHON_3_12
    }
}
