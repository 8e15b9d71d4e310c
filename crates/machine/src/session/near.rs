//! Snapshots close to what somebody looks at.
//!
//! In a long recording checkpoints are far apart. A walk backwards would run through the same hundred thousand steps again for
//! every line. So whoever runs towards a step leaves snapshots on the way, the denser the closer; the walk back goes on from them.
//!
//! ```text
//! checkpoint ────────────────── 64 Ki ──────── 16 Ki ──── 4 Ki ── 1 Ki ─ step
//! ```
//!
//! A snapshot holds the pages written since the checkpoint it was reached from, so it is worth nothing without that.

use heapglass_heap::memory::{PAGE, PageImage};

use crate::{
    machine::{Machine, Registers},
    session::Session,
    timeline::{Basis, Timeline},
    watch::Watch,
};

/// How many steps before the wanted one snapshots are left, the farthest first.
const DISTANCES: [u64; 4] = [1 << 16, 1 << 14, 1 << 12, 1 << 10];
/// Snapshots kept.
const MOST: usize = 8;
/// Bytes that they may take.
const MOST_BYTES: u64 = 32 << 20;

/// The snapshots, by step.
#[derive(Debug, Default)]
pub(super) struct Near {
    snapshots: Vec<Snapshot>,
    /// Of which recording: see [`Timeline::generation`].
    generation: u64,
}

#[derive(Debug)]
struct Snapshot {
    registers: Registers,
    length: u64,
    /// The step of the checkpoint below.
    base: u64,
    pages: Vec<(u32, PageImage)>,
}

impl Near {
    fn index_before(&self, step: u64) -> Option<usize> {
        self.snapshots.partition_point(|snapshot| snapshot.registers.step <= step).checked_sub(1)
    }

    /// The step of the last snapshot at or before `step`.
    fn step_before(&self, step: u64, generation: u64) -> Option<u64> {
        let index = self.index_before(step).filter(|_| self.generation == generation)?;
        Some(self.snapshots[index].registers.step)
    }

    /// Notes the machine, whose memory came from the checkpoint at `base`.
    fn take(&mut self, machine: &Machine, base: u64, generation: u64) {
        if self.generation != generation {
            self.snapshots.clear();
            self.generation = generation;
        }
        let step = machine.registers.step;
        let memory = &machine.heap.memory;
        let dirty: Vec<u32> = memory.dirty_pages().collect();
        if dirty.len() as u64 * PAGE > MOST_BYTES / 4 || self.step_before(step, generation) == Some(step) {
            return;
        }
        let pages = dirty.into_iter().map(|page| (page, memory.page_image(page, None))).collect();
        let snapshot = Snapshot { registers: machine.registers.clone(), length: memory.len(), base, pages };
        let place = self.index_before(step).map_or(0, |index| index + 1);
        self.snapshots.insert(place, snapshot);
        while self.snapshots.len() > MOST || self.bytes() > MOST_BYTES {
            // The one farthest away is the first or the last.
            let first = step - self.snapshots[0].registers.step;
            let last = self.snapshots.last().map_or(0, |last| last.registers.step - step);
            self.snapshots.remove(if first >= last { 0 } else { self.snapshots.len() - 1 });
        }
    }

    fn bytes(&self) -> u64 {
        self.snapshots.iter().map(|snapshot| snapshot.pages.len() as u64 * PAGE).sum()
    }

    /// Puts `machine` to the last checkpoint or snapshot at or before `step`. Gives the step of the checkpoint.
    pub(super) fn restore(&self, timeline: &Timeline, machine: &mut Machine, basis: &mut Basis, step: u64) -> Option<u64> {
        let checkpoint = timeline.checkpoint_before(step);
        let snapshot = self.index_before(step).map(|index| &self.snapshots[index]);
        let Some(snapshot) = snapshot.filter(|near| near.registers.step > checkpoint && self.generation == timeline.generation()) else {
            return timeline.restore(machine, basis, step).then_some(checkpoint);
        };
        if !timeline.restore(machine, basis, snapshot.base) {
            return None;
        }
        let memory = &mut machine.heap.memory;
        timeline.resize(memory, snapshot.length);
        for (page, image) in &snapshot.pages {
            memory.restore_page(*page, image);
            memory.mark_dirty(*page);
        }
        machine.registers = snapshot.registers.clone();
        Some(snapshot.base)
    }
}

impl Session {
    /// The step from which the viewer would run to `step`: of a checkpoint or of a snapshot.
    pub(super) fn start_before(&self, step: u64) -> u64 {
        let checkpoint = self.timeline.checkpoint_before(step);
        self.near.step_before(step, self.timeline.generation()).map_or(checkpoint, |near| near.max(checkpoint))
    }

    /// Runs the viewer, which stands before `step`, nearer to it, leaving snapshots on the way.
    pub(super) fn approach(&mut self, step: u64) {
        let generation = self.timeline.generation();
        if step > self.recorded() {
            // What the program prints until then is not known yet, and a snapshot does not hold it.
            return;
        }
        let Some(viewer) = &mut self.viewer else { return };
        for distance in DISTANCES {
            let mark = step.saturating_sub(distance);
            // Not for a short way: the one before is near enough.
            if mark < viewer.machine.registers.step + distance {
                continue;
            }
            viewer.machine.watch = Watch { attention: mark, ..Watch::default() };
            viewer.machine.resume();
            let at = viewer.machine.registers.step;
            viewer.at = Some(at);
            if at > step {
                // A pause is only possible outside of native code, and it called back for long: the step lies in there.
                viewer.at = None;
                self.prepare_viewer(step);
                return;
            }
            if at == step || !viewer.machine.watch.paused {
                return;
            }
            if viewer.generation == generation {
                self.near.take(&viewer.machine, viewer.base, generation);
            }
        }
    }
}
