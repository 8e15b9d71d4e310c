//! The audit of a whole machine: every count equals the references that exist (decision D8).
//!
//! The heap's audit knows what objects and the runtime struct hold. The machine adds its frames with their
//! value stacks, and the shims between them.

use heapglass_heap::{
    Address,
    audit::{Discrepancy, Report, audit},
    interpreter_frame::{LOCALSPLUS, Owner},
    object::generator::FrameState,
};

use crate::{machine::Machine, thread_state::MAIN_MODULE};

impl Machine {
    /// Every reference held outside the objects, with the name of its place.
    pub fn audit_roots(&self) -> Vec<(Address, String)> {
        let mut roots = Vec::new();
        let callbacks = self.exit_callback_references();
        roots.extend(callbacks.into_iter().map(|object| (object, "a callback of atexit".to_string())));
        let mut frame = self.registers.frame;
        while !frame.is_null() {
            if self.is_live_frame(frame) {
                let words = (frame == self.registers.frame)
                    .then(|| self.registers.stack.raw().saturating_sub(frame.raw() + LOCALSPLUS) / 8);
                let held = self.heap.frame_references(frame, words);
                roots.extend(held.into_iter().map(|object| (object, "a frame".to_string())));
            }
            frame = self.frame_previous(frame);
        }
        roots
    }

    /// Whether the frame's references are its own affair: a generator that is not running reports its frame itself.
    pub(crate) fn is_live_frame(&self, frame: Address) -> bool {
        self.heap.frame_owner(frame) != Owner::Generator
            || self.heap.generator_state(self.heap.generator_of_frame(frame)) == FrameState::Executing
    }

    /// Proves that all counts are right. Inside native code that has called back into Python, or while the interpreter
    /// takes its modules down, objects may have more references than can be found: native code holds them. They must
    /// never have fewer.
    pub fn audit(&self) -> Result<Report, Vec<Discrepancy>> {
        let found = audit(&self.heap, &self.audit_roots());
        let taking_down = self.thread_word(MAIN_MODULE).is_null();
        if self.registers.nesting <= 1 && !taking_down {
            return found;
        }
        match found {
            Ok(report) => Ok(report),
            Err(mut wrong) => {
                wrong.retain(|one| one.excess <= 0);
                if wrong.is_empty() { Ok(Report::default()) } else { Err(wrong) }
            }
        }
    }
}
