//! Types that extension modules make when they are imported (`PyType_FromModuleAndSpec`, Objects/typeobject.c).
//!
//! Such a type lies in the heap, is counted and tracked, and its descriptors, its instances and its module refer to it. The
//! reference that the module's state keeps is `tp_cache` of the type's place in the data segment.

use heapglass_heap::{
    Address,
    domain::Domain,
    static_type::{StaticType, field, flag},
};

use crate::{
    machine::{Machine, Outcome},
    native::{self, NativeKind, Owner},
};

/// Which module makes which types, in the order in which it does.
const MADE: &[(&str, &[StaticType])] = &[
    ("_json", &[StaticType::JsonScanner]),
    ("_random", &[StaticType::RandomGenerator]),
    ("_lsprof", &[StaticType::Profiler]),
    ("_numpy", &[StaticType::NdArray, StaticType::NdScalar]),
    ("array", &[StaticType::ArrayIterator, StaticType::Array]),
    (
        "_collections",
        &[
            StaticType::Deque,
            StaticType::DefaultDict,
            StaticType::DequeIterator,
            StaticType::DequeReverseIterator,
            StaticType::TupleGetter,
        ],
    ),
    ("_io", &[StaticType::BytesIO, StaticType::StringIO]),
    (
        "_functools",
        &[StaticType::Partial, StaticType::CmpToKey, StaticType::LruCacheWrapper, StaticType::LruListElement],
    ),
    ("_operator", &[StaticType::ItemGetter, StaticType::AttrGetter, StaticType::MethodCaller]),
    (
        "itertools",
        &[
            StaticType::ItertoolsAccumulate,
            StaticType::ItertoolsBatched,
            StaticType::ItertoolsCombinations,
            StaticType::ItertoolsCombinationsWithReplacement,
            StaticType::ItertoolsCycle,
            StaticType::ItertoolsDropwhile,
            StaticType::ItertoolsTakewhile,
            StaticType::ItertoolsIslice,
            StaticType::ItertoolsStarmap,
            StaticType::ItertoolsChain,
            StaticType::ItertoolsCompress,
            StaticType::ItertoolsFilterfalse,
            StaticType::ItertoolsCount,
            StaticType::ItertoolsPairwise,
            StaticType::ItertoolsPermutations,
            StaticType::ItertoolsProduct,
            StaticType::ItertoolsRepeat,
            StaticType::ItertoolsZipLongest,
            StaticType::ItertoolsGroupby,
            StaticType::ItertoolsGrouper,
            StaticType::ItertoolsTee,
            StaticType::ItertoolsTeeDataobject,
        ],
    ),
];

/// The types that a module makes.
pub fn types_of_module(name: &str) -> &'static [StaticType] {
    MADE.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, types)| types)
}

impl Machine {
    /// Makes the types of a module that is being imported (borrowed), unless they are there already.
    pub fn make_module_types(&mut self, name: &str, module: Address) -> Outcome<()> {
        for &which in types_of_module(name) {
            if self.heap.type_object(which) == which.address() {
                self.make_module_type(which, module)?;
            }
        }
        Ok(())
    }

    fn make_module_type(&mut self, which: StaticType, module: Address) -> Outcome<()> {
        let row = which.row();
        let base = self.heap.type_object(row.base);
        let text = self.heap.allocate(Domain::Mem, row.name.len() as u64 + 1);
        self.heap.memory.write(text, row.name.as_bytes());
        self.heap.memory.set_u8(text.plus(row.name.len() as u64), 0);
        let bases = self.heap.new_tuple_of(&[base]);
        let name = self.heap.new_str(which.short_name());
        let type_ = self.heap.generic_allocate(StaticType::Type.address(), member_count(which));
        self.heap.memory.set_address(which.address().plus(field::CACHE), type_);
        for owned in [base, name, module] {
            self.incref(owned);
        }
        let dict = self.heap.new_dict();
        self.heap.set_type_base(type_, base);
        let memory = &mut self.heap.memory;
        for (offset, value) in [
            (field::NAME, text),
            (field::HEAP_TPNAME, text),
            (field::BASES, bases),
            (field::HEAP_NAME, name),
            (field::HEAP_QUALNAME, name),
            (field::HEAP_MODULE, module),
            (field::DICT, dict),
            (field::AS_ASYNC, type_.plus(field::HEAP_ASYNC)),
            (field::AS_NUMBER, type_.plus(field::HEAP_NUMBER)),
            (field::AS_SEQUENCE, type_.plus(field::HEAP_SEQUENCE)),
            (field::AS_MAPPING, type_.plus(field::HEAP_MAPPING)),
            (field::AS_BUFFER, type_.plus(field::HEAP_BUFFER)),
        ] {
            memory.set_address(type_.plus(offset), value);
        }
        memory.set_u64(type_.plus(field::FLAGS), u64::from(row.flags) | flag::HEAP_TYPE | flag::IMMUTABLE);
        memory.set_u64(type_.plus(field::BASIC_SIZE), u64::from(row.basic_size));
        memory.set_u64(type_.plus(field::ITEM_SIZE), u64::from(row.item_size));
        memory.set_i64(type_.plus(field::DICT_OFFSET), i64::from(row.dict_offset));
        memory.set_i64(type_.plus(field::WEAKLIST_OFFSET), i64::from(row.weaklist_offset));
        memory.set_u8(type_.plus(field::KIND), row.kind as u8);
        memory.set_u16(type_.plus(field::STATIC_BASE), which as u16);
        self.set_mro(type_, &[base])?;
        self.fill_module_type(which, type_, dict)?;
        self.add_subclass(base, type_)?;
        let home = self.heap.new_interned(which.module());
        self.namespace_put(dict, "__module__", home)?;
        self.update_access_slots(type_);
        Ok(())
    }

    /// The descriptors, in the order of the rows; then what every type has.
    fn fill_module_type(&mut self, which: StaticType, type_: Address, dict: Address) -> Outcome<()> {
        for (number, row) in native::rows().iter().enumerate() {
            if row.owner == Owner::Type(which) {
                self.add_native_attribute(type_, row, native::code_address(number))?;
            }
        }
        self.close_type_dict(dict)
    }
}

/// How many members the type is declared with: those of its rows, and where the dict and the weak references lie.
fn member_count(which: StaticType) -> u64 {
    let row = which.row();
    let base = row.base.row();
    let members = native::rows()
        .iter()
        .filter(|native| native.owner == Owner::Type(which) && matches!(native.kind, NativeKind::Member(_)))
        .count() as u64;
    let dict = row.dict_offset > 0 && row.dict_offset != base.dict_offset;
    let weak = row.weaklist_offset > 0 && row.weaklist_offset != base.weaklist_offset;
    members + u64::from(dict) + u64::from(weak)
}
