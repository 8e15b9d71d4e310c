//! `bytes` and `bytearray` (Objects/bytesobject.c, Objects/bytearrayobject.c).

use crate::{Heap, address::Address, domain::Domain, object::siphash::hash_bytes, static_type::StaticType};

/// The number of bytes.
pub const LENGTH: u64 = 16;
/// The cached hash of a bytes object; −1 if not yet asked for.
pub const HASH: u64 = 24;
/// The bytes of a bytes object; a zero follows.
pub const DATA: u64 = 32;

/// Offsets in a bytearray.
pub mod array {
    /// Bytes in the buffer.
    pub const ALLOCATED: u64 = 24;
    /// The buffer, or null.
    pub const BUFFER: u64 = 32;
    /// Where in the buffer the content begins.
    pub const START: u64 = 40;
    /// Memoryviews that look at the buffer.
    pub const EXPORTS: u64 = 48;
}

impl Heap {
    /// A bytes object; the empty one and those of one byte are shared.
    pub fn new_bytes(&mut self, data: &[u8]) -> Address {
        match data {
            [] => self.empty_bytes(),
            [byte] => self.byte_char(*byte),
            _ => {
                let object = self.new_plain(StaticType::Bytes, DATA + data.len() as u64 + 1);
                self.fill_bytes(object, data);
                object
            }
        }
    }

    /// A bytes object of zeros (`bytes(length)`): from memory that comes zeroed.
    pub fn new_zeroed_bytes(&mut self, length: u64) -> Address {
        match length {
            0 => self.empty_bytes(),
            1 => self.byte_char(0),
            _ => {
                let object = self.allocate_zeroed(Domain::Object, DATA + length + 1);
                self.revive(object, StaticType::Bytes.address());
                self.memory.set_u64(object.plus(LENGTH), length);
                self.memory.set_i64(object.plus(HASH), -1);
                object
            }
        }
    }

    /// Writes length, hash and content of a fresh bytes object with enough room: for instances of subclasses.
    pub fn fill_bytes(&mut self, object: Address, data: &[u8]) {
        let length = data.len() as u64;
        self.memory.set_u64(object.plus(LENGTH), length);
        self.memory.set_i64(object.plus(HASH), -1);
        self.memory.write(object.plus(DATA), data);
        self.memory.set_u8(object.plus(DATA + length), 0);
    }

    /// How many bytes.
    #[inline]
    pub fn bytes_len(&self, object: Address) -> u64 {
        self.memory.u64(object.plus(LENGTH))
    }

    /// The content of a bytes object.
    #[inline]
    pub fn bytes_data(&self, object: Address) -> &[u8] {
        self.memory.slice(object.plus(DATA), self.bytes_len(object))
    }

    /// `hash()` of a bytes object, remembered in it.
    pub fn bytes_hash(&mut self, object: Address) -> i64 {
        match self.memory.i64(object.plus(HASH)) {
            -1 => {
                let hash = hash_bytes(self.bytes_data(object));
                self.memory.set_i64(object.plus(HASH), hash);
                hash
            }
            hash => hash,
        }
    }

    /// A bytearray with this content.
    pub fn new_bytearray(&mut self, data: &[u8]) -> Address {
        let object = self.new_plain(StaticType::ByteArray, 56);
        self.start_bytearray(object);
        self.bytearray_set(object, data);
        object
    }

    /// Makes a fresh instance an empty bytearray.
    pub fn start_bytearray(&mut self, object: Address) {
        self.memory.fill(object.plus(LENGTH), 40, 0);
    }

    /// The content of a bytearray.
    pub fn bytearray_data(&self, object: Address) -> &[u8] {
        let start = self.memory.address(object.plus(array::START));
        if start.is_null() {
            &[]
        } else {
            self.memory.slice(start, self.bytes_len(object))
        }
    }

    /// Replaces the whole content of a bytearray.
    pub fn bytearray_set(&mut self, object: Address, data: &[u8]) {
        self.bytearray_resize(object, data.len() as u64);
        if !data.is_empty() {
            self.memory.write(self.memory.address(object.plus(array::START)), data);
        }
    }

    /// Sets the length of a bytearray (`PyByteArray_Resize`). New bytes are whatever was there.
    pub fn bytearray_resize(&mut self, object: Address, size: u64) {
        let (old, allocated) = (self.bytes_len(object), self.memory.u64(object.plus(array::ALLOCATED)));
        if size == old {
            return;
        }
        let buffer = self.memory.address(object.plus(array::BUFFER));
        let start = self.memory.address(object.plus(array::START));
        let offset = if buffer.is_null() {
            0
        } else {
            start.raw() - buffer.raw()
        };
        if size + offset < allocated && size >= allocated / 2 {
            self.memory.set_u64(object.plus(LENGTH), size);
            self.memory.set_u8(start.plus(size), 0);
            return;
        }
        let room = bytearray_room(size, offset, allocated);
        let moved = if offset > 0 {
            let moved = self.allocate(Domain::Object, room);
            self.memory.copy(start, moved, size.min(old));
            self.release(Domain::Object, buffer);
            moved
        } else {
            self.reallocate(Domain::Object, buffer, room)
        };
        self.memory.set_address(object.plus(array::BUFFER), moved);
        self.memory.set_address(object.plus(array::START), moved);
        self.memory.set_u64(object.plus(LENGTH), size);
        self.memory.set_u64(object.plus(array::ALLOCATED), room);
        self.memory.set_u8(moved.plus(size), 0);
    }

    /// Writes one byte of a bytearray.
    pub fn bytearray_set_item(&mut self, object: Address, index: u64, byte: u8) {
        self.memory
            .set_u8(self.memory.address(object.plus(array::START)).plus(index), byte);
    }

    pub(crate) fn free_bytearray_buffer(&mut self, object: Address) {
        let buffer = self.memory.address(object.plus(array::BUFFER));
        self.release(Domain::Object, buffer);
    }
}

/// How large a buffer becomes that must hold `size` bytes and a zero.
fn bytearray_room(size: u64, offset: u64, allocated: u64) -> u64 {
    if size + offset < allocated {
        // The content fits but the buffer is far too large, or much was taken off the front.
        return size + 1;
    }
    if size as f64 <= allocated as f64 * 1.125 {
        size + (size >> 3) + if size < 9 { 3 } else { 6 }
    } else {
        size + 1
    }
}
