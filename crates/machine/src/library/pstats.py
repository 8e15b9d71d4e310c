"""Tables of what `cProfile` has counted. Times are those of the virtual clock."""

import enum
import re
import sys

__all__ = ["Stats", "SortKey"]


class SortKey(enum.StrEnum):
    """By what a table can be sorted."""

    CALLS = "calls", "ncalls"
    CUMULATIVE = "cumulative", "cumtime"
    FILENAME = "filename", "module"
    LINE = "line"
    NAME = "name"
    NFL = "nfl"
    PCALLS = "pcalls"
    STDNAME = "stdname"
    TIME = "time", "tottime"

    def __new__(cls, *names):
        key = str.__new__(cls, names[0])
        key._value_ = names[0]
        key._names = names
        return key


# What a key stands for: columns with their direction, and how the heading of the table says it.
_ORDERS = {
    "calls": ((("calls", -1),), "call count"),
    "cumulative": ((("total", -1),), "cumulative time"),
    "filename": ((("file", 1),), "file name"),
    "line": ((("line", 1),), "line number"),
    "name": ((("name", 1),), "function name"),
    "nfl": ((("name", 1), ("file", 1), ("line", 1)), "name/file/line"),
    "pcalls": ((("primitive", -1),), "primitive call count"),
    "stdname": ((("shown", 1),), "standard name"),
    "time": ((("inline", -1),), "internal time"),
}
_OTHER_NAMES = {"ncalls": "calls", "cumtime": "cumulative", "module": "filename", "tottime": "time"}
_NUMBERS = {-1: "stdname", 0: "calls", 1: "time", 2: "cumulative"}


def _column(name, place, counted):
    if name in ("file", "line", "name"):
        return place[("file", "line", "name").index(name)]
    if name == "shown":
        return _shown(place)
    return counted[("primitive", "calls", "inline", "total").index(name)]


def _shown(place):
    """A function as the tables name it."""
    file, line, name = place
    if file == "~" and line == 0:
        return "{%s}" % name[1:-1] if name.startswith("<") and name.endswith(">") else name
    return f"{file}:{line}({name})"


def _seconds(value):
    return f"{value:8.3f}"


def _full_key(text):
    """The order that a word or the beginning of one stands for."""
    text = _OTHER_NAMES.get(text, text)
    if text in _ORDERS:
        return text
    fitting = {_OTHER_NAMES.get(name, name) for name in [*_ORDERS, *_OTHER_NAMES] if name.startswith(text)}
    if len(fitting) != 1:
        raise KeyError(text)
    return fitting.pop()


class Stats:
    """The counts of one or more profiles, to be sorted and printed."""

    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        self.stats, self.fcn_list, self.sort_type = {}, None, ""
        self.total_calls = self.prim_calls = self.total_tt = 0
        for profile in args:
            self._load(profile)

    def _load(self, profile):
        if isinstance(profile, Stats):
            counts = profile.stats
        elif hasattr(profile, "create_stats"):
            profile.create_stats()
            counts = profile.stats
        elif isinstance(profile, str):
            raise FileNotFoundError(2, "No such file or directory", profile)
        else:
            raise TypeError(f"Cannot create or construct a {self.__class__!r} object from {profile!r}")
        for place, (primitive, calls, inline, total, callers) in counts.items():
            self.prim_calls += primitive
            self.total_calls += calls
            self.total_tt += inline
            self._merge(self.stats, place, (primitive, calls, inline, total), callers)
        self.fcn_list = None

    def _merge(self, stats, place, counted, callers):
        if place in stats:
            *old, known = stats[place]
            counted = tuple(a + b for a, b in zip(old, counted))
            callers = dict(known) | callers
        stats[place] = (*counted, dict(callers))

    def add(self, *profiles):
        """Add the counts of other profiles."""
        for profile in profiles:
            self._load(profile)
        return self

    def strip_dirs(self):
        """Leave out the folders in front of file names."""
        def stripped(place):
            return place[0].rpartition("/")[2], *place[1:]

        short = {}
        for place, (*counted, callers) in self.stats.items():
            callers = {stripped(caller): found for caller, found in callers.items()}
            self._merge(short, stripped(place), tuple(counted), callers)
        self.stats, self.fcn_list = short, None
        return self

    def sort_stats(self, *field):
        """Sort by one key, or by several in turn."""
        if not field:
            self.fcn_list = None
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = (_NUMBERS[field[0]],)
        elif len(field) > 1 and any(type(one) is not type(field[0]) for one in field):
            raise TypeError("Can't have mixed argument type")
        columns, said = [], []
        for one in field:
            order, text = _ORDERS[_full_key(one.value if isinstance(one, SortKey) else one)]
            columns += order
            said.append(text)
        self.sort_type = ", ".join(said)
        places = list(self.stats)
        for column, direction in reversed(columns):
            places.sort(key=lambda place: _column(column, place, self.stats[place]), reverse=direction < 0)
        self.fcn_list = places
        return self

    def reverse_order(self):
        """Turn the order round."""
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def _chosen(self, restrictions):
        """The functions to be printed, and what the heading says about the choice."""
        chosen = list(self.fcn_list or self.stats)
        said = f"   Ordered by: {self.sort_type}\n" if self.fcn_list else "   Random listing order was used\n"
        for restriction in restrictions:
            before = len(chosen)
            if isinstance(restriction, str):
                chosen = [place for place in chosen if re.search(restriction, _shown(place))]
            elif isinstance(restriction, float) and 0.0 <= restriction < 1.0:
                chosen = chosen[:int(before * restriction + 0.5)]
            elif isinstance(restriction, int) and 0 <= restriction < before:
                chosen = chosen[:restriction]
            if len(chosen) != before:
                said += f"   List reduced from {before!r} to {len(chosen)!r} due to restriction <{restriction!r}>\n"
        return chosen, said

    def _write(self, *words, end="\n"):
        print(*words, end=end, file=self.stream)

    def print_stats(self, *amount):
        """Print a line for every function; a number, a share or a pattern leaves some out."""
        calls, primitive = self.total_calls, self.prim_calls
        recursive = f" ({primitive} primitive calls)" if calls != primitive else ""
        self._write(f"         {calls} function calls{recursive} in {self.total_tt:.3f} seconds\n")
        chosen, said = self._chosen(amount)
        if chosen:
            self._write(said)
            self._write("   ncalls  tottime  percall  cumtime  percall filename:lineno(function)")
            for place in chosen:
                self.print_line(place)
            self._write("\n")
        return self

    def print_line(self, func):
        """Print the line of one function."""
        primitive, calls, inline, total, _ = self.stats[func]
        count = str(calls) if calls == primitive else f"{calls}/{primitive}"
        each = [_seconds(part / number) if number else " " * 8 for part, number in ((inline, calls), (total, primitive))]
        self._write(f"{count:>9} {_seconds(inline)} {each[0]} {_seconds(total)} {each[1]} {_shown(func)}")

    def _print_pairs(self, amount, heading, arrow, relations):
        chosen, said = self._chosen(amount)
        if not chosen:
            return self
        self._write(said)
        width = max(len(_shown(place)) for place in chosen) + 2
        self._write("Function ".ljust(width) + heading)
        self._write(" " * width + "    ncalls  tottime  cumtime")
        for place in chosen:
            lead = _shown(place).ljust(width) + arrow
            related = sorted(relations(place).items())
            if not related:
                self._write(lead, end=" \n")
            for other, (calls, primitive, inline, total) in related:
                count = str(calls) if calls == primitive else f"{calls}/{primitive}"
                self._write(f"{lead}{count:>8} {_seconds(inline)} {_seconds(total)}  {_shown(other)}")
                lead = " " * len(lead)
        self._write("\n")
        return self

    def print_callers(self, *amount):
        """Print for every function who called it."""
        return self._print_pairs(amount, "was called by...", "<-", lambda place: self.stats[place][4])

    def print_callees(self, *amount):
        """Print for every function whom it called."""
        def called(place):
            return {other: entry[4][place] for other, entry in self.stats.items() if place in entry[4]}

        return self._print_pairs(amount, "called...", "->", called)
