//! What was photographed before, so that the next picture takes anew only what has changed.
//!
//! Each negative keeps the words of memory that the box of an object was made from, and the lines of memory that they lie in.
//! As long as none of these lines changes from picture to picture, the negative is good. Else the words are read again, which
//! costs no text and no list; only if one of them differs is the object photographed anew. So a picture that is taken with
//! negatives is the one that would be taken without, see `negatives/tests.rs`.

mod reading;

use std::rc::Rc;

use heapglass_heap::{
    Address,
    memory::{BASE, GRANULE, changes::Changes},
};

use super::{BlockPlace, Object, ObjectId, Wanted};
use crate::machine::Machine;
use reading::Reading;

/// Negatives that are kept at least, though the picture taken last has fewer objects.
const ROOM: usize = 4_096;
/// Bytes of memory up to which it is compared with what it was in the picture before, which takes as much again.
const MOST_COMPARED: u64 = 48 << 20;
/// Bytes of memory for each negative up to which comparing them all is quicker than reading again what the negatives were made from.
const WORTH_COMPARING: u64 = 1_024;

/// The negatives of the pictures taken last.
#[derive(Debug, Default)]
pub struct Negatives {
    made_for: MadeFor,
    /// For every sixteen bytes of memory the number of the negative of the object that starts there, from 1 on.
    places: Vec<u32>,
    kept: Vec<Negative>,
    /// Lines and targets of the negatives: see [`Negative::notes`].
    notes: Vec<u32>,
    /// How many of the notes belong to a negative.
    used: usize,
    /// Pictures taken so far.
    turn: u32,
    /// What has changed since the picture before; nothing if the memory is too large to know, or too large for so few negatives.
    changes: Option<Changes>,
    /// Memory is compared for few negatives too, so that a test of few objects goes that way.
    always_compared: bool,
    /// What is read now.
    reading: Reading,
}

/// What all objects of a picture depend on.
#[derive(Debug, Default, PartialEq, Eq)]
struct MadeFor {
    as_objects: bool,
    opened: Vec<(ObjectId, u32)>,
    first_birth: u32,
    language: &'static str,
    /// Where the arenas lie: a block is told by its arena.
    arenas: Vec<Address>,
}

#[derive(Debug)]
struct Negative {
    at: Address,
    /// The object as it was photographed, nothing in it marked as changed.
    object: Rc<Object>,
    beside: Beside,
    words: Box<[u64]>,
    /// Where its notes begin: first the lines of memory that the words lie in, then what its arrows lead to, as places.
    notes: u32,
    lines: u32,
    targets: u32,
    /// How many parts its box shows at most.
    most: u32,
    /// The last picture that it was good for.
    turn: u32,
}

/// What a box tells that may be otherwise though nothing in its object has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) scratch: Option<i64>,
    pub(super) verdict: String,
    pub(super) generation: Option<u8>,
    pub(super) reachable: bool,
    pub(super) block: Option<BlockPlace>,
}

impl Beside {
    fn of(object: &Object) -> Self {
        let Object { scratch, ref verdict, generation, reachable, block, .. } = *object;
        Self { scratch, verdict: verdict.clone(), generation, reachable, block }
    }
}

/// The negative of an object, good for the picture that is being taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found(u32);

impl Negatives {
    /// A picture is to be taken. What was made under other conditions is thrown away.
    pub(super) fn begin(&mut self, machine: &Machine, wanted: &Wanted, arenas: impl Iterator<Item = Address>) {
        let made_for = MadeFor {
            as_objects: wanted.as_objects,
            opened: wanted.opened.clone(),
            first_birth: machine.registers.first_birth,
            language: heapglass_words::language().code,
            arenas: arenas.collect(),
        };
        if made_for != self.made_for {
            self.clear();
            self.made_for = made_for;
        }
        let memory = &machine.heap.memory;
        let most = if self.always_compared { MOST_COMPARED } else { MOST_COMPARED.min(self.kept.len() as u64 * WORTH_COMPARING) };
        if memory.len() <= most {
            self.changes.get_or_insert_default().look(memory);
        } else {
            self.changes = None;
        }
        self.turn += 1;
    }

    fn clear(&mut self) {
        self.places.clear();
        self.kept.clear();
        self.notes.clear();
        self.used = 0;
    }

    /// The picture has been taken, of so many objects.
    pub(super) fn end(&mut self, objects: usize) {
        if self.kept.len() > 2 * objects + ROOM {
            let turn = self.turn;
            let good: Vec<Negative> = std::mem::take(&mut self.kept).into_iter().filter(|negative| negative.turn == turn).collect();
            let notes = std::mem::take(&mut self.notes);
            self.clear();
            for negative in good {
                self.insert(negative, &notes);
            }
        } else if self.notes.len() > 2 * self.used + ROOM {
            let notes = std::mem::take(&mut self.notes);
            for negative in &mut self.kept {
                let all = negative.all_notes();
                negative.notes = self.notes.len() as u32;
                self.notes.extend(notes.get(all).unwrap_or_default());
            }
        }
    }

    fn insert(&mut self, mut negative: Negative, notes: &[u32]) {
        let own = notes.get(negative.all_notes()).unwrap_or_default();
        negative.notes = self.notes.len() as u32;
        self.notes.extend(own);
        self.used += own.len();
        let place = place(negative.at);
        if place >= self.places.len() {
            self.places.resize(place + 1, 0);
        }
        self.kept.push(negative);
        self.places[place] = self.kept.len() as u32;
    }

    fn index(&self, object: Address) -> Option<usize> {
        (*self.places.get(place(object))? as usize).checked_sub(1)
    }

    /// The negative of an object, if that is as it was.
    pub(super) fn find(&mut self, machine: &Machine, object: Address, most: usize) -> Option<Found> {
        let index = self.index(object)?;
        let negative = &mut self.kept[index];
        if negative.most as usize != most {
            return None;
        }
        // Only what was good in the picture before is known to be as it was then.
        let is_good = negative.turn + 1 == self.turn
            && self.changes.as_ref().is_some_and(|changes| {
                let lines = self.notes.get(negative.notes as usize..(negative.notes + negative.lines) as usize).unwrap_or_default();
                !lines.iter().any(|line| changes.has(*line))
            });
        if negative.turn != self.turn && !is_good && !(self.reading.read(machine, object, most).is_some() && *self.reading.words == *negative.words) {
            return None;
        }
        negative.turn = self.turn;
        Some(Found(index as u32))
    }

    /// What the arrows of an object lead to, in their order.
    pub(super) fn targets(&self, Found(index): Found) -> impl Iterator<Item = Address> + '_ {
        let Negative { notes, lines, targets, .. } = self.kept[index as usize];
        let own = self.notes.get((notes + lines) as usize..(notes + lines + targets) as usize).unwrap_or_default();
        own.iter().map(|place| Address::new(BASE + u64::from(*place) * GRANULE))
    }

    /// Where the block of an object lies.
    pub(super) fn block(&self, Found(index): Found) -> Option<BlockPlace> {
        self.kept[index as usize].beside.block
    }

    /// The object, with what may be otherwise though nothing in it has changed.
    pub(super) fn object(&mut self, Found(index): Found, beside: Beside) -> Rc<Object> {
        let negative = &mut self.kept[index as usize];
        if negative.beside != beside {
            let Beside { scratch, verdict, generation, reachable, block } = beside.clone();
            negative.object = Rc::new(Object { scratch, verdict, generation, reachable, block, ..(*negative.object).clone() });
            negative.beside = beside;
        }
        Rc::clone(&negative.object)
    }

    /// Keeps an object that was photographed anew, if all it was made from can be read again.
    pub(super) fn keep(&mut self, machine: &Machine, at: Address, most: usize, object: &Rc<Object>, targets: &[Address]) {
        let index = self.index(at);
        if self.reading.read(machine, at, most).is_none() {
            if let Some(index) = index {
                self.places[place(at)] = 0;
                self.used -= self.kept[index].all_notes().len();
                // Nothing leads to it any more.
                self.kept[index].turn = 0;
            }
            return;
        }
        let mut notes = self.reading.lines.clone();
        let lines = notes.len() as u32;
        notes.extend(targets.iter().map(|target| place(*target) as u32));
        let negative = Negative {
            at,
            object: Rc::clone(object),
            beside: Beside::of(object),
            words: self.reading.words.as_slice().into(),
            notes: 0,
            lines,
            targets: targets.len() as u32,
            most: most as u32,
            turn: self.turn,
        };
        match index {
            None => self.insert(negative, &notes),
            Some(index) => {
                self.used = self.used + notes.len() - self.kept[index].all_notes().len();
                self.kept[index] = Negative { notes: self.notes.len() as u32, ..negative };
                self.notes.extend(notes);
            }
        }
    }
}

impl Negative {
    fn all_notes(&self) -> std::ops::Range<usize> {
        self.notes as usize..(self.notes + self.lines + self.targets) as usize
    }
}

/// An address as an index: objects start at multiples of sixteen bytes.
fn place(at: Address) -> usize {
    (at.raw().wrapping_sub(BASE) / GRANULE) as usize
}

#[cfg(test)]
mod tests;
