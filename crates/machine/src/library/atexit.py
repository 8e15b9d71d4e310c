"""Functions to call when the interpreter ends, the last registered first."""

import sys as _sys

_callbacks = []


def register(function, /, *args, **kwargs):
    """Have function(*args, **kwargs) called at the end; also a decorator."""
    if not callable(function):
        raise TypeError("the first argument must be callable")
    _callbacks.append((function, args, kwargs))
    return function


def unregister(function, /):
    """Forget every registration of an equal function."""
    _callbacks[:] = [entry for entry in _callbacks if entry[0] != function]


def _clear():
    _callbacks.clear()


def _ncallbacks():
    return len(_callbacks)


def _run_exitfuncs():
    while _callbacks:
        function, args, kwargs = _callbacks.pop()
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            _sys.stderr.write(f"Exception ignored in atexit callback: {function!r}\n")
            _sys.excepthook(type(error), error, error.__traceback__)
