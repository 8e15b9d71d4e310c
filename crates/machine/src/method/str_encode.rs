//! `str.encode`, decoding for `str(b, encoding)` and `bytes.decode`, `str.translate` and `str.maketrans`.

use heapglass_heap::{Address, Kind, object::str::writer::UnicodeWriter, static_type::StaticType};

use super::str::exact;
use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    text::encoding::{self, Encoding, Errors, Failure},
};

/// What could not be encoded or decoded.
#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    /// A str, borrowed: the error holds it.
    Text(Address),
    /// Bytes: the error holds a copy of them (`PyUnicodeDecodeError_Create`).
    Bytes(&'a [u8]),
}

impl Machine {
    /// The encoding and error handler of optional arguments.
    pub(crate) fn codec(&mut self, encoding: Option<Address>, errors: Option<Address>, what: &str) -> Outcome<(Encoding, Errors)> {
        let encoding_name = match encoding {
            Some(encoding) => self.expect_text(encoding, &format!("{what}() argument 'encoding' must be str"))?,
            None => "utf-8".to_owned(),
        };
        let handler = match errors {
            Some(errors) => {
                let name = self.expect_text(errors, &format!("{what}() argument 'errors' must be str"))?;
                self.no_nul(&name)?;
                Errors::named(&name).unwrap_or(Errors::Unknown(errors))
            }
            None => Errors::Strict,
        };
        self.no_nul(&encoding_name)?;
        if let Some(encoding) = Encoding::named(&encoding_name) {
            return Ok((encoding, handler));
        }
        let text = if Encoding::is_no_text(&encoding_name) {
            let verb = if what == "encode" || what.starts_with("byte") { "encode" } else { "decode" };
            format!("'{encoding_name}' is not a text encoding; use codecs.{verb}() to handle arbitrary codecs")
        } else {
            format!("unknown encoding: {encoding_name}")
        };
        Err(self.raise(StaticType::LookupError, text))
    }

    fn no_nul(&mut self, name: &str) -> Outcome<()> {
        if name.contains('\0') { self.value_error("embedded null character") } else { Ok(()) }
    }

    /// Raises the error for what could not be encoded or decoded.
    fn codec_failure<T>(&mut self, about: Subject<'_>, failure: &Failure, errors: Errors) -> Outcome<T> {
        if let Errors::Unknown(name) = errors {
            let name = self.heap.str_text(name);
            return Err(self.raise(StaticType::LookupError, format!("unknown error handler name '{name}'")));
        }
        Err(match self.codec_error(about, failure) {
            Ok(error) => self.raise_object(error),
            Err(raised) => raised,
        })
    }

    /// A new `UnicodeEncodeError` or `UnicodeDecodeError`.
    pub(super) fn codec_error(&mut self, about: Subject<'_>, failure: &Failure) -> Outcome {
        let which = match about {
            Subject::Text(_) => StaticType::UnicodeEncodeError,
            Subject::Bytes(_) => StaticType::UnicodeDecodeError,
        };
        let items = [
            self.heap.new_str(failure.codec),
            match about {
                Subject::Text(text) => self.incref(text),
                Subject::Bytes(data) => self.heap.new_bytes(data),
            },
            self.heap.new_int(failure.start as i64),
            self.heap.new_int(failure.end as i64),
            self.heap.new_str(failure.reason),
        ];
        let error = self.call(which.address(), &items, &[]);
        for item in items {
            self.decref(item);
        }
        error
    }

    /// The bytes of a str.
    pub(crate) fn encode_text(&mut self, text: Address, encoding: Encoding, errors: Errors) -> Outcome<Vec<u8>> {
        match encoding::encode(&self.heap.str_points(text), encoding, errors) {
            Ok(data) => Ok(data),
            Err(failure) => match self.error_handler(errors)? {
                Some(handler) => self.encode_handled(text, encoding, handler),
                None => self.codec_failure(Subject::Text(text), &failure, errors),
            },
        }
    }

    /// A str from bytes.
    pub(crate) fn decode_data(&mut self, data: &[u8], encoding: Encoding, errors: Errors) -> Outcome {
        match encoding::decode(data, encoding, errors) {
            Ok(points) if encoding == Encoding::Utf8 && data.len() > 1 && !data.is_ascii() => Ok(self.decoded(data, &points)),
            Ok(points) => Ok(self.heap.new_str_points(&points)),
            Err(failure) => match self.error_handler(errors)? {
                Some(handler) => self.decode_handled(data, encoding, handler),
                None => self.codec_failure(Subject::Bytes(data), &failure, errors),
            },
        }
    }
}

impl Machine {
    /// A str decoded from UTF-8: begun as if all bytes were ASCII, then written on, and cut in the end.
    fn decoded(&mut self, data: &[u8], points: &[u32]) -> Address {
        let mut writer = UnicodeWriter::new();
        writer.min_length = data.len() as u64;
        writer.prepare(&mut self.heap, data.len() as u64, 0x7f);
        let ascii = data.iter().take_while(|byte| byte.is_ascii()).count();
        writer.write_points(&mut self.heap, &points[..ascii]);
        for point in &points[ascii..] {
            writer.write_char(&mut self.heap, *point);
        }
        writer.finish(&mut self.heap)
    }
}

/// `str.encode(encoding='utf-8', errors='strict')`
pub fn encode(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [encoding, errors] = m.named_arguments(&arguments, "encode", ["encoding", "errors"], 0)?;
    let (encoding, errors) = m.codec(encoding, errors, "encode")?;
    let data = m.encode_text(arguments.self_, encoding, errors)?;
    Ok(m.heap.new_bytes(&data))
}

/// `str(object, encoding, errors)`
pub fn decode_object(m: &mut Machine, object: Address, encoding: Option<Address>, errors: Option<Address>) -> Outcome {
    if m.is_str(object) {
        return m.type_error("decoding str is not supported");
    }
    let (encoding, errors) = m.codec(encoding, errors, "str")?;
    match m.bytes_like(object)? {
        Some(data) => m.decode_data(&data, encoding, errors),
        None => {
            let name = m.type_name(object);
            m.type_error(format!("decoding to str: need a bytes-like object, {name} found"))
        }
    }
}

/// `str.translate(table)`
pub fn translate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (text, table) = (arguments.self_, arguments.positional[0]);
    let points = m.heap.str_points(text);
    if points.is_empty() {
        return exact(m, text);
    }
    let mut out = UnicodeWriter::new();
    out.prepare(&mut m.heap, points.len() as u64, 0x7f);
    match translate_points(m, table, &points, &mut out) {
        Ok(()) => Ok(out.finish(&mut m.heap)),
        Err(raised) => {
            out.discard(&mut m.heap);
            Err(raised)
        }
    }
}

/// Writes what the table makes of the characters. What it says of an ASCII character is asked once.
fn translate_points(m: &mut Machine, table: Address, points: &[u32], out: &mut UnicodeWriter) -> Outcome<()> {
    let mut known: [Option<Option<u32>>; 128] = [None; 128];
    for (at, point) in points.iter().copied().enumerate() {
        if let Some(Some(answer)) = known.get(point as usize) {
            if let Some(answer) = answer {
                out.write_char(&mut m.heap, *answer);
            }
            continue;
        }
        out.overallocate = at + 1 < points.len() && point >= 128;
        let answer = translate_one(m, table, point)?;
        if let Some(place) = known.get_mut(point as usize)
            && let [only @ 0..128] = answer[..]
        {
            *place = Some(Some(only));
        } else if let Some(place) = known.get_mut(point as usize)
            && answer.is_empty()
        {
            *place = Some(None);
        }
        out.write_points(&mut m.heap, &answer);
    }
    Ok(())
}

/// What the table says of one character: characters, or nothing if it is to go.
fn translate_one(m: &mut Machine, table: Address, point: u32) -> Outcome<Vec<u32>> {
    let mut out = Vec::new();
    {
        let key = m.heap.new_int(i64::from(point));
        let found = m.get_item(table, key);
        m.decref(key);
        let found = match found {
            Ok(found) => found,
            Err(_) if m.error_matches(StaticType::LookupError) => {
                m.clear_error();
                return Ok(vec![point]);
            }
            Err(raised) => return Err(raised),
        };
        match m.heap.kind(found) {
            Kind::Int => match m.heap.int_to_i64(found).filter(|code| (0..0x11_0000).contains(code)) {
                Some(code) => out.push(code as u32),
                None => {
                    m.decref(found);
                    return m.value_error("character mapping must be in range(0x110000)");
                }
            },
            Kind::Str => out.extend(m.heap.str_points(found)),
            _ if m.heap.is_none(found) => {}
            _ => {
                m.decref(found);
                return m.type_error("character mapping must return integer, None or str");
            }
        }
        m.decref(found);
    }
    Ok(out)
}

/// `str.maketrans`
pub fn make_translation(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "maketrans", 1, 3)?;
    let table = m.heap.new_dict();
    let result = if arguments.positional.len() == 1 {
        fill_from_dict(m, table, arguments.positional[0])
    } else {
        fill_from_strs(m, table, arguments.positional)
    };
    match result {
        Ok(()) => Ok(table),
        Err(raised) => {
            m.decref(table);
            Err(raised)
        }
    }
}

fn fill_from_dict(m: &mut Machine, table: Address, source: Address) -> Outcome<()> {
    if !m.heap.is_exact(source, StaticType::Dict) {
        return m.type_error("if you give only one argument to maketrans it must be a dict");
    }
    let items: Vec<_> = m.heap.dict_items(source).collect();
    for (key, value) in items {
        if m.is_str(key) {
            let points = m.heap.str_points(key);
            let [point] = points[..] else {
                return m.value_error("string keys in translate table must be of length 1");
            };
            let key = m.heap.new_int(i64::from(point));
            let stored = m.set_item(table, key, value);
            m.decref(key);
            stored?;
        } else if m.is_int(key) {
            m.set_item(table, key, value)?;
        } else {
            return m.type_error("keys in translate table must be strings or integers");
        }
    }
    Ok(())
}

fn fill_from_strs(m: &mut Machine, table: Address, strs: &[Address]) -> Outcome<()> {
    let mut texts = Vec::new();
    for (at, text) in strs.iter().enumerate() {
        let complaint = if at == 0 {
            "first maketrans argument must be a string if there is a second argument".to_owned()
        } else {
            format!("maketrans() argument {} must be str", at + 1)
        };
        if !m.is_str(*text) && at == 0 {
            return m.type_error(complaint);
        }
        texts.push(m.expect_points(*text, &complaint)?);
    }
    if texts[0].len() != texts[1].len() {
        return m.value_error("the first two maketrans arguments must have equal length");
    }
    let pairs: Vec<(u32, u32)> = texts[0].iter().copied().zip(texts[1].iter().copied()).collect();
    for (from, to) in pairs {
        let (key, value) = (m.heap.new_int(i64::from(from)), m.heap.new_int(i64::from(to)));
        let stored = m.set_item(table, key, value);
        m.decref(key);
        m.decref(value);
        stored?;
    }
    for point in texts.get(2).cloned().unwrap_or_default() {
        let (key, none) = (m.heap.new_int(i64::from(point)), m.heap.none());
        let stored = m.set_item(table, key, none);
        m.decref(key);
        stored?;
    }
    Ok(())
}
