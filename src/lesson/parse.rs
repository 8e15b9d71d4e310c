//! From the text of a lesson to its parts.
//!
//! Front matter between two lines of `---`, then paragraphs and fenced blocks. The word behind the fence says what a block is:
//! `py` the program, `output` what it prints, `state`, `predict`, `draw`, `mark`, `vary` and `yours` fields of the form `name: text`.

use super::{Exercise, Lesson, Mistake, Part, Place, Question, State, Variation, Wrong, Yours};
use crate::session::{Layer, Task};
use heapglass_words::lesson_file as complaint;

/// A fenced block.
struct Block<'a> {
    kind: &'a str,
    /// Line of its fence, from 1.
    line: usize,
    lines: Vec<&'a str>,
}

/// What stands between fences, and the fenced blocks themselves, in order.
enum Piece<'a> {
    Paragraph(String),
    Block(Block<'a>),
}

/// Names and texts of a block or of the front matter.
struct Fields<'a> {
    line: usize,
    /// The block's word, or `front`.
    kind: &'a str,
    rows: Vec<(&'a str, &'a str)>,
}

pub(super) fn lesson(text: &str) -> Result<Lesson, Mistake> {
    let lines: Vec<&str> = text.lines().collect();
    let (front, body) = front_matter(&lines)?;
    let pieces = pieces(&lines, body)?;
    let whole = |kind: &str| {
        let mut found = pieces.iter().filter_map(|piece| match piece {
            Piece::Block(block) if block.kind == kind => Some(block),
            _ => None,
        });
        let first = found.next().ok_or_else(|| mistake(lines.len(), complaint::no_block(kind)))?;
        match found.next() {
            Some(second) => Err(mistake(second.line, complaint::second_block(kind))),
            None => Ok(first.lines.iter().map(|line| format!("{line}\n")).collect::<String>()),
        }
    };
    let (program, output) = (whole("py")?, whole("output")?);
    let mut parts = Vec::new();
    for piece in &pieces {
        match piece {
            Piece::Paragraph(text) => parts.push(Part::Text(text.clone())),
            Piece::Block(block) if matches!(block.kind, "py" | "output") => {}
            Piece::Block(block) => parts.push(part(block, &program)?),
        }
    }
    Ok(Lesson {
        title: front.one("title")?,
        topic: front.one("topic")?,
        goal: front.one("goal")?,
        layer: front.optional("layer").map_or(Ok(Layer::default()), |word| layer(front.line_of("layer"), word))?,
        parts,
        program,
        output,
    })
}

/// The questions of an embedding page: blocks of fields as in a lesson's `predict`, with empty lines between them.
pub(super) fn questions(text: &str, program: &str) -> Result<Vec<Question>, Mistake> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut found = Vec::new();
    let mut from = 0;
    for at in 0..=lines.len() {
        if lines.get(at).is_none_or(|line| line.is_empty()) {
            if from < at {
                let fields = fields("predict", from, &lines[from..at])?;
                fields.only(&["at", "ask", "answer", "wrong", "why"])?;
                found.push(question(&fields, program)?);
            }
            from = at + 1;
        }
    }
    Ok(found)
}

fn mistake(line: usize, message: impl Into<String>) -> Mistake {
    Mistake { line, message: message.into() }
}

/// The front matter, and the index of the first line behind it.
fn front_matter<'a>(lines: &[&'a str]) -> Result<(Fields<'a>, usize), Mistake> {
    if lines.first().map(|line| line.trim_end()) != Some("---") {
        return Err(mistake(1, complaint::no_front_matter()));
    }
    let end = (1..lines.len()).find(|at| lines[*at].trim_end() == "---");
    let end = end.ok_or_else(|| mistake(1, complaint::no_end_of_front_matter()))?;
    let front = fields("front", 1, &lines[1..end])?;
    front.only(&["title", "topic", "goal", "layer"])?;
    Ok((front, end + 1))
}

/// Paragraphs and blocks from the line with the index `from` on.
fn pieces<'a>(lines: &[&'a str], from: usize) -> Result<Vec<Piece<'a>>, Mistake> {
    let mut found = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut at = from;
    while at < lines.len() {
        let line = lines[at];
        let fence = line.strip_prefix("```");
        if fence.is_some() || line.trim().is_empty() {
            if !paragraph.is_empty() {
                found.push(Piece::Paragraph(paragraph.join(" ")));
                paragraph.clear();
            }
        } else {
            paragraph.push(line.trim());
        }
        at += 1;
        let Some(kind) = fence else { continue };
        let end = (at..lines.len()).find(|end| lines[*end].trim_end() == "```");
        let end = end.ok_or_else(|| mistake(at, complaint::no_end_of_block(kind)))?;
        found.push(Piece::Block(Block { kind: kind.trim(), line: at, lines: lines[at..end].to_vec() }));
        at = end + 1;
    }
    if !paragraph.is_empty() {
        found.push(Piece::Paragraph(paragraph.join(" ")));
    }
    Ok(found)
}

fn fields<'a>(kind: &'a str, line: usize, lines: &[&'a str]) -> Result<Fields<'a>, Mistake> {
    let mut rows = Vec::new();
    for (number, text) in lines.iter().enumerate() {
        let row = text.split_once(':').filter(|(name, _)| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase()));
        let (name, value) = row.ok_or_else(|| {
            mistake(line + 1 + number, complaint::no_field_here(text))
        })?;
        rows.push((name, value.trim()));
    }
    Ok(Fields { line, kind, rows })
}

impl<'a> Fields<'a> {
    fn optional(&self, name: &str) -> Option<&'a str> {
        self.rows.iter().find(|row| row.0 == name).map(|row| row.1)
    }

    /// The line of a field, or the block's own where it has none.
    fn line_of(&self, name: &str) -> usize {
        self.rows.iter().position(|row| row.0 == name).map_or(self.line, |at| self.line + 1 + at)
    }

    fn one(&self, name: &str) -> Result<String, Mistake> {
        let found = self.optional(name);
        let found = found.ok_or_else(|| mistake(self.line, complaint::no_field(self.kind, name)))?;
        Ok(found.to_string())
    }

    /// Refuses other fields: a misspelt one would be lost.
    fn only(&self, names: &[&str]) -> Result<(), Mistake> {
        match self.rows.iter().position(|row| !names.contains(&row.0)) {
            Some(at) => {
                let name = self.rows[at].0;
                Err(mistake(self.line + 1 + at, complaint::unknown_field(self.kind, name, &names.join(", "))))
            }
            None => Ok(()),
        }
    }
}

fn part(block: &Block<'_>, program: &str) -> Result<Part, Mistake> {
    let fields = fields(block.kind, block.line, &block.lines)?;
    match block.kind {
        "state" => {
            fields.only(&["at", "layer", "say"])?;
            let layer = fields.optional("layer").map(|word| layer(fields.line_of("layer"), word)).transpose()?;
            Ok(Part::State(State { at: place(&fields, program)?, layer, say: fields.one("say")? }))
        }
        "predict" => {
            fields.only(&["at", "ask", "answer", "wrong", "why"])?;
            question(&fields, program).map(Part::Question)
        }
        "draw" => {
            fields.only(&["at", "what", "ask", "why"])?;
            let task = match fields.optional("what").unwrap_or("arrows") {
                "arrows" => Task::Arrows,
                "counts" => Task::Counts,
                other => return Err(mistake(fields.line_of("what"), complaint::cannot_be_drawn(other))),
            };
            exercise(&fields, program, task).map(Part::Exercise)
        }
        "mark" => {
            fields.only(&["at", "ask", "why"])?;
            exercise(&fields, program, Task::Deaths).map(Part::Exercise)
        }
        "vary" => {
            fields.only(&["replace", "by", "prints", "say"])?;
            let replace = fields.one("replace")?;
            if program.matches(&replace).count() != 1 {
                return Err(mistake(fields.line_of("replace"), complaint::not_once(&replace)));
            }
            let (by, prints, say) = (fields.one("by")?, fields.one("prints")?, fields.one("say")?);
            Ok(Part::Variation(Variation { replace, by, prints, say }))
        }
        "yours" => {
            fields.only(&["run", "prints"])?;
            Ok(Part::Yours(Yours { run: fields.one("run")?, prints: fields.one("prints")? }))
        }
        other => Err(mistake(
            block.line,
            complaint::unknown_block(other),
        )),
    }
}

fn exercise(fields: &Fields<'_>, program: &str, task: Task) -> Result<Exercise, Mistake> {
    Ok(Exercise { at: place(fields, program)?, task, ask: fields.one("ask")?, why: fields.one("why")? })
}

fn question(fields: &Fields<'_>, program: &str) -> Result<Question, Mistake> {
    let answer = fields.one("answer")?;
    let mut wrong = Vec::new();
    for (at, (_, text)) in fields.rows.iter().enumerate().filter(|(_, row)| row.0 == "wrong") {
        let line = fields.line + 1 + at;
        let (given, because) = text
            .split_once(" | ")
            .ok_or_else(|| mistake(line, complaint::no_because()))?;
        if given == answer {
            return Err(mistake(line, complaint::is_right(given)));
        }
        wrong.push(Wrong { answer: given.to_string(), because: because.to_string() });
    }
    if wrong.is_empty() {
        return Err(mistake(fields.line, complaint::no_wrong_answer()));
    }
    Ok(Question { at: place(fields, program)?, ask: fields.one("ask")?, answer, wrong, why: fields.one("why")? })
}

/// `the text of a line`, or `the text of a line, time 2`.
fn place(fields: &Fields<'_>, program: &str) -> Result<Place, Mistake> {
    let at = fields.one("at")?;
    let (text, time) = match at.rsplit_once(", time ").map(|(text, time)| (text, time.parse())) {
        Some((text, Ok(time))) if time > 0 => (text, time),
        _ => (at.as_str(), 1),
    };
    let mut found = program.lines().enumerate().filter(|(_, line)| line.trim() == text);
    match (found.next(), found.next()) {
        (Some((index, _)), None) => Ok(Place { line: index as u32 + 1, time }),
        (None, _) => Err(mistake(fields.line_of("at"), complaint::no_line(text))),
        (Some(_), Some(_)) => {
            Err(mistake(fields.line_of("at"), complaint::several_lines(text)))
        }
    }
}

fn layer(line: usize, word: &str) -> Result<Layer, Mistake> {
    let found = Layer::ALL.into_iter().find(|layer| layer.link_word().eq_ignore_ascii_case(word));
    found.ok_or_else(|| mistake(line, complaint::no_layer(word)))
}
