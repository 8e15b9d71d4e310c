//! Algorithms of `str` on plain code points: searching, cutting, case, `repr`, encodings.
//!
//! A Python str may hold lone surrogates, so text is `&[u32]` here, never `&str`.

pub mod case;
pub mod encoding;
pub mod quote;
pub mod search;
pub mod split;

/// The code points of Rust text.
pub fn points(text: &str) -> Vec<u32> {
    text.chars().map(u32::from).collect()
}

/// Rust text of code points, lone surrogates replaced.
pub fn plain(points: &[u32]) -> String {
    points.iter().map(|point| char::from_u32(*point).unwrap_or('\u{fffd}')).collect()
}
