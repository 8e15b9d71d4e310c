"""What came of a run."""

import traceback

from . import util

__unittest = True


class TestResult:
    """Counts tests, and keeps the reports of those that did not pass."""

    _moduleSetUpFailed = False
    _previousTestClass = None

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        self.shouldStop = self.failfast = self.buffer = self.tb_locals = False
        for kept in ("errors", "failures", "skipped", "expectedFailures", "unexpectedSuccesses", "collectedDurations"):
            setattr(self, kept, [])

    def __repr__(self):
        counts = f"run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}"
        return f"<{util.strclass(self.__class__)} {counts}>"

    def wasSuccessful(self):
        return not (self.errors or self.failures or self.unexpectedSuccesses)

    # The run.

    def startTestRun(self):
        pass

    def stop(self):
        self.shouldStop = True

    def stopTestRun(self):
        pass

    # A test.

    def startTest(self, test):
        self.testsRun += 1

    def addSuccess(self, test):
        pass

    def addFailure(self, test, err):
        self._keep_failed(self.failures, test, self._exc_info_to_string(err, test))

    def addError(self, test, err):
        self._keep_failed(self.errors, test, self._exc_info_to_string(err, test))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            self._keep_failed(
                self.failures if failed else self.errors, subtest, self._exc_info_to_string(err, test)
            )

    def _keep_failed(self, kept, test, report):
        kept.append((test, report))
        self._stop_if_failfast()

    def _stop_if_failfast(self):
        if getattr(self, "failfast", False):
            self.stop()

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._stop_if_failfast()

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def stopTest(self, test):
        pass

    def _exc_info_to_string(self, err, test):
        error = err[1]
        if isinstance(error, test.failureException):
            # What asserts is not shown, only who asked.
            error.__traceback__ = _skip_ours(error.__traceback__)
            _cut_before_ours(error.__traceback__)
        for shown in _exceptions_of(error):
            shown.__traceback__ = _skip_ours(shown.__traceback__)
        return "".join(traceback.format_exception(error))


def _is_ours(entry):
    return "__unittest" in entry.tb_frame.f_globals


def _skip_ours(tb):
    while tb is not None and _is_ours(tb):
        tb = tb.tb_next
    return tb


def _cut_before_ours(tb):
    while tb is not None:
        if tb.tb_next is not None and _is_ours(tb.tb_next):
            tb.tb_next = None
        tb = tb.tb_next


def _exceptions_of(error):
    """The exception and those it came from, each once."""
    found = {}
    rest = [error]
    while rest:
        one = rest.pop()
        if one is not None and id(one) not in found:
            found[id(one)] = one
            rest += one.__cause__, one.__context__
    return found.values()
