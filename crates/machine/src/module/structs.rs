//! `_struct`: numbers as bytes, laid out by a format (Modules/_struct.c).

use heapglass_heap::{Address, Raised, static_type::StaticType};
use num_bigint::BigInt;

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("_struct", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("calcsize", Convention::Positional, |m, a| {
        a.arity(m, "calcsize", 1, 1)?;
        let layout = Layout::read(m, a.positional[0])?;
        Ok(m.heap.new_int(layout.size as i64))
    }),
    row("pack", Convention::Positional, pack),
    row("unpack_at", Convention::Positional, unpack_at),
];

/// One item of a format.
#[derive(Clone, Copy, Debug)]
struct Item {
    code: char,
    offset: usize,
    /// Bytes of a number; of `s` and `p` the bytes of the whole.
    size: usize,
}

/// A format that has been read.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    items: Vec<Item>,
    codes: usize,
    pub(super) size: usize,
    big_endian: bool,
    native: bool,
}

/// Bytes of a number of a format: natively, and in the standard sizes.
fn sizes(code: char) -> Option<(usize, Option<usize>)> {
    Some(match code {
        'x' | 'b' | 'B' | 'c' | '?' | 's' | 'p' => (1, Some(1)),
        'h' | 'H' | 'e' => (2, Some(2)),
        'i' | 'I' | 'f' => (4, Some(4)),
        'l' | 'L' => (8, Some(4)),
        'q' | 'Q' | 'd' => (8, Some(8)),
        'n' | 'N' | 'P' => (8, None),
        _ => return None,
    })
}

impl Layout {
    pub(super) fn read(m: &mut Machine, format: Address) -> Outcome<Self> {
        let text = if m.is_str(format) {
            m.heap.str_text(format)
        } else {
            match m.bytes_like(format)? {
                Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                None => {
                    let found = m.type_name(format);
                    return m.type_error(format!(
                        "Struct() argument 1 must be a str or bytes object, not {found}"
                    ));
                }
            }
        };
        Self::parse(&text).map_err(|complaint| error(m, complaint))
    }

    /// How many codes the format has, each with its repetitions.
    pub(super) const fn codes(&self) -> usize {
        self.codes
    }

    /// How many values are packed.
    pub(super) const fn values(&self) -> usize {
        self.items.len()
    }

    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        if text.contains('\0') {
            return Err("embedded null character");
        }
        let mut letters = text.chars().peekable();
        let order = letters.next_if(|letter| "@=<>!".contains(*letter)).unwrap_or('@');
        let native = order == '@';
        let mut layout = Self {
            big_endian: matches!(order, '>' | '!'),
            native,
            ..Self::default()
        };
        while let Some(letter) = letters.next() {
            if letter.is_ascii_whitespace() {
                continue;
            }
            let (mut count, mut code) = (1, letter);
            if let Some(digit) = letter.to_digit(10) {
                count = digit as usize;
                while let Some(digit) = letters.peek().and_then(|letter| letter.to_digit(10)) {
                    count = count
                        .checked_mul(10)
                        .and_then(|count| count.checked_add(digit as usize))
                        .ok_or("overflow in item count")?;
                    letters.next();
                }
                code = letters.next().ok_or("repeat count given without format specifier")?;
            }
            layout.add(code, count)?;
        }
        Ok(layout)
    }

    fn add(&mut self, code: char, count: usize) -> Result<(), &'static str> {
        let (own, standard) = sizes(code).ok_or("bad char in struct format")?;
        let size = if self.native {
            own
        } else {
            standard.ok_or("bad char in struct format")?
        };
        if self.native {
            self.size = self.size.next_multiple_of(size);
        }
        let whole = count
            .checked_mul(size)
            .filter(|whole| (*whole as u64) < 1 << 40)
            .ok_or("total struct size too long")?;
        self.codes += usize::from(code != 'x' && (count > 0 || matches!(code, 's' | 'p')));
        match code {
            'x' => {}
            's' | 'p' => self.items.push(Item {
                code,
                offset: self.size,
                size: whole,
            }),
            _ if count > 1 << 22 => return Err("total struct size too long"),
            _ => self.items.extend((0..count).map(|at| Item {
                code,
                offset: self.size + at * size,
                size,
            })),
        }
        self.size += whole;
        Ok(())
    }
}

/// Raises `struct.error`.
pub(super) fn error(m: &mut Machine, text: impl Into<String>) -> Raised {
    let Some(module) = m.module_named("struct") else {
        return m.raise(StaticType::ValueError, text);
    };
    let name = m.name("error");
    let class = match m.get_attribute(module, name) {
        Ok(class) => class,
        Err(raised) => return raised,
    };
    let message = m.heap.new_str(&text.into());
    let made = m.call(class, &[message], &[]);
    m.decref(message);
    m.decref(class);
    match made {
        Ok(error) => m.raise_object(error),
        Err(raised) => raised,
    }
}

fn pack(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some((format, values)) = arguments.positional.split_first() else {
        return m.type_error("pack expected at least 1 argument, got 0");
    };
    let layout = Layout::read(m, *format)?;
    let data = pack_values(m, &layout, values)?;
    Ok(m.heap.new_bytes(&data))
}

/// The bytes of values.
pub(super) fn pack_values(m: &mut Machine, layout: &Layout, values: &[Address]) -> Outcome<Vec<u8>> {
    if values.len() != layout.items.len() {
        let text = format!(
            "pack expected {} items for packing (got {})",
            layout.items.len(),
            values.len()
        );
        return Err(error(m, text));
    }
    if !m.heap.can_allocate(layout.size as u64) {
        return m.memory_error();
    }
    let mut data = vec![0; layout.size];
    for (item, value) in layout.items.iter().zip(values) {
        let mut bytes = bytes_of(m, *item, layout.native, *value)?;
        if layout.big_endian && !matches!(item.code, 's' | 'p') {
            bytes.reverse();
        }
        data[item.offset..item.offset + bytes.len()].copy_from_slice(&bytes);
    }
    Ok(data)
}

/// The bytes of a value, the lowest first.
fn bytes_of(m: &mut Machine, item: Item, native: bool, value: Address) -> Outcome<Vec<u8>> {
    match item.code {
        'c' => match m.bytes_like(value)? {
            Some(bytes) if bytes.len() == 1 => Ok(bytes),
            _ => Err(error(m, "char format requires a bytes object of length 1")),
        },
        's' | 'p' => {
            let Some(mut bytes) = m.bytes_like(value)? else {
                return Err(error(m, format!("argument for '{}' must be a bytes object", item.code)));
            };
            if item.code == 'p' {
                bytes.truncate(item.size.saturating_sub(1));
                let length = bytes.len().min(255) as u8;
                bytes.insert(0, length);
            }
            bytes.truncate(item.size);
            Ok(bytes)
        }
        '?' => Ok(vec![u8::from(m.is_true(value)?)]),
        'd' => Ok(float(m, value)?.to_le_bytes().to_vec()),
        'f' => {
            let float = float(m, value)?;
            if !native && float.is_finite() && (float as f32).is_infinite() {
                return Err(m.raise(StaticType::OverflowError, "float too large to pack with f format"));
            }
            Ok((float as f32).to_le_bytes().to_vec())
        }
        'e' => {
            let float = float(m, value)?;
            match half(float) {
                Some(bits) => Ok(bits.to_le_bytes().to_vec()),
                None => Err(m.raise(StaticType::OverflowError, "float too large to pack with e format")),
            }
        }
        _ => integer(m, item, value),
    }
}

fn float(m: &mut Machine, value: Address) -> Outcome<f64> {
    m.to_f64(value).map_err(|_| {
        m.clear_error();
        error(m, "required argument is not a float")
    })
}

fn integer(m: &mut Machine, item: Item, value: Address) -> Outcome<Vec<u8>> {
    if !m.is_index(value) {
        return Err(error(m, "required argument is not an integer"));
    }
    let int = m.index(value)?;
    let number = m.big_int(int);
    m.decref(int);
    let bits = 8 * item.size as u32;
    let (signed, pointer) = (item.code.is_ascii_lowercase(), item.code == 'P');
    let (low, high) = if signed || pointer {
        (-(1i128 << (bits - 1)), (1i128 << (bits - u32::from(signed))) - 1)
    } else {
        (0, (1i128 << bits) - 1)
    };
    match i128::try_from(&number)
        .ok()
        .filter(|number| (low..=high).contains(number))
    {
        Some(number) => Ok(number.to_le_bytes()[..item.size].to_vec()),
        None if item.code == 'P' => Err(error(m, "int too large to convert")),
        None => Err(error(
            m,
            format!("'{}' format requires {low} <= number <= {high}", item.code),
        )),
    }
}

/// `unpack_at(format, buffer, offset, exact)`: the values as a tuple; `exact` tells that the buffer must be used up.
fn unpack_at(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "unpack", 4, 4)?;
    let layout = Layout::read(m, arguments.positional[0])?;
    let offset = m.index_clamped(arguments.positional[2])?;
    let exact = m.is_true(arguments.positional[3])?;
    unpack_values(m, &layout, arguments.positional[1], offset, exact)
}

/// The values in a buffer as a tuple; `exact` tells that the buffer must be used up.
pub(super) fn unpack_values(m: &mut Machine, layout: &Layout, buffer: Address, offset: i64, exact: bool) -> Outcome {
    let data = m.expect_bytes(buffer)?;
    if !exact && offset < 0 {
        let (size, room) = (layout.size as i64, data.len() as i64);
        if offset.saturating_add(size) > 0 {
            return Err(error(m, format!("not enough data to unpack {size} bytes at offset {offset}")));
        }
        if offset.saturating_add(room) < 0 {
            return Err(error(m, format!("offset {offset} out of range for {room}-byte buffer")));
        }
    }
    let start = if offset < 0 {
        offset.saturating_add(data.len() as i64)
    } else {
        offset
    };
    let rest = usize::try_from(start).ok().and_then(|start| data.get(start..));
    let Some(rest) = rest.filter(|rest| {
        if exact {
            rest.len() == layout.size
        } else {
            rest.len() >= layout.size
        }
    }) else {
        let text = match exact {
            true => format!("unpack requires a buffer of {} bytes", layout.size),
            false => format!(
                "unpack_from requires a buffer of at least {} bytes for unpacking {} bytes at offset {offset} (actual buffer size is {})",
                layout.size.saturating_add(usize::try_from(offset).unwrap_or(0)),
                layout.size,
                data.len()
            ),
        };
        return Err(error(m, text));
    };
    let values: Vec<Address> = layout
        .items
        .iter()
        .map(|item| value_of(m, layout, *item, rest))
        .collect();
    Ok(m.heap.new_tuple_from(&values))
}

fn value_of(m: &mut Machine, layout: &Layout, item: Item, data: &[u8]) -> Address {
    let mut bytes = data[item.offset..item.offset + item.size].to_vec();
    match item.code {
        's' | 'c' => return m.heap.new_bytes(&bytes),
        'p' => {
            let length = bytes
                .first()
                .map_or(0, |length| usize::from(*length))
                .min(bytes.len().saturating_sub(1));
            return m.heap.new_bytes(bytes.get(1..1 + length).unwrap_or(&[]));
        }
        '?' => return m.heap.bool(bytes[0] != 0),
        _ => {}
    }
    if layout.big_endian {
        bytes.reverse();
    }
    let number = bytes
        .iter()
        .rev()
        .fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    match item.code {
        'd' => m.heap.new_float(f64::from_bits(number)),
        'f' => m.heap.new_float(f64::from(f32::from_bits(number as u32))),
        'e' => m.heap.new_float(from_half(number as u16)),
        code if code.is_ascii_lowercase() => {
            let shift = 64 - 8 * item.size as u32;
            m.heap.new_int((number << shift) as i64 >> shift)
        }
        _ => m.new_big_int(&BigInt::from(number)),
    }
}

/// A float of 16 bits, rounded to the nearest; `None` if it is too large.
pub(crate) fn half(value: f64) -> Option<u16> {
    let sign = if value.is_sign_negative() { 0x8000 } else { 0 };
    let size = value.abs();
    if value.is_nan() {
        return Some(sign | 0x7e00);
    }
    if size.is_infinite() {
        return Some(sign | 0x7c00);
    }
    let exponent = (size.to_bits() >> 52) as i32 - 1023;
    let unit = 2f64.powi(exponent.max(-14) - 10);
    let steps = (size / unit).round_ties_even() as u32;
    let bits = if exponent < -14 {
        steps
    } else {
        (((exponent + 15) as u32) << 10) + steps - 1024
    };
    (bits < 0x7c00).then(|| sign | bits as u16)
}

pub(crate) fn from_half(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let size = match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    };
    if bits & 0x8000 != 0 { -size } else { size }
}
