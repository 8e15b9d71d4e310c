"""Profiling by line: how often each line of a function ran, and how long it took on the virtual clock.

The hits are the real package's. The times are the simulated interpreter's, twenty nanoseconds a step, and the same in every run.
"""

import functools
import linecache
import sys

import _lsprof

__all__ = ["LineProfiler", "LineStats", "profile"]

_UNIT = 1e-9


class LineStats:
    """The counts of a LineProfiler: `timings` has lines, hits and times by file, first line and name of the function."""

    def __init__(self, timings, unit):
        self.timings, self.unit = timings, unit

    def __repr__(self):
        return f"LineStats({self.timings!r}, {self.unit!r})"

    def print(self, stream=None, output_unit=None, stripzeros=False, details=True):
        """Print a table for every function."""
        show_text(self.timings, self.unit, output_unit, stream, stripzeros, details)


class LineProfiler:
    """Counts the lines of functions, of those that it was made with and those that are added or decorated."""

    def __init__(self, *functions):
        self._recorder = _lsprof.Profiler()
        self.functions, self._codes, self._active = [], [], 0
        for function in functions:
            self.add_function(function)

    def add_function(self, func):
        """Count the lines of this function too."""
        func = getattr(func, "__wrapped__", func)
        code = getattr(func, "__func__", func).__code__
        if code not in self._codes:
            self._codes.append(code)
            self.functions.append(func)
            self._recorder._add_code(code)

    def __call__(self, func):
        """As a decorator: the function's lines are counted whenever it is called."""
        self.add_function(func)

        @functools.wraps(func)
        def counted(*args, **kwargs):
            with self:
                return func(*args, **kwargs)

        return counted

    wrap_callable = __call__

    def enable(self):
        """Start counting."""
        self._recorder._watch_lines(False)

    def disable(self):
        """Stop counting."""
        self._recorder._ignore_lines()

    def enable_by_count(self):
        """Start counting, unless that was done before."""
        if self._active == 0:
            self.enable()
        self._active += 1

    def disable_by_count(self):
        """Stop counting, once this was asked as often as the start."""
        if self._active > 0:
            self._active -= 1
            if self._active == 0:
                self.disable()

    def __enter__(self):
        self.enable_by_count()
        return self

    def __exit__(self, *error):
        self.disable_by_count()

    def runcall(self, func, /, *args, **kw):
        """Call a function and count, if it is one of ours."""
        with self:
            return func(*args, **kw)

    def run(self, cmd):
        """Run statements in the space of `__main__` and count."""
        import __main__
        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals, locals):
        """Run statements in these spaces and count."""
        with self:
            exec(cmd, globals, locals)
        return self

    def get_stats(self):
        """What was counted so far."""
        timings = {(code.co_filename, code.co_firstlineno, code.co_name): [] for code in self._codes}
        codes = {id(code): code for code in self._codes}
        for key, line, hits, time, *_ in self._recorder._entries():
            code = codes[key]
            timings[code.co_filename, code.co_firstlineno, code.co_name].append((line, hits, time))
        for lines in timings.values():
            lines.sort()
        return LineStats(timings, _UNIT)

    def print_stats(self, stream=None, output_unit=None, stripzeros=False, details=True, summarize=False, sort=False, rich=False):
        """Print a table for every function."""
        self.get_stats().print(stream, output_unit, stripzeros, details)


def block_of(filename, first, last):
    """The source lines of a function that begins and whose code ends at these lines."""
    lines = linecache.getlines(filename)
    end = max(last, first)
    depth = len(lines[first - 1]) - len(lines[first - 1].lstrip()) if first <= len(lines) else 0
    while end < len(lines) and lines[end].strip() and len(lines[end]) - len(lines[end].lstrip()) > depth:
        end += 1
    return [line.rstrip("\r\n") for line in lines[first - 1:end]]


_HEADINGS = "Line #", "Hits", "Time", "Per Hit", "% Time"


def show_text(stats, unit, output_unit=None, stream=None, stripzeros=False, details=True):
    """Print the tables of all functions."""
    stream = stream or sys.stdout
    output_unit = unit if output_unit is None else output_unit
    print(f"Timer unit: {output_unit:g} s\n", file=stream)
    for (filename, first, name), timings in stats.items():
        if not (stripzeros and not timings):
            show_func(filename, first, name, timings, unit, output_unit, stream)


def show_func(filename, start_lineno, func_name, timings, unit, output_unit, stream):
    """Print the table of one function."""
    total = sum(time for _, _, time in timings)
    print(f"Total time: {total * unit:g} s\nFile: {filename}\nFunction: {func_name} at line {start_lineno}\n", file=stream)
    cells = {}
    for line, hits, time in timings:
        shown = time * unit / output_unit
        share = f"{100 * time / total:5.1f}" if total else ""
        cells[line] = str(hits), f"{shown:5.1f}", f"{shown / hits:5.1f}", share
    widths = [max(least, *(len(row[at]) for row in cells.values()), 0) if cells else least
              for at, least in enumerate((9, 12, 8, 8))]
    template = "%6s " + " ".join(f"%{width}s" for width in widths) + "  %s"
    header = template % (*_HEADINGS, "Line Contents")
    print(header, "=" * len(header), sep="\n", file=stream)
    source = block_of(filename, start_lineno, max(cells, default=start_lineno + 1))
    for line, text in enumerate(source, start_lineno):
        print(template % (line, *cells.get(line, ("",) * 4), text), file=stream)
    print(file=stream)


def profile(func):
    """The decorator that the command-line tool switches on; here it leaves the function as it is."""
    return func
