//! Padding and stripping of `str`.

use heapglass_heap::{Address, static_type::StaticType};

use super::str::exact;
use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    text::{case, search, split},
};

fn padding(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome<(i64, u32)> {
    arguments.arity(m, name, 1, 2)?;
    let width = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let fill = match arguments.get(1) {
        None => 32,
        Some(fill) => {
            let points = m.expect_points(fill, "The fill character must be a unicode character")?;
            match points[..] {
                [point] => point,
                _ => return m.type_error("The fill character must be exactly one character long"),
            }
        }
    };
    let missing = width - m.heap.str_len(arguments.self_) as i64;
    if missing > 0 && !m.heap.can_allocate(missing as u64) {
        return m.memory_error();
    }
    Ok((missing, fill))
}

fn padded(m: &mut Machine, text: Address, before: i64, after: i64, fill: u32) -> Outcome {
    if before <= 0 && after <= 0 {
        return exact(m, text);
    }
    let mut points = vec![fill; before.max(0) as usize];
    points.extend(m.heap.str_points(text));
    points.extend(std::iter::repeat_n(fill, after.max(0) as usize));
    Ok(m.heap.new_str_points(&points))
}

/// `str.center`
pub fn center(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (missing, fill) = padding(m, &arguments, "center")?;
    let width = missing + m.heap.str_len(arguments.self_) as i64;
    let before = if missing > 0 { missing / 2 + (missing & width & 1) } else { 0 };
    padded(m, arguments.self_, before, missing - before, fill)
}

/// `str.ljust`
pub fn left(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (missing, fill) = padding(m, &arguments, "ljust")?;
    padded(m, arguments.self_, 0, missing, fill)
}

/// `str.rjust`
pub fn right(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (missing, fill) = padding(m, &arguments, "rjust")?;
    padded(m, arguments.self_, missing, 0, fill)
}

/// `str.zfill`
pub fn zero_fill(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let width = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?.max(0);
    if width as u64 <= m.heap.str_len(arguments.self_) {
        return exact(m, arguments.self_);
    }
    if !m.heap.can_allocate(width as u64) {
        return m.memory_error();
    }
    let points = search::zero_filled(&m.heap.str_points(arguments.self_), width as usize);
    Ok(m.heap.new_str_points(&points))
}

/// `str.expandtabs(tabsize=8)`
pub fn expand_tabs(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [size] = m.named_arguments(&arguments, "expandtabs", ["tabsize"], 0)?;
    let size = match size {
        Some(size) => m.index_to_i64(size, StaticType::OverflowError)?,
        None => 8,
    };
    if !m.heap.can_allocate(size.max(0) as u64) {
        return m.memory_error();
    }
    let points = m.heap.str_points(arguments.self_);
    if !points.contains(&9) {
        return exact(m, arguments.self_);
    }
    let expanded = search::expand_tabs(&points, size);
    Ok(m.heap.new_str_points(&expanded))
}

fn stripped(m: &mut Machine, arguments: &Arguments<'_>, name: &str, left: bool, right: bool) -> Outcome {
    arguments.arity(m, name, 0, 1)?;
    let unwanted = match arguments.get(0).filter(|unwanted| !m.heap.is_none(*unwanted)) {
        None => None,
        Some(unwanted) if m.is_str(unwanted) => Some(m.heap.str_points(unwanted)),
        Some(_) => return m.type_error(format!("{name} arg must be None or str")),
    };
    let points = m.heap.str_points(arguments.self_);
    let range = split::stripped(&points, left, right, |point| match &unwanted {
        Some(unwanted) => unwanted.contains(point),
        None => case::is_space(*point),
    });
    slice(m, arguments.self_, range)
}

/// A part of a str; the whole of an exact str is itself.
pub fn slice(m: &mut Machine, text: Address, range: std::ops::Range<usize>) -> Outcome {
    if range.len() as u64 == m.heap.str_len(text) {
        return exact(m, text);
    }
    Ok(m.heap.str_slice(text, range.start as u64, range.end as u64))
}

/// `str.strip`
pub fn strip(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    stripped(m, &arguments, "strip", true, true)
}

/// `str.lstrip`
pub fn strip_left(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    stripped(m, &arguments, "lstrip", true, false)
}

/// `str.rstrip`
pub fn strip_right(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    stripped(m, &arguments, "rstrip", false, true)
}

/// `str.removeprefix`
pub fn remove_prefix(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let prefix = m.expect_points(arguments.positional[0], "removeprefix() argument must be str")?;
    let text = m.heap.str_points(arguments.self_);
    let start = if text.starts_with(&prefix) { prefix.len() } else { 0 };
    slice(m, arguments.self_, start..text.len())
}

/// `str.removesuffix`
pub fn remove_suffix(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let suffix = m.expect_points(arguments.positional[0], "removesuffix() argument must be str")?;
    let text = m.heap.str_points(arguments.self_);
    let end = if text.ends_with(&suffix) { text.len() - suffix.len() } else { text.len() };
    slice(m, arguments.self_, 0..end)
}
