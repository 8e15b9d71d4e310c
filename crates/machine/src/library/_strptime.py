"""Dates and times read from text, by the format that strftime() writes them with (C locale, UTC)."""

import re
import time as _time
from datetime import date as _date, timedelta as _timedelta, timezone as _timezone

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
]


def _one_of(names):
    return "|".join(sorted(names, key=len, reverse=True))


_DIRECTIVES = {
    "d": r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]",
    "f": r"[0-9]{1,6}",
    "H": r"2[0-3]|[0-1]\d|\d",
    "I": r"1[0-2]|0[1-9]|[1-9]| [1-9]",
    "G": r"\d\d\d\d",
    "j": r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
    "m": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d",
    "S": r"6[0-1]|[0-5]\d|\d",
    "U": r"5[0-3]|[0-4]\d|\d",
    "W": r"5[0-3]|[0-4]\d|\d",
    "V": r"5[0-3]|0[1-9]|[1-4]\d|\d",
    "u": r"[1-7]",
    "w": r"[0-6]",
    "y": r"\d\d",
    "Y": r"\d\d\d\d",
    "z": r"[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z)",
    "A": _one_of(_DAYS),
    "a": _one_of(name[:3] for name in _DAYS),
    "B": _one_of(_MONTHS),
    "b": _one_of(name[:3] for name in _MONTHS),
    "p": "am|pm",
    "Z": "utc|gmt",
}
# Directives that stand for several others.
_COMPOSED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}

_patterns = {}


def _pattern(format):
    """The regular expression of a format."""
    if format in _patterns:
        return _patterns[format]
    key = format
    for letter, meaning in _COMPOSED.items():
        format = format.replace("%" + letter, meaning)
    parts, seen, at = [], set(), 0
    while at < len(format):
        letter = format[at]
        at += 1
        if letter.isspace():
            parts.append(r"\s+")
            while at < len(format) and format[at].isspace():
                at += 1
        elif letter != "%":
            parts.append(re.escape(letter))
        else:
            directive = format[at : at + 1]
            at += 1
            if directive == "":
                raise ValueError(f"stray % in format '{key}'") from None
            if directive == "%":
                parts.append("%")
                continue
            if directive not in _DIRECTIVES:
                raise ValueError(f"'{directive}' is a bad directive in format '{key}'") from None
            if directive in seen:
                raise re.error(f"redefinition of group name {directive!r} as group {len(seen) + 1}; was group 1")
            seen.add(directive)
            parts.append(f"(?P<{directive}>{_DIRECTIVES[directive]})")
    made = re.compile("".join(parts), re.IGNORECASE)
    if len(_patterns) > 5:
        _patterns.clear()
    _patterns[key] = made
    return made


def _offset(text):
    """(seconds, microseconds) of +HH:MM[:SS[.ffffff]] or Z."""
    if text == "Z":
        return 0, 0
    sign = -1 if text[0] == "-" else 1
    digits, _, fraction = text[1:].partition(".")
    if len(digits) > 5 and (digits[2] == ":") != (digits[5 if digits[2] == ":" else 4] == ":"):
        raise ValueError(f"Inconsistent use of : in {text}")
    digits = digits.replace(":", "")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:] or 0)
    return sign * seconds, sign * int((fraction or "0").ljust(6, "0"))


def _day_of_week(year, week, weekday, monday_first):
    """The day of the year of a weekday in week %U or %W."""
    first = _date(year, 1, 1).weekday()
    if not monday_first:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    lead = (7 - first) % 7
    return 1 + weekday - first if week == 0 else 1 + lead + 7 * (week - 1) + weekday


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """((year, …, isdst, zone, offset), microseconds, microseconds of the offset)"""
    for at, value in enumerate((data_string, format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {at} must be str, not {type(value)}")
    found = _pattern(format).match(data_string)
    if not found:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    if found.end() != len(data_string):
        raise ValueError(f"unconverted data remains: {data_string[found.end():]}")
    text = found.groupdict()
    value = {key: int(part) for key, part in text.items() if key in "dHIGjmMSUWVuwyY"}
    year = value.get("Y")
    if "y" in value:
        year = value["y"] + (2000 if value["y"] <= 68 else 1900)
    month, day = value.get("m", 1), value.get("d", 1)
    if "B" in text:
        month = _MONTHS.index(text["B"].lower()) + 1
    elif "b" in text:
        month = [name[:3] for name in _MONTHS].index(text["b"].lower()) + 1
    hour = value.get("H", 0)
    if "I" in value:
        afternoon = text.get("p", "").lower() == "pm"
        hour = value["I"] % 12 + (12 if afternoon else 0)
    weekday = None
    if "A" in text:
        weekday = _DAYS.index(text["A"].lower())
    elif "a" in text:
        weekday = [name[:3] for name in _DAYS].index(text["a"].lower())
    elif "w" in value:
        weekday = (value["w"] - 1) % 7
    elif "u" in value:
        weekday = value["u"] - 1
    day_of_year = value.get("j")
    if "G" in value:
        if "j" in value:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if "V" not in value or weekday is None:
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                "('%A', '%a', '%w', or '%u')."
            )
    elif "V" in value:
        if year is None or weekday is None:
            raise ValueError(
                "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                "('%A', '%a', '%w', or '%u')."
            )
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    # A 29th of February without a year is that of a leap year.
    unknown_year = year is None
    leap_day = unknown_year and month == 2 and day == 29
    if unknown_year:
        year = 1904 if leap_day else 1900
    if day_of_year is None and weekday is not None:
        if "U" in value or "W" in value:
            monday_first = "U" not in value
            if not unknown_year:
                day_of_year = _day_of_week(year, value["W" if monday_first else "U"], weekday, monday_first)
        elif "G" in value:
            found_day = _date.fromisocalendar(value["G"], value["V"], weekday + 1)
            year, month, day = found_day.year, found_day.month, found_day.day
            day_of_year = None
        if day_of_year is not None and day_of_year <= 0:
            year -= 1
            day_of_year += 366 if _date(year, 12, 31).timetuple().tm_yday == 366 else 365
    if day_of_year is None:
        # Whether the day exists is left to what is made of it.
        day_of_year = _date(year, month, day).toordinal() - _date(year, 1, 1).toordinal() + 1
    else:
        moved = _date.fromordinal(day_of_year - 1 + _date(year, 1, 1).toordinal())
        year, month, day = moved.year, moved.month, moved.day
    if weekday is None:
        weekday = _date(year, month, day).weekday()
    if leap_day:
        year = 1900
    fraction = int(text["f"].ljust(6, "0")) if "f" in text else 0
    gmtoff, gmtoff_fraction = _offset(text["z"]) if "z" in text else (None, 0)
    zone = text.get("Z")
    isdst = -1 if zone is None else 0
    parts = (year, month, day, hour, value.get("M", 0), value.get("S", 0), weekday, day_of_year, isdst, zone, gmtoff)
    return parts, fraction, gmtoff_fraction


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """time.strptime()"""
    parts, _, _ = _strptime(data_string, format)
    return _time.struct_time(parts[: _time._STRUCT_TM_ITEMS])


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    """datetime.strptime()"""
    parts, fraction, gmtoff_fraction = _strptime(data_string, format)
    zone, gmtoff = parts[-2:]
    arguments = parts[:6] + (fraction,)
    if gmtoff is None:
        return cls(*arguments)
    offset = _timedelta(seconds=gmtoff, microseconds=gmtoff_fraction)
    return cls(*arguments, _timezone(offset, zone) if zone else _timezone(offset))
