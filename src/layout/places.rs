//! Who is where, for as long as the recording lasts.

use super::form::{Form, usually_folded};
use super::visible::{Sight, Source, Visible, visible};
use super::{HEADER, LANE, Look, Metrics, Point, ROW, drop_below};
use crate::picture::{Frame, ObjectId, Picture, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The place of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its column; 1 is next to the frames.
    pub column: usize,
    /// Its upper edge.
    pub y: i32,
}

/// All places given so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    objects: BTreeMap<ObjectId, Place>,
    /// Boxes that were put elsewhere by hand, or are to stay: left and upper edge.
    pinned: BTreeMap<ObjectId, Point>,
    /// The widest box each column has had; the first entry is that of column 1.
    widths: Vec<i32>,
    /// The most rows each call's frame has had.
    frames: BTreeMap<u64, usize>,
    /// The most different objects that names have held at once: each wants a lane beside the frames.
    named: usize,
}

/// Places are multiples of this.
const GRID: i32 = 4;

impl Places {
    /// The place of an object, if it has been drawn before.
    pub fn of(&self, id: ObjectId) -> Option<Place> {
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
    pub fn frame_tops(&self, frames: &[Frame], metrics: &Metrics) -> (Vec<i32>, i32) {
        let mut y = metrics.margin;
        let mut tops = Vec::new();
        for frame in frames {
            tops.push(y);
            let rows = self.frames.get(&frame.id).copied().unwrap_or(0).max(rows(frame));
            y += HEADER + ROW * i32::try_from(rows).unwrap_or(0) + metrics.gap * 2 / 3;
        }
        (tops, y)
    }

    /// Gives a place to everything in the picture that has none.
    pub fn admit(&mut self, picture: &Picture, look: &Look, narrow: bool) {
        let metrics = Metrics::new(narrow);
        for frame in &picture.frames {
            let most = self.frames.entry(frame.id).or_insert(0);
            *most = (*most).max(rows(frame));
        }
        self.named = self.named.max(named(picture));
        let sight = Sight::new(picture, look);
        let shown = visible(&sight);
        let forms: BTreeMap<ObjectId, Form> = shown
            .iter()
            .map(|entry| {
                let object = &picture.objects[entry.index];
                (entry.id, Form::new(object, look, &metrics, &|id| sight.stand_in(id)))
            })
            .collect();
        let (tops, _) = self.frame_tops(&picture.frames, &metrics);
        let mut taken = Taken::default();
        let mut after = BTreeMap::new();
        for (id, form) in &forms {
            if let Some(place) = self.objects.get(id).filter(|_| !self.is_pinned(*id)) {
                taken.add(place.column, place.y, form.height);
            }
        }
        for entry in &shown {
            if self.objects.contains_key(&entry.id) {
                continue;
            }
            let form = &forms[&entry.id];
            let wanted = self.level(entry, picture, &forms, &tops).unwrap_or(metrics.margin);
            let column = self.column(entry, picture);
            let y = match entry.source {
                // What one object holds stands in its order, so that no arrow of it crosses another.
                Some(Source::Part(holder, _)) => {
                    let least = after.get(&(holder, column)).copied().unwrap_or(i32::MIN);
                    let y = taken.below(column, wanted.max(least), form.height, &metrics);
                    after.insert((holder, column), y + form.height);
                    y
                }
                _ => taken.nearest(column, wanted, form.height, &metrics),
            };
            taken.add(column, y, form.height);
            self.objects.insert(entry.id, Place { column, y });
        }
        for entry in &shown {
            let place = self.objects[&entry.id];
            let index = place.column - 1;
            if self.widths.len() <= index {
                self.widths.resize(index + 1, 0);
            }
            self.widths[index] = self.widths[index].max(forms[&entry.id].width);
        }
        self.settle(&forms, &metrics);
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
    fn level(&self, entry: &Visible, picture: &Picture, forms: &BTreeMap<ObjectId, Form>, tops: &[i32]) -> Option<i32> {
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
                let form = forms.get(&holder)?;
                match form.rows.iter().find(|shown| shown.part == Some(row)) {
                    Some(row) => place.y + row.y + ROW / 2,
                    None => place.y + drop_below(form, row)?,
                }
            }
        };
        Some(middle - HEADER / 2)
    }

    /// Pushes down what a box above has grown into.
    fn settle(&mut self, forms: &BTreeMap<ObjectId, Form>, metrics: &Metrics) {
        let mut columns: BTreeMap<usize, Vec<(i32, ObjectId)>> = BTreeMap::new();
        for id in forms.keys().filter(|id| !self.is_pinned(**id)) {
            let place = self.objects[id];
            columns.entry(place.column).or_default().push((place.y, *id));
        }
        for mut column in columns.into_values() {
            column.sort_unstable();
            let mut free = 0;
            for (y, id) in column {
                let settled = y.max(free);
                if let Some(place) = self.objects.get_mut(&id) {
                    place.y = settled;
                }
                free = up_to_grid(settled + forms[&id].height + metrics.gap);
            }
        }
    }
}

/// How many different objects the names of all frames hold.
fn named(picture: &Picture) -> usize {
    let values = picture
        .frames
        .iter()
        .flat_map(|frame| frame.names.iter().map(|name| &name.value).chain(&frame.stack));
    let held: BTreeSet<ObjectId> = values
        .filter_map(|value| match value {
            Value::Arrow(id) => Some(*id),
            _ => None,
        })
        .collect();
    held.len()
}

/// Height of the words above a frame's value stack.
pub(super) const STACK_CAPTION: i32 = 20;

/// The rows a frame is drawn with, in units of rows.
fn rows(frame: &Frame) -> usize {
    frame.names.len().max(1)
        + if frame.stack.is_empty() {
            0
        } else {
            frame.stack.len() + 1
        }
}

fn up_to_grid(y: i32) -> i32 {
    (y + GRID - 1) / GRID * GRID
}

/// What is taken in each column.
#[derive(Default)]
struct Taken {
    columns: BTreeMap<usize, Vec<(i32, i32)>>,
}

impl Taken {
    /// Keeps each column in order of its upper edges.
    fn add(&mut self, column: usize, y: i32, height: i32) {
        let boxes = self.columns.entry(column).or_default();
        let at = boxes.partition_point(|&(top, _)| top <= y);
        boxes.insert(at, (y, y + height));
    }

    /// The first free place from the wanted one down.
    fn below(&self, column: usize, wanted: i32, height: i32, metrics: &Metrics) -> i32 {
        let mut y = wanted.max(metrics.margin);
        let boxes = self.columns.get(&column).map(Vec::as_slice).unwrap_or_default();
        for &(top, bottom) in boxes {
            if y + height + metrics.gap > top && y < bottom + metrics.gap {
                y = up_to_grid(bottom + metrics.gap);
            }
        }
        y
    }

    /// The free place nearest to the wanted one, from the upper margin down.
    fn nearest(&self, column: usize, wanted: i32, height: i32, metrics: &Metrics) -> i32 {
        let wanted = wanted.max(metrics.margin);
        let boxes = self.columns.get(&column).map(Vec::as_slice).unwrap_or_default();
        let below = |index: usize| boxes.get(index).map_or(i32::MAX, |&(top, _)| top - metrics.gap - height);
        let above = |index: usize| match index.checked_sub(1) {
            Some(index) => up_to_grid(boxes[index].1 + metrics.gap),
            None => metrics.margin,
        };
        // Gap number n lies above box number n.
        let start = boxes.partition_point(|&(top, _)| top <= wanted);
        let in_gap = |index: usize| {
            let (first, last) = (above(index), below(index));
            (first <= last).then(|| if wanted > last { last / GRID * GRID } else { wanted.max(first) })
        };
        let down = (start..=boxes.len()).find_map(in_gap);
        let up = (0..start).rev().find_map(in_gap).filter(|&y| y >= metrics.margin);
        let candidates = up.into_iter().chain(down);
        candidates.min_by_key(|&y| ((y - wanted).abs(), y)).unwrap_or(wanted)
    }
}

#[cfg(test)]
pub(super) mod tests;
