//! What became slower when the recording met its memory budget, in words.

use crate::picture::Thinning;
use heapglass_words::recording as say;

/// Bytes of a megabyte, as limits are told.
const MEGABYTE: u64 = 1 << 20;

/// The remark at the timeline.
pub fn remark(thinning: &Thinning) -> String {
    let Thinning { budget, apart, at_first, milliseconds, .. } = thinning;
    let budget = budget / MEGABYTE;
    match milliseconds {
        None => say::thinned(budget, *apart, *at_first),
        Some(0) => say::thinned_at_once(budget, *apart, *at_first),
        Some(time @ ..1000) => say::thinned_milliseconds(budget, *apart, *at_first, u64::from(*time)),
        Some(time) => say::thinned_seconds(budget, *apart, *at_first, &format!("{}.{}", time / 1000, time % 1000 / 100)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THINNED: Thinning = Thinning { budget: 256 << 20, times: 4, apart: 524_288, at_first: 32_768, milliseconds: None };

    #[test]
    fn a_thinned_recording_says_how_far_a_jump_runs() {
        let text = remark(&THINNED);
        assert!(text.contains("memory budget (256 MB)") && text.contains("524,288 steps apart, 32,768 at first"), "{text}");
        assert!(text.contains("A jump runs up to that many again; steps near"), "{text}");
    }

    #[test]
    fn where_there_is_a_clock_it_says_how_long_that_takes() {
        let told = |time| remark(&Thinning { milliseconds: Some(time), ..THINNED });
        assert!(told(0).contains("again, less than a millisecond here;"));
        assert!(told(12).contains("again, about 12 ms here;"));
        assert!(told(1_250).contains("again, about 1.2 s here;"));
    }
}
