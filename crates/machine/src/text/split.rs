//! Cutting: `split`, `rsplit`, `splitlines`, `partition` and the `strip` family, as ranges of the text.

use std::ops::Range;

use super::search::{find, rfind};

/// The pieces between runs of blanks, at most `most` cuts from the left.
pub fn blanks<T>(text: &[T], most: Option<usize>, blank: impl Fn(&T) -> bool) -> Vec<Range<usize>> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    let most = most.unwrap_or(usize::MAX);
    loop {
        while at < text.len() && blank(&text[at]) {
            at += 1;
        }
        if at == text.len() {
            return pieces;
        }
        if pieces.len() == most {
            // The rest stays as it is, blanks at its end and all.
            pieces.push(at..text.len());
            return pieces;
        }
        let start = at;
        while at < text.len() && !blank(&text[at]) {
            at += 1;
        }
        pieces.push(start..at);
    }
}

/// As [`blanks`], cutting from the right; the pieces come in the order of the text.
pub fn blanks_from_right<T>(text: &[T], most: Option<usize>, blank: impl Fn(&T) -> bool) -> Vec<Range<usize>> {
    let (mut pieces, mut end) = (Vec::new(), text.len());
    let most = most.unwrap_or(usize::MAX);
    loop {
        while end > 0 && blank(&text[end - 1]) {
            end -= 1;
        }
        if end == 0 {
            break;
        }
        if pieces.len() == most {
            pieces.push(0..end);
            break;
        }
        let piece_end = end;
        while end > 0 && !blank(&text[end - 1]) {
            end -= 1;
        }
        pieces.push(end..piece_end);
    }
    pieces.reverse();
    pieces
}

/// The pieces between occurrences of `separator`, which is not empty.
pub fn separated<T: PartialEq>(text: &[T], separator: &[T], most: Option<usize>) -> Vec<Range<usize>> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    while pieces.len() < most.unwrap_or(usize::MAX) {
        let Some(next) = find(&text[at..], separator) else { break };
        pieces.push(at..at + next);
        at += next + separator.len();
    }
    pieces.push(at..text.len());
    pieces
}

/// As [`separated`], cutting from the right.
pub fn separated_from_right<T: PartialEq>(text: &[T], separator: &[T], most: Option<usize>) -> Vec<Range<usize>> {
    let (mut pieces, mut end) = (Vec::new(), text.len());
    while pieces.len() < most.unwrap_or(usize::MAX) {
        let Some(at) = rfind(&text[..end], separator) else { break };
        pieces.push(at + separator.len()..end);
        end = at;
    }
    pieces.push(0..end);
    pieces.reverse();
    pieces
}

/// The lines; a `\r\n` is one line end.
pub fn lines(text: &[u32], keep_ends: bool, is_break: impl Fn(u32) -> bool) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let start = at;
        while at < text.len() && !is_break(text[at]) {
            at += 1;
        }
        let content_end = at;
        if at < text.len() {
            at += if text[at] == 13 && text.get(at + 1) == Some(&10) { 2 } else { 1 };
        }
        found.push(start..if keep_ends { at } else { content_end });
    }
    found
}

/// What is left when the ends that `unwanted` names are cut off.
pub fn stripped<T>(text: &[T], left: bool, right: bool, unwanted: impl Fn(&T) -> bool) -> Range<usize> {
    let (mut start, mut end) = (0, text.len());
    while left && start < end && unwanted(&text[start]) {
        start += 1;
    }
    while right && end > start && unwanted(&text[end - 1]) {
        end -= 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::{blanks, blanks_from_right, lines, separated, separated_from_right};
    use crate::text::points;

    fn shown(text: &str, ranges: Vec<std::ops::Range<usize>>) -> Vec<&str> {
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn cuts_are_counted_from_their_side() {
        let text = " a  b c ";
        let blank = |c: &u32| *c == 32;
        assert_eq!(shown(text, blanks(&points(text), Some(1), blank)), ["a", "b c "]);
        assert_eq!(shown(text, blanks_from_right(&points(text), Some(1), blank)), [" a  b", "c"]);
        assert_eq!(shown("a,b,", separated(b"a,b,", b",", None)), ["a", "b", ""]);
        assert_eq!(shown("a,b,c", separated_from_right(b"a,b,c", b",", Some(1))), ["a,b", "c"]);
    }

    #[test]
    fn a_last_line_end_makes_no_empty_line() {
        let text = "a\r\n\nb\n";
        assert_eq!(shown(text, lines(&points(text), false, |c| c == 10 || c == 13)), ["a", "", "b"]);
    }
}
