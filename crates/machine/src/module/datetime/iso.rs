//! Dates and times as ISO 8601 writes them: reading and writing.

use super::calendar::{Civil, date_of, days_before_month, of_iso_week};

/// An offset from UTC in microseconds, with `Z` or without offset as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offset {
    /// None was written.
    Naive,
    /// So many microseconds, east of Greenwich positive.
    Aware(i128),
}

fn number(text: &[u8]) -> Option<i64> {
    if text.is_empty() || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// `2020-01-29`, `20200129`, `2020-W05-3`, `2020W053`, `2020-W05`; the complaint is empty where only the form is wrong.
pub fn date(text: &[u8]) -> Result<Civil, String> {
    let malformed = || String::new();
    let year = number(text.get(..4).ok_or_else(malformed)?).ok_or_else(malformed)?;
    let separated = text.get(4) == Some(&b'-');
    let rest = &text[4 + usize::from(separated)..];
    if rest.first() == Some(&b'W') {
        let week = number(rest.get(1..3).ok_or_else(malformed)?).ok_or_else(malformed)?;
        let day = match &rest[3..] {
            [] => 1,
            [b'-', digit] if separated => number(&[*digit]).ok_or_else(malformed)?,
            [digit] if !separated => number(&[*digit]).ok_or_else(malformed)?,
            _ => return Err(malformed()),
        };
        let ordinal = of_iso_week(year, week, day)?;
        return Ok(Civil::midnight(ordinal));
    }
    let (month, day) = match rest {
        [a, b, b'-', c, d] if separated => ([*a, *b], [*c, *d]),
        [a, b, c, d] if !separated => ([*a, *b], [*c, *d]),
        _ => return Err(malformed()),
    };
    let (Some(month), Some(day)) = (number(&month), number(&day)) else { return Err(malformed()) };
    Ok(Civil { year, month, day, ..Civil::default() })
}

/// How many characters of `text` are the date of a datetime.
pub fn date_length(text: &[u8]) -> Option<usize> {
    let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    if text.len() < 7 {
        return None;
    }
    if text[4] == b'-' {
        if text[5] != b'W' {
            return Some(10);
        }
        return Some(match text.get(8) {
            None => 8,
            Some(b'-') if text.len() == 9 => return None,
            Some(b'-') if text.len() > 10 && digit(10) => 8,
            Some(b'-') => 10,
            Some(_) => 8,
        });
    }
    if text[4] != b'W' {
        return Some(8);
    }
    // YYYYWww or YYYYWwwd: the separator is what follows the last digit.
    let mut end = 7;
    while digit(end) {
        end += 1;
    }
    Some(if end < 9 { end } else if end % 2 == 0 { 7 } else { 8 })
}

/// `10:11:12.123456`, `101112`, `10`: hours, minutes, seconds, microseconds, of which later ones may be missing.
fn clock(text: &[u8]) -> Option<[i64; 4]> {
    let mut parts = [0; 4];
    let mut at = 0;
    let separated = text.get(2) == Some(&b':');
    for (index, part) in parts[..3].iter_mut().enumerate() {
        *part = number(text.get(at..at + 2)?)?;
        at += 2;
        match text.get(at) {
            None => return Some(parts),
            Some(b'.' | b',') if index == 2 => {}
            Some(b':') if separated && index < 2 => at += 1,
            Some(_) if !separated && index < 2 => {}
            Some(_) => return None,
        }
    }
    let digits = &text[at + 1..];
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let kept = &digits[..digits.len().min(6)];
    parts[3] = number(kept)? * 10i64.pow(6 - kept.len() as u32);
    Some(parts)
}

/// A time of day with an optional offset.
pub fn time(text: &[u8]) -> Option<(Civil, Offset)> {
    let place = text.iter().position(|byte| matches!(byte, b'+' | b'-' | b'Z'));
    let (of_day, zone) = text.split_at(place.unwrap_or(text.len()));
    let [hour, minute, second, microsecond] = clock(of_day)?;
    let civil = Civil { hour, minute, second, microsecond, ..Civil::default() };
    let offset = match zone {
        [] => Offset::Naive,
        [b'Z'] => Offset::Aware(0),
        [b'Z', ..] => return None,
        [sign, rest @ ..] => {
            let [hours, minutes, seconds, microseconds] = clock(rest)?;
            let size = i128::from(hours * 3600 + minutes * 60 + seconds) * 1_000_000 + i128::from(microseconds);
            Offset::Aware(if *sign == b'-' { -size } else { size })
        }
    };
    Some((civil, offset))
}

/// `2020-01-29`
pub fn show_date(civil: &Civil) -> String {
    format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day)
}

/// The time of day, as exactly as `timespec` says; `None` if there is no such word.
pub fn show_time(civil: &Civil, timespec: &str) -> Option<String> {
    let Civil { hour, minute, second, microsecond, .. } = civil;
    Some(match timespec {
        "auto" if *microsecond == 0 => format!("{hour:02}:{minute:02}:{second:02}"),
        "auto" | "microseconds" => format!("{hour:02}:{minute:02}:{second:02}.{microsecond:06}"),
        "milliseconds" => format!("{hour:02}:{minute:02}:{second:02}.{:03}", microsecond / 1000),
        "seconds" => format!("{hour:02}:{minute:02}:{second:02}"),
        "minutes" => format!("{hour:02}:{minute:02}"),
        "hours" => format!("{hour:02}"),
        _ => return None,
    })
}

/// `+05:30`, with seconds and microseconds where they are not zero.
pub fn show_offset(offset: i128, separator: &str) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let (seconds, rest) = (offset.abs() / 1_000_000, offset.abs() % 1_000_000);
    let mut text = format!("{sign}{:02}{separator}{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 != 0 || rest != 0 {
        text.push_str(&format!("{separator}{:02}", seconds % 60));
    }
    if rest != 0 {
        text.push_str(&format!(".{rest:06}"));
    }
    text
}

/// The day of the year; the first of January is 1.
pub fn day_of_year(civil: &Civil) -> i64 {
    days_before_month(civil.year, civil.month) + civil.day
}

/// Day and month by name: `Wed Jan 29 10:11:12 2020`.
pub fn show_ctime(civil: &Civil) -> String {
    let weekday = super::calendar::weekday(civil.ordinal()) as usize;
    let month = crate::module::time::format::MONTHS[civil.month as usize - 1];
    format!(
        "{} {} {:2} {:02}:{:02}:{:02} {:04}",
        &crate::module::time::format::WEEKDAYS[weekday][..3],
        &month[..3],
        civil.day,
        civil.hour,
        civil.minute,
        civil.second,
        civil.year
    )
}

/// The date of a number of days.
pub fn of_ordinal(ordinal: i64) -> Civil {
    let (year, month, day) = date_of(ordinal);
    Civil { year, month, day, ..Civil::default() }
}
