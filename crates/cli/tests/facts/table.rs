//! The list of lines that differ, and the page that tells of them.

use std::{collections::BTreeMap, fmt::Write as _};

/// Lines of a script that differ for one reason.
pub(crate) struct Differing {
    /// Their numbers, from 1 on.
    pub(crate) lines: Vec<usize>,
    /// The reason.
    pub(crate) why: String,
}

/// How a script fares.
pub(crate) struct Script {
    /// Its name without the ending.
    pub(crate) name: String,
    /// Lines that agree.
    pub(crate) agree: usize,
    /// Lines that CPython prints.
    pub(crate) lines: usize,
    /// Lines that do not.
    pub(crate) differing: Vec<Differing>,
}

/// Reads the list: `script line[,line…|first-last]: why`, a script's entries in any order, `#` before remarks.
pub(crate) fn read(text: &str) -> BTreeMap<String, Vec<Differing>> {
    let mut list: BTreeMap<String, Vec<Differing>> = BTreeMap::new();
    for entry in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (place, why) = entry
            .split_once(": ")
            .unwrap_or_else(|| panic!("no reason in `{entry}`"));
        let (name, numbers) = place.split_once(' ').unwrap_or_else(|| panic!("no lines in `{entry}`"));
        let lines = numbers.split(',').flat_map(range).collect();
        list.entry(name.to_owned()).or_default().push(Differing {
            lines,
            why: why.to_owned(),
        });
    }
    list
}

fn range(text: &str) -> std::ops::RangeInclusive<usize> {
    let number = |text: &str| {
        text.trim()
            .parse()
            .unwrap_or_else(|_| panic!("`{text}` is no line number"))
    };
    match text.split_once('-') {
        Some((first, last)) => number(first)..=number(last),
        None => number(text)..=number(text),
    }
}

/// The page of the documentation.
pub(crate) fn page(scripts: &[Script]) -> String {
    let mut text = String::from(
        "# The verification scripts\n\n\
         Every fact of the memory model was measured on real interpreters by the scripts of `tests/facts`. Here is what they print under\n\
         `heapglass run`, compared line by line with what CPython 3.12.1 printed. `crates/cli/tests/facts` makes this page and checks it.\n\n\
         | script | lines that agree | lines that do not, and why |\n|---|---|---|\n",
    );
    for script in scripts {
        let reasons: Vec<String> = script.differing.iter().map(reason).collect();
        let _ = writeln!(
            text,
            "| `{}.py` | {} of {} | {} |",
            script.name,
            script.agree,
            script.lines,
            reasons.join("; ")
        );
    }
    let sum = |count: fn(&Script) -> usize| scripts.iter().map(count).sum::<usize>();
    let _ = writeln!(
        text,
        "| all | {} of {} | |",
        sum(|script| script.agree),
        sum(|script| script.lines)
    );
    text
}

fn reason(differing: &Differing) -> String {
    let numbers: Vec<String> = differing.lines.iter().map(ToString::to_string).collect();
    let lines = if numbers.len() > 6 {
        format!("lines {}–{}", numbers[0], numbers[numbers.len() - 1])
    } else if numbers.len() == 1 {
        format!("line {}", numbers[0])
    } else {
        format!("lines {}", numbers.join(", "))
    };
    format!("{lines}: {}", differing.why)
}
