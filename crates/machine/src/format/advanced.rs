//! Values written into a text under a format specification (Python/formatter_unicode.c), with the objects and buffers that
//! CPython makes on the way.

use heapglass_heap::{Address, Domain, object::str::writer::UnicodeWriter, static_type::StaticType};

use super::{
    FormatError, float, integer,
    spec::{self, Spec},
    text,
};
use crate::{
    machine::{Machine, Outcome},
    method::int_text,
};

impl Machine {
    /// The formatter of a value of exactly this type, if it is one of those that `str.format` knows.
    pub(crate) fn has_formatter(&self, value: Address) -> bool {
        [StaticType::Str, StaticType::Int, StaticType::Float].into_iter().any(|which| self.heap.is_exact(value, which))
    }

    /// `format(value, spec)` of a str, int or float, or of an instance of a subclass (`str.__format__`, …).
    pub(crate) fn format_to_str(&mut self, value: Address, spec: &str) -> Outcome {
        let mut writer = UnicodeWriter::new();
        match self.format_into(&mut writer, value, spec) {
            Ok(()) => Ok(writer.finish(&mut self.heap)),
            Err(raised) => {
                writer.discard(&mut self.heap);
                Err(raised)
            }
        }
    }

    /// Writes a str, int or float.
    pub(crate) fn format_into(&mut self, writer: &mut UnicodeWriter, value: Address, spec: &str) -> Outcome<()> {
        if spec.is_empty() {
            return self.format_plain(writer, value);
        }
        self.check_format_size(spec, !self.is_str(value))?;
        let name = self.type_name(value);
        if self.is_str(value) {
            let shown = self.heap.str_text(value);
            let result = text::format(&shown, spec, &name);
            let result = self.or_format_error(result)?;
            if result == shown {
                writer.write_str(&mut self.heap, value);
            } else {
                writer.write_points(&mut self.heap, &crate::text::points(&result));
            }
            return Ok(());
        }
        if self.is_int(value) { self.format_int(writer, value, spec, &name) } else { self.format_float(writer, value, spec, &name) }
    }

    /// Refuses a width that no memory holds, and digits behind the point that none holds, if those are to be written.
    pub(crate) fn check_format_size(&mut self, spec: &str, writes_precision: bool) -> Outcome<()> {
        let largest = |text: &str| {
            let numbers = text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse::<u64>().ok());
            numbers.max().unwrap_or(0)
        };
        let (width, precision) = spec.split_once('.').unwrap_or((spec, ""));
        // What is no C number at all is refused in other words.
        let width = Some(largest(width)).filter(|width| *width <= i64::MAX as u64);
        let precision = Some(largest(precision)).filter(|precision| writes_precision && *precision <= i32::MAX as u64);
        if self.heap.can_allocate(width.max(precision).unwrap_or(0)) { Ok(()) } else { self.memory_error() }
    }

    fn or_format_error<T>(&mut self, result: Result<T, FormatError>) -> Outcome<T> {
        match result {
            Ok(value) => Ok(value),
            Err(error) => self.format_error(error),
        }
    }

    /// Without a specification: ints are written digit by digit, all others as their `str`.
    fn format_plain(&mut self, writer: &mut UnicodeWriter, value: Address) -> Outcome<()> {
        if self.heap.is_exact(value, StaticType::Int) {
            return self.write_decimal(writer, value);
        }
        let text = self.str(value)?;
        writer.write_str(&mut self.heap, text);
        self.decref(text);
        Ok(())
    }

    /// `_PyLong_FormatWriter` with base 10.
    pub(crate) fn write_decimal(&mut self, writer: &mut UnicodeWriter, int: Address) -> Outcome<()> {
        let digits = int_text::decimal(self, int)?;
        let scratch = int_text::decimal_scratch(self, int);
        writer.write_points(&mut self.heap, &crate::text::points(&digits));
        self.heap.release(Domain::Object, scratch);
        Ok(())
    }

    fn format_int(&mut self, writer: &mut UnicodeWriter, value: Address, text: &str, name: &str) -> Outcome<()> {
        let spec = self.or_format_error(spec::parse(text, name, 'd', '>'))?;
        if matches!(spec.code, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') {
            let number = self.int_to_f64(value)?;
            let number = self.heap.new_float(number);
            let result = self.format_float(writer, number, text, name);
            self.decref(number);
            return result;
        }
        let decimal = matches!(spec.code, 'd' | 'n');
        if decimal {
            int_text::decimal(self, value)?;
        }
        let result = integer::format(&self.big_int(value), &spec, name);
        let result = self.or_format_error(result)?;
        let points = crate::text::points(&result);
        if is_bare(&spec) && !matches!(spec.code, 'X' | 'c') {
            if decimal {
                return self.write_decimal(writer, value);
            }
            writer.write_points(&mut self.heap, &points);
            return Ok(());
        }
        let digits = if decimal {
            self.repr_of_int(value)?
        } else {
            let digits = integer::format(&self.big_int(value), &Spec { width: 0, alternate: true, ..spec.clone() }, name);
            let length = digits.map_or(1, |digits| digits.chars().count() as u64);
            self.heap.new_blank_str(length.max(1), 0x7f)
        };
        writer.write_points(&mut self.heap, &points);
        self.decref(digits);
        Ok(())
    }

    fn repr_of_int(&mut self, value: Address) -> Outcome {
        int_text::repr(self, crate::native::Arguments::of(value, &[]))
    }

    fn format_float(&mut self, writer: &mut UnicodeWriter, value: Address, text: &str, name: &str) -> Outcome<()> {
        let spec = self.or_format_error(spec::parse(text, name, 'g', '>'))?;
        let number = self.heap.float_value(value);
        let plain = Spec { width: 0, grouping: None, sign: None, align: None, ..spec.clone() };
        let raw = self.or_format_error(text::format_float(number, &plain, name))?;
        let result = self.or_format_error(text::format_float(number, &spec, name))?;
        let buffer = self.heap.allocate(Domain::Mem, float::buffer_size(&raw));
        let bare = is_bare(&spec);
        if bare {
            writer.write_ascii(&mut self.heap, &result);
        }
        let digits = if bare { None } else { Some(self.heap.new_str(&raw)) };
        self.heap.release(Domain::Mem, buffer);
        if let Some(digits) = digits {
            writer.write_points(&mut self.heap, &crate::text::points(&result));
            self.decref(digits);
        }
        Ok(())
    }
}

/// Whether nothing but digits (and a minus) is to be written: then they are written as they come.
fn is_bare(spec: &Spec) -> bool {
    !matches!(spec.sign, Some('+' | ' ')) && spec.width == 0 && spec.code != 'n' && spec.grouping.is_none()
}
