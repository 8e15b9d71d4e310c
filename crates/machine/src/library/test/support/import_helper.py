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
    kept = {key: sys.modules.pop(key) for key in (name, *fresh, *blocked) if key in sys.modules}
    for key in blocked:
        sys.modules[key] = None
    try:
        __import__(name)
        return sys.modules[name]
    except ImportError:
        return None
    finally:
        for key in (name, *fresh, *blocked):
            sys.modules.pop(key, None)
        sys.modules.update(kept)


@contextlib.contextmanager
def ready_to_import(name=None, source=""):
    raise unittest.SkipTest("requires files")
    yield


def unload(name):
    sys.modules.pop(name, None)
