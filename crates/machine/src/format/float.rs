//! Decimal text of floats, laid out as CPython's `PyOS_double_to_string` does (Python/pystrtod.c).

/// The significant decimal digits of a finite number and where its point lies: `0.d1d2d3… × 10^point`.
struct Decimal {
    digits: String,
    point: i32,
}

/// How a float becomes text.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// `e`, `f`, `g` or `r` (the shortest text that reads back as the same number).
    pub code: char,
    /// Digits after the point (`e`, `f`) or significant digits (`g`); unused by `r`.
    pub precision: usize,
    /// `#`: keep the point and trailing zeros.
    pub alternate: bool,
    /// Whole numbers get `.0`.
    pub add_dot_0: bool,
    /// `E`, `INF`, `NAN`.
    pub upper: bool,
}

/// `repr(x)`: the shortest text that reads back as the same number.
pub fn repr(x: f64) -> String {
    text(x, Layout { code: 'r', precision: 0, alternate: false, add_dot_0: true, upper: false })
}

/// Bytes of the buffer that `PyOS_double_to_string` fills with a text: its digits, sign, point and final zero, and five for an
/// exponent.
pub fn buffer_size(text: &str) -> u64 {
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count() as u64;
    match text.split_once(['e', 'E']) {
        _ if digits(text) == 0 => 5,
        Some((mantissa, _)) => 3 + digits(mantissa) + 5,
        None => 3 + digits(text),
    }
}

/// A part of a complex number's `repr`: as [`repr`], but whole numbers stay without a point.
pub fn repr_part(x: f64) -> String {
    text(x, Layout { code: 'r', precision: 0, alternate: false, add_dot_0: false, upper: false })
}

/// The text of `x`, with a `-` before negative numbers (and negative zero).
pub fn text(x: f64, layout: Layout) -> String {
    if !x.is_finite() {
        let word = match (x.is_nan(), layout.upper) {
            (true, false) => "nan",
            (true, true) => "NAN",
            (false, false) => "inf",
            (false, true) => "INF",
        };
        let sign = if !x.is_nan() && x < 0.0 { "-" } else { "" };
        return format!("{sign}{word}");
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    let body = lay_out(&decimal(x.abs(), layout), layout);
    format!("{sign}{body}")
}

/// No float has more digits than this, before or after the point; what is asked for beyond is zeros.
const MOST_DIGITS: usize = 1100;

fn decimal(x: f64, layout: Layout) -> Decimal {
    let precision = layout.precision.min(MOST_DIGITS);
    if x == 0.0 {
        return Decimal { digits: "0".to_owned(), point: 1 };
    }
    let scientific = match layout.code {
        'f' => return fixed_decimal(x, precision),
        'e' => format!("{:.*e}", precision, x),
        'g' => format!("{:.*e}", precision.max(1) - 1, x),
        _ => format!("{x:e}"),
    };
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    Decimal { digits: without_trailing_zeros(&digits), point: exponent.parse::<i32>().unwrap_or(0) + 1 }
}

fn fixed_decimal(x: f64, precision: usize) -> Decimal {
    let fixed = format!("{x:.precision$}");
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0');
    if significant.is_empty() {
        return Decimal { digits: "0".to_owned(), point: 1 };
    }
    let skipped = (all.len() - significant.len()) as i32;
    Decimal { digits: without_trailing_zeros(significant), point: whole.len() as i32 - skipped }
}

fn without_trailing_zeros(digits: &str) -> String {
    let kept = digits.trim_end_matches('0');
    if kept.is_empty() { "0".to_owned() } else { kept.to_owned() }
}

fn lay_out(number: &Decimal, layout: Layout) -> String {
    let count = number.digits.len() as i32;
    let precision = layout.precision.min(i32::MAX as usize / 2) as i32;
    let significant = if layout.code == 'g' { precision.max(1) } else { precision };
    let (scientific, wanted) = match layout.code {
        'e' => (true, precision + 1),
        'f' => (false, number.point + precision),
        'g' => {
            let limit = significant - i32::from(layout.add_dot_0);
            let wanted = if layout.alternate { significant } else { count };
            (number.point <= -4 || number.point > limit, wanted)
        }
        _ => (number.point <= -4 || number.point > 16, count),
    };
    let shown_point = if scientific { 1 } else { number.point };
    let mut end = wanted;
    if !scientific && layout.add_dot_0 && end <= shown_point {
        end = shown_point + 1;
    } else if end < shown_point {
        end = shown_point;
    }
    let digit = |i: i32| if (0..count).contains(&i) { number.digits.as_bytes()[i as usize] as char } else { '0' };
    let mut out = String::new();
    if shown_point <= 0 {
        out.push('0');
    }
    out.extend((0..shown_point).map(digit));
    if end > shown_point {
        out.push('.');
        out.extend((shown_point.min(0)..end).filter(|i| *i >= shown_point).map(digit));
    } else if layout.alternate {
        out.push('.');
    }
    if scientific {
        let exponent = number.point - 1;
        let (letter, sign) = (if layout.upper { 'E' } else { 'e' }, if exponent < 0 { '-' } else { '+' });
        out.push_str(&format!("{letter}{sign}{:02}", exponent.abs()));
    }
    out
}

/// `float.hex(x)`.
pub fn hex(x: f64) -> String {
    if !x.is_finite() {
        return repr(x);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = x.to_bits();
    let (biased, fraction) = (((bits >> 52) & 0x7ff) as i32, bits & ((1 << 52) - 1));
    let (lead, exponent) = if biased == 0 { (0, -1022) } else { (1, biased - 1023) };
    let exponent_sign = if exponent < 0 { '-' } else { '+' };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent_sign}{}", exponent.abs())
}

/// `float(text)` for text already stripped of white space; `None` if it is not a number.
pub fn parse(text: &str) -> Option<f64> {
    let (negative, rest) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let magnitude = match rest.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => plain_number(rest)?,
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// Digits with single underscores between them, a point and an exponent: what `float()` takes beside the special words.
fn plain_number(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    if !bytes.first().is_some_and(|b| b.is_ascii_digit() || *b == b'.') {
        return None;
    }
    for (i, byte) in bytes.iter().enumerate() {
        let digit_at = |j: Option<usize>| j.and_then(|j| bytes.get(j)).is_some_and(u8::is_ascii_digit);
        match byte {
            b'_' if !(digit_at(i.checked_sub(1)) && digit_at(Some(i + 1))) => return None,
            b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-' | b'_' => {}
            _ => return None,
        }
    }
    text.replace('_', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Layout, hex, parse, repr, text};

    fn formatted(x: f64, code: char, precision: usize) -> String {
        text(x, Layout { code, precision, alternate: false, add_dot_0: false, upper: false })
    }

    #[test]
    fn repr_switches_to_exponents_where_cpython_does() {
        for (x, expected) in [
            (0.0, "0.0"), (-0.0, "-0.0"), (1.0, "1.0"), (0.1, "0.1"), (1e16, "1e+16"), (1e15, "1000000000000000.0"),
            (9007199254740993.0, "9007199254740992.0"), (0.0001, "0.0001"), (0.00001, "1e-05"), (1.5e300, "1.5e+300"),
            (123456.789, "123456.789"), (5e-324, "5e-324"), (f64::INFINITY, "inf"), (f64::NAN, "nan"),
        ] {
            assert_eq!(repr(x), expected);
        }
    }

    #[test]
    fn precision_counts_digits_after_the_point_or_significant_ones() {
        assert_eq!(formatted(3.14159, 'f', 2), "3.14");
        assert_eq!(formatted(0.5, 'f', 0), "0");
        assert_eq!(formatted(1234567.0, 'g', 6), "1.23457e+06");
        assert_eq!(formatted(100000.0, 'g', 6), "100000");
        assert_eq!(formatted(0.0001, 'g', 6), "0.0001");
        assert_eq!(formatted(1234.5, 'e', 3), "1.234e+03");
        assert_eq!(formatted(0.001, 'f', 2), "0.00");
        assert_eq!(formatted(0.0, 'e', 2), "0.00e+00");
    }

    #[test]
    fn hex_and_parsing_agree_with_cpython() {
        assert_eq!(hex(1.5), "0x1.8000000000000p+0");
        assert_eq!(hex(-0.1), "-0x1.999999999999ap-4");
        assert_eq!(parse("1_000.5e1"), Some(10005.0));
        assert_eq!(parse("1__0"), None);
        assert_eq!(parse("-Infinity"), Some(f64::NEG_INFINITY));
        assert_eq!(parse("e5"), None);
    }
}
