//! The tree of a pattern.

use std::rc::Rc;

use super::set::Set;

/// How a repetition gives back what it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Greed {
    /// As much as possible first.
    Greedy,
    /// As little as possible first.
    Lazy,
    /// As much as possible, for good.
    Possessive,
}

/// A place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `\A`, and `^` without MULTILINE.
    Start,
    /// `^` with MULTILINE.
    LineStart,
    /// `\Z`.
    End,
    /// `$` without MULTILINE: the end, or before a line end there.
    LastLineEnd,
    /// `$` with MULTILINE.
    LineEnd,
    /// `\b`, ASCII only or not.
    Boundary(bool),
    /// `\B`.
    NoBoundary(bool),
}

/// What matches one character.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Single {
    /// This one.
    Literal(u32),
    /// Any of the same letter without regard to case; ASCII only or not.
    Folded(u32, bool),
    /// Any but a line end.
    NotLineEnd,
    /// Any.
    All,
    /// One of a set.
    Set(Rc<Set>),
}

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// One character.
    Single(Single),
    /// A place.
    At(Place),
    /// One after the other.
    Sequence(Vec<Node>),
    /// One of these, the first that fits.
    Branch(Vec<Node>),
    /// A group with a number.
    Group(usize, Box<Node>),
    /// So many times.
    Repeat {
        least: u32,
        most: u32,
        greed: Greed,
        body: Box<Node>,
    },
    /// `(?=`, `(?!`, `(?<=`, `(?<!`; `behind` tells how far back.
    Look {
        behind: Option<usize>,
        negated: bool,
        body: Box<Node>,
    },
    /// What a group matched; without regard to case or not.
    Reference(usize, bool),
    /// `(?(1)yes|no)`.
    Conditional {
        group: usize,
        yes: Box<Node>,
        no: Box<Node>,
    },
    /// `(?>…)`.
    Atomic(Box<Node>),
}

/// Stands for "any number of times".
pub(super) const ENDLESS: u32 = u32::MAX;

impl Node {
    /// The fewest and the most characters it matches.
    pub(super) fn width(&self) -> (u64, u64) {
        self.width_among(&[])
    }

    /// The same, where it is known what the groups before it match.
    pub(super) fn width_among(&self, groups: &[(u64, u64)]) -> (u64, u64) {
        const MOST: u64 = ENDLESS as u64;
        match self {
            Self::Single(_) => (1, 1),
            Self::At(_) | Self::Look { .. } => (0, 0),
            Self::Sequence(nodes) => nodes
                .iter()
                .map(|node| node.width_among(groups))
                .fold((0, 0), |(low, high), (least, most)| {
                    ((low + least).min(MOST), (high + most).min(MOST))
                }),
            Self::Branch(nodes) => {
                let widths = || nodes.iter().map(|node| node.width_among(groups));
                (
                    widths().map(|width| width.0).min().unwrap_or(0),
                    widths().map(|width| width.1).max().unwrap_or(0),
                )
            }
            Self::Group(_, body) | Self::Atomic(body) => body.width_among(groups),
            Self::Repeat { least, most, body, .. } => {
                let (low, high) = body.width_among(groups);
                ((low * u64::from(*least)).min(MOST), (high * u64::from(*most)).min(MOST))
            }
            Self::Reference(group, _) => group.checked_sub(1).and_then(|at| groups.get(at)).copied().unwrap_or((0, MOST)),
            Self::Conditional { yes, no, .. } => {
                let (yes, no) = (yes.width_among(groups), no.width_among(groups));
                (yes.0.min(no.0), yes.1.max(no.1))
            }
        }
    }
}
