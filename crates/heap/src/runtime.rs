//! The runtime struct: what CPython keeps in `_PyRuntime`, the interpreter state and the thread state.
//!
//! It lies at the very start of memory. Each constant is the address of one field; [`FIELDS`] lists them all.
//! The static objects follow, see [`crate::statics`].

use crate::{address::Address, memory::BASE, statics};

/// Size classes of pymalloc.
pub const SIZE_CLASSES: u64 = 32;
/// Most pools in an arena, for any profile.
pub const MOST_POOLS: u64 = 64;
/// Bins of free raw chunks.
pub const RAW_BINS: u64 = 128;
/// Megabytes of address space that the arena map covers.
pub const ARENA_MAP_UNITS: u64 = 4096;
/// Bytes of one generation: a list head (next, previous), a threshold and a count.
pub const GENERATION_SIZE: u64 = 24;

/// Places for names in the cache of lookups: half of CPython's. Which names share a place depends on their addresses.
pub const CACHED_NAMES_PLACES: u64 = 1 << 11;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident: $bytes:expr,)*) => {
        fields!(@place BASE; $($(#[$doc])* $name: $bytes,)*);
        /// Every field: name, address, bytes.
        pub const FIELDS: &[(&str, Address, u64)] = &[$((stringify!($name), $name, $bytes),)*];
    };
    (@place $at:expr;) => {
        /// Where the static objects begin.
        pub const END: Address = Address::new(($at + 63) & !63);
    };
    (@place $at:expr; $(#[$doc:meta])* $name:ident: $bytes:expr, $($rest:tt)*) => {
        $(#[$doc])*
        pub const $name: Address = Address::new($at);
        fields!(@place ($name.raw() + $bytes); $($rest)*);
    };
}

fields! {
    /// Unused; keeps the sentinel of size class 0 above [`BASE`].
    MARGIN: 64,

    /// One `{next, previous}` pair per size class: the ring of pools with room. See `pymalloc::pool`.
    USED_POOLS: SIZE_CLASSES * 16,
    /// The array of arena descriptors, a raw block that doubles.
    ARENAS: 8,
    /// How many descriptors the array has room for.
    MAX_ARENAS: 8,
    /// Descriptors without an arena: a singly linked list.
    UNUSED_ARENA_OBJECTS: 8,
    /// Arenas with free pools, the fullest first: a doubly linked list.
    USABLE_ARENAS: 8,
    /// For each number of free pools, the last arena in `usable_arenas` that has so many.
    NFP2LASTA: (MOST_POOLS + 1) * 8,
    /// Arenas mapped now.
    ARENAS_MAPPED: 8,
    /// Arenas mapped since start-up.
    ARENAS_MAPPED_EVER: 8,
    /// The most arenas mapped at one time.
    ARENAS_HIGHWATER: 8,
    /// Raw blocks handed out in the Mem and Object domains.
    RAW_ALLOCATED_BLOCKS: 8,
    /// For each megabyte of address space, where an arena begins and ends in it: the leaf of CPython's radix tree.
    ARENA_MAP: ARENA_MAP_UNITS * 8,

    /// The list of raw segments.
    RAW_SEGMENTS: 8,
    /// The raw chunk at the end of the newest segment, carved from when no bin fits.
    RAW_TOP: 8,
    /// Which bins are not empty, one bit each.
    RAW_BIN_MAP: 16,
    /// Heads of the bins of free raw chunks.
    RAW_BINS_HEADS: RAW_BINS * 8,
    /// Large raw blocks with a mapping of their own: a doubly linked list.
    RAW_LARGE: 8,
    /// Bytes of raw chunks handed out, headers included.
    RAW_BYTES: 8,

    /// Unmapped page ranges, by address: each begins with the next range and its own length.
    FREE_PAGES: 8,
    /// Bytes mapped now, the data segment included.
    MAPPED_BYTES: 8,
    /// The birth number given out last.
    LAST_BIRTH: 8,

    /// Whether automatic collection is on.
    GC_ENABLED: 8,
    /// `gc.set_debug` flags.
    GC_DEBUG: 8,
    /// Three generations, youngest first.
    GC_GENERATIONS: GENERATION_SIZE * 3,
    /// The generation of frozen and immortal objects.
    GC_PERMANENT: GENERATION_SIZE,
    /// Per generation: collections, collected, uncollectable.
    GC_STATS: 24 * 3,
    /// Whether a collection is running or being started.
    GC_COLLECTING: 8,
    /// Whether a collection waits for the next check of the eval loop.
    GC_SCHEDULED: 8,
    /// The list `gc.garbage`.
    GC_GARBAGE: 8,
    /// The list `gc.callbacks`.
    GC_CALLBACKS: 8,
    /// Objects that survived the last full collection.
    GC_LONG_LIVED_TOTAL: 8,
    /// Objects that joined the oldest generation since then.
    GC_LONG_LIVED_PENDING: 8,
    /// The collection in progress: see `gc::collection`.
    GC_COLLECTION: 128,

    /// Whether `tracemalloc` traces allocations.
    TRACEMALLOC_TRACING: 8,
    /// Whether it must not trace those of now, because it makes them itself.
    TRACEMALLOC_REENTRANT: 8,
    /// Frames that a traceback keeps.
    TRACEMALLOC_MAX_FRAMES: 8,
    /// Bytes traced now.
    TRACED_MEMORY: 8,
    /// The most bytes traced at one time.
    PEAK_TRACED_MEMORY: 8,
    /// The table of file names, each of which it holds; see [`crate::tracemalloc`].
    TRACEMALLOC_FILENAMES: 8,
    /// The table of tracebacks.
    TRACEMALLOC_TRACEBACKS: 8,
    /// The table of traces.
    TRACEMALLOC_TRACES: 8,

    /// What is called at exit: an array of pointers.
    ATEXIT_CALLBACKS: 8,
    /// How many of its places have been used.
    ATEXIT_COUNT: 8,
    /// How many it has room for.
    ATEXIT_ROOM: 8,

    /// Destructions nested in each other now.
    TRASH_NESTING: 8,
    /// Objects whose destruction was put off, linked through their GC heads.
    TRASH_LATER: 8,
    /// Destructions of any kind nested in each other now.
    DEALLOC_DEPTH: 8,

    /// Free floats: head, count.
    FREE_FLOATS: 16,
    /// Free tuples: a head for each length from 1 on.
    FREE_TUPLES: 20 * 8,
    /// How many free tuples of each length.
    FREE_TUPLE_COUNTS: 20 * 8,
    /// Free list objects: a count, then the stack.
    FREE_LISTS: 8 + 80 * 8,
    /// Free dict objects: a count, then the stack.
    FREE_DICTS: 8 + 80 * 8,
    /// Free dict tables: a count, then the stack.
    FREE_DICT_KEYS: 8 + 80 * 8,
    /// The one slice kept for reuse.
    SLICE_CACHE: 8,

    /// `sys.modules`.
    MODULES: 8,
    /// The dict of module `builtins`.
    BUILTINS: 8,
    /// The dict of module `sys`.
    SYS_DICT: 8,
    /// The exception being raised, or null.
    CURRENT_EXCEPTION: 8,
    /// The frame being executed.
    CURRENT_FRAME: 8,
    /// The chunk of the data stack in use.
    DATASTACK_CHUNK: 8,
    /// The next free word of the data stack.
    DATASTACK_TOP: 8,
    /// The end of the chunk in use.
    DATASTACK_LIMIT: 8,
    /// The top of the stack of handled exceptions.
    EXC_INFO: 8,
    /// The bottom entry of that stack: exception, previous.
    EXC_STATE: 16,
    /// Python calls that may still be nested.
    RECURSION_REMAINING: 8,
    /// Words for the thread state (the VM) to name in its own constants. Not scanned for references.
    THREAD_WORDS: 64 * 8,
    /// Words for the VM, each of which is null or owns a reference; the audit counts them.
    THREAD_REFERENCES: 32 * 8,
    /// The static variables of `_decimal`: the context, exceptions, types of other modules.
    DECIMAL_REFERENCES: 24 * 8,

    /// Per generation, the permanent one included: containers that CPython has there and this heap leaves out. See
    /// `gc::elsewhere`.
    GC_ELSEWHERE: 8 * 4,
    /// Per generation: how many containers left out are garbage.
    GC_ELSEWHERE_GARBAGE: 8 * 3,
    /// Blocks that CPython's start-up has taken and ours has not: what `sys.getallocatedblocks()` adds.
    BLOCKS_ELSEWHERE: 8,
    /// A list head: objects that a silent collection passes over. See `gc::newborn`.
    GC_WAITING: 16,
    /// One bit for each library module whose import has been counted.
    COUNTED_IMPORTS: 8 * 8,
    /// Whether a library module is being imported now.
    COUNTING_IMPORT: 8,
    /// Free wrappings of what asynchronous generators yield: a count, then the stack.
    FREE_ASYNC_VALUES: 8 + 80 * 8,
    /// Free `asend()` objects: a count, then the stack.
    FREE_ASYNC_SENDS: 8 + 80 * 8,
    /// How many objects have died.
    DEATHS: 8,
    /// The names made at run time that the cache of lookups in classes holds; see [`CACHED_NAMES_PLACES`].
    CACHED_NAMES: CACHED_NAMES_PLACES * 8,
}

/// Fields that own one reference each, with a name for the audit. Ranges of words are given by their length.
pub const OWNED_REFERENCES: &[(Address, u64, &str)] = &[
    (GC_GARBAGE, 1, "gc.garbage"),
    (GC_CALLBACKS, 1, "gc.callbacks"),
    (
        Address::new(statics::WORDS + statics::word::INTERNED),
        1,
        "the interpreter",
    ),
    (MODULES, 1, "sys.modules"),
    (BUILTINS, 1, "the interpreter's builtins"),
    (SYS_DICT, 1, "the interpreter's sys dict"),
    (CURRENT_EXCEPTION, 1, "the exception being raised"),
    (EXC_STATE, 1, "the exception being handled"),
    (THREAD_REFERENCES, 32, "the thread state"),
    (DECIMAL_REFERENCES, 24, "the module _decimal"),
    (CACHED_NAMES, CACHED_NAMES_PLACES, "the cache of lookups"),
];

/// The address of the `index`th word of a field.
#[inline]
pub const fn word(field: Address, index: u64) -> Address {
    field.plus(index * 8)
}

const _: () = assert!(
    END.raw() <= BASE + statics::RUNTIME_BYTES,
    "the runtime struct fits before the static objects"
);
