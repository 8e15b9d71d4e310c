"""Reports of exceptions as text."""

import sys

from _traceback import report


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    if value is not None:
        exc = value
    return report(exc).splitlines(keepends=True)


def format_exception_only(exc, /, value=None):
    if value is not None:
        exc = value
    kept = exc.__traceback__, exc.__cause__, exc.__context__, exc.__suppress_context__
    exc.__traceback__ = exc.__cause__ = exc.__context__ = None
    try:
        return report(exc).splitlines(keepends=True)
    finally:
        exc.__traceback__, exc.__cause__, exc.__context__, exc.__suppress_context__ = kept


def format_exc(limit=None, chain=True):
    exc = sys.exception()
    return "NoneType: None\n" if exc is None else report(exc)


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    (sys.stderr if file is None else file).write("".join(format_exception(exc, value)))


def print_exc(limit=None, file=None, chain=True):
    (sys.stderr if file is None else file).write(format_exc())


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    while tb is not None:
        frame, tb = tb.tb_frame, tb.tb_next
        try:
            frame.clear()
        except RuntimeError:
            continue  # It still runs.
