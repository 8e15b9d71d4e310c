//! Which objects are drawn, in which order, and how far from the frames.
//!
//! What only a folded box refers to stays out of sight; what the program has lost stays in sight until it is freed.

use super::Look;
use super::places::names_of;
use crate::picture::{Object, ObjectId, Picture, Value};
use crate::words;
use heapglass_words::stage;
use std::collections::{BTreeSet, VecDeque};

/// A place in a picture that refers to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A name of a frame: index of the frame, index of the row among those that are drawn.
    Name(usize, usize),
    /// A part of an object.
    Part(ObjectId, usize),
}

/// An object to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Visible {
    /// Which.
    pub(super) id: ObjectId,
    /// Its index in the picture.
    pub(super) index: usize,
    /// References from the frames to it, at least 1.
    pub(super) depth: usize,
    /// Who named it first.
    pub(super) source: Option<Source>,
}

/// Where the objects of a picture are, and which of them are kept out of sight.
pub(super) struct Sight<'a> {
    picture: &'a Picture,
    look: &'a Look,
}

impl<'a> Sight<'a> {
    pub(super) fn new(picture: &'a Picture, look: &'a Look) -> Self {
        Self { picture, look }
    }

    /// Objects of a picture are in the order of their numbers.
    fn index(&self, id: ObjectId) -> Option<usize> {
        self.picture.objects.binary_search_by_key(&id, |object| object.id).ok()
    }

    /// What stands in a cell instead of an arrow, if the object it holds is not drawn.
    pub(super) fn stand_in(&self, id: ObjectId) -> Option<String> {
        match self.index(id) {
            None => Some(stage::object_not_drawn(&words::numbered(id))),
            Some(index) => {
                let object = &self.picture.objects[index];
                self.look.hides(object).then(|| stage::object_hidden(&words::title(object)))
            }
        }
    }
}

/// The objects that are drawn, nearest first.
pub(super) fn visible(sight: &Sight<'_>) -> Vec<Visible> {
    let picture = sight.picture;
    let mut walk = Walk {
        picture,
        look: sight.look,
        sight,
        seen: vec![false; picture.objects.len()],
        found: Vec::new(),
    };
    let mut queue = VecDeque::new();
    for (frame_index, frame) in picture.frames.iter().enumerate() {
        let values = names_of(frame, sight.look).map(|name| &name.value).chain(&frame.stack);
        for (row, value) in values.enumerate() {
            walk.meet(value, 1, Source::Name(frame_index, row), &mut queue);
        }
    }
    walk.follow(&mut queue);
    // What the program has lost: those nobody lost refers to come first, then rings.
    for entry in lost(picture, &walk.seen) {
        let Some(index) = sight.index(entry.id) else { continue };
        if !walk.look.hides(entry) && !std::mem::replace(&mut walk.seen[index], true) {
            walk.found.push(Visible {
                id: entry.id,
                index,
                depth: 1,
                source: None,
            });
            queue.push_back((index, 1));
            walk.follow(&mut queue);
        }
    }
    walk.found
}

struct Walk<'a> {
    picture: &'a Picture,
    look: &'a Look,
    sight: &'a Sight<'a>,
    seen: Vec<bool>,
    found: Vec<Visible>,
}

impl Walk<'_> {
    fn meet(&mut self, value: &Value, depth: usize, source: Source, queue: &mut VecDeque<(usize, usize)>) {
        let Value::Arrow(id) = *value else { return };
        let Some(index) = self.sight.index(id) else { return };
        if !self.seen[index] && !self.look.hides(&self.picture.objects[index]) {
            self.seen[index] = true;
            self.found.push(Visible {
                id,
                index,
                depth,
                source: Some(source),
            });
            queue.push_back((index, depth));
        }
    }

    fn follow(&mut self, queue: &mut VecDeque<(usize, usize)>) {
        while let Some((index, depth)) = queue.pop_front() {
            let object = &self.picture.objects[index];
            if self.look.folds(object) {
                continue;
            }
            for (row, part) in object.parts.iter().enumerate() {
                let source = Source::Part(object.id, row);
                if let Some(key) = &part.key {
                    self.meet(key, depth + 1, source, queue);
                }
                self.meet(&part.value, depth + 1, source, queue);
            }
        }
    }
}

fn lost<'a>(picture: &'a Picture, seen: &[bool]) -> Vec<&'a Object> {
    let lost: Vec<&Object> = picture
        .objects
        .iter()
        .zip(seen)
        .filter(|(object, seen)| !object.reachable && !**seen)
        .map(|(object, _)| object)
        .collect();
    let mut referred = BTreeSet::new();
    for object in &lost {
        for part in &object.parts {
            for value in part.key.iter().chain([&part.value]) {
                if let Value::Arrow(id) = value
                    && *id != object.id
                {
                    referred.insert(*id);
                }
            }
        }
    }
    let (inner, outer): (Vec<&Object>, Vec<&Object>) =
        lost.into_iter().partition(|object| referred.contains(&object.id));
    outer.into_iter().chain(inner).collect()
}
