//! The lives of all objects and frames of a recording, as far as the stage cares: from when to when they are seen, how large
//! their boxes become, and who refers to them for how long. Read from pictures of its stops, from the first to the last.

use super::form::Form;
use super::places::{STACK_CAPTION, Span, named, names_of, rows};
use super::visible::{Sight, visible};
use super::{Metrics, PlanWish, ROW};
use crate::picture::{Frame, Object, ObjectId, Picture, Value};
use std::collections::{BTreeMap, HashMap};

/// What was read so far.
#[derive(Debug)]
pub struct Chronicle {
    wish: PlanWish,
    pub(super) metrics: Metrics,
    pub(super) lives: BTreeMap<ObjectId, Life>,
    /// All calls, in the order of their beginning.
    pub(super) frames: Vec<FrameLife>,
    pub(super) references: Vec<Reference>,
    pub(super) named: usize,
    /// The calls that were active in the last picture, outermost first.
    active: Vec<usize>,
    known: HashMap<(Holder, ObjectId), usize>,
    /// The references that the frames held in the last picture.
    held: Vec<usize>,
    /// The stops that were looked at.
    samples: Vec<u64>,
    before: Picture,
}

/// Who refers to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Holder {
    /// A name of a call, by its place in the chronicle.
    Frame(usize),
    /// A part of an object.
    Object(ObjectId),
}

/// The life of an object, in numbers of pictures.
#[derive(Debug)]
pub(super) struct Life {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) width: i32,
    pub(super) height: i32,
    /// Where it is in the last picture that had it.
    index: usize,
    /// The references it held then.
    held: Vec<usize>,
}

/// A call.
#[derive(Debug)]
pub(super) struct FrameLife {
    pub(super) id: u64,
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) caller: Option<usize>,
    /// The most rows the caller has had meanwhile.
    pub(super) rows_above: usize,
    function: String,
}

/// That one refers to another, from time to time.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) holder: Holder,
    pub(super) to: ObjectId,
    /// How far below the holder's upper edge the cell is that refers.
    pub(super) offset: i32,
    /// The first stop of it.
    pub(super) first: u64,
    /// Stops it has lasted, up to the last time it ended.
    lasted: u64,
    since: Option<u64>,
    /// The stop at which it ended last.
    until: u64,
    /// Only the value stack refers.
    passing: bool,
}

impl Reference {
    /// How much it counts: for how many stops it has held, and more if it was there when its target was seen last. What is
    /// only on the value stack counts for nothing.
    pub(super) fn weight(&self, chronicle: &Chronicle) -> u64 {
        if self.passing {
            return 0;
        }
        let duration = self.lasted + self.since.map_or(0, |since| chronicle.now() - since + 1);
        let last = chronicle.lives.get(&self.to).and_then(|life| chronicle.samples.get(life.last)).copied().unwrap_or(0);
        if self.since.is_some() || self.until > last { duration * 2 + OUTLASTING } else { duration }
    }
}

/// What a reference that outlasts others is ahead of them, in stops.
const OUTLASTING: u64 = 4;

impl Chronicle {
    /// An empty one.
    pub fn new(wish: PlanWish) -> Self {
        Self {
            metrics: Metrics::new(wish.narrow),
            wish,
            lives: BTreeMap::new(),
            frames: Vec::new(),
            references: Vec::new(),
            named: 0,
            active: Vec::new(),
            known: HashMap::new(),
            held: Vec::new(),
            samples: Vec::new(),
            before: Picture::default(),
        }
    }

    /// What it is read for.
    pub fn wish(&self) -> &PlanWish {
        &self.wish
    }

    /// The last stop that was looked at.
    pub(super) fn now(&self) -> u64 {
        self.samples.last().copied().unwrap_or(0)
    }

    /// The stops between which something lives that was seen from one picture to another. It may have begun right after the
    /// picture before, and ended just before the one that no longer shows it; what the last one shows may live on.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        let begin = first.checked_sub(1).and_then(|before| self.samples.get(before)).map_or(0, |stop| stop + 1);
        Span { first: begin, last: self.samples.get(last + 1).map_or(u64::MAX, |stop| stop - 1) }
    }

    /// Reads the picture of a later stop.
    pub fn see(&mut self, picture: Picture, stop: u64) {
        let sample = self.samples.len();
        self.samples.push(stop);
        self.named = self.named.max(named(&picture, &self.wish.look));
        let wish = std::mem::take(&mut self.wish);
        self.see_frames(&picture, sample, stop, &wish);
        let sight = Sight::new(&picture, &wish.look);
        for entry in visible(&sight) {
            let object = &picture.objects[entry.index];
            self.see_object(object, entry.index, sample, stop, &|id| sight.stand_in(id), &wish);
        }
        self.close_gone(sample, stop);
        self.wish = wish;
        self.before = picture;
    }

    fn see_object(&mut self, object: &Object, index: usize, sample: usize, stop: u64, stand_in: &super::form::StandIn<'_>, wish: &PlanWish) {
        let life = self.lives.entry(object.id).or_insert(Life { first: sample, last: sample, width: 0, height: 0, index: usize::MAX, held: Vec::new() });
        let alike = life.last + 1 == sample && self.before.objects.get(life.index) == Some(object);
        (life.last, life.index) = (sample, index);
        if alike {
            return;
        }
        let form = Form::new(object, &wish.look, &self.metrics, stand_in);
        (life.width, life.height) = (life.width.max(form.width), life.height.max(form.height));
        let held = std::mem::take(&mut life.held);
        let mut now = Vec::new();
        // What cells hold stands in their order, the first level with the first line below the box.
        let held_by_cells = form.cells.iter().filter(|cell| cell.part.is_some()).filter_map(|cell| cell.target);
        now.extend(held_by_cells.zip(form.height + 9..));
        for row in &form.rows {
            now.extend(row.key.iter().chain(&row.target).map(|to| (*to, row.y + ROW / 2)));
        }
        now.retain(|(to, _)| *to != object.id);
        let now = self.renew(&held, Holder::Object(object.id), &now, stop, false);
        if let Some(life) = self.lives.get_mut(&object.id) {
            life.held = now;
        }
    }

    /// Ends the references that one held and begins those that it holds now.
    fn renew(&mut self, held: &[usize], holder: Holder, now: &[(ObjectId, i32)], stop: u64, passing: bool) -> Vec<usize> {
        for index in held {
            end(&mut self.references[*index], stop);
        }
        let mut indices: Vec<usize> = Vec::with_capacity(now.len());
        for &(to, offset) in now {
            let index = *self.known.entry((holder, to)).or_insert_with(|| {
                self.references.push(Reference { holder, to, offset, first: stop, lasted: 0, since: None, until: 0, passing });
                self.references.len() - 1
            });
            if indices.contains(&index) {
                continue;
            }
            let reference = &mut self.references[index];
            if reference.passing && !passing {
                reference.passing = false;
                reference.offset = offset;
            }
            reference.since.get_or_insert(stop);
            if matches!(holder, Holder::Object(_)) {
                reference.offset = offset;
            }
            indices.push(index);
        }
        indices
    }

    fn see_frames(&mut self, picture: &Picture, sample: usize, stop: u64, wish: &PlanWish) {
        let same = |known: &FrameLife, frame: &Frame| known.id == frame.id && known.function == frame.function;
        let lasting = self.active.iter().zip(&picture.frames).take_while(|(index, frame)| same(&self.frames[**index], frame)).count();
        self.active.truncate(lasting);
        for (depth, frame) in picture.frames.iter().enumerate() {
            let caller = depth.checked_sub(1).and_then(|above| self.active.get(above)).copied();
            if depth >= self.active.len() {
                self.active.push(self.frames.len());
                self.frames.push(FrameLife { id: frame.id, first: sample, last: sample, caller, rows_above: 0, function: frame.function.clone() });
            }
            let rows_above = depth.checked_sub(1).map_or(0, |above| rows(&picture.frames[above], &wish.look));
            let life = &mut self.frames[self.active[depth]];
            life.last = sample;
            life.rows_above = life.rows_above.max(rows_above);
        }
        let held = std::mem::take(&mut self.held);
        for index in held {
            end(&mut self.references[index], stop);
        }
        for depth in 0..picture.frames.len() {
            let frame = &picture.frames[depth];
            let holder = Holder::Frame(self.active[depth]);
            let at = |row: usize| super::HEADER + ROW * i32::try_from(row).unwrap_or(0) + ROW / 2;
            let shown: Vec<&Value> = names_of(frame, &wish.look).map(|name| &name.value).collect();
            let below = shown.len().max(1);
            let arrow = |value: &Value| if let Value::Arrow(id) = value { Some(*id) } else { None };
            let named: Vec<(ObjectId, i32)> = shown.iter().enumerate().filter_map(|(row, value)| Some((arrow(value)?, at(row)))).collect();
            let stacked: Vec<(ObjectId, i32)> =
                frame.stack.iter().enumerate().filter_map(|(row, value)| Some((arrow(value)?, at(below + row) + STACK_CAPTION))).collect();
            let named = self.renew(&[], holder, &named, stop, false);
            let stacked = self.renew(&[], holder, &stacked, stop, true);
            self.held.extend(named);
            self.held.extend(stacked);
        }
    }

    /// Ends what those held that are not seen any more.
    fn close_gone(&mut self, sample: usize, stop: u64) {
        let gone: Vec<ObjectId> = self.lives.iter().filter(|(_, life)| life.last + 1 == sample && !life.held.is_empty()).map(|(id, _)| *id).collect();
        for id in gone {
            let held = self.lives.get_mut(&id).map(|life| std::mem::take(&mut life.held)).unwrap_or_default();
            for index in held {
                end(&mut self.references[index], stop);
            }
        }
    }
}

fn end(reference: &mut Reference, stop: u64) {
    if let Some(since) = reference.since.take() {
        reference.lasted += stop - since;
        reference.until = stop;
    }
}
