"""Modules that a test can do without."""

import contextlib
import sys
import unittest

__unittest = True


def import_module(name, deprecated=False, *, required_on=()):
    """The module, or a skipped test."""
    try:
        __import__(name)
    except ImportError as e:
        raise unittest.SkipTest(str(e)) from None
    return sys.modules[name]


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    names = name, *fresh, *blocked
    kept = {key: sys.modules.pop(key) for key in list(sys.modules) if key in names or key.startswith(tuple(n + "." for n in names))}
    for key in blocked:
        sys.modules[key] = None
    try:
        __import__(name)
        for key in fresh:
            __import__(key)
        return sys.modules[name]
    except ImportError:
        return None
    finally:
        for key in list(sys.modules):
            if key in names or key.startswith(name + "."):
                del sys.modules[key]
        sys.modules.update(kept)


@contextlib.contextmanager
def ready_to_import(name=None, source=""):
    raise unittest.SkipTest("requires files")
    yield


def unload(name):
    sys.modules.pop(name, None)
