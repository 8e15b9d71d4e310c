//! The audit: a proof that the heap adds up.
//!
//! Two things are shown. First, that the count of every object equals the references to it that exist: in other objects,
//! in the runtime struct, and in what the caller names (frames, registers). Second, that all lists hang together: rings
//! of pools, free blocks, arenas, raw chunks, generations, free lists (see [`structure`]).
//!
//! Immortal objects hold references like any other, but nobody counts those to them.

pub mod lost;
mod marks;
pub mod structure;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::{
    Heap,
    address::Address,
    memory::GRANULE,
    runtime, slot,
    static_type::field,
};

/// How many holders a sentence names.
const HOLDERS_NAMED: usize = 8;

/// What an audit that found nothing wrong has looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Live objects, static ones included.
    pub objects: u64,
    /// Objects whose count was compared: all but the immortal.
    pub counted: u64,
    /// References found.
    pub references: u64,
    /// Blocks of pymalloc that are taken.
    pub blocks: u64,
}

/// Something that does not add up, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// Where: an object, a pool, a list head.
    pub place: Address,
    /// What is wrong there.
    pub text: String,
    /// By how much a count is above the references that were found (negative: below); 0 if no count is wrong.
    pub excess: i64,
}

impl fmt::Display for Discrepancy {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// How many references to an object were found.
#[derive(Clone, Copy, Default)]
struct Found {
    /// In places that certainly hold one.
    firm: u32,
    /// In objects that are being taken apart: they may have let go of it already, though the word is still there.
    perhaps: u32,
}

/// What was found, by address: one entry for each granule of memory.
struct Tally(Vec<Found>);

impl Tally {
    fn new(heap: &Heap) -> Self {
        Self(vec![Found::default(); (heap.memory.len() / GRANULE) as usize + 1])
    }

    fn at(&mut self, object: Address) -> Option<&mut Found> {
        let index = object.raw().checked_sub(crate::memory::BASE)? / GRANULE;
        self.0.get_mut(index as usize)
    }
}

/// Proves that each object's count equals the references found in all objects, the runtime struct and `roots` (a
/// reference and the name of its place, for everything the machine holds beyond that), and that all lists hang together.
///
/// To be called between instructions: in the middle of one, references may be on their way. An object whose count is 0 is
/// being taken apart (its finalizer, or one further down, is running): what its words still name may be let go already.
pub fn audit(heap: &Heap, roots: &[(Address, String)]) -> Result<Report, Vec<Discrepancy>> {
    let mut tally = Tally::new(heap);
    let mut report = Report::default();
    let mut discrepancies = Vec::new();
    for_each_reference(heap, roots, &mut |holder, referent, place| {
        report.references += 1;
        let dying = holder.is_dying(heap);
        if let Some(found) = tally.at(referent) {
            *(if dying { &mut found.perhaps } else { &mut found.firm }) += 1;
        }
        if !dying && !lives(heap, referent) {
            let text = format!("{place} of {} refers to {referent}, where no object lives", holder.describe(heap));
            discrepancies.push(Discrepancy { place: referent, text, excess: 0 });
        }
    });
    for (object, _) in heap.memory.births() {
        report.objects += 1;
        if heap.is_immortal(object) {
            continue;
        }
        report.counted += 1;
        let found = tally.at(object).copied().unwrap_or_default();
        let count = heap.refcount(object);
        if count < found.firm || count > found.firm + found.perhaps {
            discrepancies.push(miscount(heap, roots, object, found));
        }
    }
    report.blocks = structure::check(heap, &mut discrepancies);
    if discrepancies.is_empty() { Ok(report) } else { Err(discrepancies) }
}

/// Who holds references to `object`: the holders and the places, as words.
pub fn holders(heap: &Heap, roots: &[(Address, String)], object: Address) -> Vec<String> {
    let mut holders = Vec::new();
    for_each_reference(heap, roots, &mut |holder, referent, place| {
        if referent == object {
            holders.push(match holder {
                Holder::Object(_) => format!("{place} of {}", holder.describe(heap)),
                Holder::Outside => place.to_owned(),
            });
        }
    });
    holders
}

/// An object in words: `list #12 at 0x7fff00123450`.
pub fn describe(heap: &Heap, object: Address) -> String {
    if !lives(heap, object) {
        return format!("no object at {object}");
    }
    format!(
        "{} #{} at {object}",
        type_name(heap, object),
        heap.memory.birth(object)
    )
}

/// Whether an object starts here.
fn lives(heap: &Heap, object: Address) -> bool {
    object.raw().is_multiple_of(GRANULE)
        && heap.memory.contains(object, GRANULE)
        && heap.memory.birth(object) != 0
}

fn type_name(heap: &Heap, object: Address) -> String {
    let type_ = heap.type_of(object);
    match heap.builtin_type(type_) {
        Some(which) => which.short_name().to_owned(),
        None if lives(heap, type_) => {
            let name = heap.memory.address(type_.plus(field::HEAP_NAME));
            if lives(heap, name) {
                heap.str_text(name)
            } else {
                "instance of an unnamed class".to_owned()
            }
        }
        None => "object without a type".to_owned(),
    }
}

/// Where a reference lies.
#[derive(Clone, Copy)]
enum Holder {
    /// In an object.
    Object(Address),
    /// In the runtime struct or the machine.
    Outside,
}

impl Holder {
    /// Whether the holder is an object that is being taken apart.
    fn is_dying(self, heap: &Heap) -> bool {
        matches!(self, Self::Object(object) if heap.refcount(object) == 0)
    }

    fn describe(self, heap: &Heap) -> String {
        match self {
            Self::Object(object) => describe(heap, object),
            Self::Outside => "the interpreter".to_owned(),
        }
    }
}

/// Calls `visit` with every owned reference there is: the holder, what it refers to, the name of the place.
fn for_each_reference(
    heap: &Heap,
    roots: &[(Address, String)],
    visit: &mut dyn FnMut(Holder, Address, &str),
) {
    for (object, _) in heap.memory.births() {
        // What is being torn down has released some of what its words still say, as in CPython: they mean nothing any more.
        if heap.refcount(object) == 0 {
            continue;
        }
        slot::owned_references(heap, object, &mut |referent, place| {
            if !referent.is_null() {
                visit(Holder::Object(object), referent, place);
            }
        });
    }
    for (start, words, name) in runtime::OWNED_REFERENCES {
        for index in 0..*words {
            let referent = heap.memory.address(runtime::word(*start, index));
            if !referent.is_null() {
                visit(Holder::Outside, referent, name);
            }
        }
    }
    for referent in heap.traced_file_names() {
        visit(Holder::Outside, referent, "the file names of tracemalloc");
    }
    for (referent, place) in roots {
        if !referent.is_null() {
            visit(Holder::Outside, *referent, place);
        }
    }
}

fn miscount(heap: &Heap, roots: &[(Address, String)], object: Address, found: Found) -> Discrepancy {
    let mut holders = holders(heap, roots, object);
    let more = holders.len().saturating_sub(HOLDERS_NAMED);
    holders.truncate(HOLDERS_NAMED);
    if more > 0 {
        holders.push(format!("{more} more"));
    }
    let count = heap.refcount(object);
    let held = if holders.is_empty() { "nowhere".to_owned() } else { holders.join("; ") };
    let object_text = describe(heap, object);
    let expected = if count < found.firm { found.firm } else { found.firm + found.perhaps };
    let text = format!("the count of {object_text} is {count}, but {expected} references exist: {held}");
    Discrepancy { place: object, text, excess: i64::from(count) - i64::from(expected) }
}
