//! Which objects are in which generation while a phase is gone through, and how full the counters are.

use super::Verdict;
use crate::picture::{Collector, Deed, ObjectId};
use crate::words::number as written;
use heapglass_words::collector as said;
use std::collections::BTreeMap;

/// The members of all lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// The three generations, youngest first.
    pub generations: [Vec<ObjectId>; 3],
    /// Those that the running collection has set aside.
    pub aside: Vec<ObjectId>,
}

impl Lanes {
    /// The lanes after `at` moves of the phase on screen; all of its moves outside of a collection.
    pub fn of(collector: &Collector, verdicts: &BTreeMap<ObjectId, Verdict>, at: usize) -> Self {
        let mut lanes = Self::default();
        let Some(running) = &collector.collection else {
            for (lane, generation) in lanes.generations.iter_mut().zip(&collector.generations) {
                lane.clone_from(&generation.objects);
            }
            return lanes;
        };
        // What is still to be moved stands where it was.
        let mut still: BTreeMap<ObjectId, u8> = BTreeMap::new();
        for one in running.moves.get(at..).unwrap_or_default() {
            match one.deed {
                Deed::Gathered => drop(still.insert(one.object, one.generation.unwrap_or(0))),
                Deed::Promoted if running.phase == PROMOTE => drop(still.insert(one.object, running.generation)),
                _ => {}
            }
        }
        let is_aside = |id: &ObjectId| verdicts.get(id).is_some_and(|verdict| verdict.is_aside());
        let mut put = |id: ObjectId, generation: usize| {
            if is_aside(&id) {
                lanes.aside.push(id);
            } else if let Some(lane) = lanes.generations.get_mut(generation) {
                lane.push(id);
            }
        };
        let mut seen = std::collections::BTreeSet::new();
        for (number, generation) in collector.generations.iter().enumerate() {
            for id in &generation.objects {
                seen.insert(*id);
                put(*id, still.get(id).map_or(number, |generation| usize::from(*generation)));
            }
        }
        for candidate in running.candidates.iter().filter(|candidate| seen.insert(candidate.id)) {
            put(candidate.id, usize::from(running.generation));
        }
        let gone = running.moves.iter().map(|one| one.object).filter(|id| seen.insert(*id));
        lanes.aside.extend(gone.filter(is_aside).collect::<Vec<_>>());
        lanes
    }
}

/// The phase in which survivors move on.
const PROMOTE: u32 = 4;

/// How full the counter of a generation is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filling {
    /// Hundredths of the meter that are filled; the threshold is at [`Filling::MARK`].
    pub percent: u64,
    /// The counter has come to its threshold.
    pub is_full: bool,
    /// `12 / 700`.
    pub figures: String,
    /// What follows from it, in words; empty if nothing does.
    pub words: String,
    /// A rule beside the threshold; empty if there is none.
    pub rule: String,
}

impl Filling {
    /// Where in the meter the threshold is marked, in hundredths: there is room for what comes after it.
    pub const MARK: u64 = 90;
}

/// The counter of a generation against its threshold.
pub fn filling(collector: &Collector, number: usize) -> Filling {
    let Some(generation) = collector.generations.get(number) else { return Filling::default() };
    let (count, threshold) = (generation.count, generation.threshold);
    let never = number == 0 && threshold == 0;
    let percent = if threshold == 0 { 0 } else { (count.saturating_mul(Filling::MARK) / threshold).min(100) };
    let is_full = count >= threshold && !never && (number == 0 || count > threshold);
    let words = match number {
        _ if !collector.enabled => "",
        0 if never => said::never(),
        0 if collector.due => said::is_due(),
        0 if count > threshold => said::is_full(),
        0 if count == threshold => said::is_nearly_full(),
        _ if collector.generations.first().is_some_and(|youngest| youngest.threshold == 0) => said::never_as_youngest(),
        1 if is_full => said::goes_along(),
        2 if is_full && !enough_long_lived(collector) => said::too_few_joined(),
        2 if is_full => said::goes_along(),
        _ => "",
    };
    Filling { percent, is_full, figures: format!("{} / {}", written(count), written(threshold)), words: words.into(), rule: if number == 2 { gen_two_rule(collector) } else { String::new() } }
}

fn enough_long_lived(collector: &Collector) -> bool {
    collector.long_lived_pending >= collector.long_lived_total / 4
}

/// The rule of the oldest generation, with its two numbers.
fn gen_two_rule(collector: &Collector) -> String {
    let (pending, total) = (collector.long_lived_pending, collector.long_lived_total);
    said::quarter_rule(pending, total / 4, total)
}
