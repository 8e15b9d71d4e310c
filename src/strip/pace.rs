//! How often a picture is drawn while something is dragged along the recording. The mark under the pointer moves with every
//! frame; a picture that takes longer than a frame to draw would make it stutter, so such pictures come seldom while the
//! pointer moves, and at once when it halts.

/// Milliseconds between two frames from which on frames are missing.
const LATE: f64 = 24.0;
/// A picture that made a frame late is followed by so many times as long without one.
const REST: f64 = 18.0;
/// Longest rest, in milliseconds.
const MOST: f64 = 2_000.0;
/// Milliseconds without a move after which the pointer has come to a halt.
const HALT: f64 = 70.0;

/// When the last frames were, and when the next picture may come.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pace {
    frame: Option<f64>,
    moved: f64,
    rests_until: f64,
}

impl Pace {
    /// A frame begins at this time, in milliseconds; whether the pointer has moved since the one before. Tells whether a
    /// picture may be asked for.
    pub fn frame(&mut self, now: f64, moved: bool) -> bool {
        let took = self.frame.replace(now).map_or(0.0, |before| now - before);
        if took > LATE {
            // A picture may make more than one frame late: the one that took longest tells how long to rest.
            self.rests_until = self.rests_until.max(now + (took * REST).min(MOST));
        }
        if moved {
            self.moved = now;
        }
        now >= self.rests_until || now - self.moved >= HALT
    }
}

#[cfg(test)]
mod tests {
    use super::Pace;

    #[test]
    fn as_long_as_frames_come_in_time_each_may_bring_a_picture() {
        let mut pace = Pace::default();
        assert!((0..100).all(|frame| pace.frame(f64::from(frame) * 16.7, true)));
    }

    #[test]
    fn pictures_that_take_long_leave_nineteen_frames_of_twenty_alone() {
        let (mut pace, mut now, mut late, mut frames) = (Pace::default(), 0.0, 0, 0);
        while now < 20_000.0 {
            let draws = pace.frame(now, true);
            late += u32::from(draws);
            frames += 1;
            now += if draws { 50.0 } else { 16.7 };
        }
        assert!(late > 10 && late * 20 <= frames, "{late} of {frames}");
    }

    #[test]
    fn a_frame_that_is_a_little_late_does_not_shorten_the_rest_behind_one_that_is_later() {
        let mut pace = Pace::default();
        pace.frame(0.0, true);
        assert!(!pace.frame(60.0, true));
        assert!(!pace.frame(90.0, true));
        let rests = |pace: &mut Pace, from: f64, until: f64| (0..).map(|frame| from + f64::from(frame) * 16.7).take_while(|now| *now < until).all(|now| !pace.frame(now, true));
        assert!(rests(&mut pace, 106.7, 60.0 + 60.0 * 18.0));
    }

    #[test]
    fn a_pointer_that_halts_gets_its_picture_at_once() {
        let mut pace = Pace::default();
        pace.frame(0.0, true);
        assert!(!pace.frame(300.0, true));
        assert!(!pace.frame(340.0, false));
        assert!(pace.frame(380.0, false));
    }
}
