"""What CPython's own tests ask of their surroundings, and which of it there is."""

import contextlib
import functools
import gc
import sys
import textwrap
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
MAX_Py_ssize_t = sys.maxsize
NHASHBITS = sys.hash_info.width


class TestFailed(Exception):
    """A test that does not use unittest went wrong."""


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


def _unchanged(test):
    return test


requires_IEEE_754 = _unchanged


def requires_legacy_unicode_capi():
    return unittest.skip("requires _testcapi")


def requires_mac_ver(*version):
    return _unchanged


def bigaddrspacetest(test):
    return unittest.skip("not enough memory")(test)


def run_with_locale(category, *locales):
    return unittest.skip("requires locales")


@contextlib.contextmanager
def adjust_int_max_str_digits(max_digits):
    """Another limit for the digits of conversions, for a while."""
    kept = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(max_digits)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(kept)


def maybe_get_event_loop_policy():
    return None


def check_free_after_iterating(test, iter, cls, args=()):
    """An iterator at its end has let go of what it went through."""
    gone = []

    class Noticed(cls):
        def __del__(self):
            gone.append(True)
            # The iterator is at its end and may be asked again.
            next(walk, None)

    walk = iter(Noticed(*args))
    test.assertRaises(StopIteration, next, walk)
    gc_collect()
    test.assertTrue(gone)


def collision_stats(nbins, nballs):
    """Mean and standard deviation of the collisions of that many hashes in that many bins."""
    from fractions import Fraction

    empty = Fraction((nbins - 1) ** nballs, nbins**nballs)
    two_empty = Fraction((nbins - 2) ** nballs, nbins**nballs)
    mean = nballs - nbins * (1 - empty)
    variance = nbins * (nbins - 1) * two_empty + nbins * empty * (1 - nbins * empty)
    return float(mean), float(variance) ** 0.5


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


class _Equal:
    """Is equal to everything."""

    def __ne__(self, other):
        return False

    def __eq__(self, other):
        return True


class _Unequal:
    """Is equal to nothing; no relative of the other, or its answers would come first."""

    def __ne__(self, other):
        return True

    def __eq__(self, other):
        return False

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


ALWAYS_EQ = _Equal()
NEVER_EQ = _Unequal()
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


# What tests may ask about where they run.
REPO_ROOT = "/usr"
MISSING_C_DOCSTRINGS = True
HAVE_DOCSTRINGS = False
EXCEEDS_RECURSION_LIMIT = 5000
has_socket_support = False
with_pymalloc = lambda: True
no_rerun = requires_gil_enabled = lambda reason=None: lambda test: test


class Error(Exception):
    """Something that a test needs failed."""


def requires_working_socket(*, module=False):
    """The event loop here needs no sockets."""
    return None if module else unittest.skip("requires socket support")


requires_limited_api = requires_venv_with_pip = requires_specialization = unittest.skip("not here")
has_no_debug_ranges = lambda: False
requires_debug_ranges = lambda reason="": lambda test: test
optim_args_from_interpreter_flags = args_from_interpreter_flags = list


def reap_children():
    """There are no processes."""


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}") from None


def get_recursion_depth():
    """How many frames lie below the caller, itself included."""
    frame, depth = sys._getframe(1), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


def get_recursion_available():
    return sys.getrecursionlimit() - get_recursion_depth()


@contextlib.contextmanager
def adjust_int_max_str_digits(max_digits):
    kept = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(max_digits)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(kept)


def run_with_locale(category, *locales):
    """There is one locale only."""
    return lambda test: test


def calcobjsize(fmt):
    import struct

    return struct.calcsize("nP" + fmt + "0n")


def calcvobjsize(fmt):
    import struct

    return struct.calcsize("nPn" + fmt + "0n")


def check_sizeof(test, o, size):
    found = sys.getsizeof(o) - (16 if type(o).__flags__ & 1 << 14 else 0)
    # What the collector puts before a container counts.
    size += sys.getsizeof(o) - o.__sizeof__() - (sys.getsizeof(o) - found)
    test.assertEqual(found, size, f"wrong size for {type(o)}: got {found}, expected {size}")


def check__all__(test_case, module, name_of_module=None, extra=(), not_exported=()):
    names = (name_of_module or module.__name__,) if not isinstance(name_of_module, tuple) else name_of_module
    expected = set(extra)
    for name, value in vars(module).items():
        if name.startswith("_") or name in not_exported:
            continue
        home = getattr(value, "__module__", None)
        if home in names or home is None and not isinstance(value, types.ModuleType):
            expected.add(name)
    test_case.assertCountEqual(module.__all__, expected)


_2G = 2 * 1024**3
_1G = 1 << 30
has_strftime_extensions = True
requires_IEEE_754 = skip_if_pgo_task = skip_if_buggy_ucrt_strfptime = lambda test: test
requires_mac_ver = lambda *version: lambda test: test
requires_legacy_unicode_capi = lambda: unittest.skip("requires legacy Unicode C API")


class TestFailed(Exception):
    """A test that has failed."""


def check_sanitizer(*, address=False, memory=False, ub=False, thread=False):
    """No sanitizer watches."""
    return False


def darwin_malloc_err_warning(test_name):
    """Only of interest under macOS."""


def run_with_tz(tz):
    """There is no time zone but UTC."""
    return unittest.skip("requires time zones")


def check_free_after_iterating(test, iter, cls, args=()):
    """An iterator that has come to its end lets go of what it iterated over."""
    done = []

    class Watched(cls):
        def __del__(self):
            done.append(True)
            try:
                next(iterator)
            except StopIteration:
                pass

    iterator = iter(Watched(*args))
    test.assertRaises(StopIteration, next, iterator)
    gc_collect()
    test.assertTrue(done)


def __getattr__(name):
    """The modules beside this one, without a thought of importing them."""
    if name.endswith("_helper"):
        import importlib

        return importlib.import_module(f"test.support.{name}")
    raise AttributeError(f"module 'test.support' has no attribute {name!r}")


def run_code(code):
    """Runs the source and returns the names that it has made."""
    names = {}
    exec(textwrap.dedent(code), names)
    return names
