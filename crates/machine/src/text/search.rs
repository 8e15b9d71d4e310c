//! Finding, counting and replacing; the same code serves text (`u32`) and bytes (`u8`).

/// A part `start:end` of a sequence, as the optional arguments of `find`, `count`, `startswith` … give it.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// First index.
    pub start: i64,
    /// One past the last.
    pub end: i64,
}

impl Bounds {
    /// The bounds cut to a sequence of `length`, negative indices counted from the end.
    /// `None` when the start lies beyond the end, where not even an empty needle is found.
    pub fn clipped(self, length: usize) -> Option<(usize, usize)> {
        let length = length as i64;
        let end = if self.end > length {
            length
        } else if self.end < 0 {
            (self.end + length).max(0)
        } else {
            self.end
        };
        let start = if self.start < 0 { (self.start + length).max(0) } else { self.start };
        (start <= end).then_some((start as usize, end as usize))
    }
}

/// The first place of `needle`, counted from the beginning of `text`.
pub fn find<T: PartialEq>(text: &[T], needle: &[T]) -> Option<usize> {
    let Some(first) = needle.first() else { return Some(0) };
    let last_start = text.len().checked_sub(needle.len())?;
    (0..=last_start).find(|at| text[*at] == *first && text[*at..*at + needle.len()] == *needle)
}

/// The last place of `needle`.
pub fn rfind<T: PartialEq>(text: &[T], needle: &[T]) -> Option<usize> {
    let last_start = text.len().checked_sub(needle.len())?;
    (0..=last_start).rev().find(|at| text[*at..*at + needle.len()] == *needle)
}

/// How often `needle` occurs without overlap.
pub fn count<T: PartialEq>(text: &[T], needle: &[T]) -> usize {
    if needle.is_empty() {
        return text.len() + 1;
    }
    let (mut found, mut at) = (0, 0);
    while let Some(next) = find(&text[at..], needle) {
        found += 1;
        at += next + needle.len();
    }
    found
}

/// `text` with at most `most` occurrences of `old` replaced; `None` when there is nothing to replace.
pub fn replace<T: PartialEq + Clone>(text: &[T], old: &[T], new: &[T], most: Option<usize>) -> Option<Vec<T>> {
    let most = most.unwrap_or(usize::MAX);
    if most == 0 || old == new {
        return None;
    }
    if old.is_empty() {
        let mut out = Vec::new();
        for (i, item) in text.iter().enumerate() {
            if i < most {
                out.extend_from_slice(new);
            }
            out.push(item.clone());
        }
        if text.len() < most {
            out.extend_from_slice(new);
        }
        return Some(out);
    }
    let (mut out, mut at, mut done) = (Vec::new(), 0, 0);
    while done < most {
        let Some(next) = find(&text[at..], old) else { break };
        out.extend_from_slice(&text[at..at + next]);
        out.extend_from_slice(new);
        at += next + old.len();
        done += 1;
    }
    if done == 0 {
        return None;
    }
    out.extend_from_slice(&text[at..]);
    Some(out)
}

/// Tabs become spaces up to the next multiple of `size`.
pub fn expand_tabs<T: PartialEq + Clone + From<u8>>(text: &[T], size: i64) -> Vec<T> {
    let (mut out, mut column) = (Vec::new(), 0);
    for item in text {
        if *item == T::from(b'\t') {
            if size > 0 {
                let missing = size - column % size;
                column += missing;
                out.extend((0..missing).map(|_| T::from(b' ')));
            }
        } else {
            column = if *item == T::from(b'\n') || *item == T::from(b'\r') { 0 } else { column + 1 };
            out.push(item.clone());
        }
    }
    out
}

/// `zfill`: zeros after the sign up to `width`.
pub fn zero_filled<T: PartialEq + Clone + From<u8>>(text: &[T], width: usize) -> Vec<T> {
    let missing = width.saturating_sub(text.len());
    let signed = text.first().is_some_and(|c| *c == T::from(b'+') || *c == T::from(b'-'));
    let (sign, rest) = text.split_at(usize::from(signed));
    let zeros = std::iter::repeat_n(T::from(b'0'), missing);
    sign.iter().cloned().chain(zeros).chain(rest.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Bounds, count, find, replace, rfind};

    #[test]
    fn an_empty_needle_is_everywhere() {
        assert_eq!(count(b"abc", b""), 4);
        assert_eq!(find(b"", b""), Some(0));
        assert_eq!(rfind(b"abc", b""), Some(3));
        assert_eq!(replace(b"ab", b"", b"-", None).unwrap(), b"-a-b-");
        assert_eq!(replace(b"ab", b"", b"-", Some(2)).unwrap(), b"-a-b");
    }

    #[test]
    fn bounds_are_clipped_as_slices_are() {
        assert_eq!(Bounds { start: -2, end: 99 }.clipped(5), Some((3, 5)));
        assert_eq!(Bounds { start: 6, end: 99 }.clipped(5), None);
    }
}
