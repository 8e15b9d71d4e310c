//! Tracebacks: the chain of places an exception has come through, and how an exception nobody catches is printed.
//!
//! ```text
//! traceback -> next -> next        (outermost frame first)
//!     |          |       |
//!   frame      frame   frame        (frame objects, made here for the first time)
//! ```

pub(crate) mod carets;
mod diagnostic;
mod display;
mod report;
mod suggestion;
mod width;

use heapglass_heap::{Address, StaticType, object::traceback as field};

use crate::{
    frame::code_field,
    limits::Limit,
    machine::{Ending, Machine},
    module::text_io::is_standard_error,
};

/// The end of the file name of the module of files: in CPython, `_io` is written in C.
const VIRTUAL_FILE: &str = "lib/python3.12/_virtual_file.py";

impl Machine {
    /// Notes that the exception being raised has come through the running frame (`PyTraceBack_Here`).
    pub(crate) fn add_traceback_entry(&mut self) {
        let Some(exception) = self.error() else { return };
        let frame = self.registers.frame;
        if self.stands_for_native(frame) {
            return;
        }
        let object = self.heap.frame_object_of(frame);
        self.incref(object);
        let last = self.frame_unit(frame) * 2;
        let next = self.heap.replace_exception_traceback(exception, Address::NULL);
        let entry = self.heap.new_traceback(next, object, last as i32, -1);
        self.heap.replace_exception_traceback(exception, entry);
    }

    /// Whether the code of a frame is written in Python here, but in C in CPython: then it leaves no entry.
    fn stands_for_native(&self, frame: Address) -> bool {
        let name = self.heap.code_reference(self.frame_code(frame), code_field::FILE_NAME);
        let length = self.heap.str_len(name);
        length as usize > VIRTUAL_FILE.len() && self.heap.str_text(name).ends_with(VIRTUAL_FILE)
    }

    /// `tb_lineno`.
    pub fn traceback_line(&self, traceback: Address) -> u32 {
        let known = self.heap.memory.i32(traceback.plus(field::LINE));
        if known >= 0 {
            return known as u32;
        }
        let code = self.traceback_code(traceback);
        let unit = self.traceback_unit(traceback);
        self.code_facts(code).and_then(|facts| facts.lines.get(unit).copied()).unwrap_or(0)
    }

    /// The code of the frame a traceback entry is about, borrowed.
    fn traceback_code(&self, traceback: Address) -> Address {
        let object = self.heap.memory.address(traceback.plus(field::FRAME));
        self.frame_code(self.frame_of_object(object))
    }

    fn traceback_unit(&self, traceback: Address) -> usize {
        self.heap.memory.i32(traceback.plus(field::LAST_INSTRUCTION)).max(0) as usize / 2
    }

    /// The frame that a frame object stands for.
    pub fn frame_of_object(&self, object: Address) -> Address {
        self.heap.memory.address(object.plus(heapglass_heap::object::frame::FRAME))
    }

    /// Prints the exception being raised, which is taken, with its traceback and what it came from. `SystemExit` is not
    /// printed but answered with its exit status.
    pub(crate) fn report_uncaught(&mut self) -> i32 {
        let exception = self.take_error();
        if exception.is_null() {
            return 1;
        }
        if self.heap.is_subtype(self.heap.type_of(exception), StaticType::SystemExit.address()) {
            let status = self.exit_status(exception);
            self.decref(exception);
            return status;
        }
        self.remember_last_exception(exception);
        // What an interrupt ends has the status that a shell gives for the signal: 128 + SIGINT.
        let interrupted = self.heap.is_subtype(self.heap.type_of(exception), StaticType::KeyboardInterrupt.address());
        let status = self.display_uncaught(exception);
        self.decref(exception);
        status.unwrap_or(if interrupted { 130 } else { 1 })
    }

    /// `sys.last_exc` and its older parts keep the exception for a debugger.
    fn remember_last_exception(&mut self, exception: Address) {
        let sys = self.thread_word(crate::thread_state::SYS_DICT);
        if sys.is_null() {
            return;
        }
        let traceback = self.heap.exception_traceback(exception);
        let traceback = if traceback.is_null() { self.heap.none() } else { traceback };
        let class = self.heap.type_of(exception);
        for (name, value) in
            [("last_exc", exception), ("last_type", class), ("last_value", exception), ("last_traceback", traceback)]
        {
            let name = self.name(name);
            if self.namespace_set(sys, name, value).is_err() {
                self.clear_error();
            }
        }
    }

    /// What `SystemExit` asks for: an int is the status, `None` is 0, anything else is printed and counts as 1.
    fn exit_status(&mut self, exception: Address) -> i32 {
        let code = self.heap.exception_field(exception, heapglass_heap::object::exception::FIRST_EXTRA);
        if code.is_null() || self.heap.is_none(code) {
            return 0;
        }
        if self.heap.is_subtype(self.heap.type_of(code), StaticType::Int.address()) {
            return self.heap.int_to_i64(code).map_or(-1, |status| (status & 0xFF) as i32);
        }
        if let Ok(text) = self.str_of(code) {
            self.write_stderr(&format!("{text}\n"));
        }
        self.clear_error();
        1
    }

    /// Writes the whole report of an exception (borrowed) to standard error.
    pub(crate) fn write_exception(&mut self, exception: Address) {
        let text = self.exception_report(exception);
        self.write_stderr(&text);
    }

    /// Writes to what `sys.stderr` is now; nowhere if that is `None` or gone. What goes wrong there is nobody's affair.
    pub(crate) fn write_stderr(&mut self, text: &str) {
        let sys = self.thread_word(crate::thread_state::SYS_DICT);
        if sys.is_null() {
            return self.write_error(text);
        }
        let Some(file) = self.heap.dict_get_text(sys, "stderr").filter(|file| !self.heap.is_none(*file)) else { return };
        if is_standard_error(self, file) {
            return self.write_error(text);
        }
        self.incref(file);
        let pending = self.take_error();
        let text = self.heap.new_str(text);
        match self.call_method(file, "write", &[text]) {
            Ok(written) => self.decref(written),
            Err(_) if self.watch.abandoned => {}
            Err(_) => self.clear_error(),
        }
        self.decref(text);
        self.decref(file);
        if !pending.is_null() {
            self.set_error(pending);
        }
    }

    /// Writes to descriptor 2.
    pub fn write_error(&mut self, text: &str) {
        self.write_descriptor(2, text);
    }

    /// Writes to descriptor 1.
    pub fn write_output(&mut self, text: &str) {
        self.write_descriptor(1, text);
    }

    /// Writes to standard error; stops the program at its limit.
    pub(crate) fn append_error(&mut self, text: &str) {
        self.errors.extend_from_slice(text.as_bytes());
        self.registers.errors = self.errors.len() as u64;
        if self.registers.errors > self.limits.output_bytes {
            self.stop(Ending::Limit(Limit::ErrorOutput(self.limits.output_bytes)));
        }
    }

    /// Writes to standard output; stops the program at its limit.
    pub(crate) fn append_output(&mut self, text: &str) {
        self.output.extend_from_slice(text.as_bytes());
        self.registers.output = self.output.len() as u64;
        if self.registers.output > self.limits.output_bytes {
            self.stop(Ending::Limit(Limit::Output(self.limits.output_bytes)));
        }
    }
}
