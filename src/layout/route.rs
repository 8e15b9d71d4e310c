//! The ways of arrows: right angles, in the gutters between columns, never across a value.
//!
//! Arrows to the same header share a trunk in each gutter. An arrow that has to pass a column looks for a height at
//! which no box of that column lies.

use super::{HEADER, LANE, Metrics, Places};
use crate::picture::ObjectId;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A point of the stage.
pub type Point = (i32, i32);

/// The way of an arrow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArrowPath {
    /// Its corners, from the cell to the header.
    pub corners: Vec<Point>,
    /// The middle of its longest stretch, where a sign can stand.
    pub middle: Point,
    /// SVG path data, up to the arrow head.
    pub line: String,
    /// SVG path data of the arrow head.
    pub tip: String,
    /// Where it starts: the dot in the cell.
    pub start: Point,
    /// The right-most and the lowest it comes.
    pub reach: Point,
}

/// Where an arrow starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct From {
    pub(super) point: Point,
    pub(super) column: usize,
    /// It leaves its box at the left, not at the right.
    pub(super) leftward: bool,
    /// The height under its box at which it runs to the gutter, if it leaves a cell downward.
    pub(super) drop: Option<i32>,
}

/// Where an arrow ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct To {
    pub(super) id: ObjectId,
    pub(super) column: usize,
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: i32,
    /// Which claim it is the end of, counted from 1; 0 for a reference. A claim shares no trunk with others, and runs a little aside
    /// of references, so that both can be seen where they lead from or to the same place.
    pub(super) claim: i32,
}

impl To {
    /// The height at which it is entered.
    fn entry(&self) -> i32 {
        self.top + HEADER / 2 + if self.claim > 0 { ASIDE } else { 0 }
    }

    /// What arrows with the same trunk have in common.
    fn trunk(&self) -> Trunk {
        (self.id, self.claim)
    }
}

/// The object that arrows with one trunk lead to, and which claim it is.
type Trunk = (ObjectId, i32);

/// A box that is in the way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Obstacle {
    pub(super) column: usize,
    pub(super) top: i32,
    pub(super) bottom: i32,
}

/// Room between the column's edge and the first lane.
const FIRST_LANE: i32 = 12;
/// Distance from lane to lane in a gutter that is full.
const TIGHT: i32 = LANE / 2;
/// How far out of its way an arrow passes a column rather than at a height at which others start or end.
const DETOUR: i32 = 40;
/// Arrows nearer than this to each other are taken for one.
const NEAR: i32 = 2;
/// Room for the arrow head after the last lane.
const LAST_LANE: i32 = 18;
/// Room between a box and an arrow that passes it.
pub(super) const CLEAR: i32 = 9;
/// How far above references claims leave their cells, and below them enter headers.
pub(super) const ASIDE: i32 = 7;
/// Radius of corners.
const RADIUS: i32 = 9;
/// Length of the arrow head.
const TIP: i32 = 9;
/// Half the width of the arrow head; that of a claim has to fit beside another.
const TIP_WIDE: i32 = 5;
const TIP_NARROW: i32 = 4;

struct Lane {
    /// Counted from the left, in steps of `TIGHT`.
    number: i32,
    target: Trunk,
    leftward: bool,
    top: i32,
    bottom: i32,
}

/// What starts or ends in a gutter, by its height.
type Ends = BTreeMap<(usize, i32), Vec<Trunk>>;

/// Finds ways, and remembers which lanes are taken.
pub(super) struct Router<'a> {
    places: &'a Places,
    metrics: Metrics,
    obstacles: Vec<Obstacle>,
    /// The lanes taken in each gutter.
    lanes: BTreeMap<usize, Vec<Lane>>,
    /// The level stretches of arrows, by their height: target, left end, right end.
    levels: BTreeMap<i32, Vec<(Trunk, i32, i32)>>,
    /// Heights in gutters at which arrows start, and at which they end.
    starts: Ends,
    ends: Ends,
    /// Heights at which arrows pass columns: target, height, from gutter, to gutter.
    corridors: Vec<(Trunk, i32, usize, usize)>,
}

impl<'a> Router<'a> {
    pub(super) fn new(places: &'a Places, metrics: Metrics, obstacles: Vec<Obstacle>) -> Self {
        Self {
            places,
            metrics,
            obstacles,
            lanes: BTreeMap::new(),
            levels: BTreeMap::new(),
            starts: Ends::new(),
            ends: Ends::new(),
            corridors: Vec::new(),
        }
    }

    /// An arrow will have to be led there: others leave it room.
    pub(super) fn expect(&mut self, from: &From, to: &To) {
        let (first, last) = gutters(from, to);
        self.starts.entry((first, from.drop.unwrap_or(from.point.1))).or_default().push(to.trunk());
        self.ends.entry((last, to.entry())).or_default().push(to.trunk());
    }

    /// The way from a cell to a header.
    pub(super) fn route(&mut self, from: From, to: To) -> ArrowPath {
        let (first, last) = gutters(&from, &to);
        let enters_left = to.column > first;
        let end_y = to.entry();
        let end = (if enters_left { to.left } else { to.left + to.width }, end_y);
        let (start_x, mut start_y) = from.point;
        let mut points = vec![from.point];
        if let Some(drop) = from.drop {
            start_y = drop;
            points.push((start_x, drop));
        }
        let trunk = to.trunk();
        if first == last {
            if start_y != end_y {
                let x = self.lane(first, trunk, !enters_left, (start_x, start_y), end);
                points.extend([(x, start_y), (x, end_y)]);
            }
        } else {
            let y = self.corridor(first, last, trunk, start_y, end_y);
            if y != start_y {
                let x = self.lane(first, trunk, true, (start_x, start_y), (self.places.right(last, &self.metrics), y));
                points.extend([(x, start_y), (x, y)]);
            }
            if y != end_y {
                let before = points.last().map_or(start_x, |point| point.0);
                let x = self.lane(last, trunk, !enters_left, (before, y), end);
                points.extend([(x, y), (x, end_y)]);
            }
        }
        points.push(end);
        for ends in points.windows(2).filter(|ends| ends[0].1 == ends[1].1) {
            let (left, right) = (ends[0].0.min(ends[1].0), ends[0].0.max(ends[1].0));
            self.levels.entry(ends[0].1).or_default().push((trunk, left, right));
        }
        draw(&points, if enters_left { 1 } else { -1 }, &to)
    }

    /// The way between boxes of which one was put somewhere by hand: there are no gutters to run in.
    pub(super) fn route_freely(from: From, source_right: i32, to: To) -> ArrowPath {
        let end_y = to.entry();
        let (start_x, start_y) = (from.point.0, from.drop.unwrap_or(from.point.1));
        let enters_left = to.left > start_x + FIRST_LANE + LAST_LANE;
        let aside = LANE * to.claim;
        let (x, end_x) = if enters_left {
            ((source_right.max(start_x) + FIRST_LANE + aside).min(to.left - LAST_LANE), to.left)
        } else {
            (source_right.max(to.left + to.width) + LAST_LANE + aside, to.left + to.width)
        };
        let points = [from.point, (start_x, start_y), (x, start_y), (x, end_y), (end_x, end_y)];
        draw(&points, if enters_left { 1 } else { -1 }, &to)
    }

    /// How far an arrow that runs level between two places would lie on others, to other objects.
    fn lies_on(&self, target: Trunk, y: i32, one: i32, other: i32) -> i32 {
        let (left, right) = (one.min(other), one.max(other));
        let near = self.levels.range(y - NEAR..=y + NEAR).flat_map(|(_, levels)| levels);
        near.filter(|level| level.0 != target).map(|level| (level.2.min(right) - level.1.max(left)).max(0)).sum()
    }

    /// The x of the lane in a gutter in which an arrow changes its height on its way from one point to another: one that is free, or
    /// already belongs to the same target, and from which it is not led along another arrow.
    fn lane(&mut self, gutter: usize, target: Trunk, leftward: bool, one: Point, other: Point) -> i32 {
        let (top, bottom) = (one.1.min(other.1), one.1.max(other.1));
        let most = (self.places.gutter(gutter, &self.metrics) - FIRST_LANE - LAST_LANE) / TIGHT;
        let first = self.places.right(gutter, &self.metrics) + FIRST_LANE;
        let lanes: &[Lane] = self.lanes.get(&gutter).map_or(&[], Vec::as_slice);
        let own = lanes.iter().find(|lane| lane.target == target && lane.leftward == leftward).map(|lane| lane.number);
        // How far arrows to other objects run beside this one, nearer than so many lanes.
        let shared = |number: i32, apart: i32| -> i32 {
            let near = lanes.iter().filter(|lane| lane.target != target && (lane.number - number).abs() < apart);
            near.map(|lane| (lane.bottom.min(bottom) - lane.top.max(top) + LANE).max(0)).sum()
        };
        let level = |number: i32| {
            let x = first + TIGHT * number;
            self.lies_on(target, one.1, one.0, x) + self.lies_on(target, other.1, x, other.0)
        };
        // It leaves a height at which an arrow ends before that comes, and comes to one at which an arrow starts after that has left.
        let forced = if others(&self.ends, target, gutter, one.1) { 1 } else if others(&self.starts, target, gutter, other.1) { -1 } else { 0 };
        // Arrows that run down nest without crossing: the uppermost turns last.
        let in_order = |number: i32| (own != Some(number), if other.1 > one.1 { -number } else { number });
        // In a full gutter arrows run closer, and in the end on the one that they run on least.
        let is_close = |number: i32| number % (LANE / TIGHT) != 0 && own != Some(number) || shared(number, LANE / TIGHT) > 0;
        let number = (0..=most).min_by_key(|&number| (shared(number, 1) + level(number), forced * number, is_close(number), in_order(number))).unwrap_or(0);
        self.lanes.entry(gutter).or_default().push(Lane { number, target, leftward, top, bottom });
        first + TIGHT * number
    }

    /// A height at which all columns between two gutters can be passed.
    fn corridor(&mut self, first: usize, last: usize, target: Trunk, start: i32, end: i32) -> i32 {
        let (left, right) = (first.min(last), first.max(last));
        let between: Vec<Obstacle> = self
            .obstacles
            .iter()
            .copied()
            .filter(|box_| box_.column > left && box_.column <= right)
            .collect();
        let edges = between
            .iter()
            .flat_map(|box_| [box_.top - CLEAR - 1, box_.bottom + CLEAR + 1]);
        let busy = self.corridors.iter().flat_map(|&(_, y, _, _)| [y - 7, y + 7]);
        let is_free = |y: i32| {
            y > 2
                && between
                    .iter()
                    .all(|box_| y <= box_.top - CLEAR || y >= box_.bottom + CLEAR)
                && self.corridors.iter().all(|&(other, taken, from, to)| {
                    other == target || (taken - y).abs() >= 6 || to <= left || from >= right
                })
        };
        let candidates = [end, start]
            .into_iter()
            .chain(edges)
            .chain(busy)
            .filter(|&y| is_free(y));
        let lowest = between.iter().map(|box_| box_.bottom).max().unwrap_or(0) + CLEAR;
        let meets = |y: i32| others(&self.starts, target, first, y) || others(&self.ends, target, last, y);
        let cost = |y: i32| (y - start).abs() + (y - end).abs() + if meets(y) { DETOUR } else { 0 };
        let y = candidates.min_by_key(|&y| (cost(y), y)).unwrap_or(lowest);
        self.corridors.push((target, y, left, right));
        y
    }
}

/// Whether an arrow to another object starts or ends in a gutter at a height.
fn others(ends: &Ends, target: Trunk, gutter: usize, y: i32) -> bool {
    ends.range((gutter, y - NEAR)..=(gutter, y + NEAR)).any(|(_, trunks)| trunks.iter().any(|trunk| *trunk != target))
}

/// The gutter in which an arrow starts, and the one in which it ends.
fn gutters(from: &From, to: &To) -> (usize, usize) {
    let first = if from.leftward { from.column.saturating_sub(1) } else { from.column };
    (first, if to.column > first { to.column - 1 } else { to.column })
}

fn draw(points: &[Point], direction: i32, to: &To) -> ArrowPath {
    let Some(&start) = points.first() else { return ArrowPath::default() };
    let half = if to.claim > 0 { TIP_NARROW } else { TIP_WIDE };
    let mut corners: Vec<Point> = Vec::new();
    for &point in points {
        if corners.last() != Some(&point) {
            corners.push(point);
        }
    }
    let Some(&(end_x, end_y)) = corners.last() else {
        return ArrowPath::default();
    };
    let back = end_x - direction * TIP;
    let tip = format!("M{end_x} {end_y}L{back} {}L{back} {}Z", end_y - half, end_y + half);
    if let Some(end) = corners.last_mut() {
        end.0 = end_x - direction * (TIP - 2);
    }
    let mut line = format!("M{} {}", start.0, start.1);
    for index in 1..corners.len() {
        let (x, y) = corners[index];
        let Some(&next) = corners.get(index + 1) else {
            let _ = write!(line, "L{x} {y}");
            break;
        };
        let before = corners[index - 1];
        let room = distance(before, (x, y)).min(distance((x, y), next)) / 2;
        let radius = RADIUS.min(room);
        let (from, to) = (toward((x, y), before, radius), toward((x, y), next, radius));
        let _ = write!(line, "L{} {}Q{x} {y} {} {}", from.0, from.1, to.0, to.1);
    }
    let reach = points.iter().fold(start, |(right, bottom), &(x, y)| (right.max(x), bottom.max(y)));
    let stretches = points.windows(2);
    let longest = stretches.max_by_key(|ends| distance(ends[0], ends[1]));
    let middle = longest.map_or(start, |ends| ((ends[0].0 + ends[1].0) / 2, (ends[0].1 + ends[1].1) / 2));
    ArrowPath { corners: points.to_vec(), middle, line, tip, start, reach }
}

fn distance(one: Point, other: Point) -> i32 {
    (one.0 - other.0).abs() + (one.1 - other.1).abs()
}

/// The point that lies so far from `from` in the direction of `goal`, which is level with it or above or below.
fn toward(from: Point, goal: Point, by: i32) -> Point {
    (
        from.0 + (goal.0 - from.0).signum() * by,
        from.1 + (goal.1 - from.1).signum() * by,
    )
}

#[cfg(test)]
mod tests;
