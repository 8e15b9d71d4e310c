//! Program texts from the grammar and damaged ones, within a small stack.

use std::{fs, path::Path};

use heapglass_fuzz::source::{command::judge_in_thread, seeds, source};

/// KiB: less than a browser gives a worker.
const STACK: u64 = 1000;

#[test]
fn texts_that_once_broke_the_engine_are_refused_or_end() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/source");
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let text = String::from_utf8_lossy(&fs::read(&path).expect("the program is readable")).into_owned();
        assert_eq!(judge_in_thread(&text, STACK), Ok(()), "{}", path.display());
    }
}

#[test]
fn random_texts_are_refused_or_end() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/compiler");
    let programs = seeds::programs(&[folder.to_owned()]);
    assert!(!programs.is_empty());
    for seed in 0..60 {
        let text = source(seed, &programs);
        assert_eq!(judge_in_thread(&text, STACK), Ok(()), "seed {seed}:\n{text}");
    }
}

#[test]
fn the_same_seed_gives_the_same_text() {
    assert_eq!(source(7, &[]), source(7, &[]));
}
