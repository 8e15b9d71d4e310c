//! Prints the syntax tree of each file named, in the form of `tests/compiler/dump_ast.py`: comparing the two outputs
//! compares our trees with CPython's, positions included.

use std::io::Write as _;

mod dump;

fn main() -> std::io::Result<()> {
    let mut output = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let text =
            std::fs::read_to_string(&path).map_or_else(|_| "unreadable\n".to_owned(), |source| dump::dump(&source));
        writeln!(output, "=== {path}\n{text}")?;
    }
    Ok(())
}
