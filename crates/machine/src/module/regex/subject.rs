//! The text a pattern is used on: a str, or something like bytes.

use std::rc::Rc;

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::machine::{Machine, Outcome};

/// From this length on the characters of a text are kept, to be used again by the next search.
const LONG: u64 = 64;

/// The characters of the text that was read last. A str that grows where it lies has another length.
#[derive(Clone, Debug, Default)]
pub(super) struct LastText {
    object: Address,
    birth: u32,
    points: Rc<Vec<u32>>,
}

fn points_of(m: &mut Machine, object: Address) -> Rc<Vec<u32>> {
    let (length, birth) = (m.heap.str_len(object), m.heap.memory.birth(object));
    if length < LONG || birth == 0 {
        return Rc::new(m.heap.str_points(object));
    }
    let last = &m.ready_patterns.text;
    if (last.object, last.birth, last.points.len() as u64) == (object, birth, length) {
        return Rc::clone(&last.points);
    }
    let points = Rc::new(m.heap.str_points(object));
    m.ready_patterns.text = LastText { object, birth, points: Rc::clone(&points) };
    points
}

/// A text as code points or bytes.
pub(super) struct Subject {
    /// The object itself, borrowed.
    pub(super) object: Address,
    /// Its characters.
    pub(super) points: Rc<Vec<u32>>,
    /// Whether they are bytes.
    pub(super) bytes: bool,
}

impl Subject {
    /// Reads an object; `None` if it is no text.
    pub(super) fn read(m: &mut Machine, object: Address) -> Outcome<Option<Self>> {
        if m.heap.kind(object) == Kind::Str {
            return Ok(Some(Self {
                object,
                points: points_of(m, object),
                bytes: false,
            }));
        }
        let bytes = m.bytes_like(object)?;
        Ok(bytes.map(|bytes| Self {
            object,
            points: Rc::new(bytes.into_iter().map(u32::from).collect()),
            bytes: true,
        }))
    }

    /// A part of it as a new object; the whole of it is the object itself.
    pub(super) fn part(&self, m: &mut Machine, start: usize, end: usize) -> Address {
        let exact = if self.bytes { StaticType::Bytes } else { StaticType::Str };
        if (start, end) == (0, self.points.len()) && m.heap.is_exact(self.object, exact) {
            return m.incref(self.object);
        }
        // A bytearray may have become shorter since.
        let end = end.min(self.points.len());
        new_text(m, &self.points[start.min(end)..end], self.bytes)
    }

    /// A part of it, nothing if there is none.
    pub(super) fn part_or_empty(&self, m: &mut Machine, span: Option<(usize, usize)>) -> Address {
        match span {
            Some((start, end)) => self.part(m, start, end),
            None => new_text(m, &[], self.bytes),
        }
    }
}

/// A str or bytes of these characters.
pub(super) fn new_text(m: &mut Machine, points: &[u32], bytes: bool) -> Address {
    if bytes {
        let bytes: Vec<u8> = points.iter().map(|point| *point as u8).collect();
        m.heap.new_bytes(&bytes)
    } else {
        m.heap.new_str_points(points)
    }
}
