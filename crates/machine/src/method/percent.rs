//! `%` formatting of `str` (`PyUnicode_Format`), and of bytes (`_PyBytes_FormatEx`), whose bytes are characters meanwhile.

use heapglass_heap::{Address, Domain, Kind, object::str::writer::UnicodeWriter, static_type::StaticType};

use super::{int_text, str_format::is_mapping};
use crate::{
    format::{float, integer},
    machine::{Machine, Outcome},
    types::slot::Slot,
};

/// One `%` directive.
#[derive(Default)]
struct Directive {
    left: bool,
    plus: bool,
    blank: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
    /// Neither width nor precision nor sign is asked for.
    bare: bool,
    code: char,
}

struct Formatter {
    template: Vec<u32>,
    /// The template itself, ...
    source: Address,
    /// ... which may be bytes.
    bytes: bool,
    at: usize,
    /// The values of a tuple (or the one value), and how many were used.
    values: Vec<Address>,
    used: usize,
    mapping: Option<Address>,
    by_key: bool,
}

/// `template % values`
pub fn format(m: &mut Machine, template: Address, values: Address) -> Outcome {
    let is_tuple = m.heap.kind(values) == Kind::Tuple;
    let bytes = !m.is_str(template);
    let is_buffer = matches!(m.heap.kind(values), Kind::Bytes | Kind::ByteArray);
    let mapping = (is_mapping(m, values) && !(bytes && is_buffer)).then_some(values);
    let mut formatter = Formatter {
        template: if bytes {
            m.expect_bytes(template)?.into_iter().map(u32::from).collect()
        } else {
            m.heap.str_points(template)
        },
        source: template,
        bytes,
        at: 0,
        values: if is_tuple { m.heap.tuple_items(values) } else { vec![values] },
        used: 0,
        mapping,
        by_key: false,
    };
    let mut writer = UnicodeWriter::growing(formatter.template.len() as u64 + 100);
    let mut result = formatter.run(m, &mut writer);
    if result.is_ok() && mapping.is_none() && formatter.used < formatter.values.len() {
        let kind = if bytes { "bytes" } else { "string" };
        result = m.type_error(format!("not all arguments converted during {kind} formatting"));
    }
    match result {
        Ok(()) if bytes => {
            let text = writer.finish(&mut m.heap);
            let data: Vec<u8> = m.heap.str_points(text).into_iter().map(|point| point as u8).collect();
            m.decref(text);
            Ok(if m.heap.kind(template) == Kind::ByteArray { m.heap.new_bytearray(&data) } else { m.heap.new_bytes(&data) })
        }
        Ok(()) => Ok(writer.finish(&mut m.heap)),
        Err(raised) => {
            writer.discard(&mut m.heap);
            Err(raised)
        }
    }
}

impl Formatter {
    fn run(&mut self, m: &mut Machine, out: &mut UnicodeWriter) -> Outcome<()> {
        while let Some(c) = self.peek() {
            if c != '%' {
                let rest = &self.template[self.at..];
                let end = rest.iter().position(|c| *c == 0x25).unwrap_or(rest.len());
                out.overallocate = end < rest.len();
                if end == self.template.len() && m.heap.is_exact(self.source, StaticType::Str) {
                    out.write_str(&mut m.heap, self.source);
                } else {
                    out.write_points(&mut m.heap, &rest[..end]);
                }
                self.at += end;
                continue;
            }
            self.at += 1;
            let key_value = self.key(m)?;
            let result = self.directive(m, key_value, out);
            if let Some(value) = key_value {
                m.decref(value);
            }
            result?;
        }
        Ok(())
    }

    fn peek(&self) -> Option<char> {
        self.template.get(self.at).map(|point| char::from_u32(*point).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// The value under `%(key)`, a new reference.
    fn key(&mut self, m: &mut Machine) -> Outcome<Option<Address>> {
        if self.peek() != Some('(') {
            return Ok(None);
        }
        let Some(mapping) = self.mapping else { return m.type_error("format requires a mapping") };
        let (start, mut depth) = (self.at + 1, 1);
        self.at += 1;
        while depth > 0 {
            match self.peek() {
                None => return m.value_error("incomplete format key"),
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                Some(_) => {}
            }
            self.at += 1;
        }
        let key = &self.template[start..self.at - 1];
        let key = if self.bytes {
            let key: Vec<u8> = key.iter().map(|point| *point as u8).collect();
            m.heap.new_bytes(&key)
        } else {
            m.heap.new_str_points(key)
        };
        let value = m.get_item(mapping, key);
        m.decref(key);
        self.by_key = true;
        value.map(Some)
    }

    fn next_value(&mut self, m: &mut Machine) -> Outcome {
        match self.values.get(self.used) {
            Some(value) if !self.by_key => {
                self.used += 1;
                Ok(*value)
            }
            _ => m.type_error("not enough arguments for format string"),
        }
    }

    fn number(&mut self, m: &mut Machine, what: &str) -> Outcome<Option<i64>> {
        if self.peek() == Some('*') {
            self.at += 1;
            let value = self.next_value(m)?;
            if !m.is_int(value) {
                return m.type_error("* wants int");
            }
            let number = m.heap.int_to_i64(value);
            let fits = number.filter(|number| what == "width" || i32::try_from(*number).is_ok());
            let kind = if what == "width" { "ssize_t" } else { "int" };
            return match fits {
                Some(number) => Ok(Some(number)),
                None => Err(m.raise(StaticType::OverflowError, format!("Python int too large to convert to C {kind}"))),
            };
        }
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            // A width is a `Py_ssize_t`, a precision an `int`.
            let most = if what == "width" { i64::MAX } else { i64::from(i32::MAX) };
            match number.unwrap_or(0i64).checked_mul(10).and_then(|tens| tens.checked_add(i64::from(digit))) {
                Some(value) if value <= most => number = Some(value),
                _ if self.bytes && what == "precision" => return m.value_error("prec too big"),
                _ => return m.value_error(format!("{what} too big")),
            }
            self.at += 1;
        }
        Ok(number)
    }

    fn directive(&mut self, m: &mut Machine, key_value: Option<Address>, out: &mut UnicodeWriter) -> Outcome<()> {
        let mut found = Directive::default();
        while let Some(flag) = self.peek() {
            match flag {
                '-' => found.left = true,
                '+' => found.plus = true,
                ' ' => found.blank = true,
                '#' => found.alternate = true,
                '0' => found.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        let width = self.number(m, "width")?;
        found.bare = width.is_none();
        let width = width.unwrap_or(0);
        found.left |= width < 0;
        found.width = width.unsigned_abs() as usize;
        if self.peek() == Some('.') {
            self.at += 1;
            found.bare = false;
            found.precision = Some(self.number(m, "precision")?.unwrap_or(0).max(0) as usize);
        }
        if !m.heap.can_allocate(found.width.max(found.precision.unwrap_or(0)) as u64) {
            return m.memory_error();
        }
        while matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.at += 1;
        }
        let Some(code) = self.peek() else { return m.value_error("incomplete format") };
        self.at += 1;
        found.code = code;
        found.bare &= !found.plus && !found.blank;
        if self.at == self.template.len() {
            out.overallocate = false;
        }
        if code == '%' && self.template[self.at - 2] == 0x25 {
            out.write_char(&mut m.heap, u32::from('%'));
            return Ok(());
        }
        let value = match key_value {
            Some(value) => value,
            None => self.next_value(m)?,
        };
        self.convert(m, &found, value, out)
    }

    fn convert(&self, m: &mut Machine, found: &Directive, value: Address, out: &mut UnicodeWriter) -> Outcome<()> {
        match found.code {
            'b' | 's' if self.bytes => {
                let mut data = bytes_argument(m, value)?;
                data.truncate(found.precision.unwrap_or(usize::MAX));
                let points: Vec<u32> = data.into_iter().map(u32::from).collect();
                write_padded(m, found, &[], &points, ' ', out);
                Ok(())
            }
            's' | 'r' | 'a' => self.convert_text(m, found, value, out),
            'c' => {
                let point = if self.bytes { byte_argument(m, value)? } else { character(m, value)? };
                if found.bare {
                    out.write_char(&mut m.heap, point);
                    return Ok(());
                }
                let text = m.heap.new_str_points(&[point]);
                write_padded(m, found, &[], &[point], ' ', out);
                m.decref(text);
                Ok(())
            }
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                if self.bytes && matches!(found.code, 'e' | 'E' | 'f' | 'F' | 'g' | 'G') && m.to_f64(value).is_err() {
                    m.clear_error();
                    let name = m.type_name(value);
                    return m.type_error(format!("float argument required, not {name}"));
                }
                convert_number(m, found, value, out)
            }
            other => {
                let at = self.at - 1;
                let shown = if (' '..='~').contains(&other) { other } else { '?' };
                m.value_error(format!("unsupported format character '{shown}' (0x{:x}) at index {at}", u32::from(other)))
            }
        }
    }

    fn convert_text(&self, m: &mut Machine, found: &Directive, value: Address, out: &mut UnicodeWriter) -> Outcome<()> {
        if found.bare && m.heap.is_exact(value, StaticType::Int) && !self.bytes {
            return m.write_decimal(out, value);
        }
        let text = match found.code {
            's' => m.str(value)?,
            'r' if !self.bytes => m.repr(value)?,
            _ => m.ascii(value)?,
        };
        let mut points = m.heap.str_points(text);
        let length = points.len();
        if let Some(most) = found.precision {
            points.truncate(most);
        }
        if found.width <= length && points.len() == length && !found.plus && !found.blank {
            out.write_str(&mut m.heap, text);
        } else {
            write_padded(m, found, &[], &points, ' ', out);
        }
        m.decref(text);
        Ok(())
    }
}

/// Writes a number: straight into the text if there is nothing but digits, otherwise by way of a str.
fn convert_number(m: &mut Machine, found: &Directive, value: Address, out: &mut UnicodeWriter) -> Outcome<()> {
    let is_float = matches!(found.code, 'e' | 'E' | 'f' | 'F' | 'g' | 'G');
    let (negative, prefix, digits) = if is_float { float_digits(m, found, value)? } else { int_digits(m, found, value)? };
    let sign = if negative { "-" } else if found.plus { "+" } else if found.blank { " " } else { "" };
    let lead = crate::text::points(&format!("{sign}{prefix}"));
    let fill = if found.zero && !found.left { '0' } else { ' ' };
    let body = crate::text::points(&digits);
    let minus = if negative { "-" } else { "" };
    let direct = found.bare && found.code != 'X';
    if is_float {
        let shown = format!("{minus}{digits}");
        let buffer = m.heap.allocate(Domain::Mem, float::buffer_size(&digits));
        let text = if direct { None } else { Some(m.heap.new_str(&shown)) };
        if direct {
            out.write_ascii(&mut m.heap, &shown);
        }
        m.heap.release(Domain::Mem, buffer);
        if let Some(text) = text {
            write_padded(m, found, &lead, &body, fill, out);
            m.decref(text);
        }
        return Ok(());
    }
    let decimal = matches!(found.code, 'd' | 'i' | 'u');
    let scratch = if decimal && m.is_int(value) { Some(int_text::decimal_scratch(m, value)) } else { None };
    let text = if direct { None } else { Some(m.heap.new_blank_str((minus.len() + prefix.len() + body.len()) as u64, 0x7f)) };
    if direct {
        write_padded(m, found, &lead, &body, fill, out);
    }
    if let Some(scratch) = scratch {
        m.heap.release(Domain::Object, scratch);
    }
    if let Some(text) = text {
        write_padded(m, found, &lead, &body, fill, out);
        m.decref(text);
    }
    Ok(())
}

fn write_padded(m: &mut Machine, found: &Directive, lead: &[u32], body: &[u32], fill: char, out: &mut UnicodeWriter) {
    let mut points = Vec::new();
    pad(found, lead, body, fill, &mut points);
    out.write_points(&mut m.heap, &points);
}

fn pad(found: &Directive, lead: &[u32], body: &[u32], fill: char, out: &mut Vec<u32>) {
    let missing = found.width.saturating_sub(lead.len() + body.len());
    let filling = std::iter::repeat_n(u32::from(fill), missing);
    if found.left {
        out.extend(lead.iter().chain(body).copied().chain(std::iter::repeat_n(32, missing)));
    } else if fill == '0' {
        out.extend(lead.iter().copied().chain(filling).chain(body.iter().copied()));
    } else {
        out.extend(filling.chain(lead.iter().copied()).chain(body.iter().copied()));
    }
}

fn character(m: &mut Machine, value: Address) -> Outcome<u32> {
    if m.is_str(value) {
        let points = m.heap.str_points(value);
        return match points[..] {
            [point] => Ok(point),
            _ => m.type_error("%c requires int or char"),
        };
    }
    if !m.is_index(value) {
        return m.type_error("%c requires int or char");
    }
    let code = m.index_clamped(value)?;
    match u32::try_from(code).ok().filter(|code| *code < 0x11_0000) {
        Some(code) => Ok(code),
        None => Err(m.raise(StaticType::OverflowError, "%c arg not in range(0x110000)")),
    }
}

/// What `%b` takes: a buffer, or what `__bytes__` returns.
fn bytes_argument(m: &mut Machine, value: Address) -> Outcome<Vec<u8>> {
    if let Some(data) = m.bytes_like(value)? {
        return Ok(data);
    }
    let Some(result) = m.call_special(value, Slot::Bytes, &[])? else {
        let name = m.type_name(value);
        return m.type_error(format!("%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'"));
    };
    let name = m.type_name(result);
    let data = if m.heap.kind(result) == Kind::Bytes {
        Ok(m.heap.bytes_data(result).to_vec())
    } else {
        m.type_error(format!("__bytes__ returned non-bytes (type {name})"))
    };
    m.decref(result);
    data
}

/// What `%c` of bytes takes: a number, or one byte.
fn byte_argument(m: &mut Machine, value: Address) -> Outcome<u32> {
    if matches!(m.heap.kind(value), Kind::Bytes | Kind::ByteArray) {
        if let [byte] = m.expect_bytes(value)?[..] {
            return Ok(byte.into());
        }
    } else if m.is_index(value) {
        let code = m.index_clamped(value)?;
        return match u8::try_from(code) {
            Ok(byte) => Ok(byte.into()),
            Err(_) => Err(m.raise(StaticType::OverflowError, "%c arg not in range(256)")),
        };
    }
    m.type_error("%c requires an integer in range(256) or a single byte")
}

/// Sign, prefix and digits of a float.
fn float_digits(m: &mut Machine, found: &Directive, value: Address) -> Outcome<(bool, &'static str, String)> {
    let number = m.to_f64(value)?;
    let text = float::text(
        number,
        float::Layout {
            code: found.code.to_ascii_lowercase(),
            precision: found.precision.unwrap_or(6),
            alternate: found.alternate,
            add_dot_0: false,
            upper: found.code.is_ascii_uppercase(),
        },
    );
    Ok(match text.strip_prefix('-') {
        Some(rest) => (true, "", rest.to_owned()),
        None => (false, "", text),
    })
}

/// Sign, prefix and digits of an int.
fn int_digits(m: &mut Machine, found: &Directive, value: Address) -> Outcome<(bool, &'static str, String)> {
    let decimal = matches!(found.code, 'd' | 'i' | 'u');
    let int = match m.heap.kind(value) {
        Kind::Int => m.incref(value),
        Kind::Str | Kind::Bytes => return refuse(m, found, value, decimal),
        _ => {
            let slot = if decimal { Slot::Int } else { Slot::Index };
            let type_ = m.heap.type_of(value);
            let is_number = m.is_index(value) || m.has_slot(type_, Slot::Int) && decimal;
            if !is_number {
                return refuse(m, found, value, decimal);
            }
            match m.call_slot(value, slot, &[])? {
                Some(int) => int,
                None => m.index(value)?,
            }
        }
    };
    let result = digits_of(m, found, int, decimal);
    m.decref(int);
    result
}

fn refuse<T>(m: &mut Machine, found: &Directive, value: Address, decimal: bool) -> Outcome<T> {
    let (code, name) = (found.code, m.type_name(value));
    m.type_error(if decimal {
        format!("%{code} format: a real number is required, not {name}")
    } else {
        format!("%{code} format: an integer is required, not {name}")
    })
}

fn digits_of(m: &mut Machine, found: &Directive, int: Address, decimal: bool) -> Outcome<(bool, &'static str, String)> {
    let negative = m.heap.int_is_negative(int);
    let (prefix, mut digits) = if decimal {
        ("", int_text::decimal(m, int)?.trim_start_matches('-').to_owned())
    } else {
        let value = m.big_int(int);
        match found.code {
            'o' => ("0o", integer::magnitude(&value, 8)),
            'x' => ("0x", integer::magnitude(&value, 16)),
            _ => ("0X", integer::magnitude(&value, 16).to_ascii_uppercase()),
        }
    };
    if let Some(least) = found.precision
        && digits.len() < least
    {
        digits = format!("{}{digits}", "0".repeat(least - digits.len()));
    }
    Ok((negative, if found.alternate { prefix } else { "" }, digits))
}
