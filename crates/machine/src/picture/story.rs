//! Answers to questions about time, as plain data: the ledger of an object, its life, why it is alive, what lines cost.

use serde::{Deserialize, Serialize};

use super::ObjectId;

/// When and where something happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The first step at which it has happened.
    pub step: u64,
    /// The line of the program that ran; 0 if none did.
    pub line: u32,
    /// The function that ran; empty if none did.
    pub function: String,
}

/// What an entry of a ledger does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// The object was born, with a count of 1.
    Born,
    /// A reference more.
    Raised,
    /// A reference less.
    Lowered,
    /// A reference went from one place to another; the count stays.
    Moved,
}

/// One entry of a ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// What.
    pub change: Change,
    /// The count after it.
    pub count: u64,
    /// Why, in words.
    pub cause: String,
    /// Whether the reference was only there while one instruction worked; those entries come in pairs.
    pub temporary: bool,
    /// Whether the reference came to or left a value stack.
    pub stack: bool,
}

/// The ledger of an object: every change of its count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// Whose.
    pub object: ObjectId,
    /// The entries so far, oldest first.
    pub entries: Vec<Entry>,
    /// Its life so far.
    pub life: Life,
    /// The step up to which it has been read.
    pub read: u64,
    /// Whether there is nothing more to read: the object is dead, or the recording ends here.
    pub complete: bool,
    /// Why there is no ledger, or no more of it; else empty.
    pub note: String,
}

/// How an object's life ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// Its last reference went.
    LastReference,
    /// The collector found it in a cycle that nobody could reach.
    Collected,
    /// The program had ended, and the interpreter took its modules down.
    Shutdown,
}

/// The life of an object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Life {
    /// Its type's name.
    pub type_name: String,
    /// `id()` of it.
    pub address: u64,
    /// Its birth; `None` if it is older than the program.
    pub born: Option<Moment>,
    /// What made it, in words.
    pub made_by: String,
    /// Who pointed at it first, in words.
    pub first_holder: String,
    /// When it moved to which generation of the collector.
    pub generations: Vec<(Moment, u8)>,
    /// When the collector began (`true`) or stopped watching it.
    pub tracking: Vec<(Moment, bool)>,
    /// Its death.
    pub died: Option<(Moment, Ending)>,
    /// Why it died, in words.
    pub cause_of_death: String,
}

/// From when to when an object lived, and what it died of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifeline {
    /// Whose.
    pub object: ObjectId,
    /// Its type's name.
    pub type_name: String,
    /// Its birth; `None` if it is older than the program.
    pub born: Option<Moment>,
    /// Its death, if it has come.
    pub died: Option<(Moment, Ending)>,
    /// Whether it has been found at all.
    pub exists: bool,
    /// Whether it lives where it has been read up to.
    pub alive: bool,
    /// The step up to which it has been read.
    pub read: u64,
    /// Whether there is nothing more to read: the object is dead, or the recording ends here.
    pub complete: bool,
}

/// What can happen in a recording beside steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Happened {
    /// A collection of this generation ended, and had found so many objects that nobody could reach.
    Collection(u8, u64),
    /// Something was printed.
    Output,
    /// An exception arrived in a frame.
    Exception,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happening {
    /// When and where.
    pub at: Moment,
    /// What.
    pub what: Happened,
    /// What more is known: the text, the exception's type.
    pub words: String,
}

/// What happened in a part of the recording.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happenings {
    /// The first step of the part.
    pub from: u64,
    /// Its last step.
    pub to: u64,
    /// What happened, in order.
    pub list: Vec<Happening>,
    /// Whether all of it has been read.
    pub complete: bool,
}

/// One object that lived at an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenant {
    /// Which.
    pub object: ObjectId,
    /// Its type's name.
    pub type_name: String,
    /// Its birth; `None` if it is older than the program.
    pub born: Option<Moment>,
    /// Its death, if it has come.
    pub died: Option<Moment>,
}

/// All objects that lived at one address, in turn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenants {
    /// The address.
    pub address: u64,
    /// Who lived there, oldest first.
    pub lives: Vec<Tenant>,
    /// The step up to which the recording has been read.
    pub read: u64,
    /// Whether it has been read to its end.
    pub complete: bool,
}

impl Ledger {
    /// The entries without those that one instruction made and took back.
    pub fn folded(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.temporary)
    }
}

/// A reference that somebody can point at in a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reference {
    /// A name of a frame.
    Name {
        /// [`super::Frame::id`].
        frame: u64,
        /// The name.
        name: String,
    },
    /// A cell or row of an object.
    Part {
        /// Whose.
        object: ObjectId,
        /// Its place among [`super::Object::parts`].
        index: u32,
    },
}

/// One reference on the way from a root to an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The place that holds it, in words.
    pub words: String,
    /// The object that holds it; `None` if it is a name, a value stack or the interpreter.
    pub holder: Option<ObjectId>,
    /// What it refers to.
    pub target: ObjectId,
}

/// Why an object is alive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aliveness {
    /// Which.
    pub object: ObjectId,
    /// The shortest ways to it, each from a root on.
    pub paths: Vec<Vec<Link>>,
    /// References on all ways to it: each of them alone keeps it alive.
    pub sole: Vec<Link>,
    /// The answer in a sentence.
    pub sentence: String,
}

/// What would die if a reference went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doomed {
    /// Those whose count would fall to zero at once.
    pub at_once: Vec<ObjectId>,
    /// Those that nobody could reach any more, but a cycle would hold until the next full collection.
    pub by_collector: Vec<ObjectId>,
    /// Bytes of all of them, as `sys.getsizeof` counts.
    pub bytes: u64,
    /// The answer in a sentence.
    pub sentence: String,
}

/// What a line has cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineCost {
    /// Its number.
    pub line: u32,
    /// How often it began.
    pub executions: u64,
    /// Instructions, those of library code it called included.
    pub instructions: u64,
    /// Objects made.
    pub born: u64,
    /// Objects that died while it ran.
    pub died: u64,
    /// Bytes of blocks handed out, as the allocator rounds them.
    pub allocated: u64,
    /// Bytes of blocks given back.
    pub released: u64,
}

impl LineCost {
    /// By how many bytes memory in use has grown.
    pub fn growth(&self) -> i64 {
        self.allocated as i64 - self.released as i64
    }
}

/// What all lines have cost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Costs {
    /// The lines that ran, by number.
    pub lines: Vec<LineCost>,
    /// The step up to which the recording has been read.
    pub read: u64,
    /// Whether all of it has been read.
    pub complete: bool,
}

/// A stretch of the recording, seen from afar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bucket {
    /// The last stop at or before its first step.
    pub stop: u64,
    /// Most objects alive.
    pub objects: u64,
    /// Most bytes in use: blocks and raw chunks.
    pub bytes: u64,
    /// Most pools in use.
    pub pools: u64,
    /// Deepest call.
    pub depth: u32,
    /// Collections since the beginning.
    pub collections: u64,
    /// Bytes of output since the beginning.
    pub output: u64,
    /// Exceptions that arrived in a frame.
    pub exceptions: u32,
}

/// The whole recording, seen from afar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// Steps in a bucket.
    pub width: u64,
    /// The buckets in order, from step 0 on.
    pub buckets: Vec<Bucket>,
    /// Steps recorded.
    pub steps: u64,
}

/// What can be changed in an alternative future.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Intervention {
    /// A reference goes; its place holds `None` instead.
    Drop(Reference),
    /// `gc.disable()`.
    DisableCollector,
    /// A full collection runs.
    Collect,
}
