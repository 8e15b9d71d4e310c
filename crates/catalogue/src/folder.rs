//! The folders of message files: one per language, a file per part of the page.

use std::{fs, io, path::Path};

use crate::{Message, compare, read};

/// A file of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The file's name without its ending.
    pub name: String,
    /// Its messages, in their order.
    pub messages: Vec<Message>,
}

/// The language that all others are made from.
const ENGLISH: &str = "en";

/// The English messages, by file name.
///
/// # Errors
/// A sentence per mistake.
pub fn english(folder: &Path) -> Result<Vec<Topic>, Vec<String>> {
    let (topics, complaints) = topics(&folder.join(ENGLISH));
    if complaints.is_empty() { Ok(topics) } else { Err(complaints) }
}

/// The codes of the languages beside English that have a folder.
///
/// # Errors
/// If the folder cannot be read.
pub fn translated(folder: &Path) -> io::Result<Vec<String>> {
    let mut codes = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() && name != ENGLISH {
            codes.push(name);
        }
    }
    codes.sort();
    Ok(codes)
}

/// The messages of another language in the order of the English ones.
///
/// # Errors
/// A sentence for each message that is missing or wrong, with its file.
pub fn translation(folder: &Path, code: &str) -> Result<Vec<Topic>, Vec<String>> {
    let (topics, complaints) = filled(folder, &english(folder)?, code);
    if complaints.is_empty() { Ok(topics) } else { Err(complaints) }
}

/// The same with the English message in the place of each that is missing or wrong, and a sentence for each of these.
pub fn filled(folder: &Path, english: &[Topic], code: &str) -> (Vec<Topic>, Vec<String>) {
    let (theirs, mut complaints) = topics(&folder.join(code));
    let mut found = Vec::new();
    for topic in english {
        let messages = theirs.iter().find(|other| other.name == topic.name).map_or(&[][..], |other| &other.messages);
        let (messages, wrong) = compare(&topic.messages, messages, code);
        found.push(Topic { name: topic.name.clone(), messages });
        complaints.extend(wrong.into_iter().map(|complaint| format!("{code}/{}.ftl: {complaint}", topic.name)));
    }
    let unknown = theirs.iter().filter(|other| english.iter().all(|topic| topic.name != other.name));
    complaints.extend(unknown.map(|other| format!("{code}/{}.ftl: there is no such file in English.", other.name)));
    (found, complaints)
}

/// All files of a language, and what is wrong with those that cannot be read.
fn topics(folder: &Path) -> (Vec<Topic>, Vec<String>) {
    let code = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(mistake) => return (Vec::new(), vec![format!("{code}: {mistake}")]),
    };
    let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    paths.sort();
    let (mut topics, mut complaints) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).map_err(|mistake| vec![mistake.to_string()]);
        match text.and_then(|text| read(&text)) {
            Ok(messages) => topics.push(Topic { name, messages }),
            Err(wrong) => complaints.extend(wrong.into_iter().map(|complaint| format!("{code}/{name}.ftl: {complaint}"))),
        }
    }
    (topics, complaints)
}
