//! The builtin types: which there are, where they lie, and what a type object says about its instances.

mod table;

pub use table::{ALL, ROWS, Row, StaticType};

use crate::{Heap, address::Address, kind::Kind, statics};

/// Bytes of a `PyTypeObject`; a heap type is longer.
pub const TYPE_SIZE: u64 = 416;

/// Bits of `tp_flags` (Include/object.h).
pub mod flag {
    /// The weak-reference list lies before the object.
    pub const MANAGED_WEAKREF: u64 = 1 << 3;
    /// The attribute values or the dict lie before the object.
    pub const MANAGED_DICT: u64 = 1 << 4;
    /// Matches a sequence pattern.
    pub const SEQUENCE: u64 = 1 << 5;
    /// Matches a mapping pattern.
    pub const MAPPING: u64 = 1 << 6;
    /// `tp_new` is not to be called.
    pub const DISALLOW_INSTANTIATION: u64 = 1 << 7;
    /// Attributes of the type cannot be set.
    pub const IMMUTABLE: u64 = 1 << 8;
    /// Made by a `class` statement (or `type()`): lies in the heap and is counted.
    pub const HEAP_TYPE: u64 = 1 << 9;
    /// May be subclassed.
    pub const BASE_TYPE: u64 = 1 << 10;
    /// Has `tp_vectorcall_offset`.
    pub const VECTORCALL: u64 = 1 << 11;
    /// `PyType_Ready` is through.
    pub const READY: u64 = 1 << 12;
    /// Instances have a GC head.
    pub const HAVE_GC: u64 = 1 << 14;
    /// Calling a method passes `self` without binding.
    pub const METHOD_DESCRIPTOR: u64 = 1 << 17;
    /// `tp_version_tag` is in force.
    pub const VALID_VERSION_TAG: u64 = 1 << 19;
    /// Has abstract methods.
    pub const ABSTRACT: u64 = 1 << 20;
    /// `case T(x)` matches the subject itself.
    pub const MATCH_SELF: u64 = 1 << 22;
    /// Items lie at the end of the object.
    pub const ITEMS_AT_END: u64 = 1 << 23;
    /// A subclass of `int`.
    pub const INT_SUBCLASS: u64 = 1 << 24;
    /// A subclass of `list`.
    pub const LIST_SUBCLASS: u64 = 1 << 25;
    /// A subclass of `tuple`.
    pub const TUPLE_SUBCLASS: u64 = 1 << 26;
    /// A subclass of `bytes`.
    pub const BYTES_SUBCLASS: u64 = 1 << 27;
    /// A subclass of `str`.
    pub const STR_SUBCLASS: u64 = 1 << 28;
    /// A subclass of `dict`.
    pub const DICT_SUBCLASS: u64 = 1 << 29;
    /// A subclass of `BaseException`.
    pub const EXCEPTION_SUBCLASS: u64 = 1 << 30;
    /// A subclass of `type`.
    pub const TYPE_SUBCLASS: u64 = 1 << 31;
}

/// Offsets in a type object (Include/cpython/object.h), in bytes.
#[allow(missing_docs, reason = "the names are CPython's own")]
pub mod field {
    pub const NAME: u64 = 24;
    pub const BASIC_SIZE: u64 = 32;
    pub const ITEM_SIZE: u64 = 40;
    pub const DEALLOC: u64 = 48;
    pub const VECTORCALL_OFFSET: u64 = 56;
    pub const GETATTR: u64 = 64;
    pub const SETATTR: u64 = 72;
    pub const AS_ASYNC: u64 = 80;
    pub const REPR: u64 = 88;
    pub const AS_NUMBER: u64 = 96;
    pub const AS_SEQUENCE: u64 = 104;
    pub const AS_MAPPING: u64 = 112;
    pub const HASH: u64 = 120;
    pub const CALL: u64 = 128;
    pub const STR: u64 = 136;
    pub const GETATTRO: u64 = 144;
    pub const SETATTRO: u64 = 152;
    pub const AS_BUFFER: u64 = 160;
    pub const FLAGS: u64 = 168;
    pub const DOC: u64 = 176;
    pub const TRAVERSE: u64 = 184;
    pub const CLEAR: u64 = 192;
    pub const RICHCOMPARE: u64 = 200;
    pub const WEAKLIST_OFFSET: u64 = 208;
    pub const ITER: u64 = 216;
    pub const ITERNEXT: u64 = 224;
    pub const METHODS: u64 = 232;
    pub const MEMBERS: u64 = 240;
    pub const GETSET: u64 = 248;
    pub const BASE: u64 = 256;
    pub const DICT: u64 = 264;
    pub const DESCR_GET: u64 = 272;
    pub const DESCR_SET: u64 = 280;
    pub const DICT_OFFSET: u64 = 288;
    pub const INIT: u64 = 296;
    pub const ALLOC: u64 = 304;
    pub const NEW: u64 = 312;
    pub const FREE: u64 = 320;
    pub const IS_GC: u64 = 328;
    pub const BASES: u64 = 336;
    pub const MRO: u64 = 344;
    pub const CACHE: u64 = 352;
    pub const SUBCLASSES: u64 = 360;
    pub const WEAKLIST: u64 = 368;
    pub const DEL: u64 = 376;
    pub const VERSION_TAG: u64 = 384;
    pub const FINALIZE: u64 = 392;
    pub const VECTORCALL: u64 = 400;
    pub const WATCHED: u64 = 408;
    /// Padding in CPython; here the [`super::Kind`] of the instances, one byte.
    pub const KIND: u64 = 409;
    /// Padding in CPython; here the number of the nearest static base, two bytes.
    pub const STATIC_BASE: u64 = 410;
    pub const HEAP_ASYNC: u64 = 416;
    pub const HEAP_NUMBER: u64 = 448;
    pub const HEAP_MAPPING: u64 = 736;
    pub const HEAP_SEQUENCE: u64 = 760;
    pub const HEAP_BUFFER: u64 = 840;
    pub const HEAP_NAME: u64 = 856;
    pub const HEAP_SLOTS: u64 = 864;
    pub const HEAP_QUALNAME: u64 = 872;
    pub const HEAP_CACHED_KEYS: u64 = 880;
    pub const HEAP_MODULE: u64 = 888;
    pub const HEAP_TPNAME: u64 = 896;
    pub const HEAP_SPEC_CACHE: u64 = 904;
    /// Where the member descriptors' table of `__slots__` begins.
    pub const HEAP_END: u64 = 920;
}

impl StaticType {
    /// Its row of the table.
    #[inline]
    pub const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// Where its type object lies.
    #[inline]
    pub const fn address(self) -> Address {
        Address::new(statics::TYPES + self as u64 * TYPE_SIZE)
    }

    /// The static type whose type object lies at `address`.
    #[inline]
    pub fn at(address: Address) -> Option<Self> {
        let offset = address.raw().wrapping_sub(statics::TYPES);
        if offset.is_multiple_of(TYPE_SIZE) {
            ALL.get((offset / TYPE_SIZE) as usize).copied()
        } else {
            None
        }
    }

    /// Whether the type lies in the heap, made by the import of an extension module (`PyType_FromModuleAndSpec`). What lies at
    /// [`StaticType::address`] then only keeps the module's reference to it.
    pub const fn is_made_by_module(self) -> bool {
        MADE_BY_MODULES[self as usize]
    }

    /// Whether the type lies in the data segment but is only made ready when its module is imported.
    pub const fn is_readied_by_module(self) -> bool {
        READIED_BY_MODULES[self as usize]
    }

    /// `tp_name` without the module.
    pub fn short_name(self) -> &'static str {
        let name = self.row().name;
        name.rfind('.').map_or(name, |dot| &name[dot + 1..])
    }

    /// The module of the type: what `__module__` says.
    pub fn module(self) -> &'static str {
        let name = self.row().name;
        name.rfind('.').map_or("builtins", |dot| &name[..dot])
    }
}

/// By number: whether a module makes the type. `PyType_GetFlags` of 3.12.1 has the heap-type bit for these.
const MADE_BY_MODULES: [bool; ALL.len()] = marked(table::MADE_BY_MODULES);
/// By number: whether `PyType_Ready` runs when a module is imported.
const READIED_BY_MODULES: [bool; ALL.len()] = marked(table::READIED_BY_MODULES);

const fn marked(types: &[StaticType]) -> [bool; ALL.len()] {
    let mut table = [false; ALL.len()];
    let mut i = 0;
    while i < types.len() {
        table[types[i] as usize] = true;
        i += 1;
    }
    table
}

impl Heap {
    /// The type object of `which`: in the data segment, or where its module has made it.
    #[inline]
    pub fn type_object(&self, which: StaticType) -> Address {
        if which.is_made_by_module() {
            let made = self.memory.address(which.address().plus(field::CACHE));
            if !made.is_null() {
                return made;
            }
        }
        which.address()
    }

    /// Which builtin type (of the interpreter or of an extension module) this type object is, if it is one. Only types of
    /// modules are both made at run time and immutable.
    #[inline]
    pub fn builtin_type(&self, type_: Address) -> Option<StaticType> {
        match StaticType::at(type_) {
            Some(which) => Some(which),
            None if self.type_has(type_, flag::HEAP_TYPE | flag::IMMUTABLE) => Some(self.static_base(type_)),
            None => None,
        }
    }

    /// Where the type object of a builtin type lies.
    #[inline]
    pub const fn static_type(&self, which: StaticType) -> Address {
        which.address()
    }

    /// `type(o)`, borrowed.
    #[inline]
    pub fn type_of(&self, object: Address) -> Address {
        self.memory.address(object.plus(8))
    }

    /// The layout family of `object`: that of the nearest static base of its type.
    #[inline]
    pub fn kind(&self, object: Address) -> Kind {
        self.type_kind(self.type_of(object))
    }

    /// The layout family of the instances of `type_`.
    #[inline]
    pub fn type_kind(&self, type_: Address) -> Kind {
        Kind::ALL[usize::from(self.memory.u8(type_.plus(field::KIND)))]
    }

    /// The nearest static type among `type_` and its `tp_base` chain: it says which fields instances have.
    #[inline]
    pub fn static_base(&self, type_: Address) -> StaticType {
        ALL[usize::from(self.memory.u16(type_.plus(field::STATIC_BASE)))]
    }

    /// Whether `type(object)` is exactly this type of an extension module.
    #[inline]
    pub fn is_exactly_made(&self, object: Address, which: StaticType) -> bool {
        self.type_of(object) == self.type_object(which)
    }

    /// Whether `type(object)` is exactly this builtin type of the data segment.
    #[inline]
    pub fn is_exact(&self, object: Address, which: StaticType) -> bool {
        self.type_of(object) == which.address()
    }

    /// `tp_flags` of a type.
    #[inline]
    pub fn type_flags(&self, type_: Address) -> u64 {
        self.memory.u64(type_.plus(field::FLAGS))
    }

    /// Whether a type has all bits of `flags` (see [`flag`]).
    #[inline]
    pub fn type_has(&self, type_: Address, flags: u64) -> bool {
        self.type_flags(type_) & flags == flags
    }

    /// Whether a type was made at run time.
    #[inline]
    pub fn is_heap_type(&self, type_: Address) -> bool {
        self.type_has(type_, flag::HEAP_TYPE)
    }

    /// Whether `object` is itself a type.
    #[inline]
    pub fn is_type(&self, object: Address) -> bool {
        self.type_has(self.type_of(object), flag::TYPE_SUBCLASS)
    }

    /// Whether `object` has a GC head. A type object has one only if it lies in the heap.
    #[inline]
    pub fn is_gc_object(&self, object: Address) -> bool {
        let flags = self.type_flags(self.type_of(object));
        flags & flag::HAVE_GC != 0 && (flags & flag::TYPE_SUBCLASS == 0 || self.is_heap_type(object))
    }

    /// Bytes of `object`'s block before it: the GC head, and two more words where a dict or weak references are managed.
    #[inline]
    pub fn preheader(&self, object: Address) -> u64 {
        let type_ = self.type_of(object);
        if self.is_gc_object(object) {
            self.type_preheader(type_)
        } else {
            0
        }
    }

    /// Bytes before each instance of `type_` (of a type that is itself an instance of `type`: of heap types).
    #[inline]
    pub fn type_preheader(&self, type_: Address) -> u64 {
        let flags = self.type_flags(type_);
        let head = if flags & flag::HAVE_GC != 0 { 16 } else { 0 };
        head + if flags & (flag::MANAGED_DICT | flag::MANAGED_WEAKREF) != 0 {
            16
        } else {
            0
        }
    }

    /// Whether `type_` is `base` or derives from it: a look through `tp_mro`.
    pub fn is_subtype(&self, type_: Address, base: Address) -> bool {
        if type_ == base {
            return true;
        }
        let mro = self.memory.address(type_.plus(field::MRO));
        if mro.is_null() {
            let mut at = type_;
            while !at.is_null() {
                if at == base {
                    return true;
                }
                at = self.memory.address(at.plus(field::BASE));
            }
            return base == StaticType::Object.address();
        }
        let length = self.memory.u64(mro.plus(16));
        (0..length).any(|i| self.memory.address(mro.plus(24 + 8 * i)) == base)
    }

    /// Whether `object` is an instance of a builtin type or of a class derived from it.
    #[inline]
    pub fn is_instance(&self, object: Address, which: StaticType) -> bool {
        let type_ = self.type_of(object);
        type_ == which.address() || self.is_subtype(type_, which.address())
    }
}
