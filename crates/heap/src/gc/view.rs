//! A collection in progress, read back from memory for a picture.

use super::{
    collection::{Phase, Reason, word},
    generation,
    head::{NEXT, UNREACHABLE, object_of},
};
use crate::{Heap, address::Address};

/// A candidate, as a picture shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The object.
    pub object: Address,
    /// Its scratch count: references not yet accounted for by other candidates. `None` when it has none: before the
    /// counts are copied, and once it is known to be alive or garbage.
    pub scratch: Option<u64>,
    /// Whether it is in the list of those thought unreachable.
    pub unreachable: bool,
}

/// A collection in progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectionView {
    /// The generation being collected.
    pub generation: u8,
    /// The phase that ended last.
    pub phase: Phase,
    /// Why it runs.
    pub reason: Reason,
    /// Garbage counted so far: known once the rings are broken.
    pub collected: u64,
    /// Those looked at: the reachable (until they are promoted), then the unreachable, in list order.
    pub candidates: Vec<Candidate>,
}

impl Heap {
    /// Containers elsewhere (see [`super::elsewhere`]) that the collection of `generation` examines, until it promotes them.
    pub fn gc_examined_elsewhere(&self, generation: u8) -> u64 {
        (0..=generation).map(|number| self.gc_population(number) - self.list_length(generation::head(number))).sum()
    }

    /// The collection in progress, if there is one and its first phase has ended.
    pub fn collection(&self) -> Option<CollectionView> {
        let (phase, reason) = self.collection_phase()?;
        let generation = self.memory.u64(word::GENERATION) as u8;
        let scratch = matches!(phase, Phase::Copy | Phase::Subtract);
        let mut candidates = Vec::new();
        if matches!(
            phase,
            Phase::Gather | Phase::Copy | Phase::Subtract | Phase::Rescue
        ) {
            self.view_list(
                generation::head(generation),
                scratch,
                false,
                &mut candidates,
            );
        }
        self.view_list(word::UNREACHABLE, false, true, &mut candidates);
        self.view_list(word::SEEN, false, true, &mut candidates);
        self.view_list(word::FINAL, false, true, &mut candidates);
        let collected = self.memory.u64(word::COLLECTED);
        Some(CollectionView {
            generation,
            phase,
            reason,
            collected,
            candidates,
        })
    }

    /// The phase that ended last in the collection in progress, and why it runs.
    pub fn collection_phase(&self) -> Option<(Phase, Reason)> {
        let next = self.memory.u64(word::PHASE) as usize;
        let phase = *Phase::ALL.get(next.checked_sub(2)?)?;
        let reason = match self.memory.u64(word::REASON) {
            1 => Reason::Threshold,
            2 => Reason::Manual,
            _ => Reason::Shutdown,
        };
        Some((phase, reason))
    }

    fn view_list(
        &self,
        list: Address,
        scratch: bool,
        unreachable: bool,
        into: &mut Vec<Candidate>,
    ) {
        let mut entry = self.list_next(list);
        while entry != list {
            let scratch = (scratch && self.is_collecting(entry)).then(|| self.scratch(entry));
            into.push(Candidate {
                object: object_of(entry),
                scratch,
                unreachable,
            });
            entry = Address::new(self.memory.u64(entry.plus(NEXT)) & !UNREACHABLE);
        }
    }
}
