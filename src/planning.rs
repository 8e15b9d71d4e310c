//! How the worker plans where objects stand: it reads the recording in slices, so that it hears what else is asked.

use crate::layout::{Chronicle, Kept, Plan, PlanWish};
use crate::picture::Wanted;
use heapglass_machine::Session;

/// Objects in pictures that are read for one plan at most. What is longer is read with gaps.
const MOST: u64 = 400_000;
/// Pictures that are read for one plan.
const PICTURES: std::ops::RangeInclusive<u64> = 60..=3_000;
/// Objects in pictures that are read in a slice.
const SLICE: u64 = 2_500;
/// Pictures that are read in a slice.
const SLICE_PICTURES: u64 = 120;

/// A plan in the making, and the chronicle of the last one.
#[derive(Debug, Default)]
pub struct Planning {
    chronicle: Option<Chronicle>,
    wanted: Wanted,
    /// The next stop to read, and how far apart they are.
    next: u64,
    apart: u64,
    /// The stop that is read last.
    last: u64,
    kept: Option<Kept>,
}

impl Planning {
    /// Begins with a plan for what is recorded. What was read for the same wish is not read again.
    pub fn begin(&mut self, session: &mut Session, wish: PlanWish, kept: Option<Kept>) {
        let last = session.progress().stops.saturating_sub(1);
        self.kept = kept;
        if self.last == last && self.chronicle.as_ref().is_some_and(|chronicle| *chronicle.wish() == wish) {
            return;
        }
        let opened = wish.look.opened.iter().map(|(id, most)| (*id, *most)).collect();
        self.wanted = Wanted { as_objects: wish.look.as_objects, opened, ..Wanted::default() };
        let objects = session.glance(last, &self.wanted).map_or(0, |picture| picture.objects.len() as u64);
        let pictures = (MOST / (objects + 5)).clamp(*PICTURES.start(), *PICTURES.end());
        self.apart = (last / pictures).max(1);
        (self.next, self.last) = (0, last);
        self.chronicle = Some(Chronicle::new(wish));
    }

    /// Reads on for a slice, which `has_time` can end early: behind an import or in a long collection a single picture may take as
    /// long as a hundred elsewhere. The plan, when all is read.
    pub fn go_on(&mut self, session: &mut Session, has_time: impl Fn() -> bool) -> Option<Plan> {
        let chronicle = self.chronicle.as_mut()?;
        let (mut pictures, mut objects) = (0, 0);
        while self.next <= self.last {
            if pictures >= SLICE_PICTURES || objects >= SLICE || (pictures > 0 && !has_time()) {
                return None;
            }
            if let Some(picture) = session.glance(self.next, &self.wanted) {
                pictures += 1;
                objects += picture.objects.len() as u64;
                chronicle.see(picture, self.next);
            }
            let next = self.next + self.apart;
            // The last stop is read in any case.
            self.next = if self.next < self.last { next.min(self.last) } else { next };
        }
        session.close_eyes();
        Some(Plan::new(chronicle, self.kept.take().as_ref()))
    }

    /// There is another recording.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests;
