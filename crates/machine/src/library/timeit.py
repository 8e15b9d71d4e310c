"""Timing of small pieces of code, on the virtual clock: the same program always takes the same time.

Each step of the simulated interpreter counts twenty nanoseconds. A measurement that would take very long is not carried
out to the end: after a million steps the rest is taken to go on at the same pace.
"""

import gc
import itertools
import sys
from time import perf_counter as default_timer

__all__ = ["default_timer", "timeit", "repeat", "Timer"]

dummy_src_name = "<timeit-src>"
default_repeat, default_number = 5, 1_000_000
_PATIENCE = 0.02  # seconds on the virtual clock: a million steps
_globals = globals


def _indented(source):
    return source.replace("\n", "\n    ")


def _loop_source(setup, statement, parameters):
    """The text of a function that runs `statement` for each item of an iterator and tells how long it took."""
    return (
        f"def inner(_it, _timer{parameters}):\n"
        f"    {setup}\n"
        f"    _t0 = _timer()\n"
        f"    for _i in _it:\n"
        f"        {statement}\n"
        f"        pass\n"
        f"    return _timer() - _t0\n"
    )


class Timer:
    """Times one statement, given as source text or as something to call."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        space = _globals() if globals is None else globals
        names = {}
        parameters = ""
        if isinstance(setup, str):
            compile(setup, dummy_src_name, "exec")
            prelude, setup_text = setup + "\n", _indented(setup)
        elif callable(setup):
            names["_setup"], prelude, setup_text = setup, "", "_setup()"
            parameters += ", _setup=_setup"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(prelude + stmt, dummy_src_name, "exec")
            text = stmt.replace("\n", "\n        ")
        elif callable(stmt):
            names["_stmt"], text = stmt, "_stmt()"
            parameters += ", _stmt=_stmt"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = _loop_source(setup_text, text, parameters)
        exec(compile(self.src, dummy_src_name, "exec"), space, names)
        self.inner = names["inner"]

    def print_exc(self, file=None):
        """Print the traceback of what the statement raised."""
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The seconds that `number` runs of the statement take."""
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self._time(number)
        finally:
            if collecting:
                gc.enable()

    def _time(self, number):
        if self.timer is not default_timer or not isinstance(number, int):
            return self.inner(itertools.repeat(None, number), self.timer)
        runs = _Runs(number)
        seconds = self.inner(runs, self.timer)
        return seconds * number / runs.made if runs.made else seconds

    def repeat(self, repeat=default_repeat, number=default_number):
        """The times of several measurements, as a list."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How many runs take at least a fifth of a second, and how long they take."""
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                seconds = self.timeit(number)
                if callback:
                    callback(number, seconds)
                if seconds >= 0.2:
                    return number, seconds
            scale *= 10


class _Runs:
    """Counts runs, in portions, until there are enough of them or patience ends."""

    def __init__(self, number):
        self.made, self.number = 0, number

    def __iter__(self):
        end = default_timer() + _PATIENCE
        portion = 1
        while self.made < self.number:
            portion = min(portion, self.number - self.made)
            yield from itertools.repeat(None, portion)
            self.made += portion
            now = default_timer()
            if now >= end:
                break
            portion = 2 * portion


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Make a Timer and use its timeit()."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Make a Timer and use its repeat()."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def _shown(seconds, unit=None):
    if unit is None:
        unit = next((name for name in ("sec", "msec", "usec") if seconds >= _UNITS[name]), "nsec")
    return f"{seconds / _UNITS[unit]:.3g} {unit}"


def main(args=None, *, _wrap_timer=None):
    """What `python -m timeit` does: options -n, -r, -s, -u, -v, then statements."""
    args = list(sys.argv[1:] if args is None else args)
    number, rounds, setup, unit = 0, default_repeat, [], None
    while args and args[0].startswith("-") and args[0] != "-":
        option = args.pop(0)
        if option == "--":
            break
        if option in ("-p", "-v", "--process", "--verbose"):
            continue
        if not args:
            print(f"option {option} requires argument\nuse -h/--help for command line help")
            return 2
        value = args.pop(0)
        if option == "-n":
            number = int(value)
        elif option == "-r":
            rounds = max(int(value), 1)
        elif option == "-s":
            setup.append(value)
        elif option == "-u" and value in _UNITS:
            unit = value
        else:
            print(f"option {option} not recognized\nuse -h/--help for command line help")
            return 2
    timer = Timer("\n".join(args) or "pass", "\n".join(setup) or "pass")
    if number == 0:
        number, _ = timer.autorange()
    best = min(timer.repeat(rounds, number)) / number
    plural = "s" if number != 1 else ""
    print(f"{number} loop{plural}, best of {rounds}: {_shown(best, unit)} per loop")
    return None


if __name__ == "__main__":
    sys.exit(main())
