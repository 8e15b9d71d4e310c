//! Numbers, as a language writes them.

use crate::language::{Grouping, Language};

impl Language {
    /// A number with its digits in groups: `5,003`.
    pub fn number(&self, value: u64) -> String {
        let digits = value.to_string();
        if self.grouping == Grouping::FromTenThousand && digits.len() < 5 {
            return digits;
        }
        let mut text = String::with_capacity(digits.len() + digits.len() / 2);
        for (index, digit) in digits.chars().enumerate() {
            let left = digits.len() - index;
            let begins_group = match self.grouping {
                Grouping::Thousands | Grouping::FromTenThousand => left.is_multiple_of(3),
                Grouping::Lakhs => left == 3 || (left > 3 && !left.is_multiple_of(2)),
            };
            if index > 0 && begins_group {
                text.push_str(self.group);
            }
            text.push(digit);
        }
        text
    }
}

/// A number as the language that is set writes it.
pub fn number(value: u64) -> String {
    crate::language().number(value)
}

/// A change with its sign: `+1`, `−2`.
pub fn signed(value: i64) -> String {
    let sign = if value < 0 { '−' } else { '+' };
    format!("{sign}{}", value.unsigned_abs())
}
