//! `_sre.SRE_Scanner`: one match after the other, when it is asked for; `finditer` asks it.

use heapglass_heap::{
    Address,
    layout::{
        iterator::callable::{CALLABLE, SENTINEL},
        native::regex_scanner::{END, END_POSITION, MUST_ADVANCE, PATTERN, POSITION, START, STRING},
    },
    static_type::StaticType,
};

use super::{How, Search, matched, regex_of, subject::Subject};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

const TYPE: StaticType = StaticType::RegexScanner;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::no_arguments(TYPE, "match", |m, a| next(m, a.self_, How::Match)),
    NativeRow::no_arguments(TYPE, "search", |m, a| next(m, a.self_, How::Search)),
    NativeRow::member(TYPE, "pattern", |m, a| Ok(m.field_or_none(a.self_, PATTERN))),
];

/// `pattern.scanner(string, pos, endpos)`
pub(super) fn new(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome {
    let search = Search::read(m, arguments, name, 0)?;
    let words = [(PATTERN, m.incref(arguments.self_)), (STRING, m.incref(search.subject.object))];
    let scanner = m.heap.new_record(TYPE, &words);
    for (offset, at) in [(POSITION, search.start), (END_POSITION, search.end), (START, search.start), (END, search.end)] {
        m.set_word(scanner, offset, at as i64);
    }
    Ok(scanner)
}

/// `pattern.finditer(string, pos, endpos)`: `iter(scanner.search, None)`
pub(super) fn find_iterator(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let scanner = new(m, &arguments, "finditer")?;
    let key = m.name("search");
    let search = m.get_attribute(scanner, key);
    m.decref(scanner);
    let words = [(CALLABLE, search?), (SENTINEL, m.heap.none())];
    Ok(m.heap.new_record(StaticType::CallableIterator, &words))
}

fn next(m: &mut Machine, this: Address, how: How) -> Outcome {
    // At the end there is no place to go on.
    let Ok(start) = usize::try_from(m.word(this, START)) else { return m.none() };
    let (pattern, text) = (m.field(this, PATTERN), m.field(this, STRING));
    let Some(subject) = Subject::read(m, text)? else { return m.none() };
    let [position, end] = [POSITION, END].map(|offset| usize::try_from(m.word(this, offset)).unwrap_or(0).min(subject.points.len()));
    let search = Search { regex: regex_of(m, pattern)?, subject, start: position, end };
    let longer = m.heap.memory.u32(this.plus(MUST_ADVANCE)) != 0;
    let Some(found) = search.next(m, how, start, longer)? else {
        m.set_word(this, START, -1);
        return m.none();
    };
    let (from, to) = found.span(0).unwrap_or((start, start));
    m.heap.memory.set_u32(this.plus(MUST_ADVANCE), u32::from(from == to));
    m.set_word(this, START, to as i64);
    Ok(matched::new_match(m, pattern, &search, &found))
}
