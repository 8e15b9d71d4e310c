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
/// Room for the arrow head after the last lane.
const LAST_LANE: i32 = 18;
/// Room between a box and an arrow that passes it.
const CLEAR: i32 = 9;
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
    number: i32,
    target: Trunk,
    leftward: bool,
    top: i32,
    bottom: i32,
}

/// Finds ways, and remembers which lanes are taken.
pub(super) struct Router<'a> {
    places: &'a Places,
    metrics: Metrics,
    obstacles: Vec<Obstacle>,
    /// The lanes taken in each gutter.
    lanes: BTreeMap<usize, Vec<Lane>>,
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
            corridors: Vec::new(),
        }
    }

    /// The way from a cell to a header.
    pub(super) fn route(&mut self, from: From, to: To) -> ArrowPath {
        let first = if from.leftward {
            from.column.saturating_sub(1)
        } else {
            from.column
        };
        let enters_left = to.column > first;
        let last = if enters_left { to.column - 1 } else { to.column };
        let end_y = to.entry();
        let end = (if enters_left { to.left } else { to.left + to.width }, end_y);
        let (start_x, mut start_y) = from.point;
        let mut points = vec![from.point];
        if let Some(drop) = from.drop {
            start_y = drop;
            points.push((start_x, drop));
        }
        if first == last {
            if start_y != end_y {
                let x = self.lane(first, to.trunk(), !enters_left, start_y, end_y);
                points.extend([(x, start_y), (x, end_y)]);
            }
        } else {
            let y = self.corridor(first, last, to.trunk(), start_y, end_y);
            if y != start_y {
                let x = self.lane(first, to.trunk(), true, start_y, y);
                points.extend([(x, start_y), (x, y)]);
            }
            if y != end_y {
                let x = self.lane(last, to.trunk(), !enters_left, y, end_y);
                points.extend([(x, y), (x, end_y)]);
            }
        }
        points.push(end);
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

    /// The x of a lane in a gutter that is free between two heights, or already belongs to the same target.
    fn lane(&mut self, gutter: usize, target: Trunk, leftward: bool, one: i32, other: i32) -> i32 {
        let (top, bottom) = (one.min(other), one.max(other));
        let most = (self.places.gutter(gutter, &self.metrics) - FIRST_LANE - LAST_LANE) / LANE;
        let lanes = self.lanes.entry(gutter).or_default();
        let own = lanes.iter().find(|lane| lane.target == target && lane.leftward == leftward).map(|lane| lane.number);
        let is_free = |number: i32| {
            !lanes.iter().any(|lane| {
                lane.number == number
                    && lane.target != target
                    && lane.top - LANE < bottom
                    && top < lane.bottom + LANE
            })
        };
        // Arrows that run down nest like this without crossing: the uppermost turns last.
        let free = if other > one {
            (0..=most).rev().find(|&number| is_free(number))
        } else {
            (0..=most).find(|&number| is_free(number))
        };
        let found = own.filter(|&number| is_free(number)).or(free);
        let number = found.unwrap_or(most);
        lanes.push(Lane {
            number,
            target,
            leftward,
            top,
            bottom,
        });
        let right = self.places.right(gutter, &self.metrics) + FIRST_LANE;
        if found.is_none() && target.1 > 0 {
            // Where all lanes are taken a claim runs between two.
            return right + LANE * ((target.1 - 1) % (most + 1)) + LANE / 2;
        }
        right + LANE * number
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
        let cost = |y: i32| (y - start).abs() + (y - end).abs();
        let y = candidates.min_by_key(|&y| (cost(y), y)).unwrap_or(lowest);
        self.corridors.push((target, y, left, right));
        y
    }
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
