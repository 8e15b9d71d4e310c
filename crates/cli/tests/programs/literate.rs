//! Literate programs: Markdown with a program fenced as `py` and what CPython prints fenced as `output`.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// One literate program.
pub struct Literate {
    /// Topic and name, such as `cycles/two_nodes`.
    pub name: String,
    /// The program.
    pub source: String,
    /// What CPython 3.12.1 prints.
    pub output: String,
}

impl Literate {
    /// Whether the program is typed at the prompt.
    pub fn is_prompt(&self) -> bool {
        self.name.ends_with("prompt")
    }

    /// Name of the program file.
    pub fn file_name(&self) -> String {
        let stem = self.name.rsplit('/').next().unwrap_or(&self.name);
        format!("{stem}.py")
    }

    fn read(folder: &Path, file: &Path) -> Self {
        let text = fs::read_to_string(file).expect("a literate program is readable");
        let name = file.strip_prefix(folder).expect("it lies in the folder").with_extension("");
        Self {
            name: name.to_string_lossy().into_owned(),
            source: block(&text, "py").unwrap_or_else(|| panic!("{}: no block fenced as py", file.display())),
            output: block(&text, "output").unwrap_or_else(|| panic!("{}: no block fenced as output", file.display())),
        }
    }
}

fn block(text: &str, fence: &str) -> Option<String> {
    let start = text.find(&format!("```{fence}\n"))? + fence.len() + 4;
    let length = text[start..].find("```")?;
    Some(text[start..start + length].to_string())
}

/// All literate programs, by name.
pub fn programs() -> Vec<Literate> {
    read_folder("programs")
}

/// The literate programs of one of the folders of `tests`, by name.
pub fn read_folder(name: &str) -> Vec<Literate> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(name);
    files(&folder, "md").iter().map(|file| Literate::read(&folder, file)).collect()
}

/// The oracle's corpus as programs without text around them.
pub fn corpus() -> Vec<Literate> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let program = |file: &PathBuf| Literate {
        name: file.with_extension("").strip_prefix(&folder).expect("it lies in the folder").to_string_lossy().into_owned(),
        source: fs::read_to_string(file).expect("a corpus program is readable"),
        output: String::new(),
    };
    files(&folder, "py").iter().map(program).collect()
}

/// The files with this ending in the folder's topics, by name.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let topics = fs::read_dir(folder).expect("the folder is there").flatten();
    let mut found: Vec<PathBuf> = topics
        .flat_map(|topic| fs::read_dir(topic.path()).into_iter().flatten().flatten())
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|known| known == ending))
        .collect();
    found.sort();
    found
}
