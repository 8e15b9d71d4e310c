"""Runs tests and prints how they went."""

import sys
import time

from .case import _SubTest
from .result import TestResult

__unittest = True


class _WritelnDecorator:
    """A stream that can write lines."""

    def __init__(self, stream):
        self.stream = stream

    def writeln(self, arg=None):
        for text in filter(None, (arg, "\n")):
            self.write(text)

    def __getattr__(self, attr):
        if attr == "stream" or attr == "__getstate__":
            raise AttributeError(attr)
        return getattr(self.stream, attr)


class TextTestResult(TestResult):
    separator1, separator2 = "=" * 70, "-" * 70
    _newline = True

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.dots, self.showAll = verbosity == 1, verbosity > 1
        self.stream = stream
        self.durations = durations
        self.descriptions = descriptions

    def getDescription(self, test):
        doc = test.shortDescription()
        return f"{test}\n{doc}" if doc and self.descriptions else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._announce(test)
            self.stream.flush()
            self._newline = False

    def _announce(self, test):
        for text in (self.getDescription(test), " ... "):
            self.stream.write(text)

    def _say(self, test, word, dot):
        """The verdict of a subtest has a line of its own, that of a test the line that was begun."""
        if self.showAll:
            if isinstance(test, _SubTest):
                self.stream.write("  " if self._newline else "\n  ")
                self._newline = True
            if self._newline:
                self._announce(test)
            self._newline = True
        self._say_only(word, dot)

    def _say_only(self, word, dot):
        if self.showAll:
            self.stream.writeln(word)
        elif self.dots:
            self.stream.write(dot)
        else:
            return
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            word = "FAIL" if issubclass(err[0], subtest.failureException) else "ERROR"
            self._say(subtest, word, word[0])
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._say(test, "ok", ".")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._say(test, "FAIL", "F")

    def addError(self, test, err):
        super().addError(test, err)
        self._say(test, "ERROR", "E")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._say_only("unexpected success", "u")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._say_only("expected failure", "x")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._say(test, f"skipped {reason!r}", "s")

    def printErrors(self):
        if self.showAll or self.dots:
            self._lines("")
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            tests = [f"UNEXPECTED SUCCESS: {self.getDescription(test)}" for test in self.unexpectedSuccesses]
            self._lines(self.separator1, *tests)

    def printErrorList(self, flavour, errors):
        for test, report in errors:
            title = f"{flavour}: {self.getDescription(test)}"
            self._lines(self.separator1, title, self.separator2, str(report))

    def _lines(self, *lines):
        for line in lines:
            self.stream.writeln(line)
        self.stream.flush()


# What the last line counts, in its order.
_COUNTED = {
    "failures": "failures",
    "errors": "errors",
    "skipped": "skipped",
    "expectedFailures": "expected failures",
    "unexpectedSuccesses": "unexpected successes",
}


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        if resultclass is not None:
            self.resultclass = resultclass
        self.stream = _WritelnDecorator(stream if stream is not None else sys.stderr)
        self.verbosity, self.descriptions = verbosity, descriptions
        # These the result is given.
        self.failfast, self.buffer, self.tb_locals = failfast, buffer, tb_locals
        self.warnings, self.durations = warnings, durations

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        for setting in ("failfast", "buffer", "tb_locals"):
            setattr(result, setting, getattr(self, setting))
        begun = time.perf_counter()
        getattr(result, "startTestRun", _nothing)()
        try:
            test(result)
        finally:
            getattr(result, "stopTestRun", _nothing)()
        seconds = time.perf_counter() - begun
        result.printErrors()
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        tests = "1 test" if result.testsRun == 1 else f"{result.testsRun} tests"
        self.stream.writeln(f"Ran {tests} in {seconds:.3f}s")
        self.stream.writeln()
        self._print_verdict(result)
        self.stream.flush()
        return result

    def _print_verdict(self, result):
        if not result.wasSuccessful():
            verdict = "FAILED"
        else:
            verdict = "OK" if result.testsRun else "NO TESTS RAN"
        self.stream.write(verdict)
        lengths = {title: len(getattr(result, kept)) for kept, title in _COUNTED.items()}
        infos = ", ".join(f"{title}={length}" for title, length in lengths.items() if length)
        self.stream.write(f" ({infos})\n" if infos else "\n")


def _nothing():
    pass
