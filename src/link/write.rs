//! A link is written.

use super::text::encoded;
use super::{Framing, Given, Link, Part, Place, Questions, VERSION};
use crate::map::Colouring;
use crate::session::Theme;

impl Link {
    /// The link, without `#`. Reading it gives the same link.
    pub fn write(&self) -> String {
        let mut pairs = vec![("v", VERSION.to_string())];
        self.write_program(&mut pairs);
        if !self.input.is_empty() {
            pairs.push(("input", encoded(&self.input.join("\n"))));
        }
        match self.place {
            None => {}
            Some(Place::Stop(stop)) => pairs.push(("stop", stop.to_string())),
            Some(Place::Last) => pairs.push(("stop", "last".into())),
            Some(Place::Line { line, time: 1 }) => pairs.push(("line", line.to_string())),
            Some(Place::Line { line, time }) => pairs.push(("line", format!("{line}:{time}"))),
        }
        if let Some(object) = self.object {
            pairs.push(("object", object.0.cast_signed().to_string()));
        }
        if let Some(layer) = self.layer {
            pairs.push(("layer", layer.link_word().into()));
        }
        if let Some(theme) = self.theme.and_then(Theme::attribute) {
            pairs.push(("theme", theme.into()));
        }
        if let Some(language) = self.language {
            pairs.push(("language", language.code.into()));
        }
        if let Some(map) = self.map.map(Colouring::link_word) {
            pairs.push(("map", map.into()));
        }
        if let Some(speed) = self.speed {
            pairs.push(("speed", speed.link_word().into()));
        }
        if let Some(preset) = self.panels {
            pairs.push(("panels", preset.word().into()));
        }
        if let Some(folded) = &self.folded {
            pairs.push(("folded", joined(folded.iter().map(|pane| pane.word()))));
        }
        if !self.breakpoints.is_empty() {
            pairs.push(("break", joined(&self.breakpoints)));
        }
        if self.lecture {
            pairs.push(("lecture", "1".into()));
        }
        for mark in &self.bookmarks {
            let note = if mark.note.trim().is_empty() { String::new() } else { format!("\n{}", mark.note.trim()) };
            pairs.push(("mark", encoded(&format!("{}:{}{note}", mark.stop, mark.title()))));
        }
        if self.as_objects {
            pairs.push(("values", "objects".into()));
        }
        write_framing(&self.framing, &mut pairs);
        let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("&")
    }

    fn write_program(&self, pairs: &mut Vec<(&'static str, String)>) {
        match &self.program {
            Given::Nothing => {}
            Given::Code(code) => pairs.push(("code", encoded(code))),
            Given::Packed(packed) => pairs.push(("z", packed.clone())),
            Given::At(path) => pairs.push(("codeurl", encoded(path))),
            Given::Example(file) => pairs.push(("example", encoded(file))),
            Given::Lesson(file, card) => {
                pairs.push(("lesson", encoded(file)));
                if *card > 1 {
                    pairs.push(("card", card.to_string()));
                }
            }
        }
    }
}

fn write_framing(framing: &Framing, pairs: &mut Vec<(&'static str, String)>) {
    if !framing.parts.is_empty() {
        let words = Part::ALL.iter().filter(|(part, _)| framing.parts.contains(part)).map(|(_, word)| *word);
        pairs.push(("parts", joined(words)));
    }
    if framing.read_only {
        pairs.push(("readonly", "1".into()));
    }
    if let Some((first, last)) = framing.range {
        pairs.push(("range", format!("{first}-{last}")));
    }
    if !framing.hidden.is_empty() {
        let ranges = framing.hidden.iter().map(|(first, last)| if first == last { first.to_string() } else { format!("{first}-{last}") });
        pairs.push(("hide", joined(ranges)));
    }
    if framing.plays {
        pairs.push(("play", "1".into()));
    }
    match framing.questions {
        Some(Questions::All) => pairs.push(("questions", "1".into())),
        Some(Questions::Own) => pairs.push(("questions", "own".into())),
        None => {}
    }
    if !framing.pinned.is_empty() {
        pairs.push(("ask", encoded(&framing.pinned)));
    }
    if let Some(host) = &framing.host {
        pairs.push(("host", encoded(host)));
    }
}

fn joined<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(",")
}
