//! A host without Python, for tests: equality is that of numbers and texts, finalizers and callbacks leave a note.

use crate::{
    Heap, StaticType,
    address::Address,
    audit::audit,
    gc::CollectionView,
    host::{Host, Raised},
    profile::PYTHON_3_12,
    refcount,
};

/// A heap on its own.
pub(crate) struct Bare {
    /// The heap, its data segment written.
    pub(crate) heap: Heap,
    /// Objects whose finalizer has run, by birth number.
    pub(crate) finalized: Vec<u32>,
    /// An object whose finalizer makes a new reference to it.
    pub(crate) saves: Option<Address>,
    /// Weak references whose callbacks were called, in order.
    pub(crate) called: Vec<Address>,
    /// What pictures taken between the phases of collections show.
    pub(crate) views: Vec<CollectionView>,
}

impl Bare {
    pub(crate) fn new() -> Self {
        Self {
            heap: Heap::new(&PYTHON_3_12),
            finalized: Vec::new(),
            saves: None,
            called: Vec::new(),
            views: Vec::new(),
        }
    }

    /// Drops a reference.
    pub(crate) fn drop(&mut self, object: Address) {
        refcount::decref(self, object);
    }

    /// Proves that the heap adds up, given what the test holds.
    pub(crate) fn check(&self, held: &[Address]) {
        let roots: Vec<_> = held.iter().map(|object| (*object, "the test".to_owned())).collect();
        if let Err(complaints) = audit(&self.heap, &roots) {
            panic!("{complaints:#?}");
        }
    }

    /// The hash of an int or str.
    pub(crate) fn hash(&mut self, object: Address) -> i64 {
        if self.heap.is_str(object) {
            self.heap.str_hash(object)
        } else {
            self.heap.int_hash(object)
        }
    }

    /// A new int.
    pub(crate) fn int(&mut self, value: i64) -> Address {
        self.heap.new_int(value)
    }

    /// A new str `k<number>`.
    pub(crate) fn name(&mut self, number: u64) -> Address {
        self.heap.new_str(&format!("k{number}"))
    }

    /// A class like `class C: pass`, without a dict of its own.
    pub(crate) fn class(&mut self) -> Address {
        use crate::static_type::{field, flag};
        let heap = &mut self.heap;
        let class = heap.new_heap_type(StaticType::Type.address(), 0);
        heap.set_type_base(class, StaticType::Object.address());
        let flags = flag::HEAP_TYPE
            | flag::BASE_TYPE
            | flag::READY
            | flag::HAVE_GC
            | flag::MANAGED_DICT
            | flag::MANAGED_WEAKREF;
        heap.memory.set_u64(class.plus(field::FLAGS), flags);
        heap.memory.set_u64(class.plus(field::BASIC_SIZE), 16);
        heap.memory.set_i64(class.plus(field::DICT_OFFSET), -1);
        heap.memory.set_i64(class.plus(field::WEAKLIST_OFFSET), -32);
        let keys = heap.new_shared_keys();
        heap.memory.set_address(class.plus(field::HEAP_CACHED_KEYS), keys);
        class
    }

    /// The same with a `__del__`.
    pub(crate) fn class_with_finalizer(&mut self) -> Address {
        let class = self.class();
        self.heap
            .memory
            .set_u64(class.plus(crate::static_type::field::FINALIZE), 0x5555_5555_1000);
        class
    }

    /// An instance of a class, as `object.__new__` makes it.
    pub(crate) fn instance(&mut self, class: Address) -> Address {
        let instance = self.heap.generic_allocate(class, 0);
        self.heap.start_attributes(instance);
        instance
    }
}

impl Host for Bare {
    fn heap(&self) -> &Heap {
        &self.heap
    }

    fn heap_mut(&mut self) -> &mut Heap {
        &mut self.heap
    }

    fn equal(&mut self, a: Address, b: Address) -> Result<bool, Raised> {
        let heap = &self.heap;
        Ok(if heap.is_str(a) {
            heap.is_str(b) && heap.str_equal(a, b)
        } else {
            heap.int_digits(a) == heap.int_digits(b)
        })
    }

    fn finalize(&mut self, object: Address) {
        self.finalized.push(self.heap.memory.birth(object));
        if self.saves == Some(object) {
            self.heap.incref(object);
        }
    }

    fn weakref_callback(&mut self, weakref: Address, _callback: Address) {
        self.called.push(weakref);
    }

    fn collection_advanced(&mut self) {
        self.views.extend(self.heap.collection());
    }
}
