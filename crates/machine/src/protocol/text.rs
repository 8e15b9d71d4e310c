//! `repr`, `str`, `ascii`, `format`.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    types::slot::{Found, Slot},
};

impl Machine {
    /// `repr(object)`: a str.
    pub fn repr(&mut self, object: Address) -> Outcome {
        self.enter_native(" while getting the repr of an object")?;
        let result = self.call_slot(object, Slot::Repr, &[]);
        self.leave_native();
        match result? {
            Some(text) => self.expect_str(text, "__repr__"),
            None => {
                let text = format!("<{} object at {}>", self.type_name(object), object);
                Ok(self.heap.new_str(&text))
            }
        }
    }

    /// `str(object)`: a str.
    pub fn str(&mut self, object: Address) -> Outcome {
        if self.heap.is_exact(object, StaticType::Str) {
            return Ok(self.incref(object));
        }
        let found = self.find_slot(self.heap.type_of(object), Slot::Str);
        self.enter_native(" while getting the str of an object")?;
        let result = match found {
            Found::Missing => self.repr(object),
            Found::Native(function) => function(self, Arguments::of(object, &[])),
            Found::Attribute(attribute) => self.call_attribute_of(attribute, object, &[]),
        };
        self.leave_native();
        if matches!(found, Found::Missing) {
            return result;
        }
        self.expect_str(result?, "__str__")
    }

    /// Takes over `text`, what `method` returned.
    fn expect_str(&mut self, text: Address, method: &str) -> Outcome {
        if self.heap.kind(text) == Kind::Str {
            return Ok(text);
        }
        let raised = self.raise_about_type(&format!("{method} returned non-string (type %.200s)"), text);
        self.decref(text);
        Err(raised)
    }

    /// `repr(object)` as text.
    pub fn repr_text(&mut self, object: Address) -> Outcome<String> {
        let text = self.repr(object)?;
        let result = self.heap.str_text(text);
        self.decref(text);
        Ok(result)
    }

    /// `str(object)` as text.
    pub fn str_of(&mut self, object: Address) -> Outcome<String> {
        let text = self.str(object)?;
        let result = self.heap.str_text(text);
        self.decref(text);
        Ok(result)
    }

    /// `ascii(object)`.
    pub fn ascii(&mut self, object: Address) -> Outcome {
        let text = self.repr(object)?;
        let points = self.heap.str_points(text);
        if points.iter().all(|point| *point < 0x80) {
            return Ok(text);
        }
        let mut escaped = String::new();
        for point in points {
            match point {
                0..0x80 => escaped.push(char::from(point as u8)),
                0x80..0x100 => escaped.push_str(&format!("\\x{point:02x}")),
                0x100..0x1_0000 => escaped.push_str(&format!("\\u{point:04x}")),
                _ => escaped.push_str(&format!("\\U{point:08x}")),
            }
        }
        // By way of bytes.
        let bytes = self.heap.new_bytes(escaped.as_bytes());
        self.decref(text);
        let text = self.heap.new_str(&escaped);
        self.decref(bytes);
        Ok(text)
    }

    /// `format(object, spec)`; `spec` is a str, or null for the empty one.
    pub fn format(&mut self, object: Address, spec: Address) -> Outcome {
        let spec = if spec.is_null() {
            self.heap.empty_str()
        } else {
            spec
        };
        if self.heap.str_len(spec) == 0 {
            if self.heap.is_exact(object, StaticType::Str) {
                return Ok(self.incref(object));
            }
            if self.heap.is_exact(object, StaticType::Int) {
                return self.str(object);
            }
        }
        match self.call_special(object, Slot::Format, &[spec])? {
            Some(result) if self.heap.kind(result) == Kind::Str => Ok(result),
            Some(result) => {
                let raised = self.raise_about_type("__format__ must return a str, not %.200s", result);
                self.decref(result);
                Err(raised)
            }
            None => {
                let name = self.type_name(object);
                Err(self.raise(
                    StaticType::TypeError,
                    format!("Type {name} doesn't define __format__"),
                ))
            }
        }
    }
}
