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
    /// A collection examines this object, which was in `generation` until now.
    Gathered { object: Address, generation: u8 },
    /// A candidate's count was copied to its scratch count.
    ScratchCopied { object: Address, scratch: u64 },
    /// The reference from one candidate to another was taken off the scratch count of the second; `scratch` is left.
    ReferenceTaken { from: Address, to: Address, scratch: u64 },
    /// A candidate is held from outside: its scratch count is not 0.
    Held { object: Address, scratch: u64 },
    /// A candidate's scratch count is 0: it is set aside, unless somebody who is held refers to it.
    SetAside { object: Address },
    /// A candidate that is held refers to this one, whose scratch count was 0; `again` if it had been set aside.
    Reached { object: Address, by: Address, again: bool },
    /// A survivor joined `generation`.
    Promoted { object: Address, generation: u8 },
    /// The collection calls the callback of a weak reference.
    CallbackCalled { weakref: Address, birth: u32 },
    /// The collection runs the finalizer of a condemned object.
    Finalizing { object: Address, birth: u32 },
    /// The collection has a condemned object drop what it holds.
    Clearing { object: Address, birth: u32 },
    /// A condemned object was put into `gc.garbage` instead.
    Saved { object: Address, birth: u32 },
}

/// Which facts are noted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    Everything,
    /// Those of the object, or of the objects in turn, that live at this address: counts, birth, death, tracking, and the
    /// ends of collections.
    Place(Address),
    /// The birth with this number, and from then on those of its place.
    Birth(u32),
    /// None; they are only counted, see [`Tally`].
    Tally,
    /// What the last phase of a collection did, one thing after the other.
    Phase,
}

/// How much was made and unmade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Objects born.
    pub born: u64,
    /// Objects that died.
    pub died: u64,
    /// Bytes of the blocks handed out, as the allocator rounds them.
    pub allocated: u64,
    /// Bytes of the blocks given back.
    pub released: u64,
}

/// The facts noted so far.
#[derive(Clone, Debug, Default)]
pub struct Log {
    on: bool,
    filter: Filter,
    events: Vec<Event>,
    tally: Tally,
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
        self.filter = Filter::Everything;
    }

    /// Starts noting some facts.
    pub fn switch_on_for(&mut self, filter: Filter) {
        self.on = true;
        self.filter = filter;
    }

    /// Stops noting facts. Those noted stay.
    pub fn switch_off(&mut self) {
        self.on = false;
    }

    /// Which facts are noted, if any are.
    pub fn filter(&self) -> Filter {
        self.filter
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
        match self.filter {
            Filter::Everything => {}
            Filter::Place(place) if event.concerns(place) => {}
            Filter::Birth(wanted) => match event {
                Event::Born { object, birth, .. } if birth == wanted => self.filter = Filter::Place(object),
                _ => return,
            },
            Filter::Tally => {
                self.tally.born += u64::from(matches!(event, Event::Born { .. }));
                self.tally.died += u64::from(matches!(event, Event::Died { .. }));
                return;
            }
            Filter::Phase if event.is_of_a_phase() => {
                if matches!(self.events.last(), Some(Event::CollectionPhase { .. })) {
                    self.events.clear();
                }
            }
            Filter::Place(_) | Filter::Phase => return,
        }
        self.events.push(event);
    }

    /// Counts bytes handed out and given back.
    #[cold]
    pub(crate) fn count_bytes(&mut self, allocated: u64, released: u64) {
        self.tally.allocated += allocated;
        self.tally.released += released;
    }

    /// What was counted so far.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The facts noted, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Takes facts back that have been read, for their room; forgets what was noted meanwhile.
    pub fn recycle(&mut self, mut read: Vec<Event>) {
        read.clear();
        self.events = read;
    }

    /// Hands out the facts noted and forgets them.
    pub fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }
}

impl Event {
    /// Whether a phase of a collection can consist of this.
    fn is_of_a_phase(&self) -> bool {
        matches!(
            self,
            Self::Gathered { .. }
                | Self::ScratchCopied { .. }
                | Self::ReferenceTaken { .. }
                | Self::Held { .. }
                | Self::SetAside { .. }
                | Self::Reached { .. }
                | Self::Promoted { .. }
                | Self::CallbackCalled { .. }
                | Self::Finalizing { .. }
                | Self::Clearing { .. }
                | Self::Saved { .. }
                | Self::Died { .. }
                | Self::Untracked { .. }
                | Self::WeakrefCleared { .. }
                | Self::CollectionPhase { .. }
        )
    }

    /// Whether the fact is about the object at `place`, or about the whole collector.
    fn concerns(&self, place: Address) -> bool {
        match *self {
            Self::Born { object, .. }
            | Self::Died { object, .. }
            | Self::CountRaised { object, .. }
            | Self::CountLowered { object, .. }
            | Self::Tracked { object }
            | Self::Untracked { object } => object == place,
            Self::Collected { .. } => true,
            _ => false,
        }
    }
}
