//! Decimal numbers as text: reading, the scientific and engineering forms, formatting.

use num_bigint::BigUint;
use num_traits::Zero;

use super::{Class, Context, FAR, Number, integral::rescaled, padded, rounding::shortened};

/// Reads a numeric string of ASCII characters; `None` if it is none.
pub fn parse(text: &str) -> Option<Number> {
    let (negative, rest) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let lower = rest.to_ascii_lowercase();
    if lower == "inf" || lower == "infinity" {
        return Some(Number::infinity(negative));
    }
    for (prefix, class) in [("nan", Class::Quiet), ("snan", Class::Signaling)] {
        if let Some(payload) = lower.strip_prefix(prefix) {
            let coefficient = if payload.is_empty() { BigUint::zero() } else { digits_of(payload)? };
            return Some(Number { negative, class, coefficient, exponent: 0 });
        }
    }
    let (mantissa, exponent) = match lower.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, exponent_of(exponent)?),
        None => (lower.as_str(), 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let coefficient = digits_of(&format!("{whole}{fraction}"))?;
    Some(Number::new(negative, coefficient, exponent.saturating_sub(fraction.len() as i64)))
}

fn digits_of(text: &str) -> Option<BigUint> {
    let well = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if well { BigUint::parse_bytes(text.as_bytes(), 10) } else { None }
}

/// The number after `e`. What is far beyond every limit stays so.
fn exponent_of(text: &str) -> Option<i64> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    digits_of(digits)?;
    let value = digits.parse::<i64>().map_or(FAR, |value| value.min(FAR));
    Some(if negative { -value } else { value })
}

/// The name of an infinity or NaN with its payload, without the sign.
fn special(a: &Number) -> Option<String> {
    let payload = if a.coefficient.is_zero() { String::new() } else { a.coefficient.to_string() };
    match a.class {
        Class::Finite => None,
        Class::Infinite => Some("Infinity".to_owned()),
        Class::Quiet => Some(format!("NaN{payload}")),
        Class::Signaling => Some(format!("sNaN{payload}")),
    }
}

/// `to_sci_string`
pub fn plain(a: &Number, capitals: bool) -> String {
    written(a, capitals, false)
}

/// `to_eng_string`
pub fn engineering(a: &Number, capitals: bool) -> String {
    written(a, capitals, true)
}

fn written(a: &Number, capitals: bool, engineering: bool) -> String {
    let sign = if a.negative { "-" } else { "" };
    if let Some(name) = special(a) {
        return format!("{sign}{name}");
    }
    let digits = a.coefficient.to_string();
    let left = a.exponent + digits.len() as i64;
    let point = if a.exponent <= 0 && left > -6 {
        left
    } else if !engineering {
        1
    } else if digits == "0" {
        (left + 1).rem_euclid(3) - 1
    } else {
        (left - 1).rem_euclid(3) + 1
    };
    let (whole, fraction) = split(&digits, point);
    let fraction = if fraction.is_empty() { fraction } else { format!(".{fraction}") };
    let exponent = if left == point { String::new() } else { format!("{}{:+}", if capitals { 'E' } else { 'e' }, left - point) };
    format!("{sign}{whole}{fraction}{exponent}")
}

/// Digits before and after a point that stands after `point` of them.
fn split(digits: &str, point: i64) -> (String, String) {
    if point <= 0 {
        ("0".to_owned(), format!("{}{digits}", "0".repeat(point.unsigned_abs() as usize)))
    } else if point as usize >= digits.len() {
        (format!("{digits}{}", "0".repeat(point as usize - digits.len())), String::new())
    } else {
        (digits[..point as usize].to_owned(), digits[point as usize..].to_owned())
    }
}

/// A format specification of decimals.
#[derive(Clone, Debug)]
pub struct Spec {
    fill: String,
    align: char,
    sign: char,
    no_negative_zero: bool,
    zero: bool,
    width: usize,
    comma: bool,
    precision: Option<i64>,
    code: char,
}

/// Widths and precisions beyond this are refused.
const MOST_ROOM: usize = 100_000_000;

impl Spec {
    /// Reads `[[fill]align][sign][z][0][width][,][.precision][type]`; `None` if it is none.
    pub fn read(text: &str) -> Option<Self> {
        let chars: Vec<char> = text.chars().collect();
        let is_align = |c: &char| matches!(c, '<' | '>' | '=' | '^');
        let mut at = 0;
        let mut spec = Self {
            fill: " ".to_owned(),
            align: '>',
            sign: '-',
            no_negative_zero: false,
            zero: false,
            width: 0,
            comma: false,
            precision: None,
            code: 'g',
        };
        let mut aligned = true;
        if chars.get(1).is_some_and(is_align) {
            spec.fill = chars[0].to_string();
            spec.align = chars[1];
            at = 2;
        } else if chars.first().is_some_and(is_align) {
            spec.align = chars[0];
            at = 1;
        } else {
            aligned = false;
        }
        if let Some(sign) = chars.get(at).filter(|c| matches!(c, '+' | '-' | ' ')) {
            spec.sign = *sign;
            at += 1;
        }
        if chars.get(at) == Some(&'z') {
            spec.no_negative_zero = true;
            at += 1;
        }
        if chars.get(at) == Some(&'0') {
            if aligned {
                return None;
            }
            spec.zero = true;
            spec.fill = "0".to_owned();
            spec.align = '=';
            at += 1;
        }
        let width = number(&chars, &mut at)?;
        spec.width = width.unwrap_or(0);
        if chars.get(at) == Some(&',') {
            spec.comma = true;
            at += 1;
        }
        if chars.get(at) == Some(&'.') {
            at += 1;
            spec.precision = Some(number(&chars, &mut at)?? as i64);
        }
        spec.code = 's';
        if let Some(code) = chars.get(at) {
            if !"eEfFgGn%".contains(*code) || *code == 'n' && spec.comma {
                return None;
            }
            spec.code = *code;
            at += 1;
        }
        (at == chars.len()).then_some(spec)
    }

    /// The text of a number; digits that do not fit the precision are rounded as the context says.
    pub fn format(&self, a: &Number, context: &Context, capitals: bool) -> String {
        let mut negative = a.negative;
        let body = match special(a) {
            Some(name) if self.code == '%' => name + "%",
            Some(name) => name,
            None => {
                let (body, is_zero) = self.finite(a, context, capitals);
                negative = negative && !(self.no_negative_zero && is_zero);
                body
            }
        };
        let sign = match (negative, self.sign) {
            (true, _) => "-",
            (false, '+') => "+",
            (false, ' ') => " ",
            _ => "",
        };
        if !a.is_finite() && self.zero {
            // Filled with blanks instead of zeros.
            return format!("{}{sign}{body}", " ".repeat(self.width.saturating_sub(sign.len() + body.len())));
        }
        let missing = self.width.saturating_sub(sign.len() + body.chars().count());
        let fill = |count: usize| self.fill.repeat(count);
        match self.align {
            '<' => format!("{sign}{body}{}", fill(missing)),
            '^' => format!("{}{sign}{body}{}", fill(missing / 2), fill(missing - missing / 2)),
            '=' => format!("{sign}{}{body}", fill(missing)),
            _ => format!("{}{sign}{body}", fill(missing)),
        }
    }

    /// The magnitude's text, and whether it is zero as shown.
    fn finite(&self, a: &Number, context: &Context, capitals: bool) -> (String, bool) {
        let mut x = a.clone();
        let code = self.code.to_ascii_lowercase();
        if code == '%' {
            x.exponent = x.exponent.saturating_add(2);
        }
        if let Some(precision) = self.precision {
            x = match code {
                'e' => lengthened(rounded(&x, precision + 1, context), precision + 1),
                'f' | '%' => rescaled(&x, -precision, context.rounding).map_or(x, |(x, _)| x),
                _ => rounded(&x, precision.max(1), context),
            };
        }
        let digits = x.coefficient.to_string();
        if matches!(code, 'f' | '%') && x.exponent > 0 && x.exponent < MOST_ROOM as i64 {
            x = rescaled(&x, 0, context.rounding).map_or(x, |(x, _)| x);
        }
        let left = x.exponent + digits.len() as i64;
        let point = match code {
            'e' if x.is_zero() => 1 - self.precision.unwrap_or(0),
            'e' => 1,
            'f' | '%' => x.coefficient.to_string().len() as i64 + x.exponent,
            _ if x.exponent <= 0 && left > -6 => left,
            _ => 1,
        };
        let digits = x.coefficient.to_string();
        let left = x.exponent + digits.len() as i64;
        let (whole, fraction) = split(&digits, point);
        let mut rest = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
        if left != point || code == 'e' {
            let large = matches!(self.code, 'E' | 'G') || self.code == 's' && capitals;
            rest.push_str(&format!("{}{:+}", if large { 'E' } else { 'e' }, left - point));
        }
        if code == '%' {
            rest.push('%');
        }
        let least = if self.zero { self.width.saturating_sub(rest.len() + usize::from(a.negative || self.sign != '-')) } else { 0 };
        let whole = if self.comma { crate::format::spec::group(&whole, ',', 3, least) } else { whole };
        (whole + &rest, x.is_zero())
    }
}

/// A number of a specification: `Some(None)` if there is none, `None` if it is too large.
fn number(chars: &[char], at: &mut usize) -> Option<Option<usize>> {
    let start = *at;
    while chars.get(*at).is_some_and(char::is_ascii_digit) {
        *at += 1;
    }
    if start == *at {
        return Some(None);
    }
    let text: String = chars[start..*at].iter().collect();
    text.parse().ok().filter(|value| *value <= MOST_ROOM).map(Some)
}

/// Rounded to so many significant digits.
fn rounded(x: &Number, places: i64, context: &Context) -> Number {
    let cut = x.digits() - places;
    if cut <= 0 || x.is_zero() {
        return x.clone();
    }
    let (mut coefficient, _) = shortened(&x.coefficient, cut, x.negative, context.rounding);
    let mut exponent = x.exponent + cut;
    if super::digits(&coefficient) > places {
        coefficient /= 10u32;
        exponent += 1;
    }
    Number::new(x.negative, coefficient, exponent)
}

/// With zeros at the end up to so many digits.
fn lengthened(x: Number, places: i64) -> Number {
    let missing = places - x.digits();
    match padded(&x.coefficient, missing) {
        Some(coefficient) if missing > 0 && !x.is_zero() => Number::new(x.negative, coefficient, x.exponent - missing),
        _ => x,
    }
}
