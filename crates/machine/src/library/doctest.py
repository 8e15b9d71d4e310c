"""Examples in docstrings, run and compared with what they show."""

import io
import sys
import traceback
import unittest

ELLIPSIS = 8
NORMALIZE_WHITESPACE = 4
_BLANK = "<BLANKLINE>"


class Example:
    def __init__(self, source, want, lineno):
        self.source = source
        self.want = want
        self.lineno = lineno


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.globs = globs
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring


class DocTestParser:
    def get_examples(self, string):
        lines = string.expandtabs().split("\n")
        examples = []
        index = 0
        while index < len(lines):
            line = lines[index]
            indent = len(line) - len(line.lstrip(" "))
            if line[indent : indent + 4] not in (">>> ", ">>>"):
                index += 1
                continue
            start = index
            source = [line[indent + 4 :]]
            index += 1
            while index < len(lines) and lines[index][indent : indent + 4] in ("... ", "..."):
                source.append(lines[index][indent + 4 :])
                index += 1
            want = []
            while index < len(lines) and lines[index].strip() and lines[index][indent : indent + 3] != ">>>":
                want.append(lines[index][indent:])
                index += 1
            text = "\n".join(source) + "\n"
            if not all(not part.strip() or part.lstrip().startswith("#") for part in source):
                examples.append(Example(text, "\n".join(want) + "\n" if want else "", start))
        return examples


def check_output(want, got):
    if want == got:
        return True
    want = "\n".join("" if line.strip() == _BLANK else line for line in want.split("\n"))
    if want == got:
        return True
    if "..." not in want:
        return False
    pieces = want.split("...")
    if not got.startswith(pieces[0]) or not got.endswith(pieces[-1]):
        return False
    place, end = len(pieces[0]), len(got) - len(pieces[-1])
    for piece in pieces[1:-1]:
        place = got.find(piece, place, end)
        if place < 0:
            return False
        place += len(piece)
    return place <= end


def _expected_exception(want):
    """What a traceback in the docstring ends with, or None."""
    lines = want.split("\n")
    if not lines[0].startswith("Traceback (most recent call last):") and not lines[0].startswith("Traceback (innermost"):
        return None
    for index, line in enumerate(lines[1:], 1):
        if line[:1].isalnum() or line.startswith("_"):
            return "\n".join(lines[index:])
    return None


def _run_example(example, test, number):
    """None, or what the example gave instead."""
    kept, sys.stdout = sys.stdout, io.StringIO()
    exception = None
    try:
        try:
            code = compile(example.source, "<doctest %s[%d]>" % (test.name, number), "single")
            exec(code, test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException as e:
            exception = "".join(traceback.format_exception_only(e))
        got = sys.stdout.getvalue()
    finally:
        sys.stdout = kept
    if exception is None:
        return None if check_output(example.want, got) else got or "nothing"
    wanted = _expected_exception(example.want)
    return None if wanted is not None and check_output(wanted, exception) else exception


class DocTestCase(unittest.TestCase):
    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test = test
        self._dt_globs = test.globs.copy()

    def tearDown(self):
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        test = self._dt_test
        reports = []
        for number, example in enumerate(test.examples):
            got = _run_example(example, test, number)
            if got is not None:
                reports.append(
                    "line %d, in %s\nFailed example:\n    %sExpected:\n    %sGot:\n    %s"
                    % (example.lineno, test.name, example.source, example.want or "nothing\n", got)
                )
        if reports:
            raise self.failureException("Failed doctest test for %s\n%s" % (test.name, "\n".join(reports)))

    def id(self):
        return self._dt_test.name

    def __repr__(self):
        name = self._dt_test.name.split(".")
        return "%s (%s)" % (name[-1], ".".join(name[:-1]))

    __str__ = __repr__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


def _docstrings(module):
    """Names and docstrings of a module, its functions and classes, and its `__test__`."""
    found = [(module.__name__, module.__doc__)]
    for name, value in sorted(vars(module).items(), key=lambda item: item[0]):
        if getattr(value, "__module__", None) == module.__name__:
            found.append((module.__name__ + "." + name, getattr(value, "__doc__", None)))
    for name, value in getattr(module, "__test__", {}).items():
        text = value if isinstance(value, str) else value.__doc__
        found.append(("%s.__test__.%s" % (module.__name__, name), text))
    return found


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals["__name__"]]
    elif isinstance(module, str):
        __import__(module)
        module = sys.modules[module]
    suite = unittest.TestSuite()
    for name, text in _docstrings(module):
        examples = DocTestParser().get_examples(text) if isinstance(text, str) else []
        if examples:
            names = dict(vars(module) if globs is None else globs)
            suite.addTest(DocTestCase(DocTest(examples, names, name, module.__file__, 0, text)))
    return suite


def testmod(m=None, **options):
    if m is None:
        m = sys.modules["__main__"]
    result = unittest.TestResult()
    DocTestSuite(m).run(result)
    for _, report in result.failures:
        sys.stdout.write(report)
    return len(result.failures), result.testsRun
