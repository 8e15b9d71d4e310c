//! Places planned over a recording: an object's place suits all its life, and is the same however one comes to a step.
//!
//! An object belongs to whoever referred to it for longest: so the nodes of a list that was built back to front stand in
//! order, and what a name held for a moment only stands with the object that keeps it. Columns follow from that, and heights
//! from the level law: a header is level with the cell that refers to it. Boxes get the room of their largest size; a place
//! is given again only to what lives at another time.

use super::chronicle::{Chronicle, Holder, Life, Reference};
use super::places::{Span, Taken};
use super::{HEADER, Look, Metrics, ROW};
use crate::picture::ObjectId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a plan is wanted for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanWish {
    /// Boxes are narrow.
    pub narrow: bool,
    /// How they are drawn.
    pub look: Look,
}

/// The place of an object, for life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "PackedSlot", into = "PackedSlot")]
pub struct Slot {
    /// Which object.
    pub id: ObjectId,
    /// Its column; 1 is next to the frames.
    pub column: usize,
    /// Its upper edge.
    pub y: i32,
    /// The largest width it ever has.
    pub width: i32,
    /// The largest height it ever has.
    pub height: i32,
    /// The stop at which it is seen first, at the earliest.
    pub first: u64,
    /// The stop at which it is seen last, at the latest.
    pub last: u64,
}

/// As it travels: there may be ten thousand.
type PackedSlot = (u32, usize, i32, i32, i32, u64, u64);

impl From<PackedSlot> for Slot {
    fn from((id, column, y, width, height, first, last): PackedSlot) -> Self {
        Self { id: ObjectId(id), column, y, width, height, first, last }
    }
}

impl From<Slot> for PackedSlot {
    fn from(slot: Slot) -> Self {
        (slot.id.0, slot.column, slot.y, slot.width, slot.height, slot.first, slot.last)
    }
}

impl Slot {
    pub(super) fn span(&self) -> Span {
        Span { first: self.first, last: self.last }
    }
}

/// The upper edge of a call's frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameSlot {
    /// The frame; frames of other times may have the same number.
    pub id: u64,
    /// The first stop it is seen at.
    pub first: u64,
    /// The last.
    pub last: u64,
    /// Its upper edge.
    pub top: i32,
}

/// What a plan must leave as it is, because it is on screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Places that have been given.
    pub slots: Vec<Slot>,
    /// Widths of columns; the first entry is that of column 1.
    pub widths: Vec<i32>,
    /// Lanes beside the frames: see [`Plan::named`].
    pub named: usize,
    /// Upper edges of the frames that are active at this stop.
    pub frames: Vec<(u64, i32)>,
    /// The stop that is on screen.
    pub stop: u64,
}

/// Places for all objects of a recording that were seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Where objects stand.
    pub slots: Vec<Slot>,
    /// Where frames stand.
    pub frames: Vec<FrameSlot>,
    /// The widths of columns; the first entry is that of column 1.
    pub widths: Vec<i32>,
    /// The most different objects that names hold at once.
    pub named: usize,
}

/// What stands already of what one holds: upper edge and life.
type Siblings = BTreeMap<Option<Holder>, Vec<(i32, Span)>>;

/// What is being planned.
struct Planning<'a> {
    chronicle: &'a Chronicle,
    metrics: Metrics,
    tops: Vec<i32>,
    /// Who each object belongs to.
    owners: BTreeMap<ObjectId, &'a Reference>,
    slots: BTreeMap<ObjectId, Slot>,
    taken: Taken,
    widths: Vec<i32>,
    /// Columns up to here keep their width.
    fixed: usize,
}

impl Plan {
    /// Gives a place to everything in the chronicle. `kept` is what must not move.
    pub fn new(chronicle: &Chronicle, kept: Option<&Kept>) -> Self {
        let mut planning = Planning {
            chronicle,
            metrics: chronicle.metrics,
            tops: tops(chronicle, kept),
            owners: owners(chronicle),
            slots: BTreeMap::new(),
            taken: Taken::default(),
            widths: kept.map(|kept| kept.widths.clone()).unwrap_or_default(),
            fixed: kept.map_or(0, |kept| kept.widths.len()),
        };
        planning.keep(kept);
        planning.give();
        let frames = chronicle.frames.iter().zip(&planning.tops).map(|(frame, &top)| {
            let Span { first, last } = chronicle.span(frame.first, frame.last);
            FrameSlot { id: frame.id, first, last, top }
        });
        Self {
            frames: frames.collect(),
            slots: planning.slots.into_values().collect(),
            widths: planning.widths,
            named: kept.filter(|kept| !kept.slots.is_empty()).map_or(chronicle.named, |kept| kept.named),
        }
    }
}

impl Planning<'_> {
    fn keep(&mut self, kept: Option<&Kept>) {
        for slot in kept.iter().flat_map(|kept| &kept.slots) {
            let known = self.chronicle.lives.get(&slot.id);
            let slot = known.map_or(*slot, |life| Slot {
                height: slot.height.max(life.height),
                first: slot.first.min(self.chronicle.span(life.first, life.last).first),
                last: self.chronicle.span(life.first, life.last).last,
                ..*slot
            });
            self.taken.add(slot.column, slot.y, slot.height, slot.span());
            self.slots.insert(slot.id, slot);
        }
    }

    /// Column by column, so that whoever owns an object has its place before.
    fn give(&mut self) {
        let mut waiting: BTreeMap<usize, Vec<ObjectId>> = BTreeMap::new();
        let mut owned: BTreeMap<ObjectId, Vec<ObjectId>> = BTreeMap::new();
        for &id in self.chronicle.lives.keys() {
            match self.owners.get(&id).map(|owner| owner.holder) {
                Some(Holder::Object(holder)) => owned.entry(holder).or_default().push(id),
                _ => waiting.entry(1).or_default().push(id),
            }
        }
        while let Some((column, ids)) = waiting.pop_first() {
            let mut ordered: Vec<(i32, ObjectId)> = ids.into_iter().map(|id| (self.level(id), id)).collect();
            ordered.sort_unstable();
            let column = column.max(1);
            self.widen(column, &ordered);
            // What one holds stands in its order, so that no arrow of it crosses another.
            let mut siblings = Siblings::new();
            for (wanted, id) in ordered {
                let at = self.place(column, wanted, id, &mut siblings);
                if let Some(held) = owned.remove(&id) {
                    waiting.entry((at + 1).min(self.metrics.columns.max(at))).or_default().extend(held);
                }
            }
        }
    }

    fn place(&mut self, column: usize, wanted: i32, id: ObjectId, siblings: &mut Siblings) -> usize {
        if let Some(slot) = self.slots.get(&id) {
            return slot.column;
        }
        let Some(life) = self.chronicle.lives.get(&id) else { return column };
        let span = self.chronicle.span(life.first, life.last);
        let column = self.wide_enough(column, life);
        let holder = self.owners.get(&id).map(|owner| owner.holder);
        let beside = siblings.entry(holder).or_default();
        let least = beside.iter().filter(|(_, other)| other.overlaps(span)).map(|(y, _)| *y).max();
        let y = self.taken.below(column, wanted.max(least.unwrap_or(i32::MIN)), life.height, span, &self.metrics);
        beside.push((y, span));
        self.taken.add(column, y, life.height, span);
        let slot = Slot { id, column, y, width: life.width, height: life.height, first: span.first, last: span.last };
        self.slots.insert(id, slot);
        column
    }

    /// A column is as wide as its widest box; those on screen stay as they are.
    fn widen(&mut self, column: usize, ordered: &[(i32, ObjectId)]) {
        if column <= self.fixed {
            return;
        }
        if self.widths.len() < column {
            self.widths.resize(column, 0);
        }
        let widest = ordered.iter().filter_map(|(_, id)| self.chronicle.lives.get(id)).map(|life| life.width).max();
        self.widths[column - 1] = self.widths[column - 1].max(widest.unwrap_or(0));
    }

    fn wide_enough(&mut self, column: usize, life: &Life) -> usize {
        if column > self.fixed {
            return column;
        }
        let found = (column..=self.fixed).find(|at| self.widths[at - 1] >= life.width);
        let found = found.unwrap_or(self.fixed + 1);
        if self.widths.len() < found {
            self.widths.resize(found, 0);
        }
        self.widths[found - 1] = self.widths[found - 1].max(life.width);
        found
    }

    /// The upper edge at which the header is level with the cell that refers to it.
    fn level(&self, id: ObjectId) -> i32 {
        let Some(owner) = self.owners.get(&id) else { return self.metrics.margin };
        let top = match owner.holder {
            Holder::Frame(index) => self.tops.get(index).copied(),
            Holder::Object(holder) => self.slots.get(&holder).map(|slot| slot.y),
        };
        top.map_or(self.metrics.margin, |top| (top + owner.offset - HEADER / 2).max(self.metrics.margin))
    }
}

/// The upper edges of all frames: below as much of the caller as there ever is while they are active.
fn tops(chronicle: &Chronicle, kept: Option<&Kept>) -> Vec<i32> {
    let metrics = &chronicle.metrics;
    let mut tops: Vec<i32> = Vec::new();
    for frame in &chronicle.frames {
        let below = frame.caller.and_then(|caller| {
            let rows = i32::try_from(frame.rows_above).unwrap_or(0);
            Some(tops.get(caller)? + HEADER + ROW * rows + metrics.gap * 2 / 3)
        });
        let Span { first, last } = chronicle.span(frame.first, frame.last);
        let shown = kept.filter(|kept| first <= kept.stop && kept.stop <= last);
        let stays = shown.and_then(|kept| kept.frames.iter().find(|(id, _)| *id == frame.id)).map(|(_, top)| *top);
        tops.push(stays.or(below).unwrap_or(metrics.margin));
    }
    tops
}

/// Who each object belongs to: the one that refers to it for longest, as long as nobody belongs to himself by way of others.
fn owners(chronicle: &Chronicle) -> BTreeMap<ObjectId, &Reference> {
    let mut ordered: Vec<&Reference> = chronicle.references.iter().collect();
    ordered.sort_by_cached_key(|reference| (std::cmp::Reverse(reference.weight(chronicle)), reference.holder, reference.first, reference.offset, reference.to));
    let mut owners = BTreeMap::new();
    let mut families = Families::default();
    for reference in ordered {
        if owners.contains_key(&reference.to) {
            continue;
        }
        let joins = match reference.holder {
            Holder::Frame(_) => true,
            Holder::Object(holder) => families.join(holder, reference.to),
        };
        if joins {
            owners.insert(reference.to, reference);
        }
    }
    owners
}

/// Objects that belong together so far.
#[derive(Default)]
struct Families {
    elders: BTreeMap<ObjectId, ObjectId>,
    /// Kept out of endless walks, should two ever be each other's elders.
    seen: BTreeSet<ObjectId>,
}

impl Families {
    fn elder(&mut self, id: ObjectId) -> ObjectId {
        self.seen.clear();
        let mut at = id;
        while let Some(&next) = self.elders.get(&at) {
            if !self.seen.insert(at) {
                break;
            }
            at = next;
        }
        for passed in &self.seen {
            self.elders.insert(*passed, at);
        }
        at
    }

    /// Makes two families one. False if they are already.
    fn join(&mut self, holder: ObjectId, held: ObjectId) -> bool {
        let (one, other) = (self.elder(holder), self.elder(held));
        if one != other {
            self.elders.insert(other, one);
        }
        one != other
    }
}

#[cfg(test)]
pub(super) mod tests;
