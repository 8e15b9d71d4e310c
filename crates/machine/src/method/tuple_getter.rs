//! `collections._tuplegetter`: the fields of named tuples (Modules/_collectionsmodule.c).

use heapglass_heap::{
    Kind,
    layout::native::tuple_getter::{DOC, INDEX},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::field_row::{read_field, write_field},
};

const GETTER: StaticType = StaticType::TupleGetter;

read_field! {
    doc DOC;
}
write_field! {
    set_doc DOC;
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(GETTER, |m, a| {
        a.arity(m, "_tuplegetter", 2, 2)?;
        let index = m.index_to_i64(a.positional[0], StaticType::OverflowError)?;
        let object = m.heap.generic_allocate(a.self_, 0);
        m.set_word(object, INDEX, index);
        m.store_field(object, DOC, a.positional[1]);
        Ok(object)
    }),
    NativeRow::slot(GETTER, "__repr__", |m, a| {
        let (name, index) = (m.type_short_name(m.heap.type_of(a.self_)), m.word(a.self_, INDEX));
        let (name, doc) = (m.heap.str_text(name), m.repr_text(m.field(a.self_, DOC))?);
        m.new_text(&format!("{name}({index}, {doc})"))
    }),
    NativeRow::slot(GETTER, "__get__", get),
    NativeRow::slot(GETTER, "__set__", |m, _| Err(m.raise(StaticType::AttributeError, "can't set attribute"))),
    NativeRow::slot(GETTER, "__delete__", |m, _| Err(m.raise(StaticType::AttributeError, "can't delete attribute"))),
    NativeRow::no_arguments(GETTER, "__reduce__", |m, a| {
        let parts = [m.word(a.self_, INDEX)].map(|index| m.heap.new_int_ssize(index));
        let args = [parts[0], m.field_or_none(a.self_, DOC)];
        let args = m.heap.new_tuple_from(&args);
        let class = m.heap.type_of(a.self_);
        m.incref(class);
        Ok(m.heap.new_tuple_from(&[class, args]))
    }),
    NativeRow::member_set(GETTER, "__doc__", doc, set_doc),
];

fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (this, object) = (arguments.self_, arguments.positional[0]);
    if object.is_null() || m.heap.is_none(object) {
        return Ok(m.incref(this));
    }
    let index = m.word(this, INDEX);
    if m.heap.kind(object) != Kind::Tuple {
        let found = m.type_name(object);
        return m.type_error(format!(
            "descriptor for index '{index}' for tuple subclasses doesn't apply to '{found}' object"
        ));
    }
    if !(0..m.heap.tuple_len(object) as i64).contains(&index) {
        return Err(m.raise(StaticType::IndexError, "tuple index out of range"));
    }
    let item = m.heap.tuple_item(object, index as u64);
    Ok(m.incref(item))
}
