//! What CPython 3.12.1 says of sixty small wrong programs, word for word and place by place.

use std::path::Path;

use heapglass_compiler::{Diagnostic, DiagnosticKind, Mode, compile};

#[test]
fn every_mistake_is_told_as_cpython_tells_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compiler");
    let expected = std::fs::read_to_string(folder.join("beginner-mistakes-expected.3.12.1.txt")).unwrap();
    let mut wrong = Vec::new();
    for line in expected.lines() {
        let name = line.split('\t').next().unwrap();
        let source = std::fs::read_to_string(folder.join("beginner-mistakes").join(name)).unwrap();
        let told = compile(&source, name, Mode::File)
            .map_or_else(|error| format!("{name}\t{}", told(&error)), |_| "accepted".to_owned());
        if told != line {
            wrong.push(format!("{line}\n{told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn told(error: &Diagnostic) -> String {
    let kind = match error.kind {
        DiagnosticKind::Indentation => "IndentationError",
        DiagnosticKind::Tab => "TabError",
        _ => "SyntaxError",
    };
    let Diagnostic {
        line,
        column,
        end_line,
        end_column,
        message,
        ..
    } = error;
    let end_column = if *end_column == Diagnostic::NO_COLUMN { -1 } else { i64::from(*end_column) };
    format!("{line}:{column}-{end_line}:{end_column}\t{kind}: {message}")
}

