//! `type Name[T] = value` (Objects/typevarobject.c): a name for a type that is worked out when it is asked for.

use heapglass_heap::{
    Address,
    layout::{callable::function, native::type_alias as field},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::field_row::read_field,
};

const ALIAS: StaticType = StaticType::TypeAliasType;

read_field! {
    name field::NAME;
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(ALIAS, new),
    NativeRow::slot(ALIAS, "__repr__", name),
    NativeRow::slot(ALIAS, "__getitem__", |m, a| {
        if m.field(a.self_, field::TYPE_PARAMS).is_null() {
            return m.type_error("Only generic type aliases are subscriptable");
        }
        Ok(m.new_generic_alias(a.self_, a.positional[0]))
    }),
    NativeRow::slot(ALIAS, "__or__", |m, a| m.union_of(a.self_, a.positional[0])),
    NativeRow::slot(ALIAS, "__ror__", |m, a| m.union_of(a.positional[0], a.self_)),
    NativeRow::member(ALIAS, "__name__", name),
    NativeRow::get(ALIAS, "__value__", value),
    NativeRow::get(ALIAS, "__type_params__", |m, a| Ok(parameters(m, a.self_))),
    NativeRow::get(ALIAS, "__parameters__", |m, a| {
        let given = parameters(m, a.self_);
        let unpacked = m.unpack_type_parameters(given);
        m.decref(given);
        unpacked
    }),
    NativeRow::get(ALIAS, "__module__", module),
    NativeRow::no_arguments(ALIAS, "__reduce__", name),
];

impl Machine {
    /// What a `type` statement makes of (name, type parameters or `None`, function that makes the value).
    pub(crate) fn new_type_alias(&mut self, parts: Address) -> Outcome {
        let parts = self.heap.tuple_items(parts);
        let alias = self.heap.generic_allocate(ALIAS.address(), 0);
        self.store_field(alias, field::NAME, parts[0]);
        if !self.heap.is_none(parts[1]) {
            self.store_field(alias, field::TYPE_PARAMS, parts[1]);
        }
        self.store_field(alias, field::COMPUTE_VALUE, parts[2]);
        Ok(alias)
    }
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [name, value, parameters] = m.named_arguments(&arguments, "typealias", ["name", "value", "type_params"], 2)?;
    let (name, value) = (name.unwrap_or_default(), value.unwrap_or_default());
    if !m.is_str(name) {
        let found = m.type_name(name);
        return m.type_error(format!("typealias() argument 'name' must be str, not {found}"));
    }
    if parameters.is_some_and(|parameters| !m.heap.is_exact(parameters, StaticType::Tuple)) {
        return m.type_error("type_params must be a tuple");
    }
    let alias = m.heap.generic_allocate(ALIAS.address(), 0);
    m.store_field(alias, field::NAME, name);
    if let Some(parameters) = parameters.filter(|parameters| m.heap.tuple_len(*parameters) > 0) {
        m.store_field(alias, field::TYPE_PARAMS, parameters);
    }
    m.store_field(alias, field::VALUE, value);
    let module = m.module_of_caller();
    m.store_field(alias, field::MODULE, module);
    Ok(alias)
}

fn value(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if let Some(value) = m.field(arguments.self_, field::VALUE).non_null() {
        return Ok(m.incref(value));
    }
    let compute = m.field(arguments.self_, field::COMPUTE_VALUE);
    let value = m.call(compute, &[], &[])?;
    m.incref(value);
    m.set_field(arguments.self_, field::VALUE, value);
    Ok(value)
}

/// The type parameters, a new reference to a tuple.
fn parameters(m: &mut Machine, alias: Address) -> Address {
    match m.field(alias, field::TYPE_PARAMS).non_null() {
        Some(parameters) => m.incref(parameters),
        None => m.heap.empty_tuple(),
    }
}

fn module(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if let Some(module) = m.field(arguments.self_, field::MODULE).non_null() {
        return Ok(m.incref(module));
    }
    let compute = m.field(arguments.self_, field::COMPUTE_VALUE);
    if compute.is_null() { m.none() } else { Ok(m.field_or_none(compute, function::MODULE)) }
}
