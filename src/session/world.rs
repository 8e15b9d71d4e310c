//! What the program finds around it: lines of input and files. They outlive an edit of the program.

use crate::message::TextFile;

/// Input and files, as the student gave them, and the files as the program left them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// Lines of input, in order.
    pub answers: Vec<String>,
    /// The student has ended the input after those lines.
    pub closed: bool,
    /// The files given with the program.
    pub files: Vec<TextFile>,
    /// The files where the recording pauses or has ended.
    pub left: Vec<TextFile>,
}

impl World {
    /// Files that the program has made or changed.
    pub fn written(&self) -> impl Iterator<Item = &TextFile> {
        self.left.iter().filter(|file| !self.files.contains(file))
    }

    /// A name that no file has yet.
    pub(super) fn free_name(&self) -> String {
        let taken = |name: &str| self.files.iter().any(|file| file.name == name);
        let mut names = (1..).map(|number| if number == 1 { "data.txt".to_owned() } else { format!("data{number}.txt") });
        names.find(|name| !taken(name)).unwrap_or_default()
    }
}

/// A change of the input or the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The line with this index becomes another.
    Answer(usize, String),
    /// Lines from this index on are taken back.
    ForgetFrom(usize),
    /// One more file.
    AddFile,
    /// The file with this index becomes another.
    File(usize, TextFile),
    /// The file with this index goes.
    RemoveFile(usize),
}
