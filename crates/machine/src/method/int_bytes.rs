//! `int.to_bytes` and `int.from_bytes`.

use heapglass_heap::{Address, static_type::StaticType};
use num_bigint::{BigInt, Sign};
use num_traits::{One, Signed};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

fn is_little(m: &mut Machine, order: Option<Address>) -> Outcome<bool> {
    let Some(order) = order else { return Ok(false) };
    if !m.is_str(order) {
        let name = m.type_name(order);
        return m.type_error(format!("to_bytes() argument 'byteorder' must be str, not {name}"));
    }
    match m.heap.str_text(order).as_str() {
        "little" => Ok(true),
        "big" => Ok(false),
        _ => m.value_error("byteorder must be either 'little' or 'big'"),
    }
}

fn is_signed(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<bool> {
    match arguments.keyword(m, "signed") {
        Some(flag) => m.is_true(flag),
        None => Ok(false),
    }
}

/// `int.to_bytes(length=1, byteorder='big', *, signed=False)`.
pub fn to_bytes(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "to_bytes", &["length", "byteorder", "signed"])?;
    arguments.arity(m, "to_bytes", 0, 2)?;
    let length = match arguments.get_or_keyword(m, 0, "length") {
        Some(length) => m.index_to_i64(length, StaticType::OverflowError)?,
        None => 1,
    };
    if length < 0 {
        return m.value_error("length argument must be non-negative");
    }
    if !m.heap.can_allocate(length as u64) {
        return m.memory_error();
    }
    let order = arguments.get_or_keyword(m, 1, "byteorder");
    let (little, signed) = (is_little(m, order)?, is_signed(m, &arguments)?);
    let value = m.big_int(arguments.self_);
    if value.is_negative() && !signed {
        return Err(m.raise(StaticType::OverflowError, "can't convert negative int to unsigned"));
    }
    let bits = length as u64 * 8;
    let room = if signed { BigInt::one() << bits.saturating_sub(1) } else { BigInt::one() << bits };
    let zero = BigInt::default();
    let fits = if length == 0 { value == zero } else { value < room && value >= -room };
    if !fits {
        return Err(m.raise(StaticType::OverflowError, "int too big to convert"));
    }
    let unsigned = if value.is_negative() { value + (BigInt::one() << bits) } else { value };
    let (_, mut data) = unsigned.to_bytes_le();
    data.resize(length as usize, 0);
    if !little {
        data.reverse();
    }
    Ok(m.heap.new_bytes(&data))
}

/// A bytes object of what can be bytes, but no int and no str (`PyObject_Bytes`, `PyBytes_FromObject`).
fn bytes_of(m: &mut Machine, object: Address) -> Outcome {
    if m.heap.is_exact(object, StaticType::Bytes) {
        return Ok(m.incref(object));
    }
    if let Some(result) = m.call_special(object, crate::types::slot::Slot::Bytes, &[])? {
        if m.heap.kind(result) == heapglass_heap::Kind::Bytes {
            return Ok(result);
        }
        let name = m.type_name(result);
        m.decref(result);
        return m.type_error(format!("__bytes__ returned non-bytes (type {name})"));
    }
    if m.is_int(object) || m.is_str(object) {
        return Err(m.raise_about_type("cannot convert '%.200s' object to bytes", object));
    }
    m.call(StaticType::Bytes.address(), &[object], &[])
}

/// `int.from_bytes(bytes, byteorder='big', *, signed=False)`.
pub fn from_bytes(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "from_bytes", &["bytes", "byteorder", "signed"])?;
    let Some(source) = arguments.get_or_keyword(m, 0, "bytes") else {
        return m.type_error("from_bytes() missing required argument 'bytes' (pos 1)");
    };
    arguments.arity(m, "from_bytes", 0, 2)?;
    let order = arguments.get_or_keyword(m, 1, "byteorder");
    let (little, signed) = (is_little(m, order)?, is_signed(m, &arguments)?);
    let source = bytes_of(m, source)?;
    let data = m.heap.bytes_data(source).to_vec();
    m.decref(source);
    let value = match (little, signed) {
        (true, true) => BigInt::from_signed_bytes_le(&data),
        (false, true) => BigInt::from_signed_bytes_be(&data),
        (true, false) => BigInt::from_bytes_le(Sign::Plus, &data),
        (false, false) => BigInt::from_bytes_be(Sign::Plus, &data),
    };
    if arguments.self_ == StaticType::Int.address() {
        let significant = if signed { value.bits() / 8 + 1 } else { value.bits().div_ceil(8) };
        return Ok(m.new_int_from_room(&value, (8 * significant).div_ceil(30)));
    }
    let plain = m.new_big_int(&value);
    let result = m.call(arguments.self_, &[plain], &[]);
    m.decref(plain);
    result
}
