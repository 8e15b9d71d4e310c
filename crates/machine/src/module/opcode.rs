//! `_opcode`: the instruction set and the tables of code objects, as `dis` needs them.

use heapglass_compiler::{
    lines,
    opcode::{ALL, BINARY_OPERATORS, COMPARISONS, INTRINSICS_1, INTRINSICS_2},
};
use heapglass_heap::{Address, layout::runtime::code, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("_opcode", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("operations", Convention::NoArguments, operations),
    row("binary_operators", Convention::NoArguments, |m, _| {
        Ok(texts(m, &BINARY_OPERATORS))
    }),
    row("comparisons", Convention::NoArguments, |m, _| {
        Ok(texts(m, &COMPARISONS))
    }),
    row("intrinsics_1", Convention::NoArguments, |m, _| {
        Ok(texts(m, &INTRINSICS_1))
    }),
    row("intrinsics_2", Convention::NoArguments, |m, _| {
        Ok(texts(m, &INTRINSICS_2))
    }),
    row("line_starts", Convention::One, line_starts),
    row("exception_entries", Convention::One, exception_entries),
    row("local_names", Convention::One, |m, a| {
        check(m, a.positional[0])?;
        let names = m.field(a.positional[0], code::LOCALSPLUSNAMES);
        Ok(m.incref(names))
    }),
];

fn texts(m: &mut Machine, texts: &[&str]) -> Address {
    let items: Vec<Address> = texts.iter().map(|text| m.heap.new_str(text)).collect();
    m.heap.new_tuple_from(&items)
}

fn check(m: &mut Machine, object: Address) -> Outcome<()> {
    if m.heap.is_exact(object, StaticType::Code) {
        return Ok(());
    }
    let found = m.type_name(object);
    m.type_error(format!("a code object is required, not '{found}'"))
}

/// Name, number, inline cache entries, and +1, −1 or 0 for jumps forward, backward and the rest.
fn operations(m: &mut Machine, _: Arguments<'_>) -> Outcome {
    let mut rows = Vec::new();
    for operation in ALL {
        let jump = i64::from(operation.is_jump()) * if operation.is_backward_jump() { -1 } else { 1 };
        let name = m.heap.new_interned(operation.name());
        let numbers = [*operation as i64, operation.caches() as i64, jump].map(|number| m.heap.new_int(number));
        rows.push(m.heap.new_tuple_from(&[name, numbers[0], numbers[1], numbers[2]]));
    }
    Ok(m.heap.new_list_from(&rows))
}

/// Where each line begins: offset and line.
fn line_starts(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    check(m, arguments.positional[0])?;
    let facts = m.code_facts(arguments.positional[0]).cloned();
    let list = m.heap.new_list(0);
    let entries = facts
        .map(|facts| lines::line_table(&facts.code.linetable, facts.code.firstlineno))
        .unwrap_or_default();
    let mut last = None;
    for entry in entries {
        let line = entry.place.map(|place| place.line);
        if line.is_some() && line != last {
            last = line;
            let pair = [2 * entry.start, line.unwrap_or(0)].map(|number| m.heap.new_int(i64::from(number)));
            let pair = m.heap.new_tuple_from(&pair);
            m.heap.list_append(list, pair);
        }
    }
    Ok(list)
}

/// The exception table: start, end, target, depth, and whether the instruction is pushed; offsets in bytes.
fn exception_entries(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    check(m, arguments.positional[0])?;
    let facts = m.code_facts(arguments.positional[0]).cloned();
    let list = m.heap.new_list(0);
    for entry in facts.iter().flat_map(|facts| &facts.handlers) {
        let numbers = [2 * entry.start, 2 * entry.end, 2 * entry.target, entry.depth];
        let mut items: Vec<Address> = numbers
            .iter()
            .map(|number| m.heap.new_int(i64::from(*number)))
            .collect();
        items.push(m.heap.bool(entry.lasti));
        let row = m.heap.new_tuple_from(&items);
        m.heap.list_append(list, row);
    }
    Ok(list)
}
