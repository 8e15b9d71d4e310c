"""Examples in docstrings, run and compared with what they show."""

import inspect
import io
import linecache
import re
import sys
import traceback
import unittest
from collections import namedtuple

import __future__
from _doctest_examples import (
    BLANKLINE_MARKER,
    COMPARISON_FLAGS,
    DONT_ACCEPT_BLANKLINE,
    DONT_ACCEPT_TRUE_FOR_1,
    ELLIPSIS,
    FAIL_FAST,
    IGNORE_EXCEPTION_DETAIL,
    NORMALIZE_WHITESPACE,
    OPTIONFLAGS_BY_NAME,
    REPORTING_FLAGS,
    REPORT_CDIFF,
    REPORT_NDIFF,
    REPORT_ONLY_FIRST_FAILURE,
    REPORT_UDIFF,
    SKIP,
    DocTest,
    DocTestParser,
    Example,
    OutputChecker,
    exception_words,
    indented,
    register_optionflag,
    without_detail,
)

__all__ = """
COMPARISON_FLAGS DONT_ACCEPT_BLANKLINE DONT_ACCEPT_TRUE_FOR_1 DebugRunner DocFileSuite DocTest DocTestFailure
DocTestFinder DocTestParser DocTestRunner DocTestSuite ELLIPSIS Example FAIL_FAST IGNORE_EXCEPTION_DETAIL
NORMALIZE_WHITESPACE OutputChecker REPORTING_FLAGS REPORT_CDIFF REPORT_NDIFF REPORT_ONLY_FIRST_FAILURE REPORT_UDIFF SKIP
UnexpectedException debug debug_src register_optionflag run_docstring_examples script_from_examples
set_unittest_reportflags testfile testmod testsource
""".split()

TestResults = namedtuple("TestResults", "failed attempted")
_EXAMPLE_FILE = re.compile(r"<doctest (?P<name>.+)\[(?P<number>\d+)\]>$")
master = None


class _Halt(Exception):
    def __str__(self):
        return str(self.test)


class DocTestFailure(_Halt):
    """An example printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got


class UnexpectedException(_Halt):
    """An example raised what it does not show."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info


class DocTestFinder:
    """Finds the docstrings of an object and of what it contains."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose = verbose
        self._parser = parser
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                message = "DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r"
                raise ValueError(message % (type(obj),))
        if module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if not module else module.__dict__.copy()
        else:
            globs = globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        found = []
        self._collect(found, obj, name, module, self._source_of(obj, module), globs, set())
        found.sort()
        return found

    def _source_of(self, obj, module):
        try:
            file = inspect.getsourcefile(obj) or inspect.getfile(obj)
        except TypeError:
            return None
        lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
        return lines or None

    def _collect(self, found, obj, name, module, source, globs, seen):
        if self._verbose:
            print("Finding tests in %s" % name)
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test_of(obj, name, module, globs, source)
        if test is not None:
            found.append(test)
        if not self._recurse:
            return
        for inner, value in self._contents(obj, module):
            self._collect(found, value, f"{name}.{inner}", module, source, globs, seen)

    def _contents(self, obj, module):
        """Names and objects within a module or a class whose docstrings are looked at too."""
        if inspect.ismodule(obj):
            for name, value in obj.__dict__.items():
                if (self._is_routine(value) or inspect.isclass(value)) and self._from_module(module, value):
                    yield name, value
            yield from self._texts(obj)
        elif inspect.isclass(obj):
            for name, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                known = inspect.isroutine(value) or inspect.isclass(value) or isinstance(value, property)
                if known and self._from_module(module, value):
                    yield name, value

    def _texts(self, module):
        for name, value in getattr(module, "__test__", {}).items():
            if not isinstance(name, str):
                raise ValueError("DocTestFinder.find: __test__ keys must be strings: %r" % (type(name),))
            if not (inspect.isroutine(value) or inspect.isclass(value) or inspect.ismodule(value) or isinstance(value, str)):
                raise ValueError(
                    "DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: %r"
                    % (type(value),)
                )
            yield "__test__." + name, value

    def _is_routine(self, value):
        return inspect.isroutine(inspect.unwrap(value)) if callable(value) else inspect.isroutine(value)

    def _from_module(self, module, value):
        if module is None:
            return True
        if inspect.isfunction(value):
            return module.__dict__ is value.__globals__
        if isinstance(value, property):
            return True
        owner = value.__objclass__ if inspect.ismethoddescriptor(value) and hasattr(value, "__objclass__") else value
        if not hasattr(owner, "__module__"):
            raise ValueError("object must be a class or function")
        return owner.__module__ == module.__name__

    def _test_of(self, obj, name, module, globs, source):
        text = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        text = "" if text is None else str(text)
        if self._exclude_empty and not text:
            return None
        file = getattr(module, "__file__", None) or getattr(module, "__name__", None) if module else None
        return self._parser.get_doctest(text, globs, name, file, self._find_lineno(obj, source))

    def _find_lineno(self, obj, source):
        """The line, counted from 0, in which the docstring begins; None if nobody knows."""
        line = None
        if inspect.ismodule(obj) and obj.__doc__ is not None:
            line = 0
        if inspect.isclass(obj) and obj.__doc__ is not None and source is not None:
            header = re.compile(r"^\s*class\s*%s\b" % re.escape(getattr(obj, "__name__", "-")))
            line = next((at for at, text in enumerate(source) if header.match(text)), None)
        if inspect.isroutine(obj) and getattr(obj, "__doc__", None):
            code = getattr(inspect.unwrap(obj), "__code__", None)
            line = None if code is None else code.co_firstlineno - 1
        if line is None or source is None:
            return line
        opening = re.compile(r"""(^|.*:)\s*\w*("|')""")
        return next((at for at in range(line, len(source)) if opening.match(source[at])), None)


class _Capture(io.StringIO):
    """Standard output while examples run."""

    def getvalue(self):
        text = super().getvalue()
        return text if not text or text.endswith("\n") else text + "\n"

    def empty(self):
        self.seek(0)
        self.truncate()


class DocTestRunner:
    """Runs tests and tells what failed."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._name2ft = {}
        self._fakeout = _Capture()

    def report_start(self, out, test, example):
        if self._verbose:
            expecting = "Expecting:\n" + indented(example.want) if example.want else "Expecting nothing\n"
            out("Trying:\n" + indented(example.source) + expecting)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        text = "".join(traceback.format_exception(*exc_info))
        out(self._header(test, example) + "Exception raised:\n" + indented(text))

    def _header(self, test, example):
        if test.filename:
            known = test.lineno is not None and example.lineno is not None
            line = test.lineno + example.lineno + 1 if known else "?"
            place = f'File "{test.filename}", line {line}, in {test.name}'
        else:
            place = f"Line {example.lineno + 1}, in {test.name}"
        return f"{self.DIVIDER}\n{place}\nFailed example:\n{indented(example.source)}"

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        if compileflags is None:
            compileflags = _future_flags(test.globs)
        kept = sys.stdout, sys.displayhook, linecache.getlines
        if out is None:
            out = kept[0].write
        sys.stdout, sys.displayhook = self._fakeout, sys.__displayhook__
        self._plain_getlines = linecache.getlines
        linecache.getlines = self._getlines
        try:
            return self._run_all(test, compileflags, out)
        finally:
            sys.stdout, sys.displayhook, linecache.getlines = kept
            if clear_globs:
                test.globs.clear()
                import builtins

                builtins._ = None

    def _getlines(self, filename, module_globals=None):
        """The lines of an example, for its tracebacks; of any other file as usual."""
        match = _EXAMPLE_FILE.match(filename)
        if match and match["name"] == self.test.name:
            return self.test.examples[int(match["number"])].source.splitlines(keepends=True)
        return self._plain_getlines(filename, module_globals)

    def _run_all(self, test, compileflags, out):
        failures = tries = 0
        given = self.optionflags
        for number, example in enumerate(test.examples):
            self.optionflags = given
            for flag, switched_on in example.options.items():
                self.optionflags = self.optionflags | flag if switched_on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            quiet = bool(self.optionflags & REPORT_ONLY_FIRST_FAILURE) and failures > 0
            if not self._run_one(test, example, number, compileflags, out, quiet):
                failures += 1
                if self.optionflags & FAIL_FAST:
                    break
        self.optionflags = given
        old = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = old[0] + failures, old[1] + tries
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def _run_one(self, test, example, number, compileflags, out, quiet):
        """Whether the example did what it shows."""
        if not quiet:
            self.report_start(out, test, example)
        exc_info = None
        try:
            name = f"<doctest {test.name}[{number}]>"
            exec(compile(example.source, name, "single", compileflags, True), test.globs)
        except KeyboardInterrupt:
            raise
        except:
            exc_info = sys.exc_info()
        got = self._fakeout.getvalue()
        self._fakeout.empty()
        check = self._checker.check_output
        if exc_info is None:
            right = check(example.want, got, self.optionflags)
        else:
            words = exception_words(exc_info[1])
            if not quiet:
                got += "".join(traceback.format_exception(*exc_info))
            if example.exc_msg is None:
                if not quiet:
                    self.report_unexpected_exception(out, test, example, exc_info)
                return False
            right = check(example.exc_msg, words, self.optionflags)
            if not right and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                right = check(without_detail(example.exc_msg), without_detail(words), self.optionflags)
        if not quiet:
            report = self.report_success if right else self.report_failure
            report(out, test, example, got)
        return right

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        rows = sorted(self._name2ft.items())
        failed = [(name, f, t) for name, (f, t) in rows if f]
        passed = [(name, t) for name, (f, t) in rows if t and not f]
        without = [name for name, (f, t) in rows if not t]
        tries, failures = sum(t for _, (f, t) in rows), sum(f for _, (f, t) in rows)
        if verbose:
            if without:
                print(len(without), "items had no tests:")
                for name in without:
                    print("   ", name)
            if passed:
                print(len(passed), "items passed all tests:")
                for name, count in passed:
                    print(" %3d tests in %s" % (count, name))
        if failed:
            print(self.DIVIDER)
            print(len(failed), "items had failures:")
            for name, bad, count in failed:
                print(" %3d of %3d in %s" % (bad, count, name))
        if verbose:
            print(tries, "tests in", len(rows), "items.")
            print(tries - failures, "passed and", failures, "failed.")
        if failures:
            print("***Test Failed***", failures, "failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries)

    def merge(self, other):
        for name, (failures, tries) in other._name2ft.items():
            old = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = old[0] + failures, old[1] + tries


class DebugRunner(DocTestRunner):
    """Raises at the first failure instead of reporting it."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


def _future_flags(globs):
    flags = 0
    for name in __future__.all_feature_names:
        if globs.get(name) is getattr(__future__, name):
            flags |= getattr(__future__, name).compiler_flag
    return flags


def _runner(verbose, optionflags, raise_on_error):
    kind = DebugRunner if raise_on_error else DocTestRunner
    return kind(verbose=verbose, optionflags=optionflags)


def _finish(runner, report):
    global master
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def testmod(
    m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
    exclude_empty=False,
):
    """Runs the examples of a module, by default of the program, and returns how many failed and how many there were."""
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError("testmod: module required; %r" % (m,))
    runner = _runner(verbose, optionflags, raise_on_error)
    finder = DocTestFinder(exclude_empty=exclude_empty)
    for test in finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    return _finish(runner, report)


def testfile(
    filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
    extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None,
):
    """Runs the examples of a text file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    with open(filename, encoding=encoding or "utf-8") as file:
        text = file.read()
    names = {} if globs is None else globs.copy()
    names.update(extraglobs or {})
    names.setdefault("__name__", "__main__")
    runner = _runner(verbose, optionflags, raise_on_error)
    runner.run(parser.get_doctest(text, names, name or filename.rpartition("/")[2], filename, 0))
    return _finish(runner, report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Runs the examples of one object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """How tests run by unittest report; returns how they did before."""
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    old, _unittest_reportflags = _unittest_reportflags, flags
    return old


class DocTestCase(unittest.TestCase):
    """One docstring as a test of unittest."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test = test
        self._dt_optionflags = optionflags
        self._dt_checker = checker
        self._dt_setUp = setUp
        self._dt_tearDown = tearDown

    def setUp(self):
        self._dt_globs = self._dt_test.globs.copy()
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        report = io.StringIO()
        failures, _ = runner.run(self._dt_test, out=report.write, clear_globs=False)
        if failures:
            raise self.failureException(self.format_failure(report.getvalue()))

    def format_failure(self, report):
        test = self._dt_test
        line = "unknown line number" if test.lineno is None else str(test.lineno)
        last = test.name.rpartition(".")[2]
        place = f'  File "{test.filename}", line {line}, in {last}'
        return f"Failed doctest test for {test.name}\n{place}\n\n{report}"

    def id(self):
        return self._dt_test.name

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        mine, theirs = (
            (case._dt_test, case._dt_optionflags, case._dt_setUp, case._dt_tearDown, case._dt_checker) for case in (self, other)
        )
        return mine == theirs

    def __hash__(self):
        return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

    def __repr__(self):
        name = self._dt_test.name.split(".")
        return "%s (%s)" % (name[-1], ".".join(name[:-1]))

    __str__ = __repr__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The docstrings of a module as tests of unittest."""
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals["__name__"]]
    elif isinstance(module, str):
        __import__(module)
        module = sys.modules[module]
    suite = unittest.TestSuite()
    finder = DocTestFinder() if test_finder is None else test_finder
    for test in finder.find(module, globs=globs, extraglobs=extraglobs):
        if test.examples:
            test.filename = test.filename or module.__file__
            suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    """A text file as a test of unittest."""

    def id(self):
        return "_".join(self._dt_test.name.split("."))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, report):
        return f'Failed doctest test for {self._dt_test.name}\n  File "{self._dt_test.filename}", line 0\n\n{report}'


def DocFileSuite(*paths, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    """Text files as tests of unittest."""
    suite = unittest.TestSuite()
    for path in paths:
        with open(path, encoding=encoding or "utf-8") as file:
            text = file.read()
        names = {"__file__": path, **(globs or {})}
        test = parser.get_doctest(text, names, path.rpartition("/")[2], path, 0)
        suite.addTest(DocFileCase(test, **options))
    return suite


def script_from_examples(text):
    """A program with the examples as statements, everything else as comments."""
    lines = []
    for piece in DocTestParser().parse(text):
        if isinstance(piece, Example):
            lines += piece.source[:-1].split("\n")
            if piece.want:
                lines.append("# Expected:")
                lines += ["## " + line for line in piece.want.split("\n")[:-1]]
        else:
            lines += ["# " + line if line.strip() else "#" for line in piece.split("\n")[:-1]]
    while lines and lines[-1] == "#":
        lines.pop()
    while lines and lines[0] == "#":
        lines.pop(0)
    return "\n".join(lines) + "\n"


def testsource(module, name):
    """The examples of one docstring of a module as a program."""
    if isinstance(module, str):
        __import__(module)
        module = sys.modules[module]
    for test in DocTestFinder().find(module):
        if test.name == name:
            return script_from_examples(test.docstring)
    raise ValueError(name, "not found in tests")


def debug_script(src, pm=False, globs=None):
    """Runs a program under the debugger: from its start, or where it failed."""
    import pdb

    names = {} if globs is None else globs.copy()
    if not pm:
        pdb.Pdb(nosigint=True).run("exec(%r)" % src, names, names)
        return
    try:
        exec(src, names, names)
    except Exception:
        print(sys.exc_info()[1])
        pdb.Pdb(nosigint=True).interaction(None, sys.exc_info()[2])


def debug_src(src, pm=False, globs=None):
    """The examples of a text, under the debugger."""
    debug_script(script_from_examples(src), pm, globs)


def debug(module, name, pm=False):
    """The examples of one docstring of a module, under the debugger."""
    script = testsource(module, name)
    debug_script(script, pm, (sys.modules[module] if isinstance(module, str) else module).__dict__)
