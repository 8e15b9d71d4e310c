//! The text-like methods of `bytes` and `bytearray`.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use super::{
    bytes::{alike, alike_or_same, content},
    bytes_new::byte_of,
    str_split::list_of_parts,
};
use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    text::{search, split as cut},
};

/// ASCII white space, vertical tab included.
pub fn is_blank(byte: &u8) -> bool {
    matches!(byte, 9..=13 | 32)
}

/// What is looked for: a buffer, or one byte given as an int.
pub fn needle(m: &mut Machine, object: Address) -> Outcome<Vec<u8>> {
    if let Some(data) = m.bytes_like(object)? {
        return Ok(data);
    }
    if m.is_index(object) {
        return Ok(vec![byte_of(m, object, "byte")?]);
    }
    let name = m.type_name(object);
    m.type_error(format!("argument should be integer or bytes-like object, not '{name}'"))
}

fn place(m: &mut Machine, arguments: &Arguments<'_>, name: &str, from_right: bool) -> Outcome<Option<usize>> {
    arguments.parse_arity(m, name, 1, 3)?;
    let wanted = needle(m, arguments.positional[0])?;
    let bounds = m.search_bounds(arguments.get(1), arguments.get(2))?;
    let data = content(m, arguments.self_);
    let Some((start, end)) = bounds.clipped(data.len()) else { return Ok(None) };
    let part = &data[start..end];
    let found = if from_right { search::rfind(part, &wanted) } else { search::find(part, &wanted) };
    Ok(found.map(|at| at + start))
}

/// `find`, `rfind`
pub fn find(m: &mut Machine, arguments: Arguments<'_>, name: &str, from_right: bool) -> Outcome {
    let found = place(m, &arguments, name, from_right)?;
    Ok(m.heap.new_int_ssize(found.map_or(-1, |at| at as i64)))
}

/// `index`, `rindex`
pub fn index(m: &mut Machine, arguments: Arguments<'_>, name: &str, from_right: bool) -> Outcome {
    match place(m, &arguments, name, from_right)? {
        Some(at) => Ok(m.heap.new_int_ssize(at as i64)),
        None => m.value_error("subsection not found"),
    }
}

/// `count`
pub fn count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.parse_arity(m, "count", 1, 3)?;
    let wanted = needle(m, arguments.positional[0])?;
    let bounds = m.search_bounds(arguments.get(1), arguments.get(2))?;
    let data = content(m, arguments.self_);
    let found = bounds.clipped(data.len()).map_or(0, |(start, end)| search::count(&data[start..end], &wanted));
    Ok(m.heap.new_int_ssize(found as i64))
}

/// `startswith`, `endswith`
pub fn matches_end(m: &mut Machine, arguments: Arguments<'_>, name: &str, test: fn(&[u8], &[u8]) -> bool) -> Outcome {
    arguments.parse_arity(m, name, 1, 3)?;
    let affix = arguments.positional[0];
    let affixes = if m.heap.kind(affix) == Kind::Tuple { m.heap.tuple_items(affix) } else { vec![affix] };
    let bounds = m.search_bounds(arguments.get(1), arguments.get(2))?;
    let data = content(m, arguments.self_);
    for candidate in affixes {
        let Some(wanted) = m.bytes_like(candidate)? else {
            let type_name = m.type_name(candidate);
            return m.type_error(format!("{name} first arg must be bytes or a tuple of bytes, not {type_name}"));
        };
        if bounds.clipped(data.len()).is_some_and(|(start, end)| test(&data[start..end], &wanted)) {
            return m.truth(true);
        }
    }
    m.truth(false)
}

/// `replace`
pub fn replace(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "replace", 2, 3)?;
    let old = m.expect_bytes(arguments.positional[0])?;
    let new = m.expect_bytes(arguments.positional[1])?;
    let most = match arguments.get(2) {
        Some(most) => usize::try_from(m.index_to_i64(most, StaticType::OverflowError)?).ok(),
        None => None,
    };
    let data = content(m, arguments.self_);
    let changed = search::replace(&data, &old, &new, most).unwrap_or(data);
    alike_or_same(m, arguments.self_, &changed)
}

/// `join`
pub fn join(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let list = match m.sequence_fast(arguments.positional[0]) {
        Ok(list) => list,
        Err(_) if m.error_matches(StaticType::TypeError) => {
            m.clear_error();
            return m.type_error("can only join an iterable");
        }
        Err(raised) => return Err(raised),
    };
    let separator = content(m, arguments.self_);
    let mut joined = Vec::new();
    let is_tuple = m.heap.is_exact(list, StaticType::Tuple);
    let items = if is_tuple { m.heap.tuple_items(list) } else { m.heap.list_items(list) };
    for (at, item) in items.into_iter().enumerate() {
        let Some(data) = m.bytes_like(item)? else {
            let name = m.type_name(item);
            m.decref(list);
            return m.type_error(format!("sequence item {at}: expected a bytes-like object, {name} found"));
        };
        if at > 0 {
            joined.extend_from_slice(&separator);
        }
        joined.extend(data);
    }
    m.decref(list);
    alike(m, arguments.self_, &joined)
}

/// `split`, `rsplit`
pub fn split(m: &mut Machine, arguments: Arguments<'_>, from_right: bool) -> Outcome {
    let most = match arguments.get_or_keyword(m, 1, "maxsplit") {
        Some(most) => usize::try_from(m.index_to_i64(most, StaticType::OverflowError)?).ok(),
        None => None,
    };
    let data = content(m, arguments.self_);
    let separator = arguments.get_or_keyword(m, 0, "sep").filter(|separator| !m.heap.is_none(*separator));
    let ranges = match separator {
        None if from_right => cut::blanks_from_right(&data, most, is_blank),
        None => cut::blanks(&data, most, is_blank),
        Some(separator) => {
            let separator = m.expect_bytes(separator)?;
            if separator.is_empty() {
                return m.value_error("empty separator");
            }
            if from_right { cut::separated_from_right(&data, &separator, most) } else { cut::separated(&data, &separator, most) }
        }
    };
    list_of_parts(m, most.map_or(usize::MAX, |most| most.saturating_add(1)), ranges, |m, range| alike(m, arguments.self_, &data[range]))
}

/// `splitlines`
pub fn lines(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [keep] = m.named_arguments(&arguments, "splitlines", ["keepends"], 0)?;
    let keep = match keep {
        Some(keep) => m.is_true(keep)?,
        None => false,
    };
    let data = content(m, arguments.self_);
    let points: Vec<u32> = data.iter().copied().map(u32::from).collect();
    let ranges = cut::lines(&points, keep, |point| point == 10 || point == 13);
    list_of_parts(m, 0, ranges, |m, range| alike(m, arguments.self_, &data[range]))
}

/// `partition`, `rpartition`
pub fn partition(m: &mut Machine, arguments: Arguments<'_>, from_right: bool) -> Outcome {
    let separator = m.expect_bytes(arguments.positional[0])?;
    if separator.is_empty() {
        return m.value_error("empty separator");
    }
    let data = content(m, arguments.self_);
    let found = if from_right { search::rfind(&data, &separator) } else { search::find(&data, &separator) };
    let parts: [&[u8]; 3] = match found {
        Some(at) => [&data[..at], &separator, &data[at + separator.len()..]],
        None if from_right => [b"", b"", &data],
        None => [&data, b"", b""],
    };
    let mut items = Vec::new();
    for part in parts {
        items.push(alike(m, arguments.self_, part)?);
    }
    Ok(m.heap.new_tuple_from(&items))
}

/// `strip`, `lstrip`, `rstrip`
pub fn strip(m: &mut Machine, arguments: Arguments<'_>, left: bool, right: bool) -> Outcome {
    arguments.arity(m, "strip", 0, 1)?;
    let unwanted = match arguments.get(0).filter(|unwanted| !m.heap.is_none(*unwanted)) {
        Some(unwanted) => Some(m.expect_bytes(unwanted)?),
        None => None,
    };
    let data = content(m, arguments.self_);
    let range = cut::stripped(&data, left, right, |byte| match &unwanted {
        Some(unwanted) => unwanted.contains(byte),
        None => is_blank(byte),
    });
    alike_or_same(m, arguments.self_, &data[range])
}

/// `removeprefix`, `removesuffix`
pub fn remove_affix(m: &mut Machine, arguments: Arguments<'_>, prefix: bool) -> Outcome {
    let affix = m.expect_bytes(arguments.positional[0])?;
    let data = content(m, arguments.self_);
    let rest = if prefix { data.strip_prefix(&affix[..]) } else { data.strip_suffix(&affix[..]) };
    alike_or_same(m, arguments.self_, rest.unwrap_or(&data))
}

/// The content changed in place.
pub fn changed(m: &mut Machine, arguments: Arguments<'_>, change: fn(&mut Vec<u8>)) -> Outcome {
    let mut data = content(m, arguments.self_);
    change(&mut data);
    alike(m, arguments.self_, &data)
}

/// Words begin with a capital.
pub fn title(data: &mut Vec<u8>) {
    let mut in_word = false;
    for byte in data {
        *byte = if in_word { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        in_word = byte.is_ascii_alphabetic();
    }
}

/// The first letter is a capital.
pub fn capitalize(data: &mut Vec<u8>) {
    data.make_ascii_lowercase();
    if let Some(first) = data.first_mut() {
        first.make_ascii_uppercase();
    }
}

/// Capitals become small and the other way round.
pub fn swap_case(data: &mut Vec<u8>) {
    for byte in data {
        *byte = if byte.is_ascii_uppercase() { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
    }
}

/// `center`, `ljust`, `rjust`
pub fn pad(m: &mut Machine, arguments: Arguments<'_>, name: &str) -> Outcome {
    arguments.arity(m, name, 1, 2)?;
    let width = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let fill = match arguments.get(1) {
        Some(fill) => m.expect_bytes(fill)?,
        None => vec![b' '],
    };
    let [fill] = fill[..] else {
        return m.type_error(format!("{name}() argument 2 must be a byte string of length 1, not bytes"));
    };
    let data = content(m, arguments.self_);
    let missing = (width - data.len() as i64).max(0) as usize;
    if !m.heap.can_allocate(missing as u64) {
        return m.memory_error();
    }
    let before = match name {
        "rjust" => missing,
        "ljust" => 0,
        _ => missing / 2 + (missing & width as usize & 1),
    };
    let mut padded = vec![fill; before];
    padded.extend(data);
    padded.resize(padded.len() + missing - before, fill);
    alike_or_same(m, arguments.self_, &padded)
}

/// `zfill`
pub fn zero_fill(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let width = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?.max(0);
    if !m.heap.can_allocate(width as u64) {
        return m.memory_error();
    }
    let filled = search::zero_filled(&content(m, arguments.self_), width as usize);
    alike_or_same(m, arguments.self_, &filled)
}

/// `expandtabs`
pub fn expand_tabs(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [size] = m.named_arguments(&arguments, "expandtabs", ["tabsize"], 0)?;
    let size = match size {
        Some(size) => m.index_to_i64(size, StaticType::OverflowError)?,
        None => 8,
    };
    if !m.heap.can_allocate(size.max(0) as u64) {
        return m.memory_error();
    }
    let expanded = search::expand_tabs(&content(m, arguments.self_), size);
    alike(m, arguments.self_, &expanded)
}

/// `translate(table, delete=b'')`
pub fn translate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "translate", 1, 2)?;
    let table = match arguments.get(0).filter(|table| !m.heap.is_none(*table)) {
        Some(table) => Some(m.expect_bytes(table)?),
        None => None,
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return m.value_error("translation table must be 256 characters long");
    }
    let delete = match arguments.get_or_keyword(m, 1, "delete") {
        Some(delete) => m.expect_bytes(delete)?,
        None => Vec::new(),
    };
    let kept = content(m, arguments.self_).into_iter().filter(|byte| !delete.contains(byte));
    let data: Vec<u8> = kept.map(|byte| table.as_ref().map_or(byte, |table| table[usize::from(byte)])).collect();
    alike(m, arguments.self_, &data)
}

/// `maketrans(from, to)`
pub fn make_translation(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "maketrans", 2, 2)?;
    let (from, to) = (m.expect_bytes(arguments.positional[0])?, m.expect_bytes(arguments.positional[1])?);
    if from.len() != to.len() {
        return m.value_error("maketrans arguments must have same length");
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (a, b) in from.into_iter().zip(to) {
        table[usize::from(a)] = b;
    }
    Ok(m.heap.new_bytes(&table))
}

/// Whether there are bytes, and all are of a class.
pub fn all(m: &mut Machine, arguments: Arguments<'_>, class: fn(u8) -> bool) -> Outcome {
    let data = content(m, arguments.self_);
    m.truth(!data.is_empty() && data.into_iter().all(class))
}

/// `islower`, `isupper`
pub fn cased(m: &mut Machine, arguments: Arguments<'_>, upper: bool) -> Outcome {
    let data = content(m, arguments.self_);
    let right = |byte: &u8| if upper { byte.is_ascii_uppercase() } else { byte.is_ascii_lowercase() };
    let wrong = |byte: &u8| if upper { byte.is_ascii_lowercase() } else { byte.is_ascii_uppercase() };
    m.truth(data.iter().any(right) && !data.iter().any(wrong))
}
