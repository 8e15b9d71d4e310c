//! `None`, `...`, `NotImplemented` (`Objects/object.c`, `Objects/sliceobject.c`).

use heapglass_heap::static_type::StaticType;

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

/// What `hash(None)` is since 3.12.
const HASH_OF_NONE: i64 = 0xfca8_6420;

fn none_repr(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.new_interned("None"))
}

fn none_bool(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.false_())
}

fn none_hash(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.new_int(HASH_OF_NONE))
}

fn none_or(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.union_of(arguments.self_, arguments.positional[0])
}

fn none_ror(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.union_of(arguments.positional[0], arguments.self_)
}

fn ellipsis_repr(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.new_interned("Ellipsis"))
}

fn not_implemented_repr(m: &mut Machine, _arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.new_interned("NotImplemented"))
}

/// `type(None)()` is `None` itself.
fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if !arguments.positional.is_empty() || !arguments.keywords.is_empty() {
        let name = m.name_of_type(arguments.self_);
        return Err(m.raise(StaticType::TypeError, format!("{name} takes no arguments")));
    }
    Ok(match StaticType::at(arguments.self_) {
        Some(StaticType::Ellipsis) => m.heap.ellipsis(),
        Some(StaticType::NotImplementedType) => m.heap.not_implemented(),
        _ => m.heap.none(),
    })
}

/// What the three have.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::NoneType, new),
    NativeRow::slot(StaticType::NoneType, "__repr__", none_repr),
    NativeRow::slot(StaticType::NoneType, "__bool__", none_bool),
    NativeRow::slot(StaticType::NoneType, "__hash__", none_hash),
    NativeRow::slot(StaticType::NoneType, "__or__", none_or),
    NativeRow::slot(StaticType::NoneType, "__ror__", none_ror),
    NativeRow::new(StaticType::Ellipsis, new),
    NativeRow::slot(StaticType::Ellipsis, "__repr__", ellipsis_repr),
    NativeRow::new(StaticType::NotImplementedType, new),
    NativeRow::slot(StaticType::NotImplementedType, "__repr__", not_implemented_repr),
];
