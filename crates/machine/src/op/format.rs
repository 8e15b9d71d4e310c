//! f-strings.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::static_type::StaticType;

use super::Row;
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] = &[(Opcode::FormatValue, format_value), (Opcode::BuildString, build_string)];

/// The argument's low bits are the conversion (`!s`, `!r`, `!a`), 4 says that a specification lies on top.
fn format_value(m: &mut Machine, argument: u32) -> Outcome<Next> {
    let specification = (argument & 4 != 0).then(|| m.pop());
    let value = m.peek(1);
    let converted = match argument & 3 {
        1 => m.str(value),
        2 => m.repr(value),
        3 => m.ascii(value),
        _ => Ok(m.incref(value)),
    };
    m.pop_decref();
    let result = match converted {
        Ok(text) if specification.is_none() && m.heap.is_exact(text, StaticType::Str) => Ok(text),
        Ok(text) => {
            let result = m.format(text, specification.unwrap_or(m.heap.empty_str()));
            m.decref(text);
            result
        }
        Err(raised) => Err(raised),
    };
    if let Some(specification) = specification {
        m.decref(specification);
    }
    m.push(result?);
    Ok(Next::Instruction)
}

fn build_string(m: &mut Machine, count: u32) -> Outcome<Next> {
    let pieces = m.top_values(count);
    let mut points = Vec::new();
    for piece in pieces {
        points.extend(m.heap.str_points(piece));
    }
    let result = m.heap.new_str_points(&points);
    m.discard_values(count);
    m.push(result);
    Ok(Next::Instruction)
}
