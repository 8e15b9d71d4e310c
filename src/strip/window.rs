//! The part of the recording that the strip shows.

/// Fewest steps that the strip shows.
const LEAST: f64 = 20.0;

/// A part of a recording, in steps; fractions of steps too, so that moving it little by little adds up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    from: f64,
    to: f64,
}

impl Window {
    /// All of a recording that ends with the step `last`.
    pub fn whole(last: u64) -> Self {
        Self { from: 0.0, to: last.max(1) as f64 }
    }

    /// Whether this is all of it.
    pub fn is_whole(&self, last: u64) -> bool {
        *self == Self::whole(last)
    }

    /// The first step and the last.
    pub fn steps(&self) -> (u64, u64) {
        (self.from as u64, self.to as u64)
    }

    /// Steps shown.
    pub fn width(&self) -> f64 {
        self.to - self.from
    }

    /// How far to the right a step is: 0 at the left edge, 1 at the right; beyond these if it is not shown.
    pub fn share(&self, step: u64) -> f64 {
        (step as f64 - self.from) / self.width()
    }

    /// The step that is this far to the right.
    pub fn step_at(&self, share: f64) -> u64 {
        (self.from + share.clamp(0.0, 1.0) * self.width()).max(0.0) as u64
    }

    /// A part so many times as wide, in which the step at `share` stays where it is.
    #[must_use]
    pub fn zoomed(&self, share: f64, times: f64, last: u64) -> Self {
        let most = last.max(1) as f64;
        let width = (self.width() * times).clamp(LEAST.min(most), most);
        let at = self.from + share.clamp(0.0, 1.0) * self.width();
        Self::kept_inside(at - share.clamp(0.0, 1.0) * width, width, most)
    }

    /// The part beside this one: moved by this share of its width.
    #[must_use]
    pub fn moved(&self, by: f64, last: u64) -> Self {
        Self::kept_inside(self.from + by * self.width(), self.width(), last.max(1) as f64)
    }

    /// A part as wide that shows this step: this one if it does.
    #[must_use]
    pub fn showing(&self, step: u64, last: u64) -> Self {
        let most = last.max(1) as f64;
        let width = self.width().min(most);
        match self.share(step) {
            share if (0.0..=1.0).contains(&share) && self.to <= most => *self,
            _ => Self::kept_inside(step as f64 - width / 2.0, width, most),
        }
    }

    fn kept_inside(from: f64, width: f64, most: f64) -> Self {
        let from = from.clamp(0.0, (most - width).max(0.0));
        Self { from, to: from + width }
    }
}

#[cfg(test)]
mod tests {
    use super::Window;

    #[test]
    fn what_is_under_the_pointer_stays_there_when_the_strip_is_zoomed() {
        let near = Window::whole(1_000_000).zoomed(0.25, 0.01, 1_000_000);
        assert_eq!(near.step_at(0.25), 250_000);
        assert!((near.width() - 10_000.0).abs() < 1.0);
        let far = near.zoomed(0.25, 1000.0, 1_000_000);
        assert!(far.is_whole(1_000_000));
    }

    #[test]
    fn a_part_does_not_leave_the_recording() {
        let part = Window::whole(1_000).zoomed(0.0, 0.1, 1_000);
        assert_eq!(part.moved(-3.0, 1_000).steps(), (0, 100));
        assert_eq!(part.moved(30.0, 1_000).steps(), (900, 1_000));
    }

    #[test]
    fn a_short_recording_cannot_be_zoomed_into_nothing() {
        assert!(Window::whole(10).zoomed(0.5, 0.001, 10).is_whole(10));
        assert_eq!(Window::whole(0).step_at(1.0), 1);
    }

    #[test]
    fn the_part_follows_a_step_that_has_left_it() {
        let part = Window::whole(1_000).zoomed(0.0, 0.1, 1_000);
        assert_eq!(part.showing(50, 1_000), part);
        assert_eq!(part.showing(500, 1_000).steps(), (450, 550));
        assert_eq!(part.showing(500, 60).steps(), (0, 60));
    }
}
