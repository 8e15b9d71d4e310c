//! Who is where, for as long as the recording lasts.

mod taken;

pub(super) use taken::{Span, Taken};

use super::drawn::Drawn;
use super::form::{Form, usually_folded};
use super::visible::{Source, Visible};
use super::{FrameSlot, HEADER, Kept, LANE, Look, Metrics, Plan, Point, ROW, Slot, drop_below};
use crate::picture::{Frame, Name, ObjectId, Picture, Value};
use serde::{Deserialize, Serialize};
use std::{collections::{BTreeMap, BTreeSet}, rc::Rc};

/// All places given so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    objects: BTreeMap<ObjectId, Slot>,
    /// Boxes that were put elsewhere by hand, or are to stay: left and upper edge.
    pinned: BTreeMap<ObjectId, Point>,
    /// The widths of columns; the first entry is that of column 1.
    widths: Vec<i32>,
    /// The planned upper edges of frames, by the number of the frame.
    frames: BTreeMap<u64, Vec<FrameSlot>>,
    /// The most rows each frame has had that was shown.
    rows: BTreeMap<u64, usize>,
    /// The most different objects that names have held at once: each wants a lane beside the frames.
    named: usize,
    /// Objects that got their places when they were seen: nobody knows when they die.
    loose: BTreeSet<ObjectId>,
    /// All others were planned.
    planned: bool,
}

/// Places are multiples of this.
const GRID: i32 = 4;

/// Rows that a box without a plan can grow by without meeting another.
const HEADROOM: i32 = 3;

impl Places {
    /// The place of an object, if it has one.
    pub fn of(&self, id: ObjectId) -> Option<Slot> {
        self.objects.get(&id).copied()
    }

    /// The left and upper edge of an object's box.
    pub fn corner(&self, id: ObjectId, metrics: &Metrics) -> Option<Point> {
        let place = self.of(id)?;
        Some(self.pinned.get(&id).copied().unwrap_or((self.left(place.column, metrics), place.y)))
    }

    /// Whether the object stays where it is even when all are given places anew.
    pub fn is_pinned(&self, id: ObjectId) -> bool {
        self.pinned.contains_key(&id)
    }

    /// Whether any is.
    pub fn pins_any(&self) -> bool {
        !self.pinned.is_empty()
    }

    /// Puts a box where it is to stay.
    pub fn pin(&mut self, id: ObjectId, at: Point) {
        self.pinned.insert(id, (at.0.max(0), at.1.max(0)));
    }

    /// Gives a box back to the layout.
    pub fn unpin(&mut self, id: ObjectId) {
        self.pinned.remove(&id);
    }

    /// Forgets all places but those of pinned boxes.
    #[must_use]
    pub fn only_pinned(&self) -> Self {
        Self { pinned: self.pinned.clone(), ..Self::default() }
    }

    /// These places according to a plan. Pinned boxes stay.
    #[must_use]
    pub fn planned(&self, plan: &Plan) -> Self {
        let mut frames: BTreeMap<u64, Vec<FrameSlot>> = BTreeMap::new();
        for slot in &plan.frames {
            frames.entry(slot.id).or_default().push(*slot);
        }
        Self {
            objects: plan.slots.iter().map(|slot| (slot.id, *slot)).collect(),
            pinned: self.pinned.clone(),
            widths: plan.widths.clone(),
            frames,
            rows: BTreeMap::new(),
            named: plan.named,
            loose: BTreeSet::new(),
            planned: true,
        }
    }

    /// The places of these objects alone, as if they had got them when they were seen.
    #[must_use]
    pub fn only(&self, shown: &BTreeSet<ObjectId>) -> Self {
        let objects: BTreeMap<ObjectId, Slot> = self.objects.iter().filter(|(id, _)| shown.contains(id)).map(|(id, slot)| (*id, Slot { first: 0, last: u64::MAX, ..*slot })).collect();
        Self { loose: objects.keys().copied().collect(), objects, frames: BTreeMap::new(), planned: false, ..self.clone() }
    }

    /// The widths of columns, and of the gutter beside the frames in lanes.
    pub fn of_widths(&self) -> (&[i32], usize) {
        (&self.widths, self.named)
    }

    /// Whether they were planned.
    pub fn is_planned(&self) -> bool {
        self.planned
    }

    /// What a plan must leave as it is, so that nothing moves that is or was on screen.
    pub fn kept(&self, picture: &Picture, narrow: bool) -> Kept {
        let (tops, _) = self.frame_tops(picture, &Metrics::new(narrow));
        Kept {
            slots: self.objects.values().copied().collect(),
            widths: self.widths.clone(),
            named: self.named,
            frames: picture.frames.iter().map(|frame| frame.id).zip(tops).collect(),
            stop: picture.position.stop,
        }
    }

    /// The left edge of a column.
    pub fn left(&self, column: usize, metrics: &Metrics) -> i32 {
        let before: i32 = self
            .widths
            .iter()
            .take(column.saturating_sub(1))
            .map(|width| width + metrics.gutter)
            .sum();
        metrics.margin + metrics.frame + self.gutter(0, metrics) + before
    }

    /// The left edges of all columns, from that of column 1 on.
    pub(super) fn lefts(&self, metrics: &Metrics) -> Vec<i32> {
        (1..=self.widths.len().max(1)).scan(metrics.margin + metrics.frame + self.gutter(0, metrics), |x, column| {
            let left = *x;
            *x += self.widths.get(column - 1).copied().unwrap_or(0) + metrics.gutter;
            Some(left)
        }).collect()
    }

    /// The left and upper edge of an object's box, given the left edges of columns.
    pub(super) fn corner_among(&self, id: ObjectId, lefts: &[i32]) -> Option<Point> {
        let place = self.objects.get(&id)?;
        let planned = || Some((*lefts.get(place.column - 1)?, place.y));
        self.pinned.get(&id).copied().or_else(planned)
    }

    /// The width of the gutter right of a column.
    pub fn gutter(&self, column: usize, metrics: &Metrics) -> i32 {
        let lanes = i32::try_from(self.named).unwrap_or(i32::MAX).clamp(4, metrics.lanes) - 4;
        metrics.gutter + if column == 0 { LANE * lanes } else { 0 }
    }

    /// The right edge of a column; column 0 holds the frames.
    pub fn right(&self, column: usize, metrics: &Metrics) -> i32 {
        match column.checked_sub(1) {
            None => metrics.margin + metrics.frame,
            Some(index) => self.left(column, metrics) + self.widths.get(index).copied().unwrap_or(0),
        }
    }

    /// The upper edges of frames, outermost first, and the lower edge of the last.
    pub fn frame_tops(&self, picture: &Picture, metrics: &Metrics) -> (Vec<i32>, i32) {
        let stop = picture.position.stop;
        let mut y = metrics.margin;
        let mut tops = Vec::new();
        for frame in &picture.frames {
            let planned = self.frames.get(&frame.id).and_then(|slots| slots.iter().find(|slot| slot.first <= stop && stop <= slot.last));
            let top = planned.map_or(y, |slot| slot.top);
            tops.push(top);
            let most = if planned.is_some() { 0 } else { self.rows.get(&frame.id).copied().unwrap_or(0) };
            let rows = most.max(rows(frame, &Look::default()));
            y = top + HEADER + ROW * i32::try_from(rows).unwrap_or(0) + metrics.gap * 2 / 3;
        }
        (tops, y)
    }

    /// Whether something of a picture has no place yet, or not enough room. Boxes that are not `among` these are known to have.
    pub fn lack(&self, picture: &Picture, drawn: &Drawn, look: &Look, among: Option<&[usize]>) -> bool {
        let lacks_frame = picture.frames.iter().any(|frame| {
            let stop = picture.position.stop;
            let planned = self.frames.get(&frame.id).is_some_and(|slots| slots.iter().any(|slot| slot.first <= stop && stop <= slot.last));
            !planned && self.rows.get(&frame.id).is_none_or(|most| *most < rows(frame, look))
        });
        let lacks = |(entry, form): (&Visible, &Rc<Form>)| self.has_no_room(entry, form);
        let lacks_box = || among.map_or_else(|| drawn.iter().any(lacks), |some| some.iter().filter_map(|at| drawn.get(*at)).any(lacks));
        lacks_frame || !self.planned && self.named < named(picture, look) || lacks_box()
    }

    fn has_no_room(&self, entry: &Visible, form: &Form) -> bool {
        self.objects.get(&entry.id).is_none_or(|slot| slot.width < form.width || slot.height < form.height)
    }

    /// Gives a place to everything in the picture that has none, and more room to what needs it. If the room is `asked` for,
    /// by unfolding or showing more, others make it; else only the box that grew may move.
    pub fn admit(&mut self, picture: &Picture, drawn: &Drawn, look: &Look, narrow: bool, asked: bool) {
        let metrics = Metrics::new(narrow);
        for frame in &picture.frames {
            let most = self.rows.entry(frame.id).or_insert(0);
            *most = (*most).max(rows(frame, look));
        }
        // Wider, the gutter would move all objects.
        if self.objects.is_empty() {
            self.named = named(picture, look).max(6);
        }
        let (tops, _) = self.frame_tops(picture, &metrics);
        self.grow(drawn, picture.position.stop, &metrics, asked);
        if drawn.iter().all(|(entry, _)| self.objects.contains_key(&entry.id)) {
            return;
        }
        let mut taken = self.taken_from(drawn, picture.position.stop);
        let mut after = BTreeMap::new();
        for (entry, form) in drawn.iter() {
            if self.objects.contains_key(&entry.id) {
                continue;
            }
            let wanted = self.level(entry, picture, drawn, &tops).unwrap_or(metrics.margin);
            let column = self.wide_enough(self.column(entry, picture).min(metrics.columns), form.width, &metrics);
            let height = form.height + if form.rows.is_empty() && form.cells.is_empty() { 0 } else { HEADROOM * ROW };
            let span = Span { first: picture.position.stop, last: u64::MAX };
            let y = match entry.source {
                // What one object holds stands in its order, so that no arrow of it crosses another.
                Some(Source::Part(holder, _)) => {
                    let least = after.get(&(holder, column)).copied().unwrap_or(i32::MIN);
                    let y = taken.below(column, wanted.max(least), height, span, &metrics);
                    after.insert((holder, column), y + height);
                    y
                }
                _ => taken.nearest(column, wanted, height, span, &metrics),
            };
            taken.add(column, y, height, span);
            let slot = Slot { id: entry.id, column, y, width: form.width, height, first: span.first, last: span.last };
            self.objects.insert(entry.id, slot);
            self.loose.insert(entry.id);
        }
    }

    /// What is taken now, or will be.
    fn taken_from(&self, drawn: &Drawn, stop: u64) -> Taken {
        let here: BTreeSet<ObjectId> = drawn.iter().map(|(entry, _)| entry.id).collect();
        let mut taken = Taken::default();
        for slot in self.objects.values().filter(|slot| !self.is_pinned(slot.id)) {
            // Those without a plan that are gone have left their place.
            if here.contains(&slot.id) || slot.last >= stop && !self.loose.contains(&slot.id) {
                taken.add(slot.column, slot.y, slot.height, slot.span());
            }
        }
        taken
    }

    /// Sees to it that boxes have the room they need.
    fn grow(&mut self, drawn: &Drawn, stop: u64, metrics: &Metrics, asked: bool) {
        let mut outgrown = Vec::new();
        for (entry, form) in drawn.iter() {
            let Some(slot) = self.objects.get_mut(&entry.id) else { continue };
            let (is_wider, is_higher) = (form.width > slot.width, form.height > slot.height);
            (slot.width, slot.height) = (slot.width.max(form.width), slot.height.max(form.height));
            let (column, is_narrow) = (slot.column, self.widths.get(slot.column - 1).is_none_or(|width| *width < form.width));
            if asked && is_narrow {
                self.widths[column - 1] = form.width;
            }
            if (is_higher || is_wider && is_narrow && !asked) && !self.is_pinned(entry.id) {
                outgrown.push(entry.id);
            }
        }
        if asked {
            let columns: BTreeSet<usize> = outgrown.iter().filter_map(|id| self.objects.get(id)).map(|slot| slot.column).collect();
            columns.into_iter().for_each(|column| self.settle(column, metrics));
        } else if !outgrown.is_empty() {
            self.move_outgrown(&outgrown, drawn, stop, metrics);
        }
    }

    /// Boxes that have grown into others without being asked to go elsewhere themselves.
    fn move_outgrown(&mut self, outgrown: &[ObjectId], drawn: &Drawn, stop: u64, metrics: &Metrics) {
        for id in outgrown {
            let Some(slot) = self.objects.remove(id) else { continue };
            let column = self.wide_enough(slot.column, slot.width, metrics);
            let taken = self.taken_from(drawn, stop);
            let y = if column == slot.column && taken.is_free(column, slot.y, slot.height, slot.span(), metrics) {
                slot.y
            } else {
                taken.nearest(column, slot.y, slot.height, slot.span(), metrics)
            };
            self.objects.insert(*id, Slot { column, y, ..slot });
        }
    }

    /// The first column from the wanted one on that has room for a box of this width, so that no column becomes wider.
    fn wide_enough(&mut self, wanted: usize, width: i32, metrics: &Metrics) -> usize {
        let wanted = wanted.max(1);
        let found = (wanted..=self.widths.len()).find(|column| self.widths[column - 1] >= width);
        let column = found.unwrap_or_else(|| wanted.max(self.widths.len() + 1));
        if column > self.widths.len() {
            self.widths.resize(column, metrics.frame + metrics.gutter);
            self.widths[column - 1] = width.max(metrics.frame + metrics.gutter);
        }
        column
    }

    /// The column right of whoever names it, so that a chain runs from left to right.
    fn column(&self, entry: &Visible, picture: &Picture) -> usize {
        match entry.source {
            Some(Source::Part(holder, _)) => {
                let holder = self.objects.get(&holder).map_or(entry.depth - 1, |place| place.column);
                // Classes and functions that others refer to stay near their holders.
                if usually_folded(&picture.objects[entry.index]) {
                    holder.max(1) + 1
                } else {
                    holder + 1
                }
            }
            _ => entry.depth.max(1),
        }
    }

    /// The upper edge at which the header is level with the cell that first named the object.
    fn level(&self, entry: &Visible, picture: &Picture, drawn: &Drawn, tops: &[i32]) -> Option<i32> {
        let middle = match entry.source? {
            Source::Name(frame, row) => {
                let below = if row >= picture.frames[frame].names.len() {
                    STACK_CAPTION
                } else {
                    0
                };
                tops.get(frame)? + HEADER + ROW * i32::try_from(row).ok()? + ROW / 2 + below
            }
            Source::Part(holder, row) => {
                let place = self.objects.get(&holder)?;
                let form = drawn.form(holder)?;
                match form.rows.iter().find(|shown| shown.part == Some(row)) {
                    Some(row) => place.y + row.y + ROW / 2,
                    None => place.y + drop_below(form, row)?,
                }
            }
        };
        Some(middle - HEADER / 2)
    }

    /// Pushes down what a box above has grown into, wherever the two live at the same time.
    fn settle(&mut self, column: usize, metrics: &Metrics) {
        let mut ordered: Vec<Slot> = self.objects.values().filter(|slot| slot.column == column && !self.is_pinned(slot.id)).copied().collect();
        ordered.sort_unstable_by_key(|slot| (slot.y, slot.id));
        let mut done: Vec<Slot> = Vec::with_capacity(ordered.len());
        for mut slot in ordered {
            let above = done.iter().filter(|other| other.span().meets(slot.span()));
            let free = above.map(|other| up_to_grid(other.y + other.height + metrics.gap)).max().unwrap_or(0);
            // Those above in the same order stay above.
            slot.y = slot.y.max(free);
            done.push(slot);
        }
        for slot in done {
            self.objects.insert(slot.id, slot);
        }
    }
}

/// How many different objects the names of all frames hold.
pub(super) fn named(picture: &Picture, look: &Look) -> usize {
    let values = picture.frames.iter().flat_map(|frame| names_of(frame, look).map(|name| &name.value).chain(&frame.stack));
    let held: BTreeSet<ObjectId> = values
        .filter_map(|value| match value {
            Value::Arrow(id) => Some(*id),
            _ => None,
        })
        .collect();
    held.len()
}

/// The names of a frame that are drawn.
pub(super) fn names_of<'a>(frame: &'a Frame, look: &'a Look) -> impl Iterator<Item = &'a Name> {
    frame.names.iter().filter(|name| !look.hides_name(&frame.function, &name.name))
}

/// Height of the words above a frame's value stack.
pub(super) const STACK_CAPTION: i32 = 20;

/// The rows a frame is drawn with, in units of rows.
pub(super) fn rows(frame: &Frame, look: &Look) -> usize {
    names_of(frame, look).count().max(1)
        + if frame.stack.is_empty() {
            0
        } else {
            frame.stack.len() + 1
        }
}

fn up_to_grid(y: i32) -> i32 {
    (y + GRID - 1) / GRID * GRID
}

#[cfg(test)]
pub(super) mod tests;
