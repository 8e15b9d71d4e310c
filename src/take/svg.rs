//! A writer of SVG: elements with attributes of their own, no style sheet, so that every program that reads SVG shows the same.

use std::fmt::{Display, Write};

/// SVG under construction.
#[derive(Clone, Debug, Default)]
pub(super) struct Svg {
    text: String,
}

/// Attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

impl Svg {
    /// The text.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Text that is SVG already.
    pub(super) fn raw(&mut self, svg: &str) {
        self.text.push_str(svg);
    }

    /// An element without content.
    pub(super) fn element(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.text.push_str("/>");
    }

    /// An element whose content follows, up to [`Svg::close`].
    pub(super) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.text.push('>');
    }

    /// The end of an element.
    pub(super) fn close(&mut self, name: &str) {
        let _ = write!(self.text, "</{name}>");
    }

    /// An element with text in it.
    pub(super) fn words(&mut self, name: &str, attributes: Attributes<'_>, words: &str) {
        self.open(name, attributes);
        self.text.push_str(&escaped(words));
        self.close(name);
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        let _ = write!(self.text, "<{name}");
        for (attribute, value) in attributes {
            let _ = write!(self.text, " {attribute}=\"{}\"", escaped(&value.to_string()));
        }
    }
}

/// Text as it stands in XML and HTML. Characters that XML cannot hold are replaced.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(character),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            _ => safe.push(character),
        }
    }
    safe
}
