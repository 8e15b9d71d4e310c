//! Case and character classes of `str`.

use heapglass_heap::{Address, Domain};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    text::case,
};

/// A new str, even of one letter: case methods give none of those that are shared (`ascii_upper_or_lower`, `case_operation`).
fn anew(m: &mut Machine, points: &[u32]) -> Address {
    match points {
        [point @ 0..256] => {
            let made = m.heap.new_blank_str(1, *point);
            let data = m.heap.str_data(made);
            m.heap.memory.set_u8(data, *point as u8);
            made
        }
        _ => m.heap.new_str_points(points),
    }
}

fn changed(m: &mut Machine, arguments: &Arguments<'_>, change: fn(&[u32]) -> Vec<u32>, letter_by_letter: bool) -> Outcome {
    let points = change(&m.heap.str_points(arguments.self_));
    if letter_by_letter && m.heap.str_is_ascii(arguments.self_) {
        return Ok(anew(m, &points));
    }
    // Any character may become three.
    let buffer = m.heap.allocate(Domain::Mem, 12 * m.heap.str_len(arguments.self_));
    let result = anew(m, &points);
    m.heap.release(Domain::Mem, buffer);
    Ok(result)
}

macro_rules! changes {
    ($($name:ident $change:path, $letter_by_letter:literal;)*) => {
        $(
            /// The method of this name.
            pub fn $name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
                changed(m, &arguments, $change, $letter_by_letter)
            }
        )*
    };
}

changes! {
    upper case::upper, true;
    lower case::lower, true;
    title case::title, false;
    capitalize case::capitalize, false;
    swap case::swap, false;
    fold case::fold, true;
}

fn all(m: &mut Machine, arguments: &Arguments<'_>, empty: bool, class: fn(u32) -> bool) -> Outcome {
    let points = m.heap.str_points(arguments.self_);
    m.truth(if points.is_empty() { empty } else { points.into_iter().all(class) })
}

macro_rules! classes {
    ($($name:ident $empty:literal $class:expr;)*) => {
        $(
            /// The method of this name.
            pub fn $name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
                all(m, &arguments, $empty, $class)
            }
        )*
    };
}

classes! {
    is_space false case::is_space;
    is_decimal false case::is_decimal;
    is_digit false case::is_digit;
    is_numeric false |point| case::is_numeric(point) || case::is_digit(point);
    is_alpha false case::is_alpha;
    is_alnum false |point| case::is_alpha(point) || case::is_numeric(point) || case::is_digit(point);
    is_printable true case::is_printable;
}

/// `str.islower`
pub fn is_lower(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let points = m.heap.str_points(arguments.self_);
    let wrong = points.iter().any(|point| case::is_upper(*point) || case::is_title(*point));
    m.truth(!wrong && points.into_iter().any(case::is_lower))
}

/// `str.isupper`
pub fn is_upper(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let points = m.heap.str_points(arguments.self_);
    let wrong = points.iter().any(|point| case::is_lower(*point) || case::is_title(*point));
    m.truth(!wrong && points.into_iter().any(case::is_upper))
}

/// `str.istitle`
pub fn is_title(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.truth(case::is_titled(&m.heap.str_points(arguments.self_)))
}

/// `str.isidentifier`
pub fn is_identifier(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let points = m.heap.str_points(arguments.self_);
    let starts = points.first().is_some_and(|point| case::is_identifier_start(*point));
    m.truth(starts && points.into_iter().skip(1).all(case::is_identifier_part))
}
