//! Making functions and coming back from them.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{
    Address,
    object::{function as function_field, record::FunctionParts},
};

use super::Row;
use crate::{
    eval::Next,
    frame::{Shim, code_field, field},
    machine::{Machine, Outcome},
    watch::Moment,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::MakeFunction, make_function),
    (Opcode::ReturnValue, return_value),
    (Opcode::ReturnConst, return_const),
    (Opcode::InterpreterExit, interpreter_exit),
];

/// Bits of `MAKE_FUNCTION`'s argument.
const DEFAULTS: u32 = 1;
const KEYWORD_DEFAULTS: u32 = 2;
const ANNOTATIONS: u32 = 4;
const CLOSURE: u32 = 8;

fn make_function(m: &mut Machine, parts: u32) -> Outcome<Next> {
    let code = m.pop();
    let globals = m.frame_word(field::GLOBALS);
    let function = m.new_function(code, globals);
    m.decref(code);
    for (bit, place) in [
        (CLOSURE, function_field::CLOSURE),
        (ANNOTATIONS, function_field::ANNOTATIONS),
        (KEYWORD_DEFAULTS, function_field::KEYWORD_DEFAULTS),
        (DEFAULTS, function_field::DEFAULTS),
    ] {
        if parts & bit != 0 {
            let part = m.pop();
            m.heap.memory.set_address(function.plus(place), part);
        }
    }
    m.push(function);
    Ok(Next::Instruction)
}

pub(crate) fn return_value(m: &mut Machine, _: u32) -> Outcome<Next> {
    let value = m.peek(1);
    if m.is_generator_frame(m.registers.frame) {
        m.happened(Moment::Return(value))?;
        m.drop_places(1);
        return m.return_from_generator(value);
    }
    m.happened(Moment::Return(value))?;
    m.drop_places(1);
    m.leave_thread_frame();
    m.push(value);
    m.after_return()
}

fn return_const(m: &mut Machine, index: u32) -> Outcome<Next> {
    let value = m.code_item(code_field::CONSTS, index);
    m.incref(value);
    m.push(value);
    return_value(m, 0)
}

/// Never executed: shims take its place.
fn interpreter_exit(_: &mut Machine, _: u32) -> Outcome<Next> {
    Ok(Next::Leave)
}

impl Machine {
    /// The caller has the value on its stack: where it goes on. A shim does its own work at once.
    #[inline]
    pub(crate) fn after_return(&mut self) -> Outcome<Next> {
        let frame = self.registers.frame;
        if !self.is_shim(frame) {
            let offset = u64::from(self.heap.memory.u16(frame.plus(field::RETURN_OFFSET)));
            self.registers.instruction = self.registers.instruction.plus(2 * offset);
            return Ok(Next::Instruction);
        }
        if self.heap.memory.u16(frame.plus(field::RETURN_OFFSET)) == Shim::Leave as u16 {
            return Ok(Next::Leave);
        }
        // An error here is found by the loop like any other: see `unwind`.
        self.init_returned()
    }

    /// A new function of the borrowed `code`, with the module's name as its `__module__` (`PyFunction_New`).
    pub(crate) fn new_function(&mut self, code: Address, globals: Address) -> Address {
        let name = self.name("__name__");
        let module = self.namespace_get(globals, name).ok().flatten().unwrap_or(Address::NULL);
        let builtins = self.builtins_of(globals);
        let consts = self.heap.memory.address(code.plus(code_field::CONSTS));
        let first = if self.heap.tuple_len(consts) > 0 { self.heap.tuple_item(consts, 0) } else { self.heap.none() };
        let doc = if self.heap.is_str(first) { first } else { self.heap.none() };
        let parts = FunctionParts {
            globals,
            builtins,
            name: self.heap.code_reference(code, code_field::NAME),
            qualname: self.heap.code_reference(code, code_field::QUALIFIED_NAME),
            code,
            doc,
            module,
        };
        for part in [parts.globals, parts.builtins, parts.name, parts.qualname, parts.code, parts.doc, parts.module] {
            if !part.is_null() {
                self.incref(part);
            }
        }
        self.heap.new_function(&parts)
    }

    /// The dict of builtins that code with these globals uses (`_PyEval_BuiltinsFromGlobals`), borrowed.
    pub(crate) fn builtins_of(&mut self, globals: Address) -> Address {
        let name = self.name("__builtins__");
        match self.namespace_get(globals, name) {
            Ok(Some(module)) if self.heap.is_exact(module, heapglass_heap::static_type::StaticType::Module) => {
                self.module_dict(module)
            }
            Ok(Some(dict)) => dict,
            _ => self.thread_word(crate::thread_state::BUILTINS),
        }
    }
}
