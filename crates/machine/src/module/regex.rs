//! `_sre`: patterns and matches as objects (Modules/_sre/sre.c). Reading and running patterns is the affair of [`crate::regex`].

mod matched;
mod replace;
mod scanner;
mod subject;

use std::{collections::BTreeMap, rc::Rc};

use heapglass_heap::{
    Address, Raised,
    layout::native::regex_pattern::{CODE_SIZE, FLAGS, GROUP_INDEX, GROUPS, INDEX_GROUP, IS_BYTES, PATTERN},
    static_type::StaticType,
};

pub use matched::ROWS as MATCH_ROWS;
pub use scanner::ROWS as SCANNER_ROWS;
use subject::Subject;

use crate::{
    limits::Limit,
    machine::{Ending, Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    regex::{Found, Mistake, Regex, TOO_LARGE, TooMuch, flag},
};

const TYPE: StaticType = StaticType::RegexPattern;
/// Bytes of a pattern object before its program.
const HEADER: u64 = 96;
/// Programs kept ready.
const MOST_READY: usize = 512;

/// Programs that were made already, by flags, kind and pattern. They can be made again from the pattern object at any time.
#[derive(Clone, Debug, Default)]
pub struct ReadyPatterns {
    programs: BTreeMap<(u32, bool, Vec<u32>), Rc<Regex>>,
    text: subject::LastText,
}

impl ReadyPatterns {
    fn get(&mut self, pattern: &[u32], flags: u32, bytes: bool) -> Result<Rc<Regex>, Mistake> {
        let key = (flags, bytes, pattern.to_vec());
        if let Some(ready) = self.programs.get(&key) {
            return Ok(Rc::clone(ready));
        }
        let regex = Rc::new(Regex::new(pattern, flags, bytes)?);
        if self.programs.len() >= MOST_READY {
            self.programs.clear();
        }
        self.programs.insert(key, Rc::clone(&regex));
        Ok(regex)
    }
}

/// The rows of the module and of `re.Pattern`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("_sre", "compile", Convention::Positional, compile),
    NativeRow::keywords(TYPE, "match", |m, a| match_object(m, &a, How::Match)),
    NativeRow::keywords(TYPE, "fullmatch", |m, a| match_object(m, &a, How::FullMatch)),
    NativeRow::keywords(TYPE, "search", |m, a| match_object(m, &a, How::Search)),
    NativeRow::keywords(TYPE, "findall", find_all),
    NativeRow::keywords(TYPE, "finditer", scanner::find_iterator),
    NativeRow::keywords(TYPE, "sub", |m, a| {
        let (result, count) = replace::substitute(m, &a)?;
        m.decref(count);
        Ok(result)
    }),
    NativeRow::keywords(TYPE, "subn", |m, a| {
        let (result, count) = replace::substitute(m, &a)?;
        Ok(m.heap.new_tuple_from(&[result, count]))
    }),
    NativeRow::keywords(TYPE, "split", split),
    NativeRow::keywords(TYPE, "scanner", |m, a| scanner::new(m, &a, "scanner")),
    NativeRow::member(TYPE, "pattern", |m, a| Ok(m.field_or_none(a.self_, PATTERN))),
    NativeRow::member(TYPE, "groups", |m, a| {
        let groups = m.word(a.self_, GROUPS);
        Ok(m.heap.new_int(groups))
    }),
    NativeRow::member(TYPE, "flags", |m, a| {
        let flags = m.heap.memory.i32(a.self_.plus(FLAGS));
        Ok(m.heap.new_int(i64::from(flags)))
    }),
    NativeRow::get(TYPE, "groupindex", |m, a| {
        let dict = m.field(a.self_, GROUP_INDEX);
        m.incref(dict);
        Ok(m.heap.new_record(StaticType::MappingProxy, &[(16, dict)]))
    }),
    NativeRow::slot(TYPE, "__repr__", repr),
    NativeRow::slot(TYPE, "__hash__", |m, a| {
        let hash = m.hash(m.field(a.self_, PATTERN))?;
        let flags = i64::from(m.heap.memory.i32(a.self_.plus(FLAGS)));
        a.hash(m, hash ^ flags)
    }),
    NativeRow::slot(TYPE, "__eq__", equal),
    NativeRow::no_arguments(TYPE, "__copy__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::one(TYPE, "__deepcopy__", |m, a| Ok(m.incref(a.self_))),
];

/// Which match is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Match,
    FullMatch,
    Search,
}

/// `_sre.compile(pattern, flags)`: a new pattern object.
fn compile(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "compile", 2, 2)?;
    let pattern = arguments.positional[0];
    let flags = m.index_to_i64(arguments.positional[1], StaticType::OverflowError)? as u32;
    let Some(subject) = Subject::read(m, pattern)? else {
        return m.type_error("first argument must be string or compiled pattern");
    };
    if let Some(refusal) = refuse_flags(flags, subject.bytes) {
        return m.value_error(refusal);
    }
    let regex = match m
        .ready_patterns
        .get(&subject.points, flags & !flag::UNICODE, subject.bytes)
    {
        Ok(regex) => regex,
        Err(mistake) => {
            warn(m, &Regex::warnings_before(&subject.points, flags & !flag::UNICODE, subject.bytes))?;
            return Err(raise_mistake(m, &mistake, pattern));
        }
    };
    warn(m, &regex.warnings)?;
    if subject.bytes && regex.flags & flag::ASCII != 0 && regex.flags & flag::LOCALE != 0 {
        return m.value_error("ASCII and LOCALE flags are incompatible");
    }
    if regex.flags & flag::ASCII != 0 && (regex.flags | flags) & flag::UNICODE != 0 {
        return m.value_error("ASCII and UNICODE flags are incompatible");
    }
    new_pattern(m, pattern, &regex, subject.bytes)
}

/// Warns whoever called the function of `re` that called this.
fn warn(m: &mut Machine, warnings: &[String]) -> Outcome<()> {
    for text in warnings {
        let module = m.import_module("warnings")?;
        let (message, level) = (m.heap.new_str(text), m.heap.new_int(3));
        let result = m.call_method(module, "warn", &[message, StaticType::FutureWarning.address(), level]);
        m.decref(message);
        m.decref(module);
        let none = result?;
        m.decref(none);
    }
    Ok(())
}

fn refuse_flags(flags: u32, bytes: bool) -> Option<&'static str> {
    let has = |bit| flags & bit != 0;
    match bytes {
        true if has(flag::UNICODE) => Some("cannot use UNICODE flag with a bytes pattern"),
        false if has(flag::LOCALE) => Some("cannot use LOCALE flag with a str pattern"),
        false if has(flag::ASCII) && has(flag::UNICODE) => Some("ASCII and UNICODE flags are incompatible"),
        _ => None,
    }
}

fn new_pattern(m: &mut Machine, pattern: Address, regex: &Regex, bytes: bool) -> Outcome {
    let size = HEADER + 4 * regex.code_size;
    let names = m.heap.new_dict();
    let none = m.heap.none();
    let mut by_number = vec![none; if regex.names.is_empty() { 0 } else { regex.groups + 1 }];
    for (name, number) in &regex.names {
        let key = m.heap.new_interned(name);
        by_number[*number] = key;
        let value = m.heap.new_int(*number as i64);
        m.namespace_put(names, name, value)?;
    }
    let by_number = m.heap.new_tuple_from(&by_number);
    let object = m.heap.new_instance(TYPE.address(), size);
    m.heap.memory.fill(object.plus(16), size - 16, 0);
    m.set_word(object, 16, regex.code_size as i64);
    m.set_word(object, CODE_SIZE, regex.code_size as i64);
    m.set_word(object, GROUPS, regex.groups as i64);
    m.incref(pattern);
    for (offset, value) in [(GROUP_INDEX, names), (INDEX_GROUP, by_number), (PATTERN, pattern)] {
        m.heap.memory.set_address(object.plus(offset), value);
    }
    m.heap.memory.set_i32(object.plus(FLAGS), regex.flags as i32);
    m.heap.memory.set_i32(object.plus(IS_BYTES), i32::from(bytes));
    m.heap.gc_track(object);
    Ok(object)
}

/// Raises `re.error(message, pattern, position)`.
fn raise_mistake(m: &mut Machine, mistake: &Mistake, pattern: Address) -> Raised {
    if mistake.message == TOO_LARGE {
        return m.raise(StaticType::OverflowError, TOO_LARGE);
    }
    let Some(module) = m.module_named("re") else {
        return m.raise(StaticType::ValueError, mistake.message.clone());
    };
    let name = m.name("error");
    let class = match m.get_attribute(module, name) {
        Ok(class) => class,
        Err(raised) => return raised,
    };
    let message = m.heap.new_str(&mistake.message);
    let position = match mistake.position {
        Some(position) => m.heap.new_int(position as i64),
        None => m.heap.none(),
    };
    let made = m.call(class, &[message, pattern, position], &[]);
    for held in [message, position, class] {
        m.decref(held);
    }
    match made {
        Ok(error) => m.raise_object(error),
        Err(raised) => raised,
    }
}

/// The program of a pattern object.
fn regex_of(m: &mut Machine, object: Address) -> Outcome<Rc<Regex>> {
    let pattern = m.field(object, PATTERN);
    let flags = m.heap.memory.i32(object.plus(FLAGS)) as u32 & !flag::UNICODE;
    let Some(subject) = Subject::read(m, pattern)? else {
        return m.type_error("the pattern is gone");
    };
    match m.ready_patterns.get(&subject.points, flags, subject.bytes) {
        Ok(regex) => Ok(regex),
        Err(mistake) => Err(raise_mistake(m, &mistake, pattern)),
    }
}

/// A pattern, the text it is used on, and from where to where.
struct Search {
    regex: Rc<Regex>,
    subject: Subject,
    start: usize,
    end: usize,
}

impl Search {
    /// The arguments `string`, `pos`, `endpos`, the first of them at place `at`.
    fn read(m: &mut Machine, arguments: &Arguments<'_>, name: &str, at: usize) -> Outcome<Self> {
        arguments.only_keywords(m, name, &["repl", "string", "pos", "endpos", "count", "maxsplit"])?;
        let Some(text) = arguments.get_or_keyword(m, at, "string") else {
            return m.type_error(format!("{name}() missing required argument 'string' (pos {})", at + 1));
        };
        let Some(subject) = Subject::read(m, text)? else {
            let found = m.type_name(text);
            return m.type_error(format!("expected string or bytes-like object, got '{found}'"));
        };
        let pattern_is_bytes = m.heap.memory.i32(arguments.self_.plus(IS_BYTES)) != 0;
        if pattern_is_bytes != subject.bytes {
            let (a, b) = if pattern_is_bytes {
                ("bytes", "string-like")
            } else {
                ("string", "bytes-like")
            };
            return m.type_error(format!("cannot use a {a} pattern on a {b} object"));
        }
        let length = subject.points.len();
        let mut bounds = [0, length];
        if at == 0 {
            for (bound, (place, name)) in bounds.iter_mut().zip([(1, "pos"), (2, "endpos")]) {
                if let Some(given) = arguments.get_or_keyword(m, place, name) {
                    *bound = usize::try_from(m.index_clamped(given)?).unwrap_or(0).min(length);
                }
            }
        }
        let regex = regex_of(m, arguments.self_)?;
        Ok(Self {
            regex,
            subject,
            start: bounds[0].min(bounds[1]),
            end: bounds[1],
        })
    }

    fn find(&self, m: &mut Machine, how: How, start: usize) -> Outcome<Option<Found>> {
        if start > self.end {
            return Ok(None);
        }
        let points = &self.subject.points;
        let found = match how {
            How::Search => self.regex.search(points, start, self.end),
            How::Match | How::FullMatch => self.regex.match_at(points, start, self.end, how == How::FullMatch),
        };
        found.map_err(|TooMuch| too_much(m))
    }

    /// The match at or after `start`; one that begins there must be `longer` than nothing.
    fn next(&self, m: &mut Machine, how: How, start: usize, longer: bool) -> Outcome<Option<Found>> {
        if !longer {
            return self.find(m, how, start);
        }
        match self.regex.longer_at(&self.subject.points, start, self.end) {
            Ok(None) if how == How::Search => self.find(m, how, start + 1),
            Ok(found) => Ok(found),
            Err(TooMuch) => Err(too_much(m)),
        }
    }

    /// All matches one after the other, at most so many (0: all). Where the one before was empty, the next must be longer.
    fn all(&self, m: &mut Machine, most: usize) -> Outcome<Vec<Found>> {
        let mut all: Vec<Found> = Vec::new();
        let mut at = self.start;
        let mut was_empty = false;
        while most == 0 || all.len() < most {
            let Some(found) = self.next(m, How::Search, at, was_empty)? else { break };
            let (start, end) = found.span(0).unwrap_or((at, at));
            was_empty = start == end;
            at = end;
            all.push(found);
        }
        Ok(all)
    }
}

fn too_much(m: &mut Machine) -> Raised {
    m.stop(Ending::Limit(Limit::Pattern))
}

fn match_object(m: &mut Machine, arguments: &Arguments<'_>, how: How) -> Outcome {
    let name = match how {
        How::Match => "match",
        How::FullMatch => "fullmatch",
        How::Search => "search",
    };
    let search = Search::read(m, arguments, name, 0)?;
    match search.find(m, how, search.start)? {
        Some(found) => Ok(matched::new_match(m, arguments.self_, &search, &found)),
        None => m.none(),
    }
}

/// What `findall` and `split` give for a group that took no part: nothing, or `None`.
fn find_all(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let search = Search::read(m, &arguments, "findall", 0)?;
    let all = search.all(m, 0)?;
    let list = m.heap.new_list(0);
    for found in &all {
        let item = match search.regex.groups {
            0 | 1 => search.subject.part_or_empty(m, found.span(search.regex.groups)),
            groups => {
                let parts: Vec<Address> = (1..=groups)
                    .map(|group| search.subject.part_or_empty(m, found.span(group)))
                    .collect();
                m.heap.new_tuple_from(&parts)
            }
        };
        m.heap.list_append(list, item);
    }
    Ok(list)
}

fn split(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let search = Search::read(m, &arguments, "split", 0)?;
    let most = count(m, &arguments, 1, "maxsplit")?;
    let Some(most) = most else {
        let whole = search.subject.part(m, 0, search.end);
        return Ok(m.heap.new_list_from(&[whole]));
    };
    let search = Search {
        start: 0,
        end: search.subject.points.len(),
        ..search
    };
    let all = search.all(m, most)?;
    let list = m.heap.new_list(0);
    let mut last = 0;
    for found in &all {
        let Some((start, end)) = found.span(0) else { continue };
        let part = search.subject.part(m, last, start);
        m.heap.list_append(list, part);
        for group in 1..=search.regex.groups {
            let item = match found.span(group) {
                Some((start, end)) => search.subject.part(m, start, end),
                None => m.heap.none(),
            };
            m.heap.list_append(list, item);
        }
        last = end;
    }
    let rest = search.subject.part(m, last, search.end);
    m.heap.list_append(list, rest);
    Ok(list)
}

/// How often at most: 0 is without end, `None` not at all.
fn count(m: &mut Machine, arguments: &Arguments<'_>, at: usize, name: &str) -> Outcome<Option<usize>> {
    match arguments.get_or_keyword(m, at, name) {
        Some(count) => Ok(usize::try_from(m.index_clamped(count)?).ok()),
        None => Ok(Some(0)),
    }
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    const NAMES: [(u32, &str); 6] = [
        (flag::IGNORE_CASE, "re.IGNORECASE"),
        (flag::LOCALE, "re.LOCALE"),
        (flag::MULTILINE, "re.MULTILINE"),
        (flag::DOT_ALL, "re.DOTALL"),
        (flag::VERBOSE, "re.VERBOSE"),
        (flag::ASCII, "re.ASCII"),
    ];
    let pattern = m.field(arguments.self_, PATTERN);
    let flags = m.heap.memory.i32(arguments.self_.plus(FLAGS)) as u32;
    let text: String = m.repr_text(pattern)?.chars().take(200).collect();
    let mut names: Vec<String> = NAMES
        .iter()
        .filter(|(bit, _)| flags & bit != 0)
        .map(|(_, name)| (*name).to_owned())
        .collect();
    let rest = NAMES.iter().fold(flags & !flag::UNICODE, |rest, (bit, _)| rest & !bit);
    if rest != 0 {
        names.push(format!("{rest:#x}"));
    }
    let names = if names.is_empty() {
        String::new()
    } else {
        format!(", {}", names.join("|"))
    };
    m.new_text(&format!("re.compile({text}{names})"))
}

fn equal(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.heap.is_exact(b, TYPE) {
        return m.not_implemented();
    }
    let flags = |m: &Machine, object: Address| m.heap.memory.i32(object.plus(FLAGS));
    let kind = |m: &Machine, object: Address| m.heap.memory.i32(object.plus(IS_BYTES));
    if flags(m, a) != flags(m, b) || kind(m, a) != kind(m, b) {
        return m.truth(false);
    }
    let (a, b) = (m.field(a, PATTERN), m.field(b, PATTERN));
    let same = Subject::read(m, a)?.map(|subject| subject.points) == Subject::read(m, b)?.map(|subject| subject.points);
    m.truth(same)
}
