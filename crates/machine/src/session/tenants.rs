//! Who lived at an address, one after the other: addresses are used again.

use heapglass_heap::{
    Address,
    event::{Event, Filter},
};

use super::{
    Session,
    replay::{Replay, Witness},
};
use crate::{
    machine::Machine,
    picture::{
        ObjectId,
        story::{Moment, Tenant, Tenants},
    },
};

/// Lives after which an address is not read further.
const MOST_LIVES: usize = 5_000;

/// An address that is being read.
#[derive(Debug)]
pub(super) struct Searching {
    place: Address,
    replay: Replay<Registrar>,
}

struct Registrar {
    lives: Vec<Tenant>,
    line: u32,
    function: String,
}

impl Witness for Registrar {
    fn between(&mut self, machine: &mut Machine) -> bool {
        if !machine.heap.log.events().is_empty() {
            let events = machine.heap.log.take();
            self.enter(machine, &events);
        }
        self.lives.len() < MOST_LIVES
    }
}

impl Registrar {
    fn enter(&mut self, machine: &Machine, events: &[Event]) {
        let told = events.iter().any(|event| matches!(event, Event::Born { .. } | Event::Died { .. }));
        if !told {
            return;
        }
        // The instruction that did it is the one that its frame, or a caller's, ran last.
        let frame = machine.python_frame(machine.registers.frame);
        (self.line, self.function) = if frame.is_null() {
            (0, String::new())
        } else {
            let name = machine.code_facts(machine.frame_code(frame)).map(|facts| facts.code.name.clone());
            (machine.frame_line(frame), name.unwrap_or_default())
        };
        let now = Moment { step: machine.registers.step, line: self.line, function: self.function.clone() };
        for event in events {
            match *event {
                Event::Born { birth, type_, .. } => self.lives.push(Tenant {
                    object: ObjectId(birth.wrapping_sub(machine.registers.first_birth)),
                    type_name: machine.class_name(type_),
                    born: Some(now.clone()),
                    died: None,
                }),
                Event::Died { .. } => {
                    if let Some(last) = self.lives.last_mut() {
                        last.died = Some(now.clone());
                    }
                }
                _ => {}
            }
        }
    }
}

impl Session {
    /// Reads who lived at `address` about `steps` steps further. To be called until it is complete.
    pub fn tenants(&mut self, address: u64, steps: u64) -> Tenants {
        let place = Address::new(address);
        let end = if self.finished { u64::MAX } else { self.recorded() };
        if self.searching.as_ref().is_none_or(|searching| searching.place != place) {
            self.searching = self.machine_before(0).map(|mut machine| {
                machine.heap.log.switch_on_for(Filter::Place(place));
                let mut lives = Vec::new();
                if machine.heap.memory.contains(place, 16) && machine.heap.memory.birth(place) != 0 {
                    let object = machine.object_id(place);
                    lives.push(Tenant { object, type_name: machine.short_type_name(place), born: None, died: None });
                }
                Searching { place, replay: Replay::new(machine, Registrar { lives, line: 0, function: String::new() }) }
            });
        }
        let Some(searching) = &mut self.searching else { return Tenants { address, complete: true, ..Tenants::default() } };
        let more = searching.replay.run(steps, end);
        let read = searching.replay.step();
        searching.replay.notes(|notes, _| Tenants { address, lives: notes.lives.clone(), read, complete: !more })
    }
}
