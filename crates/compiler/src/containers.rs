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
/// How many floats are kept (`PyFloat_MAXFREELIST`).
const MOST_FLOATS: usize = 100;
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
    /// Free floats.
    pub floats: usize,
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
            _ => event.is_container(),
        };
        if counted {
            self.counter += 1;
            self.highest = self.highest.max(self.counter);
        }
    }

    fn drop(&mut self, event: Event) {
        match self.free_list(event) {
            Some((free, most)) if *free < most => *free += 1,
            _ if !event.is_container() => {}
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
            Event::Float => Some((&mut self.floats, MOST_FLOATS)),
            Event::Other => None,
        }
    }
}

/// What CPython's compiler makes and drops for one program, in order.
#[derive(Clone, Debug, Default)]
pub struct ContainerTraffic {
    codes: Vec<i8>,
    arena: Vec<i8>,
}

impl ContainerTraffic {
    /// The state after compiling, given the one before.
    pub fn after(&self, before: &ContainerState) -> ContainerState {
        play(&self.codes, before)
    }

    /// The state once the parser's arena is gone as well, given the one when its list, and all in it that the code holds, are.
    pub fn without_arena(&self, before: &ContainerState) -> ContainerState {
        play(&self.arena, before)
    }
}

fn play(codes: &[i8], before: &ContainerState) -> ContainerState {
    let mut state = before.clone();
    for &code in codes {
        match Event::of(code) {
            event if code > 0 => state.take(event),
            event => state.drop(event),
        }
    }
    state
}

#[cfg(test)]
mod tests {
    use super::ContainerState;
    use crate::{Mode, compile};

    /// The state after compiling `source`, from nothing.
    fn after(source: &str) -> ContainerState {
        compile(source, "t.py", Mode::File).expect("it compiles").containers.after(&ContainerState::default())
    }

    fn tuples(state: &ContainerState) -> [usize; 4] {
        [state.tuples[0], state.tuples[1], state.tuples[2], state.tuples[3]]
    }

    // The numbers are those of 3.12.1, its free lists emptied before.

    #[test]
    fn compiling_a_statement_leaves_dicts_lists_and_pairs_for_reuse() {
        let state = after("pass\n");
        assert_eq!((state.counter, state.lists, state.dicts, state.dict_keys), (23, 5, 9, 0));
        assert_eq!(tuples(&state), [1, 6, 0, 0]);
    }

    #[test]
    fn a_function_leaves_more_of_each() {
        let state = after("def f(a, b=(1, 2)):\n    return a in {3, 4}\n");
        assert_eq!((state.counter, state.lists, state.dicts, state.dict_keys), (61, 7, 16, 4));
        assert_eq!(tuples(&state), [3, 25, 0, 1]);
        // Sets and keys of constants were alive for a while.
        assert_eq!(state.highest, 63);
    }

    #[test]
    fn a_full_free_list_lets_the_counter_fall() {
        let full = ContainerState { counter: 100, lists: 80, dicts: 80, ..ContainerState::default() };
        let state = compile("pass\n", "t.py", Mode::File).expect("it compiles").containers.after(&full);
        assert_eq!((state.lists, state.dicts), (79, 80));
    }
}
