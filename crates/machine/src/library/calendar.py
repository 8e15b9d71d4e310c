"""Calendars of months and years, as lists and as text. Weeks begin on Monday unless another day is wanted."""

from datetime import date
from enum import IntEnum, global_enum
from itertools import islice

__all__ = [
    "IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday", "monthrange",
    "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr", "day_name", "day_abbr",
    "Calendar", "TextCalendar", "weekheader", "Day", "Month", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY",
    "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY",
    "SUNDAY",
]

error = ValueError


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

Month = global_enum(IntEnum("Month", [name.upper() for name in _MONTHS], module=__name__))
Day = global_enum(IntEnum("Day", [name.upper() for name in _DAYS], module=__name__, start=0))

mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


class _Names:
    """Names as strftime() gives them, by number or slice."""

    def __init__(self, *dates, first=()):
        self._dates = dates
        self._first = list(first)

    def of(self, format):
        names = _Names(*self._dates, first=self._first)
        names._format = format
        return names

    def __getitem__(self, i):
        return (self._first + [day.strftime(self._format) for day in self._dates])[i]

    def __len__(self):
        return len(self._first) + len(self._dates)


_days = _Names(*[date(2001, 1, day) for day in range(1, 8)])
_months = _Names(*[date(2001, month, 1) for month in range(1, 13)], first=[""])
day_name, day_abbr = _days.of("%A"), _days.of("%a")
month_name, month_abbr = _months.of("%B"), _months.of("%b")


def isleap(year):
    """Whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """How many leap years there are from y1 up to y2, which is left out."""

    def until(year):
        return (year - 1) // 4 - (year - 1) // 100 + (year - 1) // 400

    return until(y2) - until(y1)


def weekday(year, month, day):
    """The day of the week; years beyond those of date repeat after 400."""
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
    return Day(date(year, month, day).weekday())


def monthrange(year, month):
    """(weekday of the first day, number of days)"""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _monthlen(year, month)


def _monthlen(year, month):
    return 29 if month == 2 and isleap(year) else mdays[month]


def _moved(year, month, by):
    """The month that is so many months later."""
    years, month = divmod(month - 1 + by, 12)
    return year + years, month + 1


class Calendar:
    """Weeks and days of months and years, without any text."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    def iterweekdays(self):
        """The days of the week, from the first one on."""
        for day in range(7):
            yield (self.firstweekday + day) % 7

    firstweekday = property(getfirstweekday, setfirstweekday)

    def itermonthdays3(self, year, month):
        """(year, month, day) of whole weeks that have the month in them."""
        first, length = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        after = -(before + length) % 7
        earlier_year, earlier = _moved(year, month, -1)
        last = _monthlen(earlier_year, earlier)
        for day in range(last - before + 1, last + 1):
            yield earlier_year, earlier, day
        for day in range(1, length + 1):
            yield year, month, day
        for day in range(1, after + 1):
            yield *_moved(year, month, 1), day

    def itermonthdates(self, year, month):
        """The same days as dates."""
        for parts in self.itermonthdays3(year, month):
            yield date(*parts)

    def itermonthdays(self, year, month):
        """The numbers of the days; 0 stands for those of other months."""
        for _, of_month, day in self.itermonthdays3(year, month):
            yield day if of_month == month else 0

    def itermonthdays2(self, year, month):
        """(number or 0, weekday)"""
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, place % 7

    def itermonthdays4(self, year, month):
        """(year, month, day, weekday)"""
        for place, parts in enumerate(self.itermonthdays3(year, month), self.firstweekday):
            yield *parts, place % 7

    def monthdatescalendar(self, year, month):
        return _weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        return _weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        """The weeks of a month as lists of seven numbers; 0 stands for days of other months."""
        return _weeks(self.itermonthdays(year, month))

    def yeardatescalendar(self, year, width=3):
        return _rows(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        return _rows(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        return _rows(self.monthdayscalendar, year, width)


def _weeks(days):
    days = list(days)
    return [days[at : at + 7] for at in range(0, len(days), 7)]


def _rows(of_month, year, width):
    months = iter([of_month(year, month) for month in range(1, 13)])
    return list(iter(lambda: list(islice(months, width)), []))


class TextCalendar(Calendar):
    """Calendars as text, like those of cal."""

    def formatday(self, day, weekday, width):
        return ("" if day == 0 else f"{day:2d}").center(width)

    def formatweek(self, theweek, width):
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month: its name, the days of the week, a line for each week."""
        w, end = max(2, w), "\n" * max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return "".join([line.rstrip() + end for line in lines])

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year, m months beside each other with c blanks between them."""
        w, end, c = max(2, w), "\n" * max(1, l), max(2, c)
        width = 7 * (w + 1) - 1
        text = [repr(theyear).center(width * m + c * (m - 1)).rstrip() + end]
        for number, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * number + 1, min(m * (number + 1) + 1, 13))
            lines = [
                [self.formatmonthname(theyear, month, width, False) for month in months],
                [self.formatweekheader(w) for _ in months],
            ]
            for week in range(max(map(len, row))):
                lines.append([self.formatweek(weeks[week], w) if week < len(weeks) else "" for weeks in row])
            text.append(end)
            text += [formatstring(line, width, c).rstrip() + end for line in lines]
        return "".join(text)

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


def formatstring(cols, colwidth=20, spacing=6):
    """Texts beside each other, each in the middle of its column."""
    return (" " * spacing).join([text.center(colwidth) for text in cols])


def format(cols, colwidth=20, spacing=6):
    print(formatstring(cols, colwidth, spacing))


c = TextCalendar()
firstweekday = c.getfirstweekday
monthcalendar, weekheader, week, month, calendar = (
    c.monthdayscalendar, c.formatweekheader, c.formatweek, c.formatmonth, c.formatyear
)
prweek, prmonth, prcal = c.prweek, c.prmonth, c.pryear


def setfirstweekday(firstweekday):
    """The day that weeks begin with in the functions of the module; Monday is 0."""
    if not 0 <= firstweekday <= 6:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


EPOCH = 1970


def timegm(tuple):
    """Seconds since 1970 of a time tuple in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = date(year, month, 1).toordinal() - date(EPOCH, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
