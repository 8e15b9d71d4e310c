//! Making strs, and reading them back.

use super::{ASCII_DATA, DATA, HASH, LENGTH, STATE, UTF8, UTF8_LENGTH, state};
use crate::{Heap, address::Address, domain::Domain, static_type::StaticType};

/// The narrowest width in bytes that holds code points up to `largest`, and whether that is ASCII.
pub(crate) fn width_for(largest: u32) -> (u64, bool) {
    match largest {
        0..0x80 => (1, true),
        0x80..0x100 => (1, false),
        0x100..0x1_0000 => (2, false),
        _ => (4, false),
    }
}

impl Heap {
    /// A str of this text. The empty one and single characters below U+0100 are shared.
    pub fn new_str(&mut self, text: &str) -> Address {
        if text.is_ascii() {
            return match text.as_bytes() {
                [] => self.empty_str(),
                [byte] => self.latin_char(u32::from(*byte)).unwrap_or_default(),
                bytes => {
                    let object = self.new_blank_str(bytes.len() as u64, 0x7f);
                    self.memory.write(object.plus(ASCII_DATA), bytes);
                    object
                }
            };
        }
        let points: Vec<u32> = text.chars().map(u32::from).collect();
        self.new_str_points(&points)
    }

    /// A str of these code points, lone surrogates among them perhaps.
    pub fn new_str_points(&mut self, points: &[u32]) -> Address {
        match points {
            [] => return self.empty_str(),
            [point] => {
                if let Some(shared) = self.latin_char(*point) {
                    return shared;
                }
            }
            _ => {}
        }
        let largest = points.iter().copied().max().unwrap_or(0);
        let object = self.new_blank_str(points.len() as u64, largest);
        self.write_points(self.str_data(object), width_for(largest).0, points);
        object
    }

    /// A str object of `length` (1 or more) characters up to `largest`, whose characters are still to be written.
    pub fn new_blank_str(&mut self, length: u64, largest: u32) -> Address {
        let (width, ascii) = width_for(largest);
        let data = if ascii { ASCII_DATA } else { DATA };
        let object = self.new_plain(StaticType::Str, data + (length + 1) * width);
        self.start_str(object, length, width, ascii);
        self.write_points(object.plus(data + length * width), width, &[0]);
        object
    }

    pub(crate) fn start_str(&mut self, object: Address, length: u64, width: u64, ascii: bool) {
        self.memory.set_u64(object.plus(LENGTH), length);
        self.memory.set_i64(object.plus(HASH), -1);
        let bits = state::COMPACT | (width as u32) << state::KIND_SHIFT | if ascii { state::ASCII } else { 0 };
        self.memory.set_u64(object.plus(STATE), u64::from(bits));
        if !ascii {
            self.memory.set_u64(object.plus(UTF8_LENGTH), 0);
            self.memory.set_address(object.plus(UTF8), Address::NULL);
        }
    }

    pub(crate) fn write_points(&mut self, at: Address, width: u64, points: &[u32]) {
        for (i, point) in points.iter().enumerate() {
            let place = at.plus(width * i as u64);
            match width {
                1 => self.memory.set_u8(place, *point as u8),
                2 => self.memory.set_u16(place, *point as u16),
                _ => self.memory.set_u32(place, *point),
            }
        }
    }

    /// Fills in a fresh instance (see [`Heap::generic_allocate`]) of a subclass of `str` with the characters of `value`.
    pub fn fill_str_instance(&mut self, object: Address, value: Address) {
        let (length, width) = (self.str_len(value), self.str_width(value));
        let ascii = self.str_is_ascii(value);
        let bytes = (length + 1) * width;
        let data = self.allocate(Domain::Object, bytes);
        self.memory.copy(self.str_data(value), data, bytes);
        let hash = self.memory.i64(value.plus(HASH));
        self.memory.set_u64(object.plus(LENGTH), length);
        self.memory.set_i64(object.plus(HASH), hash);
        let bits = (width as u32) << state::KIND_SHIFT | if ascii { state::ASCII } else { 0 };
        self.memory.set_u64(object.plus(STATE), u64::from(bits));
        self.memory.set_address(object.plus(DATA), data);
        let (cache, cached) = if ascii { (data, length) } else { (Address::NULL, 0) };
        self.memory.set_address(object.plus(UTF8), cache);
        self.memory.set_u64(object.plus(UTF8_LENGTH), cached);
    }

    /// The code points of a str.
    pub fn str_points(&self, object: Address) -> Vec<u32> {
        let bytes = self.str_bytes(object);
        match self.str_width(object) {
            1 => bytes.iter().map(|byte| u32::from(*byte)).collect(),
            2 => bytes
                .chunks_exact(2)
                .map(|pair| u32::from(u16::from_le_bytes([pair[0], pair[1]])))
                .collect(),
            _ => bytes
                .chunks_exact(4)
                .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
                .collect(),
        }
    }

    /// The text of a str; lone surrogates become U+FFFD.
    pub fn str_text(&self, object: Address) -> String {
        if self.str_is_ascii(object) {
            return String::from_utf8_lossy(self.str_bytes(object)).into_owned();
        }
        let points = self.str_points(object);
        points
            .into_iter()
            .map(|point| char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    }

    /// Whether a str has exactly this text.
    #[inline]
    pub fn str_is(&self, object: Address, text: &str) -> bool {
        if self.str_is_ascii(object) {
            self.str_bytes(object) == text.as_bytes()
        } else {
            self.str_text(object) == text
        }
    }

    /// Characters `start..end` as a str; the whole of an exact str is itself.
    pub fn str_slice(&mut self, object: Address, start: u64, end: u64) -> Address {
        if start == 0 && end == self.str_len(object) && self.is_exact_str(object) {
            return self.new_reference(object);
        }
        if self.str_is_ascii(object) && end > start + 1 {
            let part = self.new_blank_str(end - start, 0x7f);
            self.memory
                .copy(self.str_data(object).plus(start), part.plus(ASCII_DATA), end - start);
            return part;
        }
        if end == start + 1
            && let Some(shared) = self.latin_char(self.str_char(object, start))
        {
            return shared;
        }
        let points: Vec<u32> = (start..end).map(|i| self.str_char(object, i)).collect();
        self.new_str_points(&points)
    }

    /// `a + b` for two strs, both borrowed.
    pub fn str_concat(&mut self, a: Address, b: Address) -> Address {
        let (a_len, b_len) = (self.str_len(a), self.str_len(b));
        if a_len == 0 && self.is_exact_str(b) {
            return self.new_reference(b);
        }
        if b_len == 0 && self.is_exact_str(a) {
            return self.new_reference(a);
        }
        if a_len + b_len < 2 {
            let points = [self.str_points(a), self.str_points(b)].concat();
            return self.new_str_points(&points);
        }
        let largest = self.str_ceiling(a).max(self.str_ceiling(b));
        let object = self.new_blank_str(a_len + b_len, largest);
        let (data, width) = (self.str_data(object), width_for(largest).0);
        self.copy_points(a, data, width);
        self.copy_points(b, data.plus(a_len * width), width);
        object
    }

    /// The largest code point that the storage form of a str admits.
    pub fn str_ceiling(&self, object: Address) -> u32 {
        match (self.str_width(object), self.str_is_ascii(object)) {
            (1, true) => 0x7f,
            (1, false) => 0xff,
            (2, _) => 0xffff,
            _ => 0x10_ffff,
        }
    }

    fn copy_points(&mut self, from: Address, to: Address, width: u64) {
        if self.str_width(from) == width {
            let length = self.str_len(from) * width;
            self.memory.copy(self.str_data(from), to, length);
        } else {
            let points = self.str_points(from);
            self.write_points(to, width, &points);
        }
    }

    /// `owned_left += right` (`PyUnicode_Append`). If nobody else holds the left str it is resized in place; the result may
    /// lie elsewhere.
    pub fn str_append_in_place(&mut self, owned_left: Address, right: Address) -> Address {
        let (left_len, right_len) = (self.str_len(owned_left), self.str_len(right));
        let bits = self.memory.u32(owned_left.plus(STATE));
        let shared = self.refcount(owned_left) != 1
            || bits & state::INTERNED != 0
            || self.memory.i64(owned_left.plus(HASH)) != -1
            || !self.is_exact_str(owned_left);
        let fits = self.str_ceiling(right) <= self.str_ceiling(owned_left);
        if left_len == 0 || right_len == 0 || shared || !fits {
            let joined = self.str_concat(owned_left, right);
            self.release_leaf(owned_left);
            return joined;
        }
        let object = self.str_resize_in_place(owned_left, left_len + right_len);
        let width = self.str_width(object);
        let end = self.str_data(object).plus(left_len * width);
        self.copy_points(right, end, width);
        object
    }

    /// Resizes a str that nobody else holds; new characters are to be written by the caller.
    pub(crate) fn str_resize_in_place(&mut self, object: Address, length: u64) -> Address {
        let width = self.str_width(object);
        let data = if self.str_is_ascii(object) { ASCII_DATA } else { DATA };
        if data == DATA {
            let cache = self.memory.address(object.plus(UTF8));
            self.release(Domain::Mem, cache);
            self.memory.set_address(object.plus(UTF8), Address::NULL);
            self.memory.set_u64(object.plus(UTF8_LENGTH), 0);
        }
        let birth = self.memory.birth(object);
        self.memory.set_birth(object, 0);
        let object = self.reallocate(Domain::Object, object, data + (length + 1) * width);
        self.memory.set_birth(object, birth);
        self.memory.set_u64(object.plus(LENGTH), length);
        self.write_points(object.plus(data + length * width), width, &[0]);
        object
    }
}
