//! The tour: what the page has, in six steps.

use heapglass_words::tour;

/// How many steps it has.
pub const TOUR_STEPS: usize = 6;

/// Title and words of a step, from 0.
pub fn tour_step(at: usize) -> (&'static str, &'static str) {
    match at {
        0 => (tour::program(), tour::program_words()),
        1 => (tour::stepping(), tour::stepping_words()),
        2 => (tour::sentence(), tour::sentence_words()),
        3 => (tour::stage(), tour::stage_words()),
        4 => (tour::layers(), tour::layers_words()),
        _ => (tour::rest(), tour::rest_words()),
    }
}
