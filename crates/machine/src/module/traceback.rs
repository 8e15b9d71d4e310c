//! `_traceback`: the report of an exception as text, for modules that print it themselves.

use heapglass_heap::static_type::StaticType;

use crate::native::{Convention, NativeRow};

/// The rows.
pub const ROWS: &[NativeRow] = &[NativeRow::function("_traceback", "report", Convention::One, |m, a| {
    let exception = a.positional[0];
    if !m.heap.is_instance(exception, StaticType::BaseException) {
        let name = m.type_name(exception);
        return m.type_error(format!("Exception expected for value, {name} found"));
    }
    let text = m.exception_report(exception);
    m.new_text(&text)
})];
