//! The recording told in words, stop by stop.

use super::Session;
use crate::picture::{Picture, Seek, Told, Wanted, tell};

impl Session {
    /// A picture of the stop with this number, the last one if there are fewer. The place that is looked at stays.
    pub fn picture_of(&mut self, stop: u64, wanted: &Wanted) -> Picture {
        let place = (self.stop, self.at);
        self.seek(&Seek::Stop(stop.min(self.progress().stops.saturating_sub(1))));
        let picture = self.picture(wanted);
        (self.stop, self.at) = place;
        picture
    }

    /// What happened at up to `count` stops from number `first` on. The place that is looked at stays.
    pub fn transcript(&mut self, first: u64, count: u64) -> Vec<Told> {
        let place = (self.stop, self.at);
        let wanted = Wanted { collector: true, ..Wanted::default() };
        let mut before: Option<Picture> = None;
        let mut told = Vec::new();
        let last = self.progress().stops.min(first.saturating_add(count));
        for stop in first.saturating_sub(1)..last {
            self.seek(&Seek::Stop(stop));
            let picture = self.picture(&wanted);
            if stop >= first {
                told.push(tell(&picture, before.as_ref()));
            }
            before = Some(picture);
        }
        (self.stop, self.at) = place;
        told
    }
}
