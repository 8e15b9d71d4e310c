//! `sys.getsizeof` for all kinds: what `__sizeof__` says, and the pre-header.

use crate::{
    Heap,
    address::Address,
    kind::Kind,
    layout::{
        container::{array, deque, list, ordered_dict},
        itertools::{combinations, permutations, product},
        native::{bytes_io, decimal, nd_array, regex_pattern, struct_object},
        runtime,
    },
    object::{bytes, code, frame, generator},
    static_type::{StaticType, TYPE_SIZE, field},
};

/// Bytes of a block of a deque, and items in it.
const DEQUE_BLOCK: u64 = 528;
const DEQUE_ITEMS: u64 = 64;
/// Bytes of a node of an ordered dict.
const ORDERED_NODE: u64 = 32;

impl Heap {
    /// `sys.getsizeof(object)`. CPython adds a GC head even to static types, which have none.
    pub fn sizeof(&self, object: Address) -> u64 {
        self.sizeof_method(object) + self.type_preheader(self.type_of(object))
    }

    /// What `object.__sizeof__()` of the builtin type returns.
    pub fn sizeof_method(&self, object: Address) -> u64 {
        let type_ = self.type_of(object);
        let basic = self.memory.u64(type_.plus(field::BASIC_SIZE));
        match self.type_kind(type_) {
            Kind::Int => 24 + 4 * self.int_digit_count(object).max(1),
            Kind::Str => self.str_size(object),
            // While a list is sorted it says -1.
            // -1 while the list is sorted, which takes eight bytes off.
            Kind::List => basic.wrapping_add(self.memory.u64(object.plus(list::ALLOCATED)).wrapping_mul(8)),
            Kind::Dict | Kind::DefaultDict => basic + self.dict_extra_size(object),
            Kind::OrderedDict => {
                let fast = self.memory.u64(object.plus(ordered_dict::FAST_NODES_SIZE));
                basic + self.dict_extra_size(object) + 8 * fast + ORDERED_NODE * self.dict_len(object)
            }
            Kind::Set if self.set_has_own_table(object) => basic + 16 * self.set_entries(object),
            Kind::Set => basic,
            Kind::ByteArray => basic + self.memory.u64(object.plus(bytes::array::ALLOCATED)),
            Kind::Type => self.type_size(object),
            Kind::Code => (basic + 2 * self.memory.u64(object.plus(code::LENGTH))).next_multiple_of(8),
            Kind::Generator => generator::FRAME + self.frame_size(object.plus(generator::FRAME)),
            Kind::Frame => frame::OWN_FRAME + self.frame_size(self.memory.address(object.plus(runtime::frame::FRAME))),
            Kind::Deque => {
                let (left, length) = (
                    self.memory.u64(object.plus(deque::LEFT_INDEX)),
                    self.memory.u64(object.plus(deque::LENGTH)),
                );
                basic + (left + length).div_ceil(DEQUE_ITEMS) * DEQUE_BLOCK
            }
            Kind::Array => basic + self.memory.u64(object.plus(array::ALLOCATED)) * self.array_item_size(object),
            Kind::Native => self.native_size(object, basic),
            _ => self.var_size(object, type_, basic),
        }
    }

    /// The generic rule: the basic size and the items.
    fn var_size(&self, object: Address, type_: Address, basic: u64) -> u64 {
        let item = self.memory.u64(type_.plus(field::ITEM_SIZE));
        if item == 0 {
            basic
        } else {
            basic + item * self.memory.u64(object.plus(16))
        }
    }

    fn type_size(&self, type_: Address) -> u64 {
        if !self.is_heap_type(type_) {
            return TYPE_SIZE;
        }
        let keys = self.cached_keys(type_);
        field::HEAP_END + if keys.is_null() { 0 } else { self.keys_size(keys) }
    }

    /// Bytes of an interpreter frame with room for its whole stack.
    fn frame_size(&self, frame: Address) -> u64 {
        let code = self.memory.address(frame.plus(crate::interpreter_frame::CODE));
        if code.is_null() {
            crate::interpreter_frame::LOCALSPLUS
        } else {
            8 * self.frame_words(code)
        }
    }

    fn native_size(&self, object: Address, basic: u64) -> u64 {
        let type_ = self.type_of(object);
        match self.static_base(type_) {
            StaticType::Decimal => {
                let own = self.memory.address(object.plus(decimal::DATA)) == object.plus(decimal::WORDS);
                basic + if own { 0 } else { 8 * self.memory.u64(object.plus(decimal::ALLOCATED)) }
            }
            StaticType::Struct => basic + self.struct_codes_size(object),
            StaticType::RegexPattern => basic + 4 * self.memory.u64(object.plus(regex_pattern::CODE_SIZE)),
            StaticType::BytesIO => {
                let buffer = self.memory.address(object.plus(bytes_io::BUFFER));
                let own = !buffer.is_null() && self.refcount(buffer) == 1;
                basic + if own { self.sizeof(buffer) } else { 0 }
            }
            StaticType::ItertoolsProduct => basic + 8 * self.tuple_len(self.field(object, product::POOLS)),
            StaticType::ItertoolsCombinations | StaticType::ItertoolsCombinationsWithReplacement => {
                basic + 8 * self.memory.u64(object.plus(combinations::LENGTH))
            }
            StaticType::ItertoolsPermutations => {
                let pool = self.tuple_len(self.field(object, permutations::POOL));
                basic + 8 * (pool + self.memory.u64(object.plus(permutations::LENGTH)))
            }
            StaticType::NdArray => basic + self.nd_array_blocks(object),
            _ => self.var_size(object, type_, basic),
        }
    }

    /// Bytes of the dimensions and strides of an array of NumPy, and of the items that it owns.
    fn nd_array_blocks(&self, object: Address) -> u64 {
        let dimensions = self.memory.address(object.plus(nd_array::DIMENSIONS));
        let count = if dimensions.is_null() { 0 } else { u64::from(self.memory.u32(object.plus(nd_array::ND))) };
        if self.memory.address(object.plus(nd_array::OWNED)).is_null() {
            return 16 * count;
        }
        let item = match self.memory.u8(object.plus(nd_array::CODE)) {
            b'?' | b'b' | b'B' => 1,
            b'h' | b'H' => 2,
            b'i' | b'I' | b'f' => 4,
            _ => 8,
        };
        let items: u64 = (0..count).map(|at| self.memory.u64(dimensions.plus(8 * at))).product();
        16 * count + items * item
    }

    /// Bytes of the codes of a `struct.Struct`, the empty one at the end included.
    fn struct_codes_size(&self, object: Address) -> u64 {
        let codes = self.memory.address(object.plus(struct_object::CODES));
        if codes.is_null() {
            return 0;
        }
        let size = |count: u64| 32 * (count + 1);
        (0..).find(|count| self.memory.u8(codes.plus(32 * count)) == 0).map_or(0, size)
    }

    /// Bytes of an item of an `array.array`: the second byte of its description word; the first is the type code.
    pub fn array_item_size(&self, object: Address) -> u64 {
        u64::from(self.memory.u8(object.plus(array::DESCRIPTION + 1)))
    }
}
