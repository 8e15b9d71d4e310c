//! The table of what agrees: a line for each program, `topic/name: dimension dimension ...`. A dimension may join; none may
//! leave.

use std::{collections::BTreeMap, fs, path::PathBuf};

use crate::compare::{DIMENSIONS, Report};

/// One table.
pub struct Agreed {
    file: PathBuf,
    known: BTreeMap<String, Vec<String>>,
    now: BTreeMap<String, Vec<&'static str>>,
    /// What agreed before and does not now, in words.
    pub lost: Vec<String>,
}

impl Agreed {
    /// The table in a file beside this one.
    pub fn read(name: &str) -> Self {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name);
        let text = fs::read_to_string(&file).unwrap_or_default();
        let row = |line: &str| {
            let (program, dimensions) = line.split_once(": ")?;
            Some((program.to_owned(), dimensions.split(' ').map(str::to_owned).collect()))
        };
        Self { file, known: text.lines().filter_map(row).collect(), now: BTreeMap::new(), lost: Vec::new() }
    }

    /// Takes in how a program did.
    pub fn judge(&mut self, program: &str, report: &Report) {
        let agrees = |dimension: &&str| report[*dimension].differences.is_empty();
        self.now.insert(program.to_owned(), DIMENSIONS.into_iter().filter(agrees).collect());
        for dimension in self.known.get(program).into_iter().flatten() {
            let found = report.get(dimension.as_str()).and_then(|found| found.differences.first());
            if let Some(difference) = found {
                self.lost.push(format!("{program}: {dimension}: {difference}"));
            }
        }
    }

    /// How many pairs of program and dimension agree, of how many.
    pub fn score(&self) -> (usize, usize) {
        (self.now.values().map(Vec::len).sum(), self.now.len() * DIMENSIONS.len())
    }

    /// How many programs agree in this dimension.
    pub fn programs(&self, dimension: &str) -> usize {
        self.now.values().filter(|dimensions| dimensions.contains(&dimension)).count()
    }

    /// What agrees now and is not in the table yet: `topic/name: dimension ...`.
    pub fn gained(&self) -> Vec<String> {
        let new = |(program, dimensions): (&String, &Vec<&'static str>)| {
            let known = self.known.get(program);
            let is_new = |dimension: &&&str| known.is_none_or(|known| !known.iter().any(|one| one == **dimension));
            let new: Vec<&str> = dimensions.iter().filter(is_new).copied().collect();
            (!new.is_empty()).then(|| format!("{program}: {}", new.join(" ")))
        };
        self.now.iter().filter_map(new).collect()
    }

    /// Writes what agrees now into the table, and keeps what agreed before.
    pub fn write(&self) {
        let row = |(program, now): (&String, &Vec<&'static str>)| {
            let known = self.known.get(program);
            let stays = |dimension: &&str| now.contains(dimension) || known.is_some_and(|known| known.iter().any(|one| one == dimension));
            format!("{program}: {}\n", DIMENSIONS.into_iter().filter(stays).collect::<Vec<_>>().join(" "))
        };
        fs::write(&self.file, self.now.iter().map(row).collect::<String>()).expect("the table can be written");
    }
}
