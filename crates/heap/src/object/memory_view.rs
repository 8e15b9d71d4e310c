//! Memory views and the buffer that all views of one object share (Objects/memoryobject.c).
//!
//! The shared buffer owns the object that is looked into and keeps it from changing its size until the last view is released.

use crate::{
    Heap, Host, Kind,
    address::Address,
    layout::container::{array, managed_buffer, memory_view},
    layout::native::{bytes_io, bytes_io_buffer},
    object::bytes,
    refcount,
    static_type::StaticType,
    weakref_list,
};

/// `_Py_MANAGED_BUFFER_RELEASED` and `_Py_MEMORYVIEW_RELEASED`.
const RELEASED: i32 = 1;

/// Where the one or more dimensions of a view lie: shape, then strides, then suboffsets.
pub const DIMENSIONS: u64 = 144;

/// What a view looks at.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Where the first item lies.
    pub buffer: Address,
    /// Bytes of an item.
    pub item_size: u64,
    /// The type code, a letter.
    pub format: u8,
    /// Whether it must not be written.
    pub readonly: bool,
}

impl Heap {
    /// Where the count of exports of an object lies, if it keeps one.
    fn exports_of(&self, object: Address) -> Option<Address> {
        match self.kind(object) {
            Kind::ByteArray => Some(object.plus(bytes::array::EXPORTS)),
            Kind::Array => Some(object.plus(array::EXPORTS)),
            Kind::Native if self.is_exact(object, StaticType::BytesIOBuffer) => {
                Some(self.memory.address(object.plus(bytes_io_buffer::SOURCE)).plus(bytes_io::EXPORTS))
            }
            _ => None,
        }
    }

    /// A shared buffer on `object` (borrowed): `length` bytes from `part.buffer` on. No view counts yet.
    pub fn new_managed_buffer(&mut self, object: Address, part: Part, length: u64) -> Address {
        use managed_buffer::{BUFFER, DIMENSIONS, FORMAT, ITEM_SIZE, LENGTH, OBJECT, READONLY};
        if let Some(exports) = self.exports_of(object) {
            let count = self.memory.i64(exports) + 1;
            self.memory.set_i64(exports, count);
        }
        self.incref(object);
        let buffer = self.new_record(StaticType::ManagedBuffer, &[(OBJECT, object), (BUFFER, part.buffer)]);
        self.memory.set_u64(buffer.plus(LENGTH), length);
        self.memory.set_u64(buffer.plus(ITEM_SIZE), part.item_size);
        self.memory.set_u32(buffer.plus(READONLY), u32::from(part.readonly));
        self.memory.set_u32(buffer.plus(DIMENSIONS), 1);
        self.memory.set_u64(buffer.plus(FORMAT), u64::from(part.format));
        buffer
    }

    /// A view of a shared buffer (borrowed) with this shape and these strides.
    pub fn new_memory_view(&mut self, buffer: Address, part: Part, shape: &[i64], strides: &[i64]) -> Address {
        use memory_view::{BASE, BUFFER, FORMAT, HASH, ITEM_SIZE, LENGTH, OBJECT, READONLY, SHAPE, STRIDES};
        let dimensions = shape.len() as u64;
        // `memory_alloc`: without the sentinel that other variable objects have room for.
        let size = DIMENSIONS + 24 * dimensions;
        let view = self.new_gc(StaticType::MemoryView, size);
        self.memory.fill(view.plus(16), size - 16, 0);
        self.memory.set_u64(view.plus(16), 3 * dimensions);
        self.gc_track(view);
        self.incref(buffer);
        let count = self.memory.i64(buffer.plus(managed_buffer::EXPORTS)) + 1;
        self.memory.set_i64(buffer.plus(managed_buffer::EXPORTS), count);
        let object = self.memory.address(buffer.plus(managed_buffer::OBJECT));
        let places = (view.plus(DIMENSIONS), view.plus(DIMENSIONS + 8 * dimensions));
        for (offset, word) in
            [(BASE, buffer), (OBJECT, object), (BUFFER, part.buffer), (SHAPE, places.0), (STRIDES, places.1)]
        {
            self.memory.set_address(view.plus(offset), word);
        }
        let items: i64 = shape.iter().product();
        self.memory.set_i64(view.plus(LENGTH), items * part.item_size as i64);
        self.memory.set_u64(view.plus(ITEM_SIZE), part.item_size);
        self.memory.set_u64(view.plus(FORMAT), u64::from(part.format));
        self.memory.set_i64(view.plus(HASH), -1);
        self.memory.set_u32(view.plus(READONLY), u32::from(part.readonly));
        self.memory.set_u32(view.plus(memory_view::DIMENSIONS), dimensions as u32);
        for (at, (size, stride)) in (0..).zip(shape.iter().zip(strides)) {
            self.memory.set_i64(places.0.plus(8 * at), *size);
            self.memory.set_i64(places.1.plus(8 * at), *stride);
        }
        view
    }

    /// Whether a view was released.
    pub fn memory_view_released(&self, view: Address) -> bool {
        let buffer = self.memory.address(view.plus(memory_view::BASE));
        self.memory.i32(view.plus(memory_view::FLAGS)) & RELEASED != 0
            || !buffer.is_null() && self.memory.i32(buffer.plus(managed_buffer::FLAGS)) & RELEASED != 0
    }
}

/// Gives the object free, if that has not happened (`mbuf_release`).
fn release_buffer<H: Host>(host: &mut H, buffer: Address) {
    let heap = host.heap_mut();
    let flags = heap.memory.i32(buffer.plus(managed_buffer::FLAGS));
    if flags & RELEASED != 0 {
        return;
    }
    heap.memory.set_i32(buffer.plus(managed_buffer::FLAGS), flags | RELEASED);
    heap.gc_untrack(buffer);
    let object = heap.memory.address(buffer.plus(managed_buffer::OBJECT));
    if object.is_null() {
        return;
    }
    if let Some(exports) = heap.exports_of(object) {
        let count = heap.memory.i64(exports) - 1;
        heap.memory.set_i64(exports, count);
    }
    heap.memory.set_address(buffer.plus(managed_buffer::OBJECT), Address::NULL);
    refcount::decref(host, object);
}

/// Releases a view, and with the last one the shared buffer (`_memory_release`).
pub fn release<H: Host>(host: &mut H, view: Address) {
    let heap = host.heap_mut();
    let flags = heap.memory.i32(view.plus(memory_view::FLAGS));
    let buffer = heap.memory.address(view.plus(memory_view::BASE));
    if flags & RELEASED != 0 || buffer.is_null() {
        return;
    }
    heap.memory.set_i32(view.plus(memory_view::FLAGS), flags | RELEASED);
    let left = heap.memory.i64(buffer.plus(managed_buffer::EXPORTS)) - 1;
    heap.memory.set_i64(buffer.plus(managed_buffer::EXPORTS), left);
    if left == 0 {
        release_buffer(host, buffer);
    }
}

/// `memory_dealloc`.
pub(crate) fn dealloc<H: Host>(host: &mut H, view: Address) {
    host.heap_mut().gc_untrack(view);
    release(host, view);
    let buffer = host.heap_mut().set_field(view, memory_view::BASE, Address::NULL);
    refcount::xdecref(host, buffer);
    weakref_list::clear_weakrefs(host, view);
    host.heap_mut().free_gc_object(view);
}

/// `mbuf_dealloc`.
pub(crate) fn dealloc_buffer<H: Host>(host: &mut H, buffer: Address) {
    release_buffer(host, buffer);
    host.heap_mut().gc_untrack(buffer);
    host.heap_mut().free_gc_object(buffer);
}

/// `mbuf_clear`: a buffer that views still use is left alone.
pub(crate) fn clear_buffer<H: Host>(host: &mut H, buffer: Address) {
    if host.heap().memory.i64(buffer.plus(managed_buffer::EXPORTS)) <= 0 {
        release_buffer(host, buffer);
    }
}
