//! What was recorded: checkpoints, and the places a student can stop at (decision D3).
//!
//! ```text
//! step   0 ------ 32,768 ------ 65,536 ------- . . . ------- now
//!        |all      |written      |written                     |
//!        |pages    |since        |since                       |the machine
//! ```
//!
//! A checkpoint is the registers and the pages written since the checkpoint before. Any step is reached by putting back
//! the pages that differ from the nearest earlier checkpoint and running on from there. When there are many checkpoints
//! every second one is given up, so memory grows with what the program changes, not with how long it runs.

mod words;

use heapglass_heap::memory::{Memory, PageImage};

use crate::{
    machine::{Machine, Registers},
    picture::Thinning,
};

/// Checkpoints at which every second one is given up.
pub const MOST_CHECKPOINTS: usize = 128;
/// With so few checkpoints none is given up, whatever they take.
const FEWEST_CHECKPOINTS: usize = 8;
/// Up to so many written pages a checkpoint is taken when it is due.
const FEW_PAGES: u64 = 256;
/// With more, it waits until so many steps have been made for each of them: to copy a page takes as long as a hundred steps.
const STEPS_PER_PAGE: u64 = 512;
/// But never longer than until so many steps have been made: to go anywhere between takes as long.
const LONGEST_INTERVAL: u64 = 1 << 20;

/// A place to stop at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stop {
    /// Steps made before it.
    pub step: u64,
    /// The line about to run; 0 at a phase of a collection or at the end.
    pub line: u32,
    /// Python frames active.
    pub depth: u32,
    /// What kind of place.
    pub kind: StopKind,
    /// Tells calls apart that are active at the same time: where the frame lies.
    pub frame: u32,
    /// Whether the call has just begun.
    pub enters: bool,
}

/// What kind of place a [`Stop`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum StopKind {
    /// A line of the program is about to run.
    #[default]
    Line,
    /// The program's last line has run; its names are about to go.
    Leaving,
    /// A phase of a collection has ended.
    CollectionPhase,
    /// The program wants a line of input that nobody has given yet.
    Waiting,
    /// The program has ended.
    End,
    /// The first phase of a collection has ended.
    CollectionBegins,
}

impl StopKind {
    /// All kinds by number.
    pub const ALL: [Self; 6] = [Self::Line, Self::Leaving, Self::CollectionPhase, Self::Waiting, Self::End, Self::CollectionBegins];
}

#[derive(Clone, Debug)]
struct Checkpoint {
    registers: Registers,
    length: u64,
}

/// The images of one page, by the number of the checkpoint they belong to, ascending.
type PageHistory = Vec<(u32, PageImage)>;

/// A recording.
#[derive(Debug, Default)]
pub struct Timeline {
    checkpoints: Vec<Checkpoint>,
    pages: Vec<PageHistory>,
    /// Steps between checkpoints now.
    pub interval: u64,
    page_count: u64,
    /// Steps that the next checkpoint waits beyond its interval.
    wait: u64,
    /// Images of checkpoints given up: their memory is used again.
    spare: Vec<PageImage>,
    /// Bytes that the page images may take.
    budget: u64,
    /// Steps between checkpoints at first.
    first_interval: u64,
    /// How often the budget was met.
    met: u32,
}

/// Which checkpoint a machine's memory was last equal to, not counting its dirty pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis(Option<u32>);

impl Basis {
    /// A machine that has nothing in common with the recording yet.
    pub const NOTHING: Self = Self(None);
}

impl Timeline {
    /// A recording of nothing, with checkpoints `interval` steps apart at first, that may take `budget` bytes.
    pub fn new(interval: u64, budget: u64) -> Self {
        let interval = interval.max(1);
        Self { interval, budget, first_interval: interval, ..Self::default() }
    }

    /// What meeting the budget has changed; `None` if it was not met.
    pub fn thinning(&self) -> Option<Thinning> {
        (self.met > 0).then_some(Thinning { budget: self.budget, times: self.met, apart: self.interval, at_first: self.first_interval, milliseconds: None })
    }

    /// Bytes that the page images take.
    pub fn bytes(&self) -> u64 {
        self.page_count * (heapglass_heap::memory::PAGE + 1024)
    }

    /// How many checkpoints there are.
    pub fn len(&self) -> usize {
        self.checkpoints.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.checkpoints.is_empty()
    }

    /// The step at which the next checkpoint is due.
    pub fn next_checkpoint(&self) -> u64 {
        self.checkpoints.last().map_or(0, |last| last.registers.step + self.interval + self.wait)
    }

    /// Whether the checkpoint that is due now should wait, because much has been written since the last one.
    pub fn postpones(&mut self, machine: &Machine) -> bool {
        let written = machine.heap.memory.dirty_pages().count() as u64;
        let wanted = if written > FEW_PAGES { (written * STEPS_PER_PAGE).min(LONGEST_INTERVAL) } else { 0 };
        self.wait = wanted.saturating_sub(self.interval);
        machine.registers.step < self.next_checkpoint()
    }

    /// Notes the machine as it is now, and counts its pages as clean from here on.
    pub fn take(&mut self, machine: &mut Machine) {
        let memory = &mut machine.heap.memory;
        let number = self.checkpoints.len() as u32;
        let everything = number == 0;
        let dirty: Vec<u32> =
            if everything { (0..(memory.len() / heapglass_heap::memory::PAGE) as u32).collect() } else { memory.dirty_pages().collect() };
        for page in dirty {
            if self.pages.len() <= page as usize {
                self.pages.resize(page as usize + 1, Vec::new());
            }
            self.pages[page as usize].push((number, memory.page_image(page, self.spare.pop())));
            self.page_count += 1;
        }
        memory.clean();
        self.wait = 0;
        self.checkpoints.push(Checkpoint { registers: machine.registers.clone(), length: memory.len() });
        let is_heavy = self.bytes() > self.budget && self.checkpoints.len() > FEWEST_CHECKPOINTS;
        if self.checkpoints.len() >= MOST_CHECKPOINTS || is_heavy {
            self.met += u32::from(is_heavy);
            self.thin();
        }
    }

    /// Gives up every second checkpoint. Pages that only a lost one held move to its successor.
    fn thin(&mut self) {
        for history in &mut self.pages {
            let mut kept: PageHistory = Vec::with_capacity(history.len());
            for (number, image) in history.drain(..) {
                // Checkpoints 0, 2, 4, … stay and become 0, 1, 2, …; what 1 held is what 2 holds unless 2 holds its own.
                let number = number.div_ceil(2);
                match kept.last_mut() {
                    Some(last) if last.0 == number => self.spare.push(std::mem::replace(&mut last.1, image)),
                    _ => kept.push((number, image)),
                }
            }
            *history = kept;
        }
        let last = self.checkpoints.len() - 1;
        let mut index = 0;
        // An odd last checkpoint would lose its successor: it stays, and its number is the next one anyway.
        self.checkpoints.retain(|_| {
            index += 1;
            (index - 1) % 2 == 0 || index - 1 == last
        });
        self.page_count = self.pages.iter().map(|history| history.len() as u64).sum();
        self.interval *= 2;
    }

    /// The step of the last checkpoint at or before `step`; 0 if there is none.
    pub fn checkpoint_before(&self, step: u64) -> u64 {
        self.nearest(step).map_or(0, |number| self.checkpoints[number as usize].registers.step)
    }

    /// The step at which the recording begins.
    pub fn first_step(&self) -> u64 {
        self.checkpoints.first().map_or(0, |first| first.registers.step)
    }

    fn nearest(&self, step: u64) -> Option<u32> {
        let after = self.checkpoints.partition_point(|checkpoint| checkpoint.registers.step <= step);
        (after > 0).then(|| after as u32 - 1)
    }

    /// Makes `machine` what it was at the last checkpoint at or before `step`. `basis` says which checkpoint its memory came
    /// from (its dirty pages tell the rest) and is brought up to date. Output text is the caller's to cut back.
    pub fn restore(&self, machine: &mut Machine, basis: &mut Basis, step: u64) -> bool {
        let Some(target) = self.nearest(step) else { return false };
        let checkpoint = &self.checkpoints[target as usize];
        let memory = &mut machine.heap.memory;
        self.resize(memory, checkpoint.length);
        let pages = (checkpoint.length / heapglass_heap::memory::PAGE) as usize;
        let mut stale = vec![basis.0.is_none(); pages];
        for page in memory.dirty_pages() {
            if let Some(flag) = stale.get_mut(page as usize) {
                *flag = true;
            }
        }
        let from = basis.0.unwrap_or(0);
        for (page, history) in self.pages.iter().enumerate().take(pages) {
            stale[page] |= history.iter().any(|(number, _)| *number > from.min(target) && *number <= from.max(target));
        }
        for (page, _) in stale.iter().enumerate().filter(|(_, stale)| **stale) {
            let history = &self.pages[page];
            let after = history.partition_point(|(number, _)| *number <= target);
            if after > 0 {
                memory.restore_page(page as u32, &history[after - 1].1);
            }
        }
        memory.clean();
        memory.thaw();
        machine.registers = checkpoint.registers.clone();
        basis.0 = Some(target);
        true
    }

    /// Makes `memory` as long as it was.
    pub(crate) fn resize(&self, memory: &mut Memory, length: u64) {
        if memory.len() > length {
            memory.shrink_to(length);
        } else if memory.len() < length {
            memory.grow((length - memory.len()) / heapglass_heap::memory::PAGE);
        }
    }

    /// Checkpoint numbers change when the recording is thinned: whoever holds a [`Basis`] asks whether it still holds.
    pub fn generation(&self) -> u64 {
        self.interval
    }
}
