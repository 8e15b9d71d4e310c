//! From a raised exception to its handler: through the exception table of the running frame, then of its callers.

use heapglass_compiler::exception_table::{self, Entry};
use heapglass_heap::{Address, Raised};

use crate::{
    frame::{Shim, code_field, field},
    machine::{Machine, Outcome},
    watch::Moment,
};

/// What a frame that an exception comes through counts beside its instructions.
const UNWIND_WORK: u64 = 10;

impl Machine {
    /// Finds who handles the exception being raised and goes on there. `Err` at the shim that began this loop: its native
    /// caller gets the exception.
    pub(crate) fn unwind(&mut self) -> Outcome<()> {
        loop {
            let frame = self.registers.frame;
            if self.is_shim(frame) {
                if self.heap.memory.u16(frame.plus(field::RETURN_OFFSET)) == Shim::Leave as u16 {
                    self.pop_shim();
                    return Err(Raised);
                }
                self.init_failed();
                continue;
            }
            self.heap.charge(UNWIND_WORK);
            if !std::mem::take(&mut self.registers.reraised) {
                self.add_traceback_entry();
                let exception = self.error().unwrap_or_default();
                self.happened_raising(Moment::Exception(exception))?;
            }
            if let Some(handler) = self.find_handler(frame) {
                self.enter_handler(frame, handler);
                return Ok(());
            }
            self.cut_stack(frame, 0);
            self.happened_raising(Moment::Unwind)?;
            self.leave_raising(frame);
        }
    }

    fn leave_raising(&mut self, frame: Address) {
        if self.is_generator_frame(frame) {
            self.leave_generator_frame();
        } else {
            self.leave_thread_frame();
        }
    }

    /// The handler of the instruction that is being executed. Not of the one the frame notes: `RERAISE` has set that back to
    /// where the exception was raised first.
    fn find_handler(&self, frame: Address) -> Option<Entry> {
        let code = self.frame_code(frame);
        let facts = self.code_facts(code)?;
        let unit = (self.registers.instruction.raw() - self.code_start(code).raw()) / 2 - 1;
        exception_table::handler(&facts.handlers, unit as u32)
    }

    /// Pops the stack of the running frame to `depth` values, the top first.
    fn cut_stack(&mut self, frame: Address, depth: u64) {
        let slots = u64::from(self.code_u32(self.frame_code(frame), code_field::SLOT_COUNT));
        let base = frame.plus(field::LOCALSPLUS + 8 * (slots + depth));
        while self.registers.stack.raw() > base.raw() {
            let value = self.pop();
            self.xdecref(value);
        }
    }

    fn enter_handler(&mut self, frame: Address, handler: Entry) {
        self.cut_stack(frame, u64::from(handler.depth));
        if handler.lasti {
            let unit = self.frame_unit(frame);
            let number = self.heap.new_int(unit);
            self.push(number);
        }
        let exception = self.take_error();
        self.push(exception);
        let start = self.code_start(self.frame_code(frame));
        self.registers.instruction = start.plus(2 * u64::from(handler.target));
    }

    /// Runs a loop above whose first frame an exception goes off before anything else.
    pub(crate) fn run_loop_raising(&mut self) -> Outcome {
        self.unwind()?;
        self.run_loop()
    }

    /// The exception was raised before: no new traceback entry for this frame.
    pub(crate) fn reraise(&mut self) -> Raised {
        self.registers.reraised = true;
        Raised
    }
}
