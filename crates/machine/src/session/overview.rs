//! The recording seen from afar, noted while it is made: a fixed number of buckets of steps, which get wider as it grows.
//!
//! Memory is looked at when a bucket's first line begins, so a recording of any length looks at it a few thousand times.

use crate::{
    machine::Machine,
    picture::story::{Bucket, Overview},
};

/// Buckets at which every two become one.
const MOST_BUCKETS: usize = 1024;

/// An overview that grows.
#[derive(Clone, Debug)]
pub(super) struct Survey {
    width: u64,
    buckets: Vec<Bucket>,
    /// The step from which on the next look is due.
    pub(super) due: u64,
    /// The deepest call since the last look.
    depth: u32,
    exceptions: u32,
    /// Up to which step exceptions are counted: what is recorded once more is not.
    counted: u64,
}

impl Default for Survey {
    fn default() -> Self {
        Self { width: 1, buckets: Vec::new(), due: 0, depth: 0, exceptions: 0, counted: 0 }
    }
}

impl Survey {
    /// A line begins, with the stop of this number.
    #[inline]
    pub(super) fn line(&mut self, machine: &Machine, stop: usize) {
        self.depth = self.depth.max(machine.registers.depth);
        if machine.registers.step >= self.due {
            self.look(machine, stop);
        }
    }

    /// Lines have begun, none of them when a look was due; the deepest call among them.
    pub(super) fn reaches(&mut self, depth: u32) {
        self.depth = self.depth.max(depth);
    }

    /// An exception has arrived in a frame.
    pub(super) fn exception(&mut self, machine: &Machine) {
        let step = machine.registers.step;
        if step > self.counted {
            self.counted = step;
            self.exceptions += 1;
        }
    }

    /// Looks at memory, at the stop of this number.
    pub(super) fn look(&mut self, machine: &Machine, stop: usize) {
        let heap = &machine.heap;
        let occupancy = heap.occupancy();
        let seen = Bucket {
            stop: stop as u64,
            objects: heap.live_objects(),
            bytes: occupancy.bytes,
            pools: occupancy.pools,
            depth: std::mem::take(&mut self.depth).max(machine.registers.depth),
            collections: (0..3).map(|generation| heap.gc_stats(generation).collections).sum(),
            output: machine.registers.output,
            exceptions: std::mem::take(&mut self.exceptions),
        };
        let step = machine.registers.step;
        while step / self.width >= MOST_BUCKETS as u64 {
            self.widen();
        }
        let bucket = (step / self.width) as usize;
        match self.buckets.get_mut(bucket) {
            Some(there) => *there = merged(there, &seen),
            None => {
                // Steps without a line: nothing was seen, so all stays as it was.
                let quiet = self.buckets.last().map_or(seen, |last| Bucket { exceptions: 0, ..*last });
                self.buckets.resize(bucket, quiet);
                self.buckets.push(seen);
            }
        }
        self.due = (step / self.width + 1) * self.width;
    }

    fn widen(&mut self) {
        self.buckets = self.buckets.chunks(2).map(|pair| pair.iter().skip(1).fold(pair[0], |one, other| merged(&one, other))).collect();
        self.width *= 2;
    }

    /// What is known so far.
    pub(super) fn overview(&self, steps: u64) -> Overview {
        Overview { width: self.width, buckets: self.buckets.clone(), steps }
    }
}

fn merged(one: &Bucket, later: &Bucket) -> Bucket {
    Bucket {
        stop: one.stop,
        objects: one.objects.max(later.objects),
        bytes: one.bytes.max(later.bytes),
        pools: one.pools.max(later.pools),
        depth: one.depth.max(later.depth),
        collections: later.collections,
        output: later.output,
        exceptions: one.exceptions + later.exceptions,
    }
}
