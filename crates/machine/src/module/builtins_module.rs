//! The `builtins` module: types, exceptions, constants. Its functions are in [`crate::builtin`].

use heapglass_heap::{
    Address, Kind,
    static_type::{ALL, StaticType},
};

use crate::machine::{Machine, Outcome};

const TYPES: &[StaticType] = &[
    StaticType::Bool,
    StaticType::MemoryView,
    StaticType::ByteArray,
    StaticType::Bytes,
    StaticType::ClassMethod,
    StaticType::Complex,
    StaticType::Dict,
    StaticType::Enumerate,
    StaticType::Filter,
    StaticType::Float,
    StaticType::FrozenSet,
    StaticType::Property,
    StaticType::Int,
    StaticType::List,
    StaticType::Map,
    StaticType::Object,
    StaticType::Range,
    StaticType::Reversed,
    StaticType::Set,
    StaticType::Slice,
    StaticType::StaticMethod,
    StaticType::Str,
    StaticType::Super,
    StaticType::Tuple,
    StaticType::Type,
    StaticType::Zip,
];

/// Fills the module's dict.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    let constants = [
        ("None", m.heap.none()),
        ("Ellipsis", m.heap.ellipsis()),
        ("NotImplemented", m.heap.not_implemented()),
        ("False", m.heap.false_()),
        ("True", m.heap.true_()),
        ("__debug__", m.heap.true_()),
    ];
    for (name, value) in constants {
        m.namespace_put(dict, name, value)?;
    }
    m.put_types(dict, TYPES)?;
    for which in ALL.iter().filter(|which| which.row().kind == Kind::Exception) {
        m.namespace_put(dict, which.short_name(), which.address())?;
    }
    for name in ["EnvironmentError", "IOError"] {
        m.namespace_put(dict, name, StaticType::OSError.address())?;
    }
    Ok(())
}
