//! Everything on the stage, with its place: what the stage panel draws without further thought.

use super::form::{StandIn, shown};
use super::places::STACK_CAPTION;
use super::route::{CLEAR, From, Obstacle, Router, To};
use super::visible::{Sight, Visible};
use super::{ArrowPath, Drawn, Edges, Focus, Form, HEADER, Look, Metrics, Places, ROW, Row, UNDER, drop_below, lowest_drop};
use crate::picture::{Frame, ObjectId, Picture, Value};
use std::rc::Rc;

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
    /// Where in `boxes` each object is, in the order of their numbers.
    index: Rc<Vec<(ObjectId, usize)>>,
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

/// Letters of a function's name in the head of its frame.
const FRAME_TITLE: usize = 14;
/// Pixels of a letter of it, of a letter of the line beside it, and of the two margins.
const TITLE_LETTER: usize = 8;
const LINE_LETTER: usize = 6;
const HEAD_MARGINS: usize = 20;

impl FrameBox {
    /// What stands in the head: the function's name, and the line in words, or its number alone where there is no room.
    pub fn head(&self, function: &str, line: u32, words: String) -> (String, String) {
        let columns = crate::words::columns;
        let title = crate::words::shortened(function, FRAME_TITLE);
        let needed = HEAD_MARGINS + TITLE_LETTER * columns(&title) + LINE_LETTER * columns(&words);
        let fits = usize::try_from(self.width).is_ok_and(|width| needed <= width);
        (title, if fits { words } else { line.to_string() })
    }
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
    pub form: Rc<Form>,
}

/// A reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The object it comes from; none for a name.
    pub from: Option<ObjectId>,
    /// The object it points at.
    pub to: ObjectId,
    /// The cell that holds it.
    pub cell: ArrowCell,
    /// What sets it apart.
    pub kind: ArrowKind,
    /// The step made it.
    pub changed: bool,
    /// Its way.
    pub path: ArrowPath,
}

/// The cell that an arrow leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowCell {
    /// A name: index of the frame in the picture, and of the name in the frame.
    Name(usize, usize),
    /// A place on a value stack.
    Stack,
    /// The key of a part.
    Key(usize),
    /// A part of an object.
    Part(usize),
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

/// A part of the stage, in its own measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Left edge.
    pub left: i32,
    /// Upper edge.
    pub top: i32,
    /// Right edge.
    pub right: i32,
    /// Lower edge.
    pub bottom: i32,
}

impl View {
    /// Whether a box lies in it or touches it.
    pub fn meets(&self, x: i32, y: i32, width: i32, height: i32) -> bool {
        x <= self.right && y <= self.bottom && x + width >= self.left && y + height >= self.top
    }

    /// With room around it.
    #[must_use]
    pub fn grown(&self, by: i32) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

/// Up to so many boxes all arrows are drawn; beyond, those of the boxes in view.
const FEW: usize = 300;

impl Scene {
    /// The stage for a picture whose objects have places, with its arrows. Of a large stage only the arrows of what lies
    /// in `view`.
    pub fn new(picture: &Picture, drawn: &Drawn, places: &Places, look: &Look, narrow: bool, view: Option<View>) -> Self {
        let mut scene = Self::boxes_alone(picture, drawn, places, look, narrow);
        scene.draw_arrows(places, narrow, view);
        scene
    }

    /// The stage without arrows.
    pub fn boxes_alone(picture: &Picture, drawn: &Drawn, places: &Places, look: &Look, narrow: bool) -> Self {
        Self::boxes_after(picture, drawn, places, look, narrow, None)
    }

    /// The same. Where the boxes of an earlier stage stand is not looked up again if the same objects are drawn; it must have
    /// been made with the same places.
    pub fn boxes_after(picture: &Picture, drawn: &Drawn, places: &Places, look: &Look, narrow: bool, earlier: Option<(&Self, &Drawn)>) -> Self {
        let metrics = Metrics::new(narrow);
        let sight = Sight::new(picture, look);
        let stand_in = |id| sight.stand_in(id);
        let (tops, frames_end) = places.frame_tops(picture, &metrics);
        let frames: Vec<FrameBox> = picture
            .frames
            .iter()
            .zip(&tops)
            .enumerate()
            .map(|(index, (frame, &top))| frame_box(index, frame, look, top, &metrics, &stand_in))
            .collect();
        let earlier = earlier.filter(|(scene, before)| drawn.is_of_the_same(before) && scene.boxes.len() == drawn.forms.len()).map(|(scene, _)| scene);
        let boxes: Vec<ObjectBox> = match earlier {
            Some(scene) => scene.boxes.iter().zip(&drawn.forms).map(|(box_, form)| ObjectBox { form: Rc::clone(form), ..*box_ }).collect(),
            None => {
                let lefts = places.lefts(&metrics);
                let stands = |(entry, form): (&Visible, &Rc<Form>)| {
                    let (x, y) = places.corner_among(entry.id, &lefts)?;
                    Some(ObjectBox { id: entry.id, index: entry.index, x, y, form: Rc::clone(form) })
                };
                drawn.iter().filter_map(stands).collect()
            }
        };
        let right = boxes.iter().map(|box_| box_.x + box_.form.width).max().unwrap_or(0);
        let bottom = boxes
            .iter()
            .map(|box_| box_.y + box_.form.height)
            .max()
            .unwrap_or(0)
            .max(frames_end);
        let fence = metrics.margin + metrics.frame + 6;
        let index = earlier.map_or_else(|| Rc::new(in_order(&boxes)), |scene| Rc::clone(&scene.index));
        Self {
            index,
            width: right.max(fence) + metrics.gutter,
            height: bottom + metrics.gap,
            frames,
            boxes,
            arrows: Vec::new(),
            fence,
        }
    }

    /// Whether the stage is so large that arrows are drawn for what is in view alone.
    pub fn is_large(&self) -> bool {
        self.boxes.len() + self.frames.len() > FEW
    }

    /// The box of an object.
    pub fn box_of(&self, id: ObjectId) -> Option<&ObjectBox> {
        let at = self.index.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.boxes.get(self.index[at].1)
    }

    /// The arrows; of a large stage only those that leave what lies in one of these parts.
    pub fn arrows_in(&self, places: &Places, narrow: bool, views: &[View]) -> Vec<Arrow> {
        arrows(self, places, Metrics::new(narrow), self.is_large().then_some(views)).0
    }

    /// The arrows, and who found their ways: who asks for further ones gets them beside these.
    pub(super) fn routed<'a>(&self, places: &'a Places, narrow: bool, views: &[View]) -> (Vec<Arrow>, Router<'a>) {
        arrows(self, places, Metrics::new(narrow), self.is_large().then_some(views))
    }

    /// Where an arrow to an object ends.
    pub(super) fn end(&self, places: &Places, id: ObjectId) -> Option<To> {
        let box_ = self.box_of(id)?;
        let column = places.of(id)?.column;
        Some(To { id, column, left: box_.x, top: box_.y, width: box_.form.width, claim: 0 })
    }

    /// Draws the arrows, and makes room for those that pass outside of all boxes.
    pub fn draw_arrows(&mut self, places: &Places, narrow: bool, view: Option<View>) {
        let metrics = Metrics::new(narrow);
        self.arrows = self.arrows_in(places, narrow, view.as_slice());
        let reach = |(x, y): (i32, i32), arrow: &Arrow| (x.max(arrow.path.reach.0), y.max(arrow.path.reach.1));
        let (right, bottom) = self.arrows.iter().fold((0, 0), reach);
        self.width = self.width.max(right + metrics.gap);
        self.height = self.height.max(bottom + metrics.gap);
    }
}

impl Scene {
    /// What the step is about: a box that it changed or made with the cell that refers to it, or else the running frame.
    pub fn focus(&self, picture: &Picture) -> Option<Focus> {
        let changed = self.boxes.iter().filter(|box_| {
            let object = &picture.objects[box_.index];
            object.is_new || object.parts.iter().any(|part| part.changed)
        });
        let named = self.frames.iter().flat_map(|frame| frame.names.iter().filter(|row| row.changed)).filter_map(|row| self.box_of(row.target?));
        let spoken = self.boxes.iter().filter(|box_| picture.sentence.objects.contains(&box_.id));
        if let Some(box_) = changed.chain(named).chain(spoken).next() {
            return Some(self.focus_at(box_));
        }
        let frame = self.frames.last()?;
        Some(Focus { main: [frame.x, frame.y, frame.x + frame.width, frame.y + frame.height], beside: None })
    }

    /// The same where a collection is about one object, with the slip under its box; nothing if it is not on the stage.
    pub fn focus_on(&self, object: ObjectId) -> Option<Focus> {
        let mut focus = self.focus_at(self.box_of(object)?);
        focus.main[3] += SLIP;
        Some(focus)
    }

    fn focus_at(&self, box_: &ObjectBox) -> Focus {
        let main = [box_.x, box_.y, box_.x + box_.form.width, box_.y + box_.form.height];
        Focus { main, beside: self.holder_of(box_.id) }
    }

    /// The row of a frame that names an object, innermost first, or else the box nearest to the frames that refers to it.
    fn holder_of(&self, id: ObjectId) -> Option<Edges> {
        let row = self.frames.iter().rev().find_map(|frame| {
            let row = frame.names.iter().chain(&frame.stack).find(|row| row.target == Some(id))?;
            Some([frame.x, frame.y + row.y, frame.x + frame.width, frame.y + row.y + ROW])
        });
        row.or_else(|| {
            let refers = |box_: &&ObjectBox| box_.id != id && (box_.form.rows.iter().any(|row| row.target == Some(id)) || box_.form.cells.iter().any(|cell| cell.target == Some(id)));
            let box_ = self.boxes.iter().find(refers)?;
            Some([box_.x, box_.y, box_.x + box_.form.width, box_.y + box_.form.height])
        })
    }
}

/// Height of the slip with the collector's scratch count, under the box of a candidate.
const SLIP: i32 = 18;

/// Where each object is among the boxes, in the order of their numbers.
fn in_order(boxes: &[ObjectBox]) -> Vec<(ObjectId, usize)> {
    let mut index: Vec<(ObjectId, usize)> = boxes.iter().enumerate().map(|(index, box_)| (box_.id, index)).collect();
    index.sort_unstable();
    index
}

fn frame_box(index: usize, frame: &Frame, look: &Look, y: i32, metrics: &Metrics, stand_in: &StandIn<'_>) -> FrameBox {
    let row = |label: String, value: &Value, y: i32, changed: bool| {
        let room = usize::try_from((metrics.frame - 30) / 8)
            .unwrap_or(0)
            .saturating_sub(crate::words::columns(&label))
            .max(4);
        let (target, text) = shown(value, room, stand_in);
        Row {
            y,
            label,
            text,
            target,
            changed,
            ..Row::default()
        }
    };
    let mut next = HEADER;
    let mut names = Vec::new();
    for (part, name) in frame.names.iter().enumerate().filter(|(_, name)| !look.hides_name(&frame.function, &name.name)) {
        let label = crate::words::shortened(&name.name, metrics.characters * 2 / 3);
        names.push(Row { part: Some(part), ..row(label, &name.value, next, name.changed) });
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

/// An arrow before its way is known.
struct Wish {
    from: Option<ObjectId>,
    to: ObjectId,
    cell: ArrowCell,
    kind: ArrowKind,
    changed: bool,
    start: From,
    /// The right edge of the box it leaves.
    right: i32,
    /// The box it leaves or the one it leads to was put somewhere by hand.
    freely: bool,
}

fn arrows<'a>(scene: &Scene, places: &'a Places, metrics: Metrics, views: Option<&[View]>) -> (Vec<Arrow>, Router<'a>) {
    let in_view = |box_: &&ObjectBox| views.is_none_or(|views| views.iter().any(|view| view.meets(box_.x, box_.y, box_.form.width, box_.form.height)));
    let near: Vec<&ObjectBox> = scene.boxes.iter().filter(in_view).collect();
    let in_the_way = near.iter().filter(|box_| !places.is_pinned(box_.id));
    let obstacles = in_the_way.filter_map(|box_| {
        let column = places.of(box_.id)?.column;
        // Under a box run the arrows of its cells.
        let bottom = lowest_drop(&box_.form).map_or(box_.form.height, |lowest| lowest + UNDER - CLEAR);
        Some(Obstacle { column, top: box_.y, bottom: box_.y + bottom })
    });
    let mut router = Router::new(places, metrics, obstacles.collect());
    let mut wishes = Vec::new();
    for frame in &scene.frames {
        of_frame(frame, places, views, &mut wishes);
    }
    for box_ in near {
        of_box(box_, places, &mut wishes);
    }
    let wishes: Vec<(Wish, To)> = wishes.into_iter().filter_map(|wish| scene.end(places, wish.to).map(|to| (wish, to))).collect();
    for (wish, to) in wishes.iter().filter(|(wish, _)| !wish.freely) {
        router.expect(&wish.start, to);
    }
    let drawn = wishes.into_iter().map(|(wish, to)| {
        let path = if wish.freely {
            Router::route_freely(wish.start, wish.right, to)
        } else {
            router.route(wish.start, to)
        };
        Arrow { from: wish.from, to: wish.to, cell: wish.cell, kind: wish.kind, changed: wish.changed, path }
    });
    (drawn.collect(), router)
}

fn of_frame(frame: &FrameBox, places: &Places, views: Option<&[View]>, wishes: &mut Vec<Wish>) {
    let right = frame.x + frame.width;
    for row in frame.names.iter().chain(&frame.stack) {
        let point = (right - DOT, frame.y + row.y + ROW / 2);
        let Some(to) = row.target else { continue };
        if views.is_some_and(|views| !views.iter().any(|view| view.meets(point.0, point.1, 1, 1))) {
            continue;
        }
        let start = From { point, column: 0, leftward: false, drop: None };
        let cell = row.part.map_or(ArrowCell::Stack, |name| ArrowCell::Name(frame.index, name));
        wishes.push(Wish { from: None, to, cell, kind: ArrowKind::Root, changed: row.changed, start, right, freely: places.is_pinned(to) });
    }
}

fn of_box(box_: &ObjectBox, places: &Places, wishes: &mut Vec<Wish>) {
    let Some(place) = places.of(box_.id) else { return };
    let right = box_.x + box_.form.width;
    let mut wish = |to: ObjectId, cell: ArrowCell, kind: ArrowKind, changed: bool, start: From| {
        let freely = places.is_pinned(box_.id) || places.is_pinned(to);
        wishes.push(Wish { from: Some(box_.id), to, cell, kind, changed, start, right, freely });
    };
    for cell in &box_.form.cells {
        let (Some(to), Some(part)) = (cell.target, cell.part) else { continue };
        let point = (box_.x + cell.x + cell.width / 2, box_.y + cell.y + DOT_IN_CELL);
        let drop = drop_below(&box_.form, part).map(|below| box_.y + below);
        wish(to, ArrowCell::Part(part), ArrowKind::Inner, cell.changed, From { point, column: place.column, leftward: false, drop });
    }
    for row in &box_.form.rows {
        let y = box_.y + row.y + ROW / 2;
        let kind = if row.weak { ArrowKind::Weak } else { ArrowKind::Inner };
        let part = row.part.unwrap_or(0);
        let key = row.key.map(|id| (id, box_.x + DOT, true, ArrowKind::Inner, ArrowCell::Key(part)));
        let value = row.target.map(|id| (id, right - DOT, false, kind, ArrowCell::Part(part)));
        for (id, x, leftward, kind, cell) in key.into_iter().chain(value) {
            wish(id, cell, kind, row.changed, From { point: (x, y), column: place.column, leftward, drop: None });
        }
    }
}

/// Distance of a dot from the upper edge of its cell.
pub const DOT_IN_CELL: i32 = 25;

/// Distance of a dot from the edge of its box.
pub(super) const DOT: i32 = 15;

#[cfg(test)]
mod tests {
    use super::FrameBox;

    #[test]
    fn the_head_of_a_frame_that_has_no_room_for_the_words_of_its_line_has_the_number() {
        let head = |width: i32, function: &str| {
            let frame = FrameBox { index: 0, x: 0, y: 0, width, height: 40, names: Vec::new(), stack: Vec::new() };
            frame.head(function, 18, "line 18".into())
        };
        assert_eq!(head(184, "<module>"), ("<module>".into(), "line 18".into()));
        assert_eq!(head(130, "ring"), ("ring".into(), "line 18".into()));
        assert_eq!(head(130, "a_longer_function"), ("a_longer_func…".into(), "18".into()));
    }
}
