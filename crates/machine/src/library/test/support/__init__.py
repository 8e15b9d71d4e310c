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
    afterwards = gc.enable if gc.isenabled() else gc.disable
    gc.disable()
    try:
        yield
    finally:
        afterwards()


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

    def untraced(*args, **kwargs):
        with _trace_function(None):
            return func(*args, **kwargs)

    return functools.update_wrapper(untraced, func) if hasattr(sys, "settrace") else func


@contextlib.contextmanager
def _trace_function(wanted):
    kept = sys.gettrace()
    sys.settrace(wanted)
    try:
        yield
    finally:
        sys.settrace(kept)


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

    unraisable = None

    def __enter__(self):
        self._kept_hook, sys.unraisablehook = sys.unraisablehook, self._note
        return self

    def _note(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *exc_info):
        sys.unraisablehook = self._kept_hook
        # What was noted is not to live longer than the block.
        vars(self).pop("unraisable", None)


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


class _SameAnswer:
    """Says the same to every comparison of equality."""

    def __init__(self, equal):
        self.equal = equal

    def __ne__(self, other):
        return not self.equal

    def __eq__(self, other):
        return self.equal


class _Hashable(_SameAnswer):
    def __hash__(self):
        return 1


class _Outermost:
    """Lies on one side of everything but of what is like it."""

    def __init__(self, above):
        self.above = above

    def _is_like(self, other):
        return isinstance(other, _Outermost) and other.above == self.above

    def __eq__(self, other):
        return self._is_like(other)

    def __lt__(self, other):
        return not (self.above or self._is_like(other))

    def __gt__(self, other):
        return self.above and not self._is_like(other)

    def __le__(self, other):
        return not self > other

    def __ge__(self, other):
        return not self < other


ALWAYS_EQ = _SameAnswer(True)
NEVER_EQ = _Hashable(False)
LARGEST = _Outermost(above=True)
SMALLEST = _Outermost(above=False)


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
