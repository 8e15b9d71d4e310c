//! The heap: bytes, the CPython they model, and a log of what happens to them.
//!
//! ```text
//! BASE            runtime::END
//! | runtime struct | static objects | arenas, raw segments, data stacks, in the order the system gave them . . .
//! ```
//!
//! Everything that must survive a snapshot lies in `memory`. The other fields are settings and notes.

use crate::{
    address::Address,
    event::{Event, Log},
    memory::{BASE, Memory, PAGE},
    profile::{PYTHON_3_12, Profile},
    runtime,
};

/// The work that native code has done; a word that a snapshot keeps.
const WORK: Address = Address::new(runtime::THREAD_WORDS.raw() + 8 * 50);
/// The bytes a program may have mapped, unless set otherwise.
pub const BYTE_LIMIT: u64 = 512 << 20;

/// The whole heap.
#[derive(Clone, Debug)]
pub struct Heap {
    /// The bytes.
    pub memory: Memory,
    /// The CPython being modelled.
    pub profile: &'static Profile,
    /// What happens, when switched on.
    pub log: Log,
    /// The bytes a program may have mapped; see [`Heap::limit_reached`].
    pub byte_limit: u64,
    /// The work that native code may do; see [`Heap::charge`].
    pub work_limit: u64,
}

impl PartialEq for Heap {
    /// Two heaps are equal if their memories are.
    fn eq(&self, other: &Self) -> bool {
        self.memory == other.memory
    }
}

impl Default for Heap {
    fn default() -> Self {
        Self::new(&PYTHON_3_12)
    }
}

impl Heap {
    /// A heap with its runtime struct and its static objects, and nothing allocated yet.
    pub fn new(profile: &'static Profile) -> Self {
        let mut heap = Self {
            memory: Memory::new(),
            profile,
            log: Log::default(),
            byte_limit: BYTE_LIMIT,
            work_limit: u64::MAX,
        };
        heap.extend_data_segment(runtime::END);
        heap.start_pymalloc();
        heap.start_collector();
        heap.start_statics();
        heap
    }

    /// Makes the data segment reach up to `end` at least. Only before the first page is mapped.
    pub fn extend_data_segment(&mut self, end: Address) {
        let wanted = (end.raw() - BASE).div_ceil(PAGE);
        let present = self.memory.len() / PAGE;
        if wanted > present {
            self.memory.grow(wanted - present);
        }
        let mapped = self.memory.len();
        self.memory.set_u64(runtime::MAPPED_BYTES, mapped);
    }

    /// Whether the program has mapped more bytes or made native code work more than it may. The machine stops it at the next
    /// instruction.
    #[inline]
    pub fn limit_reached(&self) -> bool {
        self.memory.u64(runtime::MAPPED_BYTES) > self.byte_limit || self.memory.u64(WORK) > self.work_limit
    }

    /// Whether native code has worked more than it may.
    pub fn work_limit_reached(&self) -> bool {
        self.memory.u64(WORK) > self.work_limit
    }

    /// The work that native code has done, in units of [`Heap::charge`].
    pub fn work(&self) -> u64 {
        self.memory.u64(WORK)
    }

    /// Counts work of native code that no instruction counts: about a unit for what an instruction could do.
    #[inline]
    pub fn charge(&mut self, units: u64) {
        let work = self.memory.u64(WORK).saturating_add(units);
        self.memory.set_u64(WORK, work);
    }

    /// The birth number given out last.
    pub fn last_birth(&self) -> u64 {
        self.memory.u64(runtime::LAST_BIRTH)
    }

    /// Whether a buffer of `size` bytes fits below the limit. Asked before a program chooses a size: `[0] * 10**9`.
    pub fn can_allocate(&self, size: u64) -> bool {
        self.memory.u64(runtime::MAPPED_BYTES).saturating_add(size) <= self.byte_limit
    }

    /// Gives the object at `object` a birth number. Called once its count and type are written.
    #[inline(always)]
    pub fn note_birth(&mut self, object: Address) {
        let birth = self.memory.u64(runtime::LAST_BIRTH) + 1;
        self.memory.set_u64(runtime::LAST_BIRTH, birth);
        self.memory.set_birth(object, birth as u32);
        if self.log.is_on() || self.is_tracing() {
            self.tell_birth(object, birth as u32);
        }
    }

    #[cold]
    #[inline(never)]
    fn tell_birth(&mut self, object: Address, birth: u32) {
        if self.is_tracing() {
            self.trace_new_reference(object);
        }
        let type_ = self.type_of(object);
        self.log.note(Event::Born { object, birth, type_ });
    }

    /// Takes the birth number away: the object is dead, whatever becomes of its block.
    #[inline]
    pub fn note_death(&mut self, object: Address) {
        if self.log.is_on() {
            let (birth, type_) = (self.memory.birth(object), self.type_of(object));
            self.log.note(Event::Died {
                object,
                birth,
                type_,
            });
        }
        self.memory.set_birth(object, 0);
        let deaths = self.memory.u64(runtime::DEATHS) + 1;
        self.memory.set_u64(runtime::DEATHS, deaths);
    }

    /// How many objects are alive.
    pub fn live_objects(&self) -> u64 {
        self.last_birth().saturating_sub(self.memory.u64(runtime::DEATHS))
    }
}
