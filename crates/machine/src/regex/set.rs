//! Sets of characters, and what counts as a letter, a digit, a space.

/// A class of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    /// `\d`.
    Digit,
    /// `\s`.
    Space,
    /// `\w`.
    Word,
}

impl Category {
    /// Whether a character belongs to it.
    pub(super) fn has(self, point: u32, ascii: bool) -> bool {
        let Some(letter) = char::from_u32(point) else {
            return false;
        };
        if ascii || letter.is_ascii() {
            return match self {
                Self::Digit => letter.is_ascii_digit(),
                Self::Space => matches!(point, 9..=13 | 32) || !ascii && matches!(point, 28..=31),
                Self::Word => letter.is_ascii_alphanumeric() || letter == '_',
            };
        }
        match self {
            Self::Digit => is_decimal(letter),
            Self::Space => letter.is_whitespace(),
            Self::Word => letter.is_alphanumeric(),
        }
    }
}

fn is_decimal(letter: char) -> bool {
    unicode_general_category::get_general_category(letter) == unicode_general_category::GeneralCategory::DecimalNumber
}

/// One member of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Member {
    /// A character.
    One(u32),
    /// From the first to the last.
    Range(u32, u32),
    /// A class, or all but a class.
    Category { category: Category, negated: bool },
}

/// `[…]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Set {
    /// `[^…]`.
    pub(super) negated: bool,
    /// Case does not matter.
    pub(super) folded: bool,
    /// Classes know ASCII only.
    pub(super) ascii: bool,
    /// What is in it.
    pub(super) members: Vec<Member>,
}

impl Set {
    /// Whether a character is matched.
    pub(super) fn matches(&self, point: u32) -> bool {
        let inside = self.holds(point)
            || self.folded && {
                let (lower, upper) = (lower(point, self.ascii), upper(point, self.ascii));
                self.holds(lower) || self.holds(upper)
            };
        inside != self.negated
    }

    fn holds(&self, point: u32) -> bool {
        self.members.iter().any(|member| match member {
            Member::One(one) => *one == point,
            Member::Range(first, last) => (*first..=*last).contains(&point),
            Member::Category { category, negated } => category.has(point, self.ascii) != *negated,
        })
    }
}

/// The lower-case form, if it is one character.
pub(super) fn lower(point: u32, ascii: bool) -> u32 {
    match char::from_u32(point) {
        Some(letter) if letter.is_ascii() => u32::from(letter.to_ascii_lowercase()),
        Some(letter) if !ascii => only(letter.to_lowercase()).unwrap_or(point),
        _ => point,
    }
}

/// The upper-case form, if it is one character.
fn upper(point: u32, ascii: bool) -> u32 {
    match char::from_u32(point) {
        Some(letter) if letter.is_ascii() => u32::from(letter.to_ascii_uppercase()),
        Some(letter) if !ascii => only(letter.to_uppercase()).unwrap_or(point),
        _ => point,
    }
}

fn only(mut letters: impl Iterator<Item = char>) -> Option<u32> {
    let first = letters.next()?;
    letters.next().is_none().then_some(u32::from(first))
}
