//! The proleptic Gregorian calendar, and ISO 8601's weeks, as numbers.

/// A point in time on a clock and calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are the attributes'")]
pub struct Civil {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub microsecond: i64,
    pub fold: i64,
}

/// Microseconds of a day.
pub const DAY: i128 = 86_400_000_000;
/// The ordinal of 1970-01-01.
pub const EPOCH: i64 = 719_163;
/// The ordinal of 9999-12-31.
pub const LAST: i64 = 3_652_059;

/// Whether a year has a 29th of February.
pub const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days of a month.
pub const fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + is_leap(year) as i64,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days of a year before a month.
pub fn days_before_month(year: i64, month: i64) -> i64 {
    (1..month).map(|month| days_in_month(year, month)).sum()
}

/// The number of a day; 1 is 0001-01-01.
pub fn ordinal(year: i64, month: i64, day: i64) -> i64 {
    let before = year - 1;
    before * 365 + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400) + days_before_month(year, month) + day
}

/// Year, month and day of a number.
pub fn date_of(ordinal: i64) -> (i64, i64, i64) {
    // Days since 0000-03-01: leap days come at the ends of years.
    let shifted = ordinal + 305;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let turned = (5 * of_year + 2) / 153;
    let day = of_year - (153 * turned + 2) / 5 + 1;
    let month = if turned < 10 { turned + 3 } else { turned - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// The day of the week; Monday is 0.
pub const fn weekday(ordinal: i64) -> i64 {
    (ordinal + 6).rem_euclid(7)
}

/// The ordinal of the Monday of a year's first week: that with the first Thursday.
pub fn first_monday(year: i64) -> i64 {
    let first = ordinal(year, 1, 1);
    let day = weekday(first);
    first - day + if day > 3 { 7 } else { 0 }
}

/// Year, week and weekday (Monday is 1) as ISO 8601 counts them.
pub fn iso_week(ordinal: i64) -> (i64, i64, i64) {
    let mut year = date_of(ordinal).0;
    let mut monday = first_monday(year);
    if ordinal < monday {
        year -= 1;
        monday = first_monday(year);
    } else if ordinal >= first_monday(year + 1) {
        year += 1;
        monday = first_monday(year);
    }
    (year, (ordinal - monday) / 7 + 1, (ordinal - monday) % 7 + 1)
}

/// The ordinal of a weekday of a week, or what is wrong with it.
pub fn of_iso_week(year: i64, week: i64, day: i64) -> Result<i64, String> {
    if !(1..=9999).contains(&year) {
        return Err(format!("Year is out of range: {year}"));
    }
    let long = || {
        let first = weekday(ordinal(year, 1, 1));
        first == 3 || first == 2 && is_leap(year)
    };
    if !(1..=52).contains(&week) && !(week == 53 && long()) {
        return Err(format!("Invalid week: {week}"));
    }
    if !(1..=7).contains(&day) {
        return Err(format!("Invalid day: {day} (range is [1, 7])"));
    }
    Ok(first_monday(year) + (week - 1) * 7 + day - 1)
}

impl Civil {
    /// Midnight of a day.
    pub fn midnight(ordinal: i64) -> Self {
        let (year, month, day) = date_of(ordinal);
        Self { year, month, day, ..Self::default() }
    }

    /// The number of the day.
    pub fn ordinal(&self) -> i64 {
        ordinal(self.year, self.month, self.day)
    }

    /// Microseconds since midnight.
    pub fn of_day(&self) -> i128 {
        i128::from(self.hour * 3600 + self.minute * 60 + self.second) * 1_000_000 + i128::from(self.microsecond)
    }

    /// Microseconds since the day before 0001-01-01.
    pub fn total(&self) -> i128 {
        i128::from(self.ordinal()) * DAY + self.of_day()
    }

    /// The point so many microseconds after the day before 0001-01-01; `None` beyond the years 1 to 9999.
    pub fn at(total: i128) -> Option<Self> {
        let ordinal = i64::try_from(total.div_euclid(DAY)).ok().filter(|ordinal| (1..=LAST).contains(ordinal))?;
        let rest = i64::try_from(total.rem_euclid(DAY)).ok()?;
        let (seconds, microsecond) = (rest / 1_000_000, rest % 1_000_000);
        Some(Self {
            hour: seconds / 3600,
            minute: seconds / 60 % 60,
            second: seconds % 60,
            microsecond,
            ..Self::midnight(ordinal)
        })
    }

    /// What is wrong with the date.
    pub fn wrong_date(&self) -> Option<String> {
        if !(1..=9999).contains(&self.year) {
            return Some(format!("year {} is out of range", self.year));
        }
        if !(1..=12).contains(&self.month) {
            return Some("month must be in 1..12".to_owned());
        }
        let fits = (1..=days_in_month(self.year, self.month)).contains(&self.day);
        (!fits).then(|| "day is out of range for month".to_owned())
    }

    /// What is wrong with the time of day.
    pub fn wrong_time(&self) -> Option<&'static str> {
        [
            (self.hour, 23, "hour must be in 0..23"),
            (self.minute, 59, "minute must be in 0..59"),
            (self.second, 59, "second must be in 0..59"),
            (self.microsecond, 999_999, "microsecond must be in 0..999999"),
            (self.fold, 1, "fold must be either 0 or 1"),
        ]
        .into_iter()
        .find(|(value, most, _)| !(0..=*most).contains(value))
        .map(|(_, _, text)| text)
    }
}
