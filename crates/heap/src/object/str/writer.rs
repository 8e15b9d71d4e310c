//! Building a str piece by piece (`_PyUnicodeWriter` in Objects/unicodeobject.c).
//!
//! The buffer is a str object of its own that grows by a quarter more than is needed, widens when a wider character comes,
//! and is cut to its length in the end. The blocks asked for on the way are CPython's.

use super::text::width_for;
use crate::{Heap, address::Address};

/// A str in the making.
#[derive(Clone, Debug, Default)]
pub struct UnicodeWriter {
    /// The buffer, owned; null before the first write.
    buffer: Address,
    /// Characters written.
    position: u64,
    /// Characters that fit; 0 for a borrowed buffer.
    size: u64,
    /// The least number of characters to make room for.
    pub min_length: u64,
    /// Whether to make room for a quarter more.
    pub overallocate: bool,
    /// Whether the buffer is somebody's str, kept as it is for as long as nothing else is written.
    read_only: bool,
}

impl UnicodeWriter {
    /// A writer as `_PyUnicodeWriter_Init` leaves it.
    pub fn new() -> Self {
        Self::default()
    }

    /// A writer that makes room for a quarter more, at first for `min_length` characters at least.
    pub fn growing(min_length: u64) -> Self {
        Self { min_length, overallocate: true, ..Self::default() }
    }

    /// The writer that an object keeps in its fields: buffer (null if none), characters written, characters that fit, and
    /// whether the buffer is borrowed. It makes room for a quarter more.
    pub fn from_fields(buffer: Address, position: u64, size: u64, read_only: bool) -> Self {
        Self { buffer, position, size, read_only, overallocate: true, ..Self::default() }
    }

    /// What [`UnicodeWriter::from_fields`] was given, as it is now.
    pub fn into_fields(self) -> (Address, u64, u64, bool) {
        (self.buffer, self.position, self.size, self.read_only)
    }

    /// Makes room for `length` more characters up to `largest` (`_PyUnicodeWriter_Prepare`).
    pub fn prepare(&mut self, heap: &mut Heap, length: u64, largest: u32) {
        let ceiling = if self.buffer.is_null() { 0 } else { heap.str_ceiling(self.buffer) };
        let fits = largest <= ceiling && length <= self.size.saturating_sub(self.position);
        if (fits && !self.buffer.is_null()) || length == 0 {
            return;
        }
        let mut wanted = self.position + length;
        if self.buffer.is_null() || wanted > self.size {
            if self.overallocate {
                wanted += wanted / 4;
            }
            wanted = wanted.max(self.min_length);
            if self.buffer.is_null() {
                self.buffer = heap.new_blank_str(wanted, largest);
            } else if largest > ceiling || self.read_only {
                self.replace(heap, wanted, largest.max(ceiling));
            } else {
                self.buffer = heap.str_resize_in_place(self.buffer, wanted);
            }
            self.size = wanted;
        } else if largest > ceiling {
            self.replace(heap, self.size, largest);
        }
    }

    fn replace(&mut self, heap: &mut Heap, length: u64, largest: u32) {
        let wider = heap.new_blank_str(length, largest);
        let (data, width) = (heap.str_data(wider), width_for(largest).0);
        let points: Vec<u32> = (0..self.position).map(|index| heap.str_char(self.buffer, index)).collect();
        heap.write_points(data, width, &points);
        heap.release_leaf(self.buffer);
        self.buffer = wider;
        self.read_only = false;
    }

    fn put(&mut self, heap: &mut Heap, points: &[u32]) {
        let width = heap.str_width(self.buffer);
        let at = heap.str_data(self.buffer).plus(width * self.position);
        heap.write_points(at, width, points);
        self.position += points.len() as u64;
    }

    /// Writes ASCII text of the C source.
    pub fn write_ascii(&mut self, heap: &mut Heap, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.buffer.is_null() && !self.overallocate {
            self.buffer = heap.new_str(text);
            self.read_only = true;
            self.position = text.len() as u64;
            return;
        }
        self.prepare(heap, text.len() as u64, 0x7f);
        let points: Vec<u32> = text.bytes().map(u32::from).collect();
        self.put(heap, &points);
    }

    /// Writes characters for which room is made at once.
    pub fn write_points(&mut self, heap: &mut Heap, points: &[u32]) {
        if points.is_empty() {
            return;
        }
        self.prepare(heap, points.len() as u64, points.iter().copied().max().unwrap_or(0));
        self.put(heap, points);
    }

    /// Writes one character.
    pub fn write_char(&mut self, heap: &mut Heap, point: u32) {
        self.prepare(heap, 1, point);
        self.put(heap, &[point]);
    }

    /// Writes a str, borrowed.
    pub fn write_str(&mut self, heap: &mut Heap, object: Address) {
        let length = heap.str_len(object);
        if length == 0 {
            return;
        }
        if self.buffer.is_null() && !self.overallocate {
            heap.incref(object);
            self.buffer = object;
            self.read_only = true;
            self.position = length;
            return;
        }
        let largest = heap.str_ceiling(object);
        self.prepare(heap, length, largest);
        let points = heap.str_points(object);
        self.put(heap, &points);
    }

    /// The str written, owned by the caller.
    pub fn finish(self, heap: &mut Heap) -> Address {
        if self.position == 0 {
            self.discard(heap);
            return heap.empty_str();
        }
        if self.read_only {
            return self.buffer;
        }
        let mut object = self.buffer;
        if heap.str_len(object) != self.position {
            object = heap.str_resize_in_place(object, self.position);
        }
        if self.position == 1
            && let Some(shared) = heap.latin_char(heap.str_char(object, 0))
        {
            heap.release_leaf(object);
            return shared;
        }
        object
    }

    /// Gives up what was written.
    pub fn discard(self, heap: &mut Heap) {
        if !self.buffer.is_null() {
            heap.release_leaf(self.buffer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::UnicodeWriter;
    use crate::{Domain, Heap, event::Event};

    fn sizes(heap: &mut Heap) -> Vec<(char, u64)> {
        let events = heap.log.take();
        let told = events.into_iter().filter_map(|event| match event {
            Event::Allocated { size, domain: Domain::Object, .. } => Some(('+', size)),
            Event::Resized { size, .. } => Some(('~', size)),
            Event::Released { .. } => Some(('-', 0)),
            _ => None,
        });
        told.collect()
    }

    /// Recorded with the oracle: the message of `nothing_here` not being defined.
    #[test]
    fn a_message_begins_with_a_hundred_characters_more_than_its_format_and_is_cut_in_the_end() {
        let mut heap = Heap::default();
        heap.log.switch_on();
        let mut writer = UnicodeWriter { min_length: 128, overallocate: true, ..UnicodeWriter::new() };
        writer.write_ascii(&mut heap, "name '");
        let name = heap.new_str("nothing_here");
        writer.write_str(&mut heap, name);
        heap.release_leaf(name);
        writer.write_ascii(&mut heap, "' is not defined");
        let message = writer.finish(&mut heap);
        assert_eq!(heap.str_text(message), "name 'nothing_here' is not defined");
        assert_eq!(sizes(&mut heap), [('+', 169), ('+', 53), ('-', 0), ('~', 75)]);
    }

    #[test]
    fn a_single_str_is_handed_through() {
        let mut heap = Heap::default();
        let word = heap.new_str("word");
        let mut writer = UnicodeWriter::new();
        writer.write_str(&mut heap, word);
        assert_eq!(writer.finish(&mut heap), word);
        assert_eq!(heap.refcount(word), 2);
    }

    #[test]
    fn a_wider_character_makes_a_wider_buffer() {
        let mut heap = Heap::default();
        let mut writer = UnicodeWriter { overallocate: true, ..UnicodeWriter::new() };
        writer.write_ascii(&mut heap, "ab");
        writer.write_char(&mut heap, 0x20ac);
        let object = writer.finish(&mut heap);
        assert_eq!(heap.str_text(object), "ab€");
        assert_eq!(heap.str_width(object), 2);
    }
}
