//! Small programs compile to what CPython 3.12.1 compiles them to, in every field of every code object.
//! `tests/compiler/record.py` recorded the truths.

use std::path::{Path, PathBuf};

use heapglass_compiler::{Mode, compile, facts};

fn snippets() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compiler/snippets");
    let entries = std::fs::read_dir(folder).expect("the folder of snippets");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "py"));
    files.sort();
    files
}

#[test]
fn code_objects_are_those_of_cpython() {
    let files = snippets();
    assert!(files.len() >= 30);
    for file in files {
        let source = std::fs::read_to_string(&file).expect("a snippet");
        let truth = std::fs::read_to_string(file.with_extension("jsonl")).expect("its truth");
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        let compilation = compile(&source, name, Mode::File).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let lines = facts::json_lines(&compilation, name, |_| false);
        assert_eq!(lines, truth.lines().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn the_arena_holds_each_literal_once_and_no_names() {
    let source = "x = 1000\ny = 1000, 'some text'\nf(key=2.5)\n";
    let compilation = compile(source, "", Mode::File).expect("it compiles");
    assert_eq!(compilation.arena.len(), 4, "1000, the text, the tuple, 2.5");
}

#[test]
fn every_mode_compiles() {
    let printed = compile("1 + x", "", Mode::Prompt).expect("a statement");
    let evaluated = compile("1 + x", "", Mode::Expression).expect("an expression");
    assert_ne!(printed.codes[0].code, evaluated.codes[0].code);
    assert!(evaluated.codes[0].code.ends_with(&[83, 0]), "RETURN_VALUE");
}

#[test]
fn warnings_are_those_of_cpython() {
    let source = "x = 1\nif x is 1:\n    assert (x, 'x')\n[(1, 2) (3, 4)]\n{1}[0], [1]['a']\n";
    let compilation = compile(source, "f.py", Mode::File).expect("it compiles");
    let texts: Vec<String> = compilation.warnings.iter().map(|warning| warning.display("f.py", source)).collect();
    let expected = [
        "f.py:2: SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?\n  if x is 1:\n",
        "f.py:3: SyntaxWarning: assertion is always true, perhaps remove parentheses?\n  assert (x, 'x')\n",
        "f.py:4: SyntaxWarning: 'tuple' object is not callable; perhaps you missed a comma?\n  [(1, 2) (3, 4)]\n",
        "f.py:5: SyntaxWarning: 'set' object is not subscriptable; perhaps you missed a comma?\n  {1}[0], [1]['a']\n",
        "f.py:5: SyntaxWarning: list indices must be integers or slices, not str; perhaps you missed a comma?\n  \
         {1}[0], [1]['a']\n",
    ];
    assert_eq!(texts, expected);
}

#[test]
fn escapes_without_a_meaning_are_warned_of() {
    let source = r"a = '\d\w' r'\d'
b = f'\{a} \s' b'\u'
c = '\400' '\n'
d = 1if a else 2
"
    .replace("' b'", "'; b = b'");
    let compilation = compile(&source, "f.py", Mode::File).expect("it compiles");
    let texts: Vec<(u32, &str)> =
        compilation.warnings.iter().map(|warning| (warning.line, warning.message.as_str())).collect();
    let expected = [
        (1, "invalid escape sequence '\\d'"),
        (2, "invalid escape sequence '\\{'"),
        (2, "invalid escape sequence '\\s'"),
        (2, "invalid escape sequence '\\u'"),
        (3, "invalid octal escape sequence '\\400'"),
        (4, "invalid decimal literal"),
    ];
    assert_eq!(texts, expected);
}
