//! What the screen is given: plain data in the screen's own words, photographed at one step.
//!
//! Nothing here computes, and no address is followed on the other side: whoever draws needs nothing but these values.

pub mod blocks;
pub mod bytes;
mod cause;
mod changed;
mod collector;
pub mod difference;
mod heap_map;
mod held;
pub mod inspection;
mod instruction;
mod moves;
mod negatives;
mod objects;
mod parts;
mod photograph;
mod seek;
pub mod story;
mod transcript;
mod value;

pub(crate) use held::{FACTORY, Held, held, own_attribute_count, shown_with};
pub(crate) use photograph::frame_id;
pub use blocks::{BlockMap, BlockSort, BlockType, Known, PoolBlocks, RawBlock};
pub use bytes::{ByteField, Bytes};
pub use changed::{Changed, Droppable};
pub use collector::{Candidate, Collection, Collector, Generation, Lane};
pub use heap_map::{Arena, Block, BlockPlace, HeapMap, Pool, PoolDetail};
pub use inspection::{Field, Inspection};
pub use moves::{Deed, Move};
pub use objects::Objects;
pub use negatives::Negatives;
pub use photograph::{MOST_OBJECTS, beside, photograph, photograph_with};
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
    pub objects: Objects,
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
    /// Of the generations only the counters, not what is in them.
    #[serde(default)]
    pub counters_only: bool,
    /// The selected object, whose pool is opened.
    pub selected: Option<ObjectId>,
    /// Numbers and text are drawn as the objects they are, not in place.
    #[serde(default)]
    pub as_objects: bool,
    /// Boxes that show more cells or rows than usual: which, and how many.
    #[serde(default)]
    pub opened: Vec<(ObjectId, u32)>,
    /// The blocks of all pools, without those of the pools that are known; `None`: no blocks.
    #[serde(default)]
    pub blocks: Option<Vec<Known>>,
    /// The piece of memory around this address, byte by byte.
    #[serde(default)]
    pub bytes: Option<u64>,
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
    /// The collector's verdict so far, as [`Candidate::verdict`] has it; empty outside a collection.
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

/// What a step did, in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// One plain sentence, in the language that was set. It is shown and never compared, as all words of a picture.
    pub text: String,
    /// A quieter second line, or empty.
    pub detail: String,
    /// Objects it speaks of.
    pub objects: Vec<ObjectId>,
    /// The name whose binding it tells, or empty.
    #[serde(default)]
    pub name: String,
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
