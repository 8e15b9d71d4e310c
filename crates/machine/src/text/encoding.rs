//! The encodings utf-8, ascii, latin-1, utf-16 and utf-32, with their error handlers.

/// A character or byte that could not be translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The codec's name in the message.
    pub codec: &'static str,
    /// The first item that failed.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Why.
    pub reason: &'static str,
}

/// The encodings that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the encodings' own")]
pub enum Encoding {
    Utf8,
    Ascii,
    Latin1,
    Utf16 { big: bool, mark: bool },
    Utf32 { big: bool, mark: bool },
}

/// What to do with a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the handlers' own")]
pub enum Errors {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
    SurrogatePass,
    SurrogateEscape,
}

impl Encoding {
    /// The encoding called `name`, spelled in any of the usual ways.
    pub fn named(name: &str) -> Option<Self> {
        let plain: String = name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).collect::<String>().to_ascii_lowercase();
        Some(match plain.as_str() {
            "utf8" | "u8" | "utf" | "cp65001" => Self::Utf8,
            "ascii" | "usascii" | "646" => Self::Ascii,
            "latin1" | "iso88591" | "latin" | "l1" | "8859" | "cp819" => Self::Latin1,
            "utf16" | "u16" => Self::Utf16 { big: false, mark: true },
            "utf16le" => Self::Utf16 { big: false, mark: false },
            "utf16be" => Self::Utf16 { big: true, mark: false },
            "utf32" | "u32" => Self::Utf32 { big: false, mark: true },
            "utf32le" => Self::Utf32 { big: false, mark: false },
            "utf32be" => Self::Utf32 { big: true, mark: false },
            _ => return None,
        })
    }
}

impl Errors {
    /// The handler called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "strict" => Self::Strict,
            "ignore" => Self::Ignore,
            "replace" => Self::Replace,
            "backslashreplace" => Self::BackslashReplace,
            "xmlcharrefreplace" => Self::XmlCharRefReplace,
            "surrogatepass" => Self::SurrogatePass,
            "surrogateescape" => Self::SurrogateEscape,
            _ => return None,
        })
    }
}

/// The bytes of `text`.
pub fn encode(text: &[u32], encoding: Encoding, errors: Errors) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::with_capacity(text.len());
    match encoding {
        Encoding::Utf16 { mark: true, .. } => out.extend([0xff, 0xfe]),
        Encoding::Utf32 { mark: true, .. } => out.extend([0xff, 0xfe, 0, 0]),
        _ => {}
    }
    let mut at = 0;
    while at < text.len() {
        let point = text[at];
        if push_encoded(point, encoding, errors == Errors::SurrogatePass, &mut out) {
            at += 1;
            continue;
        }
        let surrogates = !matches!(encoding, Encoding::Ascii | Encoding::Latin1);
        let fails = |point: u32| if surrogates { (0xd800..0xe000).contains(&point) } else { point >= limit(encoding) };
        let end = at + text[at..].iter().take_while(|point| fails(**point)).count();
        let escape = |point: u32| (0xdc80..=0xdcff).contains(&point);
        for failed in &text[at..end] {
            match errors {
                Errors::Ignore => {}
                Errors::Replace => out.push(b'?'),
                Errors::BackslashReplace => out.extend(super::quote::escape(*failed).bytes()),
                Errors::XmlCharRefReplace => out.extend(format!("&#{failed};").bytes()),
                Errors::SurrogateEscape if escape(*failed) => out.push((*failed - 0xdc00) as u8),
                _ => return Err(refusal(encoding, at, end)),
            }
        }
        at = end;
    }
    Ok(out)
}

fn limit(encoding: Encoding) -> u32 {
    if encoding == Encoding::Ascii { 128 } else { 256 }
}

fn refusal(encoding: Encoding, start: usize, end: usize) -> Failure {
    let (codec, reason) = match encoding {
        Encoding::Utf8 => ("utf-8", "surrogates not allowed"),
        Encoding::Ascii => ("ascii", "ordinal not in range(128)"),
        Encoding::Latin1 => ("latin-1", "ordinal not in range(256)"),
        Encoding::Utf16 { .. } => ("utf-16", "surrogates not allowed"),
        Encoding::Utf32 { .. } => ("utf-32", "surrogates not allowed"),
    };
    Failure { codec, start, end, reason }
}

fn push_encoded(point: u32, encoding: Encoding, surrogates: bool, out: &mut Vec<u8>) -> bool {
    let lone = (0xd800..0xe000).contains(&point);
    match encoding {
        Encoding::Ascii | Encoding::Latin1 => {
            if point >= limit(encoding) {
                return false;
            }
            out.push(point as u8);
        }
        _ if lone && !surrogates => return false,
        Encoding::Utf8 => match char::from_u32(point) {
            Some(c) => out.extend(c.encode_utf8(&mut [0; 4]).bytes()),
            None => out.extend([0xe0 | (point >> 12) as u8, 0x80 | (point >> 6 & 0x3f) as u8, 0x80 | (point & 0x3f) as u8]),
        },
        Encoding::Utf16 { big, .. } => {
            let mut unit = |unit: u32| out.extend(if big { (unit as u16).to_be_bytes() } else { (unit as u16).to_le_bytes() });
            if point < 0x10000 {
                unit(point);
            } else {
                unit(0xd7c0 + (point >> 10));
                unit(0xdc00 + (point & 0x3ff));
            }
        }
        Encoding::Utf32 { big, .. } => out.extend(if big { point.to_be_bytes() } else { point.to_le_bytes() }),
    }
    true
}

/// The text that `data` encodes.
pub fn decode(data: &[u8], encoding: Encoding, errors: Errors) -> Result<Vec<u32>, Failure> {
    match encoding {
        Encoding::Utf8 => decode_utf8(data, errors),
        Encoding::Latin1 => Ok(data.iter().copied().map(u32::from).collect()),
        Encoding::Ascii => {
            let mut out = Vec::with_capacity(data.len());
            for (at, byte) in data.iter().enumerate() {
                if *byte < 128 {
                    out.push(u32::from(*byte));
                } else {
                    let failure = Failure { codec: "ascii", start: at, end: at + 1, reason: "ordinal not in range(128)" };
                    handle(&data[at..=at], errors, failure, &mut out)?;
                }
            }
            Ok(out)
        }
        Encoding::Utf16 { big, mark } => Ok(decode_utf16(data, big, mark)),
        Encoding::Utf32 { big, mark } => {
            let data = if mark { data.strip_prefix(&[0xff, 0xfe, 0, 0]).unwrap_or(data) } else { data };
            let word = |b: &[u8]| [b[0], b[1], b[2], b[3]];
            Ok(data.chunks_exact(4).map(|b| if big { u32::from_be_bytes(word(b)) } else { u32::from_le_bytes(word(b)) }).collect())
        }
    }
}

fn decode_utf16(data: &[u8], big: bool, mark: bool) -> Vec<u32> {
    let (data, big) = match data {
        [0xff, 0xfe, rest @ ..] if mark => (rest, false),
        [0xfe, 0xff, rest @ ..] if mark => (rest, true),
        _ => (data, big),
    };
    let units = data.chunks_exact(2).map(|b| if big { u16::from_be_bytes([b[0], b[1]]) } else { u16::from_le_bytes([b[0], b[1]]) });
    char::decode_utf16(units).map(|unit| unit.map_or_else(|error| u32::from(error.unpaired_surrogate()), u32::from)).collect()
}

fn decode_utf8(data: &[u8], errors: Errors) -> Result<Vec<u32>, Failure> {
    let (mut out, mut at) = (Vec::with_capacity(data.len()), 0);
    while at < data.len() {
        let failure = match std::str::from_utf8(&data[at..]) {
            Ok(text) => {
                out.extend(text.chars().map(u32::from));
                break;
            }
            Err(failure) => failure,
        };
        let good = failure.valid_up_to();
        if let Ok(text) = std::str::from_utf8(&data[at..at + good]) {
            out.extend(text.chars().map(u32::from));
        }
        at += good;
        let (length, reason) = match failure.error_len() {
            None => (data.len() - at, "unexpected end of data"),
            Some(length) if length == 1 && !matches!(data[at], 0xc2..=0xf4) => (1, "invalid start byte"),
            Some(length) => (length, "invalid continuation byte"),
        };
        let failure = Failure { codec: "utf-8", start: at, end: at + length, reason };
        handle(&data[at..at + length], errors, failure, &mut out)?;
        at += length;
    }
    Ok(out)
}

fn handle(failed: &[u8], errors: Errors, failure: Failure, out: &mut Vec<u32>) -> Result<(), Failure> {
    match errors {
        Errors::Ignore => {}
        Errors::Replace => out.push(0xfffd),
        Errors::BackslashReplace => out.extend(failed.iter().flat_map(|b| format!("\\x{b:02x}").into_bytes()).map(u32::from)),
        Errors::SurrogateEscape => out.extend(failed.iter().map(|b| 0xdc00 + u32::from(*b))),
        _ => return Err(failure),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Encoding, Errors, decode, encode};
    use crate::text::points;

    #[test]
    fn failures_name_the_place() {
        let failure = encode(&points("aé€"), Encoding::Ascii, Errors::Strict).unwrap_err();
        assert_eq!((failure.start, failure.end), (1, 3));
        let failure = decode(b"a\xff", Encoding::Utf8, Errors::Strict).unwrap_err();
        assert_eq!((failure.start, failure.reason), (1, "invalid start byte"));
        assert_eq!(decode(b"a\xff", Encoding::Utf8, Errors::Replace).unwrap(), [0x61, 0xfffd]);
        assert_eq!(encode(&points("é"), Encoding::Utf8, Errors::Strict).unwrap(), [0xc3, 0xa9]);
    }
}
