//! `with`.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::Address;

use super::Row;
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] =
    &[(Opcode::BeforeWith, before_with), (Opcode::WithExceptStart, with_except_start)];

/// The manager gives way to its bound `__exit__` and the value of `__enter__`.
fn before_with(m: &mut Machine, _: u32) -> Outcome<Next> {
    let missing = "'%.200s' object does not support the context manager protocol";
    let half = "'%.200s' object does not support the context manager protocol (missed __exit__ method)";
    enter(m, ("__enter__", missing), ("__exit__", half))
}

/// The manager on top of the value stack gives way to its bound way out and what its way in returns. Each is a method's name
/// and the complaint if the manager has none.
pub(super) fn enter(m: &mut Machine, way_in: (&str, &'static str), way_out: (&str, &'static str)) -> Outcome<Next> {
    let manager = m.peek(1);
    let enter = special(m, manager, way_in.0, way_in.1)?;
    let exit = match special(m, manager, way_out.0, way_out.1) {
        Ok(exit) => exit,
        Err(raised) => {
            m.decref(enter);
            return Err(raised);
        }
    };
    m.set_peek(1, exit);
    m.decref(manager);
    let entered = m.call(enter, &[], &[]);
    m.decref(enter);
    match entered {
        Ok(entered) => m.push(entered),
        Err(raised) => {
            // The way out goes before anybody hears of the exception.
            let exit = m.pop();
            m.decref(exit);
            return Err(raised);
        }
    }
    Ok(Next::Instruction)
}

/// A method of the manager's class, bound (`_PyObject_LookupSpecial`). A missing one lets the manager go.
fn special(m: &mut Machine, manager: Address, name: &str, complaint: &'static str) -> Outcome {
    let name = m.name(name);
    let class = m.heap.type_of(manager);
    match m.type_lookup(class, name) {
        Some(attribute) => m.descriptor_get(attribute, manager, class),
        None => Err(m.raise_about_type(complaint, manager)),
    }
}

/// An exception has left the body: `__exit__` is told. The stack holds it four places down: exit, place, handled exception,
/// exception.
fn with_except_start(m: &mut Machine, _: u32) -> Outcome<Next> {
    let (exit, exception) = (m.peek(4), m.peek(1));
    let class = m.heap.type_of(exception);
    let traceback = m.heap.exception_traceback(exception);
    let traceback = if traceback.is_null() { m.heap.none() } else { traceback };
    let result = m.call(exit, &[class, exception, traceback], &[])?;
    m.push(result);
    Ok(Next::Instruction)
}
