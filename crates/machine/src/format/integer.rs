//! `format(int, spec)`.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::spec::{Spec, number, sign_text, unknown_code};
use super::{FormatError, text};

/// The digits of `value`'s magnitude in base 2, 8, 10 or 16, lower case.
pub fn magnitude(value: &BigInt, base: u32) -> String {
    value.magnitude().to_str_radix(base)
}

/// `format(value, spec)` for a specification already read with the default type `d`; floating-point types are the caller's.
pub fn format(value: &BigInt, spec: &Spec, type_name: &str) -> Result<String, FormatError> {
    if !matches!(spec.code, 'b' | 'c' | 'd' | 'n' | 'o' | 'x' | 'X') {
        return Err(unknown_code(spec.code, type_name));
    }
    if spec.precision.is_some() {
        return Err(FormatError::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(FormatError::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if spec.code == 'c' {
        return character(value, spec);
    }
    let (base, prefix) = match spec.code {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = magnitude(value, base);
    if spec.code == 'X' {
        digits.make_ascii_uppercase();
    }
    let sign = sign_text(spec, value.sign() == Sign::Minus);
    let lead = if spec.alternate { format!("{sign}{prefix}") } else { sign.to_owned() };
    Ok(number(spec, &lead, &digits, ""))
}

fn character(value: &BigInt, spec: &Spec) -> Result<String, FormatError> {
    if spec.sign.is_some() {
        return Err(FormatError::value("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(FormatError::value("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let found = value.to_u32().filter(|code| *code < 0x11_0000);
    let Some(code) = found else {
        return Err(FormatError::Overflow("%c arg not in range(0x110000)".to_owned()));
    };
    let body = char::from_u32(code).unwrap_or('\u{fffd}').to_string();
    Ok(super::spec::pad(spec, "", &body, '>'))
}

/// `format(str, spec)`; `value` may not hold lone surrogates.
pub fn format_bool_like(value: &str, spec_text: &str) -> Result<String, FormatError> {
    text::format(value, spec_text, "bool")
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;

    use super::format;
    use crate::format::spec::parse;

    fn formatted(value: i64, spec: &str) -> String {
        format(&BigInt::from(value), &parse(spec, "int", 'd', '>').unwrap(), "int").unwrap()
    }

    #[test]
    fn ints_are_formatted_as_cpython_does() {
        for (value, spec, expected) in [
            (42, "", "42"), (42, "5", "   42"), (-42, "05", "-0042"), (255, "#x", "0xff"), (255, "#010b", "0b11111111"),
            (1234567, ",", "1,234,567"), (1234567, "012,", "0,001,234,567"), (65, "c", "A"), (-5, "^+7", "  -5   "),
            (65535, "_x", "ffff"), (5, "*<4", "5***"),
        ] {
            assert_eq!(formatted(value, spec), expected, "{spec}");
        }
    }
}
