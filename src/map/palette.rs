//! The colours of the theme, as numbers.

use crate::picture::Shape;

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// The colours that the map is drawn with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub panel: Rgb,
    /// A pool's empty part.
    pub sunken: Rgb,
    /// Text, and lines that have to be seen.
    pub ink: Rgb,
    /// Quieter.
    pub quiet: Rgb,
    /// Edges.
    pub line: Rgb,
    /// A taken block of which nothing else is known.
    pub taken: Rgb,
    /// What is selected.
    pub accent: Rgb,
    /// What just happened, what is young.
    pub changed: Rgb,
    /// The three generations.
    pub generations: [Rgb; 3],
    /// The kinds, in the order of [`Palette::KINDS`].
    pub kinds: [Rgb; 11],
}

impl Palette {
    /// The names of the tokens of the kinds.
    pub const KINDS: [&'static str; 11] =
        ["number", "text", "sequence", "mapping", "set", "instance", "class", "function", "iterator", "exception", "other"];

    /// Asks for each token by its name, without the dashes before it.
    pub fn read(token: impl Fn(&str) -> String) -> Self {
        let colour = |name: &str| parse(&token(name)).unwrap_or([128, 128, 128]);
        Self {
            panel: colour("surface-panel"),
            sunken: colour("surface-sunken"),
            ink: colour("ink-1"),
            quiet: colour("ink-3"),
            line: colour("line-2"),
            taken: colour("block-taken"),
            accent: colour("accent"),
            changed: colour("changed"),
            generations: ["gen-0", "gen-1", "gen-2"].map(colour),
            kinds: Self::KINDS.map(|kind| colour(&format!("kind-{kind}"))),
        }
    }

    /// The colour of a kind.
    pub fn kind(&self, shape: Shape) -> Rgb {
        let place = match shape {
            Shape::Number => 0,
            Shape::Text | Shape::Bytes => 1,
            Shape::List | Shape::Tuple => 2,
            Shape::Dict => 3,
            Shape::Set => 4,
            Shape::Instance | Shape::Slotted => 5,
            Shape::Class => 6,
            Shape::Function | Shape::Method | Shape::Frame => 7,
            Shape::Generator | Shape::Iterator => 8,
            Shape::Exception | Shape::Traceback => 9,
            Shape::Cell | Shape::Weakref | Shape::Module | Shape::Other => 10,
        };
        self.kinds[place]
    }
}

/// Reads `#rrggbb`, or `#rgb` and the names that style sheets are shortened to.
fn parse(text: &str) -> Option<Rgb> {
    let text = match text.trim() {
        "white" => "#fff",
        "black" => "#000",
        "red" => "#f00",
        text => text,
    };
    let digits = text.strip_prefix('#').filter(|digits| digits.is_ascii())?;
    if digits.len() == 3 {
        let part = |at: usize| u8::from_str_radix(&digits[at..=at], 16).ok().map(|part| part * 17);
        return Some([part(0)?, part(1)?, part(2)?]);
    }
    if digits.len() != 6 {
        return None;
    }
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// So many hundredths of one colour, the rest of another.
pub(super) fn mix(one: Rgb, share: u32, other: Rgb) -> Rgb {
    std::array::from_fn(|part| {
        let sum = u32::from(one[part]) * share + u32::from(other[part]) * (100 - share.min(100));
        u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
    })
}

/// A colour of this hue (degrees), of middling strength and lightness.
pub(super) fn hue(degrees: u32) -> Rgb {
    let sector = f64::from(degrees % 360) / 60.0;
    let (chroma, light) = (0.46, 0.52 - 0.23);
    let second = chroma * (1.0 - (sector % 2.0 - 1.0).abs());
    let (red, green, blue) = match degrees % 360 / 60 {
        0 => (chroma, second, 0.0),
        1 => (second, chroma, 0.0),
        2 => (0.0, chroma, second),
        3 => (0.0, second, chroma),
        4 => (second, 0.0, chroma),
        _ => (chroma, 0.0, second),
    };
    [red, green, blue].map(|part| ((part + light) * 255.0) as u8)
}
