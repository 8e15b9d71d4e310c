//! What was found in classes before: `type_cache` of Objects/typeobject.c.
//!
//! A result is kept under the version tag of the class and the interned name. A class that is changed loses its tag, and no
//! tag is given out twice, so an entry is never wrong as long as time runs forward; going back in time empties the cache. It
//! is no part of the machine's state: without it, lookups find the same.

use std::cell::Cell;

use heapglass_heap::Address;

/// Entries, a power of two, as many as CPython's `MCACHE_SIZE_EXP` gives.
const SIZE: usize = 1 << 12;

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The version tag; 0 in an empty entry.
    version: u32,
    name: Address,
    /// What was found, borrowed from the class's dict; null for nothing.
    value: Address,
}

const EMPTY: Entry = Entry { version: 0, name: Address::NULL, value: Address::NULL };

/// How an attribute of instances is come by, where nothing of the program's has to be asked.
#[derive(Clone, Copy, Debug)]
pub(super) enum Plan {
    /// Not known, or not that simple.
    Unknown,
    /// The class has no such attribute, and in the arrays of values of its instances it has this number.
    Value(u32),
    /// A method of the class, borrowed, whose instances have no attributes of their own.
    Method(Address),
    /// A method of the class, borrowed. Its instances share so many names, of which this is none.
    MethodBeside(Address, u32),
}

/// An attribute that was come by before.
#[derive(Clone, Copy, Debug)]
struct Planned {
    /// The version tag; 0 in an empty entry.
    version: u32,
    name: Address,
    plan: Plan,
}

const NO_PLAN: Planned = Planned { version: 0, name: Address::NULL, plan: Plan::Unknown };
/// Attributes remembered, a power of two.
const PLANS: usize = 1 << 10;

/// A class whose instances are made in the plainest way: see [`Machine::plain_init`](crate::machine::Machine::plain_init).
#[derive(Clone, Copy, Debug)]
struct Making {
    class: Address,
    /// The version tag; 0 in an empty entry.
    version: u32,
    /// Its `__init__`, borrowed.
    init: Address,
}

const NO_MAKING: Making = Making { class: Address::NULL, version: 0, init: Address::NULL };
/// Classes remembered, a power of two.
const MAKINGS: usize = 64;

/// The cache.
#[derive(Debug)]
pub struct LookupCache {
    entries: Box<[Cell<Entry>]>,
    plans: Box<[Cell<Planned>]>,
    makings: [Cell<Making>; MAKINGS],
    /// For which turn of the memory the entries hold: see `Memory::turn`.
    turn: Cell<u64>,
}

impl Default for LookupCache {
    fn default() -> Self {
        let makings = [const { Cell::new(NO_MAKING) }; MAKINGS];
        let plans = vec![Cell::new(NO_PLAN); PLANS].into_boxed_slice();
        Self { entries: vec![Cell::new(EMPTY); SIZE].into_boxed_slice(), plans, makings, turn: Cell::new(0) }
    }
}

impl LookupCache {
    #[inline]
    fn place(version: u32, name: Address) -> usize {
        (version as usize ^ (name.raw() as usize >> 4)) % SIZE
    }

    /// What is known of this name in the class with this version tag (not 0): null if the class does not have it.
    #[inline]
    pub(super) fn get(&self, turn: u64, version: u32, name: Address) -> Option<Address> {
        let entry = self.entries.get(Self::place(version, name))?.get();
        (entry.version == version && entry.name == name && self.turn.get() == turn).then_some(entry.value)
    }

    /// How this attribute of instances of the class with this version tag is come by.
    #[inline]
    pub(super) fn plan(&self, turn: u64, version: u32, name: Address) -> Plan {
        match self.plans.get(Self::place(version, name) % PLANS).map(Cell::get) {
            Some(known) if known.version == version && known.name == name && self.turn.get() == turn => known.plan,
            _ => Plan::Unknown,
        }
    }

    /// Remembers how an attribute is come by.
    pub(super) fn set_plan(&self, turn: u64, version: u32, name: Address, plan: Plan) {
        self.begin_turn(turn);
        if let Some(known) = self.plans.get(Self::place(version, name) % PLANS) {
            known.set(Planned { version, name, plan });
        }
    }

    /// The `__init__` of a class with this version tag (not 0), if its instances are known to be made plainly.
    #[inline]
    pub(crate) fn init(&self, turn: u64, class: Address, version: u32) -> Option<Address> {
        let making = self.makings[class.raw() as usize / 32 % MAKINGS].get();
        (making.class == class && making.version == version && self.turn.get() == turn).then_some(making.init)
    }

    /// Remembers how instances of a class are made.
    pub(crate) fn set_init(&self, turn: u64, class: Address, version: u32, init: Address) {
        self.begin_turn(turn);
        self.makings[class.raw() as usize / 32 % MAKINGS].set(Making { class, version, init });
    }

    fn begin_turn(&self, turn: u64) {
        if self.turn.replace(turn) != turn {
            self.clear();
        }
    }

    /// Remembers a result.
    pub(super) fn set(&self, turn: u64, version: u32, name: Address, value: Address) {
        self.begin_turn(turn);
        if let Some(entry) = self.entries.get(Self::place(version, name)) {
            entry.set(Entry { version, name, value });
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        for entry in &self.entries {
            entry.set(EMPTY);
        }
        for plan in &self.plans {
            plan.set(NO_PLAN);
        }
        for making in &self.makings {
            making.set(NO_MAKING);
        }
    }
}
