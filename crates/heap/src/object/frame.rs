//! `frame` (Objects/frameobject.c): what Python code sees of a frame, made only when somebody asks.

use crate::{Address, Heap, interpreter_frame, object::code, static_type::StaticType};

/// `f_back`, or null while the frame runs.
pub const BACK: u64 = 16;
/// `f_frame`: the interpreter frame, on the data stack or at [`OWN_FRAME`].
pub const FRAME: u64 = 24;
/// `f_trace`, or null.
pub const TRACE: u64 = 32;
/// `f_lineno`, 32 bits; 0 means: work it out.
pub const LINE: u64 = 40;
/// `f_trace_lines`, `f_trace_opcodes`, `f_fast_as_locals`: one byte each.
pub const TRACE_LINES: u64 = 44;
/// Where the interpreter frame lies once the call is over.
pub const OWN_FRAME: u64 = 48;

impl Heap {
    /// The frame object of a running frame, made if there is none; borrowed from the frame (`_PyFrame_GetFrameObject`).
    pub fn frame_object_of(&mut self, frame: Address) -> Address {
        let known = self.memory.address(frame.plus(interpreter_frame::FRAME_OBJECT));
        if !known.is_null() {
            return known;
        }
        let code = self.memory.address(frame.plus(interpreter_frame::CODE));
        let slots = self.code_slots(code) + u64::from(self.memory.u32(code.plus(code::STACK_SIZE)));
        let size = OWN_FRAME + interpreter_frame::LOCALSPLUS + 8 * slots;
        let object = self.new_gc(StaticType::Frame, size);
        self.memory.fill(object.plus(16), size - 16, 0);
        self.memory.set_address(object.plus(FRAME), frame);
        self.memory.set_u8(object.plus(TRACE_LINES), 1);
        self.memory
            .set_address(frame.plus(interpreter_frame::FRAME_OBJECT), object);
        object
    }
}

const _: () = assert!(
    OWN_FRAME + interpreter_frame::LOCALSPLUS == 120,
    "tp_basicsize of frame (facts 2.3)"
);
