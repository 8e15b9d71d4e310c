//! Everything on the stage, with its place: what the stage panel draws without further thought.

use super::form::shown;
use super::places::STACK_CAPTION;
use super::route::{From, Obstacle, Router, To};
use super::visible::visible;
use super::{ArrowPath, Form, HEADER, Metrics, Places, ROW, Row};
use crate::picture::{Frame, ObjectId, Picture, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width of all there is.
    pub width: i32,
    /// Height of all there is.
    pub height: i32,
    /// Frames, outermost first.
    pub frames: Vec<FrameBox>,
    /// Objects, nearest to the frames first.
    pub boxes: Vec<ObjectBox>,
    /// Arrows, in the order of their sources.
    pub arrows: Vec<Arrow>,
    /// Where the heap begins, right of the frames.
    pub fence: i32,
}

/// A frame.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameBox {
    /// Its index in the picture.
    pub index: usize,
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// Names and what they hold.
    pub names: Vec<Row>,
    /// Values on the value stack.
    pub stack: Vec<Row>,
}

/// An object's box.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectBox {
    /// Which object.
    pub id: ObjectId,
    /// Its index in the picture.
    pub index: usize,
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Its inside.
    pub form: Form,
}

/// A reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The object it comes from; none for a name.
    pub from: Option<ObjectId>,
    /// The object it points at.
    pub to: ObjectId,
    /// What sets it apart.
    pub kind: ArrowKind,
    /// The step made it.
    pub changed: bool,
    /// Its way.
    pub path: ArrowPath,
}

/// What sets an arrow apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowKind {
    /// From a frame: it keeps its target alive.
    Root,
    /// From one object to another.
    Inner,
    /// Does not count.
    Weak,
}

impl Scene {
    /// The stage for a picture whose objects have places.
    pub fn new(picture: &Picture, places: &Places, unfolded: &BTreeSet<ObjectId>, narrow: bool) -> Self {
        let metrics = Metrics::new(narrow);
        let (tops, frames_end) = places.frame_tops(&picture.frames, &metrics);
        let frames: Vec<FrameBox> = picture
            .frames
            .iter()
            .zip(&tops)
            .enumerate()
            .map(|(index, (frame, &top))| frame_box(index, frame, top, &metrics))
            .collect();
        let boxes: Vec<ObjectBox> = visible(picture, unfolded)
            .into_iter()
            .filter_map(|entry| {
                let place = places.of(entry.id)?;
                let form = Form::new(&picture.objects[entry.index], unfolded.contains(&entry.id), &metrics);
                let x = places.left(place.column, &metrics);
                Some(ObjectBox {
                    id: entry.id,
                    index: entry.index,
                    x,
                    y: place.y,
                    form,
                })
            })
            .collect();
        let arrows = arrows(&frames, &boxes, places, metrics);
        let right = boxes.iter().map(|box_| box_.x + box_.form.width).max().unwrap_or(0);
        let bottom = boxes
            .iter()
            .map(|box_| box_.y + box_.form.height)
            .max()
            .unwrap_or(0)
            .max(frames_end);
        let fence = metrics.margin + metrics.frame + 6;
        // Arrows that come back to their column pass right of it; those under everything, below it.
        let (arrows_right, arrows_bottom) =
            arrows.iter().fold((0, 0), |(x, y), arrow| (x.max(arrow.path.reach.0), y.max(arrow.path.reach.1)));
        Self {
            width: (right.max(fence) + metrics.gutter).max(arrows_right + metrics.gap),
            height: bottom.max(arrows_bottom) + metrics.gap,
            frames,
            boxes,
            arrows,
            fence,
        }
    }
}

impl Scene {
    /// Left, top, right and bottom of what the step changed, or else of the running frame: what should be in view.
    pub fn focus(&self, picture: &Picture) -> Option<[i32; 4]> {
        let changed = self.boxes.iter().filter(|box_| {
            let object = &picture.objects[box_.index];
            object.is_new || object.parts.iter().any(|part| part.changed)
        });
        let spoken = self
            .boxes
            .iter()
            .filter(|box_| picture.sentence.objects.contains(&box_.id));
        if let Some(box_) = changed.chain(spoken).next() {
            return Some([box_.x, box_.y, box_.x + box_.form.width, box_.y + box_.form.height]);
        }
        let frame = self.frames.last()?;
        Some([frame.x, frame.y, frame.x + frame.width, frame.y + frame.height])
    }
}

fn frame_box(index: usize, frame: &Frame, y: i32, metrics: &Metrics) -> FrameBox {
    let row = |label: String, value: &Value, y: i32, changed: bool| {
        let target = match value {
            Value::Arrow(id) => Some(*id),
            _ => None,
        };
        let room = usize::try_from((metrics.frame - 30) / 8)
            .unwrap_or(0)
            .saturating_sub(label.chars().count())
            .max(4);
        Row {
            y,
            label,
            key: None,
            text: shown(value, room),
            target,
            weak: false,
            changed,
        }
    };
    let mut next = HEADER;
    let mut names = Vec::new();
    for name in &frame.names {
        let label = crate::words::shortened(&name.name, metrics.characters * 2 / 3);
        names.push(row(label, &name.value, next, name.changed));
        next += ROW;
    }
    if names.is_empty() {
        next += ROW;
    }
    let mut stack = Vec::new();
    if !frame.stack.is_empty() {
        next += STACK_CAPTION;
        for (depth, value) in frame.stack.iter().enumerate() {
            stack.push(row(depth.to_string(), value, next, false));
            next += ROW;
        }
    }
    FrameBox {
        index,
        x: metrics.margin,
        y,
        width: metrics.frame,
        height: next,
        names,
        stack,
    }
}

fn arrows(frames: &[FrameBox], boxes: &[ObjectBox], places: &Places, metrics: Metrics) -> Vec<Arrow> {
    let mut ends = BTreeMap::new();
    let mut obstacles = Vec::new();
    for box_ in boxes {
        let Some(place) = places.of(box_.id) else { continue };
        let to = To {
            id: box_.id,
            column: place.column,
            left: box_.x,
            top: box_.y,
            width: box_.form.width,
        };
        ends.insert(box_.id, to);
        obstacles.push(Obstacle {
            column: place.column,
            top: box_.y,
            bottom: box_.y + box_.form.height,
        });
    }
    let mut router = Router::new(places, metrics, obstacles);
    let mut found = Vec::new();
    for frame in frames {
        for row in frame.names.iter().chain(&frame.stack) {
            let Some(to) = row.target.and_then(|id| ends.get(&id)) else {
                continue;
            };
            let point = (frame.x + frame.width - DOT, frame.y + row.y + ROW / 2);
            let path = router.route(
                From {
                    point,
                    column: 0,
                    leftward: false,
                },
                *to,
            );
            found.push(Arrow {
                from: None,
                to: to.id,
                kind: ArrowKind::Root,
                changed: row.changed,
                path,
            });
        }
    }
    for box_ in boxes {
        let Some(place) = places.of(box_.id) else { continue };
        for row in &box_.form.rows {
            let y = box_.y + row.y + ROW / 2;
            let kind = if row.weak { ArrowKind::Weak } else { ArrowKind::Inner };
            let key = row.key.map(|id| (id, box_.x + DOT, true, ArrowKind::Inner));
            let value = row.target.map(|id| (id, box_.x + box_.form.width - DOT, false, kind));
            for (id, x, leftward, kind) in key.into_iter().chain(value) {
                let Some(to) = ends.get(&id) else { continue };
                let path = router.route(
                    From {
                        point: (x, y),
                        column: place.column,
                        leftward,
                    },
                    *to,
                );
                found.push(Arrow {
                    from: Some(box_.id),
                    to: id,
                    kind,
                    changed: row.changed,
                    path,
                });
            }
        }
    }
    found
}

/// Distance of a dot from the edge of its box.
const DOT: i32 = 15;
