//! Methods of CPython's own tests, run where they are installed. Nothing of them is here but
//! the names of those that pass (`passing.txt`). Without an installed CPython 3.12 there is nothing to run.

use std::{
    collections::BTreeSet,
    env,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

const FILES: [&str; 55] = [
    "test_gc",
    "test_weakref",
    "test_copy",
    "test_string",
    "test_textwrap",
    "test_pprint",
    "test_collections",
    "test_deque",
    "test_defaultdict",
    "test_with",
    "test_scope",
    "test_exception_group",
    "test_except_star",
    "test_asyncgen",
    "test_coroutines",
    "test_class",
    "test_list",
    "test_dict",
    "test_tuple",
    "test_slice",
    "test_sort",
    "test_enumerate",
    "test_dictviews",
    "test_userdict",
    "test_userlist",
    "test_index",
    "test_contains",
    "test_compare",
    "test_memoryview",
    "test_range",
    "test_csv",
    "test_enum",
    "test_dataclasses/__init__",
    "test_contextlib",
    "test_abc",
    "test_keywordonlyarg",
    "test_super",
    "test_property",
    "test_funcattrs",
    "test_sys_setprofile",
    "test_bisect",
    "test_numeric_tower",
    "test_struct",
    "test_fractions",
    "test_statistics",
    "test_descr",
    "test_exceptions",
    "test_fstring",
    "test_generators",
    "test_grammar",
    "test_int",
    "test_float",
    "test_patma",
    "test_itertools",
    "test_re",
];
/// What some of them import from beside them, or read.
const BESIDE: [&str; 9] = [
    "test_grammar.py",
    "test_patma.py",
    "typinganndata/__init__.py",
    "typinganndata/ann_module.py",
    "typinganndata/ann_module2.py",
    "typinganndata/ann_module3.py",
    "formatfloat_testcases.txt",
    "floating_points.txt",
    "re_tests.py",
];
const PASSING: &str = include_str!("passing.txt");
const TEST_CASES: &str = include_str!("test_cases.md");

/// The directory `Lib` of an installed CPython 3.12: `HEAPGLASS_PYTHON_LIB`, that of `python3.12`, or one of pyenv's.
fn library() -> Option<PathBuf> {
    let named = env::var_os("HEAPGLASS_PYTHON_LIB").map(PathBuf::from);
    let candidates = named.into_iter().chain(asked()).chain(pyenv());
    candidates.into_iter().find(|directory| FILES.iter().all(|file| source(directory, file).is_file()))
}

fn asked() -> Option<PathBuf> {
    let script = "import sysconfig; print(sysconfig.get_path('stdlib'))";
    let answer = Command::new("python3.12").args(["-c", script]).output().ok()?;
    Some(PathBuf::from(String::from_utf8(answer.stdout).ok()?.trim()))
}

fn pyenv() -> Vec<PathBuf> {
    let root = env::var_os("PYENV_ROOT").map(PathBuf::from);
    let Some(root) = root.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".pyenv"))) else { return Vec::new() };
    let Ok(versions) = std::fs::read_dir(root.join("versions")) else { return Vec::new() };
    let mut found: Vec<PathBuf> = versions
        .flatten()
        .filter(|version| version.file_name().to_string_lossy().starts_with("3.12"))
        .map(|version| version.path().join("lib/python3.12"))
        .collect();
    found.sort();
    found
}

fn source(library: &Path, file: &str) -> PathBuf {
    library.join("test").join(file).with_extension("py")
}

/// A directory whose `test` holds what the files find beside them, and a program that runs the tests of a module: one file
/// measures something instead when it is the program itself.
fn surroundings(library: &Path) -> std::io::Result<PathBuf> {
    let directory = env::temp_dir().join(format!("heapglass_beside_{}", std::process::id()));
    std::fs::create_dir_all(directory.join("test/typinganndata"))?;
    for name in BESIDE {
        std::fs::copy(library.join("test").join(name), directory.join("test").join(name))?;
    }
    std::fs::write(directory.join("patma.py"), "import unittest\nfrom test.test_patma import *\nunittest.main()\n")?;
    Ok(directory)
}

/// `file method` of every method that passed, and how many methods there were.
fn passed(library: &Path, surroundings: &Path, file: &str) -> (BTreeSet<String>, usize) {
    let program = if file == "test_patma" { surroundings.join("patma.py") } else { source(library, file) };
    let mut run = Command::new(env!("CARGO_BIN_EXE_heapglass"));
    run.arg("run").arg("--path").arg(surroundings);
    for name in BESIDE.iter().filter(|name| name.ends_with(".txt") || name.contains("patma")) {
        let beside = surroundings.join("test").join(name);
        let seen = if name.contains("patma") { beside.clone() } else { library.join("test").join(name) };
        run.arg("--file").arg(format!("{}={}", seen.display(), beside.display()));
    }
    let run = run.arg(program).arg("-v").output();
    let run = run.expect("heapglass runs");
    let report = String::from_utf8_lossy(&run.stderr);
    let mut methods = 0;
    let mut passed = BTreeSet::new();
    // "name (__main__.Class.name)", a docstring's first line perhaps, " ... ok".
    let mut name = "";
    for line in report.lines() {
        let Some((before, verdict)) = line.rsplit_once(" ... ") else {
            name = line.split(' ').nth(1).unwrap_or("");
            continue;
        };
        if before.contains("(__main__.") || before.contains("(test.") {
            name = before.split(' ').nth(1).unwrap_or("");
        }
        methods += 1;
        if verdict == "ok" {
            let name = name.trim_matches(['(', ')']).trim_start_matches("__main__.").trim_start_matches("test.test_patma.");
            passed.insert(format!("{file} {name}"));
        }
    }
    (passed, methods)
}

#[test]
fn methods_of_cpythons_own_tests_that_passed_once_still_pass() {
    let mut out = std::io::stderr();
    let Some(library) = library() else {
        let _ = writeln!(out, "skipped: no installed CPython 3.12 (HEAPGLASS_PYTHON_LIB names its Lib)");
        return;
    };
    let surroundings = surroundings(&library).expect("a temporary directory can be written");
    let mut all = BTreeSet::new();
    for file in FILES {
        let (passed, methods) = passed(&library, &surroundings, file);
        let _ = writeln!(out, "{file}: {} of {methods} methods pass", passed.len());
        all.extend(passed);
    }
    let _ = std::fs::remove_dir_all(&surroundings);
    let missing: Vec<&str> = PASSING.lines().filter(|name| !all.contains(*name)).collect();
    let new: Vec<&String> = all.iter().filter(|name| !PASSING.lines().any(|line| line == *name)).collect();
    if !new.is_empty() {
        let _ = writeln!(out, "these pass and are not in passing.txt yet: {new:?}");
    }
    assert!(missing.is_empty(), "no longer pass: {missing:?}");
}

/// A fenced block of the literate program.
fn block(fence: &str) -> &'static str {
    let (_, rest) = TEST_CASES.split_once(&format!("```{fence}\n")).expect("the block is there");
    rest.split_once("```").expect("the block ends").0
}

#[test]
fn unittest_prints_what_cpythons_prints() {
    let program = env::temp_dir().join(format!("heapglass_test_cases_{}.py", std::process::id()));
    std::fs::write(&program, block("py")).expect("the program can be written");
    let run = Command::new(env!("CARGO_BIN_EXE_heapglass")).arg("run").arg(&program).output();
    let _ = std::fs::remove_file(&program);
    let run = run.expect("heapglass runs");
    assert_eq!(String::from_utf8_lossy(&run.stdout), block("output"));
}
