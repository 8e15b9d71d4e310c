//! A link is read.

use super::text::decoded;
use super::{Given, Link, Part, Place, VERSION};
use crate::examples::EXAMPLES;
use crate::picture::ObjectId;
use crate::session::{Layer, Theme};

/// Values of yes and no.
const YES: [&str; 4] = ["", "1", "true", "yes"];
const NO: [&str; 3] = ["0", "false", "no"];

impl Link {
    /// Reads what stands behind `#` (which may be there or not).
    pub fn read(fragment: &str) -> Self {
        let mut link = Self::default();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        for pair in fragment.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decoded(value);
            if let Err(complaint) = link.take(name, value.trim(), &value) {
                link.complaints.push(complaint);
            }
        }
        link
    }

    /// Whether the link says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn take(&mut self, name: &str, value: &str, whole: &str) -> Result<(), String> {
        let wanted = |what: &str| format!("The link says {name}={}, and {name} is {what}.", crate::words::shortened(value, 40));
        match name {
            "v" => match value.parse::<u32>() {
                Ok(version) if version <= VERSION => {}
                _ => return Err(format!("The link was made for a later version ({value}) of this page: part of it may be missing.")),
            },
            "python" if value == "3.12" || value == "3.12.1" => {}
            "python" => return Err(format!("The link asks for Python {value}; this page shows Python 3.12.")),
            "code" => self.program = Given::Code(whole.into()),
            "z" => self.program = Given::Packed(value.into()),
            "codeurl" if value.is_empty() || value.contains("://") || value.starts_with("//") => {
                return Err(wanted("the path of a file on the host of this page"));
            }
            "codeurl" => self.program = Given::At(value.into()),
            "example" => {
                let known = EXAMPLES.iter().find(|example| example.file.trim_end_matches(".py") == value.trim_end_matches(".py"));
                self.program = Given::Example(known.ok_or_else(|| wanted("the name of an example, such as aliasing"))?.file.into());
            }
            "lesson" => self.program = Given::Lesson(lesson_file(value).ok_or_else(|| wanted("the name of a lesson"))?, 1),
            "card" => match (&mut self.program, value.parse()) {
                (Given::Lesson(_, card), Ok(number @ 1..)) => *card = number,
                _ => return Err(wanted("the number of a card, from 1, behind a lesson")),
            },
            "input" => self.input = whole.lines().map(String::from).collect(),
            "stop" if value == "last" => self.place = Some(Place::Last),
            "stop" => self.place = Some(Place::Stop(value.parse().map_err(|_| wanted("the number of a stop, or last"))?)),
            "line" => self.place = Some(line(value).ok_or_else(|| wanted("a line, or a line and which time it runs, such as 5:3"))?),
            "object" => {
                let number = value.trim_start_matches('#').replace('−', "-").parse::<i32>();
                self.object = Some(ObjectId(number.map_err(|_| wanted("the number of an object"))?.cast_unsigned()));
            }
            "layer" => {
                let layer = Layer::ALL.into_iter().find(|layer| layer.word().eq_ignore_ascii_case(value) || layer.key() == value);
                self.layer = Some(layer.ok_or_else(|| wanted("names, objects, allocator or collector"))?);
            }
            "theme" => {
                let theme = Theme::ALL.into_iter().find(|theme| theme.attribute() == Some(value));
                self.theme = Some(theme.ok_or_else(|| wanted("light, dark or contrast"))?);
            }
            "break" => self.breakpoints = numbers(value).ok_or_else(|| wanted("lines, with commas between them"))?,
            "values" if matches!(value, "objects" | "inplace") => self.as_objects = value == "objects",
            "values" => return Err(wanted("objects or inplace")),
            _ => return self.take_framing(name, value, &wanted),
        }
        Ok(())
    }

    fn take_framing(&mut self, name: &str, value: &str, wanted: &dyn Fn(&str) -> String) -> Result<(), String> {
        let framing = &mut self.framing;
        match name {
            "parts" => {
                let word = |word: &str| Part::ALL.iter().find(|(_, known)| *known == word.trim()).map(|(part, _)| *part);
                let parts: Option<Vec<Part>> = value.split(',').filter(|word| !word.trim().is_empty()).map(word).collect();
                framing.parts = parts.ok_or_else(|| {
                    let words: Vec<&str> = Part::ALL.iter().map(|(_, word)| *word).collect();
                    wanted(&format!("some of {}, with commas between them", words.join(", ")))
                })?;
            }
            "readonly" => framing.read_only = yes(value).ok_or_else(|| wanted("1 or 0"))?,
            "play" => framing.plays = yes(value).ok_or_else(|| wanted("1 or 0"))?,
            "range" => framing.range = Some(range(value).ok_or_else(|| wanted("two stops, such as 4-20"))?),
            "hide" => {
                let ranges: Option<Vec<_>> = value.split(',').map(|one| range(one).filter(|(first, _)| *first > 0)).collect();
                let small = |(first, last)| Some((u32::try_from(first).ok()?, u32::try_from(last).ok()?));
                let ranges = ranges.and_then(|ranges| ranges.into_iter().map(small).collect());
                framing.hidden = ranges.ok_or_else(|| wanted("lines, such as 1-3,9"))?;
            }
            "host" if value.contains("://") => framing.host = Some(value.into()),
            "host" => return Err(wanted("the origin of the page around, such as https://example.org")),
            _ => return Err(format!("The link says {name}, which this page does not know.")),
        }
        Ok(())
    }
}

/// A lesson is named by its file, without a folder.
fn lesson_file(value: &str) -> Option<String> {
    let name = value.strip_suffix(".md").unwrap_or(value);
    let is_plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    is_plain.then(|| format!("{name}.md"))
}

fn line(value: &str) -> Option<Place> {
    let (line, time) = value.split_once(':').unwrap_or((value, "1"));
    let (line, time) = (line.trim().parse().ok()?, time.trim().parse().ok()?);
    (line > 0 && time > 0).then_some(Place::Line { line, time })
}

fn numbers(value: &str) -> Option<Vec<u32>> {
    value.split(',').map(|number| number.trim().parse().ok().filter(|number| *number > 0)).collect()
}

fn range(value: &str) -> Option<(u64, u64)> {
    let (first, last) = value.split_once('-').unwrap_or((value, value));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first <= last).then_some((first, last))
}

fn yes(value: &str) -> Option<bool> {
    match value {
        _ if YES.contains(&value) => Some(true),
        _ if NO.contains(&value) => Some(false),
        _ => None,
    }
}
