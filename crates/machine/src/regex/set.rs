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
                let fold = lower(point, self.ascii);
                self.holds(fold)
                    || self.holds(upper(fold, self.ascii))
                    || !self.ascii && SIGNS.iter().any(|(sign, letter)| *letter == fold && self.holds(*sign))
                    || !self.ascii && alike(fold).is_some_and(|all| all.iter().any(|one| self.holds(*one) || self.holds(upper(*one, false))))
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

/// The lower-case form, if it is one character; the first of those that have the same upper-case form.
pub(super) fn lower(point: u32, ascii: bool) -> u32 {
    let lower = match char::from_u32(point) {
        Some(letter) if letter.is_ascii() => u32::from(letter.to_ascii_lowercase()),
        Some(letter) if !ascii => only(letter.to_lowercase()).unwrap_or(point),
        _ => point,
    };
    if ascii { lower } else { alike(lower).map_or(lower, |all| all[0]) }
}

/// Signs whose lower-case form is an ordinary letter: ohm, kelvin, angstrom, the capital sharp s.
const SIGNS: [(u32, u32); 4] = [(0x2126, 0x3c9), (0x212a, 0x6b), (0x212b, 0xe5), (0x1e9e, 0xdf)];

/// Lower-case letters with the same upper-case form (Lib/re/_casefix.py has them for 3.12).
const ALIKE: &[&[u32]] = &[
    &[0x69, 0x131],
    &[0x73, 0x17f],
    &[0xb5, 0x3bc],
    &[0x345, 0x3b9, 0x1fbe],
    &[0x390, 0x1fd3],
    &[0x3b0, 0x1fe3],
    &[0x3b2, 0x3d0],
    &[0x3b5, 0x3f5],
    &[0x3b8, 0x3d1],
    &[0x3ba, 0x3f0],
    &[0x3c0, 0x3d6],
    &[0x3c1, 0x3f1],
    &[0x3c2, 0x3c3],
    &[0x3c6, 0x3d5],
    &[0x432, 0x1c80],
    &[0x434, 0x1c81],
    &[0x43e, 0x1c82],
    &[0x441, 0x1c83],
    &[0x442, 0x1c84, 0x1c85],
    &[0x44a, 0x1c86],
    &[0x463, 0x1c87],
    &[0x1c88, 0xa64b],
    &[0x1e61, 0x1e9b],
    &[0xfb05, 0xfb06],
];

fn alike(lower: u32) -> Option<&'static [u32]> {
    ALIKE.iter().copied().find(|all| all.contains(&lower))
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
