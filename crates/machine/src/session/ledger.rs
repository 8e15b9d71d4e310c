//! The ledger of an object: every +1 and −1 of its count, with step, line and cause, read by running through its life once
//! more. Its life (birth, generations, death) is a by-product.
//!
//! What the heap notes of one object (`event::Filter::Place`) says when the count changed; why is found by comparing the places
//! that hold the object before and after the instruction.

mod causes;

use heapglass_heap::{Address, event::{Event, Filter}, runtime};
use heapglass_words::{counts as words, holders};

use causes::{arrived, by, left, moved};

use super::{
    Session,
    lives::ending,
    places::{self, Holding, Kept},
    replay::{Replay, Witness},
};
use crate::{
    machine::Machine,
    picture::{
        ObjectId,
        story::{Change, Ending, Entry, Ledger, Life, Moment},
    },
};

/// Entries after which a ledger is not read further.
const MOST_ENTRIES: usize = 20_000;

/// A ledger that is being read.
#[derive(Debug)]
pub(super) struct Reading {
    object: ObjectId,
    /// The language of its words.
    language: &'static str,
    replay: Replay<Bookkeeper>,
}

/// What ran, noted before it ran.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ran {
    pub(super) frame: Address,
    instruction: Address,
    code: Address,
}

impl Ran {
    /// The instruction that is about to run.
    pub(super) fn about_to(machine: &Machine) -> Self {
        let frame = machine.registers.frame;
        let code = if frame.is_null() { Address::NULL } else { machine.frame_code(frame) };
        Self { frame, instruction: machine.registers.instruction, code }
    }
}

/// Takes notes of one object.
struct Bookkeeper {
    birth: u32,
    place: Address,
    ran: Ran,
    held: Vec<Holding>,
    /// Whether the running frame's value stack held it: then it may move without a change of its count.
    on_stack: bool,
    had_native: bool,
    /// Its count never changes: there is nothing to read.
    immortal: bool,
    count: u64,
    alive: bool,
    entries: Vec<Entry>,
    life: Life,
    generation: Option<u8>,
}

impl Witness for Bookkeeper {
    fn between(&mut self, machine: &mut Machine) -> bool {
        if !machine.heap.log.events().is_empty() {
            let events = machine.heap.log.take();
            self.digest(machine, &events);
        } else if self.on_stack {
            self.digest(machine, &[]);
        }
        self.ran = Ran::about_to(machine);
        self.life.died.is_none() && self.entries.len() < MOST_ENTRIES && !self.immortal
    }
}

impl Bookkeeper {
    fn new(birth: u32) -> Self {
        Self {
            birth,
            place: Address::NULL,
            ran: Ran::default(),
            held: Vec::new(),
            on_stack: false,
            had_native: false,
            immortal: false,
            count: 0,
            alive: false,
            entries: Vec::new(),
            life: Life::default(),
            generation: None,
        }
    }

    /// The object is there already when the reading begins.
    fn meet(&mut self, machine: &Machine, place: Address) {
        self.place = place;
        self.alive = true;
        self.count = u64::from(machine.heap.refcount(place));
        self.immortal = machine.heap.is_immortal(place);
        self.held = places::places(machine, place);
        self.generation = generation(machine, place);
        self.life.type_name = machine.short_type_name(place);
        self.life.address = place.raw();
    }

    fn now(&self, machine: &Machine) -> Moment {
        moment(machine, self.ran)
    }

    /// One instruction has run, or a phase of a collection.
    fn digest(&mut self, machine: &Machine, events: &[Event]) {
        let now = self.now(machine);
        let mut signs = Vec::new();
        let mut died = false;
        for event in events {
            match *event {
                Event::Born { object, birth, type_ } if birth == self.birth => self.is_born(machine, (object, type_), &now),
                Event::CountRaised { count, .. } if self.alive => signs.push((Change::Raised, u64::from(count))),
                Event::CountLowered { count, .. } if self.alive => signs.push((Change::Lowered, u64::from(count))),
                Event::Tracked { .. } if self.alive => self.life.tracking.push((now.clone(), true)),
                Event::Untracked { .. } if self.alive => self.life.tracking.push((now.clone(), false)),
                Event::Died { birth, .. } if birth == self.birth => {
                    died = true;
                    break;
                }
                _ => {}
            }
        }
        if !self.alive {
            return;
        }
        if died {
            self.alive = false;
            self.on_stack = false;
        }
        self.enter(machine, &signs, &now);
        if died {
            self.dies(machine, now);
            return;
        }
        let seen = generation(machine, self.place);
        if seen != self.generation {
            self.life.generations.extend(seen.map(|generation| (now, generation)));
            self.generation = seen;
        }
    }

    fn is_born(&mut self, machine: &Machine, (object, type_): (Address, Address), now: &Moment) {
        self.place = object;
        self.alive = true;
        self.count = 1;
        // It may be dead again already: its own words say nothing then.
        self.life.type_name = machine.class_name(type_);
        self.life.address = object.raw();
        self.life.born = Some(now.clone());
        self.life.made_by = by(machine, self.ran, words::maker);
        let cause = by(machine, self.ran, words::made_by);
        self.entries.push(Entry { at: now.clone(), change: Change::Born, count: 1, cause, temporary: false, stack: false });
        // The place of its first reference is only known once the instruction is over.
        self.held = vec![Holding::native(holders::maker())];
    }

    fn dies(&mut self, machine: &Machine, now: Moment) {
        let ending = ending(machine, self.ran);
        self.life.cause_of_death = match ending {
            Ending::Shutdown => words::shut_down().to_string(),
            Ending::Collected => words::collected().to_string(),
            Ending::LastReference => self.entries.last().map(|entry| entry.cause.clone()).unwrap_or_default(),
        };
        self.life.died = Some((now, ending));
    }

    /// Enters what happened to the count, with causes from what became of the places.
    fn enter(&mut self, machine: &Machine, signs: &[(Change, u64)], now: &Moment) {
        let after = if self.alive { self.look_around(machine, signs.is_empty()) } else { Vec::new() };
        let (gained, lost) = (difference(&after, &self.held), difference(&self.held, &after));
        self.held = after;
        if self.alive {
            let frame = machine.registers.frame.raw();
            let native = self.held.iter().any(|place| place.kept == Kept::Native);
            // What native code held while it made something is found at the next instruction.
            let fresh = native && !std::mem::replace(&mut self.had_native, native) && machine.registers.nesting <= 1;
            self.had_native = native;
            self.on_stack = fresh || self.held.iter().any(|place| place.kept == Kept::Stack && place.holder == frame);
        }
        if self.life.first_holder.is_empty() && let Some(first) = gained.iter().find(|place| place.kept != Kept::Native) {
            self.life.first_holder = first.spot.words();
        }
        let raised = signs.iter().filter(|(change, _)| *change == Change::Raised).count();
        // What cannot be explained by a raised count came from another place.
        let moves = gained.len().saturating_sub(raised).min(lost.len());
        let (mut gains, mut losses) = (gained.into_iter(), lost.into_iter());
        for (from, to) in losses.by_ref().take(moves).zip(gains.by_ref().take(moves)) {
            let is_birth = from.kept == Kept::Native && self.entries.len() == 1;
            let cause = if is_birth { arrived(&to) } else { moved(&from, &to) };
            let stack = from.kept == Kept::Stack || to.kept == Kept::Stack;
            self.push(Entry { at: now.clone(), change: Change::Moved, count: self.count, cause, temporary: false, stack });
        }
        self.enter_signs(machine, signs, (&mut gains, &mut losses), now);
    }

    fn enter_signs(
        &mut self,
        machine: &Machine,
        signs: &[(Change, u64)],
        (gains, losses): (&mut dyn Iterator<Item = Holding>, &mut dyn Iterator<Item = Holding>),
        now: &Moment,
    ) {
        let gains: Vec<Holding> = gains.collect();
        let raised = signs.iter().filter(|(change, _)| *change == Change::Raised).count();
        // The first ones up are the first ones down again.
        let mut passing_up = raised.saturating_sub(gains.len());
        let mut passing_down = passing_up;
        let mut gains = gains.into_iter();
        for (change, count) in signs {
            self.count = *count;
            let temporary = match change {
                Change::Raised => &mut passing_up,
                _ => &mut passing_down,
            };
            let entry = |cause, temporary, stack| Entry { at: now.clone(), change: *change, count: *count, cause, temporary, stack };
            let made = if *temporary > 0 {
                *temporary -= 1;
                entry(by(machine, self.ran, words::held_while), true, false)
            } else if *change == Change::Raised {
                let place = gains.next();
                let stack = place.as_ref().is_some_and(|place| place.kept == Kept::Stack);
                entry(place.as_ref().map_or_else(|| words::another_reference().to_string(), arrived), false, stack)
            } else {
                let place = losses.next();
                let stack = place.as_ref().is_some_and(|place| place.kept == Kept::Stack);
                entry(place.as_ref().map_or_else(|| words::reference_less().to_string(), |place| left(machine, self.ran, place)), false, stack)
            };
            self.push(made);
        }
    }

    fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// The places that hold it now. If nothing changed the count, only frames can have changed.
    fn look_around(&self, machine: &Machine, only_frames: bool) -> Vec<Holding> {
        let is_frame_place = |place: &Holding| place.kept == Kept::Stack || place.kept == Kept::Name && place.holder != 0;
        let mut in_frames = Vec::new();
        places::in_frames(machine, self.place, &mut in_frames);
        let before = self.held.iter().filter(|place| is_frame_place(place)).count();
        let count = u64::from(machine.heap.refcount(self.place));
        let elsewhere = self.held.len() - before;
        let has_native = self.held.iter().any(|place| place.kept == Kept::Native);
        let frames_now = in_frames.iter().filter(|place| is_frame_place(place)).count();
        let explained = !has_native && count == (elsewhere + frames_now) as u64 && in_frames.len() == frames_now;
        if explained && (only_frames || frames_now != before) {
            in_frames.extend(self.held.iter().filter(|place| !is_frame_place(place)).cloned());
            return in_frames;
        }
        places::places(machine, self.place)
    }
}

/// What of `these` is not among `those`, each place as often as it is there.
fn difference(these: &[Holding], those: &[Holding]) -> Vec<Holding> {
    let mut left: Vec<&Holding> = those.iter().collect();
    let mut only = Vec::new();
    for place in these {
        match left.iter().position(|other| other.is_same(place)) {
            Some(at) => drop(left.swap_remove(at)),
            None => only.push(place.clone()),
        }
    }
    only.sort();
    only
}

/// The generation of a tracked object.
fn generation(machine: &Machine, object: Address) -> Option<u8> {
    let heap = &machine.heap;
    if !heap.is_gc_object(object) || !heap.is_tracked(object) || heap.memory.u64(runtime::GC_COLLECTING) != 0 {
        return None;
    }
    (0..2).find(|generation| heap.gc_objects(*generation).contains(&object)).or(Some(2))
}

/// When and where what `ran` has just run.
pub(super) fn moment(machine: &Machine, ran: Ran) -> Moment {
    let facts = machine.code_facts(ran.code);
    let program = facts.filter(|facts| facts.is_program);
    let unit = ran.instruction.raw().wrapping_sub(machine.code_start(ran.code).raw()) / 2;
    let line = program.and_then(|facts| facts.lines.get(usize::try_from(unit).ok()?).copied());
    let function = facts.map(|facts| facts.code.name.clone()).unwrap_or_default();
    let line = line.or_else(|| machine.program_frames().last().map(|frame| frame.line)).unwrap_or(0);
    Moment { step: machine.registers.step, line, function }
}

impl Session {
    /// Reads the ledger of `object` about `steps` steps further and tells what is known of it now. To be called until it is
    /// complete; asking for another object forgets this one.
    pub fn ledger(&mut self, object: ObjectId, steps: u64) -> Ledger {
        if self.reading.as_ref().is_none_or(|reading| reading.object != object || reading.language != heapglass_words::language().code) {
            self.reading = self.open_ledger(object);
        }
        let end = self.recorded();
        let finished = self.finished;
        let Some(reading) = &mut self.reading else {
            return Ledger { object, complete: true, note: words::nothing_recorded().to_string(), ..Ledger::default() };
        };
        // Up to the last instruction, and over it if the program has ended.
        let end = if finished { u64::MAX } else { end };
        let more = reading.replay.run(steps, end);
        let read = reading.replay.step();
        reading.replay.notes(|notes, machine| Ledger {
            object,
            entries: notes.entries.clone(),
            life: notes.life.clone(),
            read,
            complete: !more,
            note: note(notes, machine),
        })
    }

    fn open_ledger(&self, object: ObjectId) -> Option<Reading> {
        let first_birth = self.recorder.as_ref()?.registers.first_birth;
        let birth = object.0.wrapping_add(first_birth);
        let older = object.0.cast_signed() <= 0;
        let start = if older { 0 } else { self.timeline.before_birth(birth) };
        let mut keeper = Bookkeeper::new(birth);
        let machine = self.machine_before(start)?;
        let place = machine.object_with_id(object);
        if let Some(place) = place {
            keeper.meet(&machine, place);
        }
        let mut replay = Replay::new(machine, keeper);
        replay.machine().heap.log.switch_on_for(place.map_or(Filter::Birth(birth), Filter::Place));
        Some(Reading { object, language: heapglass_words::language().code, replay })
    }
}

fn note(notes: &Bookkeeper, machine: &Machine) -> String {
    if notes.entries.len() >= MOST_ENTRIES {
        return words::too_long(&MOST_ENTRIES.to_string());
    }
    if notes.place.is_null() {
        return words::no_such_object().to_string();
    }
    let living = notes.alive && places::lives(machine, notes.place, notes.birth);
    if living && machine.heap.is_immortal(notes.place) {
        return words::immortal().to_string();
    }
    String::new()
}
