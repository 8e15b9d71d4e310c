//! Bytes-like objects: reading their content, and noticing that a view looks at it.

use heapglass_heap::{Address, Kind, layout::container::memory_view, static_type::StaticType};

use crate::machine::{Machine, Outcome};

impl Machine {
    /// The content of a bytes-like object; `None` for anything else. A released view is refused.
    pub(crate) fn bytes_like(&mut self, object: Address) -> Outcome<Option<Vec<u8>>> {
        Ok(match self.heap.kind(object) {
            Kind::Bytes => Some(self.heap.bytes_data(object).to_vec()),
            Kind::ByteArray => Some(self.heap.bytearray_data(object).to_vec()),
            Kind::Array => Some(super::array::data(self, object)),
            Kind::MemoryView => Some(super::memory_view::data(self, object)?),
            _ => None,
        })
    }

    /// The content of a bytes-like object; a `TypeError` for anything else.
    pub(crate) fn expect_bytes(&mut self, object: Address) -> Outcome<Vec<u8>> {
        match self.bytes_like(object)? {
            Some(data) => Ok(data),
            None => {
                let name = self.type_name(object);
                self.type_error(format!("a bytes-like object is required, not '{name}'"))
            }
        }
    }

    /// Refuses to resize what a memory view looks at.
    pub(crate) fn check_exports(&mut self, object: Address, offset: u64) -> Outcome<()> {
        if self.word(object, offset) > 0 && self.has_live_view(object) {
            return Err(self.raise(StaticType::BufferError, "Existing exports of data: object cannot be re-sized"));
        }
        Ok(())
    }

    /// Whether a view of `object` is alive. The count of exports is only ever raised; the views themselves tell.
    fn has_live_view(&mut self, object: Address) -> bool {
        let referrers = self.heap.gc_referrers(&[object], Address::NULL);
        referrers.into_iter().any(|view| {
            self.heap.kind(view) == Kind::MemoryView && self.field(view, memory_view::OBJECT) == object
        })
    }
}
