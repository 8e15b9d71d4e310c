//! Cutting and joining of `str`.

use std::ops::Range;

use heapglass_heap::{Address, static_type::StaticType};

use super::str_shape::slice;
use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    text::{case, search, split as cut},
};

/// The separator (`None` for blanks) and the largest number of cuts.
fn split_arguments(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome<(Option<Vec<u32>>, Option<usize>)> {
    arguments.only_keywords(m, name, &["sep", "maxsplit"])?;
    arguments.arity(m, name, 0, 2)?;
    let most = match arguments.get_or_keyword(m, 1, "maxsplit") {
        Some(most) => usize::try_from(m.index_to_i64(most, StaticType::OverflowError)?).ok(),
        None => None,
    };
    let separator = match arguments.get_or_keyword(m, 0, "sep").filter(|separator| !m.heap.is_none(*separator)) {
        None => None,
        Some(separator) => Some(m.expect_points(separator, "must be str or None")?),
    };
    if separator.as_ref().is_some_and(Vec::is_empty) {
        return m.value_error("empty separator");
    }
    Ok((separator, most))
}

/// Most items that a list of parts has room for beforehand (`MAX_PREALLOC`).
const MOST_ROOM: usize = 12;

/// The parts in a list with room for `room` items, made before them.
pub(super) fn list_of_parts(
    m: &mut Machine,
    room: usize,
    ranges: Vec<Range<usize>>,
    part: impl Fn(&mut Machine, Range<usize>) -> Outcome,
) -> Outcome {
    let list = m.heap.new_list_with_room(room.min(MOST_ROOM) as u64);
    for range in ranges {
        match part(m, range) {
            Ok(part) => m.heap.list_append(list, part),
            Err(raised) => {
                m.decref(list);
                return Err(raised);
            }
        }
    }
    Ok(list)
}

/// How many items the list gets room for: one more than there can be cuts.
fn room_for_parts(length: usize, separator: Option<usize>, most: Option<usize>) -> usize {
    match (separator, most) {
        (Some(separator), _) if separator > length => 1,
        (_, Some(most)) => most.saturating_add(1),
        (Some(separator), None) => length / separator + 2,
        (None, None) => (length.max(1) - 1) / 2 + 2,
    }
}

/// `str.split`
pub fn split(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (separator, most) = split_arguments(m, &arguments, "split")?;
    let text = m.heap.str_points(arguments.self_);
    let room = room_for_parts(text.len(), separator.as_ref().map(Vec::len), most);
    let ranges = match separator {
        Some(separator) => cut::separated(&text, &separator, most),
        None => cut::blanks(&text, most, |point| case::is_space(*point)),
    };
    list_of_parts(m, room, ranges, |m, range| slice(m, arguments.self_, range))
}

/// `str.rsplit`
pub fn rsplit(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (separator, most) = split_arguments(m, &arguments, "rsplit")?;
    let text = m.heap.str_points(arguments.self_);
    let room = room_for_parts(text.len(), separator.as_ref().map(Vec::len), most);
    let ranges = match separator {
        Some(separator) => cut::separated_from_right(&text, &separator, most),
        None => cut::blanks_from_right(&text, most, |point| case::is_space(*point)),
    };
    list_of_parts(m, room, ranges, |m, range| slice(m, arguments.self_, range))
}

/// `str.splitlines(keepends=False)`
pub fn lines(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [keep] = m.named_arguments(&arguments, "splitlines", ["keepends"], 0)?;
    let keep = match keep {
        Some(keep) => m.is_true(keep)?,
        None => false,
    };
    let ranges = cut::lines(&m.heap.str_points(arguments.self_), keep, case::is_line_break);
    list_of_parts(m, 0, ranges, |m, range| slice(m, arguments.self_, range))
}

fn separator(m: &mut Machine, object: Address) -> Outcome<Vec<u32>> {
    let points = m.expect_points(object, "must be str")?;
    if points.is_empty() { m.value_error("empty separator") } else { Ok(points) }
}

/// `str.partition`
pub fn partition(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let needle = separator(m, arguments.positional[0])?;
    let text = m.heap.str_points(arguments.self_);
    let items = match search::find(&text, &needle) {
        Some(at) => [
            slice(m, arguments.self_, 0..at)?,
            m.incref(arguments.positional[0]),
            slice(m, arguments.self_, at + needle.len()..text.len())?,
        ],
        None => [m.incref(arguments.self_), m.heap.empty_str(), m.heap.empty_str()],
    };
    Ok(m.heap.new_tuple_from(&items))
}

/// `str.rpartition`
pub fn rpartition(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let needle = separator(m, arguments.positional[0])?;
    let text = m.heap.str_points(arguments.self_);
    let items = match search::rfind(&text, &needle) {
        Some(at) => [
            slice(m, arguments.self_, 0..at)?,
            m.incref(arguments.positional[0]),
            slice(m, arguments.self_, at + needle.len()..text.len())?,
        ],
        None => [m.heap.empty_str(), m.heap.empty_str(), m.incref(arguments.self_)],
    };
    Ok(m.heap.new_tuple_from(&items))
}

/// `str.join`
pub fn join(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let owned = match m.sequence_fast(arguments.positional[0]) {
        Err(_) if m.error_matches(StaticType::TypeError) && !m.is_iterable(arguments.positional[0]) => {
            m.clear_error();
            return m.type_error("can only join an iterable");
        }
        owned => owned?,
    };
    let is_tuple = m.heap.is_exact(owned, StaticType::Tuple);
    let items = if is_tuple { m.heap.tuple_items(owned) } else { m.heap.list_items(owned) };
    let result = m.join_items(arguments.self_, &items);
    m.decref(owned);
    result
}

impl Machine {
    /// A list or tuple as it is, or a list of what an iterable yields (`PySequence_Fast`). A new reference.
    pub(crate) fn sequence_fast(&mut self, iterable: Address) -> Outcome {
        if self.heap.is_exact(iterable, StaticType::List) || self.heap.is_exact(iterable, StaticType::Tuple) {
            return Ok(self.incref(iterable));
        }
        let iterator = self.iter(iterable)?;
        let list = self.list_from(iterator);
        self.decref(iterator);
        list
    }

    fn join_items(&mut self, separator: Address, items: &[Address]) -> Outcome {
        if let [only] = items
            && self.heap.is_exact(*only, StaticType::Str)
        {
            return Ok(self.incref(*only));
        }
        let between = self.heap.str_points(separator);
        let known = items.iter().filter(|item| self.is_str(**item)).map(|item| self.heap.str_len(*item)).sum::<u64>();
        if !self.heap.can_allocate(known.saturating_add(items.len() as u64 * between.len() as u64)) {
            return self.memory_error();
        }
        let mut points = Vec::new();
        for (at, item) in items.iter().enumerate() {
            if !self.is_str(*item) {
                let name = self.type_name(*item);
                return self.type_error(format!("sequence item {at}: expected str instance, {name} found"));
            }
            if at > 0 {
                points.extend_from_slice(&between);
            }
            points.extend(self.heap.str_points(*item));
        }
        Ok(self.heap.new_str_points(&points))
    }
}
