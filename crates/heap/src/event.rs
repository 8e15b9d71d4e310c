//! What happened in the heap, as plain facts in the order they happened.
//!
//! The log is off while a program is recorded and switched on for the few steps a user looks at.

use crate::{address::Address, domain::Domain, gc::Phase};

/// One fact. The fields are what their names say; addresses, counts and sizes as of that moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the field names say it")]
pub enum Event {
    /// A block was handed out. `size` is the request, not rounded; `class` is the size class, or `None` for a raw block;
    /// `zeroed` tells calloc from malloc.
    Allocated {
        block: Address,
        size: u64,
        domain: Domain,
        class: Option<u8>,
        zeroed: bool,
    },
    /// A block changed its size, and perhaps its place. `size` is the new request.
    Resized {
        from: Address,
        to: Address,
        size: u64,
        domain: Domain,
    },
    /// A block was given back.
    Released { block: Address, domain: Domain },
    /// An object came to life at this address.
    Born {
        object: Address,
        birth: u32,
        type_: Address,
    },
    /// An object's life ended; its block is released or kept in a free list next.
    Died {
        object: Address,
        birth: u32,
        type_: Address,
    },
    /// A reference was added; `count` is the new count.
    CountRaised { object: Address, count: u32 },
    /// A reference was dropped; `count` is the new count.
    CountLowered { object: Address, count: u32 },
    /// A dead object was put in a free list.
    Kept { object: Address },
    /// A dead object was taken from a free list.
    Reused { object: Address },
    /// A pool began to serve a size class.
    PoolTaken { pool: Address, class: u8 },
    /// A pool gave its last block back and returned to its arena.
    PoolFreed { pool: Address },
    /// The system handed out an arena.
    ArenaMapped { base: Address },
    /// A wholly free arena went back to the system.
    ArenaUnmapped { base: Address },
    /// The collector began to watch an object.
    Tracked { object: Address },
    /// The collector stopped watching an object.
    Untracked { object: Address },
    /// A collection finished this phase.
    CollectionPhase { generation: u8, phase: Phase },
    /// A collection has ended.
    Collected { generation: u8, collected: u64, uncollectable: u64 },
    /// A weak reference lost its object.
    WeakrefCleared { weakref: Address, object: Address },
    /// The trashcan put off the destruction of this object.
    PutOff { object: Address },
}

/// The facts noted so far.
#[derive(Clone, Debug, Default)]
pub struct Log {
    on: bool,
    events: Vec<Event>,
}

impl Log {
    /// Whether facts are being noted.
    #[inline]
    pub fn is_on(&self) -> bool {
        self.on
    }

    /// Starts noting facts.
    pub fn switch_on(&mut self) {
        self.on = true;
    }

    /// Stops noting facts. Those noted stay.
    pub fn switch_off(&mut self) {
        self.on = false;
    }

    /// Notes a fact, if switched on.
    #[inline]
    pub fn note(&mut self, event: Event) {
        if self.on {
            self.keep(event);
        }
    }

    #[cold]
    #[inline(never)]
    fn keep(&mut self, event: Event) {
        self.events.push(event);
    }

    /// The facts noted, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Hands out the facts noted and forgets them.
    pub fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }
}
