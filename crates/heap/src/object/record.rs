//! Objects that are plain structs: made from the values of their fields, the rest zero.

use crate::{
    Heap,
    address::Address,
    layout::{callable, iterator, runtime},
    static_type::{StaticType, field, flag},
    statics,
};

impl Heap {
    /// A new tracked object of a builtin type; `owned` are offsets and the words to put there, all else is zero.
    pub fn new_record(&mut self, which: StaticType, owned: &[(u64, Address)]) -> Address {
        self.new_record_of(which.address(), owned)
    }

    /// The same for a type derived from it.
    pub fn new_record_of(&mut self, type_: Address, owned: &[(u64, Address)]) -> Address {
        let object = self.generic_allocate(type_, 0);
        for (offset, word) in owned {
            self.memory.set_address(object.plus(*offset), *word);
        }
        object
    }

    /// A cell holding `owned`, or nothing.
    pub fn new_cell(&mut self, owned: Address) -> Address {
        self.new_record(StaticType::Cell, &[(callable::cell::CONTENTS, owned)])
    }

    /// A bound method of these two, which it takes over.
    pub fn new_method(&mut self, owned_func: Address, owned_self: Address) -> Address {
        let words = [
            (callable::method::FUNC, owned_func),
            (callable::method::SELF, owned_self),
        ];
        self.new_record(StaticType::Method, &words)
    }

    /// A builtin function or method: `definition` says which native function; self and module may be null.
    pub fn new_builtin_function(&mut self, definition: u64, owned_self: Address, owned_module: Address) -> Address {
        use callable::builtin_function::{DEFINITION, MODULE, SELF};
        let words = [
            (DEFINITION, Address::new(definition)),
            (SELF, owned_self),
            (MODULE, owned_module),
        ];
        self.new_record(StaticType::BuiltinFunction, &words)
    }

    /// A descriptor of one of the kinds `Method`, `ClassMethod`, `Wrapper`, `GetSet`, `Member`; type and name are taken over,
    /// the qualified name is made when asked for. `definition` says which native function.
    pub fn new_descriptor(
        &mut self,
        which: StaticType,
        owned_type: Address,
        owned_name: Address,
        definition: u64,
    ) -> Address {
        use callable::data_descriptor::{DEFINITION, NAME, TYPE};
        self.new_record(
            which,
            &[
                (TYPE, owned_type),
                (NAME, owned_name),
                (DEFINITION, Address::new(definition)),
            ],
        )
    }

    /// An iterator over numbers that fit a C long.
    pub fn new_range_iterator(&mut self, start: i64, step: i64, length: i64) -> Address {
        let object = self.new_plain(StaticType::RangeIterator, 40);
        self.memory.set_i64(object.plus(iterator::range::START), start);
        self.memory.set_i64(object.plus(iterator::range::STEP), step);
        self.memory.set_i64(object.plus(iterator::range::LENGTH), length);
        object
    }

    /// An iterator with a position in a sequence: of a list, tuple, str, … `which` says of what.
    pub fn new_sequence_iterator(&mut self, which: StaticType, owned_sequence: Address, index: i64) -> Address {
        let object = self.new_record(which, &[(iterator::sequence::SEQUENCE, owned_sequence)]);
        self.memory.set_i64(object.plus(iterator::sequence::INDEX), index);
        object
    }

    /// An iterator over a dict, whose `which` says of what and in which direction. An iterator of items keeps a tuple for reuse,
    /// made after it.
    pub fn new_dict_iterator(&mut self, which: StaticType, owned_dict: Address) -> Address {
        use iterator::dict::{DICT, LENGTH, POSITION, RESULT, USED};
        let object = self.new_gc(which, 56);
        let used = self.dict_len(owned_dict);
        let reversed = matches!(
            which,
            StaticType::DictReverseKeyIterator
                | StaticType::DictReverseValueIterator
                | StaticType::DictReverseItemIterator
        );
        let start = if reversed {
            self.dict_last_position(owned_dict)
        } else {
            0
        };
        self.memory.set_address(object.plus(DICT), owned_dict);
        self.memory.set_u64(object.plus(USED), used);
        self.memory.set_i64(object.plus(POSITION), start);
        self.memory.set_u64(object.plus(LENGTH), used);
        let result = match which {
            StaticType::DictItemIterator | StaticType::DictReverseItemIterator => {
                let none = self.none();
                self.new_tuple_from(&[none, none])
            }
            _ => Address::NULL,
        };
        self.memory.set_address(object.plus(RESULT), result);
        self.gc_track(object);
        object
    }

    /// An iterator over a set.
    pub fn new_set_iterator(&mut self, owned_set: Address) -> Address {
        let object = self.new_record(StaticType::SetIterator, &[(iterator::set::SET, owned_set)]);
        let used = self.set_len(owned_set);
        self.memory.set_u64(object.plus(iterator::set::USED), used);
        self.memory.set_u64(object.plus(iterator::set::LENGTH), used);
        object
    }

    /// A module object with its dict and name, which it takes over. Without a dict (null) it makes one, after itself.
    pub fn new_module(&mut self, owned_dict: Address, owned_name: Address) -> Address {
        let words = [(runtime::module::DICT, owned_dict), (runtime::module::NAME, owned_name)];
        let module = self.new_record(StaticType::Module, &words);
        if owned_dict.is_null() {
            let dict = self.new_dict();
            self.memory.set_address(module.plus(runtime::module::DICT), dict);
        }
        module
    }

    /// A weak reference or proxy to `object` with a callback (taken over) or null, put in the object's list. Made by
    /// `type_`, one of the three weak-reference types or a subclass.
    pub fn new_weakref(&mut self, type_: Address, object: Address, owned_callback: Address) -> Address {
        use runtime::weakref::{CALLBACK, HASH, OBJECT};
        let weakref = self.generic_allocate(type_, 0);
        self.memory.set_address(weakref.plus(OBJECT), object);
        self.memory.set_address(weakref.plus(CALLBACK), owned_callback);
        self.memory.set_i64(weakref.plus(HASH), -1);
        self.weaklist_insert(weakref, object);
        weakref
    }

    /// A function (`PyFunction_New`): code, globals, builtins, name, qualified name are taken over; doc, module may be null.
    pub fn new_function(&mut self, owned: &FunctionParts) -> Address {
        use callable::function::{BUILTINS, CODE, DOC, GLOBALS, MODULE, NAME, QUALNAME, VERSION};
        let words = [
            (GLOBALS, owned.globals),
            (BUILTINS, owned.builtins),
            (NAME, owned.name),
            (QUALNAME, owned.qualname),
            (CODE, owned.code),
            (DOC, owned.doc),
            (MODULE, owned.module),
        ];
        let object = self.new_record(StaticType::Function, &words);
        self.memory.set_u32(object.plus(VERSION), 0);
        object
    }

    /// `origin[args]`, both borrowed; arguments that are no tuple become one (`Py_GenericAlias`).
    pub fn new_generic_alias(&mut self, origin: Address, args: Address) -> Address {
        use runtime::generic_alias::{ARGS, ORIGIN};
        self.incref(origin);
        self.incref(args);
        let args = if self.is_instance(args, StaticType::Tuple) {
            args
        } else {
            self.new_tuple_from(&[args])
        };
        self.new_record(StaticType::GenericAlias, &[(ORIGIN, origin), (ARGS, args)])
    }

    /// The keys, values or items of a dict, as a view: `which` says what.
    pub fn new_dict_view(&mut self, which: StaticType, owned_dict: Address) -> Address {
        self.new_record(which, &[(crate::layout::container::dict_view::DICT, owned_dict)])
    }

    /// A heap type, all zero but for its count, metatype and number of slots: `type` fills it in. Tracked.
    pub fn new_heap_type(&mut self, metatype: Address, slots: u64) -> Address {
        self.generic_allocate(metatype, slots)
    }

    /// Sets `tp_base` (taken over) of a heap type, and what follows from it: the layout of the instances.
    pub fn set_type_base(&mut self, type_: Address, owned_base: Address) {
        self.memory.set_address(type_.plus(field::BASE), owned_base);
        let kind = self.memory.u8(owned_base.plus(field::KIND));
        let base = self.memory.u16(owned_base.plus(field::STATIC_BASE));
        self.memory.set_u8(type_.plus(field::KIND), kind);
        self.memory.set_u16(type_.plus(field::STATIC_BASE), base);
    }

    /// Where the table of member definitions (one per slot, 40 bytes each) of a heap type begins.
    pub fn type_members(&self, type_: Address) -> Address {
        type_.plus(self.memory.u64(self.type_of(type_).plus(field::BASIC_SIZE)))
    }

    /// Writes member definition `index` of a heap type: a slot for an attribute at `offset` in the instances.
    pub fn set_type_member(&mut self, type_: Address, index: u64, name: Address, offset: u64) {
        let member = self.type_members(type_).plus(MEMBER_SIZE * index);
        self.memory.set_address(member.plus(member::NAME), name);
        self.memory.set_u32(member.plus(member::TYPE), member::OBJECT_EX);
        self.memory.set_u64(member.plus(member::OFFSET), offset);
    }

    /// How many slots a class itself adds. The members of a type of an extension module are no slots.
    #[inline]
    pub fn type_slot_count(&self, type_: Address) -> u64 {
        if self.type_flags(type_) & (flag::HEAP_TYPE | flag::IMMUTABLE) == flag::HEAP_TYPE {
            self.memory.u64(type_.plus(16))
        } else {
            0
        }
    }

    /// The str (or null) of the name and the offset of the `index`th slot that a heap type itself adds.
    #[inline]
    pub fn type_slot(&self, type_: Address, index: u64) -> (Address, u64) {
        let member = self.type_members(type_).plus(MEMBER_SIZE * index);
        (
            self.memory.address(member),
            self.memory.u64(member.plus(member::OFFSET)),
        )
    }

    /// The slots that a heap type itself adds, in the order of their offsets.
    pub fn type_slots(&self, type_: Address) -> impl Iterator<Item = (Address, u64)> + '_ {
        (0..self.type_slot_count(type_)).map(move |index| self.type_slot(type_, index))
    }

    /// The next number of a counter among the words of the object layer: versions of functions and types.
    pub fn next_version(&mut self, counter: u64) -> u32 {
        let place = Address::new(statics::WORDS + counter);
        let version = self.memory.u32(place) + 1;
        self.memory.set_u32(place, version);
        version
    }
}

/// Bytes of a member definition.
pub const MEMBER_SIZE: u64 = 40;

/// Offsets in a member definition (Include/structmember.h).
pub mod member {
    /// The name; here the str object itself instead of its text, borrowed.
    pub const NAME: u64 = 0;
    /// What the member is.
    pub const TYPE: u64 = 8;
    /// Bytes from the start of the instance.
    pub const OFFSET: u64 = 16;
    /// A reference that raises `AttributeError` while null.
    pub const OBJECT_EX: u32 = 16;
}

/// What a function is made of; all references are taken over by it.
#[derive(Clone, Copy, Debug, Default)]
pub struct FunctionParts {
    /// The code object.
    pub code: Address,
    /// The globals dict.
    pub globals: Address,
    /// The builtins dict.
    pub builtins: Address,
    /// `__name__`.
    pub name: Address,
    /// `__qualname__`.
    pub qualname: Address,
    /// `__doc__`: a str or `None`.
    pub doc: Address,
    /// `__module__`, or null.
    pub module: Address,
}
