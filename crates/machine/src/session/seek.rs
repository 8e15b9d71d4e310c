//! Going somewhere: at once where the stops tell the way, else by running through the recording again.
//!
//! ```text
//! forward:   at ──────────────> ──────────────> found             (slice by slice)
//! backward:              3 ──────> 2 ──────> 1 ──────> at         (segment by segment, the last one first)
//! ```
//!
//! A search is done by the viewer, in slices: whoever asked can show how far it is, look at a picture meanwhile, or give up.

mod name;
mod scan;
mod track;
mod words;

use heapglass_words::seek as told;

use crate::{
    picture::{Arrival, Direction, Search, Seek, Sign},
    session::{
        Session,
        navigate,
        seek::{scan::{Scanned, Span}, track::Tracker},
        stop_log::Wish,
    },
};

/// Steps that are searched in one go where nobody waits.
const UNHURRIED: u64 = 1 << 22;

/// A search under way.
#[derive(Debug)]
pub(super) struct Hunt {
    wish: Seek,
    /// Where it began: nothing changes until it has ended.
    origin: u64,
    direction: Direction,
    tracker: Tracker,
    /// The places still to be searched in this slice's segment: after the first, up to the second.
    segment: (u64, u64),
    /// The last hit of the segment.
    found: Option<(u64, String)>,
}

impl Session {
    /// Goes to another place of the recording, however long that takes. Stays if there is no such place.
    pub fn seek(&mut self, to: &Seek) -> Arrival {
        loop {
            if let Search::Ended(arrival) = self.search(to, UNHURRIED) {
                return arrival;
            }
        }
    }

    /// The same in slices of about `budget` steps: ask again, with the same wish, until it has ended. Another wish, or another
    /// place to look at, begins anew.
    pub fn search(&mut self, to: &Seek, budget: u64) -> Search {
        if self.stops.borrow().is_empty() {
            return Search::Ended(self.stay(told::nothing_recorded()));
        }
        let continued = self.hunt.take().filter(|hunt| hunt.wish == *to && hunt.origin == self.at);
        let hunt = match continued {
            Some(hunt) => Ok(hunt),
            None if Self::is_told_by_stops(to) => Err(self.step_to(to)),
            None => self.begin_hunt(to),
        };
        match hunt {
            Ok(hunt) => self.go_on_hunting(hunt, budget),
            Err(arrival) => Search::Ended(arrival),
        }
    }

    /// Gives up the search that is under way.
    pub fn give_up(&mut self) {
        self.hunt = None;
    }

    fn is_told_by_stops(to: &Seek) -> bool {
        match to {
            Seek::Break(_, points) => points.iter().all(|point| point.condition.trim().is_empty()),
            Seek::Find(_, sign) => *sign == Sign::Collection,
            _ => true,
        }
    }

    fn step_to(&mut self, to: &Seek) -> Arrival {
        let place = navigate::target(&self.stops.borrow(), self.stop, self.at, to, self.recorded());
        match place {
            Some((stop, step)) => {
                (self.stop, self.at) = (stop, step);
                let is_collection = matches!(to, Seek::Find(_, Sign::Collection));
                let sentence = if is_collection { told::collection_has_begun() } else { "" };
                Arrival { arrived: true, step, sentence: sentence.to_owned() }
            }
            None => {
                let words = self.nothing(to);
                self.stay(&words)
            }
        }
    }

    fn stay(&self, sentence: &str) -> Arrival {
        Arrival { arrived: false, step: self.at, sentence: sentence.to_owned() }
    }

    fn arrive(&mut self, step: u64, sentence: String) -> Arrival {
        (self.stop, self.at) = navigate::containing(&self.stops.borrow(), step);
        Arrival { arrived: true, step, sentence }
    }

    /// Looks at the machine where the search begins, and finds out what exactly to look for.
    fn begin_hunt(&mut self, to: &Seek) -> Result<Hunt, Arrival> {
        let origin = self.at;
        let (direction, tracker) = match to {
            Seek::Find(direction, sign) => {
                let looking_for = sign.clone();
                let here = self.visit(origin, move |machine| Tracker::new(machine, &looking_for));
                let looking_for = sign.clone();
                // The module's frame is there from the first stop on, but not at the end.
                let tracker = match here {
                    Some(Err(_)) if matches!(sign, Sign::Name { .. }) => {
                        let first = self.stops.borrow().get(0).map_or(0, |stop| stop.step);
                        let there = self.visit(first, move |machine| Tracker::new(machine, &looking_for));
                        if matches!(there, Some(Ok(_))) { there } else { here }
                    }
                    _ => here,
                };
                (*direction, tracker)
            }
            Seek::Break(direction, points) => (*direction, Some(Tracker::breakpoints(points))),
            _ => return Err(self.stay("")),
        };
        let tracker = tracker.unwrap_or_else(|| Err(told::nothing_recorded().to_owned())).map_err(|words| self.stay(&words))?;
        let segment = match direction {
            Direction::Forward => (origin, self.recorded()),
            Direction::Backward => self.segment_before(origin),
        };
        Ok(Hunt { wish: to.clone(), origin, direction, tracker, segment, found: None })
    }

    /// The places before `step` that are searched next when going back.
    fn segment_before(&self, step: u64) -> (u64, u64) {
        let last = step.saturating_sub(1);
        (self.start_before(last.saturating_sub(1)).max(self.timeline.first_step()), last)
    }

    fn go_on_hunting(&mut self, mut hunt: Hunt, budget: u64) -> Search {
        if let Err(arrival) = self.skip(&mut hunt) {
            return Search::Ended(arrival);
        }
        let (from, until) = hunt.segment;
        let span = Span { from, until, first: hunt.direction == Direction::Forward, budget };
        let Some(scanned) = self.scan(span, &mut hunt.tracker) else {
            return Search::Ended(self.stay(told::unreadable()));
        };
        let Scanned { hit, reached, restarted, refused } = scanned;
        if let Some(words) = refused {
            return Search::Ended(self.stay(&words));
        }
        if restarted {
            hunt.found = None;
        }
        hunt.found = hit.or(hunt.found);
        let is_through = reached >= until;
        let ends = match hunt.direction {
            Direction::Forward => is_through || hunt.found.is_some() || hunt.tracker.is_over(),
            Direction::Backward => is_through && (hunt.found.is_some() || from <= self.timeline.first_step() || hunt.tracker.has_begun()),
        };
        if ends {
            let arrival = match hunt.found {
                Some((step, words)) => self.arrive(step, words),
                None => {
                    let words = hunt.tracker.nothing(hunt.direction).unwrap_or_else(|| self.nothing(&hunt.wish));
                    self.stay(&words)
                }
            };
            return Search::Ended(arrival);
        }
        hunt.segment = match hunt.direction {
            Direction::Backward if is_through => self.segment_before(from + 1),
            _ => (reached, until),
        };
        let searching = self.progress_of(&hunt, reached);
        self.hunt = Some(hunt);
        searching
    }

    fn progress_of(&self, hunt: &Hunt, reached: u64) -> Search {
        let (done, all) = match hunt.direction {
            Direction::Forward => (reached.saturating_sub(hunt.origin), self.recorded().saturating_sub(hunt.origin)),
            Direction::Backward => (hunt.origin.saturating_sub(hunt.segment.1), hunt.origin),
        };
        Search::Searching { step: reached, percent: (done.min(all) * 100 / all.max(1)) as u8 }
    }

    /// Where only some lines matter, what lies before the next of them is passed over.
    fn skip(&self, hunt: &mut Hunt) -> Result<(), Arrival> {
        let Some(lines) = hunt.tracker.lines() else { return Ok(()) };
        let stops = self.stops.borrow();
        let wish = Wish::Lines(&lines);
        let (from, until) = hunt.segment;
        let begun = hunt.found.is_some() || hunt.direction == Direction::Backward && from > self.start_before(until.saturating_sub(1));
        if begun {
            return Ok(());
        }
        let candidate = match hunt.direction {
            Direction::Forward => stops.next(stops.up_to(from), wish),
            Direction::Backward => stops.previous(stops.up_to(until), wish),
        };
        let Some((_, stop)) = candidate else {
            return Err(self.stay(&self.nothing(&hunt.wish)));
        };
        match hunt.direction {
            Direction::Forward => hunt.segment.0 = stop.step.saturating_sub(1).max(from),
            Direction::Backward => hunt.segment = self.segment_before(stop.step + 1),
        }
        Ok(())
    }
}
