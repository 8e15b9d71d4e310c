//! `_traceback`: the report of an exception as text, for modules that print it themselves.

use heapglass_heap::static_type::StaticType;

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    traceback::carets::anchor_offsets,
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("_traceback", "anchors", Convention::One, anchors),
    NativeRow::function("_traceback", "report", Convention::One, |m, a| {
    let exception = a.positional[0];
    if !m.heap.is_instance(exception, StaticType::BaseException) {
        let name = m.type_name(exception);
        return m.type_error(format!("Exception expected for value, {name} found"));
    }
    let text = m.exception_report(exception);
    m.new_text(&text)
}),
];

/// Which part of an expression is to be marked: where its operator begins and ends. `None` if all of it is.
fn anchors(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let Some((left, right)) = m.heap.is_str(a.positional[0]).then(|| m.heap.str_text(a.positional[0])).and_then(|text| anchor_offsets(&text))
    else {
        return m.none();
    };
    let items = [left, right].map(|offset| m.heap.new_int(offset as i64));
    Ok(m.heap.new_tuple_from(&items))
}
