//! Which line runs next.

use heapglass_words::predict as words;

use super::{
    Answer, Choice, Draft, Idea, Kind,
    line::{bare, indent, names},
    printed::truth,
    wrong,
};

/// The lines of a program.
pub(crate) struct Text<'a>(pub(crate) Vec<&'a str>);

impl<'a> Text<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Self(source.lines().collect())
    }

    /// The line with this number, without indentation and comment.
    pub(crate) fn bare(&self, line: u32) -> &'a str {
        bare(self.raw(line))
    }

    fn raw(&self, line: u32) -> &'a str {
        (line as usize).checked_sub(1).and_then(|at| self.0.get(at)).copied().unwrap_or_default()
    }

    fn next_written(&self, line: u32) -> Option<u32> {
        (line + 1..=self.0.len() as u32).find(|next| !self.bare(*next).is_empty())
    }

    /// The first line of the body of the header in `line`.
    pub(crate) fn body(&self, line: u32) -> Option<u32> {
        let mut next = self.next_written(line).filter(|_| self.bare(line).ends_with(':'))?;
        if self.bare(next).starts_with(['"', '\'']) {
            // The documentation does not run.
            next = self.next_written(next)?;
        }
        (indent(self.raw(next)) > indent(self.raw(line))).then_some(next)
    }

    /// The first line behind the body of the header in `line` that can run.
    fn behind(&self, line: u32) -> Option<u32> {
        let depth = indent(self.raw(line));
        let next = (line + 1..=self.0.len() as u32).find(|next| !self.bare(*next).is_empty() && indent(self.raw(*next)) <= depth)?;
        match self.bare(next) {
            text if text.starts_with("else") => self.body(next),
            text if text.starts_with("except") || text.starts_with("finally") => None,
            _ if indent(self.raw(next)) < depth => None,
            _ => Some(next),
        }
    }

    /// The functions that are generators: their names and their first lines.
    pub(crate) fn generators(&self) -> Vec<(&'a str, u32)> {
        let last = self.0.len() as u32;
        let is_generator = |line: &u32| {
            let depth = indent(self.raw(*line));
            let body = (line + 1..=last).take_while(|next| self.bare(*next).is_empty() || indent(self.raw(*next)) > depth);
            body.into_iter().any(|next| self.bare(next).split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| word == "yield"))
        };
        let defined = (1..=last).filter(|line| self.bare(*line).starts_with("def ")).filter(is_generator);
        defined.filter_map(|line| Some((self.bare(line)[4..].split('(').next()?.trim(), self.body(line)?))).collect()
    }

    fn shown(&self, line: u32) -> Answer {
        Answer::said(format!("line {line}"), words::numbered_line(&line.to_string(), self.bare(line)))
    }
}

/// The question behind `line`, if the next one is not the only one that could be thought of. `mistaken` are the lines that run
/// next where somebody's wrong idea holds.
pub(crate) fn next_line(text: &Text<'_>, line: u32, next: u32, mistaken: &[(Idea, u32)]) -> Option<Draft> {
    let code = text.bare(line);
    let mut others: Vec<(u32, Choice, u32, String)> = Vec::new();
    let mut add = |other: Option<u32>, idea: Idea, because: &str, weight: u32, why: &str| {
        if let Some(other) = other.filter(|other| *other != next && !text.bare(*other).is_empty()) {
            others.push((other, wrong(text.shown(other), idea, because), weight, why.to_string()));
        }
    };
    for (idea, other) in mistaken {
        // A line that was changed may run twice; nobody thinks that.
        add(Some(*other).filter(|other| *other != line), *idea, &words::next_if(idea.words()), 83, truth(*idea));
    }
    let called = text.generators().into_iter().find(|(name, first)| names(code).contains(name) && code.contains(&format!("{name}(")) && *first != next);
    if let Some((name, first)) = called.filter(|_| !code.starts_with("for ") && !code.starts_with("def ") && !code.contains("next(") && !code.contains("list(")) {
        let why = words::next_generator(name);
        add(Some(first), Idea::GeneratorsRunAtOnce, &why, 82, &why);
    }
    let body = text.body(line);
    if code.starts_with("def ") {
        let why = words::next_definition();
        add(body, Idea::DefinitionsRun, why, 36, why);
    } else if code.starts_with("for ") {
        add(body.filter(|body| *body != next), Idea::ConditionIsOtherwise, words::next_loop_over_wrong(), 40, words::next_loop_over());
    } else if code.starts_with("while ") || code.starts_with("if ") || code.starts_with("elif ") {
        let holds = body == Some(next);
        let why = if holds { words::next_true() } else { words::next_false() };
        add(if holds { text.behind(line) } else { body }, Idea::ConditionIsOtherwise, why, 42, why);
    } else if text.bare(next).starts_with("except") && !code.starts_with("try") {
        let why = words::next_exception();
        let follows = |after: &u32| *after < next && indent(text.raw(*after)) == indent(text.raw(line));
        add(text.next_written(line).filter(follows), Idea::ErrorsAreIgnored, why, 75, why);
    }
    let weight = others.iter().map(|other| other.2).max()?;
    let why = others.iter().find(|other| other.2 == weight).map(|other| other.3.clone())?;
    Some(Draft {
        kind: Kind::NextLine,
        ask: words::next_ask(&line.to_string(), code),
        right: (text.shown(next), why),
        wrong: others.into_iter().map(|other| other.1).collect(),
        subject: None,
        weight,
    })
}
