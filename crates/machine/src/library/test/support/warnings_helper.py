"""Warnings in tests."""

import contextlib
import functools
import warnings


def ignore_warnings(*, category):
    def decorator(test):
        @functools.wraps(test)
        def wrapper(*args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category=category)
                return test(*args, **kwargs)

        return wrapper

    return decorator


class WarningsRecorder:
    """The warnings since the last reset; the attributes of the last of them."""

    def __init__(self, warnings_list):
        self._seen = 0
        self._warnings = warnings_list

    def reset(self):
        self._seen = len(self._warnings)

    @property
    def warnings(self):
        return self._warnings[self._seen :]

    def __getattr__(self, attr):
        for last in self.warnings[-1:]:
            return getattr(last, attr)
        raise AttributeError(f"{self!r} has no attribute {attr!r}")


@contextlib.contextmanager
def check_warnings(*filters, quiet=True):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield WarningsRecorder(caught)


@contextlib.contextmanager
def check_no_warnings(testcase, message="", category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", category)
        yield
    testcase.assertEqual(caught, [])


@contextlib.contextmanager
def save_restore_warnings_filters():
    kept = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = kept


def check_syntax_warning(testcase, statement, errtext="", *, lineno=1, offset=None):
    """Compiling the statement warns once, at that line."""
    import warnings

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", SyntaxWarning)
        compile(statement, "<testcase>", "exec")
    testcase.assertEqual(len(caught), 1)
    testcase.assertRegex(str(caught[0].message), errtext)
    testcase.assertEqual(caught[0].lineno, lineno)
