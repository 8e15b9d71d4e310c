//! Links: a program and a moment of it, told by the part of an address behind `#`.
//!
//! A link is `name=value` pairs with `&` between them, in any order; `docs/links.md` lists the names. Values are
//! percent-encoded UTF-8, and a `+` is a plus. A name or a value that is not understood is complained of and left out:
//! the rest of the link still works, so that links of later versions open here as far as they can.

mod read;
mod text;
mod write;

use crate::map::Colouring;
use crate::picture::ObjectId;
use crate::remark::Remark;
use crate::session::{Bookmark, Layer, Pane, Preset, Speed, Theme};
use heapglass_words::Language;

/// The version of the format that is written.
pub const VERSION: u32 = 2;

/// What a link tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The program.
    pub program: Given,
    /// The lines that the program is answered with.
    pub input: Vec<String>,
    /// The moment.
    pub place: Option<Place>,
    /// The object that is selected there.
    pub object: Option<ObjectId>,
    /// How much is visible.
    pub layer: Option<Layer>,
    /// The colours.
    pub theme: Option<Theme>,
    /// The language of the page.
    pub language: Option<&'static Language>,
    /// What the colours of the heap map tell.
    pub map: Option<Colouring>,
    /// How fast steps follow one another.
    pub speed: Option<Speed>,
    /// The arrangement of the panels.
    pub panels: Option<Preset>,
    /// The panels that are folded; the others are not.
    pub folded: Option<Vec<Pane>>,
    /// Lines to stop at.
    pub breakpoints: Vec<u32>,
    /// The page opens in lecture mode.
    pub lecture: bool,
    /// Named moments.
    pub bookmarks: Vec<Bookmark>,
    /// Numbers and text are drawn as objects.
    pub as_objects: bool,
    /// How the page is framed.
    pub framing: Framing,
    /// What could not be understood, a sentence each.
    pub complaints: Vec<Remark>,
}

/// Where the program of a link is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Given {
    /// Nowhere: the page shows what it would show without a link.
    #[default]
    Nothing,
    /// In the link, as it is.
    Code(String),
    /// In the link: its UTF-8 compressed with DEFLATE (RFC 1951), in the letters of base64url.
    Packed(String),
    /// In a file on the page's own host.
    At(String),
    /// Among the examples: the name of its file.
    Example(String),
    /// In a lesson: the name of its file, and the card, from 1.
    Lesson(String, usize),
}

/// A moment of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The stop with this number, from 0.
    Stop(u64),
    /// The last stop.
    Last,
    /// Before a line runs.
    Line {
        /// The line, from 1.
        line: u32,
        /// Which of its executions, from 1.
        time: u32,
    },
}

/// How the page is framed where it is shown: what of it, and what can be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Framing {
    /// The parts that are shown; empty for all.
    pub parts: Vec<Part>,
    /// The program cannot be changed.
    pub read_only: bool,
    /// One cannot go to stops outside of these two.
    pub range: Option<(u64, u64)>,
    /// Lines of the program that are not shown, as first and last.
    pub hidden: Vec<(u32, u32)>,
    /// Steps follow one another as soon as the recording is there.
    pub plays: bool,
    /// Whether questions are asked before something happens, and whose.
    pub questions: Option<Questions>,
    /// Questions of the page around: blocks of fields as in a lesson, with empty lines between them.
    pub pinned: String,
    /// The origin of the page around, if it talks with this one.
    pub host: Option<String>,
}

impl Framing {
    /// Whether a part is shown.
    pub fn shows(&self, part: Part) -> bool {
        self.parts.is_empty() || self.parts.contains(&part)
    }
}

/// Whose questions are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Questions {
    /// Those that the recording asks, and the author's.
    All,
    /// Only those of the author.
    Own,
}

/// A part of the page that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The bar at the top.
    Bar,
    /// The program.
    Code,
    /// What is printed, and what is read.
    Output,
    /// What just happened, in a sentence.
    Sentence,
    /// Frames and objects.
    Stage,
    /// The inspector, the heap map.
    Details,
    /// The strip over all steps.
    Timeline,
}

impl Part {
    /// All of them, and the word of each.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Bar, "bar"),
        (Self::Code, "code"),
        (Self::Output, "output"),
        (Self::Sentence, "sentence"),
        (Self::Stage, "stage"),
        (Self::Details, "details"),
        (Self::Timeline, "timeline"),
    ];
}

#[cfg(test)]
mod tests;
