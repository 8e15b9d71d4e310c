//! What native functions read from the running frame: globals, locals, the arguments that `super()` finds by itself.

use heapglass_heap::{
    Address, interpreter_frame,
    layout::{callable::cell, runtime::code},
    static_type::StaticType,
};

use crate::machine::{Machine, Outcome};

/// Bits of `co_localspluskinds` (Include/internal/pycore_code.h).
const HIDDEN: u8 = 0x10;
const CELL: u8 = 0x40;
const FREE: u8 = 0x80;

impl Machine {
    /// The globals of the nearest running Python frame, borrowed.
    pub fn current_globals(&self) -> Option<Address> {
        let frame = self.python_frame(self.registers.frame);
        frame.non_null().map(|frame| self.heap.memory.address(frame.plus(interpreter_frame::GLOBALS)))
    }

    /// Name and kind of the local slots of a frame's code.
    fn slots_of(&self, frame: Address) -> Vec<(Address, u8)> {
        let code_object = self.frame_code(frame);
        let names = self.heap.memory.address(code_object.plus(code::LOCALSPLUSNAMES));
        let kinds = self.heap.memory.address(code_object.plus(code::LOCALSPLUSKINDS));
        let kind = |index| self.heap.memory.u8(kinds.plus(32 + index));
        (0..self.heap.tuple_len(names)).map(|index| (self.heap.tuple_item(names, index), kind(index))).collect()
    }

    /// The class and the receiver of a `super()` without arguments, borrowed (`super_init_without_args`).
    pub fn super_arguments_of_frame(&mut self) -> Outcome<(Address, Address)> {
        let frame = self.python_frame(self.registers.frame);
        if frame.is_null() {
            return Err(self.raise(StaticType::RuntimeError, "super(): no current frame"));
        }
        let arguments = self.heap.memory.i32(self.frame_code(frame).plus(code::ARGCOUNT));
        if arguments == 0 {
            return Err(self.raise(StaticType::RuntimeError, "super(): no arguments"));
        }
        let place = |index: usize| frame.plus(interpreter_frame::LOCALSPLUS + 8 * index as u64);
        let mut first = self.heap.memory.address(place(0));
        let slots = self.slots_of(frame);
        if !first.is_null() && slots[0].1 & CELL != 0 && self.heap.is_exact(first, StaticType::Cell) {
            first = self.heap.memory.address(first.plus(cell::CONTENTS));
        }
        if first.is_null() {
            return Err(self.raise(StaticType::RuntimeError, "super(): arg[0] deleted"));
        }
        let position =
            slots.iter().position(|(name, kind)| kind & FREE != 0 && self.heap.str_text(*name) == "__class__");
        let Some(position) = position else {
            return Err(self.raise(StaticType::RuntimeError, "super(): __class__ cell not found"));
        };
        let held = self.heap.memory.address(place(position));
        let class = if held.is_null() { held } else { self.heap.memory.address(held.plus(cell::CONTENTS)) };
        if class.is_null() {
            return Err(self.raise(StaticType::RuntimeError, "super(): empty __class__ cell"));
        }
        Ok((class, first))
    }

    /// `locals()` of a frame: its dict of locals, filled from the slots first if it has any (`_PyFrame_FastToLocals`).
    /// New reference.
    pub fn frame_locals(&mut self, frame: Address) -> Outcome {
        let place = frame.plus(interpreter_frame::LOCALS);
        if self.heap.memory.address(place).is_null() {
            let dict = self.heap.new_dict();
            self.heap.memory.set_address(place, dict);
        }
        let locals = self.heap.memory.address(place);
        self.incref(locals);
        if !self.heap.is_exact(locals, StaticType::Dict) {
            return Ok(locals);
        }
        let slots = self.slots_of(frame);
        let flags = self.heap.code_flags(self.frame_code(frame));
        for (index, (name, kind)) in slots.into_iter().enumerate() {
            if kind & HIDDEN != 0 {
                // A name of an inlined comprehension, which the dict may have on its own account.
                continue;
            }
            if kind & FREE != 0 && flags & crate::frame::code_flag::OPTIMIZED == 0 {
                // The names of a class body are the class's: it may have one that it also reads from outside.
                continue;
            }
            let mut value = self.heap.memory.address(frame.plus(interpreter_frame::LOCALSPLUS + 8 * index as u64));
            if !value.is_null() && kind & (CELL | FREE) != 0 && self.heap.is_exact(value, StaticType::Cell) {
                value = self.heap.memory.address(value.plus(cell::CONTENTS));
            }
            if value.is_null() {
                if !self.namespace_remove(locals, name)? {
                    // The dict complains, in vain.
                    self.incref(name);
                    self.raise_value(StaticType::KeyError, name);
                    self.clear_error();
                }
            } else {
                self.namespace_set(locals, name, value)?;
            }
        }
        Ok(locals)
    }
}
