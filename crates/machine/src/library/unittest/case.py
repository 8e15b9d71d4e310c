"""A test case: one method of a class, with what comes before and after it."""

import contextlib
import functools
import types

from .assertions import Assertions
from .result import TestResult
from .util import strclass

__unittest = True

_NO_MESSAGE = object()
_EQUALITIES = {
    str: "assertMultiLineEqual",
    list: "assertListEqual",
    tuple: "assertTupleEqual",
    dict: "assertDictEqual",
    set: "assertSetEqual",
    frozenset: "assertSetEqual",
}


class SkipTest(Exception):
    """Raised in a test that is skipped."""


class _ShouldStop(Exception):
    """Leaves a subtest once the run is to end at the first failure."""


# What a class or a method says about itself.


def _refuse(function, why):
    @functools.wraps(function)
    def skip_wrapper(*args, **kwargs):
        raise SkipTest(why)

    return skip_wrapper


def _mark_skipped(why, item):
    marked = item if isinstance(item, type) else _refuse(item, why)
    marked.__unittest_skip_why__ = why
    marked.__unittest_skip__ = True
    return marked


def _leave_alone(item):
    return item


def skip(reason):
    """Also a decorator without a reason."""
    if isinstance(reason, types.FunctionType):
        return _mark_skipped("", reason)
    return lambda item: _mark_skipped(reason, item)


def skipUnless(condition, reason):
    return skip(reason) if not condition else _leave_alone


def skipIf(condition, reason):
    return skipUnless(not condition, reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


def _says(attribute, test, method):
    """What the class says, or else the method."""
    return getattr(type(test), attribute, None) or getattr(method, attribute, None)


def _why_skipped(test, method):
    """None for a test that is to run."""
    return (_says("__unittest_skip_why__", test, method) or "") if _says("__unittest_skip__", test, method) else None


# Cleanups: a function and its arguments, the one added last comes first.


def _taken_off(cleanups):
    while cleanups:
        yield cleanups.pop()


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    """Does all of them; then the first exception of theirs is raised."""
    first = None
    for function, args, kwargs in _taken_off(_module_cleanups):
        try:
            function(*args, **kwargs)
        except Exception as error:
            if first is None:
                first = error
    if first is not None:
        raise first


def _enter_context(manager, add_cleanup):
    cls = type(manager)
    if not (hasattr(cls, "__enter__") and hasattr(cls, "__exit__")):
        name = f"{cls.__module__}.{cls.__qualname__}"
        raise TypeError(f"'{name}' object does not support the context manager protocol")
    leave = cls.__exit__
    value = cls.__enter__(manager)
    add_cleanup(leave, manager, None, None, None)
    return value


# Running.


class _Outcome:
    """How the parts of one test went."""

    success = True
    expecting_failure = False
    expectedFailure = None

    def __init__(self, result=None):
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.result = result

    def testPartExecutor(self, test_case, subTest=False):
        return _Part(self, test_case, subTest)

    def ends_test(self):
        """Whether nothing is to follow the subtest that has just ended."""
        if self.success:
            return bool(self.expectedFailure)
        return self.result is not None and self.result.failfast


class _Part:
    """The with statement around a part of a test: its exceptions go to the result."""

    def __init__(self, outcome, test_case, is_subtest):
        self.outcome = outcome
        self.test_case = test_case
        self.is_subtest = is_subtest

    def __enter__(self):
        self.succeeded_before = self.outcome.success
        self.outcome.success = True

    def __exit__(self, kind, error, tb):
        try:
            if kind is None:
                if self.is_subtest and self.outcome.success:
                    self._report_subtest(None)
                return True
            if issubclass(kind, KeyboardInterrupt):
                return False
            if not issubclass(kind, _ShouldStop):
                self._report(kind, error, tb)
            return True
        finally:
            self.outcome.success &= self.succeeded_before

    def _report(self, kind, error, tb):
        outcome, test_case = self.outcome, self.test_case
        if issubclass(kind, SkipTest):
            outcome.success = False
            outcome.result.addSkip(test_case, str(error))
        elif outcome.expecting_failure:
            outcome.expectedFailure = kind, error, tb
        else:
            outcome.success = False
            if self.is_subtest:
                self._report_subtest((kind, error, tb))
                return
            failed = issubclass(kind, test_case.failureException)
            report = outcome.result.addFailure if failed else outcome.result.addError
            report(test_case, (kind, error, tb))

    def _report_subtest(self, exc_info):
        self.outcome.result.addSubTest(self.test_case.test_case, self.test_case, exc_info)


def _call_if_there(owner, name):
    if hasattr(owner, name):
        getattr(owner, name)()


def _first_line(text):
    return text.partition("\n")[0].strip()


class TestCase(Assertions):
    _classSetupFailed = False
    _testMethodName = None

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._class_cleanups = []
        cls._classSetupFailed = False

    def __init__(self, methodName="runTest"):
        self._subtest = self._outcome = None
        self._cleanups = []
        self._testMethodName = methodName
        try:
            self._testMethodDoc = getattr(self, methodName).__doc__
        except AttributeError:
            if methodName != "runTest":
                raise ValueError(f"no such test method in {type(self)}: {methodName}")
            self._testMethodDoc = "No test"
        self._type_equality_funcs = {}
        for kind, asserter in _EQUALITIES.items():
            self.addTypeEqualityFunc(kind, asserter)

    # Of the class.

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def doClassCleanups(cls):
        failed = cls.tearDown_exceptions = []
        for function, args, kwargs in _taken_off(cls._class_cleanups):
            try:
                function(*args, **kwargs)
            except Exception as error:
                failed.append((type(error), error, error.__traceback__))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter_context(cm, cls.addClassCleanup)

    # Of the test.

    def setUp(self):
        pass

    def tearDown(self):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        for function, args, kwargs in _taken_off(self._cleanups):
            with outcome.testPartExecutor(self):
                function(*args, **kwargs)
        return outcome.success

    def enterContext(self, cm):
        return _enter_context(cm, self.addCleanup)

    def skipTest(self, reason):
        raise SkipTest(reason)

    @contextlib.contextmanager
    def subTest(self, msg=_NO_MESSAGE, **params):
        outcome = self._outcome
        if outcome is None or not outcome.result_supports_subtests:
            yield
            return
        outer = self._subtest
        inherited = outer.params if outer is not None else {}
        # The names of the innermost subtest are shown first.
        shown = params | {name: value for name, value in inherited.items() if name not in params}
        self._subtest = _SubTest(self, msg, shown)
        try:
            with outcome.testPartExecutor(self._subtest, subTest=True):
                yield
            if outcome.ends_test():
                raise _ShouldStop
        finally:
            self._subtest = outer

    def defaultTestResult(self):
        return TestResult()

    def run(self, result=None):
        if result is not None:
            self._run_into(result)
            return result
        own = self.defaultTestResult()
        _call_if_there(own, "startTestRun")
        try:
            self._run_into(own)
        finally:
            _call_if_there(own, "stopTestRun")
        return own

    def _run_into(self, result):
        try:
            method = getattr(self, self._testMethodName)
            why = _why_skipped(self, method)
            if why is not None:
                # A test that is skipped as a whole is not counted.
                result.addSkip(self, why)
                return
            result.startTest(self)
            outcome = self._outcome = _Outcome(result)
            failure_expected = bool(
                getattr(self, "__unittest_expecting_failure__", False)
                or getattr(method, "__unittest_expecting_failure__", False)
            )
            try:
                with outcome.testPartExecutor(self):
                    self.setUp()
                if outcome.success:
                    self._run_method(method, outcome, failure_expected)
                self.doCleanups()
                if outcome.success:
                    self._report_success(result, outcome, failure_expected)
            finally:
                # The frames of the exception hold the test.
                self._outcome = outcome.expectedFailure = None
        finally:
            result.stopTest(self)

    def _run_method(self, method, outcome, failure_expected):
        outcome.expecting_failure = failure_expected
        with outcome.testPartExecutor(self):
            self._callTestMethod(method)
        outcome.expecting_failure = False
        with outcome.testPartExecutor(self):
            self.tearDown()

    def _report_success(self, result, outcome, failure_expected):
        if outcome.expectedFailure:
            result.addExpectedFailure(self, outcome.expectedFailure)
        elif failure_expected:
            result.addUnexpectedSuccess(self)
        else:
            result.addSuccess(self)

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings

            warnings.warn(
                f"It is deprecated to return a value that is not None from a test case ({method})",
                DeprecationWarning, stacklevel=3,
            )

    def debug(self):
        """Runs the test and lets its exceptions through."""
        method = getattr(self, self._testMethodName)
        why = _why_skipped(self, method)
        if why is not None:
            raise SkipTest(why)
        for step in (self.setUp, functools.partial(self._callTestMethod, method), self.tearDown):
            step()
        for function, args, kwargs in _taken_off(self._cleanups):
            function(*args, **kwargs)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    # What it is called.

    def countTestCases(self):
        return 1

    def _identity(self):
        return type(self), self._testMethodName

    def __hash__(self):
        return hash(self._identity())

    def __eq__(self, other):
        return self._identity() == other._identity() if type(other) is type(self) else NotImplemented

    def __repr__(self):
        return f"<{strclass(type(self))} testMethod={self._testMethodName}>"

    def __str__(self):
        return f"{self._testMethodName} ({strclass(type(self))}.{self._testMethodName})"

    def id(self):
        return f"{strclass(type(self))}.{self._testMethodName}"

    def shortDescription(self):
        return _first_line(self._testMethodDoc.strip()) if self._testMethodDoc else None


class FunctionTestCase(TestCase):
    """A test case around a function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._parts = {"setUp": setUp, "runTest": testFunc, "tearDown": tearDown}
        self._testFunc = testFunc
        self._description = description

    def _do(self, part):
        if self._parts[part] is not None:
            self._parts[part]()

    def setUp(self):
        self._do("setUp")

    def runTest(self):
        self._testFunc()

    def tearDown(self):
        self._do("tearDown")

    def _identity(self):
        return type(self), *self._parts.values(), self._description

    def __repr__(self):
        return f"<{strclass(type(self))} tec={self._testFunc}>"

    def __str__(self):
        return f"{strclass(type(self))} ({self.id()})"

    def id(self):
        return self._testFunc.__name__

    def shortDescription(self):
        if self._description is None:
            return _first_line(self._testFunc.__doc__ or "") or None
        return self._description


class _SubTest(TestCase):
    """The part of a test that runs with certain parameters."""

    def __init__(self, test_case, message, params):
        TestCase.__init__(self)
        self.params = params
        self.test_case, self._message = test_case, message
        self.failureException = test_case.failureException

    def _subDescription(self):
        shown = [] if self._message is _NO_MESSAGE else [f"[{self._message}]"]
        if self.params:
            shown.append("(%s)" % ", ".join(f"{name}={value!r}" for name, value in self.params.items()))
        return " ".join(shown) or "(<subtest>)"

    def __str__(self):
        return f"{self.test_case} {self._subDescription()}"

    def id(self):
        return f"{self.test_case.id()} {self._subDescription()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")
