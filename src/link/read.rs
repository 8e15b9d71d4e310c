//! A link is read.

use heapglass_words::link as complaint;

use super::text::decoded;
use super::{Given, Link, Part, Place, Questions, VERSION};
use crate::examples::EXAMPLES;
use crate::map::Colouring;
use crate::picture::ObjectId;
use crate::remark::Remark;
use crate::session::{Bookmark, Layer, Pane, Preset, Speed, Theme};

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
            if link.take(name, value.trim(), &value).is_err() {
                // What is complained of may depend on what stands before it.
                let (before, name) = (link.clone(), name.to_owned());
                link.complaints.push(Remark::of(move || before.clone().take(&name, value.trim(), &value).err().unwrap_or_default()));
            }
        }
        link
    }

    /// Whether the link says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn take(&mut self, name: &str, value: &str, whole: &str) -> Result<(), String> {
        let said = format!("{name}={}", crate::words::shortened(value, 40));
        match name {
            "v" => match value.parse::<u32>() {
                Ok(version) if version <= VERSION => {}
                _ => return Err(complaint::later_version(value)),
            },
            "python" if value == "3.12" || value == "3.12.1" => {}
            "python" => return Err(complaint::other_python(value)),
            "code" => self.program = Given::Code(whole.into()),
            "z" => self.program = Given::Packed(value.into()),
            "codeurl" if value.is_empty() || value.contains("://") || value.starts_with("//") => {
                return Err(complaint::program_at(&said));
            }
            "codeurl" => self.program = Given::At(value.into()),
            "example" => {
                let known = EXAMPLES.iter().find(|example| example.file.trim_end_matches(".py") == value.trim_end_matches(".py"));
                self.program = Given::Example(known.ok_or_else(|| complaint::example(&said))?.file.into());
            }
            "lesson" => self.program = Given::Lesson(lesson_file(value).ok_or_else(|| complaint::lesson(&said))?, 1),
            "card" => match (&mut self.program, value.parse()) {
                (Given::Lesson(_, card), Ok(number @ 1..)) => *card = number,
                _ => return Err(complaint::card(&said)),
            },
            "input" => self.input = whole.lines().map(String::from).collect(),
            "stop" if value == "last" => self.place = Some(Place::Last),
            "stop" => self.place = Some(Place::Stop(value.parse().map_err(|_| complaint::stop(&said))?)),
            "line" => self.place = Some(line(value).ok_or_else(|| complaint::line(&said))?),
            "object" => {
                let number = value.trim_start_matches('#').replace('−', "-").parse::<i32>();
                self.object = Some(ObjectId(number.map_err(|_| complaint::object(&said))?.cast_unsigned()));
            }
            "layer" => {
                let layer = Layer::ALL.into_iter().find(|layer| layer.link_word().eq_ignore_ascii_case(value) || layer.key() == value);
                self.layer = Some(layer.ok_or_else(|| complaint::layer(&said))?);
            }
            "theme" => {
                let theme = Theme::ALL.into_iter().find(|theme| theme.attribute() == Some(value));
                self.theme = Some(theme.ok_or_else(|| complaint::theme(&said))?);
            }
            "language" => {
                let known = || heapglass_words::LANGUAGES.map(|language| language.code).join(", ");
                self.language = Some(heapglass_words::language_of(value).ok_or_else(|| heapglass_words::languages::in_link(&said, &known()))?);
            }
            "map" => self.map = Some(Colouring::by_link_word(value).ok_or_else(|| complaint::map(&said))?),
            "speed" => {
                let speed = Speed::ALL.into_iter().find(|speed| speed.link_word().eq_ignore_ascii_case(value));
                self.speed = Some(speed.ok_or_else(|| complaint::speed(&said))?);
            }
            "panels" => self.panels = Some(Preset::by_word(value).ok_or_else(|| complaint::panels(&said))?),
            "folded" => {
                let pane = |word: &str| Pane::ALL.into_iter().find(|pane| pane.word() == word.trim());
                let panes: Option<Vec<Pane>> = value.split(',').filter(|word| !word.trim().is_empty()).map(pane).collect();
                self.folded = Some(panes.ok_or_else(|| complaint::folded(&said))?);
            }
            "break" => self.breakpoints = numbers(value).ok_or_else(|| complaint::breakpoints(&said))?,
            "lecture" => self.lecture = yes(value).ok_or_else(|| complaint::yes_or_no(name, &said))?,
            "mark" => self.bookmarks.push(bookmark(whole).ok_or_else(|| complaint::bookmark(&said))?),
            "values" if matches!(value, "objects" | "inplace") => self.as_objects = value == "objects",
            "values" => return Err(complaint::values(&said)),
            "ask" => self.framing.pinned = whole.trim().into(),
            _ => return self.take_framing(name, value, said),
        }
        Ok(())
    }

    fn take_framing(&mut self, name: &str, value: &str, said: String) -> Result<(), String> {
        let framing = &mut self.framing;
        match name {
            "parts" => {
                let word = |word: &str| Part::ALL.iter().find(|(_, known)| *known == word.trim()).map(|(part, _)| *part);
                let parts: Option<Vec<Part>> = value.split(',').filter(|word| !word.trim().is_empty()).map(word).collect();
                framing.parts = parts.ok_or_else(|| {
                    let words: Vec<&str> = Part::ALL.iter().map(|(_, word)| *word).collect();
                    complaint::parts(&words.join(", "), &said)
                })?;
            }
            "readonly" => framing.read_only = yes(value).ok_or_else(|| complaint::yes_or_no(name, &said))?,
            "play" => framing.plays = yes(value).ok_or_else(|| complaint::yes_or_no(name, &said))?,
            "questions" if value == "own" => framing.questions = Some(Questions::Own),
            "questions" => framing.questions = yes(value).ok_or_else(|| complaint::questions(&said))?.then_some(Questions::All),
            "range" => framing.range = Some(range(value).ok_or_else(|| complaint::range(&said))?),
            "hide" => {
                let ranges: Option<Vec<_>> = value.split(',').map(|one| range(one).filter(|(first, _)| *first > 0)).collect();
                let small = |(first, last)| Some((u32::try_from(first).ok()?, u32::try_from(last).ok()?));
                let ranges = ranges.and_then(|ranges| ranges.into_iter().map(small).collect());
                framing.hidden = ranges.ok_or_else(|| complaint::hide(&said))?;
            }
            "host" if value.contains("://") => framing.host = Some(value.into()),
            "host" => return Err(complaint::host(&said)),
            _ => return Err(complaint::unknown(name)),
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

/// A stop, a name, and a note in the lines below.
fn bookmark(value: &str) -> Option<Bookmark> {
    let (stop, words) = value.split_once(':').unwrap_or((value, ""));
    let (name, note) = words.split_once('\n').unwrap_or((words, ""));
    let stop = stop.trim().parse().ok()?;
    let mut bookmark = Bookmark { stop, name: name.trim().to_owned(), note: note.trim().to_owned() };
    bookmark.name = bookmark.title();
    Some(bookmark)
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
