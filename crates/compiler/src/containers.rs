//! The containers CPython's own compiler makes and drops while it compiles a program.
//!
//! They are gone when the program runs, but not without a trace: each that was allocated has moved the counter of
//! generation 0, each that was taken from a free list or put there has changed its length. The compiler here works with
//! values of Rust and notes, in CPython's order, what CPython would have made ([`traffic::Traffic`]); [`ContainerTraffic`]
//! is that record, to be played against any state of the collector and the free lists.

pub(crate) mod cache;
pub(crate) mod key;
pub(crate) mod traffic;

use traffic::Event;

/// Tuples of up to this many items are kept for reuse (`PyTuple_MAXSAVESIZE`, Include/internal/pycore_tuple.h).
pub const TUPLE_SIZES: usize = 20;
/// How many tuples of one size are kept (`PyTuple_MAXFREELIST`).
const MOST_TUPLES: usize = 2000;
/// How many lists are kept (`PyList_MAXFREELIST`), and how many dicts and key tables (`PyDict_MAXFREELIST`).
const MOST_OTHERS: usize = 80;

/// The collector's count and the free lists, as far as making and dropping containers moves them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContainerState {
    /// Generation 0's counter: containers allocated less containers freed, never below zero.
    pub counter: i64,
    /// The highest the counter stood at after an allocation: beyond the threshold a collection is due.
    pub highest: i64,
    /// Free tuples of one item, of two, and so on.
    pub tuples: [usize; TUPLE_SIZES],
    /// Free lists.
    pub lists: usize,
    /// Free dicts.
    pub dicts: usize,
    /// Free key tables of dicts: those with room for five names.
    pub dict_keys: usize,
}

impl ContainerState {
    fn take(&mut self, event: Event) {
        // Tuples of the largest size are kept, but never taken again (`maybe_freelist_pop`, Objects/tupleobject.c).
        let is_largest = matches!(event, Event::Tuple(size) if usize::from(size) == TUPLE_SIZES);
        let counted = match self.free_list(event) {
            Some((free, _)) if *free > 0 && !is_largest => {
                *free -= 1;
                false
            }
            _ => event != Event::DictKeys,
        };
        if counted {
            self.counter += 1;
            self.highest = self.highest.max(self.counter);
        }
    }

    fn drop(&mut self, event: Event) {
        match self.free_list(event) {
            Some((free, most)) if *free < most => *free += 1,
            _ if event == Event::DictKeys => {}
            _ => self.counter = (self.counter - 1).max(0),
        }
    }

    /// The length of the free list for a container, and how long it may become.
    fn free_list(&mut self, event: Event) -> Option<(&mut usize, usize)> {
        match event {
            Event::Tuple(size) => {
                let list = self.tuples.get_mut(usize::from(size).checked_sub(1)?)?;
                Some((list, MOST_TUPLES))
            }
            Event::List => Some((&mut self.lists, MOST_OTHERS)),
            Event::Dict => Some((&mut self.dicts, MOST_OTHERS)),
            Event::DictKeys => Some((&mut self.dict_keys, MOST_OTHERS)),
            Event::Other => None,
        }
    }
}

/// What CPython's compiler makes and drops for one program, in order.
#[derive(Clone, Debug, Default)]
pub struct ContainerTraffic {
    codes: Vec<i8>,
}

impl ContainerTraffic {
    /// The state after compiling, given the one before.
    pub fn after(&self, before: &ContainerState) -> ContainerState {
        let mut state = before.clone();
        for &code in &self.codes {
            match Event::of(code) {
                event if code > 0 => state.take(event),
                event => state.drop(event),
            }
        }
        state
    }
}
