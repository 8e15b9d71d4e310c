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
    language: &'static str,
    picture: Picture,
}

impl Taken {
    /// Whether it shows this step, drawn alike and in the language that is spoken.
    fn is(&self, step: u64, alike: &Wanted) -> bool {
        self.step == step && self.alike == *alike && self.language == heapglass_words::language().code
    }
}

impl Album {
    const KEPT: usize = 2;

    /// The picture of a step, without heap map and collector.
    pub(super) fn find(&self, step: u64, alike: &Wanted) -> Option<Picture> {
        self.taken.iter().find(|taken| taken.is(step, alike)).map(|taken| taken.picture.clone())
    }

    /// Keeps a picture, and forgets the oldest.
    pub(super) fn keep(&mut self, step: u64, alike: &Wanted, picture: &mut Picture) {
        // A program that waits for input goes on from the same step.
        if let Some(last) = self.taken.last() {
            picture.objects.share_with(&last.picture.objects);
        }
        if picture.position.ending.is_some() || self.taken.iter().any(|taken| taken.is(step, alike)) {
            return;
        }
        let (heap_map, collector) = (std::mem::take(&mut picture.heap_map), std::mem::take(&mut picture.collector));
        self.taken.push(Taken { step, alike: alike.clone(), language: heapglass_words::language().code, picture: picture.clone() });
        (picture.heap_map, picture.collector) = (heap_map, collector);
        if self.taken.len() > Self::KEPT {
            self.taken.remove(0);
        }
    }
}
