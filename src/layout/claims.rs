//! What somebody says the names of a frame point at: arrows of their own, beside those that are.

use super::places::names_of;
use super::route::{ASIDE, From, Router, To};
use super::scene::DOT;
use super::{Arrow, ArrowCell, ArrowPath, Drawn, FrameBox, LANE, Look, Metrics, Places, Point, ROW, Scene, View};
use crate::picture::{ObjectId, Picture};

/// What is said of the names of a frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// The frame, by the number of its call.
    pub frame: u64,
    /// More can be said: names can be taken, and dragged to boxes.
    pub is_open: bool,
    /// The name in the hand.
    pub hand: Option<String>,
    /// What is said of each name.
    pub names: Vec<Claim>,
}

/// What is said of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The name.
    pub name: String,
    /// The object that it is said to point at, if it is one that can be shown.
    pub to: Option<ObjectId>,
    /// What is to be thought of it.
    pub verdict: Verdict,
}

/// What is to be thought of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It says what the picture shows.
    AsShown,
    /// It says something else, and nobody knows yet.
    Open,
    /// It was right.
    Right,
    /// It was wrong.
    Wrong,
}

/// Claims with their places on a stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimsDrawn {
    /// Arrows that are not there, or not yet.
    pub arrows: Vec<ClaimArrow>,
    /// Where the signs of right claims stand: beside the cells of their names.
    pub right: Vec<Point>,
    /// The cells of which something else is said than they show.
    pub instead: Vec<ArrowCell>,
    /// The cells of the names, as far as they matter: those that can be taken, and those of names that the frame does not have.
    pub rows: Vec<ClaimRow>,
    /// The right-most and the lowest that any of it comes.
    pub reach: Point,
}

/// The arrow of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimArrow {
    /// The name that it comes from.
    pub name: String,
    /// The object it leads to.
    pub to: ObjectId,
    /// It was wrong; else nobody knows yet.
    pub is_wrong: bool,
    /// Its way.
    pub path: ArrowPath,
    /// Where on its way a sign can stand.
    pub sign: Point,
}

/// The cell of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRow {
    /// The name.
    pub name: String,
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// The frame has no such name, as far as is shown: the cell hangs below it.
    pub hangs: bool,
    /// The name is in the hand.
    pub in_hand: bool,
}

impl ClaimRow {
    /// Where its dot is, or would be.
    pub fn dot(&self) -> Point {
        (self.x + self.width - DOT, self.y + ROW / 2)
    }
}

/// Room between a frame and the cells that hang below it.
const BELOW: i32 = 4;
/// Distance of an arrow's start from the edge of a cell that has a value where the dot would be.
const EDGE: i32 = 4;
/// How near a sign may come to another, from middle to middle; and to a box or an arrow.
const SIGNS: i32 = 20;
const CLEAR: i32 = 9;

/// Where a name is in a frame.
struct Cell {
    row: ClaimRow,
    /// Which name of which frame it is, and what it refers to, if the frame has it.
    there: Option<(ArrowCell, Option<ObjectId>)>,
}

impl Claims {
    /// Whether the arrow of a claim is on the stage. Its words are all there is of it otherwise.
    pub fn is_seen(&self, claim: &Claim, picture: &Picture, drawn: &Drawn, look: &Look) -> bool {
        let Some(frame) = picture.frames.iter().find(|frame| frame.id == self.frame) else { return false };
        let is_shown = names_of(frame, look).any(|name| name.name == claim.name);
        let hangs = !frame.names.iter().any(|name| name.name == claim.name) && self.has_room_below(picture);
        (is_shown || hangs) && claim.to.is_some_and(|to| drawn.ids().any(|id| id == to))
    }

    /// Nothing stands below the frame.
    fn has_room_below(&self, picture: &Picture) -> bool {
        picture.frames.last().is_some_and(|frame| frame.id == self.frame)
    }

    /// The claims with their places on a stage. Of a large stage, the arrows that they run beside are those of these parts.
    pub fn drawn(&self, scene: &Scene, picture: &Picture, places: &Places, narrow: bool, views: &[View]) -> ClaimsDrawn {
        let mut drawn = ClaimsDrawn::default();
        let Some(box_) = scene.frames.iter().find(|box_| picture.frames.get(box_.index).is_some_and(|frame| frame.id == self.frame)) else { return drawn };
        let (arrows, mut router) = scene.routed(places, narrow, views);
        let mut hanging = 0;
        let cells: Vec<(&Claim, Cell)> = self.names.iter().filter_map(|claim| Some((claim, self.cell(claim, box_, picture, &mut hanging)?))).collect();
        drawn.right = cells.iter().filter(|(claim, _)| claim.verdict == Verdict::Right).map(|(_, cell)| (cell.row.x + cell.row.width, cell.row.dot().1)).collect();
        for (claim, cell) in &cells {
            if let (Verdict::Open, Some((own, Some(_)))) = (claim.verdict, cell.there) {
                drawn.instead.push(own);
            }
            let is_told = matches!(claim.verdict, Verdict::Open | Verdict::Wrong);
            let Some(mut to) = claim.to.filter(|_| is_told).and_then(|to| scene.end(places, to)) else { continue };
            to.claim = 1 + i32::try_from(drawn.arrows.len()).unwrap_or(0);
            let path = way(&mut router, cell, to, places.is_pinned(to.id));
            let sign = sign(&path, &drawn, &arrows, scene);
            drawn.arrows.push(ClaimArrow { name: claim.name.clone(), to: to.id, is_wrong: claim.verdict == Verdict::Wrong, path, sign });
        }
        let is_left = |row: &ClaimRow| drawn.arrows.iter().any(|arrow| arrow.name == row.name);
        drawn.rows = cells.into_iter().map(|(_, cell)| cell.row).filter(|row| self.is_open || row.hangs && is_left(row)).collect();
        let gap = Metrics::new(narrow).gap;
        let ends = drawn.rows.iter().map(|row| (row.x + row.width, row.y + ROW)).chain(drawn.arrows.iter().map(|arrow| arrow.path.reach));
        drawn.reach = ends.fold((0, 0), |(right, bottom), (x, y)| (right.max(x + gap), bottom.max(y + gap)));
        drawn
    }

    fn cell(&self, claim: &Claim, box_: &FrameBox, picture: &Picture, hanging: &mut i32) -> Option<Cell> {
        let frame = picture.frames.get(box_.index)?;
        let row = |y: i32, hangs: bool| ClaimRow { name: claim.name.clone(), x: box_.x, y: box_.y + y, width: box_.width, hangs, in_hand: self.hand.as_ref() == Some(&claim.name) };
        if let Some(part) = frame.names.iter().position(|name| name.name == claim.name) {
            let shown = box_.names.iter().find(|row| row.part == Some(part))?;
            return Some(Cell { row: row(shown.y, false), there: Some((ArrowCell::Name(box_.index, part), shown.target)) });
        }
        let is_needed = self.is_open || claim.verdict == Verdict::Wrong && claim.to.is_some();
        if !is_needed || !self.has_room_below(picture) {
            return None;
        }
        *hanging += 1;
        Some(Cell { row: row(box_.height + BELOW + (*hanging - 1) * ROW, true), there: None })
    }
}

fn way(router: &mut Router<'_>, cell: &Cell, to: To, freely: bool) -> ArrowPath {
    let (x, y) = cell.row.dot();
    let right = cell.row.x + cell.row.width;
    let point = match cell.there {
        // Beside the arrow that is there. Claims leave above and enter below: a header is often level with a cell, and one claim
        // would run into another.
        Some((_, Some(_))) => (x, y - ASIDE),
        // The value that stands there stays to be read.
        Some((_, None)) => (right - EDGE, y - ASIDE),
        None => (x, y),
    };
    let from = From { point, column: 0, leftward: false, drop: None };
    if freely { Router::route_freely(from, right, to) } else { router.route(from, to) }
}

/// Where on a way a sign hides nothing and is of no other arrow: the middle of its longest stretch, if that can be.
fn sign(path: &ArrowPath, drawn: &ClaimsDrawn, arrows: &[Arrow], scene: &Scene) -> Point {
    let mut stretches: Vec<(Point, Point)> = path.corners.windows(2).map(|ends| (ends[0], ends[1])).filter(|(one, other)| length(*one, *other) >= 2 * LANE).collect();
    stretches.sort_by_key(|(one, other)| -length(*one, *other));
    let between = |(one, other): (Point, Point), quarters: i32| (one.0 + (other.0 - one.0) * quarters / 4, one.1 + (other.1 - one.1) * quarters / 4);
    let is_upright = |(one, other): (Point, Point)| one.0 == other.0;
    let hides = |at: Point, upright: bool| {
        let signs = drawn.arrows.iter().map(|arrow| arrow.sign).chain(drawn.right.iter().copied()).filter(|other| length(at, *other) < SIGNS).count();
        let around = View { left: at.0 - CLEAR, top: at.1 - CLEAR, right: at.0 + CLEAR, bottom: at.1 + CLEAR };
        let frames = scene.frames.iter().filter(|frame| around.meets(frame.x, frame.y, frame.width, frame.height)).count();
        let boxes = scene.boxes.iter().filter(|box_| around.meets(box_.x, box_.y, box_.form.width, box_.form.height)).count();
        let others = arrows.iter().map(|arrow| &arrow.path).chain(drawn.arrows.iter().map(|arrow| &arrow.path)).flat_map(|path| path.corners.windows(2));
        let near = others.map(|ends| (ends[0], ends[1])).filter(|(one, other)| around.meets(one.0.min(other.0), one.1.min(other.1), (one.0 - other.0).abs(), (one.1 - other.1).abs()));
        // On what runs beside it for a while, the sign could be of either.
        let unclear: usize = near.map(|other| if is_upright(other) == upright { 3 } else { 1 }).sum();
        (signs + frames + boxes, unclear)
    };
    let places = stretches.iter().flat_map(|stretch| [2, 3, 1].map(|quarters| (between(*stretch, quarters), is_upright(*stretch))));
    places.min_by_key(|(at, upright)| hides(*at, *upright)).map_or(path.middle, |(at, _)| at)
}

fn length(one: Point, other: Point) -> i32 {
    (one.0 - other.0).abs() + (one.1 - other.1).abs()
}

#[cfg(test)]
mod tests;
