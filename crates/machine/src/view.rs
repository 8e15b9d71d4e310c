//! The machine as somebody who looks on reads it: the program's frames, their names, and values in short words.
//!
//! Shared by the pictures of the page and the traces of the command line. Nothing here changes the machine.

use std::rc::Rc;

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, Kind, interpreter_frame, object::code};
use num_bigint::BigInt;

use crate::{
    code_table::CodeFacts,
    format::float,
    frame::code_flag,
    machine::Machine,
    native,
    text::quote,
};

/// Names that the interpreter itself puts into namespaces and classes.
pub const AUTOMATIC_NAMES: [&str; 15] = [
    "__name__",
    "__doc__",
    "__package__",
    "__loader__",
    "__spec__",
    "__annotations__",
    "__builtins__",
    "__file__",
    "__cached__",
    "__module__",
    "__qualname__",
    "__dict__",
    "__weakref__",
    "__firstlineno__",
    "__classcell__",
];

/// A frame of the program.
#[derive(Clone, Debug)]
pub struct ProgramFrame {
    /// Where the interpreter frame lies.
    pub frame: Address,
    /// `co_name`.
    pub function: String,
    /// The line it is in: of the instruction about to run in the running frame, of the call in the others.
    pub line: u32,
    /// Its names in order: name, object (a cell for cell and free variables), scope.
    pub names: Vec<(String, Address, &'static str)>,
    /// The value stack, bottom first; `None` in a caller.
    pub stack: Option<Vec<Address>>,
}

impl Machine {
    /// The frames of the program, outermost first; library frames and shims are left out.
    pub fn program_frames(&self) -> Vec<ProgramFrame> {
        let mut frames = Vec::new();
        let mut frame = self.registers.frame;
        while !frame.is_null() {
            if !self.is_shim(frame) {
                let found = self.code_facts(self.frame_code(frame)).filter(|facts| facts.is_program);
                frames.extend(found.map(|facts| self.program_frame(frame, &facts)));
            }
            frame = self.frame_previous(frame);
        }
        frames.reverse();
        frames
    }

    fn program_frame(&self, frame: Address, facts: &Rc<CodeFacts>) -> ProgramFrame {
        let running = frame == self.registers.frame;
        let at = if running {
            self.registers.instruction
        } else {
            self.heap.memory.address(frame.plus(interpreter_frame::PREVIOUS_INSTRUCTION))
        };
        let start = self.code_start(self.frame_code(frame));
        let unit = at.raw().wrapping_sub(start.raw()) as usize / 2;
        // Where a handler begins, the instruction has no line: the frame is still where the exception came from.
        let line = match facts.lines.get(unit).copied().unwrap_or(facts.code.firstlineno) {
            0 if running => self.frame_line(frame),
            line => line,
        };
        ProgramFrame {
            frame,
            function: facts.code.name.clone(),
            line,
            names: self.frame_names(frame, facts),
            stack: running.then(|| self.running_stack(facts)),
        }
    }

    /// The names of one frame in their order, with object and scope.
    pub fn frame_names(&self, frame: Address, facts: &CodeFacts) -> Vec<(String, Address, &'static str)> {
        let mut names = Vec::new();
        let locals = self.heap.memory.address(frame.plus(interpreter_frame::LOCALS));
        if facts.code.flags & code_flag::OPTIMIZED == 0 && !locals.is_null() {
            let globals = self.heap.memory.address(frame.plus(interpreter_frame::GLOBALS));
            let scope = if locals == globals { "global" } else { "class" };
            names.extend(self.namespace(locals).into_iter().map(|(name, value)| (name, value, scope)));
        }
        for (slot, variable) in facts.code.localsplus.iter().enumerate() {
            let value = self.heap.memory.address(frame.plus(interpreter_frame::LOCALSPLUS + 8 * slot as u64));
            // A parameter that is also a cell holds the plain value until the function's first instruction makes the cell.
            let is_cell = !value.is_null() && self.heap.kind(value) == Kind::Cell;
            let scope = match variable.kind {
                kind if kind & code::KIND_FREE != 0 => "free",
                kind if kind & code::KIND_CELL != 0 && is_cell => "cell",
                _ => "local",
            };
            if !value.is_null() {
                names.push((variable.name.clone(), value, scope));
            }
        }
        names
    }

    /// The names of a namespace dict, without those the interpreter puts there.
    pub fn namespace(&self, dict: Address) -> Vec<(String, Address)> {
        let items = self.heap.dict_items(dict).filter(|(key, _)| self.heap.is_str(*key));
        let named = items.map(|(key, value)| (self.heap.str_text(key), value));
        named.filter(|(name, _)| !AUTOMATIC_NAMES.contains(&name.as_str())).collect()
    }

    /// The values on the running frame's stack, bottom first.
    pub fn running_stack(&self, facts: &CodeFacts) -> Vec<Address> {
        self.running_stack_words(facts).into_iter().filter_map(Address::non_null).collect()
    }

    /// The same with the empty places in it, which are null.
    pub fn running_stack_words(&self, facts: &CodeFacts) -> Vec<Address> {
        let first = interpreter_frame::LOCALSPLUS + 8 * facts.code.localsplus.len() as u64;
        let bottom = self.registers.frame.plus(first);
        let words = self.registers.stack.raw().saturating_sub(bottom.raw()) / 8;
        (0..words).map(|word| self.heap.memory.address(bottom.plus(8 * word))).collect()
    }

    /// The places of the stack of a frame that is not running, as far as CPython has its depth written down: it has in a
    /// suspended generator and for a call from Python to Python, and not while native code runs on the frame's behalf, which
    /// is what a `for` loop is to it.
    pub fn saved_stack_words(&self, frame: Address, facts: &CodeFacts) -> Option<Vec<Address>> {
        let at = self.heap.memory.address(frame.plus(interpreter_frame::PREVIOUS_INSTRUCTION));
        // The instruction itself, or the cache entry behind it.
        let loops = [at, at.minus(2)].iter().any(|at| self.heap.memory.u8(*at) == Opcode::ForIter as u8);
        if (loops || self.waits_for_native_code(frame)) && !self.stands_in_delegation(frame) {
            return None;
        }
        let slots = facts.code.localsplus.len() as u64;
        let words = self.heap.memory.i32(frame.plus(interpreter_frame::STACK_TOP)).max(0) as u64;
        Some((slots..words).map(|word| self.heap.memory.address(frame.plus(interpreter_frame::LOCALSPLUS + 8 * word))).collect())
    }

    /// `type(o).__name__`.
    pub fn short_type_name(&self, object: Address) -> String {
        let type_ = self.heap.type_of(object);
        self.class_name(type_)
    }

    /// The name of a class, without its module.
    pub fn class_name(&self, class: Address) -> String {
        match self.heap.builtin_type(class) {
            Some(which) => which.short_name().to_string(),
            None => {
                let name = self.heap.memory.address(class.plus(heapglass_heap::static_type::field::HEAP_NAME));
                if name.is_null() { "?".to_string() } else { self.heap.str_text(name) }
            }
        }
    }

    /// The object's own name, if it is a thing that has one: class, function, builtin function, module.
    pub fn own_name(&self, object: Address) -> String {
        let heap = &self.heap;
        let text = |name: Address| if name.is_null() || !heap.is_str(name) { String::new() } else { heap.str_text(name) };
        match heap.kind(object) {
            Kind::Type => self.class_name(object),
            Kind::Function => text(heap.memory.address(object.plus(heapglass_heap::object::function::NAME))),
            Kind::BuiltinFunction => {
                native::row_at(heap.memory.address(object.plus(16))).map_or_else(String::new, |row| row.name.to_string())
            }
            Kind::Module => text(heap.memory.address(object.plus(48))),
            _ => String::new(),
        }
    }

    /// `repr` of a value that holds nothing (numbers, text, bytes, `None`, …) without running Python; `None` for the rest.
    /// The whole value: shortening is the caller's affair.
    pub fn atom_repr(&self, object: Address) -> Option<String> {
        let heap = &self.heap;
        let text = match heap.kind(object) {
            Kind::Singleton if object == heap.none() => "None".to_string(),
            Kind::Singleton if object == heap.ellipsis() => "Ellipsis".to_string(),
            Kind::Singleton => "NotImplemented".to_string(),
            Kind::Int if object == heap.true_() => "True".to_string(),
            Kind::Int if object == heap.false_() => "False".to_string(),
            Kind::Int => self.int_value(object).to_string(),
            Kind::Float => float::repr(heap.float_value(object)),
            Kind::Complex => {
                let (real, imaginary) = heap.complex_value(object);
                complex_repr(real, imaginary)
            }
            Kind::Str => text_of(&quote::repr(&heap.str_points(object))),
            Kind::Bytes => quote::bytes_repr(heap.bytes_data(object)),
            Kind::ByteArray => format!("bytearray({})", quote::bytes_repr(heap.bytearray_data(object))),
            _ => return None,
        };
        Some(text)
    }

    /// The value of an int.
    pub fn int_value(&self, object: Address) -> BigInt {
        let (negative, digits) = self.heap.int_digits(object);
        let magnitude = digits.iter().rev().fold(BigInt::from(0), |value, digit| (value << 30) + digit);
        if negative { -magnitude } else { magnitude }
    }
}

fn text_of(points: &[u32]) -> String {
    points.iter().map(|point| char::from_u32(*point).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn complex_repr(real: f64, imaginary: f64) -> String {
    let part = |value: f64| {
        let text = float::repr(value);
        text.strip_suffix(".0").map_or(text.clone(), str::to_string)
    };
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}j", part(imaginary));
    }
    let sign = if imaginary.is_sign_negative() || imaginary.is_nan() { "" } else { "+" };
    format!("({}{sign}{}j)", part(real), part(imaginary))
}
