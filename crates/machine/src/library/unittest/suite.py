"""Suites: tests one after the other, with the fixtures of their classes and modules."""

import sys

from . import case, util

__unittest = True

_NOT_RUN = object()


class BaseTestSuite:
    """A row of tests."""

    _removed_tests = 0
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTests(self, tests):
        if not isinstance(tests, str):
            for one in tests:
                self.addTest(one)
            return
        raise TypeError("tests must be an iterable of tests, not a string")

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def countTestCases(self):
        waiting = [test.countTestCases() for test in self if test]
        return sum(waiting, self._removed_tests)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __repr__(self):
        return f"<{util.strclass(type(self))} tests={[*self]}>"

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result):
        self._run_each(result, lambda test: test(result))
        return result

    def debug(self):
        for test in self:
            test.debug()

    def _run_each(self, result, run_one):
        """A test that has run (`run_one` says `_NOT_RUN` of one that has not) is not kept."""
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if run_one(test) is not _NOT_RUN and self._cleanup:
                self._removeTestAtIndex(index)

    def _removeTestAtIndex(self, index):
        if hasattr(self._tests[index], "countTestCases"):
            self._removed_tests += self._tests[index].countTestCases()
        self._tests[index] = None


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = not getattr(result, "_testRunEntered", False)
        result._testRunEntered = True
        fixtures = _Fixtures(result)

        def run_one(test):
            if isinstance(test, case.TestCase) and not fixtures.go_to(type(test)):
                return _NOT_RUN
            if debug:
                test.debug()
            else:
                test(result)

        self._run_each(result, run_one)
        if outermost:
            fixtures.leave_class(None)
            fixtures.leave_module()
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)


class _Fixtures:
    """What classes and modules do before their first test and after their last. The result knows where the run is."""

    def __init__(self, result):
        self.result = result

    def go_to(self, cls):
        """Whether the tests of the class can run."""
        result = self.result
        self.leave_class(cls)
        self.enter_module(cls.__module__)
        if not result._moduleSetUpFailed and cls != result._previousTestClass:
            self.enter_class(cls)
        result._previousTestClass = cls
        return not (result._moduleSetUpFailed or cls._classSetupFailed)

    def enter_module(self, name):
        if getattr(self.result._previousTestClass, "__module__", None) == name:
            return
        self.leave_module()
        set_up = getattr(sys.modules.get(name), "setUpModule", None)
        place = f"setUpModule ({name})"
        self.result._moduleSetUpFailed = set_up is not None and not self.done(set_up, place)
        if self.result._moduleSetUpFailed:
            self.done(case.doModuleCleanups, place)

    def leave_module(self):
        previous = self.result._previousTestClass
        if previous is None or self.result._moduleSetUpFailed:
            return
        module = sys.modules.get(previous.__module__)
        if module is not None:
            tear_down = getattr(module, "tearDownModule", None)
            for step in filter(None, (tear_down, case.doModuleCleanups)):
                self.done(step, f"tearDownModule ({previous.__module__})")

    def enter_class(self, cls):
        if getattr(cls, "__unittest_skip__", False):
            return
        cls._classSetupFailed = False
        if not self.done(cls.setUpClass, f"setUpClass ({util.strclass(cls)})"):
            cls._classSetupFailed = True
            self.clean_up(cls, "setUpClass")

    def leave_class(self, following):
        previous = self.result._previousTestClass
        if previous is None or previous == following or getattr(previous, "__unittest_skip__", False):
            return
        if getattr(previous, "_classSetupFailed", False) or getattr(self.result, "_moduleSetUpFailed", False):
            return
        self.done(previous.tearDownClass, f"tearDownClass ({util.strclass(previous)})")
        self.clean_up(previous, "tearDownClass")

    def clean_up(self, cls, after):
        cls.doClassCleanups()
        for exc_info in cls.tearDown_exceptions:
            self.report(exc_info[1], f"{after} ({util.strclass(cls)})")

    def done(self, fixture, place):
        """Whether the fixture raised nothing."""
        try:
            fixture()
        except Exception as error:
            self.report(error, place)
            return False
        return True

    def report(self, error, place):
        holder = _ErrorHolder(place)
        if isinstance(error, case.SkipTest):
            self.result.addSkip(holder, str(error))
        else:
            self.result.addError(holder, (type(error), error, error.__traceback__))


class _ErrorHolder:
    """Stands for a fixture that failed."""

    # No exception is a failure of it.
    failureException = ()

    def __init__(self, description):
        self.description = description

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    id = __str__

    def shortDescription(self):
        pass

    def countTestCases(self):
        return 0

    def __call__(self, result):
        pass

    run = __call__


class _DebugResult:
    """Stands for a result where exceptions are let through."""

    _moduleSetUpFailed = shouldStop = False
    _previousTestClass = None

    def addError(self, test, err):
        raise err[1]
