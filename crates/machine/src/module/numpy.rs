//! `_numpy`: arrays as NumPy lays them out, one contiguous buffer under a header (`PyArrayObject_fields`, numpy/ndarraytypes.h of
//! NumPy 1.26). What computes is in [`kernel`]; what a program calls is Python, in `library/numpy`.
//!
//! ```text
//! | header: 96 bytes | -> data: n × size of an item, a raw block      -> dimensions and strides: 2 × nd words, a raw block
//! ```

pub mod kernel;

use heapglass_heap::{Address, Kind, domain::Domain, layout::native::nd_array as field, layout::native::nd_scalar,
    static_type::{StaticType, field as type_field, flag}};

use crate::{
    machine::{Machine, Outcome},
    method::array::item,
    native::{Arguments, Convention, NativeRow},
    types::field_row::read_field,
};

const ARRAY: StaticType = StaticType::NdArray;
const SCALAR: StaticType = StaticType::NdScalar;
/// `NPY_MAXDIMS`.
const MOST_DIMENSIONS: usize = 32;
/// `NPY_ARRAY_OWNDATA`.
const OWNS_DATA: i64 = 4;

read_field! {
    base BASE_FIELD;
    descr DESCR_FIELD;
}
const BASE_FIELD: u64 = field::BASE;
const DESCR_FIELD: u64 = field::DESCR;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(ARRAY, |m, _| m.type_error("an array is made by numpy.array and its like")),
    NativeRow::get(ARRAY, "base", base),
    NativeRow::get(ARRAY, "dtype", descr),
    NativeRow::get(ARRAY, "_code", |m, a| {
        let code = code(m, a.self_);
        m.new_text(&code.to_string())
    }),
    NativeRow::get(ARRAY, "_data", |m, a| {
        let data = m.field(a.self_, field::DATA).raw();
        Ok(m.heap.new_int(data as i64))
    }),
    NativeRow::get(ARRAY, "_owns_data", |m, a| m.truth(!m.field(a.self_, field::OWNED).is_null())),
    NativeRow::get(ARRAY, "shape", |m, a| words(m, a.self_, 0)),
    NativeRow::get(ARRAY, "strides", |m, a| words(m, a.self_, 1)),
    NativeRow::function("_numpy", "empty", Convention::Positional, empty),
    NativeRow::function("_numpy", "view", Convention::Positional, view),
    NativeRow::function("_numpy", "without_collector", Convention::One, without_collector),
    NativeRow::new(SCALAR, new_scalar),
    NativeRow::get(SCALAR, "_bits", |m, a| {
        let bits = m.word(a.self_, nd_scalar::VALUE);
        Ok(m.heap.new_int(bits))
    }),
];

/// The letter of the type of the items: as in `array`, and `?` for truth values.
fn code(m: &Machine, array: Address) -> char {
    char::from(m.heap.memory.u8(array.plus(field::CODE)))
}

/// Bytes of an item.
fn size_of(code: char) -> u64 {
    if code == '?' { 1 } else { item::size_of(code).unwrap_or(1) }
}

fn dimensions(m: &Machine, array: Address) -> Vec<u64> {
    header_words(m, array, 0)
}

fn strides(m: &Machine, array: Address) -> Vec<i64> {
    header_words(m, array, 1).into_iter().map(|word| word as i64).collect()
}

/// The dimensions (`part` 0) or the strides (1).
fn header_words(m: &Machine, array: Address, part: u64) -> Vec<u64> {
    let count = u64::from(m.heap.memory.u32(array.plus(field::ND)));
    let start = m.field(array, field::DIMENSIONS).plus(8 * part * count);
    (0..count).map(|at| m.heap.memory.u64(start.plus(8 * at))).collect()
}

fn words(m: &mut Machine, array: Address, part: u64) -> Outcome {
    let items: Vec<Address> = header_words(m, array, part).into_iter().map(|word| m.heap.new_int(word as i64)).collect();
    Ok(m.heap.new_tuple_from(&items))
}

/// The product, if it is a size that memory can have.
fn product(shape: &[u64], size: u64) -> Option<u64> {
    let whole = shape.iter().try_fold(size.max(1), |all, dimension| all.checked_mul(*dimension))?;
    Some(whole).filter(|bytes| *bytes < 1 << 40)
}

/// An argument that must be an array.
fn expect_array(m: &mut Machine, object: Address) -> Outcome {
    if m.heap.static_base(m.heap.type_of(object)) == ARRAY && !m.heap.is_type(object) {
        return Ok(object);
    }
    m.type_error("an array is needed")
}

/// A tuple of numbers.
fn numbers(m: &mut Machine, tuple: Address) -> Outcome<Vec<i64>> {
    if m.heap.kind(tuple) != Kind::Tuple {
        return m.type_error("a tuple of numbers is needed");
    }
    let items = m.heap.tuple_items(tuple);
    if items.len() > MOST_DIMENSIONS {
        let found = items.len();
        return m.value_error(format!("maximum supported dimension for an ndarray is {MOST_DIMENSIONS}, found {found}"));
    }
    items.into_iter().map(|item| m.index_to_i64(item, StaticType::OverflowError)).collect()
}

fn shape_argument(m: &mut Machine, tuple: Address) -> Outcome<Vec<u64>> {
    let found = numbers(m, tuple)?;
    if found.iter().any(|dimension| *dimension < 0) {
        return m.value_error("negative dimensions are not allowed");
    }
    Ok(found.into_iter().map(|dimension| dimension as u64).collect())
}

fn code_argument(m: &mut Machine, letter: Address) -> Outcome<char> {
    let text = m.expect_text(letter, "a letter is needed")?;
    match text.chars().next().filter(|code| *code == '?' || (*code != 'u' && item::size_of(*code).is_some())) {
        Some(code) => Ok(code),
        None => m.type_error("data type not understood"),
    }
}

/// The header: dimensions and strides lie in one block, as `npy_alloc_cache_dim` gives it.
fn new_header(m: &mut Machine, class: Address, descr: Address, code: char, shape: &[u64], strides: &[i64]) -> Outcome {
    if !m.heap.is_type(class) || m.heap.static_base(class) != ARRAY {
        return m.type_error("a class of arrays is needed");
    }
    let array = m.heap.generic_allocate(class, 0);
    m.heap.memory.set_u32(array.plus(field::ND), shape.len() as u32);
    m.heap.memory.set_u8(array.plus(field::CODE), code as u8);
    let block = m.heap.allocate(Domain::Raw, 16 * shape.len().max(1) as u64);
    m.heap.memory.set_address(array.plus(field::DIMENSIONS), block);
    m.heap.memory.set_address(array.plus(field::STRIDES), block.plus(8 * shape.len() as u64));
    for (at, word) in shape.iter().copied().chain(strides.iter().map(|stride| *stride as u64)).enumerate() {
        m.heap.memory.set_u64(block.plus(8 * at as u64), word);
    }
    m.store_field(array, field::DESCR, descr);
    // Aligned, writeable, and in C order if its strides say so.
    let plain = contiguous(shape, size_of(code));
    m.heap.memory.set_u32(array.plus(field::FLAGS), 0x500 | u32::from(plain == strides));
    Ok(array)
}

/// The strides of an array in C order.
fn contiguous(shape: &[u64], size: u64) -> Vec<i64> {
    let mut strides = vec![0; shape.len()];
    let mut step = size as i64;
    for (at, dimension) in shape.iter().enumerate().rev() {
        strides[at] = step;
        step = step.saturating_mul((*dimension).max(1) as i64);
    }
    strides
}

/// `empty(class, dtype, letter, shape)`: its own zeroed data.
fn empty(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "empty", 4, 4)?;
    let [class, descr, letter, shape] = [0, 1, 2, 3].map(|at| arguments.positional[at]);
    let (code, shape) = (code_argument(m, letter)?, shape_argument(m, shape)?);
    let bytes = match product(&shape, size_of(code)) {
        Some(bytes) if m.heap.can_allocate(bytes) => bytes,
        _ => return m.memory_error(),
    };
    let array = new_header(m, class, descr, code, &shape, &contiguous(&shape, size_of(code)))?;
    let data = m.heap.allocate_zeroed(Domain::Raw, bytes.max(1));
    m.heap.memory.set_address(array.plus(field::DATA), data);
    m.heap.memory.set_address(array.plus(field::OWNED), data);
    let flags = m.heap.memory.u32(array.plus(field::FLAGS));
    m.heap.memory.set_u32(array.plus(field::FLAGS), flags | OWNS_DATA as u32);
    Ok(array)
}

/// `view(class, owner, dtype, letter, offset, shape, strides)`: a header on data of an array that owns it.
fn view(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "view", 7, 7)?;
    let [class, owner, descr, letter, offset, shape, steps] = [0, 1, 2, 3, 4, 5, 6].map(|at| arguments.positional[at]);
    let owner = expect_array(m, owner)?;
    let (code, shape, steps) = (code_argument(m, letter)?, shape_argument(m, shape)?, numbers(m, steps)?);
    let offset = m.index_to_i64(offset, StaticType::OverflowError)?;
    let room = product(&dimensions(m, owner), size_of(self::code(m, owner))).unwrap_or(0) as i64;
    // The lowest and the highest byte that the view can reach.
    let (mut low, mut high) = (i128::from(offset), i128::from(offset));
    for (dimension, step) in shape.iter().zip(&steps) {
        let reach = i128::from(*step) * i128::from(dimension.saturating_sub(1));
        *(if reach < 0 { &mut low } else { &mut high }) += reach;
    }
    let empty = shape.contains(&0);
    // A stride of zero would make more of an item than memory has room for.
    let spread = product(&shape, size_of(code)).is_some_and(|bytes| bytes <= room as u64 || m.heap.can_allocate(bytes));
    let fits = empty || (low >= 0 && high + i128::from(size_of(code)) <= i128::from(room));
    if shape.len() != steps.len() || m.field(owner, field::OWNED).is_null() || !fits || !spread {
        return m.value_error("the view does not lie inside the array");
    }
    let array = new_header(m, class, descr, code, &shape, &steps)?;
    let offset = if empty { 0 } else { offset as u64 };
    let data = m.field(owner, field::DATA).plus(offset);
    m.heap.memory.set_address(array.plus(field::DATA), data);
    m.store_field(array, field::BASE, owner);
    Ok(array)
}

/// `without_collector(class)`: the objects of a class with empty slots have no GC head, as those of NumPy's types in C. To be called
/// before there are any.
fn without_collector(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let class = arguments.positional[0];
    let flags = if m.heap.is_type(class) { m.heap.type_flags(class) } else { flag::IMMUTABLE };
    let base = if m.heap.is_type(class) { m.heap.static_base(class) } else { StaticType::Object };
    if flags & flag::IMMUTABLE != 0 || ![ARRAY, SCALAR, StaticType::Float].contains(&base) || m.heap.memory.u64(class.plus(type_field::BASIC_SIZE)) != u64::from(base.row().basic_size) {
        return m.type_error("the objects of this class need the collector");
    }
    m.heap.memory.set_u64(class.plus(type_field::FLAGS), flags & !flag::HAVE_GC);
    Ok(m.incref(class))
}

/// A scalar of a class, from the bits of its value.
fn new_scalar(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "scalar", 1, 1)?;
    let bits = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let scalar = m.heap.generic_allocate(arguments.self_, 0);
    m.set_word(scalar, nd_scalar::VALUE, bits);
    Ok(scalar)
}

/// Items of an array that a picture tells.
const MOST_SHOWN: usize = 16;

impl Machine {
    /// Whether it is an array of `numpy`.
    pub fn is_nd_array(&self, object: Address) -> bool {
        self.heap.kind(object) == Kind::Native && self.heap.static_base(self.heap.type_of(object)) == ARRAY
    }

    /// The first items of an array of `numpy` as they lie in its buffer, or the value of a single item.
    pub fn array_text(&self, object: Address) -> Option<String> {
        if self.heap.kind(object) != Kind::Native {
            return None;
        }
        if self.heap.static_base(self.heap.type_of(object)) == SCALAR {
            let bits = self.heap.memory.u64(object.plus(nd_scalar::VALUE));
            let is_float = self.short_type_name(object) == "float32";
            return Some(if is_float { f32::from_bits(bits as u32).to_string() } else { (bits as i64).to_string() });
        }
        if !self.is_nd_array(object) {
            return None;
        }
        let items = kernel::first_items(self, object, MOST_SHOWN);
        let more = if items.len() == MOST_SHOWN { " …" } else { "" };
        Some(format!("[{}{more}]", items.join(" ")))
    }
}
