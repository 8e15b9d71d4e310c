//! Where the instructions of a code object come from: `co_positions()`, `co_lines()` and `co_lnotab` (`Objects/codeobject.c`).

use heapglass_compiler::lines::{self, LineEntry, Place};
use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::no_arguments(StaticType::Code, "co_positions", positions),
    NativeRow::no_arguments(StaticType::Code, "co_lines", co_lines),
];

fn entries(m: &Machine, code: Address) -> Vec<LineEntry> {
    m.code_facts(code)
        .map(|facts| lines::line_table(&facts.code.linetable, facts.code.firstlineno))
        .unwrap_or_default()
}

/// A tuple of numbers, `None` for those that are not known.
fn numbers(m: &mut Machine, values: &[Option<u32>]) -> Address {
    let items: Vec<Address> = values
        .iter()
        .map(|value| match value {
            Some(value) => m.heap.new_int(i64::from(*value)),
            None => m.heap.none(),
        })
        .collect();
    m.heap.new_tuple_from(&items)
}

fn iterator_over(m: &mut Machine, rows: Vec<Vec<Option<u32>>>) -> Outcome {
    let list = m.heap.new_list(0);
    for row in rows {
        let row = numbers(m, &row);
        m.heap.list_append(list, row);
    }
    let iterator = m.iter(list);
    m.decref(list);
    iterator
}

/// First line, last line, first column, column after the last, for each two bytes of the code.
fn positions(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut rows = Vec::new();
    for entry in entries(m, arguments.self_) {
        let place = entry.place;
        let row = vec![
            place.map(|place| place.line),
            place.map(|place| place.end_line),
            place.and_then(|place| place.column),
            place.and_then(|place| place.end_column),
        ];
        rows.extend((entry.start..entry.end).map(|_| row.clone()));
    }
    iterator_over(m, rows)
}

/// First byte, byte after the last, and line, for each run of instructions of one line.
fn co_lines(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut rows: Vec<Vec<Option<u32>>> = Vec::new();
    for entry in entries(m, arguments.self_) {
        let line = entry.place.map(|Place { line, .. }| line);
        match rows.last_mut() {
            Some(last) if last[2] == line => last[1] = Some(2 * entry.end),
            _ => rows.push(vec![Some(2 * entry.start), Some(2 * entry.end), line]),
        }
    }
    iterator_over(m, rows)
}
