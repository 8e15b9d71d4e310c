//! `__reduce__` of what is found by its name again: functions written in C, methods, descriptors, singletons; and of what
//! is made by its class from its parts.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{self, Arguments, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::no_arguments(StaticType::BuiltinFunction, "__reduce__", builtin_function),
    NativeRow::no_arguments(StaticType::Method, "__reduce__", method),
    NativeRow::no_arguments(StaticType::MethodWrapper, "__reduce__", method_wrapper),
    NativeRow::no_arguments(StaticType::MethodDescriptor, "__reduce__", descriptor),
    NativeRow::no_arguments(StaticType::ClassMethodDescriptor, "__reduce__", descriptor),
    NativeRow::no_arguments(StaticType::WrapperDescriptor, "__reduce__", descriptor),
    NativeRow::no_arguments(StaticType::MemberDescriptor, "__reduce__", descriptor),
    NativeRow::no_arguments(StaticType::Ellipsis, "__reduce__", |m, _| m.new_text("Ellipsis")),
    NativeRow::no_arguments(StaticType::NotImplementedType, "__reduce__", |m, _| m.new_text("NotImplemented")),
    NativeRow::no_arguments(StaticType::GenericAlias, "__reduce__", alias),
    NativeRow::no_arguments(StaticType::Complex, "__getnewargs__", complex_arguments),
];

/// `(getattr, (owner, name))`; both owned.
fn attribute_of(m: &mut Machine, owner: Address, name: Address) -> Outcome {
    let arguments = m.heap.new_tuple_from(&[owner, name]);
    match m.builtin_named("getattr") {
        Ok(getter) => Ok(m.heap.new_tuple_from(&[getter, arguments])),
        Err(raised) => {
            m.decref(arguments);
            Err(raised)
        }
    }
}

/// A function is its name, a method an attribute of its object.
fn builtin_function(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let (code, owner) = (m.heap.memory.address(a.self_.plus(16)), m.heap.memory.address(a.self_.plus(24)));
    let name = native::row_at(code).map_or("", |row| row.name);
    let name = m.heap.new_str(name);
    if owner.is_null() || m.heap.is_instance(owner, StaticType::Module) {
        return Ok(name);
    }
    m.incref(owner);
    attribute_of(m, owner, name)
}

fn method(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let (function, object) = (m.heap.memory.address(a.self_.plus(16)), m.heap.memory.address(a.self_.plus(24)));
    let name = m.get_attribute_named(function, "__name__")?;
    m.incref(object);
    attribute_of(m, object, name)
}

fn method_wrapper(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let name = m.get_attribute_named(a.self_, "__name__")?;
    let object = m.get_attribute_named(a.self_, "__self__");
    match object {
        Ok(object) => attribute_of(m, object, name),
        Err(raised) => {
            m.decref(name);
            Err(raised)
        }
    }
}

fn descriptor(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let owner = m.heap.memory.address(a.self_.plus(16));
    let name = m.get_attribute_named(a.self_, "__name__")?;
    m.incref(owner);
    attribute_of(m, owner, name)
}

/// `(types.GenericAlias, (origin, args))`.
fn alias(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let (origin, args) = (m.heap.memory.address(a.self_.plus(16)), m.heap.memory.address(a.self_.plus(24)));
    let arguments = m.heap.new_tuple_of(&[origin, args]);
    Ok(m.heap.new_tuple_from(&[StaticType::GenericAlias.address(), arguments]))
}

fn complex_arguments(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let real = m.get_attribute_named(a.self_, "real")?;
    let imaginary = m.get_attribute_named(a.self_, "imag");
    match imaginary {
        Ok(imaginary) => Ok(m.heap.new_tuple_from(&[real, imaginary])),
        Err(raised) => {
            m.decref(real);
            Err(raised)
        }
    }
}
