//! `sys.settrace` and `sys.setprofile`: the program's own functions that are told of calls, lines, returns and exceptions
//! (`Python/legacy_tracing.c`, `Python/sysmodule.c`).
//!
//! The functions are called where an observer is told too, after it. While one of them runs, nothing is traced.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, interpreter_frame, layout::runtime::frame, runtime, static_type::StaticType};

use crate::{
    frame::field,
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    watch::Moment,
};

/// The function given to `sys.settrace`, or null.
const TRACE: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 8 * 29);
/// The function given to `sys.setprofile`, or null.
const PROFILE: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 8 * 28);

/// Whether a frame has ever asked for opcode events (1), and whether they are on (2): `sys.settrace` turns them on if one has
/// asked before.
const OPCODES: Address = Address::new(runtime::THREAD_WORDS.raw() + 8 * 59);
const OPCODES_WANTED: u64 = 1;
const OPCODES_ON: u64 = 2;

/// Whether the program has set a trace or profile function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tracing {
    /// Neither.
    #[default]
    Off,
    /// One of them, and it is to be called.
    On,
    /// One of them is running.
    Inside,
}

impl Machine {
    /// Calls the functions for what an observer would be told.
    #[cold]
    pub(crate) fn trace_moment(&mut self, moment: Moment) -> Outcome<()> {
        if self.is_shim(self.registers.frame) {
            return Ok(());
        }
        let none = self.heap.none();
        match moment {
            Moment::Call => {
                self.call_profile("call", none)?;
                let function = self.thread_word(TRACE);
                self.call_trace(function, "call", none)
            }
            Moment::Return(value) => self.trace_return(value),
            Moment::Unwind => self.trace_return(none),
            Moment::Exception(exception) => self.trace_exception(exception),
            Moment::Instruction | Moment::LineBegins(_) | Moment::ModuleEnds | Moment::CollectionPhase => Ok(()),
        }
    }

    fn trace_return(&mut self, value: Address) -> Outcome<()> {
        self.call_profile("return", value)?;
        let function = self.local_trace();
        self.call_trace(function, "return", value)
    }

    fn trace_exception(&mut self, exception: Address) -> Outcome<()> {
        let function = self.local_trace();
        if function.is_null() || exception.is_null() {
            return Ok(());
        }
        let traceback = self.heap.exception_traceback(exception);
        let traceback = if traceback.is_null() { self.heap.none() } else { traceback };
        let argument = self.heap.new_tuple_of(&[self.heap.type_of(exception), exception, traceback]);
        let result = self.call_trace(function, "exception", argument);
        self.decref(argument);
        result
    }

    /// Before an instruction: a line begins, or every instruction is wanted.
    pub(crate) fn trace_instruction(&mut self) -> Outcome<()> {
        let running = self.registers.frame;
        if self.is_shim(running) || self.local_trace().is_null() {
            return Ok(());
        }
        let at = self.registers.instruction;
        let object = self.heap.memory.address(running.plus(interpreter_frame::FRAME_OBJECT));
        let (lines, opcodes) = (
            self.heap.memory.u8(object.plus(frame::TRACE_LINES)) != 0,
            self.heap.memory.u8(object.plus(frame::TRACE_OPCODES)) != 0
                && self.heap.memory.u64(OPCODES) & OPCODES_ON != 0,
        );
        let begins = self.line_begins();
        if begins == 0 && !opcodes {
            return Ok(());
        }
        self.heap.memory.set_address(running.plus(field::PREVIOUS_INSTRUCTION), at);
        let mut events = vec!["line"; if lines { begins } else { 0 }];
        events.extend(opcodes.then_some("opcode"));
        for event in events {
            let function = self.local_trace();
            let none = self.heap.none();
            if let Err(raised) = self.call_trace(function, event, none) {
                // The exception is raised by this instruction.
                self.registers.instruction = at.plus(2);
                return Err(raised);
            }
        }
        Ok(())
    }

    /// How often the line of the next instruction begins there: see [`crate::line_event`].
    fn line_begins(&self) -> usize {
        let running = self.registers.frame;
        let code = self.frame_code(running);
        let start = self.code_start(code).raw();
        let unit = |address: Address| usize::try_from((address.raw() as i64 - start as i64) / 2).ok();
        let previous = self.heap.memory.address(running.plus(field::PREVIOUS_INSTRUCTION));
        let (Some(here), Some(facts)) = (unit(self.registers.instruction), self.code_facts(code)) else { return 0 };
        if previous.raw() < start {
            return 0;
        }
        let Some(before) = unit(previous) else { return 0 };
        let line = facts.lines.get(here).copied().unwrap_or(0);
        if line == 0 {
            return 0;
        }
        let opcode_before = facts.code.code.get(before * 2).copied().and_then(Opcode::from_byte);
        // After a call of a Python function it is the end of the call's caches that came before, and that has no line.
        let same_line = facts.lines.get(before) == Some(&line) && !facts.ends_call(before);
        let starts = facts.line_starts.get(here).copied().unwrap_or(false);
        let begins = starts && (!same_line || opcode_before == Some(Opcode::Resume));
        let jumps_back = same_line && before >= here && opcode_before == Some(Opcode::JumpBackward);
        usize::from(begins) + usize::from(jumps_back)
    }

    /// `f_trace` of the running frame, borrowed; null if it has none.
    fn local_trace(&self) -> Address {
        if self.thread_word(TRACE).is_null() {
            return Address::NULL;
        }
        let object = self.heap.memory.address(self.registers.frame.plus(interpreter_frame::FRAME_OBJECT));
        if object.is_null() { Address::NULL } else { self.heap.memory.address(object.plus(frame::TRACE)) }
    }

    /// Calls a trace function; what it returns is the frame's from then on. One that raises is asked no more.
    fn call_trace(&mut self, function: Address, event: &str, argument: Address) -> Outcome<()> {
        if function.is_null() {
            return Ok(());
        }
        let object = self.heap.frame_object_of(self.registers.frame);
        match self.call_watcher(function, object, event, argument) {
            Ok(result) => {
                if !self.heap.is_none(result) {
                    self.store_field(object, frame::TRACE, result);
                }
                self.decref(result);
                Ok(())
            }
            Err(raised) => {
                if !self.watch.abandoned {
                    self.set_watcher(TRACE, Address::NULL);
                    self.store_field(object, frame::TRACE, Address::NULL);
                }
                Err(raised)
            }
        }
    }

    fn call_profile(&mut self, event: &str, argument: Address) -> Outcome<()> {
        let function = self.thread_word(PROFILE);
        if function.is_null() {
            return Ok(());
        }
        let object = self.heap.frame_object_of(self.registers.frame);
        match self.call_watcher(function, object, event, argument) {
            Ok(result) => {
                self.decref(result);
                Ok(())
            }
            Err(raised) => {
                if !self.watch.abandoned {
                    self.set_watcher(PROFILE, Address::NULL);
                }
                Err(raised)
            }
        }
    }

    /// Tells the profile function of a call of native code: `c_call`, `c_return` or `c_exception`.
    pub(crate) fn profile_native(&mut self, event: &str, callable: Address, first: Option<Address>) -> Outcome<()> {
        if self.thread_word(PROFILE).is_null() || self.is_shim(self.registers.frame) {
            return Ok(());
        }
        if self.heap.is_exact(callable, StaticType::BuiltinFunction) {
            return self.call_profile(event, callable);
        }
        let Some(first) = first.filter(|_| self.heap.is_exact(callable, StaticType::MethodDescriptor)) else { return Ok(()) };
        let bound = self.descriptor_get(callable, first, self.heap.type_of(first))?;
        let result = self.call_profile(event, bound);
        self.decref(bound);
        result
    }

    /// `function(frame, event, argument)`; the exception being raised waits meanwhile. It is a step of its own.
    fn call_watcher(&mut self, function: Address, object: Address, event: &str, argument: Address) -> Outcome {
        let waiting = self.take_error();
        let names = std::mem::take(&mut self.registers.keyword_names);
        self.registers.tracing = Tracing::Inside;
        self.registers.step += 1;
        let event = self.name(event);
        self.incref(function);
        let result = self.call(function, &[object, event, argument], &[]);
        if self.watch.abandoned {
            return result;
        }
        self.decref(function);
        self.registers.keyword_names = names;
        self.registers.tracing = Tracing::Off;
        self.update_tracing();
        if result.is_err() {
            self.xdecref(waiting);
        } else if !waiting.is_null() {
            self.set_error(waiting);
        }
        result
    }

    fn set_watcher(&mut self, place: Address, function: Address) {
        self.heap.xincref(function);
        let old = self.replace_thread_word(place, function);
        self.xdecref(old);
        self.update_tracing();
    }

    fn update_tracing(&mut self) {
        if self.registers.tracing != Tracing::Inside {
            let none = self.thread_word(TRACE).is_null() && self.thread_word(PROFILE).is_null();
            self.registers.tracing = if none { Tracing::Off } else { Tracing::On };
        }
    }
}

fn set(m: &mut Machine, place: Address, function: Address) -> Outcome {
    let function = if m.heap.is_none(function) { Address::NULL } else { function };
    m.set_watcher(place, function);
    if place == TRACE {
        let wanted = m.heap.memory.u64(OPCODES) & OPCODES_WANTED;
        m.heap.memory.set_u64(OPCODES, wanted * (OPCODES_WANTED | OPCODES_ON));
    }
    m.none()
}

fn get(m: &mut Machine, place: Address) -> Outcome {
    let function = m.thread_word(place);
    if function.is_null() { m.none() } else { Ok(m.incref(function)) }
}

fn f_trace(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    Ok(m.field_or_none(a.self_, frame::TRACE))
}

fn set_f_trace(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let function = a.get(0).filter(|function| !m.heap.is_none(*function)).unwrap_or(Address::NULL);
    m.store_field(a.self_, frame::TRACE, function);
    m.none()
}

fn flag(m: &mut Machine, a: Arguments<'_>, offset: u64) -> Outcome {
    let value = m.heap.memory.u8(a.self_.plus(offset)) != 0;
    m.truth(value)
}

fn set_flag(m: &mut Machine, a: Arguments<'_>, offset: u64) -> Outcome {
    let Some(value) = a.get(0).filter(|value| m.heap.is_exact(*value, StaticType::Bool)) else {
        return m.type_error("attribute value type must be bool");
    };
    let value = u8::from(value == m.heap.true_());
    m.heap.memory.set_u8(a.self_.plus(offset), value);
    if offset == frame::TRACE_OPCODES && value != 0 {
        let known = m.heap.memory.u64(OPCODES);
        m.heap.memory.set_u64(OPCODES, known | OPCODES_WANTED);
    }
    m.none()
}

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("sys", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("gettrace", Convention::NoArguments, |m, _| get(m, TRACE)),
    row("settrace", Convention::One, |m, a| set(m, TRACE, a.positional[0])),
    row("getprofile", Convention::NoArguments, |m, _| get(m, PROFILE)),
    row("setprofile", Convention::One, |m, a| set(m, PROFILE, a.positional[0])),
    NativeRow::get_set(StaticType::Frame, "f_trace", f_trace, set_f_trace),
    NativeRow::get_set(
        StaticType::Frame,
        "f_trace_lines",
        |m, a| flag(m, a, frame::TRACE_LINES),
        |m, a| set_flag(m, a, frame::TRACE_LINES),
    ),
    NativeRow::get_set(
        StaticType::Frame,
        "f_trace_opcodes",
        |m, a| flag(m, a, frame::TRACE_OPCODES),
        |m, a| set_flag(m, a, frame::TRACE_OPCODES),
    ),
];
