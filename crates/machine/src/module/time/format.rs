//! `strftime` as glibc has it in the C locale.

use crate::module::datetime::calendar::{iso_week, ordinal, weekday};

/// The days, Monday first.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// The months.
pub const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];

/// A broken-down time, all fields as `struct_time` counts them.
#[derive(Clone, Copy, Debug, Default)]
#[allow(missing_docs, reason = "the names are the attributes'")]
pub struct Fields {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub weekday: i64,
    pub day_of_year: i64,
}

impl Fields {
    /// The nine items of a tuple; the last one is not needed.
    pub const fn of(items: [i64; 9]) -> Self {
        let [year, month, day, hour, minute, second, weekday, day_of_year, _] = items;
        Self { year, month, day, hour, minute, second, weekday, day_of_year }
    }

    /// Seconds since 1970, as UTC; fields may lie beyond their ranges.
    pub fn seconds(&self) -> i64 {
        let months = self.year * 12 + self.month - 1;
        let days = ordinal(months.div_euclid(12), months.rem_euclid(12) + 1, 1) + self.day - 1;
        (days - crate::module::datetime::calendar::EPOCH) * 86_400 + self.hour * 3600 + self.minute * 60 + self.second
    }

    /// The broken-down time of seconds since 1970, as UTC.
    pub fn at(seconds: i64) -> Self {
        let number = seconds.div_euclid(86_400) + crate::module::datetime::calendar::EPOCH;
        let rest = seconds.rem_euclid(86_400);
        let (year, month, day) = crate::module::datetime::calendar::date_of(number);
        Self {
            year,
            month,
            day,
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            weekday: weekday(number),
            day_of_year: number - ordinal(year, 1, 1) + 1,
        }
    }

    /// The week of the year, weeks beginning with the weekday that is so many days after Monday.
    const fn week(&self, first: i64) -> i64 {
        (self.day_of_year - 1 + 7 - (self.weekday - first).rem_euclid(7)) / 7
    }

    /// ISO 8601's year and week, from the weekday and the day of the year.
    fn iso(&self) -> (i64, i64) {
        let start = self.day_of_year - 1 - self.weekday;
        let monday = ordinal(self.year, 1, 1) + start;
        let (year, week, _) = iso_week(monday + 3);
        (year, week)
    }
}

/// A number padded as a flag says: `-` not at all, `_` with blanks, `0` with zeros.
fn padded(value: i64, width: usize, fill: char, flag: Option<char>) -> String {
    let fill = match flag {
        Some('-') => return value.to_string(),
        Some('_') => ' ',
        Some('0') => '0',
        _ => fill,
    };
    if fill == '0' { format!("{value:0width$}") } else { format!("{value:width$}") }
}

/// The text that a format makes of a time.
pub fn format(template: &str, t: &Fields) -> String {
    let mut result = String::new();
    let mut rest = template.chars().peekable();
    while let Some(letter) = rest.next() {
        if letter != '%' {
            result.push(letter);
            continue;
        }
        let mut written = String::from("%");
        let mut flag = None;
        while let Some(next) = rest.peek().copied().filter(|next| "_-0^#".contains(*next)) {
            flag = Some(next);
            written.push(next);
            rest.next();
        }
        let mut width = 0;
        while let Some(digit) = rest.peek().and_then(|next| next.to_digit(10)) {
            width = (width * 10 + digit as usize).min(1000);
            written.push(char::from(b'0' + digit as u8));
            rest.next();
        }
        if let Some(next) = rest.peek().copied().filter(|next| "EO".contains(*next)) {
            written.push(next);
            rest.next();
        }
        let Some(code) = rest.next() else {
            result.push_str(&written);
            break;
        };
        written.push(code);
        let shown = widened(code, flag, width, directive(code, flag, t).unwrap_or(written));
        match flag {
            Some('^') => result.push_str(&shown.to_uppercase()),
            Some('#') => result.push_str(&swapped(code, &shown)),
            _ => result.push_str(&shown),
        }
    }
    result
}

/// Padded to a width: texts with blanks, numbers with zeros unless a flag says otherwise.
fn widened(code: char, flag: Option<char>, width: usize, text: String) -> String {
    let missing = width.saturating_sub(text.chars().count());
    if missing == 0 || flag == Some('-') {
        return text;
    }
    let blank = flag == Some('_') || flag != Some('0') && "aAbBhcDxFpPrRTXZenkltn".contains(code);
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    if blank { " ".repeat(missing) + &text } else { format!("{sign}{}{digits}", "0".repeat(missing)) }
}

/// `%#p` and `%#Z` are in small letters, names of days and months in capitals.
fn swapped(code: char, text: &str) -> String {
    if matches!(code, 'p' | 'Z') { text.to_lowercase() } else { text.to_uppercase() }
}

/// What a directive stands for; `None` if there is none of this letter.
fn directive(code: char, flag: Option<char>, t: &Fields) -> Option<String> {
    let day_name = WEEKDAYS.get(t.weekday as usize).copied().unwrap_or("?");
    let month_name = MONTHS.get(t.month as usize - 1).copied().unwrap_or("?");
    let short = |name: &str| name.get(..3).unwrap_or(name).to_owned();
    let twelve = if t.hour % 12 == 0 { 12 } else { t.hour % 12 };
    let two = |value: i64| padded(value, 2, '0', flag);
    let blank = |value: i64| padded(value, 2, ' ', flag);
    Some(match code {
        'a' => short(day_name),
        'A' => day_name.to_owned(),
        'b' | 'h' => short(month_name),
        'B' => month_name.to_owned(),
        'c' => format("%a %b %e %H:%M:%S %Y", t),
        'C' => two(t.year.div_euclid(100)),
        'd' => two(t.day),
        'D' | 'x' => format("%m/%d/%y", t),
        'e' => blank(t.day),
        'F' => format("%Y-%m-%d", t),
        'g' => two(t.iso().0.rem_euclid(100)),
        'G' => t.iso().0.to_string(),
        'H' => two(t.hour),
        'I' => two(twelve),
        'j' => padded(t.day_of_year, 3, '0', flag),
        'k' => blank(t.hour),
        'l' => blank(twelve),
        'm' => two(t.month),
        'M' => two(t.minute),
        'n' => "\n".to_owned(),
        'p' => (if t.hour < 12 { "AM" } else { "PM" }).to_owned(),
        'P' => (if t.hour < 12 { "am" } else { "pm" }).to_owned(),
        'r' => format("%I:%M:%S %p", t),
        'R' => format("%H:%M", t),
        's' => t.seconds().to_string(),
        'S' => two(t.second),
        't' => "\t".to_owned(),
        'T' | 'X' => format("%H:%M:%S", t),
        'u' => (t.weekday + 1).to_string(),
        'U' => two(t.week(6)),
        'V' => two(t.iso().1),
        'w' => ((t.weekday + 1) % 7).to_string(),
        'W' => two(t.week(0)),
        'y' => two(t.year.rem_euclid(100)),
        'Y' => if flag == Some('0') { format!("{:04}", t.year) } else { t.year.to_string() },
        'z' => "+0000".to_owned(),
        'Z' => "UTC".to_owned(),
        '%' => "%".to_owned(),
        _ => return None,
    })
}
