//! `__text_signature__` of builtins, which `inspect.signature` reads, and `__doc__`, which `help` shows. Tables of facts, not of
//! objects: the str is made when it is asked for.

use heapglass_heap::{Address, layout::callable::method_wrapper, static_type::StaticType};

use super::descriptor::field::CODE;
use crate::{
    machine::{Machine, Outcome},
    native::{self, Arguments, NativeKind, NativeRow, Owner},
};

/// A type's or a module's name on a line of its own; then, signature by signature, the names that have it. As 3.12.1 tells them.
const SIGNATURES: &str = include_str!("signatures.txt");

/// An owner on a line of its own, then a name and what it does on each line. `:` is the owner itself; under `*` stand the names
/// that mean the same everywhere. In our words.
const DOCS: &str = include_str!("docs.txt");

/// Stands for a line end inside a signature.
const LINE_END: char = '␤';

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::get(StaticType::BuiltinFunction, "__text_signature__", |m, a| of_row(m, m.field(a.self_, 16))),
    NativeRow::get(StaticType::MethodDescriptor, "__text_signature__", of_descriptor),
    NativeRow::get(StaticType::ClassMethodDescriptor, "__text_signature__", of_descriptor),
    NativeRow::get(StaticType::WrapperDescriptor, "__text_signature__", of_descriptor),
    NativeRow::get(StaticType::MethodWrapper, "__text_signature__", of_wrapper),
];

fn of_descriptor(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let code = m.heap.memory.address(arguments.self_.plus(CODE));
    of_row(m, code)
}

fn of_wrapper(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let code = m.heap.memory.address(m.field(arguments.self_, method_wrapper::DESCRIPTOR).plus(CODE));
    of_row(m, code)
}

/// Under which name the tables know who has a row.
fn owner_name(row: &NativeRow) -> &'static str {
    match row.owner {
        Owner::Type(owner) => owner.short_name(),
        Owner::Module(module) => module,
    }
}

fn of_row(m: &mut Machine, code: Address) -> Outcome {
    let found = native::row_at(code).and_then(|row| {
        let shared = matches!(row.kind, NativeKind::Slot | NativeKind::New);
        signature(owner_name(row), row.name).or_else(|| if shared { signature("*", row.name) } else { None })
    });
    match found {
        Some(text) => m.new_text(&text.replace(LINE_END, "\n")),
        None => m.none(),
    }
}

/// `__doc__` of the function at a code address.
pub(super) fn doc_of_row(m: &mut Machine, code: Address) -> Outcome {
    let found = native::row_at(code).filter(|row| !matches!(row.kind, NativeKind::GetSet(_) | NativeKind::Member(_)));
    let doc = found.and_then(|row| {
        let owner = match owner_name(row) {
            "bytes" | "bytearray" => doc(owner_name(row), row.name).map_or("str", |_| owner_name(row)),
            "frozenset" => "set",
            owner => owner,
        };
        doc(owner, row.name).or_else(|| if matches!(row.owner, Owner::Type(_)) { doc("*", row.name) } else { None })
    });
    match doc {
        Some(text) => m.new_text(text),
        None => m.none(),
    }
}

/// `__doc__` of a builtin type.
pub(super) fn doc_of_type(which: StaticType) -> Option<&'static str> {
    doc(which.short_name(), ":")
}

/// What a name does, or a type is.
fn doc(owner: &str, name: &str) -> Option<&'static str> {
    let mut lines = DOCS.lines().skip_while(|line| *line != owner).skip(1).map_while(|line| line.split_once(' '));
    lines.find(|(other, _)| *other == name).map(|(_, text)| text)
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
    use super::{doc, signature};

    #[test]
    fn signatures_are_found_by_owner_and_name() {
        assert_eq!(signature("list", "append"), Some("($self, object, /)"));
        assert_eq!(signature("builtins", "len"), Some("($module, obj, /)"));
        assert_eq!(signature("list", "upper"), None);
    }

    #[test]
    fn a_name_and_a_type_have_a_line_each() {
        assert_eq!(doc("set", "add"), Some("Puts an object in."));
        assert_eq!(doc("list", ":"), Some("A row of objects that can be changed."));
        assert_eq!(doc("tuple", "sort"), None);
    }
}
