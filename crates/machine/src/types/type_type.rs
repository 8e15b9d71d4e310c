//! Methods and attributes of `type` (`Objects/typeobject.c`).

use heapglass_heap::{
    Address, Kind,
    static_type::{StaticType, field, flag},
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::text_signature,
};

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.show_with_type(arguments.self_, "<class '%U.%U'>", "<class '%s'>", None)
}

fn call(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.call_type(arguments)
}

fn getattribute(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.check_attribute_name(arguments.positional[0])?;
    m.type_get_attribute(arguments.self_, arguments.positional[0])
}

fn setattr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.check_attribute_name(arguments.positional[0])?;
    m.type_set_attribute(arguments.self_, arguments.positional[0], Some(arguments.positional[1]))?;
    Ok(m.heap.none())
}

fn delattr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.check_attribute_name(arguments.positional[0])?;
    m.type_set_attribute(arguments.self_, arguments.positional[0], None)?;
    Ok(m.heap.none())
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [name, bases, dict] = *arguments.positional else {
        return Err(m.raise(StaticType::TypeError, "type() takes 1 or 3 arguments"));
    };
    let expected = [(name, Kind::Str, "str"), (bases, Kind::Tuple, "tuple"), (dict, Kind::Dict, "dict")];
    for (index, (value, kind, wanted)) in expected.into_iter().enumerate() {
        if m.heap.kind(value) != kind {
            let found = m.type_name(value);
            let text = format!("type.__new__() argument {} must be {wanted}, not {found}", index + 1);
            return Err(m.raise(StaticType::TypeError, text));
        }
    }
    m.type_new(arguments.self_, name, bases, dict, arguments.keywords)
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    match arguments.positional.len() {
        1 if !arguments.keywords.is_empty() => {
            Err(m.raise(StaticType::TypeError, "type.__init__() takes no keyword arguments"))
        }
        1 | 3 => Ok(m.heap.none()),
        _ => Err(m.raise(StaticType::TypeError, "type.__init__() takes 1 or 3 arguments")),
    }
}

fn or(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.union_of(arguments.self_, arguments.positional[0])
}

fn ror(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.union_of(arguments.positional[0], arguments.self_)
}

fn mro(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let bases = m.heap.memory.address(arguments.self_.plus(field::BASES));
    let bases = m.heap.tuple_items(bases);
    let order = m.linearise(arguments.self_, &bases)?;
    if !m.heap.is_exact(order, StaticType::Tuple) {
        return Ok(order);
    }
    let items = m.heap.tuple_items(order);
    let list = m.heap.new_list(0);
    items.iter().for_each(|class| m.heap.incref(*class));
    m.heap.list_extend_exact(list, &items);
    m.decref(order);
    Ok(list)
}

fn subclasses(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let subclasses = m.subclasses(arguments.self_);
    Ok(m.heap.new_list_of(&subclasses))
}

fn prepare(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.new_dict())
}

fn instancecheck(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let verdict = m.is_instance_plainly(arguments.positional[0], arguments.self_)?;
    Ok(m.heap.bool(verdict))
}

fn subclasscheck(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let verdict = m.is_subclass_plainly(arguments.positional[0], arguments.self_)?;
    Ok(m.heap.bool(verdict))
}

fn dir(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let names = m.heap.new_dict();
    let merged = m.merge_class_dict(names, arguments.self_);
    m.names_of_dict(names, merged)
}

fn sizeof(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let size = m.heap.sizeof_method(arguments.self_);
    Ok(m.heap.new_int_ssize(size as i64))
}

macro_rules! number {
    ($($name:ident $field:expr;)*) => {
        $(fn $name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
            let value = m.heap.memory.i64(arguments.self_.plus($field));
            Ok(m.heap.new_int(value))
        })*
    };
}

number! {
    basicsize field::BASIC_SIZE;
    itemsize field::ITEM_SIZE;
    flags field::FLAGS;
    weakrefoffset field::WEAKLIST_OFFSET;
    dictoffset field::DICT_OFFSET;
}

fn base(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let base = m.heap.memory.address(arguments.self_.plus(field::BASE));
    if arguments.self_ == StaticType::Object.address() || base.is_null() {
        return Ok(m.heap.none());
    }
    Ok(m.incref(base))
}

fn bases(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let bases = m.heap.memory.address(arguments.self_.plus(field::BASES));
    Ok(if bases.is_null() { m.heap.empty_tuple() } else { m.incref(bases) })
}

fn mro_tuple(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.field_or_none(arguments.self_, field::MRO))
}

/// A builtin type has its name as a C string only: each time a new str.
fn name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if let Some(which) = StaticType::at(arguments.self_) {
        return Ok(m.heap.new_str(which.short_name()));
    }
    let name = m.type_short_name(arguments.self_);
    Ok(m.incref(name))
}

fn set_name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let type_ = arguments.self_;
    let value = m.check_settable(type_, "__name__", arguments.get(0))?;
    if !m.heap.is_str(value) {
        let (owner, found) = (m.name_of_type(type_), m.type_name(value));
        return Err(m.raise(StaticType::TypeError, format!("can only assign string to {owner}.__name__, not '{found}'")));
    }
    m.check_type_name(value)?;
    m.store_field(type_, field::HEAP_NAME, value);
    let data = m.heap.str_data(value);
    m.heap.memory.set_address(type_.plus(field::NAME), data);
    Ok(m.heap.none())
}

fn qualname(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if StaticType::at(arguments.self_).is_some() {
        return name(m, arguments);
    }
    Ok(m.field_or_none(arguments.self_, field::HEAP_QUALNAME))
}

fn set_qualname(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let type_ = arguments.self_;
    let value = m.check_settable(type_, "__qualname__", arguments.get(0))?;
    if !m.heap.is_str(value) {
        let (owner, found) = (m.name_of_type(type_), m.type_name(value));
        let text = format!("can only assign string to {owner}.__qualname__, not '{found}'");
        return Err(m.raise(StaticType::TypeError, text));
    }
    m.store_field(type_, field::HEAP_QUALNAME, value);
    Ok(m.heap.none())
}

fn module(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if let Some(which) = StaticType::at(arguments.self_) {
        return Ok(m.heap.new_interned(which.module()));
    }
    m.own_class_entry(arguments.self_, "__module__")
}

fn set_module(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.check_settable(arguments.self_, "__module__", arguments.get(0))?;
    m.set_class_entry(arguments.self_, "__module__", value)
}

fn annotations(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let type_ = arguments.self_;
    if !m.heap.is_heap_type(type_) {
        let owner = m.name_of_type(type_);
        let text = format!("type object '{owner}' has no attribute '__annotations__'");
        return Err(m.raise(StaticType::AttributeError, text));
    }
    let (key, dict) = (m.name("__annotations__"), m.type_dict(type_));
    if let Some(found) = m.namespace_get(dict, key)? {
        return Ok(m.incref(found));
    }
    let fresh = m.heap.new_dict();
    m.namespace_set(dict, key, fresh)?;
    Ok(fresh)
}

fn set_annotations(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.check_settable(arguments.self_, "__annotations__", arguments.get(0))?;
    m.set_class_entry(arguments.self_, "__annotations__", value)
}

fn type_params(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (key, dict) = (m.name("__type_params__"), m.type_dict(arguments.self_));
    match m.namespace_get(dict, key)? {
        Some(found) => Ok(m.incref(found)),
        None => Ok(m.heap.empty_tuple()),
    }
}

fn set_type_params(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.check_settable(arguments.self_, "__type_params__", arguments.get(0))?;
    m.set_class_entry(arguments.self_, "__type_params__", value)
}

fn abstract_methods(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (key, dict) = (m.name("__abstractmethods__"), m.type_dict(arguments.self_));
    if arguments.self_ != StaticType::Type.address()
        && let Some(found) = m.namespace_get(dict, key)?
    {
        return Ok(m.incref(found));
    }
    Err(m.raise(StaticType::AttributeError, "__abstractmethods__"))
}

fn set_abstract_methods(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let type_ = arguments.self_;
    m.type_modified(type_);
    let flags = m.heap.type_flags(type_);
    let Some(value) = arguments.get(0) else {
        let (key, dict) = (m.name("__abstractmethods__"), m.type_dict(type_));
        if !m.namespace_remove(dict, key)? {
            return Err(m.raise(StaticType::AttributeError, "__abstractmethods__"));
        }
        m.heap.memory.set_u64(type_.plus(field::FLAGS), flags & !flag::ABSTRACT);
        return Ok(m.heap.none());
    };
    let is_abstract = m.is_true(value)?;
    let flags = if is_abstract { flags | flag::ABSTRACT } else { flags & !flag::ABSTRACT };
    m.heap.memory.set_u64(type_.plus(field::FLAGS), flags);
    m.set_class_entry(type_, "__abstractmethods__", value)
}

/// `type.__dict__`: a view that nothing can be stored through.
pub(super) fn dict(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let dict = m.type_dict(arguments.self_);
    Ok(m.new_mapping_proxy(dict))
}

fn doc(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    match StaticType::at(arguments.self_).and_then(text_signature::doc_of_type) {
        Some(text) => m.new_text(text),
        None => m.own_class_entry(arguments.self_, "__doc__"),
    }
}

fn set_doc(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.check_settable(arguments.self_, "__doc__", arguments.get(0))?;
    m.set_class_entry(arguments.self_, "__doc__", value)
}

impl Machine {
    /// A class attribute of the class itself; `None` if it is not there.
    /// A name that C could not hold to its end is refused.
    pub(super) fn check_type_name(&mut self, name: Address) -> Outcome<()> {
        if self.heap.str_points(name).contains(&0) {
            return self.value_error("type name must not contain null characters");
        }
        Ok(())
    }

    fn own_class_entry(&mut self, type_: Address, name: &str) -> Outcome {
        let (key, dict) = (self.name(name), self.type_dict(type_));
        let found = if dict.is_null() { None } else { self.namespace_get(dict, key)? };
        match found {
            None => Ok(self.heap.none()),
            Some(value) if self.has_get(value) => self.descriptor_get(value, Address::NULL, type_),
            Some(value) => Ok(self.incref(value)),
        }
    }

    fn set_class_entry(&mut self, type_: Address, name: &str, value: Address) -> Outcome {
        let (key, dict) = (self.name(name), self.type_dict(type_));
        self.namespace_set(dict, key, value)?;
        Ok(self.heap.none())
    }

    /// Attributes of builtin types cannot be set, and none of these can be deleted (`check_set_special_type_attr`).
    pub(super) fn check_settable(&mut self, type_: Address, name: &str, value: Option<Address>) -> Outcome {
        let owner = self.name_of_type(type_);
        if self.heap.type_has(type_, flag::IMMUTABLE) || !self.heap.is_heap_type(type_) {
            let text = format!("cannot set '{name}' attribute of immutable type '{owner}'");
            return Err(self.raise(StaticType::TypeError, text));
        }
        value.ok_or_else(|| {
            let text = format!("cannot delete '{name}' attribute of immutable type '{owner}'");
            self.raise(StaticType::TypeError, text)
        })
    }
}

/// What `type` has.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::Type, new),
    NativeRow::slot(StaticType::Type, "__repr__", repr),
    NativeRow::slot(StaticType::Type, "__call__", call),
    NativeRow::slot(StaticType::Type, "__getattribute__", getattribute),
    NativeRow::slot(StaticType::Type, "__setattr__", setattr),
    NativeRow::slot(StaticType::Type, "__delattr__", delattr),
    NativeRow::slot(StaticType::Type, "__init__", init),
    NativeRow::slot(StaticType::Type, "__or__", or),
    NativeRow::slot(StaticType::Type, "__ror__", ror),
    NativeRow::no_arguments(StaticType::Type, "mro", mro),
    NativeRow::no_arguments(StaticType::Type, "__subclasses__", subclasses),
    NativeRow::class_method(StaticType::Type, "__prepare__", prepare),
    NativeRow::one(StaticType::Type, "__instancecheck__", instancecheck),
    NativeRow::one(StaticType::Type, "__subclasscheck__", subclasscheck),
    NativeRow::no_arguments(StaticType::Type, "__dir__", dir),
    NativeRow::no_arguments(StaticType::Type, "__sizeof__", sizeof),
    NativeRow::member(StaticType::Type, "__basicsize__", basicsize),
    NativeRow::member(StaticType::Type, "__itemsize__", itemsize),
    NativeRow::member(StaticType::Type, "__flags__", flags),
    NativeRow::member(StaticType::Type, "__weakrefoffset__", weakrefoffset),
    NativeRow::member(StaticType::Type, "__base__", base),
    NativeRow::member(StaticType::Type, "__dictoffset__", dictoffset),
    NativeRow::get_set(StaticType::Type, "__name__", name, set_name),
    NativeRow::get_set(StaticType::Type, "__qualname__", qualname, set_qualname),
    NativeRow::get_set(StaticType::Type, "__bases__", bases, super::set_bases::set_bases),
    NativeRow::get(StaticType::Type, "__mro__", mro_tuple),
    NativeRow::get_set(StaticType::Type, "__module__", module, set_module),
    NativeRow::get_set(StaticType::Type, "__abstractmethods__", abstract_methods, set_abstract_methods),
    NativeRow::get(StaticType::Type, "__dict__", dict),
    NativeRow::get_set(StaticType::Type, "__doc__", doc, set_doc),
    NativeRow::get_set(StaticType::Type, "__annotations__", annotations, set_annotations),
    NativeRow::get_set(StaticType::Type, "__type_params__", type_params, set_type_params),
];
