//! `abs`, `round`, `divmod`, `pow`, `chr`, `ord`, `bin`, `hex`, `oct`, `hash`.

use heapglass_heap::{Address, Kind, static_type::StaticType};
use num_bigint::Sign;

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    protocol::BinaryOp,
    types::slot::Slot,
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("builtins", "abs", Convention::One, |m, a| m.absolute(a.positional[0])),
    NativeRow::function("builtins", "round", Convention::Keywords, round),
    NativeRow::function("builtins", "divmod", Convention::Positional, divide),
    NativeRow::function("builtins", "pow", Convention::Keywords, power),
    NativeRow::function("builtins", "chr", Convention::One, character),
    NativeRow::function("builtins", "ord", Convention::One, ordinal),
    NativeRow::function("builtins", "bin", Convention::One, |m, a| in_base(m, a, 2, "0b")),
    NativeRow::function("builtins", "hex", Convention::One, |m, a| in_base(m, a, 16, "0x")),
    NativeRow::function("builtins", "oct", Convention::One, |m, a| in_base(m, a, 8, "0o")),
    NativeRow::function("builtins", "hash", Convention::One, hash),
];

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let hash = m.hash(arguments.positional[0])?;
    Ok(m.heap.new_int_ssize(hash))
}

fn round(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "round", &["number", "ndigits"])?;
    let Some(number) = arguments.get_or_keyword(m, 0, "number") else {
        return m.type_error("round() missing required argument 'number' (pos 1)");
    };
    let places = arguments.get_or_keyword(m, 1, "ndigits").filter(|places| !m.heap.is_none(*places));
    let given: Vec<Address> = places.into_iter().collect();
    match m.call_special(number, Slot::Round, &given)? {
        Some(result) => Ok(result),
        None => {
            Err(m.raise_about_type("type %.100s doesn't define __round__ method", number))
        }
    }
}

fn divide(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "divmod", 2, 2)?;
    m.div_mod(arguments.positional[0], arguments.positional[1])
}

fn power(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "pow", &["base", "exp", "mod"])?;
    let (base, exponent) = (arguments.get_or_keyword(m, 0, "base"), arguments.get_or_keyword(m, 1, "exp"));
    let (Some(base), Some(exponent)) = (base, exponent) else {
        let (name, place) = if base.is_none() { ("base", 1) } else { ("exp", 2) };
        return m.type_error(format!("pow() missing required argument '{name}' (pos {place})"));
    };
    let modulus = arguments.get_or_keyword(m, 2, "mod").filter(|modulus| !m.heap.is_none(*modulus));
    let Some(modulus) = modulus else { return m.binary(BinaryOp::Power, base, exponent) };
    m.power(base, exponent, modulus)
}

impl Machine {
    /// `pow(base, exponent, modulus)`.
    pub fn power(&mut self, base: Address, exponent: Address, modulus: Address) -> Outcome {
        let result = self.call_slot(base, Slot::Pow, &[exponent, modulus])?;
        match result {
            Some(result) if result != self.heap.not_implemented() => Ok(result),
            _ => {
                let [a, b, c] = [base, exponent, modulus].map(|object| self.type_name(object));
                let pieces = ["** or pow()", &a, &b, &c].map(Piece::Text);
                let format = "unsupported operand type(s) for %.100s: '%.100s', '%.100s', '%.100s'";
                Err(self.raise_format(StaticType::TypeError, format, &pieces))
            }
        }
    }
}

fn character(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let code = m.index_clamped(arguments.positional[0])?;
    if i32::try_from(code).is_err() {
        return Err(m.raise(StaticType::OverflowError, "Python int too large to convert to C int"));
    }
    match u32::try_from(code).ok().filter(|code| *code < 0x11_0000) {
        Some(code) => Ok(m.heap.new_str_points(&[code])),
        None => m.value_error("chr() arg not in range(0x110000)"),
    }
}

fn ordinal(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = arguments.positional[0];
    let items: Vec<u32> = match m.heap.kind(object) {
        Kind::Str => m.heap.str_points(object),
        Kind::Bytes => m.heap.bytes_data(object).iter().copied().map(u32::from).collect(),
        Kind::ByteArray => m.heap.bytearray_data(object).iter().copied().map(u32::from).collect(),
        _ => {
            return Err(m.raise_about_type("ord() expected string of length 1, but %.200s found", object));
        }
    };
    match items[..] {
        [code] => Ok(m.heap.new_int(i64::from(code))),
        _ => {
            let format = "ord() expected a character, but string of length %zd found";
            Err(m.raise_format(StaticType::TypeError, format, &[Piece::Number(items.len() as i64)]))
        }
    }
}

fn in_base(m: &mut Machine, arguments: Arguments<'_>, base: u32, prefix: &str) -> Outcome {
    let int = m.index(arguments.positional[0])?;
    let value = m.big_int(int);
    m.decref(int);
    let sign = if value.sign() == Sign::Minus { "-" } else { "" };
    m.new_text(&format!("{sign}{prefix}{}", value.magnitude().to_str_radix(base)))
}

/// Whether an object is an exact int: sums of those are quick.
pub fn small_int(m: &Machine, object: Address) -> Option<i64> {
    if m.heap.is_exact(object, StaticType::Int) { m.heap.int_to_i64(object) } else { None }
}
