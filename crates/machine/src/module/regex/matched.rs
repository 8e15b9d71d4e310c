//! `re.Match`.

use heapglass_heap::{
    Address,
    layout::native::{
        regex_match::{END_POSITION, GROUPS, LAST_INDEX, PATTERN, POSITION, REGS, STRING},
        regex_pattern::{GROUP_INDEX, INDEX_GROUP},
    },
    static_type::StaticType,
};

use super::{
    Search, replace,
    subject::{Subject, new_text},
};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    regex::Found,
};

const TYPE: StaticType = StaticType::RegexMatch;
/// Where the marks begin.
const MARKS: u64 = 80;
/// Bytes of a match without marks of its own.
const HEADER: u64 = 88;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::positional(TYPE, "group", |m, a| match a.positional {
        [] => group_object(m, a.self_, 0),
        [one] => group_of(m, a.self_, *one),
        several => {
            let mut parts = Vec::new();
            for one in several {
                match group_of(m, a.self_, *one) {
                    Ok(part) => parts.push(part),
                    Err(raised) => {
                        parts.into_iter().for_each(|part| m.decref(part));
                        return Err(raised);
                    }
                }
            }
            Ok(m.heap.new_tuple_from(&parts))
        }
    }),
    NativeRow::slot(TYPE, "__getitem__", |m, a| group_of(m, a.self_, a.positional[0])),
    NativeRow::keywords(TYPE, "groups", groups),
    NativeRow::keywords(TYPE, "groupdict", group_dict),
    NativeRow::positional(TYPE, "start", |m, a| edge(m, &a, "start", 0)),
    NativeRow::positional(TYPE, "end", |m, a| edge(m, &a, "end", 1)),
    NativeRow::positional(TYPE, "span", |m, a| {
        let group = group_argument(m, &a, "span")?;
        let (start, end) = marks(m, a.self_, group);
        Ok(pair(m, start, end))
    }),
    NativeRow::one(TYPE, "expand", |m, a| {
        let subject = subject(m, a.self_)?;
        let found = found(m, a.self_);
        let pattern = m.field(a.self_, PATTERN);
        let template = replace::Template::read(m, a.positional[0], pattern)?;
        let points = template.expand(&subject, &found);
        Ok(new_text(m, &points, subject.bytes))
    }),
    NativeRow::member(TYPE, "string", |m, a| Ok(m.field_or_none(a.self_, STRING))),
    NativeRow::member(TYPE, "re", |m, a| Ok(m.field_or_none(a.self_, PATTERN))),
    NativeRow::member(TYPE, "pos", |m, a| {
        let at = m.word(a.self_, POSITION);
        Ok(m.heap.new_int(at))
    }),
    NativeRow::member(TYPE, "endpos", |m, a| {
        let at = m.word(a.self_, END_POSITION);
        Ok(m.heap.new_int(at))
    }),
    NativeRow::get(TYPE, "lastindex", |m, a| match m.word(a.self_, LAST_INDEX) {
        last if last >= 0 => Ok(m.heap.new_int(last)),
        _ => m.none(),
    }),
    NativeRow::get(TYPE, "lastgroup", |m, a| {
        let (last, pattern) = (m.word(a.self_, LAST_INDEX), m.field(a.self_, PATTERN));
        let names = m.field(pattern, INDEX_GROUP);
        match u64::try_from(last) {
            Ok(last) if last < m.heap.tuple_len(names) => {
                let name = m.heap.tuple_item(names, last);
                Ok(m.incref(name))
            }
            _ => m.none(),
        }
    }),
    NativeRow::get(TYPE, "regs", |m, a| {
        if m.field(a.self_, REGS).is_null() {
            let spans: Vec<Address> = (0..m.word(a.self_, GROUPS) as u64)
                .map(|group| {
                    let (start, end) = marks(m, a.self_, group);
                    pair(m, start, end)
                })
                .collect();
            let regs = m.heap.new_tuple_from(&spans);
            m.set_field(a.self_, REGS, regs);
        }
        Ok(m.field_or_none(a.self_, REGS))
    }),
    NativeRow::slot(TYPE, "__repr__", repr),
    NativeRow::no_arguments(TYPE, "__copy__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::one(TYPE, "__deepcopy__", |m, a| Ok(m.incref(a.self_))),
];

/// A match object.
pub(super) fn new_match(m: &mut Machine, pattern: Address, search: &Search, found: &Found) -> Address {
    let marks = found.marks.len() as u64;
    let size = HEADER + 8 * marks;
    let object = m.heap.new_instance(TYPE.address(), size);
    m.heap.memory.fill(object.plus(16), size - 16, 0);
    m.set_word(object, 16, marks as i64);
    m.incref(pattern);
    m.incref(search.subject.object);
    m.heap.memory.set_address(object.plus(STRING), search.subject.object);
    m.heap.memory.set_address(object.plus(PATTERN), pattern);
    m.set_word(object, POSITION, search.start as i64);
    m.set_word(object, END_POSITION, search.end as i64);
    m.set_word(object, LAST_INDEX, if found.last == 0 { -1 } else { found.last as i64 });
    m.set_word(object, GROUPS, (marks / 2) as i64);
    for (at, mark) in found.marks.iter().enumerate() {
        m.set_word(object, MARKS + 8 * at as u64, *mark);
    }
    m.heap.gc_track(object);
    object
}

fn marks(m: &Machine, object: Address, group: u64) -> (i64, i64) {
    (
        m.word(object, MARKS + 16 * group),
        m.word(object, MARKS + 16 * group + 8),
    )
}

fn found(m: &Machine, object: Address) -> Found {
    let count = 2 * m.word(object, GROUPS) as u64;
    let marks = (0..count).map(|at| m.word(object, MARKS + 8 * at)).collect();
    Found {
        marks,
        last: usize::try_from(m.word(object, LAST_INDEX)).unwrap_or(0),
    }
}

fn subject(m: &mut Machine, object: Address) -> Outcome<Subject> {
    let text = m.field(object, STRING);
    match Subject::read(m, text)? {
        Some(subject) => Ok(subject),
        None => m.type_error("expected string or bytes-like object"),
    }
}

fn pair(m: &mut Machine, start: i64, end: i64) -> Address {
    let items = [m.heap.new_int(start), m.heap.new_int(end)];
    m.heap.new_tuple_from(&items)
}

/// The number of a group, given as a number or a name.
fn group_number(m: &mut Machine, object: Address, which: Address) -> Outcome<u64> {
    let groups = m.word(object, GROUPS);
    let mut number = None;
    if m.is_index(which) {
        number = Some(m.index_clamped(which)?);
    } else if m.is_str(which) {
        let pattern = m.field(object, PATTERN);
        let names = m.field(pattern, GROUP_INDEX);
        if let Some(value) = m.namespace_get(names, which)? {
            number = m.heap.int_to_i64(value);
        }
    }
    match number {
        Some(number) if (0..groups).contains(&number) => Ok(number as u64),
        _ => Err(m.raise(StaticType::IndexError, "no such group")),
    }
}

fn group_object(m: &mut Machine, object: Address, group: u64) -> Outcome {
    let (start, end) = marks(m, object, group);
    if start < 0 {
        return m.none();
    }
    let subject = subject(m, object)?;
    Ok(subject.part(m, start as usize, end as usize))
}

fn group_of(m: &mut Machine, object: Address, which: Address) -> Outcome {
    let group = group_number(m, object, which)?;
    group_object(m, object, group)
}

fn group_argument(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome<u64> {
    arguments.arity(m, name, 0, 1)?;
    match arguments.get(0) {
        Some(which) => group_number(m, arguments.self_, which),
        None => Ok(0),
    }
}

fn edge(m: &mut Machine, arguments: &Arguments<'_>, name: &str, which: u64) -> Outcome {
    let group = group_argument(m, arguments, name)?;
    let mark = m.word(arguments.self_, MARKS + 16 * group + 8 * which);
    Ok(m.heap.new_int(mark))
}

/// A group, or what is given for one that took no part.
fn group_or(m: &mut Machine, object: Address, group: u64, default: Address) -> Outcome {
    if marks(m, object, group).0 < 0 {
        Ok(m.incref(default))
    } else {
        group_object(m, object, group)
    }
}

fn groups(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let none = m.heap.none();
    let default = arguments.get_or_keyword(m, 0, "default").unwrap_or(none);
    let mut parts = Vec::new();
    for group in 1..m.word(arguments.self_, GROUPS) as u64 {
        parts.push(group_or(m, arguments.self_, group, default)?);
    }
    Ok(m.heap.new_tuple_from(&parts))
}

fn group_dict(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let none = m.heap.none();
    let default = arguments.get_or_keyword(m, 0, "default").unwrap_or(none);
    let pattern = m.field(arguments.self_, PATTERN);
    let names = m.field(pattern, GROUP_INDEX);
    let names: Vec<(Address, Address)> = m.heap.dict_items(names).collect();
    let dict = m.heap.new_dict();
    for (name, number) in names {
        let group = m.heap.int_to_i64(number).unwrap_or(0) as u64;
        let value = group_or(m, arguments.self_, group, default)?;
        let result = m.namespace_set(dict, name, value);
        m.decref(value);
        result?;
    }
    Ok(dict)
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (start, end) = marks(m, arguments.self_, 0);
    let whole = group_object(m, arguments.self_, 0)?;
    let text = m.repr_text(whole);
    m.decref(whole);
    let text: String = text?.chars().take(50).collect();
    m.new_text(&format!("<re.Match object; span=({start}, {end}), match={text}>"))
}
