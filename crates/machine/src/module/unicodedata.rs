//! `unicodedata` (Modules/unicodedata.c): categories, names, digits and normalization forms of Unicode 15.0.

use heapglass_compiler::characters::{Form, character, combining_class, name as name_of, normalize};
use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    text::case,
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("unicodedata", name, convention, function)
}

/// A name of more bytes is not looked for.
const LONGEST: usize = 256;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("category", Convention::Positional, |m, a| {
        let point = letter(m, &a, "category", 1, 1)?;
        m.new_text(case::category_name(point))
    }),
    row("combining", Convention::Positional, |m, a| {
        let point = letter(m, &a, "combining", 1, 1)?;
        Ok(m.heap.new_int(i64::from(combining_class(point))))
    }),
    row("decimal", Convention::Positional, |m, a| number(m, &a, "decimal", "not a decimal", case::decimal_value)),
    row("digit", Convention::Positional, |m, a| number(m, &a, "digit", "not a digit", case::digit_value)),
    row("name", Convention::Positional, name),
    row("lookup", Convention::Positional, lookup),
    row("normalize", Convention::Positional, |m, a| {
        let (text, points, form) = form_and_text(m, &a, "normalize")?;
        let normal = normalize(&points, form);
        if normal == points && m.heap.is_exact(text, StaticType::Str) {
            return Ok(m.incref(text));
        }
        Ok(m.heap.new_str_points(&normal))
    }),
    row("is_normalized", Convention::Positional, |m, a| {
        let (_, points, form) = form_and_text(m, &a, "is_normalized")?;
        m.truth(normalize(&points, form) == points)
    }),
];

/// Puts in the version of the tables.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    m.put_text(dict, "unidata_version", "15.0.0")
}

/// The first argument: one character.
fn letter(m: &mut Machine, arguments: &Arguments<'_>, function: &str, least: usize, most: usize) -> Outcome<u32> {
    arguments.no_keywords(m, &format!("unicodedata.{function}"))?;
    let given = arguments.positional.len();
    if least == 1 && most == 1 && given != 1 {
        return m.type_error(format!("unicodedata.{function}() takes exactly one argument ({given} given)"));
    }
    arguments.arity(m, function, least, most)?;
    let which = if most == 1 { "" } else { " 1" };
    let text = arguments.positional[0];
    if !m.is_str(text) {
        let found = m.type_name(text);
        return m.type_error(format!("{function}() argument{which} must be a unicode character, not {found}"));
    }
    match m.heap.str_points(text)[..] {
        [point] => Ok(point),
        _ => m.type_error(format!("{function}() argument{which} must be a unicode character, not str")),
    }
}

/// What a character stands for; else the second argument, or a complaint.
fn number(m: &mut Machine, arguments: &Arguments<'_>, function: &str, complaint: &str, value: fn(u32) -> Option<u32>) -> Outcome {
    let point = letter(m, arguments, function, 1, 2)?;
    match (value(point), arguments.get(1)) {
        (Some(value), _) => Ok(m.heap.new_int(i64::from(value))),
        (None, Some(instead)) => Ok(m.incref(instead)),
        (None, None) => m.value_error(complaint),
    }
}

fn name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let point = letter(m, &arguments, "name", 1, 2)?;
    match (char::from_u32(point).and_then(name_of), arguments.get(1)) {
        (Some(name), _) => m.new_text(&name),
        (None, Some(instead)) => Ok(m.incref(instead)),
        (None, None) => m.value_error("no such name"),
    }
}

fn lookup(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords(m, "unicodedata.lookup")?;
    let given = arguments.positional.len();
    let [name] = arguments.positional else {
        return m.type_error(format!("unicodedata.lookup() takes exactly one argument ({given} given)"));
    };
    if !m.is_str(*name) {
        let found = m.type_name(*name);
        return m.type_error(format!("a bytes-like object is required, not '{found}'"));
    }
    let name = m.heap.str_text(*name);
    match character(&name) {
        Some(found) => Ok(m.heap.new_str_points(&[u32::from(found)])),
        None => {
            let text = if name.len() > LONGEST { "name too long".to_owned() } else { format!("undefined character name '{name}'") };
            Err(m.raise(StaticType::KeyError, text))
        }
    }
}

/// The arguments of functions about forms: the text, its code points, the form.
fn form_and_text(m: &mut Machine, arguments: &Arguments<'_>, function: &str) -> Outcome<(Address, Vec<u32>, Form)> {
    arguments.no_keywords(m, &format!("unicodedata.{function}"))?;
    arguments.arity(m, function, 2, 2)?;
    for (at, argument) in arguments.positional.iter().enumerate() {
        if !m.is_str(*argument) {
            let (which, found) = (at + 1, if m.heap.is_none(*argument) { "None".to_owned() } else { m.type_name(*argument) });
            return m.type_error(format!("{function}() argument {which} must be str, not {found}"));
        }
    }
    let form = match m.heap.str_text(arguments.positional[0]).as_str() {
        "NFC" => Form::C,
        "NFD" => Form::D,
        "NFKC" => Form::Kc,
        "NFKD" => Form::Kd,
        _ => return m.value_error("invalid normalization form"),
    };
    let text = arguments.positional[1];
    Ok((text, m.heap.str_points(text), form))
}
