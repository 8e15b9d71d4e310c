//! `unicode_escape` and `raw_unicode_escape`: text as it could stand in a literal.

use super::{Failure, decode::Decoder};

const CODEC: &str = "unicodeescape";
const RAW: &str = "rawunicodeescape";

/// A character as `unicode_escape` writes it.
pub(super) fn push(point: u32, out: &mut Vec<u8>) {
    match point {
        9 => out.extend(b"\\t"),
        10 => out.extend(b"\\n"),
        13 => out.extend(b"\\r"),
        92 => out.extend(b"\\\\"),
        32..=126 => out.push(point as u8),
        _ => out.extend(crate::text::quote::escape(point).bytes()),
    }
}

/// The value of the hexadecimal digits from `start` on, at most `most`, and where they end.
fn hexadecimal(data: &[u8], start: usize, most: usize) -> (u32, usize) {
    let digits = data[start..].iter().take(most).map_while(|byte| char::from(*byte).to_digit(16));
    let (value, count) = digits.fold((0u32, 0), |(value, count), digit| (value.wrapping_mul(16) + digit, count + 1));
    (value, start + count)
}

pub(super) fn decode(decoder: &mut Decoder<'_>) -> Result<(), Failure> {
    while let Some(byte) = decoder.data.get(decoder.at).copied() {
        if byte != b'\\' {
            decoder.out.push(u32::from(byte));
            decoder.at += 1;
            continue;
        }
        let Some(letter) = decoder.data.get(decoder.at + 1).copied() else {
            decoder.fail(CODEC, decoder.at + 1, "\\ at end of string")?;
            continue;
        };
        let after = decoder.at + 2;
        let point = match letter {
            b'\n' => {
                decoder.at = after;
                continue;
            }
            b'\\' | b'\'' | b'"' => u32::from(letter),
            b'a' => 7,
            b'b' => 8,
            b't' => 9,
            b'n' => 10,
            b'v' => 11,
            b'f' => 12,
            b'r' => 13,
            b'0'..=b'7' => {
                let digits = decoder.data[decoder.at + 1..].iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7'));
                let (value, count) = digits.fold((0, 0), |(value, count), digit| (value * 8 + u32::from(digit - b'0'), count + 1));
                decoder.out.push(value);
                decoder.at += 1 + count;
                continue;
            }
            b'x' => {
                numbered(decoder, 2, CODEC, "truncated \\xXX escape", "")?;
                continue;
            }
            b'u' => {
                numbered(decoder, 4, CODEC, "truncated \\uXXXX escape", "")?;
                continue;
            }
            b'U' => {
                numbered(decoder, 8, CODEC, "truncated \\UXXXXXXXX escape", "illegal Unicode character")?;
                continue;
            }
            b'N' => {
                let rest = &decoder.data[after..];
                let end = rest.iter().position(|byte| *byte == b'}').filter(|end| *end > 1 && rest.first() == Some(&b'{'));
                let (end, reason) = match end {
                    Some(end) => (after + end + 1, "unknown Unicode character name"),
                    None => (after + usize::from(rest.first() == Some(&b'{')), "malformed \\N character escape"),
                };
                decoder.fail(CODEC, end, reason)?;
                continue;
            }
            other => {
                decoder.out.extend([92, u32::from(other)]);
                decoder.at = after;
                continue;
            }
        };
        decoder.out.push(point);
        decoder.at = after;
    }
    Ok(())
}

/// An escape with so many hexadecimal digits.
fn numbered(
    decoder: &mut Decoder<'_>,
    digits: usize,
    codec: &'static str,
    truncated: &'static str,
    too_large: &'static str,
) -> Result<(), Failure> {
    let start = decoder.at + 2;
    let (point, end) = hexadecimal(decoder.data, start, digits);
    if end - start < digits {
        return decoder.fail(codec, end, truncated);
    }
    if point >= 0x11_0000 {
        return decoder.fail(codec, end, too_large);
    }
    decoder.out.push(point);
    decoder.at = end;
    Ok(())
}

pub(super) fn decode_raw(decoder: &mut Decoder<'_>) -> Result<(), Failure> {
    while let Some(byte) = decoder.data.get(decoder.at).copied() {
        match (byte, decoder.data.get(decoder.at + 1)) {
            (b'\\', Some(b'u')) => numbered(decoder, 4, RAW, "truncated \\uXXXX escape", "")?,
            (b'\\', Some(b'U')) => numbered(decoder, 8, RAW, "truncated \\UXXXXXXXX escape", "\\Uxxxxxxxx out of range")?,
            (b'\\', Some(next)) => {
                decoder.out.extend([92, u32::from(*next)]);
                decoder.at += 2;
            }
            _ => {
                decoder.out.push(u32::from(byte));
                decoder.at += 1;
            }
        }
    }
    Ok(())
}
