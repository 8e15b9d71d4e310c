//! How many words CPython's program for a pattern has (Lib/re/_compiler.py): it lies in the pattern object, so `sys.getsizeof`
//! tells.

use super::{
    node::{Node, Single},
    set::{Member, Set},
};

/// The whole program: information for the search, the pattern, the end.
pub(super) fn code_size(node: &Node) -> u64 {
    information(node) + size(node) + 1
}

fn size(node: &Node) -> u64 {
    match node {
        Node::Single(Single::Literal(_) | Single::Folded(..)) | Node::At(_) | Node::Reference(..) => 2,
        Node::Single(Single::NotLineEnd | Single::All) => 1,
        Node::Single(Single::Set(set)) if is_not_literal(set) => 2,
        Node::Single(Single::Set(set)) => 3 + charset(set),
        Node::Sequence(nodes) => nodes.iter().map(size).sum(),
        Node::Branch(nodes) => 2 + nodes.iter().map(|node| size(node) + 3).sum::<u64>(),
        Node::Group(_, body) => 4 + size(body),
        Node::Repeat { body, .. } => 5 + size(body),
        Node::Look { body, .. } => 4 + size(body),
        Node::Conditional { yes, no, .. } => {
            let other = size(no);
            3 + size(yes) + if other > 0 { 2 + other } else { 0 }
        }
        Node::Atomic(body) => 3 + size(body),
    }
}

/// `[^a]`.
fn is_not_literal(set: &Set) -> bool {
    set.negated && matches!(set.members[..], [Member::One(_)])
}

/// Words of a set: as it is written, as ranges, or as a map of 256 bits, whichever CPython takes.
fn charset(set: &Set) -> u64 {
    let negate = u64::from(set.negated);
    let mut map = [false; 256];
    let (mut written, mut classes, mut wide) = (0, 0, false);
    for member in &set.members {
        match member {
            Member::One(point) => {
                written += 2;
                mark(&mut map, &mut wide, *point, *point);
            }
            Member::Range(first, last) => {
                written += 3;
                mark(&mut map, &mut wide, *first, *last);
            }
            Member::Category { .. } => classes += 2,
        }
    }
    if wide {
        return negate + written + classes;
    }
    let mut runs: Vec<u64> = Vec::new();
    for (at, inside) in map.iter().enumerate() {
        if *inside {
            match runs.last_mut().filter(|_| at > 0 && map[at - 1]) {
                Some(length) => *length += 1,
                None => runs.push(1),
            }
        }
    }
    let shortest = if runs.len() > 2 {
        9
    } else {
        runs.iter().map(|length| if *length == 1 { 2 } else { 3 }).sum()
    };
    negate + classes + shortest.min(written)
}

fn mark(map: &mut [bool; 256], wide: &mut bool, first: u32, last: u32) {
    *wide |= last > 255;
    for point in first..=last.min(255) {
        map[point as usize] = true;
    }
}

/// The block that helps a search: widths, and what a match begins with.
fn information(node: &Node) -> u64 {
    if node.width().0 == 0 {
        return 5;
    }
    let mut prefix = 0;
    literal_prefix(node, &mut prefix);
    let more = match prefix {
        0 => first_set(node).map_or(0, |set| charset(&set) + 1),
        length => 2 + 2 * length,
    };
    5 + more
}

/// Counts the literals that a pattern begins with; false if something else follows them.
fn literal_prefix(node: &Node, length: &mut u64) -> bool {
    match node {
        Node::Single(Single::Literal(_)) => {
            *length += 1;
            true
        }
        Node::Sequence(nodes) => nodes.iter().all(|node| literal_prefix(node, length)),
        Node::Group(_, body) => literal_prefix(body, length),
        _ => false,
    }
}

/// The set that the first character of a match is in.
fn first_set(node: &Node) -> Option<Set> {
    match node {
        Node::Single(Single::Set(set)) if !is_not_literal(set) => Some(Set::clone(set)),
        Node::Sequence(nodes) => first_set(nodes.first()?),
        Node::Group(_, body) => first_set(body),
        Node::Branch(nodes) => {
            let members = nodes.iter().map(first_literal).collect::<Option<Vec<_>>>()?;
            Some(Set {
                negated: false,
                folded: false,
                ascii: false,
                members,
            })
        }
        _ => None,
    }
}

fn first_literal(node: &Node) -> Option<Member> {
    match node {
        Node::Single(Single::Literal(point)) => Some(Member::One(*point)),
        Node::Sequence(nodes) => first_literal(nodes.first()?),
        _ => None,
    }
}
