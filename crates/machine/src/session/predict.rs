//! Looking through a recording for questions to ask: first the program is run as wrong ideas read it, then lines of the
//! recording are looked at before and after. In slices: whoever asked can do other things in between.

use std::collections::BTreeMap;

use super::{Session, navigate, stop_log::Wish};
use crate::{
    picture::{Object, Picture, Seek, Wanted},
    predict::{
        Draft, Idea, Pinned, Place, Prediction, Predictions, address, alias, choose, collection, count, fate, identity, line, mistaken,
        next_line::{self, Text},
        printed,
        scene::{Scene, object},
    },
    timeline::{Stop, StopKind},
};

/// Steps for which a program is run as a wrong idea reads it.
const READING: u64 = 200_000;
/// Stops of a recording that are gone through.
const MOST_STOPS: usize = 20_000;
/// Executions of a line that are looked at.
const EXECUTIONS: u32 = 2;
/// Lines that are looked at, and collections.
const MOST_LOOKS: usize = 160;
const MOST_COLLECTIONS: usize = 3;
/// Objects of a picture that is still looked at.
const MOST_OBJECTS: usize = 600;
/// Stops that are looked at in one slice.
const SLICE: usize = 6;

/// What a line did: what it printed, and which line came next.
#[derive(Clone, Debug, PartialEq)]
struct Deed {
    output: String,
    next: Option<u32>,
}

/// The search for questions.
#[derive(Debug, Default)]
pub(super) struct Searching {
    /// Readings of the program that have still to be run.
    readings: Vec<(Idea, String)>,
    /// What lines did where an idea holds, by line and execution.
    mistaken: Vec<(Idea, BTreeMap<(u32, u32), Deed>)>,
    /// Stops still to be looked at, the next one last, with the line and how often it ran.
    stops: Vec<(usize, u32, u32)>,
    looks: usize,
    readings_at_first: usize,
    /// What died on the line before.
    freed: (u64, Vec<Object>),
    found: Vec<Prediction>,
    /// How far the recording was when the search began.
    recorded: u64,
    /// The language in which it asks.
    language: &'static str,
}

impl Session {
    /// Searches for questions a slice further, and tells those that are chosen once all are found. To be called until it is
    /// complete; a recording that has grown is searched anew.
    pub fn predictions(&mut self) -> Predictions {
        let recorded = self.recorded();
        let mut search = self.predicting.take().filter(|search| search.recorded == recorded && search.language == heapglass_words::language().code).unwrap_or_else(|| self.begin_predicting(recorded));
        let place = (self.stop, self.at);
        let source = self.source.clone();
        let text = Text::new(&source);
        if let Some((idea, reading)) = search.readings.pop() {
            if let Some(deeds) = self.read_mistaken(&reading, &text) {
                search.mistaken.push((idea, deeds));
            }
        } else {
            for _ in 0..SLICE {
                let Some(look) = search.stops.pop() else { break };
                if self.look(&mut search, &text, look) {
                    break;
                }
            }
        }
        (self.stop, self.at) = place;
        let complete = search.readings.is_empty() && search.stops.is_empty();
        let (whole, left) = (search.readings_at_first + search.looks, search.readings.len() + search.stops.len());
        let percent = (100 * (whole - left.min(whole))).checked_div(whole).unwrap_or(100) as u8;
        let mut list = if complete { choose::choose(search.found.clone()) } else { Vec::new() };
        self.add_steps(&mut list);
        self.predicting = Some(search);
        Predictions { list, percent, complete }
    }

    /// Questions of an author, those whose lines run.
    pub fn pinned(&self, all: &[Pinned]) -> Vec<Prediction> {
        let at = |pinned: &Pinned| {
            let place = navigate::target(&self.stops.borrow(), 0, 0, &Seek::Execution { line: pinned.line, time: pinned.time.max(1) }, self.recorded());
            let (stop, _) = place?;
            let (then, _) = self.over(stop)?;
            pinned.at(Place { stop: stop as u64, then: then as u64, line: pinned.line })
        };
        let mut list: Vec<Prediction> = all.iter().filter_map(at).collect();
        self.add_steps(&mut list);
        list
    }

    fn add_steps(&self, list: &mut [Prediction]) {
        let stops = self.stops.borrow();
        for question in list {
            question.step = stops.get(question.stop as usize).map_or(0, |stop| stop.step);
        }
    }

    fn begin_predicting(&self, recorded: u64) -> Searching {
        let text = Text::new(&self.source);
        let mut readings = mistaken::readings(&self.source);
        readings.reverse();
        let mut stops = places(&self.stops_at_first(), &text);
        stops.reverse();
        Searching { readings_at_first: readings.len(), looks: stops.len(), readings, stops, recorded, language: heapglass_words::language().code, ..Searching::default() }
    }

    fn stops_at_first(&self) -> Vec<Stop> {
        self.stops.borrow().iter().take(MOST_STOPS).collect()
    }

    /// Runs the program as somebody reads it, and notes what its lines did.
    fn read_mistaken(&self, reading: &str, text: &Text<'_>) -> Option<BTreeMap<(u32, u32), Deed>> {
        let mut other = Self::with_limits(self.limits.clone());
        let mut world = self.world.clone();
        world.open = false;
        other.load_in(reading, "program.py", world).ok()?;
        other.record(READING);
        let stops = other.stops_at_first();
        let mut deeds = BTreeMap::new();
        for (stop, line, time) in places(&stops, text).into_iter().filter(|(_, line, _)| *line != 0) {
            if let Some(deed) = other.deed(stop, text.bare(line)) {
                deeds.insert((line, time), deed);
            }
        }
        Some(deeds)
    }

    /// What the line behind a stop did. Only lines that print are asked what they printed.
    fn deed(&mut self, stop: usize, text: &str) -> Option<Deed> {
        let (here, next) = {
            let stops = self.stops.borrow();
            (stops.get(stop)?, stops.get(stop + 1)?)
        };
        let next = (next.kind == StopKind::Line).then_some(next.line);
        let output = match self.over(stop).filter(|_| text.contains("print(")) {
            Some((_, step)) => self.output_between(here.step, step)?,
            None => String::new(),
        };
        Some(Deed { output, next })
    }

    /// Where the line has run, with all that it calls and the collections that it brings about.
    fn over(&self, stop: usize) -> Option<(usize, u64)> {
        let stops = self.stops.borrow();
        let here = stops.get(stop)?;
        let mut wish = Wish::Frame(here.depth, here.frame);
        let mut from = stop + 1;
        loop {
            let (index, found) = stops.next(from, wish)?;
            from = index + 1;
            let is_phase = matches!(found.kind, StopKind::CollectionBegins | StopKind::CollectionPhase);
            // What begins later in the same place of the stack is another call, of the same caller.
            if found.enters && found.frame == here.frame && found.depth >= here.depth {
                wish = Wish::Shallower(here.depth);
            } else if !is_phase {
                return Some((index, found.step));
            }
        }
    }

    fn output_between(&mut self, from: u64, to: u64) -> Option<String> {
        let before = self.visit(from, |machine| machine.output.len())?;
        let after = self.visit(to, |machine| machine.output.len())?;
        let bytes = self.output().get(before..after)?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    }

    /// Looks at one stop. Whether that took long.
    fn look(&mut self, search: &mut Searching, text: &Text<'_>, (stop, line, time): (usize, u32, u32)) -> bool {
        if line == 0 {
            return self.look_at_collection(search, stop);
        }
        let words = text.bare(line);
        let Some(deed) = self.deed(stop, words) else { return false };
        let others = |read: fn(&Deed) -> Option<String>| -> Vec<(Idea, String)> {
            let answers = search.mistaken.iter().filter_map(|(idea, deeds)| Some((*idea, read(deeds.get(&(line, time))?)?)));
            answers.collect()
        };
        let next = Place { stop: stop as u64, then: stop as u64 + 1, line };
        let printed_elsewhere = others(|deed| Some(deed.output.clone()));
        let next_elsewhere: Vec<(Idea, u32)> = others(|deed| deed.next.map(|next| next.to_string())).into_iter().filter_map(|(idea, next)| Some((idea, next.parse().ok()?))).collect();
        if let Some(after) = deed.next {
            search.found.extend(next_line::next_line(text, line, after, &next_elsewhere).and_then(|draft| draft.ask(next)));
        }
        let Some((then, _)) = self.over(stop) else { return false };
        let place = Place { stop: stop as u64, then: then as u64, line };
        if words.contains("print(") && !line::is_header(words) {
            search.found.extend(printed::printed(words, &deed.output, &printed_elsewhere).and_then(|draft| draft.ask(place)));
        }
        // A line that goes on elsewhere, or whose text is only a part of it, is not asked about.
        if line::is_header(words) || !line::is_complete(words) || words.chars().count() > 60 || words.contains('`') {
            return false;
        }
        let (Some(before), Some(after)) = (self.small_picture(stop), self.small_picture(then)) else { return true };
        let scene = Scene { text: words, before: &before, after: &after };
        let freed = if search.freed.0 == stop as u64 { std::mem::take(&mut search.freed.1) } else { Vec::new() };
        let drafts: [Option<Draft>; 6] =
            [alias::alias(&scene), fate::fate(&scene), fate::deaths(&scene), count::count(&scene), identity::identity_of(&scene), address::address(&scene, &freed)];
        search.found.extend(drafts.into_iter().flatten().filter_map(|draft| draft.ask(place)));
        let dead = before.objects.iter().filter(|old| object(&after, old.id).is_none()).cloned();
        search.freed = (then as u64, dead.collect());
        before.objects.len() > 200
    }

    fn look_at_collection(&mut self, search: &mut Searching, stop: usize) -> bool {
        let end = {
            let stops = self.stops.borrow();
            (stop + 1..stops.len()).find(|at| stops.get(*at).is_some_and(|stop| stop.kind != StopKind::CollectionPhase))
        };
        let Some(then) = end else { return false };
        let (Some(before), Some(after)) = (self.small_picture(stop), self.small_picture(then)) else { return true };
        let place = Place { stop: stop as u64, then: then as u64, line: 0 };
        for draft in [collection::found(&before, &after), collection::promotion(&before, &after)].into_iter().flatten() {
            search.found.extend(draft.ask(place));
        }
        true
    }

    /// The picture of a stop, if there is not too much in it.
    fn small_picture(&mut self, stop: usize) -> Option<Picture> {
        self.seek(&Seek::Stop(stop as u64));
        let at = self.at;
        let wanted = Wanted { collector: true, ..Wanted::default() };
        let picture = self.photograph(at, &wanted);
        (picture.objects.len() <= MOST_OBJECTS && picture.omitted == 0).then_some(picture)
    }
}

/// The stops that are looked at: each line the first times that it runs, loops once more where they end, and the first
/// collections (line 0).
fn places(stops: &[Stop], text: &Text<'_>) -> Vec<(usize, u32, u32)> {
    let mut times: BTreeMap<u32, u32> = BTreeMap::new();
    let mut found = Vec::new();
    let mut collections = 0;
    for (at, stop) in stops.iter().enumerate() {
        match stop.kind {
            StopKind::CollectionBegins if collections < MOST_COLLECTIONS => {
                collections += 1;
                found.push((at, 0, collections as u32));
            }
            StopKind::Line => {
                let time = times.entry(stop.line).or_default();
                *time += 1;
                let words = text.bare(stop.line);
                let is_loop = words.starts_with("for ") || words.starts_with("while ");
                let next = stops.get(at + 1).map(|next| next.line);
                let ends = is_loop && *time <= 50 && next.is_some() && next != text.body(stop.line);
                if *time <= EXECUTIONS || ends {
                    found.push((at, stop.line, *time));
                }
            }
            _ => {}
        }
        if found.len() >= MOST_LOOKS {
            break;
        }
    }
    found
}
