"""Memory line by line. The figures are the simulated process's: the bytes that it has mapped, in MiB.

They grow when the heap maps an arena or a large block, so that small objects show as no growth.
"""

import functools
import sys
import time

import _lsprof
from line_profiler import block_of

__all__ = ["profile", "memory_usage", "LineProfiler", "show_results"]

_MIB = 1024 * 1024


def _used():
    return _lsprof.process_memory() / _MIB


class LineProfiler:
    """Counts the lines of functions, and the memory in use when each had run."""

    def __init__(self, **_):
        self._recorder = _lsprof.Profiler()
        self._codes, self._calls = [], {}

    def __call__(self, func=None, precision=1):
        code = func.__code__
        if code not in self._codes:
            self._codes.append(code)
            self._recorder._add_code(code)

        @functools.wraps(func)
        def counted(*args, **kwargs):
            calls, at_first, _ = self._calls.get(code, (0, _used(), 0))
            self._calls[code] = calls + 1, at_first, _used()
            self._recorder._watch_lines(True)
            try:
                return func(*args, **kwargs)
            finally:
                self._recorder._ignore_lines()

        return counted

    def rows(self, code):
        """Memory, growth and number of runs, by line."""
        rows = {}
        if code in self._calls:
            calls, at_first, _ = self._calls[code]
            rows[code.co_firstlineno] = at_first, at_first, calls
        for key, line, hits, _, memory, growth, _ in self._recorder._entries():
            if key == id(code):
                most, more, runs = rows.get(line, (0.0, 0.0, 0))
                rows[line] = max(most, memory / _MIB), more + growth / _MIB, runs + hits
        return rows


def show_results(prof, stream=None, precision=1):
    """Print the table of every function."""
    stream = stream or sys.stdout
    template = "{:>6} {:>12} {:>12}  {:>10}   {}"
    figure = f"{{:{precision + 4}.{precision}f}} MiB".format
    for code in prof._codes:
        rows = prof.rows(code)
        header = template.format("Line #", "Mem usage", "Increment", "Occurrences", "Line Contents")
        print(f"Filename: {code.co_filename}\n\n{header}\n{'=' * len(header)}", file=stream)
        first = code.co_firstlineno
        for line, text in enumerate(block_of(code.co_filename, first, max(rows, default=first)), first):
            cells = "", "", ""
            if line in rows:
                memory, growth, runs = rows[line]
                cells = figure(memory), figure(growth), runs
            print(template.format(line, *cells, text), file=stream)
        print("\n", file=stream)


def profile(func=None, stream=None, precision=1, backend="psutil"):
    """A decorator: after each call, the table of the function's lines is printed."""
    if func is None:
        return functools.partial(profile, stream=stream, precision=precision, backend=backend)

    @functools.wraps(func)
    def measured(*args, **kwargs):
        prof = LineProfiler()
        result = prof(func)(*args, **kwargs)
        show_results(prof, stream, precision)
        return result

    return measured


def memory_usage(proc=-1, interval=.1, timeout=None, timestamps=False, include_children=False,
                 multiprocess=False, max_usage=False, retval=False, stream=None, backend=None, max_iterations=None):
    """The memory in use, in MiB: of this process now, or before and after the call of a function."""
    def look():
        return (_used(), time.time()) if timestamps else _used()

    result, found = None, [look()]
    if not isinstance(proc, int):
        function, args, kwargs = (*proc, (), {})[:3] if isinstance(proc, tuple) else (proc, (), {})
        result = function(*args, **kwargs)
        found.append(look())
    if max_usage:
        found = max(found)
    return (found, result) if retval else found
