//! Noting what is made and dropped. A value of [`Held`] or [`Dict`] stands for one container of CPython's: making the
//! value notes the allocation, dropping it notes the release.

use std::cell::RefCell;
use std::rc::Rc;

use super::ContainerTraffic;

/// A kind of container, as far as free lists tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// A tuple of this many items; what is not kept for reuse counts as `Other`.
    Tuple(u8),
    List,
    Dict,
    /// The smallest key table of a dict whose keys are all texts.
    DictKeys,
    /// A float: no container, but kept for reuse as well.
    Float,
    /// Sets, iterators, large tuples: there is no free list for them.
    Other,
}

const LIST: i8 = 100;
const DICT: i8 = 101;
const DICT_KEYS: i8 = 102;
const FLOAT: i8 = 103;
const OTHER: i8 = 104;

impl Event {
    /// The kind of a tuple of `length` items, if it is an allocation at all: there is one empty tuple for all.
    pub(crate) fn tuple(length: usize) -> Option<Self> {
        match length {
            0 => None,
            1..=super::TUPLE_SIZES => u8::try_from(length).ok().map(Self::Tuple),
            _ => Some(Self::Other),
        }
    }

    /// Whether the collector counts it.
    pub(super) fn is_container(self) -> bool {
        !matches!(self, Self::DictKeys | Self::Float)
    }

    /// The kind behind the size of a code.
    pub(super) fn of(code: i8) -> Self {
        match code.unsigned_abs() as i8 {
            LIST => Self::List,
            DICT => Self::Dict,
            DICT_KEYS => Self::DictKeys,
            FLOAT => Self::Float,
            OTHER => Self::Other,
            size => Self::Tuple(size.unsigned_abs()),
        }
    }

    fn code(self) -> i8 {
        match self {
            Self::Tuple(size) => i8::try_from(size).unwrap_or(OTHER),
            Self::List => LIST,
            Self::Dict => DICT,
            Self::DictKeys => DICT_KEYS,
            Self::Float => FLOAT,
            Self::Other => OTHER,
        }
    }
}

/// The record, shared by all parts of the compiler.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traffic(Rc<RefCell<Vec<i8>>>);

impl Traffic {
    pub(crate) fn make(&self, event: Event) {
        self.0.borrow_mut().push(event.code());
    }

    pub(crate) fn release(&self, event: Event) {
        self.0.borrow_mut().push(-event.code());
    }

    pub(crate) fn make_tuple(&self, length: usize) {
        if let Some(event) = Event::tuple(length) {
            self.make(event);
        }
    }

    pub(crate) fn release_tuple(&self, length: usize) {
        if let Some(event) = Event::tuple(length) {
            self.release(event);
        }
    }

    /// A new tuple.
    pub(crate) fn tuple(&self, length: usize) -> Option<Held> {
        Event::tuple(length).map(|event| self.held(event))
    }

    /// A new list.
    pub(crate) fn list(&self) -> Held {
        self.held(Event::List)
    }

    /// A new set.
    pub(crate) fn set(&self) -> Held {
        self.held(Event::Other)
    }

    /// An exception that was raised and is dropped: it has a tuple of its one argument.
    pub(crate) fn exception(&self) {
        let arguments = self.held(Event::Tuple(1));
        let exception = self.held(Event::Other);
        drop((exception, arguments));
    }

    fn held(&self, event: Event) -> Held {
        self.make(event);
        Held { traffic: self.clone(), event }
    }

    /// What has been noted, and what goes with the parser's arena.
    pub(crate) fn finish(&self, with_arena: &[Event]) -> ContainerTraffic {
        let arena = with_arena.iter().map(|event| -event.code()).collect();
        ContainerTraffic { codes: self.0.borrow_mut().split_off(0), arena }
    }
}

/// One container that is alive.
#[derive(Debug)]
pub(crate) struct Held {
    traffic: Traffic,
    event: Event,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.traffic.release(self.event);
    }
}

/// How many keys the smallest table has room for (`USABLE_FRACTION` of `PyDict_MINSIZE`, Objects/dictobject.c).
const ROOM: usize = 5;

/// The key table of a dict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keys {
    /// The one empty table for all.
    Empty,
    /// The smallest, with texts only.
    Small,
    /// A larger one, or one with other keys: never kept for reuse.
    Other,
}

/// One dict that is alive.
#[derive(Debug)]
pub(crate) struct Dict {
    traffic: Traffic,
    length: usize,
    keys: Keys,
}

impl Dict {
    /// A new dict.
    pub(crate) fn new(traffic: &Traffic) -> Self {
        traffic.make(Event::Dict);
        Self { traffic: traffic.clone(), length: 0, keys: Keys::Empty }
    }

    /// A key that was not there is put in.
    pub(crate) fn insert(&mut self, is_text: bool) {
        let before = self.keys;
        self.keys = match before {
            Keys::Empty if is_text => Keys::Small,
            Keys::Small if is_text && self.length < ROOM => Keys::Small,
            _ => Keys::Other,
        };
        self.length += 1;
        match (before, self.keys) {
            (Keys::Empty, Keys::Small) => self.traffic.make(Event::DictKeys),
            (Keys::Small, Keys::Other) => self.traffic.release(Event::DictKeys),
            _ => {}
        }
    }
}

impl Drop for Dict {
    fn drop(&mut self) {
        if self.keys == Keys::Small {
            self.traffic.release(Event::DictKeys);
        }
        self.traffic.release(Event::Dict);
    }
}
