"""What CPython's own tests ask of their surroundings, and which of it there is."""

import contextlib
import functools
import gc
import sys
import types
import unittest

verbose = 0
Py_DEBUG = hasattr(sys, "gettotalrefcount")
is_wasi = False
is_emscripten = False
is_jython = False
has_fork_support = False
has_subprocess_support = False
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
max_memuse = 0
C_RECURSION_LIMIT = 10000


def gc_collect():
    """Collects until nothing is left that only a finalizer kept."""
    gc.collect()
    gc.collect()
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    have_gc = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if have_gc:
            gc.enable()


def cpython_only(test):
    return test


def impl_detail(msg=None, **guards):
    return lambda test: test


def check_impl_detail(**guards):
    return guards.get("cpython", not guards)


def refcount_test(test):
    return no_tracing(cpython_only(test))


def no_tracing(func):
    """The function runs without a trace function."""
    if not hasattr(sys, "gettrace"):
        return func

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        original_trace = sys.gettrace()
        try:
            sys.settrace(None)
            return func(*args, **kwargs)
        finally:
            sys.settrace(original_trace)

    return wrapper


def requires_subprocess():
    return unittest.skip("requires subprocess support")


def requires_fork():
    return unittest.skip("requires working os.fork()")


def requires_resource(resource):
    return unittest.skip("resource %r is not enabled" % resource)


def is_resource_enabled(resource):
    return False


def requires(resource, msg=None):
    raise unittest.SkipTest(msg or "Use of the %r resource not enabled" % resource)


def requires_docstrings(test):
    return test


def bigmemtest(size, memuse, dry_run=True):
    return unittest.skip("not enough memory")


def infinite_recursion(max_depth=75):
    return contextlib.nullcontext()


@contextlib.contextmanager
def captured_output(stream_name):
    import io

    kept = getattr(sys, stream_name)
    setattr(sys, stream_name, io.StringIO())
    try:
        yield getattr(sys, stream_name)
    finally:
        setattr(sys, stream_name, kept)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


@contextlib.contextmanager
def swap_attr(obj, attr, new_val):
    missing = object()
    kept = getattr(obj, attr, missing)
    setattr(obj, attr, new_val)
    try:
        yield None if kept is missing else kept
    finally:
        if kept is missing:
            delattr(obj, attr)
        else:
            setattr(obj, attr, kept)


@contextlib.contextmanager
def swap_item(obj, item, new_val):
    missing = object()
    kept = obj.get(item, missing)
    obj[item] = new_val
    try:
        yield None if kept is missing else kept
    finally:
        if kept is missing:
            del obj[item]
        else:
            obj[item] = kept


class catch_unraisable_exception:
    """Notes the last exception that could not be raised."""

    def __init__(self):
        self.unraisable = None
        self._old_hook = None

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __enter__(self):
        self._old_hook = sys.unraisablehook
        sys.unraisablehook = self._hook
        return self

    def __exit__(self, *exc_info):
        sys.unraisablehook = self._old_hook
        del self.unraisable


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        pass


def late_deletion(obj):
    """Keeps an object until the last collection."""
    cycle = [obj]
    cycle.append(cycle)
    sys.late_deletion = cycle


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


@functools.total_ordering
class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()
LARGEST = _Largest()
SMALLEST = _Smallest()


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, "<test string>", "exec")
    if lineno is not None:
        testcase.assertEqual(caught.exception.lineno, lineno)


def run_in_subinterp(code):
    raise unittest.SkipTest("requires _testcapi")


def findfile(filename, subdir=None):
    return filename


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    name = tp.__name__ if tp.__module__ == "builtins" else f"{tp.__module__}.{tp.__name__}"
    testcase.assertRaisesRegex(TypeError, f"cannot create '{name}' instances", tp, *args, **kwds)
