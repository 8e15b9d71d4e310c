//! The table of what agrees: a line for each program, `topic/name: dimension dimension ...`. A dimension may join; none may
//! leave. A dimension in which nothing was recorded to compare with does not agree: it stands there as `no:dimension`.

use std::{collections::BTreeMap, fs, path::PathBuf};

use crate::compare::{DIMENSIONS, Report};

/// One table.
pub struct Agreed {
    file: PathBuf,
    known: BTreeMap<String, Vec<String>>,
    now: BTreeMap<String, Vec<&'static str>>,
    absent: BTreeMap<String, Vec<&'static str>>,
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
            let agreed = dimensions.split(' ').filter(|word| !word.starts_with("no:"));
            Some((program.to_owned(), agreed.map(str::to_owned).collect()))
        };
        Self { file, known: text.lines().filter_map(row).collect(), now: BTreeMap::new(), absent: BTreeMap::new(), lost: Vec::new() }
    }

    /// Takes in how a program did.
    pub fn judge(&mut self, program: &str, report: &Report) {
        let (compared, absent): (Vec<_>, Vec<_>) = DIMENSIONS.into_iter().partition(|dimension| report[*dimension].checked > 0);
        let agrees = |dimension: &&str| report[*dimension].differences.is_empty();
        self.now.insert(program.to_owned(), compared.into_iter().filter(agrees).collect());
        for dimension in self.known.get(program).into_iter().flatten() {
            if absent.contains(&dimension.as_str()) {
                self.lost.push(format!("{program}: {dimension}: nothing is recorded to compare with"));
            }
            let found = report.get(dimension.as_str()).and_then(|found| found.differences.first());
            if let Some(difference) = found {
                self.lost.push(format!("{program}: {dimension}: {difference}"));
            }
        }
        self.absent.insert(program.to_owned(), absent);
    }

    /// The dimensions of a program that were compared and differ; `None` if it was not compared at all.
    pub fn differing(&self, program: &str) -> Option<Vec<&'static str>> {
        let (now, absent) = (self.now.get(program)?, self.absent.get(program)?);
        Some(DIMENSIONS.into_iter().filter(|dimension| !now.contains(dimension) && !absent.contains(dimension)).collect())
    }

    /// Whether there was nothing to compare in this dimension.
    pub fn is_absent(&self, program: &str, dimension: &str) -> bool {
        self.absent.get(program).is_some_and(|absent| absent.contains(&dimension))
    }

    /// For how many programs there is nothing to compare in this dimension.
    pub fn absences(&self, dimension: &str) -> usize {
        self.absent.values().filter(|absent| absent.contains(&dimension)).count()
    }

    /// How many pairs of program and dimension agree, of how many.
    pub fn score(&self) -> (usize, usize) {
        let absent: usize = self.absent.values().map(Vec::len).sum();
        (self.now.values().map(Vec::len).sum(), self.now.len() * DIMENSIONS.len() - absent)
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
            let absent = &self.absent[program];
            let stays = |dimension: &str| now.contains(&dimension) || known.is_some_and(|known| known.iter().any(|one| one == dimension));
            let word = |dimension: &'static str| {
                if absent.contains(&dimension) {
                    return Some(format!("no:{dimension}"));
                }
                stays(dimension).then(|| dimension.to_owned())
            };
            format!("{program}: {}\n", DIMENSIONS.into_iter().filter_map(word).collect::<Vec<_>>().join(" "))
        };
        fs::write(&self.file, self.now.iter().map(row).collect::<String>()).expect("the table can be written");
    }
}
