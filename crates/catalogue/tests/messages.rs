//! The message files of the page.

use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../words/messages")
}

#[test]
fn each_language_says_all_that_english_says() {
    let codes = heapglass_catalogue::translated(&folder()).expect("there are message files");
    let complaints: Vec<String> = codes.iter().filter_map(|code| heapglass_catalogue::translation(&folder(), code).err()).flatten().collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn english_choices_by_numbers_have_its_plural_forms() {
    let complaints = heapglass_catalogue::translation(&folder(), "en").err().unwrap_or_default();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// The English text as scripts write it: `{0}` for the first variable.
fn in_scripts(pattern: &[heapglass_catalogue::Piece]) -> String {
    let of = |piece: &heapglass_catalogue::Piece| match piece {
        heapglass_catalogue::Piece::Text(words) => words.clone(),
        heapglass_catalogue::Piece::Variable(index) => format!("{{{index}}}"),
        heapglass_catalogue::Piece::Choice { .. } => panic!("scripts know no choices"),
    };
    pattern.iter().map(of).collect()
}

#[test]
fn what_scripts_say_is_what_their_messages_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut code = String::new();
    for folder in ["static", "js"] {
        for entry in std::fs::read_dir(root.join(folder)).expect("there are scripts") {
            let path = entry.expect("a file").path();
            if path.extension().is_some_and(|ending| ending == "js") {
                code.push_str(&std::fs::read_to_string(path).expect("text"));
            }
        }
    }
    let english = heapglass_catalogue::english(&folder()).expect("English can be read");
    let scripts = english.into_iter().find(|topic| topic.name == heapglass_catalogue::SCRIPTS).expect("scripts say something");
    let mut names: Vec<&str> = code.split("say(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    names.sort_unstable();
    names.dedup();
    let mut known: Vec<&str> = scripts.messages.iter().map(|message| message.name.as_str()).collect();
    known.sort_unstable();
    assert_eq!(names, known);
    for message in &scripts.messages {
        let said = format!("say(\"{}\", \"{}\"", message.name, in_scripts(&message.pattern));
        assert!(code.contains(&said), "{said}");
    }
}
