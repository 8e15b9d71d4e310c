//! From when to when an object lived, and what it died of: read by running from just before its birth to its death, without
//! the causes of every count that a ledger finds.

use heapglass_heap::{
    Address,
    event::{Event, Filter},
    runtime,
};

use super::{
    Session,
    ledger::{Ran, moment},
    places,
    replay::{Replay, Witness},
};
use crate::{
    machine::Machine,
    picture::{
        ObjectId,
        story::{Ending, Lifeline},
    },
};

/// A life that is being read.
#[derive(Debug)]
pub(super) struct Following {
    object: ObjectId,
    replay: Replay<Biographer>,
}

/// Waits for a birth, then for the death.
struct Biographer {
    birth: u32,
    place: Address,
    alive: bool,
    ran: Ran,
    life: Lifeline,
}

impl Witness for Biographer {
    fn between(&mut self, machine: &mut Machine) -> bool {
        if !machine.heap.log.events().is_empty() {
            for event in machine.heap.log.take() {
                self.hear(machine, &event);
            }
        }
        self.ran = Ran::about_to(machine);
        self.life.died.is_none()
    }
}

impl Biographer {
    fn hear(&mut self, machine: &Machine, event: &Event) {
        match *event {
            Event::Born { object, birth, type_ } if birth == self.birth => {
                (self.place, self.alive) = (object, true);
                self.life.type_name = machine.class_name(type_);
                self.life.born = Some(moment(machine, self.ran));
            }
            Event::Died { birth, .. } if birth == self.birth => {
                self.alive = false;
                self.life.died = Some((moment(machine, self.ran), ending(machine, self.ran)));
            }
            _ => {}
        }
    }
}

/// Of what an object dies that dies now, by an instruction that was noted before it ran.
pub(super) fn ending(machine: &Machine, ran: Ran) -> Ending {
    let heap = &machine.heap;
    if ran.frame.is_null() || machine.registers.frame.is_null() {
        return Ending::Shutdown;
    }
    let collecting = heap.memory.u64(runtime::GC_COLLECTING) != 0 || heap.collection_phase().is_some();
    if collecting { Ending::Collected } else { Ending::LastReference }
}

impl Session {
    /// Reads the life of `object` about `steps` steps further and tells what is known of it now. To be called until it is
    /// complete; asking for another object forgets this one.
    pub fn lifeline(&mut self, object: ObjectId, steps: u64) -> Lifeline {
        if self.following.as_ref().is_none_or(|following| following.object != object) {
            self.following = self.open_life(object);
        }
        let end = if self.finished { u64::MAX } else { self.recorded() };
        let Some(following) = &mut self.following else {
            return Lifeline { object, complete: true, ..Lifeline::default() };
        };
        let more = following.replay.run(steps, end);
        let read = following.replay.step();
        following.replay.notes(|notes, machine| Lifeline {
            object,
            read,
            complete: !more,
            exists: !notes.place.is_null(),
            alive: notes.alive && places::lives(machine, notes.place, notes.birth),
            ..notes.life.clone()
        })
    }

    fn open_life(&self, object: ObjectId) -> Option<Following> {
        let first_birth = self.recorder.as_ref()?.registers.first_birth;
        let birth = object.0.wrapping_add(first_birth);
        let older = object.0.cast_signed() <= 0;
        let start = if older { 0 } else { self.timeline.before_birth(birth) };
        let machine = self.machine_before(start)?;
        let place = machine.object_with_id(object);
        let mut life = Lifeline::default();
        if let Some(place) = place {
            life.type_name = machine.short_type_name(place);
        }
        let place_known = place.unwrap_or(Address::NULL);
        let notes = Biographer { birth, place: place_known, alive: place.is_some(), ran: Ran::default(), life };
        let mut replay = Replay::new(machine, notes);
        replay.machine().heap.log.switch_on_for(place.map_or(Filter::Birth(birth), Filter::Place));
        Some(Following { object, replay })
    }
}
