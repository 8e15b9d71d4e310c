//! From bytes to text.

use super::{Encoding, Errors, Failure, escape, is_surrogate};

/// A decoding under way.
pub(super) struct Decoder<'a> {
    pub(super) data: &'a [u8],
    pub(super) at: usize,
    pub(super) out: Vec<u32>,
    encoding: Encoding,
    errors: Errors,
}

/// The text that `data` encodes.
pub fn decode(data: &[u8], encoding: Encoding, errors: Errors) -> Result<Vec<u32>, Failure> {
    let out = Vec::with_capacity(data.len());
    let mut decoder = Decoder { data, at: 0, out, encoding, errors };
    match encoding {
        Encoding::Latin1 => return Ok(data.iter().copied().map(u32::from).collect()),
        Encoding::Utf8 => decoder.utf8()?,
        Encoding::Utf8Marked => {
            // The positions of failures do not count the mark.
            decoder.data = data.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(data);
            decoder.utf8()?;
        }
        Encoding::Ascii => decoder.ascii()?,
        Encoding::Utf16 { big, mark } => decoder.utf16(big, mark)?,
        Encoding::Utf32 { big, mark } => decoder.utf32(big, mark)?,
        Encoding::UnicodeEscape => escape::decode(&mut decoder)?,
        Encoding::RawUnicodeEscape => escape::decode_raw(&mut decoder)?,
    }
    Ok(decoder.out)
}

impl Decoder<'_> {
    /// What the handler makes of the bytes from `at` to `end`; goes on after them.
    pub(super) fn fail(&mut self, codec: &'static str, end: usize, reason: &'static str) -> Result<(), Failure> {
        let failure = Failure { codec, start: self.at, end, reason };
        let failed = &self.data[self.at..end];
        match self.errors {
            Errors::Ignore => self.at = end,
            Errors::Replace => {
                self.out.push(0xfffd);
                self.at = end;
            }
            Errors::BackslashReplace => {
                self.out.extend(failed.iter().flat_map(|b| format!("\\x{b:02x}").into_bytes()).map(u32::from));
                self.at = end;
            }
            Errors::SurrogateEscape => {
                let count = failed.iter().take(4).take_while(|byte| **byte >= 128).count();
                if count == 0 {
                    return Err(failure);
                }
                self.out.extend(failed[..count].iter().map(|byte| 0xdc00 + u32::from(*byte)));
                self.at += count;
            }
            Errors::SurrogatePass => match self.surrogate() {
                Some((point, length)) => {
                    self.out.push(point);
                    self.at += length;
                }
                None => return Err(failure),
            },
            _ => return Err(failure),
        }
        Ok(())
    }

    /// The lone surrogate that the next bytes encode, and how many they are.
    fn surrogate(&self) -> Option<(u32, usize)> {
        let rest = &self.data[self.at..];
        let (point, length) = match (self.encoding, rest) {
            (Encoding::Utf8 | Encoding::Utf8Marked, [0xed, b @ 0x80..=0xbf, c @ 0x80..=0xbf, ..]) => {
                (0xd000 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f), 3)
            }
            (Encoding::Utf16 { big, mark }, [a, b, ..]) => (self.unit16([*a, *b], big, mark), 2),
            (Encoding::Utf32 { big, mark }, [a, b, c, d, ..]) => (self.unit32([*a, *b, *c, *d], big, mark), 4),
            _ => return None,
        };
        is_surrogate(point).then_some((point, length))
    }

    /// With a mark at the beginning, that says what comes first.
    fn unit16(&self, pair: [u8; 2], big: bool, mark: bool) -> u32 {
        let big = big || mark && self.data.starts_with(&[0xfe, 0xff]);
        u32::from(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    }

    fn unit32(&self, word: [u8; 4], big: bool, mark: bool) -> u32 {
        let big = big || mark && self.data.starts_with(&[0, 0, 0xfe, 0xff]);
        if big { u32::from_be_bytes(word) } else { u32::from_le_bytes(word) }
    }

    fn ascii(&mut self) -> Result<(), Failure> {
        while let Some(byte) = self.data.get(self.at).copied() {
            if byte < 128 {
                self.out.push(u32::from(byte));
                self.at += 1;
            } else {
                self.fail("ascii", self.at + 1, "ordinal not in range(128)")?;
            }
        }
        Ok(())
    }

    fn utf8(&mut self) -> Result<(), Failure> {
        while self.at < self.data.len() {
            let failure = match std::str::from_utf8(&self.data[self.at..]) {
                Ok(text) => {
                    self.out.extend(text.chars().map(u32::from));
                    break;
                }
                Err(failure) => failure,
            };
            let good = failure.valid_up_to();
            if let Ok(text) = std::str::from_utf8(&self.data[self.at..self.at + good]) {
                self.out.extend(text.chars().map(u32::from));
            }
            self.at += good;
            let (length, reason) = match failure.error_len() {
                None => (self.data.len() - self.at, "unexpected end of data"),
                Some(length) if length == 1 && !matches!(self.data[self.at], 0xc2..=0xf4) => (1, "invalid start byte"),
                Some(length) => (length, "invalid continuation byte"),
            };
            self.fail("utf-8", self.at + length, reason)?;
        }
        Ok(())
    }

    fn utf16(&mut self, big: bool, mark: bool) -> Result<(), Failure> {
        let marked_big = mark && self.data.starts_with(&[0xfe, 0xff]);
        if marked_big || mark && self.data.starts_with(&[0xff, 0xfe]) {
            self.at = 2;
        }
        let codec = if big || marked_big { "utf-16-be" } else { "utf-16-le" };
        while self.at < self.data.len() {
            let unit = |this: &Self, at: usize| match this.data.get(at..at + 2) {
                Some([a, b]) => Some(this.unit16([*a, *b], big, mark)),
                _ => None,
            };
            let Some(first) = unit(self, self.at) else {
                self.fail(codec, self.data.len(), "truncated data")?;
                continue;
            };
            match (first, unit(self, self.at + 2)) {
                (0xd800..0xdc00, None) => self.fail(codec, self.data.len(), "unexpected end of data")?,
                (0xd800..0xdc00, Some(second @ 0xdc00..0xe000)) => {
                    self.out.push(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
                    self.at += 4;
                }
                (0xd800..0xdc00, Some(_)) => self.fail(codec, self.at + 2, "illegal UTF-16 surrogate")?,
                (0xdc00..0xe000, _) => self.fail(codec, self.at + 2, "illegal encoding")?,
                _ => {
                    self.out.push(first);
                    self.at += 2;
                }
            }
        }
        Ok(())
    }

    fn utf32(&mut self, big: bool, mark: bool) -> Result<(), Failure> {
        let marked_big = mark && self.data.starts_with(&[0, 0, 0xfe, 0xff]);
        if marked_big || mark && self.data.starts_with(&[0xff, 0xfe, 0, 0]) {
            self.at = 4;
        }
        let codec = if big || marked_big { "utf-32-be" } else { "utf-32-le" };
        while self.at < self.data.len() {
            let Some([a, b, c, d]) = self.data.get(self.at..self.at + 4) else {
                self.fail(codec, self.data.len(), "truncated data")?;
                continue;
            };
            match self.unit32([*a, *b, *c, *d], big, mark) {
                0xd800..0xe000 => self.fail(codec, self.at + 4, "code point in surrogate code point range(0xd800, 0xe000)")?,
                0x11_0000.. => self.fail(codec, self.at + 4, "code point not in range(0x110000)")?,
                point => {
                    self.out.push(point);
                    self.at += 4;
                }
            }
        }
        Ok(())
    }
}
