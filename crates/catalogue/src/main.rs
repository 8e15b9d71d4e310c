//! What translators and the build ask of the message files:
//!
//! - `heapglass-catalogue missing es`: what is missing or wrong in a language;
//! - `heapglass-catalogue write FOLDER`: `messages/<language>.json`, as the page loads it, and `english.json`. What a language
//!   lacks is English there, and said.

use std::{env, fs, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../words/messages");
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["missing", code] => heapglass_catalogue::translation(&folder, code).map(|_| format!("Nothing is missing in {code}.")),
        ["write", into] => write(&folder, Path::new(into)),
        _ => Err(vec!["Usage: heapglass-catalogue missing LANGUAGE | write FOLDER".to_string()]),
    };
    match done {
        Ok(said) => {
            eprintln!("{said}");
            ExitCode::SUCCESS
        }
        Err(complaints) => {
            complaints.iter().for_each(|complaint| eprintln!("{complaint}"));
            ExitCode::FAILURE
        }
    }
}

/// Writes the file of each language.
fn write(messages: &Path, into: &Path) -> Result<String, Vec<String>> {
    let english = heapglass_catalogue::english(messages)?;
    let print = heapglass_catalogue::print(&english);
    let said = |mistake: std::io::Error| vec![format!("{}: {mistake}", into.display())];
    let folder = into.join("messages");
    // A language that is gone is gone there too.
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(said)?;
    }
    fs::create_dir_all(&folder).map_err(said)?;
    let codes = heapglass_catalogue::translated(messages).map_err(said)?;
    for code in &codes {
        let (topics, complaints) = heapglass_catalogue::filled(messages, &english, code);
        if !complaints.is_empty() {
            eprintln!("{code}: {} messages are missing or wrong (`cargo run -p heapglass-catalogue -- missing {code}`)", complaints.len());
        }
        fs::write(folder.join(format!("{code}.json")), heapglass_catalogue::json(&print, &topics).to_string()).map_err(said)?;
    }
    fs::write(into.join("english.json"), heapglass_catalogue::json(&print, &english).to_string()).map_err(said)?;
    Ok(format!("messages: en {}", codes.join(" ")))
}
