//! `_json` (Modules/_json.c): reading JSON text, and writing its strings.

use heapglass_heap::{
    Address, Raised,
    layout::native::json_scanner::{
        MEMO, OBJECT_HOOK, OBJECT_PAIRS_HOOK, PARSE_CONSTANT, PARSE_FLOAT, PARSE_INT, STRICT,
    },
    object::dict as table,
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    types::object_type::getattribute,
};

const SCANNER: StaticType = StaticType::JsonScanner;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(SCANNER, new),
    NativeRow::slot(SCANNER, "__getattribute__", getattribute),
    NativeRow::slot(SCANNER, "__call__", call),
    NativeRow::member(SCANNER, "strict", |m, a| {
        let strict = m.heap.memory.u8(a.self_.plus(STRICT)) != 0;
        m.truth(strict)
    }),
    NativeRow::member(SCANNER, "object_hook", |m, a| Ok(m.field_or_none(a.self_, OBJECT_HOOK))),
    NativeRow::member(SCANNER, "object_pairs_hook", |m, a| Ok(m.field_or_none(a.self_, OBJECT_PAIRS_HOOK))),
    NativeRow::member(SCANNER, "parse_float", |m, a| Ok(m.field_or_none(a.self_, PARSE_FLOAT))),
    NativeRow::member(SCANNER, "parse_int", |m, a| Ok(m.field_or_none(a.self_, PARSE_INT))),
    NativeRow::member(SCANNER, "parse_constant", |m, a| Ok(m.field_or_none(a.self_, PARSE_CONSTANT))),
    NativeRow::function("_json", "encode_basestring", Convention::One, |m, a| encode(m, a.positional[0], false)),
    NativeRow::function("_json", "encode_basestring_ascii", Convention::One, |m, a| encode(m, a.positional[0], true)),
    NativeRow::function("_json", "scanstring", Convention::Positional, scan_string),
];

/// Fills the module.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    let class = m.heap.type_object(SCANNER);
    m.incref(class);
    m.namespace_put(dict, "make_scanner", class)
}

/// `make_scanner(context)`: takes over how a decoder wants things done.
fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [context] = m.named_arguments(&arguments, "make_scanner", ["context"], 1)?;
    let context = context.unwrap_or_default();
    let memo = m.heap.new_dict();
    let scanner = m.heap.new_record_of(arguments.self_, &[(MEMO, memo)]);
    let result = take_over(m, scanner, context);
    if let Err(raised) = result {
        m.decref(scanner);
        return Err(raised);
    }
    Ok(scanner)
}

fn take_over(m: &mut Machine, scanner: Address, context: Address) -> Outcome<()> {
    let strict = m.get_attribute_named(context, "strict")?;
    let truth = m.is_true(strict);
    m.decref(strict);
    m.heap.memory.set_u8(scanner.plus(STRICT), u8::from(truth?));
    let hooks = [
        ("object_hook", OBJECT_HOOK),
        ("object_pairs_hook", OBJECT_PAIRS_HOOK),
        ("parse_float", PARSE_FLOAT),
        ("parse_int", PARSE_INT),
        ("parse_constant", PARSE_CONSTANT),
    ];
    for (name, offset) in hooks {
        let hook = m.get_attribute_named(context, name)?;
        m.heap.memory.set_address(scanner.plus(offset), hook);
    }
    Ok(())
}

fn must_be_text(m: &mut Machine, text: Address) -> Outcome<()> {
    if m.is_str(text) {
        return Ok(());
    }
    let found = m.type_name(text);
    m.type_error(format!("first argument must be a string, not {found}"))
}

/// `scanner(string, idx)`: a value and where it ends.
fn call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [text, at] = m.named_arguments(&arguments, "scan_once", ["string", "idx"], 2)?.map(Option::unwrap_or_default);
    let at = m.index_to_i64(at, StaticType::OverflowError)?;
    must_be_text(m, text)?;
    let Ok(at) = usize::try_from(at) else { return m.value_error("idx cannot be negative") };
    let points = m.heap.str_points(text);
    m.count_work(points.len() as u64 / 16)?;
    let strict = m.heap.memory.u8(arguments.self_.plus(STRICT)) != 0;
    let mut reader = Reader { m, text, points, strict, scanner: arguments.self_ };
    let found = reader.value(at);
    let memo = m.field(arguments.self_, MEMO);
    table::remove::clear(m, memo);
    let (value, end) = found?;
    Ok(pair(m, value, end))
}

fn pair(m: &mut Machine, value: Address, end: usize) -> Address {
    let end = m.heap.new_int_ssize(end as i64);
    m.heap.new_tuple_from(&[value, end])
}

/// `scanstring(string, end, strict=True)`: the string that begins before `end`, and where it ends.
fn scan_string(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "scanstring", 2, 3)?;
    let (text, end) = (arguments.positional[0], m.index_to_i64(arguments.positional[1], StaticType::OverflowError)?);
    let strict = arguments.get(2).map_or(Ok(true), |strict| m.is_true(strict))?;
    must_be_text(m, text)?;
    let points = m.heap.str_points(text);
    let Some(end) = usize::try_from(end).ok().filter(|end| *end <= points.len()) else {
        return m.value_error("end is out of bounds");
    };
    let mut reader = Reader { m, text, points, strict, scanner: Address::NULL };
    let (value, end) = reader.string(end)?;
    Ok(pair(m, value, end))
}

struct Reader<'m> {
    m: &'m mut Machine,
    /// The text, borrowed, for what a mistake says.
    text: Address,
    points: Vec<u32>,
    strict: bool,
    scanner: Address,
}

impl Reader<'_> {
    fn letter(&self, at: usize) -> Option<char> {
        self.points.get(at).and_then(|point| char::from_u32(*point))
    }

    fn blanks(&self, mut at: usize) -> usize {
        while matches!(self.letter(at), Some(' ' | '\t' | '\n' | '\r')) {
            at += 1;
        }
        at
    }

    /// `StopIteration(at)`: no value begins here.
    fn nothing<T>(&mut self, at: usize) -> Outcome<T> {
        let at = self.m.heap.new_int_ssize(at as i64);
        Err(self.m.raise_value(StaticType::StopIteration, at))
    }

    /// `JSONDecodeError(message, text, at)`
    fn mistake<T>(&mut self, message: &str, at: usize) -> Outcome<T> {
        Err(self.decode_error(message, at).unwrap_or_else(|raised| raised))
    }

    fn decode_error(&mut self, message: &str, at: usize) -> Outcome<Raised> {
        let m = &mut *self.m;
        let package = m.import_module("json.decoder")?;
        m.decref(package);
        let Some(module) = m.module_named("json.decoder") else { return m.type_error("json.decoder is gone") };
        let class = m.get_attribute_named(module, "JSONDecodeError")?;
        let (message, at) = (m.heap.new_str(message), m.heap.new_int_ssize(at as i64));
        let error = m.call(class, &[message, self.text, at], &[]);
        for used in [class, message, at] {
            m.decref(used);
        }
        let error = error?;
        Ok(m.raise_object(error))
    }

    fn value(&mut self, at: usize) -> Outcome<(Address, usize)> {
        match self.letter(at) {
            Some('"') => self.string(at + 1),
            Some('{') => self.nested(" while decoding a JSON object from a unicode string", |reader| reader.object(at + 1)),
            Some('[') => self.nested(" while decoding a JSON array from a unicode string", |reader| reader.array(at + 1)),
            Some('n') if self.word(at, "null") => Ok((self.m.heap.none(), at + 4)),
            Some('t') if self.word(at, "true") => Ok((self.m.heap.true_(), at + 4)),
            Some('f') if self.word(at, "false") => Ok((self.m.heap.false_(), at + 5)),
            Some('N') if self.word(at, "NaN") => self.constant(at, "NaN"),
            Some('I') if self.word(at, "Infinity") => self.constant(at, "Infinity"),
            Some('-') if self.word(at, "-Infinity") => self.constant(at, "-Infinity"),
            Some(_) => self.number(at),
            None => self.nothing(at),
        }
    }

    fn word(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(place, letter)| self.letter(at + place) == Some(letter))
    }

    fn nested(
        &mut self,
        what: &str,
        read: impl FnOnce(&mut Self) -> Outcome<(Address, usize)>,
    ) -> Outcome<(Address, usize)> {
        self.m.enter_native(what)?;
        let result = read(self);
        self.m.leave_native();
        result
    }

    /// Calls a hook with one argument, which is taken over.
    fn ask(&mut self, hook: u64, owned: Address) -> Outcome {
        let hook = self.m.field(self.scanner, hook);
        let result = self.m.call_one(hook, owned);
        self.m.decref(owned);
        result
    }

    fn constant(&mut self, at: usize, name: &str) -> Outcome<(Address, usize)> {
        let text = self.m.heap.new_str(name);
        Ok((self.ask(PARSE_CONSTANT, text)?, at + name.len()))
    }

    fn digits(&self, mut at: usize) -> usize {
        while self.letter(at).is_some_and(|letter| letter.is_ascii_digit()) {
            at += 1;
        }
        at
    }

    fn number(&mut self, start: usize) -> Outcome<(Address, usize)> {
        let first = start + usize::from(self.letter(start) == Some('-'));
        let mut end = if self.letter(first) == Some('0') { first + 1 } else { self.digits(first) };
        if end == first {
            return self.nothing(start);
        }
        let whole = end;
        if self.letter(end) == Some('.') && self.digits(end + 1) > end + 1 {
            end = self.digits(end + 1);
        }
        if matches!(self.letter(end), Some('e' | 'E')) {
            let sign = usize::from(matches!(self.letter(end + 1), Some('+' | '-')));
            let stop = self.digits(end + 1 + sign);
            if stop > end + 1 + sign {
                end = stop;
            }
        }
        let text = self.m.heap.new_str_points(&self.points[start..end]);
        Ok((self.ask(if end == whole { PARSE_INT } else { PARSE_FLOAT }, text)?, end))
    }

    /// The number of the four digits after the `u` at `at`.
    fn unit(&mut self, at: usize) -> Outcome<u32> {
        let digits: Option<Vec<u32>> = (1..5).map(|place| self.letter(at + place)?.to_digit(16)).collect();
        match digits {
            Some(digits) => Ok(digits.into_iter().fold(0, |unit, digit| 16 * unit + digit)),
            None => self.mistake("Invalid \\uXXXX escape", at),
        }
    }

    /// A string; its opening quote has been read.
    fn string(&mut self, start: usize) -> Outcome<(Address, usize)> {
        let (mut at, mut out) = (start, Vec::new());
        loop {
            let Some(point) = self.points.get(at).copied() else {
                return self.mistake("Unterminated string starting at", start - 1);
            };
            at += 1;
            match char::from_u32(point) {
                Some('"') => return Ok((self.m.heap.new_str_points(&out), at)),
                Some('\\') => {}
                Some(letter) if letter < ' ' && self.strict => return self.mistake("Invalid control character at", at - 1),
                _ => {
                    out.push(point);
                    continue;
                }
            }
            let plain = match self.letter(at) {
                None if at >= self.points.len() => return self.mistake("Unterminated string starting at", start - 1),
                Some(letter @ ('"' | '\\' | '/')) => u32::from(letter),
                Some('b') => 8,
                Some('f') => 12,
                Some('n') => 10,
                Some('r') => 13,
                Some('t') => 9,
                Some('u') => {
                    let mut unit = self.unit(at)?;
                    at += 4;
                    if (0xd800..0xdc00).contains(&unit) && self.word(at + 1, "\\u") {
                        let low = self.unit(at + 2)?;
                        if (0xdc00..0xe000).contains(&low) {
                            unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                            at += 6;
                        }
                    }
                    unit
                }
                _ => return self.mistake("Invalid \\escape", at - 1),
            };
            out.push(plain);
            at += 1;
        }
    }

    fn array(&mut self, start: usize) -> Outcome<(Address, usize)> {
        let list = self.m.heap.new_list(0);
        match self.items(start, list) {
            Ok(end) => Ok((list, end)),
            Err(raised) => {
                self.m.decref(list);
                Err(raised)
            }
        }
    }

    fn items(&mut self, start: usize, list: Address) -> Outcome<usize> {
        let mut at = self.blanks(start);
        if self.letter(at) == Some(']') {
            return Ok(at + 1);
        }
        loop {
            let (value, end) = self.value(at)?;
            self.m.heap.list_append(list, value);
            at = self.blanks(end);
            match self.letter(at) {
                Some(']') => return Ok(at + 1),
                Some(',') => at = self.blanks(at + 1),
                _ => return self.mistake("Expecting ',' delimiter", at),
            }
        }
    }

    /// An object: a dict, or the list of its pairs if the hook wants that.
    fn object(&mut self, start: usize) -> Outcome<(Address, usize)> {
        let hook = |reader: &Self, offset| !reader.m.heap.is_none(reader.m.field(reader.scanner, offset));
        let as_pairs = hook(self, OBJECT_PAIRS_HOOK);
        let made = if as_pairs { self.m.heap.new_list(0) } else { self.m.heap.new_dict() };
        let end = match self.members(start, made, as_pairs) {
            Ok(end) => end,
            Err(raised) => {
                self.m.decref(made);
                return Err(raised);
            }
        };
        let value = match (as_pairs, hook(self, OBJECT_HOOK)) {
            (true, _) => self.ask(OBJECT_PAIRS_HOOK, made)?,
            (false, true) => self.ask(OBJECT_HOOK, made)?,
            (false, false) => made,
        };
        Ok((value, end))
    }

    fn members(&mut self, start: usize, made: Address, as_pairs: bool) -> Outcome<usize> {
        let mut at = self.blanks(start);
        if self.letter(at) == Some('}') {
            return Ok(at + 1);
        }
        loop {
            if self.letter(at) != Some('"') {
                return self.mistake("Expecting property name enclosed in double quotes", at);
            }
            let (key, end) = self.key(at + 1)?;
            let member = self.member(end);
            let (value, end) = match member {
                Ok(found) => found,
                Err(raised) => {
                    self.m.decref(key);
                    return Err(raised);
                }
            };
            if as_pairs {
                let pair = self.m.heap.new_tuple_from(&[key, value]);
                self.m.heap.list_append(made, pair);
            } else {
                let result = self.m.dict_set(made, key, value);
                self.m.decref(key);
                self.m.decref(value);
                result?;
            }
            at = self.blanks(end);
            match self.letter(at) {
                Some('}') => return Ok(at + 1),
                Some(',') => at = self.blanks(at + 1),
                _ => return self.mistake("Expecting ',' delimiter", at),
            }
        }
    }

    /// A key: equal ones of a text are one object.
    fn key(&mut self, start: usize) -> Outcome<(Address, usize)> {
        let (key, end) = self.string(start)?;
        let memo = self.m.field(self.scanner, MEMO);
        if let Some(known) = self.m.heap.dict_get_str(memo, key) {
            self.m.incref(known);
            self.m.decref(key);
            return Ok((known, end));
        }
        self.m.dict_set(memo, key, key)?;
        Ok((key, end))
    }

    /// The colon and the value after a key.
    fn member(&mut self, end: usize) -> Outcome<(Address, usize)> {
        let at = self.blanks(end);
        if self.letter(at) != Some(':') {
            return self.mistake("Expecting ':' delimiter", at);
        }
        let at = self.blanks(at + 1);
        self.value(at)
    }
}

/// A str as JSON text.
fn encode(m: &mut Machine, text: Address, ascii: bool) -> Outcome {
    must_be_text(m, text)?;
    let mut out = vec![u32::from('"')];
    for point in m.heap.str_points(text) {
        let short = match point {
            8 => 'b',
            9 => 't',
            10 => 'n',
            12 => 'f',
            13 => 'r',
            34 => '"',
            92 => '\\',
            32..=126 => {
                out.push(point);
                continue;
            }
            127.. if !ascii => {
                out.push(point);
                continue;
            }
            _ => {
                let mut units = [0; 2];
                let units: Vec<u32> = match char::from_u32(point) {
                    Some(letter) => letter.encode_utf16(&mut units).iter().map(|unit| u32::from(*unit)).collect(),
                    None => vec![point],
                };
                out.extend(units.into_iter().flat_map(|unit| format!("\\u{unit:04x}").chars().map(u32::from).collect::<Vec<u32>>()));
                continue;
            }
        };
        out.extend(['\\', short].map(u32::from));
    }
    out.push(u32::from('"'));
    Ok(m.heap.new_str_points(&out))
}
