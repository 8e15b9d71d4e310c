//! Real programs to damage.

use std::{fs, path::Path};

/// The longest program that is damaged, in bytes: longer ones take long to run and are damaged in few places.
const LONGEST: u64 = 12_000;

/// All programs below these folders, in a fixed order: Python files, and the programs of literate pages.
pub fn programs(folders: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for folder in folders {
        gather(Path::new(folder), &mut found);
    }
    found
}

fn gather(folder: &Path, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, found);
            continue;
        }
        if fs::metadata(&path).map_or(true, |facts| facts.len() > LONGEST) {
            continue;
        }
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        match ending {
            "py" => found.push(text),
            "md" => found.extend(code_block(&text)),
            _ => {}
        }
    }
}

/// The program of a literate page: its first block of Python.
fn code_block(page: &str) -> Option<String> {
    let (_, after) = page.split_once("```py\n")?;
    let (program, _) = after.split_once("\n```")?;
    Some(format!("{program}\n"))
}
