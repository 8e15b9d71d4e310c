//! `None`, `...`, `NotImplemented`, and `__class_getitem__` of the builtin containers.

use heapglass_heap::static_type::StaticType;

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(StaticType::NoneType, "__repr__", |m, _| m.new_text("None")),
    NativeRow::slot(StaticType::NoneType, "__bool__", |m, _| m.truth(false)),
    NativeRow::new(StaticType::NoneType, |m, a| {
        if !a.positional.is_empty() || !a.keywords.is_empty() {
            return m.type_error("NoneType takes no arguments");
        }
        m.none()
    }),
    NativeRow::slot(StaticType::Ellipsis, "__repr__", |m, _| m.new_text("Ellipsis")),
    NativeRow::new(StaticType::Ellipsis, |m, _| Ok(m.heap.ellipsis())),
    NativeRow::slot(StaticType::NotImplementedType, "__repr__", |m, _| m.new_text("NotImplemented")),
    NativeRow::new(StaticType::NotImplementedType, |m, _| m.not_implemented()),
    alias(StaticType::List),
    alias(StaticType::Tuple),
    alias(StaticType::Dict),
    alias(StaticType::Set),
    alias(StaticType::FrozenSet),
    alias(StaticType::Enumerate),
    alias(StaticType::WeakReference),
];

const fn alias(which: StaticType) -> NativeRow {
    NativeRow::class_method(which, "__class_getitem__", class_item)
}

/// `list[int]`
pub fn class_item(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "__class_getitem__", 1, 1)?;
    Ok(m.new_generic_alias(arguments.self_, arguments.positional[0]))
}
