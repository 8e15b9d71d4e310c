//! What only class and module bodies use.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::static_type::StaticType;

use super::Row;
use crate::{
    eval::Next,
    frame::field,
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::LoadBuildClass, load_build_class),
    (Opcode::LoadLocals, load_locals),
    (Opcode::SetupAnnotations, setup_annotations),
    (Opcode::LoadAssertionError, load_assertion_error),
];

fn load_build_class(m: &mut Machine, _: u32) -> Outcome<Next> {
    let builtins = m.frame_word(field::BUILTINS);
    let name = m.name("__build_class__");
    match m.mapping_get(builtins, name)? {
        Some(value) => {
            m.push(value);
            Ok(Next::Instruction)
        }
        None => Err(m.raise(StaticType::NameError, "__build_class__ not found")),
    }
}

fn load_locals(m: &mut Machine, _: u32) -> Outcome<Next> {
    let locals = m.frame_word(field::LOCALS);
    m.incref(locals);
    m.push(locals);
    Ok(Next::Instruction)
}

fn setup_annotations(m: &mut Machine, _: u32) -> Outcome<Next> {
    let locals = m.frame_word(field::LOCALS);
    let name = m.name("__annotations__");
    if let Some(there) = m.mapping_get(locals, name)? {
        m.decref(there);
        return Ok(Next::Instruction);
    }
    let annotations = m.heap.new_dict();
    let result = m.set_item(locals, name, annotations);
    m.decref(annotations);
    result.map(|()| Next::Instruction)
}

fn load_assertion_error(m: &mut Machine, _: u32) -> Outcome<Next> {
    m.push(StaticType::AssertionError.address());
    Ok(Next::Instruction)
}
