//! The value of an object in short, as far as one line of Python says it: numbers, text, bytes, arrays, what a range has left.

use heapglass_heap::{Address, Kind, layout::iterator::{long_range, range}};

use crate::{
    format::float,
    machine::Machine,
    method::array::{item, storage},
    text::quote,
};

impl Machine {
    /// What stands beside the header of an object's box, at least so many characters of it if it is longer; `None` if it has
    /// no value but what it refers to.
    pub(super) fn value_text(&self, object: Address, characters: usize) -> Option<String> {
        let text = self.atom_repr(object).or_else(|| self.array_text(object));
        text.or_else(|| match self.heap.kind(object) {
            Kind::Array => Some(self.array_repr(object, characters)),
            Kind::RangeIterator | Kind::LongRangeIterator => Some(self.rest_of_range(object)),
            _ => None,
        })
    }

    /// `repr` of an array of the module `array`, of which only the first items are read.
    fn array_repr(&self, array: Address, characters: usize) -> String {
        let (name, code) = (self.short_type_name(array), storage::code(self, array));
        let length = storage::length(self, array);
        if length == 0 {
            return format!("{name}('{code}')");
        }
        // Each item takes a character at least.
        let places = (0..length.min(characters as u64)).map(|at| storage::place(self, array, at));
        let shown = if code == 'u' {
            let points: Vec<u32> = places.map(|place| self.heap.memory.u32(place)).collect();
            quote::repr(&points).into_iter().map(|point| char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        } else {
            let items: Vec<String> = places.map(|place| self.array_item_repr(place, code)).collect();
            format!("[{}]", items.join(", "))
        };
        format!("{name}('{code}', {shown})")
    }

    fn array_item_repr(&self, place: Address, code: char) -> String {
        match item::number(&self.heap.memory, place, code) {
            item::Number::Float(value) => float::repr(value),
            item::Number::Int(value) => value.to_string(),
        }
    }

    /// The range that an iterator still has before it: what its `__reduce__` makes an iterator of.
    fn rest_of_range(&self, iterator: Address) -> String {
        let field = |small: u64, large: u64| match self.heap.kind(iterator) {
            Kind::RangeIterator => self.heap.memory.u64(iterator.plus(small)).cast_signed().into(),
            _ => self.int_value(self.heap.memory.address(iterator.plus(large))),
        };
        let start = field(range::START, long_range::START);
        let step = field(range::STEP, long_range::STEP);
        let stop = &start + &step * field(range::LENGTH, long_range::LENGTH);
        if step == 1.into() { format!("range({start}, {stop})") } else { format!("range({start}, {stop}, {step})") }
    }
}
