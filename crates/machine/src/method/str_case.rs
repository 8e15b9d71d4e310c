//! Case and character classes of `str`.

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    text::case,
};

fn changed(m: &mut Machine, arguments: &Arguments<'_>, change: fn(&[u32]) -> Vec<u32>) -> Outcome {
    let points = change(&m.heap.str_points(arguments.self_));
    Ok(m.heap.new_str_points(&points))
}

macro_rules! changes {
    ($($name:ident $change:path;)*) => {
        $(
            /// The method of this name.
            pub fn $name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
                changed(m, &arguments, $change)
            }
        )*
    };
}

changes! {
    upper case::upper;
    lower case::lower;
    title case::title;
    capitalize case::capitalize;
    swap case::swap;
    fold case::fold;
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
