//! Watching what a name is bound to: in one call, in a module, in the body of a class.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, interpreter_frame};
use heapglass_words::seek;

use super::{track::content_of_cell, words};
use crate::{machine::Machine, picture::Direction, watch::Moment};

/// A name that is watched.
#[derive(Debug)]
pub(super) struct NameTracker {
    name: String,
    /// The function, for sentences; empty for a module.
    function: String,
    place: Place,
    /// The object and its birth number; null and 0 while the name is unbound.
    value: (Address, u32),
}

#[derive(Debug)]
enum Place {
    /// A namespace, and its version when it was looked at last.
    Dict { dict: Address, birth: u32, version: u64 },
    /// A slot of a frame.
    Slot(Slot),
}

#[derive(Debug)]
struct Slot {
    frame: Address,
    at: Address,
    /// The call has ended.
    ended: bool,
    /// The call began in what was searched.
    begun: bool,
    restart: bool,
}

impl NameTracker {
    /// The name in the frame that a picture taken here calls `frame`.
    pub(super) fn new(machine: &Machine, frame: u64, name: &str) -> Result<Self, String> {
        let frames = machine.program_frames();
        let found = frames.iter().enumerate().find(|(depth, found)| crate::picture::frame_id(*depth, found.frame) == frame);
        let Some((_, found)) = found else {
            return Err(seek::call_not_active(name));
        };
        let tracker = |place, function: &str| Self { name: name.to_owned(), function: function.to_owned(), place, value: (Address::NULL, 0) };
        let facts = machine.code_facts(machine.frame_code(found.frame));
        let slot = facts.and_then(|facts| facts.code.localsplus.iter().position(|variable| variable.name == name));
        if let Some(slot) = slot {
            let at = found.frame.plus(interpreter_frame::LOCALSPLUS + 8 * slot as u64);
            let slot = Slot { frame: found.frame, at, ended: false, begun: false, restart: false };
            return Ok(tracker(Place::Slot(slot), &found.function));
        }
        let locals = machine.heap.memory.address(found.frame.plus(interpreter_frame::LOCALS));
        let globals = machine.heap.memory.address(found.frame.plus(interpreter_frame::GLOBALS));
        let dict = if locals.is_null() { globals } else { locals };
        let birth = machine.heap.memory.birth(dict);
        Ok(tracker(Place::Dict { dict, birth, version: 0 }, if locals == globals { "" } else { &found.function }))
    }

    pub(super) fn is_over(&self) -> bool {
        matches!(&self.place, Place::Slot(slot) if slot.ended)
    }

    pub(super) fn has_begun(&self) -> bool {
        matches!(&self.place, Place::Slot(slot) if slot.begun)
    }

    pub(super) fn take_restart(&mut self) -> bool {
        match &mut self.place {
            Place::Slot(slot) => std::mem::take(&mut slot.restart),
            Place::Dict { .. } => false,
        }
    }

    pub(super) fn nothing(&self, direction: Direction) -> String {
        match (&self.place, direction) {
            (Place::Dict { .. }, Direction::Forward) => seek::name_stays(&self.name),
            (Place::Dict { .. }, Direction::Backward) => seek::name_stayed(&self.name),
            (Place::Slot(_), Direction::Forward) => seek::name_stays_in_call(&self.name, &self.function),
            (Place::Slot(_), Direction::Backward) => seek::name_stayed_in_call(&self.name, &self.function),
        }
    }

    pub(super) fn begin(&mut self, machine: &Machine) {
        if let Place::Dict { version, .. } = &mut self.place {
            *version = 0;
        }
        self.value = self.read(machine).unwrap_or(self.value);
    }

    /// The value now; `None` if nothing can have changed.
    fn read(&mut self, machine: &Machine) -> Option<(Address, u32)> {
        let value = match &mut self.place {
            Place::Dict { dict, birth, .. } if machine.heap.memory.birth(*dict) != *birth => Address::NULL,
            Place::Dict { dict, version, .. } => {
                let now = machine.heap.dict_version(*dict);
                if std::mem::replace(version, now) == now && now != 0 {
                    return None;
                }
                machine.heap.dict_get_text(*dict, &self.name).unwrap_or_default()
            }
            Place::Slot(slot) if slot.ended => return None,
            Place::Slot(slot) => {
                let value = machine.heap.memory.address(slot.at);
                // What another call has left on the stack may be anything.
                if machine.heap.memory.birth(value) == 0 { Address::NULL } else { content_of_cell(machine, value) }
            }
        };
        Some((value, if value.is_null() { 0 } else { machine.heap.memory.birth(value) }))
    }

    /// Notices where the call begins and ends.
    pub(super) fn told(&mut self, machine: &Machine, moment: Moment) {
        let Place::Slot(slot) = &mut self.place else { return };
        if machine.registers.frame != slot.frame {
            return;
        }
        let unit = machine.heap.memory.u16(machine.heap.memory.address(slot.frame.plus(interpreter_frame::PREVIOUS_INSTRUCTION)));
        let is = |opcode: Opcode| unit as u8 == opcode as u8;
        match moment {
            Moment::Call if is(Opcode::Resume) && unit >> 8 == 0 => {
                (slot.ended, slot.begun, slot.restart) = (false, true, true);
                self.value = (Address::NULL, 0);
            }
            Moment::Return(_) if !is(Opcode::YieldValue) => slot.ended = true,
            Moment::Unwind => slot.ended = true,
            _ => {}
        }
    }

    pub(super) fn look(&mut self, machine: &Machine) -> Option<String> {
        let now = self.read(machine)?;
        let before = std::mem::replace(&mut self.value, now);
        (before != now).then(|| match now.0.non_null() {
            Some(object) => seek::now_names(&self.name, &words::object(machine, object).text),
            None => seek::names_nothing(&self.name),
        })
    }
}
