//! Single words of the checkpoints, read without putting a machine together: enough to tell between which two checkpoints
//! something was born or died.

use heapglass_heap::{
    Address,
    memory::{BASE, PAGE, PageImage},
    runtime,
};

use super::Timeline;

impl Timeline {
    /// The page image that holds at the checkpoint `number`, and the place of `at` in it.
    fn image(&self, number: u32, at: Address) -> Option<(&PageImage, usize)> {
        let offset = at.raw().checked_sub(BASE)?;
        let history = self.pages.get(usize::try_from(offset / PAGE).ok()?)?;
        let after = history.partition_point(|(held, _)| *held <= number);
        Some((&history.get(after.checked_sub(1)?)?.1, (offset % PAGE) as usize))
    }

    /// The step of the last checkpoint at which fewer than `birth` objects had been born: the birth comes after it.
    pub fn before_birth(&self, birth: u32) -> u64 {
        let born = |number: usize| self.image(number as u32, runtime::LAST_BIRTH).map_or(0, |(image, at)| image.word(at));
        let (mut low, mut high) = (0, self.checkpoints.len());
        while low < high {
            let middle = (low + high) / 2;
            if born(middle) < u64::from(birth) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low.checked_sub(1).map_or(0, |number| self.checkpoints[number].registers.step)
    }

    /// The step of the last checkpoint from `step` on without a gap at which the object born as `birth` lives at `place`.
    pub fn last_alive(&self, step: u64, place: Address, birth: u32) -> u64 {
        let mut last = step;
        for (number, checkpoint) in self.checkpoints.iter().enumerate() {
            if checkpoint.registers.step <= step {
                continue;
            }
            let lives = checkpoint.length > place.raw().saturating_sub(BASE)
                && self.image(number as u32, place).is_some_and(|(image, at)| image.birth(at) == birth);
            if !lives {
                break;
            }
            last = checkpoint.registers.step;
        }
        last
    }
}
