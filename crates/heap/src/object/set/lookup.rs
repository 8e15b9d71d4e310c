//! Where a key is, or where it would go: nine entries in a row, then on to a scattered place.

use super::{ENTRY, MASK, TABLE};
use crate::{Address, Heap, Host, Raised};

/// Entries probed one after another before jumping (`LINEAR_PROBES`).
pub(super) const LINEAR_PROBES: u64 = 9;
/// How fast the hash's higher bits come into play.
pub(super) const PERTURB_SHIFT: u32 = 5;

/// Where an addition goes.
pub(super) enum Place {
    /// An equal key is there already.
    Taken,
    /// The address of a free entry.
    Vacant(Address),
}

/// The indexes of a table in the order they are probed for `hash`.
pub(super) struct Probes {
    mask: u64,
    perturb: u64,
    start: u64,
    step: u64,
    steps: u64,
}

impl Probes {
    pub(super) fn new(mask: u64, hash: i64) -> Self {
        let start = hash as u64 & mask;
        Self {
            mask,
            perturb: hash as u64,
            start,
            step: 0,
            steps: Self::row(start, mask),
        }
    }

    fn row(start: u64, mask: u64) -> u64 {
        if start + LINEAR_PROBES <= mask {
            LINEAR_PROBES
        } else {
            0
        }
    }
}

impl Iterator for Probes {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        if self.step > self.steps {
            self.perturb >>= PERTURB_SHIFT;
            self.start = self.start.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb) & self.mask;
            self.steps = Self::row(self.start, self.mask);
            self.step = 0;
        }
        self.step += 1;
        Some(self.start + self.step - 1)
    }
}

/// What an entry is to a key that is looked for.
enum Match {
    Empty,
    Equal,
    Other,
}

/// Compares an entry with a key. `None`: the set was changed by the comparison, look again from the start.
fn matches<H: Host>(host: &mut H, set: Address, index: u64, key: Address, hash: i64) -> Result<Option<Match>, Raised> {
    let heap = host.heap_mut();
    let table = heap.memory.address(set.plus(TABLE));
    let at = table.plus(index * ENTRY);
    let (found, found_hash) = (heap.memory.address(at), heap.memory.i64(at.plus(8)));
    if found.is_null() {
        return Ok(Some(Match::Empty));
    }
    if found_hash != hash {
        return Ok(Some(Match::Other));
    }
    if found == key {
        return Ok(Some(Match::Equal));
    }
    if heap.is_exact_str(found) && heap.is_exact_str(key) {
        return Ok(Some(if heap.str_equal(found, key) {
            Match::Equal
        } else {
            Match::Other
        }));
    }
    heap.incref(found);
    let equal = host.equal(found, key);
    let as_before = unchanged(host.heap(), set, table, at, found);
    crate::refcount::decref(host, found);
    match equal? {
        _ if !as_before => Ok(None),
        true => Ok(Some(Match::Equal)),
        false => Ok(Some(Match::Other)),
    }
}

fn unchanged(heap: &Heap, set: Address, table: Address, at: Address, key: Address) -> bool {
    heap.memory.address(set.plus(TABLE)) == table && heap.memory.address(at) == key
}

/// The index of `key`'s entry.
pub(super) fn find<H: Host>(host: &mut H, set: Address, key: Address, hash: i64) -> Result<Option<u64>, Raised> {
    'again: loop {
        for index in Probes::new(host.heap().memory.u64(set.plus(MASK)), hash) {
            match matches(host, set, index, key, hash)? {
                None => continue 'again,
                Some(Match::Empty) => return Ok(None),
                Some(Match::Equal) => return Ok(Some(index)),
                Some(Match::Other) => {}
            }
        }
    }
}

/// Where `key` goes. Marks of removed keys are not used again (3.12).
pub(super) fn place<H: Host>(host: &mut H, set: Address, key: Address, hash: i64) -> Result<Place, Raised> {
    'again: loop {
        for index in Probes::new(host.heap().memory.u64(set.plus(MASK)), hash) {
            match matches(host, set, index, key, hash)? {
                None => continue 'again,
                Some(Match::Empty) => {
                    let table = host.heap().memory.address(set.plus(TABLE));
                    return Ok(Place::Vacant(table.plus(index * ENTRY)));
                }
                Some(Match::Equal) => return Ok(Place::Taken),
                Some(Match::Other) => {}
            }
        }
    }
}
