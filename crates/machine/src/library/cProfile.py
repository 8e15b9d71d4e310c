"""Profiling by function: who was called how often, and how long it took on the virtual clock.

The counts are CPython's. The times are the simulated interpreter's, twenty nanoseconds a step, and the same in every run.
"""

import sys

import _lsprof

__all__ = ["run", "runctx", "Profile"]


def _place(function):
    """File, line and name of a code object, or of a native function given by its text."""
    if isinstance(function, str):
        return "~", 0, function
    return function.co_filename, function.co_firstlineno, function.co_name


class Profile(_lsprof.Profiler):
    """Counts calls between enable() and disable()."""

    def create_stats(self):
        """Stop, and put what was counted into `stats`, as `pstats` wants it."""
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        """Put what has been counted so far into `stats`."""
        entries = self._entries()
        keys = [entry[0] for entry in entries if not entry[1]]
        places = dict(zip(keys, map(_place, self._functions())))
        self.stats = {}
        for key, caller, calls, recursive, total, inline, _ in entries:
            counted = calls - recursive, calls, inline / 1e9, total / 1e9
            if not caller:
                self._add(places[key], counted, {})
            else:
                self._add(places[key], (0, 0, 0.0, 0.0), {places[caller]: (calls, calls - recursive, *counted[2:])})

    def _add(self, place, counted, callers):
        if place in self.stats:
            *old, known = self.stats[place]
            counted = tuple(a + b for a, b in zip(old, counted))
            callers = known | callers
        self.stats[place] = (*counted, callers)

    def print_stats(self, sort=-1):
        """Print the table of functions."""
        import pstats
        keys = sort if isinstance(sort, tuple) else (sort,)
        pstats.Stats(self).strip_dirs().sort_stats(*keys).print_stats()

    def runcall(self, func, /, *args, **kw):
        """Profile one call, and hand on what it returns."""
        try:
            self.enable()
            return func(*args, **kw)
        finally:
            self.disable()

    def runctx(self, cmd, globals, locals):
        """Profile statements in these spaces."""
        return self.runcall(exec, cmd, globals, locals) or self

    def run(self, cmd):
        """Profile statements in the space of `__main__`."""
        names = vars(sys.modules["__main__"])
        return self.runctx(cmd, names, names)

    def __exit__(self, *error):
        self.disable()

    def __enter__(self):
        self.enable()
        return self


def _show(profile, filename, sort):
    if filename is not None:
        raise OSError("statistics are not written to files here")
    profile.print_stats(sort)


def run(statement, filename=None, sort=-1):
    """Profile statements in the space of `__main__`, and print the table."""
    names = vars(sys.modules["__main__"])
    runctx(statement, names, names, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """Profile statements in these spaces, and print the table."""
    profile = Profile()
    try:
        profile.runctx(statement, globals, locals)
    except SystemExit:
        pass
    finally:
        _show(profile, filename, sort)
