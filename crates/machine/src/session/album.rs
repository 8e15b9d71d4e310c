//! The pictures taken last. Of a step and the one before, each is photographed once while somebody steps along.

use crate::picture::{Picture, Wanted};

/// Two pictures before they were marked.
#[derive(Debug, Default)]
pub(super) struct Album {
    taken: Vec<Taken>,
}

#[derive(Debug)]
struct Taken {
    step: u64,
    /// How it was drawn.
    alike: Wanted,
    picture: Picture,
}

impl Album {
    const KEPT: usize = 2;

    /// The picture of a step, without heap map and collector.
    pub(super) fn find(&self, step: u64, alike: &Wanted) -> Option<Picture> {
        self.taken.iter().find(|taken| taken.step == step && taken.alike == *alike).map(|taken| taken.picture.clone())
    }

    /// Whether the picture kept of a step is all that is wanted.
    pub(super) fn suffices(wanted: &Wanted) -> bool {
        !wanted.heap_map && !wanted.collector
    }

    /// Keeps a picture, and forgets the oldest.
    pub(super) fn keep(&mut self, step: u64, alike: &Wanted, picture: &mut Picture) {
        // A program that waits for input goes on from the same step.
        if picture.position.ending.is_some() || self.taken.iter().any(|taken| taken.step == step && taken.alike == *alike) {
            return;
        }
        let (heap_map, collector) = (std::mem::take(&mut picture.heap_map), std::mem::take(&mut picture.collector));
        self.taken.push(Taken { step, alike: alike.clone(), picture: picture.clone() });
        (picture.heap_map, picture.collector) = (heap_map, collector);
        if self.taken.len() > Self::KEPT {
            self.taken.remove(0);
        }
    }
}
