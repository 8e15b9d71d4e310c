//! Photographs for somebody who reads the recording from its beginning, beside the one who looks at a step: a viewer of its own,
//! so that neither has to run the same steps again because of the other.

use crate::{
    picture::{Picture, Wanted},
    session::{Session, SharedNegatives, Viewer, near::Near},
};

/// The machine that reads along, with the snapshots that it left.
#[derive(Debug, Default)]
pub(super) struct Reader {
    viewer: Option<Viewer>,
    near: Near,
    negatives: SharedNegatives,
}

impl Session {
    /// The picture of the stop with this number, as it stands: nothing in it is marked as changed. `None` if it is not recorded.
    pub fn glance(&mut self, stop: u64, wanted: &Wanted) -> Option<Picture> {
        let step = self.stops.borrow().get(usize::try_from(stop).ok()?)?.step;
        self.change_places();
        let picture = self.photograph(step, wanted);
        self.change_places();
        Some(picture)
    }

    /// Nobody reads along any more: its memory is given back.
    pub fn close_eyes(&mut self) {
        self.reader = Reader::default();
    }

    fn change_places(&mut self) {
        std::mem::swap(&mut self.viewer, &mut self.reader.viewer);
        std::mem::swap(&mut self.near, &mut self.reader.near);
        std::mem::swap(&mut self.negatives, &mut self.reader.negatives);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Seek;

    #[test]
    fn who_reads_along_sees_what_is_shown_there_and_disturbs_nobody() {
        let mut session = Session::new();
        session.load("a = [1]\nb = a\nc = {'k': b}\ndel a\n", "program.py").expect("it compiles");
        while !session.record(10_000).finished {}
        session.seek(&Seek::Stop(3));
        let before = session.picture(&Wanted::default());
        let stops = session.progress().stops;
        let read: Vec<Picture> = (0..stops).filter_map(|stop| session.glance(stop, &Wanted::default())).collect();
        assert_eq!(read.len() as u64, stops);
        assert_eq!(session.glance(stops, &Wanted::default()), None);
        assert_eq!(session.picture(&Wanted::default()), before);
        for (stop, seen) in read.iter().enumerate() {
            session.seek(&Seek::Stop(stop as u64));
            let shown = session.picture(&Wanted::default());
            let ids = |picture: &Picture| picture.objects.iter().map(|object| object.id).collect::<Vec<_>>();
            assert_eq!(ids(&shown), ids(seen), "stop {stop}");
        }
    }
}
