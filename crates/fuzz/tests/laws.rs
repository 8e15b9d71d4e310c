//! Programs that once broke a law, and a few fresh ones, judged by all laws.

use std::{
    fs,
    path::{Path, PathBuf},
};

use heapglass_fuzz::{
    generate::program,
    laws::{Broken, judge},
    random::Random,
};

/// The kept programs, by name; beside each lies what CPython 3.12.1 prints.
fn kept() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz");
    let mut found: Vec<PathBuf> = fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path()).collect();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "py"));
    found.sort();
    found
}

#[test]
fn programs_that_once_broke_a_law_keep_all_laws_and_print_what_cpython_prints() {
    let mut wrong = Vec::new();
    for path in kept() {
        let source = fs::read_to_string(&path).expect("the program is readable");
        let expected = fs::read_to_string(path.with_extension("txt")).expect("its output is recorded beside it");
        match judge(&source, 1) {
            Ok(printed) if printed.output == expected => {}
            Ok(printed) => wrong.push(format!("{} prints\n{}instead of\n{expected}", path.display(), printed.output)),
            Err(broken) => wrong.push(format!("{}: {}: {}", path.display(), broken.law(), broken.text())),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn random_programs_keep_all_laws() {
    for seed in 0..3 {
        let source = program(&mut Random::new(seed), 12);
        if let Err(broken) = judge(&source, seed) {
            panic!("seed {seed}: {}: {}\n{source}", broken.law(), broken.text());
        }
    }
}

#[test]
fn a_program_that_does_not_compile_is_told_from_one_that_breaks_a_law() {
    assert!(matches!(judge("def", 1), Err(Broken::Source(_))));
}
