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
    /// Whether `output` has a `#` for every number with decimals: the page has a block fenced as `output times`.
    pub times_aside: bool,
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

    /// What was printed, as `output` would have it.
    pub fn compared(&self, printed: String) -> String {
        if self.times_aside { without_times(&printed) } else { printed }
    }

    fn read(folder: &Path, file: &Path) -> Self {
        let text = fs::read_to_string(file).expect("a literate program is readable");
        let timed = block(&text, "output times");
        let name = file.strip_prefix(folder).expect("it lies in the folder").with_extension("");
        Self {
            name: name.to_string_lossy().into_owned(),
            source: block(&text, "py").unwrap_or_else(|| panic!("{}: no block fenced as py", file.display())),
            times_aside: timed.is_some(),
            output: timed
                .or_else(|| block(&text, "output"))
                .unwrap_or_else(|| panic!("{}: no block fenced as output", file.display())),
        }
    }
}

/// Puts `#` for ` *(digits.digits(e-?digits)?|digits e-digits)`, as `TIME` of tests/record_programs.py does.
pub fn without_times(text: &str) -> String {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let decimal = |text: &str| {
        let whole = digits(text);
        let rest = &text[whole..];
        let mut length = whole;
        if let Some(fraction) = rest.strip_prefix('.').map(digits).filter(|count| *count > 0) {
            length += 1 + fraction;
        }
        let exponent = text[length..].strip_prefix('e').map_or(0, |power| {
            let sign = usize::from(power.starts_with('-'));
            let count = digits(&power[sign..]);
            if count > 0 && (sign == 1 || length > whole) { 1 + sign + count } else { 0 }
        });
        (whole > 0 && length + exponent > whole).then_some(length + exponent)
    };
    let (mut masked, mut rest) = (String::new(), text);
    while let Some(first) = rest.chars().next() {
        let spaces = rest.bytes().take_while(|byte| *byte == b' ').count();
        let skipped = match decimal(&rest[spaces..]) {
            Some(length) => {
                masked.push('#');
                spaces + length
            }
            None => {
                let plain = spaces.max(digits(rest)).max(first.len_utf8());
                masked.push_str(&rest[..plain]);
                plain
            }
        };
        rest = &rest[skipped..];
    }
    masked
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
        times_aside: false,
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
