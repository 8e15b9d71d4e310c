//! What the items of an array are, by type code, and how they are read and written (Modules/arraymodule.c).

use heapglass_heap::{Address, Memory, static_type::StaticType};
use num_bigint::{BigInt, Sign};

use crate::machine::{Machine, Outcome};

/// Bytes of an item of a type code.
pub const fn size_of(code: char) -> Option<u64> {
    Some(match code {
        'b' | 'B' => 1,
        'h' | 'H' => 2,
        'i' | 'I' | 'f' | 'u' => 4,
        'l' | 'L' | 'q' | 'Q' | 'd' => 8,
        _ => return None,
    })
}

/// The number by which a pickled array names its machine format, little-endian.
pub const fn machine_format(code: char) -> i64 {
    match code {
        'B' => 0,
        'b' => 1,
        'H' => 2,
        'h' => 4,
        'I' => 6,
        'i' => 8,
        'L' | 'Q' => 10,
        'l' | 'q' => 12,
        'f' => 14,
        'd' => 16,
        _ => 20,
    }
}

/// What stands at a place of a buffer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// Of the type codes of whole numbers; of `u` the code point.
    Int(i128),
    /// Of `f` and `d`.
    Float(f64),
}

/// The number at a place.
pub fn number(memory: &Memory, place: Address, code: char) -> Number {
    Number::Int(match code {
        'b' => i128::from(memory.u8(place) as i8),
        'B' => i128::from(memory.u8(place)),
        'h' => i128::from(memory.u16(place) as i16),
        'H' => i128::from(memory.u16(place)),
        'i' => i128::from(memory.u32(place) as i32),
        'I' | 'u' => i128::from(memory.u32(place)),
        'l' | 'q' => i128::from(memory.u64(place) as i64),
        'f' => return Number::Float(f64::from(f32::from_bits(memory.u32(place)))),
        'd' => return Number::Float(memory.f64(place)),
        _ => i128::from(memory.u64(place)),
    })
}

/// The number at a place as an object.
pub fn load(m: &mut Machine, place: Address, code: char) -> Address {
    match number(&m.heap.memory, place, code) {
        Number::Float(value) => m.heap.new_float(value),
        Number::Int(point) if code == 'u' => m.heap.new_str_points(&[point as u32]),
        Number::Int(value) => match i64::try_from(value) {
            Ok(value) => m.heap.new_int(value),
            Err(_) => m.new_big_int(&BigInt::from(value)),
        },
    }
}

/// The bytes of a value under a type code.
pub fn bytes_of(m: &mut Machine, code: char, value: Address) -> Outcome<Vec<u8>> {
    match code {
        'd' => return Ok(m.to_f64(value)?.to_le_bytes().to_vec()),
        'f' => return Ok((m.to_f64(value)? as f32).to_le_bytes().to_vec()),
        'u' => return character(m, value),
        _ => {}
    }
    if !m.is_index(value) {
        let name = m.type_name(value);
        return m.type_error(format!("'{name}' object cannot be interpreted as an integer"));
    }
    let int = m.index(value)?;
    let number = m.big_int(int);
    m.decref(int);
    let size = size_of(code).unwrap_or(8);
    let bits = 8 * size as u32;
    let (low, high) = if code.is_ascii_lowercase() {
        (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1)
    } else {
        (0, (1i128 << bits) - 1)
    };
    match i128::try_from(&number) {
        Ok(number) if (low..=high).contains(&number) => Ok(number.to_le_bytes()[..size as usize].to_vec()),
        _ => Err(m.raise(StaticType::OverflowError, out_of_range(code, &number))),
    }
}

/// The one code point of a str.
fn character(m: &mut Machine, value: Address) -> Outcome<Vec<u8>> {
    if m.is_str(value)
        && let [point] = m.heap.str_points(value)[..]
    {
        return Ok(point.to_le_bytes().to_vec());
    }
    m.type_error("array item must be unicode character")
}

/// What each type code says to a number that does not fit; they differ in how they read it first.
fn out_of_range(code: char, number: &BigInt) -> String {
    let negative = number.sign() == Sign::Minus;
    let name = match code {
        'b' => "signed char",
        'B' => "unsigned byte integer",
        'h' => "signed short integer",
        'H' => "unsigned short",
        'i' => "signed integer",
        'I' | 'L' if negative => return "can't convert negative value to unsigned int".to_owned(),
        'I' if u64::try_from(number).is_ok() => "unsigned int",
        'I' | 'L' => return "Python int too large to convert to C unsigned long".to_owned(),
        'Q' if negative => return "can't convert negative int to unsigned".to_owned(),
        'q' | 'Q' => return "int too big to convert".to_owned(),
        _ => return "Python int too large to convert to C long".to_owned(),
    };
    if i64::try_from(number).is_err() && code != 'I' {
        return "Python int too large to convert to C long".to_owned();
    }
    let bound = if negative { "less than minimum" } else { "greater than maximum" };
    format!("{name} is {bound}")
}

/// Writes a value at a place.
pub fn store(m: &mut Machine, place: Address, code: char, value: Address) -> Outcome<()> {
    let bytes = bytes_of(m, code, value)?;
    m.heap.memory.write(place, &bytes);
    Ok(())
}
