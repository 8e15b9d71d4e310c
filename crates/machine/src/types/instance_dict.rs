//! `__dict__` and `__weakref__` of instances of classes (`subtype_getsets_full` in `Objects/typeobject.c`).

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeKind, NativeRow, Owner},
};

/// The rows here belong to no builtin type: every class gets descriptors of its own for them.
pub const INSTANCE: &str = "<instances of classes>";

impl Machine {
    /// `object.__dict__`, made now if there is none yet. New reference.
    pub fn instance_dict(&mut self, object: Address) -> Outcome {
        match self.heap.attribute_dict(object) {
            Some(dict) => Ok(self.incref(dict)),
            None => {
                let name = self.type_name(object);
                let text = format!("'{name}' object has no attribute '__dict__'");
                Err(self.raise(StaticType::AttributeError, text))
            }
        }
    }
}

fn dict(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if m.heap.is_type(arguments.self_) {
        return super::type_type::dict(m, arguments);
    }
    m.instance_dict(arguments.self_)
}

/// Whether instances have their dict from a builtin class that does not let it be replaced: classes and modules
/// (`get_builtin_base_with_dict`).
fn keeps_own_dict(m: &Machine, object: Address) -> bool {
    [StaticType::Type, StaticType::Module].into_iter().any(|which| m.heap.is_instance(object, which))
}

/// `subtype_setdict`: deleting leaves the object without a dict until the next attribute.
pub fn set_dict(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if keeps_own_dict(m, arguments.self_) {
        let name = m.type_name(arguments.self_);
        return m.type_error(format!("this __dict__ descriptor does not support '{name}' objects"));
    }
    let owned = match arguments.get(0) {
        // Exceptions have their dict from `BaseException`.
        None if m.heap.kind(arguments.self_) == Kind::Exception => return m.type_error("cannot delete __dict__"),
        None => Address::NULL,
        Some(value) if m.heap.kind(value) == Kind::Dict => m.incref(value),
        Some(value) => {
            return Err(m.raise_about_type("__dict__ must be set to a dictionary, not a '%.200s'", value));
        }
    };
    if let Some(old) = m.heap.replace_attribute_dict(arguments.self_, owned) {
        m.decref(old);
    }
    Ok(m.heap.none())
}

/// The same for objects that cannot be without (`PyObject_GenericSetDict`).
pub fn set_kept_dict(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.positional.is_empty() {
        return m.type_error("cannot delete __dict__".to_owned());
    }
    set_dict(m, arguments)
}

fn weakref(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let first = m.heap.weaklist_slot(arguments.self_).map_or(Address::NULL, |list| m.heap.memory.address(list));
    Ok(if first.is_null() { m.heap.none() } else { m.incref(first) })
}

const fn row(name: &'static str, kind: NativeKind, function: crate::native::NativeFn) -> NativeRow {
    NativeRow { owner: Owner::Module(INSTANCE), name, kind, convention: Convention::NoArguments, function }
}

/// The two getsets.
pub const ROWS: &[NativeRow] =
    &[row("__dict__", NativeKind::GetSet(Some(set_dict)), dict), row("__weakref__", NativeKind::GetSet(None), weakref)];
