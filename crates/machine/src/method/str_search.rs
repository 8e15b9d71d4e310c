//! Finding, counting and replacing in `str`.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use super::str::exact;
use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    text::search,
};

/// `needle in text`
pub fn contains(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let needle = m.expect_points_in(arguments.positional[0])?;
    let found = search::find(&m.heap.str_points(arguments.self_), &needle).is_some();
    m.truth(found)
}

impl Machine {
    fn expect_points_in(&mut self, needle: Address) -> Outcome<Vec<u32>> {
        self.expect_points(needle, "'in <string>' requires string as left operand")
    }
}

/// The place of the first argument within the bounds of the others.
fn place(m: &mut Machine, arguments: &Arguments<'_>, name: &str, from_right: bool) -> Outcome<Option<usize>> {
    arguments.parse_arity(m, name, 1, 3)?;
    let needle = m.expect_points(arguments.positional[0], "must be str")?;
    let bounds = m.search_bounds(arguments.get(1), arguments.get(2))?;
    let text = m.heap.str_points(arguments.self_);
    let Some((start, end)) = bounds.clipped(text.len()) else { return Ok(None) };
    let part = &text[start..end];
    let found = if from_right { search::rfind(part, &needle) } else { search::find(part, &needle) };
    Ok(found.map(|at| at + start))
}

fn found_or_minus_one(m: &mut Machine, found: Option<usize>) -> Outcome {
    Ok(m.heap.new_int_ssize(found.map_or(-1, |at| at as i64)))
}

fn found_or_error(m: &mut Machine, found: Option<usize>) -> Outcome {
    match found {
        Some(at) => Ok(m.heap.new_int_ssize(at as i64)),
        None => m.value_error("substring not found"),
    }
}

/// `str.find`
pub fn find(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let found = place(m, &arguments, "find", false)?;
    found_or_minus_one(m, found)
}

/// `str.rfind`
pub fn rfind(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let found = place(m, &arguments, "rfind", true)?;
    found_or_minus_one(m, found)
}

/// `str.index`
pub fn index(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let found = place(m, &arguments, "index", false)?;
    found_or_error(m, found)
}

/// `str.rindex`
pub fn rindex(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let found = place(m, &arguments, "rindex", true)?;
    found_or_error(m, found)
}

/// `str.count`
pub fn count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.parse_arity(m, "count", 1, 3)?;
    let needle = m.expect_points(arguments.positional[0], "must be str")?;
    let bounds = m.search_bounds(arguments.get(1), arguments.get(2))?;
    let text = m.heap.str_points(arguments.self_);
    let found = bounds.clipped(text.len()).map_or(0, |(start, end)| search::count(&text[start..end], &needle));
    Ok(m.heap.new_int_ssize(found as i64))
}

/// `str.replace(old, new, count=-1)`
pub fn replace(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "replace", 2, 3)?;
    let old = m.expect_points(arguments.positional[0], "replace() argument 1 must be str")?;
    let new = m.expect_points(arguments.positional[1], "replace() argument 2 must be str")?;
    let most = match arguments.get(2) {
        Some(most) => usize::try_from(m.index_to_i64(most, StaticType::OverflowError)?).ok(),
        None => None,
    };
    let text = m.heap.str_points(arguments.self_);
    let most_found = (text.len() / old.len().max(1) + 1).min(most.unwrap_or(usize::MAX));
    if new.len() > old.len() && !m.heap.can_allocate((most_found as u64).saturating_mul((new.len() - old.len()) as u64)) {
        let found = search::count(&text, &old) as u64;
        if !m.heap.can_allocate(found.min(most_found as u64).saturating_mul((new.len() - old.len()) as u64)) {
            return m.memory_error();
        }
    }
    match search::replace(&text, &old, &new, most) {
        Some(points) => Ok(m.heap.new_str_points(&points)),
        None => exact(m, arguments.self_),
    }
}

/// `str.startswith`
pub fn starts_with(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    matches_end(m, &arguments, "startswith", |part, affix| part.starts_with(affix))
}

/// `str.endswith`
pub fn ends_with(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    matches_end(m, &arguments, "endswith", |part, affix| part.ends_with(affix))
}

fn matches_end(m: &mut Machine, arguments: &Arguments<'_>, name: &str, test: fn(&[u32], &[u32]) -> bool) -> Outcome {
    arguments.parse_arity(m, name, 1, 3)?;
    let affix = arguments.positional[0];
    let affixes = if m.heap.kind(affix) == Kind::Tuple { m.heap.tuple_items(affix) } else { vec![affix] };
    let in_tuple = m.heap.kind(affix) == Kind::Tuple;
    let bounds = m.search_bounds(arguments.get(1), arguments.get(2))?;
    let text = m.heap.str_points(arguments.self_);
    for candidate in affixes {
        if !m.is_str(candidate) {
            let type_name = m.type_name(candidate);
            return m.type_error(if in_tuple {
                format!("tuple for {name} must only contain str, not {type_name}")
            } else {
                format!("{name} first arg must be str or a tuple of str, not {type_name}")
            });
        }
        let points = m.heap.str_points(candidate);
        if bounds.clipped(text.len()).is_some_and(|(start, end)| test(&text[start..end], &points)) {
            return m.truth(true);
        }
    }
    m.truth(false)
}
