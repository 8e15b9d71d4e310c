"""What came of a run."""

import traceback

from . import util

__unittest = True


class TestResult:
    """Counts tests, and keeps the reports of those that did not pass."""

    _previousTestClass = None
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def _stop_if_failfast(self):
        if getattr(self, "failfast", False):
            self.stop()

    def addError(self, test, err):
        self._stop_if_failfast()
        self.errors.append((test, self._exc_info_to_string(err, test)))

    def addFailure(self, test, err):
        self._stop_if_failfast()
        self.failures.append((test, self._exc_info_to_string(err, test)))

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        self._stop_if_failfast()
        failed = self.failures if issubclass(err[0], test.failureException) else self.errors
        failed.append((subtest, self._exc_info_to_string(err, test)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self._stop_if_failfast()
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        exctype, value, tb = err
        _clean(value, test)
        return "".join(traceback.format_exception(value))

    def __repr__(self):
        return "<%s run=%i errors=%i failures=%i>" % (
            util.strclass(self.__class__), self.testsRun, len(self.errors), len(self.failures),
        )


def _clean(value, test):
    """Takes the frames of this package out of a report, from the exception and from what it came from."""
    seen = set()
    todo = [value]
    first = True
    while todo:
        value = todo.pop()
        if value is None or id(value) in seen:
            continue
        seen.add(id(value))
        tb = value.__traceback__
        while tb and _is_ours(tb):
            tb = tb.tb_next
        if first and isinstance(value, test.failureException):
            last = None
            entry = tb
            while entry and not _is_ours(entry):
                last = entry
                entry = entry.tb_next
            if last is not None:
                last.tb_next = None
        first = False
        value.__traceback__ = tb
        todo.append(value.__cause__)
        todo.append(value.__context__)


def _is_ours(tb):
    return "__unittest" in tb.tb_frame.f_globals
