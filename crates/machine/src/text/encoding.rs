//! The encodings that are built in, with their error handlers (Objects/unicodeobject.c, Python/codecs.c).

pub mod decode;
pub mod escape;

use heapglass_heap::Address;

pub use decode::decode;

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
    /// With a mark at the beginning (`utf-8-sig`).
    Utf8Marked,
    Ascii,
    Latin1,
    Utf16 {
        big: bool,
        mark: bool,
    },
    Utf32 {
        big: bool,
        mark: bool,
    },
    UnicodeEscape,
    RawUnicodeEscape,
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
    /// No handler has this name (a str, borrowed); that is told when one is needed.
    Unknown(Address),
}

/// An encoding's name in lower case, without what separates its words.
pub fn plain_name(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).collect::<String>().to_ascii_lowercase()
}

impl Encoding {
    /// The encoding called `name`, spelled in any of the usual ways.
    pub fn named(name: &str) -> Option<Self> {
        Some(match plain_name(name).as_str() {
            "utf8" | "u8" | "utf" | "cp65001" => Self::Utf8,
            "utf8sig" => Self::Utf8Marked,
            "ascii" | "usascii" | "646" => Self::Ascii,
            "latin1" | "iso88591" | "latin" | "l1" | "8859" | "cp819" => Self::Latin1,
            "utf16" | "u16" => Self::Utf16 { big: false, mark: true },
            "utf16le" => Self::Utf16 { big: false, mark: false },
            "utf16be" => Self::Utf16 { big: true, mark: false },
            "utf32" | "u32" => Self::Utf32 { big: false, mark: true },
            "utf32le" => Self::Utf32 { big: false, mark: false },
            "utf32be" => Self::Utf32 { big: true, mark: false },
            "unicodeescape" => Self::UnicodeEscape,
            "rawunicodeescape" => Self::RawUnicodeEscape,
            _ => return None,
        })
    }

    /// The same, for what comes after the beginning.
    pub fn without_mark(self) -> Self {
        match self {
            Self::Utf8Marked => Self::Utf8,
            Self::Utf16 { big, .. } => Self::Utf16 { big, mark: false },
            Self::Utf32 { big, .. } => Self::Utf32 { big, mark: false },
            other => other,
        }
    }

    /// Whether CPython has a codec of this name, but not one between text and bytes.
    pub fn is_no_text(name: &str) -> bool {
        matches!(plain_name(name).as_str(), "hex" | "rot13" | "base64" | "bz2" | "zlib" | "zip" | "uu" | "quopri")
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
        Encoding::Utf8Marked => out.extend([0xef, 0xbb, 0xbf]),
        Encoding::Utf16 { mark: true, .. } => out.extend([0xff, 0xfe]),
        Encoding::Utf32 { mark: true, .. } => out.extend([0xff, 0xfe, 0, 0]),
        _ => {}
    }
    let mut at = 0;
    while at < text.len() {
        if push_encoded(text[at], encoding, errors == Errors::SurrogatePass, &mut out) {
            at += 1;
            continue;
        }
        let narrow = matches!(encoding, Encoding::Ascii | Encoding::Latin1);
        let fails = |point: u32| if narrow { point >= limit(encoding) } else { is_surrogate(point) };
        let end = at + text[at..].iter().take_while(|point| fails(**point)).count();
        for failed in &text[at..end] {
            let stand_in = match errors {
                Errors::Ignore => String::new(),
                Errors::Replace => "?".to_owned(),
                Errors::BackslashReplace => super::quote::escape(*failed),
                Errors::XmlCharRefReplace => format!("&#{failed};"),
                Errors::SurrogateEscape if (0xdc80..=0xdcff).contains(failed) && unit(encoding) == 1 => {
                    out.push((*failed - 0xdc00) as u8);
                    continue;
                }
                _ => return Err(refusal(encoding, at, end)),
            };
            for c in stand_in.bytes() {
                push_encoded(u32::from(c), encoding, false, &mut out);
            }
        }
        at = end;
    }
    Ok(out)
}

fn is_surrogate(point: u32) -> bool {
    (0xd800..0xe000).contains(&point)
}

/// The least number of bytes of a character.
fn unit(encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf16 { .. } => 2,
        Encoding::Utf32 { .. } => 4,
        _ => 1,
    }
}

fn limit(encoding: Encoding) -> u32 {
    if encoding == Encoding::Ascii { 128 } else { 256 }
}

fn refusal(encoding: Encoding, start: usize, end: usize) -> Failure {
    let reason = match encoding {
        Encoding::Ascii => "ordinal not in range(128)",
        Encoding::Latin1 => "ordinal not in range(256)",
        _ => "surrogates not allowed",
    };
    let codec = match encoding {
        Encoding::Ascii => "ascii",
        Encoding::Latin1 => "latin-1",
        Encoding::Utf16 { mark: true, .. } => "utf-16",
        Encoding::Utf16 { big: false, .. } => "utf-16-le",
        Encoding::Utf16 { .. } => "utf-16-be",
        Encoding::Utf32 { mark: true, .. } => "utf-32",
        Encoding::Utf32 { big: false, .. } => "utf-32-le",
        Encoding::Utf32 { .. } => "utf-32-be",
        _ => "utf-8",
    };
    Failure { codec, start, end, reason }
}

fn push_encoded(point: u32, encoding: Encoding, surrogates: bool, out: &mut Vec<u8>) -> bool {
    match encoding {
        Encoding::Ascii | Encoding::Latin1 => {
            if point >= limit(encoding) {
                return false;
            }
            out.push(point as u8);
        }
        Encoding::UnicodeEscape => escape::push(point, out),
        Encoding::RawUnicodeEscape if point < 0x100 => out.push(point as u8),
        Encoding::RawUnicodeEscape => out.extend(super::quote::escape(point).bytes()),
        _ if is_surrogate(point) && !surrogates => return false,
        Encoding::Utf8 | Encoding::Utf8Marked => match char::from_u32(point) {
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
