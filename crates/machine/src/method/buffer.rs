//! Bytes-like objects: reading their content, and noticing that a view looks at it.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::machine::{Machine, Outcome};

impl Machine {
    /// The content of a bytes-like object; `None` for anything else. A released view is refused.
    pub(crate) fn bytes_like(&mut self, object: Address) -> Outcome<Option<Vec<u8>>> {
        Ok(match self.heap.kind(object) {
            Kind::Bytes => Some(self.heap.bytes_data(object).to_vec()),
            Kind::ByteArray => Some(self.heap.bytearray_data(object).to_vec()),
            Kind::Array => Some(super::array::storage::data(self, object)),
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
        if self.word(object, offset) > 0 {
            return Err(self.raise(StaticType::BufferError, "Existing exports of data: object cannot be re-sized"));
        }
        Ok(())
    }
}
