//! `types.SimpleNamespace` (`Objects/namespaceobject.c`).

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
};

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let namespace = m.heap.generic_allocate(arguments.self_, 0);
    let dict = m.heap.new_dict();
    if let Some(old) = m.heap.replace_attribute_dict(namespace, dict) {
        m.decref(old);
    }
    Ok(namespace)
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if !arguments.positional.is_empty() {
        return Err(m.raise(StaticType::TypeError, "no positional arguments expected"));
    }
    let dict = m.instance_dict(arguments.self_)?;
    for (name, value) in arguments.keywords {
        m.namespace_set(dict, *name, *value)?;
    }
    m.decref(dict);
    Ok(m.heap.none())
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = arguments.self_;
    let type_ = m.heap.type_of(object);
    let name = if StaticType::at(type_).is_some() { "namespace".to_owned() } else { m.name_of_type(type_) };
    if !m.enter_repr(object) {
        return Ok(m.heap.new_str(&format!("{name}(...)")));
    }
    let result = items_text(m, object);
    m.leave_repr(object);
    Ok(m.heap.new_str(&format!("{name}({})", result?)))
}

fn items_text(m: &mut Machine, object: Address) -> Outcome<String> {
    let dict = m.instance_dict(object)?;
    let items: Vec<(Address, Address)> = m.heap.dict_items(dict).collect();
    let mut texts = Vec::new();
    let mut outcome = Ok(());
    for (name, value) in items {
        match m.repr_text(value) {
            Ok(shown) => texts.push(format!("{}={shown}", m.heap.str_text(name))),
            Err(raised) => {
                outcome = Err(raised);
                break;
            }
        }
    }
    m.decref(dict);
    outcome.map(|()| texts.join(", "))
}

fn eq(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.heap.is_instance(b, StaticType::SimpleNamespace) {
        return Ok(m.heap.not_implemented());
    }
    let (left, right) = (m.instance_dict(a)?, m.instance_dict(b)?);
    let result = m.rich_compare(left, right, CompareOp::Eq);
    m.decref(left);
    m.decref(right);
    result
}

fn dict(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.instance_dict(arguments.self_)
}

fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let type_ = m.heap.type_of(arguments.self_);
    m.incref(type_);
    let (empty, state) = (m.heap.empty_tuple(), m.instance_dict(arguments.self_)?);
    Ok(m.heap.new_tuple_from(&[type_, empty, state]))
}

/// What it has.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::SimpleNamespace, new),
    NativeRow::slot(StaticType::SimpleNamespace, "__repr__", repr),
    NativeRow::slot(StaticType::SimpleNamespace, "__eq__", eq),
    NativeRow::slot(StaticType::SimpleNamespace, "__init__", init),
    NativeRow::no_arguments(StaticType::SimpleNamespace, "__reduce__", reduce),
    NativeRow::member(StaticType::SimpleNamespace, "__dict__", dict),
];
