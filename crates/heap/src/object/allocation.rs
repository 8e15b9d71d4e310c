//! How an object comes to be: its block, its pre-header, its count and its type (Objects/object.c, Modules/gcmodule.c).

use crate::{
    Heap,
    address::Address,
    domain::Domain,
    event::Event,
    static_type::{StaticType, field, flag},
};

impl Heap {
    /// A new object of `type_` with `size` bytes from `ob_refcnt` on, with a GC head if the type wants one. Untracked; only
    /// count, type and pre-header are written.
    pub fn new_instance(&mut self, type_: Address, size: u64) -> Address {
        if self.type_has(type_, flag::HAVE_GC) {
            self.new_gc_object(type_, size)
        } else {
            self.new_object(type_, size)
        }
    }

    /// A new object of a builtin type without a GC head.
    #[inline]
    pub(crate) fn new_plain(&mut self, which: StaticType, size: u64) -> Address {
        let object = self.allocate(Domain::Object, size);
        self.revive(object, which.address());
        object
    }

    /// A new object of a builtin type with a GC head and no more before it. Untracked.
    #[inline]
    pub(crate) fn new_gc(&mut self, which: StaticType, size: u64) -> Address {
        let object = self.gc_allocate(size, 16);
        self.revive(object, which.address());
        object
    }

    /// `PyType_GenericAlloc`: a zeroed, tracked instance of `type_` with room for `items` items. The attribute values of an
    /// instance are not made: see [`Heap::start_attributes`].
    pub fn generic_allocate(&mut self, type_: Address, items: u64) -> Address {
        let size = self.instance_size(type_, items);
        let object = self.new_instance(type_, size);
        self.memory.fill(object.plus(16), size - 16, 0);
        if self.memory.u64(type_.plus(field::ITEM_SIZE)) != 0 && !self.is_instance_of_int_type(type_) {
            self.memory.set_u64(object.plus(16), items);
        }
        if self.type_has(type_, flag::HAVE_GC) {
            self.gc_track(object);
        }
        object
    }

    fn is_instance_of_int_type(&self, type_: Address) -> bool {
        self.type_has(type_, flag::INT_SUBCLASS)
    }

    /// Bytes asked for by `PyType_GenericAlloc`: there is always room for one item more, a sentinel.
    pub fn instance_size(&self, type_: Address, items: u64) -> u64 {
        let item = self.memory.u64(type_.plus(field::ITEM_SIZE));
        let basic = self.memory.u64(type_.plus(field::BASIC_SIZE));
        if item == 0 {
            basic
        } else {
            (basic + (items + 1) * item).next_multiple_of(8)
        }
    }

    /// Drops a reference to an object that owns nothing and has no finalizer: a str, an int, a code-free leaf.
    pub fn release_leaf(&mut self, object: Address) {
        let count = self.memory.u32(object);
        if count as i32 >= 0 {
            if count == 1 {
                self.memory.set_u32(object, 0);
                self.log.note(Event::CountLowered { object, count: 0 });
                self.free_leaf(object);
            } else {
                self.decref_no_dealloc(object);
            }
        }
    }

    /// Frees the memory of an object that owns nothing. Its count no longer matters.
    pub(crate) fn free_leaf(&mut self, object: Address) {
        if self.is_exact(object, StaticType::Float) {
            return self.free_float(object);
        }
        if self.is_instance_str(object) {
            self.free_str_buffers(object);
        }
        self.free_object(object);
    }

    fn is_instance_str(&self, object: Address) -> bool {
        self.type_has(self.type_of(object), flag::STR_SUBCLASS)
    }
}
