//! `property`, `staticmethod`, `classmethod` (`Objects/descrobject.c`, `Objects/funcobject.c`).

use heapglass_heap::{
    Address,
    layout::callable::{property, wrapped_method},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::{
        field_row::{read_field, write_field},
        instance_dict,
    },
};

read_field! {
    fget property::GET;
    fset property::SET;
    fdel property::DELETE;
    property_doc property::DOC;
    callable wrapped_method::CALLABLE;
}

write_field! {
    set_property_doc property::DOC;
}

fn allocate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.generic_allocate(arguments.self_, 0))
}

fn property_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.parsed(m, "property", ["fget", "fset", "fdel", "doc"], 0, 4)?;
    let object = arguments.self_;
    let value = |m: &mut Machine, index, name| {
        let given: Option<Address> = arguments.get_or_keyword(m, index, name);
        given.filter(|value| !m.heap.is_none(*value)).unwrap_or(Address::NULL)
    };
    let words = [(property::GET, "fget"), (property::SET, "fset"), (property::DELETE, "fdel"), (property::DOC, "doc")];
    for (index, (offset, name)) in words.into_iter().enumerate() {
        let value = value(m, index, name);
        m.store_field(object, offset, value);
    }
    m.store_field(object, property::NAME, Address::NULL);
    m.heap.memory.set_i32(object.plus(property::GETTER_DOC), 0);
    let (getter, doc) = (m.heap.memory.address(object.plus(property::GET)), m.heap.memory.address(object.plus(property::DOC)));
    if doc.is_null() && !getter.is_null() {
        let name = m.name("__doc__");
        if let Some(doc) = m.lookup_attribute(getter, name)? {
            m.heap.memory.set_i32(object.plus(property::GETTER_DOC), 1);
            if m.heap.is_exact(object, StaticType::Property) {
                let doc_or_null = if m.heap.is_none(doc) { Address::NULL } else { doc };
                m.store_field(object, property::DOC, doc_or_null);
            } else {
                let outcome = m.set_attribute(object, name, Some(doc));
                if outcome.is_err() {
                    m.decref(doc);
                    outcome?;
                }
            }
            m.decref(doc);
        }
    }
    Ok(m.heap.none())
}

/// A copy of a property with one function exchanged.
fn copy_with(m: &mut Machine, object: Address, offset: u64, value: Address) -> Outcome {
    let none = m.heap.none();
    let mut words = [none; 4];
    for (word, at) in words.iter_mut().zip([property::GET, property::SET, property::DELETE, property::DOC]) {
        let held = m.heap.memory.address(object.plus(at));
        *word = if at == offset { value } else { held.non_null().unwrap_or(none) };
    }
    let from_getter = m.heap.memory.u32(object.plus(property::GETTER_DOC)) != 0;
    if from_getter && !m.heap.is_none(words[0]) {
        words[3] = none;
    }
    let type_ = m.heap.type_of(object);
    let copy = m.call(type_, &words, &[])?;
    if m.heap.is_exact(copy, StaticType::Property) {
        let name = m.heap.memory.address(object.plus(property::NAME));
        m.store_field(copy, property::NAME, name);
    }
    Ok(copy)
}

fn getter(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    copy_with(m, arguments.self_, property::GET, arguments.positional[0])
}

fn setter(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    copy_with(m, arguments.self_, property::SET, arguments.positional[0])
}

fn deleter(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    copy_with(m, arguments.self_, property::DELETE, arguments.positional[0])
}

fn property_set_name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = arguments.positional.len();
    if given != 2 {
        let text = format!("__set_name__() takes 2 positional arguments but {given} were given");
        return Err(m.raise(StaticType::TypeError, text));
    }
    m.store_field(arguments.self_, property::NAME, arguments.positional[1]);
    Ok(m.heap.none())
}

fn descriptor_get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let none = m.heap.none();
    let object = if arguments.positional[0] == none { Address::NULL } else { arguments.positional[0] };
    let owner = arguments.get(1).filter(|owner| *owner != none).unwrap_or(Address::NULL);
    m.native_descriptor_get(arguments.self_, object, owner)
}

fn descriptor_set(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.native_descriptor_set(arguments.self_, arguments.positional[0], Some(arguments.positional[1]))?;
    Ok(m.heap.none())
}

fn descriptor_delete(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.native_descriptor_set(arguments.self_, arguments.positional[0], None)?;
    Ok(m.heap.none())
}

fn is_abstract(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = m.name("__isabstractmethod__");
    for offset in [property::GET, property::SET, property::DELETE] {
        let word = m.heap.memory.address(arguments.self_.plus(offset));
        let wrapped = offset == property::GET || m.heap.is_instance(arguments.self_, StaticType::Property);
        if word.is_null() || !wrapped {
            continue;
        }
        if let Some(mark) = m.lookup_attribute(word, name)? {
            let verdict = m.is_true(mark);
            m.decref(mark);
            if verdict? {
                return Ok(m.heap.true_());
            }
        }
    }
    Ok(m.heap.false_())
}

/// `staticmethod(f)` and `classmethod(f)` copy some attributes of the function into their own dict.
fn wrapped_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = arguments.self_;
    let name = m.type_name(object);
    arguments.no_keywords(m, &name)?;
    arguments.arity(m, &name, 1, 1)?;
    let callable = arguments.positional[0];
    m.store_field(object, wrapped_method::CALLABLE, callable);
    for attribute in ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"] {
        let key = m.name(attribute);
        if let Some(value) = m.lookup_attribute(callable, key)? {
            let outcome = m.generic_set_attribute(object, key, Some(value));
            m.decref(value);
            outcome?;
        }
    }
    Ok(m.heap.none())
}

fn wrapped_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let inner = m.heap.memory.address(arguments.self_.plus(wrapped_method::CALLABLE));
    let shown = if inner.is_null() { "<NULL>".to_owned() } else { m.repr_text(inner)? };
    let name = if m.heap.is_instance(arguments.self_, StaticType::StaticMethod) { "staticmethod" } else { "classmethod" };
    Ok(m.heap.new_str(&format!("<{name}({shown})>")))
}

fn wrapped_call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let inner = m.heap.memory.address(arguments.self_.plus(wrapped_method::CALLABLE));
    m.call(inner, arguments.positional, arguments.keywords)
}

fn object_dict(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.instance_dict(arguments.self_)
}

/// What these types have.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::Property, allocate),
    NativeRow::slot(StaticType::Property, "__get__", descriptor_get),
    NativeRow::slot(StaticType::Property, "__set__", descriptor_set),
    NativeRow::slot(StaticType::Property, "__delete__", descriptor_delete),
    NativeRow::slot(StaticType::Property, "__init__", property_init),
    NativeRow::one(StaticType::Property, "getter", getter),
    NativeRow::one(StaticType::Property, "setter", setter),
    NativeRow::one(StaticType::Property, "deleter", deleter),
    NativeRow::positional(StaticType::Property, "__set_name__", property_set_name),
    NativeRow::member(StaticType::Property, "fget", fget),
    NativeRow::member(StaticType::Property, "fset", fset),
    NativeRow::member(StaticType::Property, "fdel", fdel),
    NativeRow::member_set(StaticType::Property, "__doc__", property_doc, set_property_doc),
    NativeRow::get(StaticType::Property, "__isabstractmethod__", is_abstract),
    NativeRow::new(StaticType::StaticMethod, allocate),
    NativeRow::slot(StaticType::StaticMethod, "__repr__", wrapped_repr),
    NativeRow::slot(StaticType::StaticMethod, "__call__", wrapped_call),
    NativeRow::slot(StaticType::StaticMethod, "__get__", descriptor_get),
    NativeRow::slot(StaticType::StaticMethod, "__init__", wrapped_init),
    NativeRow::member(StaticType::StaticMethod, "__func__", callable),
    NativeRow::member(StaticType::StaticMethod, "__wrapped__", callable),
    NativeRow::get(StaticType::StaticMethod, "__isabstractmethod__", is_abstract),
    NativeRow::get_set(StaticType::StaticMethod, "__dict__", object_dict, instance_dict::set_kept_dict),
    NativeRow::new(StaticType::ClassMethod, allocate),
    NativeRow::slot(StaticType::ClassMethod, "__repr__", wrapped_repr),
    NativeRow::slot(StaticType::ClassMethod, "__get__", descriptor_get),
    NativeRow::slot(StaticType::ClassMethod, "__init__", wrapped_init),
    NativeRow::member(StaticType::ClassMethod, "__func__", callable),
    NativeRow::member(StaticType::ClassMethod, "__wrapped__", callable),
    NativeRow::get(StaticType::ClassMethod, "__isabstractmethod__", is_abstract),
    NativeRow::get_set(StaticType::ClassMethod, "__dict__", object_dict, instance_dict::set_kept_dict),
];
