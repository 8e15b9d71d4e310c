//! Copying and filling a few bytes, which is what most objects need.
//!
//! In the page the host's own copy and fill are calls out of the program, dear for one or two words. Here a few bytes are
//! copied by their two ends, which may overlap: nine bytes are the first eight and the last eight.

/// Bytes at most that are filled word by word.
pub(super) const MOST: u64 = 128;

/// Copies `from` to `to`, which is as long.
#[inline]
pub(super) fn copy(to: &mut [u8], from: &[u8]) {
    match from.len() {
        0 => {}
        1 => ends::<1>(to, from),
        2..4 => ends::<2>(to, from),
        4..8 => ends::<4>(to, from),
        8..=16 => ends::<8>(to, from),
        17..=32 => ends::<16>(to, from),
        _ => to.copy_from_slice(from),
    }
}

#[inline]
fn ends<const WIDTH: usize>(to: &mut [u8], from: &[u8]) {
    if let (Some(first), Some(last)) = (from.first_chunk::<WIDTH>(), from.last_chunk::<WIDTH>()) {
        if let Some(place) = to.first_chunk_mut() {
            *place = *first;
        }
        if let Some(place) = to.last_chunk_mut() {
            *place = *last;
        }
    }
}

/// Copies `length` bytes from `source` to `target`; the two places may overlap.
#[inline]
pub(super) fn copy_within(bytes: &mut [u8], source: usize, target: usize, length: usize) {
    match length {
        0 => {}
        1 => ends_within::<1>(bytes, source, target, length),
        2..4 => ends_within::<2>(bytes, source, target, length),
        4..8 => ends_within::<4>(bytes, source, target, length),
        8..=16 => ends_within::<8>(bytes, source, target, length),
        17..=32 => ends_within::<16>(bytes, source, target, length),
        _ => bytes.copy_within(source..source + length, target),
    }
}

/// Both ends are read before one is written.
#[inline]
fn ends_within<const WIDTH: usize>(bytes: &mut [u8], source: usize, target: usize, length: usize) {
    let from = &bytes[source..source + length];
    if let (Some(&first), Some(&last)) = (from.first_chunk::<WIDTH>(), from.last_chunk::<WIDTH>()) {
        let to = &mut bytes[target..target + length];
        if let Some(place) = to.first_chunk_mut() {
            *place = first;
        }
        if let Some(place) = to.last_chunk_mut() {
            *place = last;
        }
    }
}

/// Sets all words to `word`. Not inlined: where the word is known to be of equal bytes, the compiler would call the host's fill.
#[inline(never)]
pub(super) fn fill(words: &mut [u64], word: u64) {
    for place in words {
        *place = word;
    }
}

#[cfg(test)]
mod tests {
    use super::{copy, copy_within};

    #[test]
    fn every_length_is_copied_whole_and_nothing_beyond_it() {
        let source: Vec<u8> = (1..=80).collect();
        for length in 0..=80 {
            let mut target = vec![0; 80];
            copy(&mut target[..length], &source[..length]);
            assert_eq!(target[..length], source[..length]);
            assert!(target[length..].iter().all(|byte| *byte == 0));
        }
    }

    #[test]
    fn places_that_overlap_are_copied_as_if_they_did_not() {
        for (source, target) in [(0, 1), (1, 0), (0, 7), (9, 3), (5, 5), (0, 40)] {
            for length in 0..=40 {
                let mut ours: Vec<u8> = (0..100).collect();
                let mut truth = ours.clone();
                copy_within(&mut ours, source, target, length);
                truth.copy_within(source..source + length, target);
                assert_eq!(ours, truth, "{length} bytes from {source} to {target}");
            }
        }
    }
}
