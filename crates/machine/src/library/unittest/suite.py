"""Suites: tests one after the other, with the fixtures of their classes and modules."""

import sys

from . import case, util

__unittest = True


class BaseTestSuite:
    """A row of tests."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (util.strclass(self.__class__), list(self))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("{} is not callable".format(repr(test)))
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._forget(index)
        return result

    def _forget(self, index):
        """A test that has run keeps nothing alive."""
        if not self._cleanup:
            return
        test = self._tests[index]
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = not getattr(result, "_testRunEntered", False)
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if isinstance(test, case.TestCase):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if test.__class__._classSetupFailed or result._moduleSetUpFailed:
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            self._forget(index)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def _enter_class(self, test, result):
        current = test.__class__
        if current == result._previousTestClass or result._moduleSetUpFailed:
            return
        if getattr(current, "__unittest_skip__", False):
            return
        current._classSetupFailed = False
        try:
            current.setUpClass()
        except Exception as e:
            current._classSetupFailed = True
            self._fixture_failed(result, e, "setUpClass", util.strclass(current))
            current.doClassCleanups()

    def _leave_class(self, test, result):
        previous = result._previousTestClass
        if previous is None or (test is not None and test.__class__ == previous):
            return
        if getattr(previous, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
            return
        if getattr(previous, "__unittest_skip__", False):
            return
        try:
            previous.tearDownClass()
        except Exception as e:
            self._fixture_failed(result, e, "tearDownClass", util.strclass(previous))
        previous.doClassCleanups()
        for info in previous.tearDown_exceptions:
            self._fixture_failed(result, info[1], "tearDownClass", util.strclass(previous))

    def _enter_module(self, test, result):
        previous = result._previousTestClass
        name = test.__class__.__module__
        if previous is not None and previous.__module__ == name:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(name)
        set_up = getattr(module, "setUpModule", None)
        if set_up is None:
            return
        try:
            set_up()
        except Exception as e:
            result._moduleSetUpFailed = True
            self._fixture_failed(result, e, "setUpModule", name)

    def _leave_module(self, result):
        previous = result._previousTestClass
        if previous is None or result._moduleSetUpFailed:
            return
        module = sys.modules.get(previous.__module__)
        if module is None:
            return
        tear_down = getattr(module, "tearDownModule", None)
        try:
            if tear_down is not None:
                tear_down()
            case.doModuleCleanups()
        except Exception as e:
            self._fixture_failed(result, e, "tearDownModule", previous.__module__)

    def _fixture_failed(self, result, exception, method, parent):
        error = _ErrorHolder(f"{method} ({parent})")
        if isinstance(exception, case.SkipTest):
            result.addSkip(error, str(exception))
        else:
            result.addError(error, (type(exception), exception, exception.__traceback__))

    def debug(self):
        self.run(_DebugResult(), True)


class _ErrorHolder:
    """Stands for a fixture that failed."""

    failureException = None

    def __init__(self, description):
        self.description = description
        self.failureException = ()

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)

    def __str__(self):
        return self.id()

    def countTestCases(self):
        return 0

    def run(self, result):
        pass

    __call__ = run


class _DebugResult:
    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False

    def addError(self, test, err):
        raise err[1]
