//! How programs end that nobody saves: exit status and standard error, as recorded from CPython 3.12.1.

use std::{fs, path::Path, process::Command};

#[test]
fn uncaught_exceptions_are_told_as_cpython_tells_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/uncaught").canonicalize().expect("the folder is there");
    let mut programs: Vec<_> = fs::read_dir(folder).expect("it is readable").flatten().map(|entry| entry.path()).collect();
    programs.retain(|path| path.extension().is_some_and(|ending| ending == "py"));
    programs.sort();
    assert!(programs.len() > 50);
    let mut wrong = Vec::new();
    for program in programs {
        let done = Command::new(env!("CARGO_BIN_EXE_heapglass")).arg("run").arg(&program).output().expect("the command runs");
        let told = String::from_utf8_lossy(&done.stderr).replace(&*program.to_string_lossy(), "PROGRAM");
        let told = format!("exit status {}\n{told}", done.status.code().unwrap_or(-1));
        let expected = fs::read_to_string(program.with_extension("txt")).expect("its end is recorded beside it");
        if told != expected {
            wrong.push(format!("== {}\n{told}instead of\n{expected}", program.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
