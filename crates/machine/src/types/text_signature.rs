//! `__text_signature__` of builtins: what `inspect.signature` reads. A table of facts, not of objects: the str is made when it is
//! asked for.

use heapglass_heap::{Address, static_type::StaticType};

use super::descriptor::field::CODE;
use crate::{
    machine::{Machine, Outcome},
    native::{self, Arguments, NativeRow, Owner},
};

/// A type's or a module's name on a line of its own; then, signature by signature, the names that have it. As 3.12.1 tells them.
const SIGNATURES: &str = include_str!("signatures.txt");

/// Stands for a line end inside a signature.
const LINE_END: char = '␤';

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::get(StaticType::BuiltinFunction, "__text_signature__", |m, a| of_row(m, m.field(a.self_, 16))),
    NativeRow::get(StaticType::MethodDescriptor, "__text_signature__", of_descriptor),
    NativeRow::get(StaticType::ClassMethodDescriptor, "__text_signature__", of_descriptor),
];

fn of_descriptor(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let code = m.heap.memory.address(arguments.self_.plus(CODE));
    of_row(m, code)
}

fn of_row(m: &mut Machine, code: Address) -> Outcome {
    let found = native::row_at(code).and_then(|row| match row.owner {
        Owner::Type(owner) => signature(owner.short_name(), row.name),
        Owner::Module(module) => signature(module, row.name),
    });
    match found {
        Some(text) => m.new_text(&text.replace(LINE_END, "\n")),
        None => m.none(),
    }
}

/// The signature of a name.
fn signature(owner: &str, name: &str) -> Option<&'static str> {
    let mut lines = SIGNATURES.lines().skip_while(|line| *line != owner).skip(1);
    loop {
        let line = lines.next().filter(|line| line.starts_with('('))?;
        let (text, names) = line.split_at(line.rfind(')')? + 1);
        if names.split(' ').any(|other| other == name) {
            return Some(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::signature;

    #[test]
    fn signatures_are_found_by_owner_and_name() {
        assert_eq!(signature("list", "append"), Some("($self, object, /)"));
        assert_eq!(signature("builtins", "len"), Some("($module, obj, /)"));
        assert_eq!(signature("list", "upper"), None);
    }
}
