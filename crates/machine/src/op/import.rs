//! `import`, and the operations CPython calls intrinsics.

use heapglass_compiler::opcode::{Opcode, intrinsic_1, intrinsic_2};
use heapglass_heap::{Address, static_type::StaticType};

use super::{Row, arithmetic, exception_group};
use crate::{
    eval::Next,
    generator::asynchronous,
    frame::{code_field, code_flag, field},
    machine::{Machine, Outcome},
    protocol::UnaryOp,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::ImportName, import_name),
    (Opcode::ImportFrom, import_from),
    (Opcode::CallIntrinsic1, call_intrinsic_1),
    (Opcode::CallIntrinsic2, call_intrinsic_2),
];

fn import_name(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let (level, fromlist) = (m.peek(2), m.peek(1));
    let result = match importer(m)? {
        Some(function) => {
            let none = m.heap.none();
            let locals = m.frame_word(field::LOCALS).non_null().unwrap_or(none);
            let arguments = [name, m.frame_word(field::GLOBALS), locals, fromlist, level];
            m.incref(function);
            let result = m.call(function, &arguments, &[]);
            m.decref(function);
            result
        }
        None => {
            let level = m.heap.int_to_i64(level).unwrap_or(0);
            let name = m.heap.str_text(name);
            m.import_statement(&name, fromlist, level, m.frame_word(field::GLOBALS))
        }
    };
    m.discard_values(2);
    m.push(result?);
    Ok(Next::Instruction)
}

/// A `builtins.__import__` that the program has put in the place of the interpreter's own.
fn importer(m: &mut Machine) -> Outcome<Option<Address>> {
    let key = m.name("__import__");
    let Some(found) = m.namespace_get(m.frame_word(field::BUILTINS), key)? else {
        return Err(m.raise(StaticType::ImportError, "__import__ not found"));
    };
    let is_own = m.heap.is_exact(found, StaticType::BuiltinFunction)
        && crate::native::row_at(m.field(found, 16)).is_some_and(|row| row.full_name() == "__import__");
    Ok(if is_own { None } else { Some(found) })
}

/// The module stays; its attribute is pushed.
fn import_from(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let module = m.peek(1);
    let value = m.import_attribute(module, name)?;
    m.push(value);
    Ok(Next::Instruction)
}

fn call_intrinsic_1(m: &mut Machine, which: u32) -> Outcome<Next> {
    match which as u8 {
        intrinsic_1::PRINT => replace_top(m, Machine::display_expression),
        intrinsic_1::IMPORT_STAR => replace_top(m, import_star),
        intrinsic_1::STOPITERATION_ERROR => replace_top(m, stop_iteration_error),
        intrinsic_1::UNARY_POSITIVE => arithmetic::unary(m, UnaryOp::Positive),
        intrinsic_1::TYPEVAR => replace_top(m, |m, name| Ok(m.new_type_var(name, Address::NULL, Address::NULL))),
        intrinsic_1::PARAMSPEC => replace_top(m, |m, name| Ok(m.new_param_spec(name))),
        intrinsic_1::TYPEVARTUPLE => replace_top(m, |m, name| Ok(m.new_type_var_tuple(name))),
        intrinsic_1::SUBSCRIPT_GENERIC => replace_top(m, subscript_generic),
        intrinsic_1::TYPEALIAS => replace_top(m, Machine::new_type_alias),
        intrinsic_1::ASYNC_GEN_WRAP => replace_top(m, asynchronous::wrap),
        intrinsic_1::LIST_TO_TUPLE => replace_top(m, list_to_tuple),
        _ => Err(m.unsupported("this intrinsic")),
    }
}

fn call_intrinsic_2(m: &mut Machine, which: u32) -> Outcome<Next> {
    let (first, second) = (m.peek(2), m.peek(1));
    let result = match which as u8 {
        intrinsic_2::PREP_RERAISE_STAR => exception_group::prepare_reraise(m, first, second),
        intrinsic_2::TYPEVAR_WITH_BOUND => Ok(m.new_type_var(first, second, Address::NULL)),
        intrinsic_2::TYPEVAR_WITH_CONSTRAINTS => Ok(m.new_type_var(first, Address::NULL, second)),
        intrinsic_2::SET_FUNCTION_TYPE_PARAMS => {
            m.store_field(first, heapglass_heap::layout::callable::function::TYPEPARAMS, second);
            Ok(m.incref(first))
        }
        _ => return Err(m.unsupported("this intrinsic")),
    };
    m.discard_values(2);
    m.push(result?);
    Ok(Next::Instruction)
}

/// `typing.Generic[parameters]`: what a class with type parameters has among its bases.
fn subscript_generic(m: &mut Machine, parameters: Address) -> Outcome {
    // An import may collect: nothing is held meanwhile but what lies on the value stack.
    let typing = m.import_module("typing")?;
    let generic = m.get_attribute_named(typing, "Generic");
    m.decref(typing);
    let generic = generic?;
    let alias = m.unpack_type_parameters(parameters).and_then(|unpacked| {
        let alias = m.call_typing("_GenericAlias", &[generic, unpacked]);
        m.decref(unpacked);
        alias
    });
    m.decref(generic);
    alias
}

/// The value on top, borrowed while `function` runs, gives way to the result.
fn replace_top(m: &mut Machine, function: fn(&mut Machine, Address) -> Outcome) -> Outcome<Next> {
    let value = m.peek(1);
    let result = function(m, value);
    m.pop_decref();
    m.push(result?);
    Ok(Next::Instruction)
}

fn list_to_tuple(m: &mut Machine, list: Address) -> Outcome {
    let items = m.heap.list_items(list);
    Ok(m.heap.new_tuple_of(&items))
}

/// `from module import *` into the running frame's locals.
fn import_star(m: &mut Machine, module: Address) -> Outcome {
    let locals = m.frame_word(field::LOCALS);
    for name in m.public_names(module)? {
        let value = m.get_attribute(module, name);
        let stored = value.and_then(|value| {
            let stored = m.set_item(locals, name, value);
            m.decref(value);
            stored
        });
        m.decref(name);
        stored?;
    }
    Ok(m.heap.none())
}

/// A `StopIteration` must not leave a generator: it becomes the cause of a `RuntimeError`.
fn stop_iteration_error(m: &mut Machine, exception: Address) -> Outcome {
    let class = m.heap.type_of(exception);
    let flags = m.heap.code_flags(m.frame_word(field::CODE));
    let text = if m.heap.is_subtype(class, StaticType::StopIteration.address()) {
        match flags {
            flags if flags & code_flag::ASYNC_GENERATOR != 0 => "async generator raised StopIteration",
            flags if flags & code_flag::COROUTINE != 0 => "coroutine raised StopIteration",
            _ => "generator raised StopIteration",
        }
    } else if flags & code_flag::ASYNC_GENERATOR != 0 && m.heap.is_subtype(class, StaticType::StopAsyncIteration.address()) {
        "async generator raised StopAsyncIteration"
    } else {
        return Ok(m.incref(exception));
    };
    let text = m.heap.new_str(text);
    let args = m.heap.new_tuple_from(&[text]);
    let error = m.new_exception(StaticType::RuntimeError, args);
    m.incref(exception);
    let displaced = m.heap.replace_exception_cause(error, exception);
    m.xdecref(displaced);
    m.incref(exception);
    let displaced = m.heap.replace_exception_context(error, exception);
    m.xdecref(displaced);
    Ok(error)
}
