//! What the screen is given: plain data in the screen's own words, photographed at one step.
//!
//! Nothing here computes, and no address is followed on the other side: whoever draws needs nothing but these values.

mod cause;
mod collector;
pub mod difference;
mod heap_map;
mod held;
pub mod inspection;
mod instruction;
mod parts;
mod photograph;
mod seek;
pub mod story;
mod transcript;

pub(crate) use held::{Held, held, own_attribute_count, shown_with};
pub(crate) use photograph::frame_id;
pub use photograph::{MOST_OBJECTS, photograph};
pub use transcript::{Told, tell};
pub use seek::{Arrival, Breakpoint, Direction, Search, Seek, Sign};

use serde::{Deserialize, Serialize};

/// Tells objects apart for the whole recording, even when an address is used again: the order of birth, from 1 for the
/// first object that the running program makes. Older objects (the interpreter's, the program's constants) have the
/// numbers before that, in two's complement: 0, −1, −2, …
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ObjectId(pub u32);

impl std::fmt::Display for ObjectId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0.cast_signed() {
            birth @ 1.. => write!(formatter, "#{birth}"),
            birth => write!(formatter, "#−{}", birth.unsigned_abs()),
        }
    }
}

/// One step of a recording, as the panels show it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// Where in the recording and in the program this is.
    pub position: Position,
    /// Frames, outermost first; library frames are left out.
    pub frames: Vec<Frame>,
    /// Objects the program can reach, and those of its own it has lost that are still alive.
    pub objects: Vec<Object>,
    /// How many objects were left out because there are too many to draw.
    pub omitted: u32,
    /// Arenas, pools and the opened pool.
    pub heap_map: HeapMap,
    /// Generations, and the collection that runs, if one does.
    pub collector: Collector,
    /// Standard output so far.
    pub output: String,
    /// Standard error so far.
    pub errors: String,
    /// What the step that led here did.
    pub sentence: Sentence,
    /// What the program has drawn last with `objgraph`.
    #[serde(default)]
    pub drawing: Option<Drawing>,
}

/// Objects and the references between them, as `objgraph.show_refs()` and its like drew them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// The objects that were asked about.
    pub roots: Vec<ObjectId>,
    /// All objects of the drawing; some may have died since.
    pub objects: Vec<Drawn>,
    /// From the object that refers to the one that is referred to.
    pub arrows: Vec<(ObjectId, ObjectId)>,
}

/// An object of a [`Drawing`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// Which object it is.
    pub id: ObjectId,
    /// Its class and a few words about it, as they were when it was drawn.
    pub label: String,
}

/// Where a picture was taken.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Steps made before this moment: instructions and phases of collections.
    pub step: u64,
    /// Index among the stops of the recording: lines about to run, phases of collections, the end.
    pub stop: u64,
    /// The line that runs next in the innermost program frame; `None` once the program has ended.
    pub line: Option<u32>,
    /// The line that ran before, if any.
    pub previous_line: Option<u32>,
    /// Name of the running function.
    pub function: String,
    /// The instruction that runs next, as `dis` shows it: offset in bytes, name, argument in words.
    pub instruction: Option<Instruction>,
    /// How the program ended, if this is the end.
    pub ending: Option<String>,
}

/// One bytecode instruction in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Instruction {
    /// Offset in the code, in bytes.
    pub offset: u32,
    /// Its name.
    pub name: String,
    /// Its argument in words, or empty.
    pub argument: String,
}

/// How far a recording has got.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Steps recorded.
    pub steps: u64,
    /// Stops recorded.
    pub stops: u64,
    /// Whether the program has ended.
    pub finished: bool,
    /// A sentence if a limit ended it, or something is not supported.
    pub problem: Option<String>,
    /// The line the problem is in.
    pub problem_line: Option<u32>,
    /// Exit status, once finished.
    pub status: Option<i32>,
    /// Bytes the checkpoints take.
    pub checkpoint_bytes: u64,
    /// The prompt of a program that waits for a line of input.
    pub waiting: Option<String>,
    /// How many lines of input have been read.
    pub answers_read: u64,
    /// What became slower because the recording has met its memory budget; `None` while it has not.
    #[serde(default)]
    pub thinning: Option<Thinning>,
}

/// A recording that has met its memory budget keeps fewer checkpoints: going somewhere takes longer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thinning {
    /// Bytes that the checkpoints may take.
    pub budget: u64,
    /// How often every second checkpoint was given up for it.
    pub times: u32,
    /// Steps between checkpoints now: as many are run again at most when somebody goes somewhere.
    pub apart: u64,
    /// Steps between checkpoints at first.
    pub at_first: u64,
    /// How long running that many steps takes, in milliseconds; known to who has a clock.
    pub milliseconds: Option<u64>,
}

/// What of a picture is wanted beyond the frames, objects, output and sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    /// Arenas and pools.
    pub heap_map: bool,
    /// The pool whose blocks are wanted: index of its arena and its index there; `None`: that of `selected`.
    pub pool: Option<(u32, u32)>,
    /// The generations.
    pub collector: bool,
    /// The selected object, whose pool is opened.
    pub selected: Option<ObjectId>,
    /// Numbers and text are drawn as the objects they are, not in place.
    #[serde(default)]
    pub as_objects: bool,
    /// Boxes that show more cells or rows than usual: which, and how many.
    #[serde(default)]
    pub opened: Vec<(ObjectId, u32)>,
}

/// One active call.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// `<module>`, or the function's name.
    pub function: String,
    /// The line it is in.
    pub line: u32,
    /// Tells frames apart from step to step: the number of the call.
    pub id: u64,
    /// Its names, in their order.
    pub names: Vec<Name>,
    /// Values on its value stack, bottom first.
    pub stack: Vec<Value>,
}

/// A name and what it is bound to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Name {
    /// The name.
    pub name: String,
    /// `global`, `local`, `cell`, `free` or `class`.
    pub scope: String,
    /// What it names.
    pub value: Value,
    /// Whether the step changed it.
    pub changed: bool,
}

/// What a cell, a row or a name holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Nothing: an unbound slot.
    Empty,
    /// A small value, shown in place; `id` tells which object it is.
    InPlace {
        /// Its short representation.
        text: String,
        /// Its type's name.
        type_name: String,
        /// Which object.
        id: ObjectId,
    },
    /// A reference, drawn as an arrow.
    Arrow(ObjectId),
}

/// The silhouette an object is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "the names are those of the visual language, section 3"
)]
pub enum Shape {
    Number,
    Text,
    Bytes,
    List,
    Tuple,
    Dict,
    Set,
    Instance,
    Slotted,
    Class,
    Function,
    Method,
    Cell,
    Generator,
    Iterator,
    Exception,
    Traceback,
    Frame,
    Weakref,
    Module,
    Other,
}

/// One object of the heap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Object {
    /// Which object.
    pub id: ObjectId,
    /// `id()` of it.
    pub address: u64,
    /// How it is drawn.
    pub shape: Shape,
    /// `type(x).__name__`.
    pub type_name: String,
    /// Its own name if it has one (class, function, module), else empty.
    pub name: String,
    /// A few quiet words beside the name: where a generator sleeps, that a text is interned; else empty.
    #[serde(default)]
    pub fact: String,
    /// How far an iterator has come, in items.
    #[serde(default)]
    pub position: Option<u64>,
    /// Short representation for things that are values (numbers, text), else empty.
    pub value: String,
    /// Reference count; `None` if immortal.
    pub count: Option<u64>,
    /// By how much the step changed the count.
    pub count_change: i64,
    /// What changed the count, a sentence per reference that came or went.
    #[serde(default)]
    pub causes: Vec<String>,
    /// `sys.getsizeof(x)`, in bytes.
    pub size: u64,
    /// Generation of the collector: 0, 1, 2; `None` if it is not tracked.
    pub generation: Option<u8>,
    /// Whether the program can reach it from its names.
    pub reachable: bool,
    /// Line that made it, if the recording knows.
    pub born_line: Option<u32>,
    /// An earlier object lived at this address.
    pub reuses_address: bool,
    /// Whether it was made by the step.
    pub is_new: bool,
    /// Cells, rows, attributes, in order.
    pub parts: Vec<Part>,
    /// Parts left out because there are many.
    pub hidden_parts: u32,
    /// Room for more items that a list has reserved, in items.
    pub spare: u32,
    /// The collector's scratch count, while a collection runs and this object is a candidate.
    pub scratch: Option<i64>,
    /// The collector's verdict so far, in words; empty outside a collection.
    pub verdict: String,
    /// Where its block lies.
    pub block: Option<BlockPlace>,
}

/// One cell or row of an object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Index, key, attribute name or field name, ready to show.
    pub label: String,
    /// The key itself when it is an object worth an arrow (dict rows).
    pub key: Option<Value>,
    /// What it holds.
    pub value: Value,
    /// Whether the reference does not count.
    pub weak: bool,
    /// Whether the step changed it.
    pub changed: bool,
}

/// A place in pymalloc's memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockPlace {
    /// Index of the arena.
    pub arena: u32,
    /// Index of the pool in its arena.
    pub pool: u32,
    /// Index of the block in its pool.
    pub block: u32,
}

/// pymalloc's memory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeapMap {
    /// Arenas in order of their making.
    pub arenas: Vec<Arena>,
    /// The opened pool.
    pub pool: Option<PoolDetail>,
    /// Blocks handed out by pymalloc.
    pub blocks_in_use: u64,
    /// Bytes of those blocks.
    pub bytes_in_use: u64,
    /// Blocks too large for pymalloc.
    pub raw_blocks: u64,
    /// Bytes of those.
    pub raw_bytes: u64,
}

/// One arena.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arena {
    /// Where it starts.
    pub address: u64,
    /// Its pools, in address order.
    pub pools: Vec<Pool>,
}

/// One pool, from afar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// Bytes in each of its blocks; 0 if it was never carved.
    pub block_size: u32,
    /// Blocks in use.
    pub used: u32,
    /// Blocks that fit.
    pub capacity: u32,
}

/// One pool, opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PoolDetail {
    /// Index of its arena.
    pub arena: u32,
    /// Index in its arena.
    pub pool: u32,
    /// Where it starts.
    pub address: u64,
    /// Bytes in each block.
    pub block_size: u32,
    /// Bytes of its header.
    pub header: u32,
    /// Bytes at its end that no block fits in.
    pub tail: u32,
    /// Its blocks, in address order.
    pub blocks: Vec<Block>,
}

/// One block of an opened pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// Handed out; the object that starts in it, and its shape, if one does (else it is a buffer).
    Taken(Option<(ObjectId, Shape)>),
    /// Given back; its place in the free list, from 0.
    Free(u32),
    /// Never used.
    Uncarved,
}

/// The cyclic collector.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Collector {
    /// `gc.isenabled()`.
    pub enabled: bool,
    /// The three generations, youngest first.
    pub generations: Vec<Generation>,
    /// The collection that runs.
    pub collection: Option<Collection>,
    /// Collections so far, by generation.
    pub collections: [u64; 3],
    /// Objects collected so far, by generation.
    pub collected: [u64; 3],
}

/// One generation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Generation {
    /// `gc.get_count()` of it.
    pub count: u64,
    /// `gc.get_threshold()` of it.
    pub threshold: u64,
    /// The program's objects in it, in list order.
    pub objects: Vec<ObjectId>,
    /// How many more there are: the interpreter's own.
    pub others: u64,
}

/// A collection under way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Collection {
    /// Generation that is collected, with all younger ones.
    pub generation: u8,
    /// Names of all phases, in order.
    pub phases: Vec<String>,
    /// The phase that has just ended, as an index into `phases`.
    pub phase: u32,
    /// What that phase did, in a sentence.
    pub sentence: String,
    /// The program's objects among the candidates.
    pub candidates: Vec<Candidate>,
    /// Candidates that belong to the interpreter.
    pub others: u64,
}

/// An object the running collection looks at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Which object.
    pub id: ObjectId,
    /// Its type's name.
    pub type_name: String,
    /// Its reference count.
    pub count: u64,
    /// The collector's scratch count (`gc_refs`), while it has one.
    pub scratch: Option<i64>,
    /// `candidate`, `reachable`, `unreachable`, `condemned`, `rescued`.
    pub verdict: String,
}

/// What a step did, in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// One plain sentence.
    pub text: String,
    /// A quieter second line, or empty.
    pub detail: String,
    /// Objects it speaks of.
    pub objects: Vec<ObjectId>,
}

/// The bytes of one object, field by field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// E.g. `list #18`.
    pub title: String,
    /// `id()` of it.
    pub address: u64,
    /// Where its block starts (before the collector's header).
    pub block_address: u64,
    /// Bytes of the block, or of the request if it is not pymalloc's.
    pub block_size: u64,
    /// Fields, ascending; those before the object have negative offsets.
    pub fields: Vec<Field>,
}

/// One field of a C struct.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Bytes from `id()`.
    pub offset: i64,
    /// Bytes it takes.
    pub size: u32,
    /// Its name in CPython's source.
    pub name: String,
    /// Its value in hexadecimal.
    pub hex: String,
    /// What the value means, in words.
    pub meaning: String,
    /// The object it points at.
    pub target: Option<ObjectId>,
}

/// Why a program cannot run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// `SyntaxError`, `IndentationError`, …; empty for a sentence of our own.
    pub kind: String,
    /// CPython's message, or our sentence.
    pub message: String,
    /// Line from 1; 0 if unknown.
    pub line: u32,
    /// Column from 1, in characters; 0 if unknown.
    pub column: u32,
    /// Last line.
    pub end_line: u32,
    /// Column after the end.
    pub end_column: u32,
}
