//! The languages, and what their grammar asks of numbers (Unicode CLDR: plural rules, number symbols).

/// A language of the page.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    /// Its code, as in `lang`.
    pub code: &'static str,
    /// Its own name for itself.
    pub name: &'static str,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// What stands between groups of digits.
    pub(crate) group: &'static str,
    /// How the digits are grouped.
    pub(crate) grouping: Grouping,
    /// Its plural forms.
    plural: fn(u64) -> Plural,
}

/// How digits are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grouping {
    /// By three.
    Thousands,
    /// By three from ten thousand on.
    FromTenThousand,
    /// The last three, then by two.
    Lakhs,
}

/// The form that a word takes beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of CLDR")]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Plural {
    /// As message files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// Languages are the same that have the same code.
impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Language {
    /// Its direction, as in `dir`.
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// The form of a word beside a number.
    pub fn plural(&self, count: u64) -> Plural {
        (self.plural)(count)
    }
}

/// The language of the message files that all others are made from.
pub const ENGLISH: Language =
    Language { code: "en", name: "English", right_to_left: false, group: ",", grouping: Grouping::Thousands, plural: one_or_other };

/// All languages of the page, English first.
pub const LANGUAGES: [Language; 5] = [
    ENGLISH,
    Language { code: "es", name: "Español", right_to_left: false, group: ".", grouping: Grouping::FromTenThousand, plural: spanish },
    Language { code: "zh", name: "中文", right_to_left: false, group: ",", grouping: Grouping::Thousands, plural: |_| Plural::Other },
    Language { code: "hi", name: "हिन्दी", right_to_left: false, group: ",", grouping: Grouping::Lakhs, plural: hindi },
    Language { code: "ar", name: "العربية", right_to_left: true, group: ",", grouping: Grouping::Thousands, plural: arabic },
];

fn one_or_other(count: u64) -> Plural {
    if count == 1 { Plural::One } else { Plural::Other }
}

fn spanish(count: u64) -> Plural {
    match count {
        1 => Plural::One,
        0 => Plural::Other,
        millions if millions.is_multiple_of(1_000_000) => Plural::Many,
        _ => Plural::Other,
    }
}

fn hindi(count: u64) -> Plural {
    if count <= 1 { Plural::One } else { Plural::Other }
}

fn arabic(count: u64) -> Plural {
    match (count, count % 100) {
        (0, _) => Plural::Zero,
        (1, _) => Plural::One,
        (2, _) => Plural::Two,
        (_, 3..=10) => Plural::Few,
        (_, 11..) => Plural::Many,
        _ => Plural::Other,
    }
}
