"""What doctest reads: examples in text, the options they carry, and when an output counts as the wanted one."""

import re
import traceback
from difflib import Differ, context_diff, unified_diff

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The number that stands for the option `name`; a new name gets the next free bit."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (
    DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL
)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = "<BLANKLINE>"
_DIRECTIVE = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)
_TRACEBACK_HEAD = re.compile(r"\s*Traceback \((most recent call last|innermost last)\):\s*$")


def indented(text, margin=4):
    """`text` with every line that is not empty moved to the right."""
    return re.sub("(?m)^(?!$)", " " * margin, text)


class Example:
    """One statement after a prompt, and what it should print or raise."""

    __module__ = "doctest"

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want if not want or want.endswith("\n") else want + "\n"
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith("\n") else exc_msg + "\n"
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring and the names they run with."""

    __module__ = "doctest"

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        if isinstance(examples, str):
            raise AssertionError("DocTest no longer accepts str; use DocTestParser instead")
        self.examples = examples
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring

    def __repr__(self):
        count = len(self.examples)
        amount = "no examples" if count == 0 else "1 example" if count == 1 else f"{count} examples"
        return f"<{self.__class__.__name__} {self.name} from {self.filename}:{self.lineno} ({amount})>"

    def _key(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        place = lambda test: (test.name, test.filename, -1 if test.lineno is None else test.lineno, id(test))
        return place(self) < place(other)


class DocTestParser:
    """Finds the prompts in a text."""

    __module__ = "doctest"

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        return [piece for piece in self.parse(string, name) if isinstance(piece, Example)]

    def parse(self, string, name="<string>"):
        """The text in turn with the examples found in it."""
        lines = self._without_margin(string.expandtabs())
        pieces, text, at = [], "", 0
        while at < len(lines):
            line = lines[at]
            indent = len(line) - len(line.lstrip(" "))
            if not line.startswith(">>>", indent):
                text += line if at == len(lines) - 1 else line + "\n"
                at += 1
                continue
            example, at = self._example(lines, at, indent, name)
            if example is not None:
                pieces += text, example
                text = ""
        return pieces + [text]

    def _without_margin(self, string):
        lines = string.split("\n")
        margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
        margin = min(margins, default=0)
        return [line[margin:] for line in lines]

    def _example(self, lines, start, indent, name):
        """The example whose prompt stands in line `start`, or None for a comment, and the line behind it."""
        at = start + 1
        while at < len(lines) and lines[at].startswith(" " * indent + "..."):
            at += 1
        source = [self._statement(line, indent, number, name) for number, line in enumerate(lines[start:at], start + 1)]
        answer = at
        while at < len(lines) and lines[at].strip() and not lines[at].lstrip().startswith(">>>"):
            if not lines[at].startswith(" " * indent):
                message = f"line {at + 1} of the docstring for {name} has inconsistent leading whitespace: {lines[at]!r}"
                raise ValueError(message)
            at += 1
        text = "\n".join(source)
        options = self._options(text, name, start)
        if all(not line.strip() or line.lstrip().startswith("#") for line in source):
            return None, at
        want = "\n".join(line[indent:] for line in lines[answer:at])
        if want:
            want = re.sub(r"[ ]+\Z", "", want)
        return Example(text, want, _expected_exception(want), start, indent, options), at

    def _statement(self, line, indent, number, name):
        if line[indent + 3 : indent + 4] not in ("", " "):
            prompt = line[indent : indent + 3]
            raise ValueError(f"line {number} of the docstring for {name} lacks blank after {prompt}: {line!r}")
        return line[indent + 4 :]

    def _options(self, source, name, lineno):
        options = {}
        for match in _DIRECTIVE.finditer(source):
            for option in match.group(1).replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}")
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        if options and all(not line.strip() or line.lstrip().startswith("#") for line in source.split("\n")):
            raise ValueError(
                f"line {lineno} of the doctest for {name} has an option directive on a line with no example: {source!r}"
            )
        return options


def _expected_exception(want):
    """The last lines of a traceback that an example shows: from the exception's name on. None if it shows none."""
    lines = want.split("\n")
    if not _TRACEBACK_HEAD.match(lines[0]):
        return None
    for at, line in enumerate(lines[1:], 1):
        if line and (line[0].isalnum() or line[0] == "_"):
            return "\n".join(lines[at:])
    return None


def _matches_around_dots(want, got):
    """Whether `got` is `want` with anything in place of each `...`."""
    pieces = want.split("...")
    if len(pieces) == 1:
        return want == got
    first, *middle, last = pieces
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in middle:
        found = got.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return True


class OutputChecker:
    """Compares what an example printed with what it shows."""

    __module__ = "doctest"

    def _in_ascii(self, text):
        return str(text.encode("ASCII", "backslashreplace"), "ASCII")

    def check_output(self, want, got, optionflags):
        want, got = self._in_ascii(want), self._in_ascii(got)
        if want == got:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r"(?m)^" + re.escape(BLANKLINE_MARKER) + r"\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if want == got:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = " ".join(want.split()), " ".join(got.split())
            if want == got:
                return True
        return bool(optionflags & ELLIPSIS) and _matches_around_dots(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if self._worth_a_diff(want, got, optionflags):
            return self._diff(want.splitlines(keepends=True), got.splitlines(keepends=True), optionflags)
        expected = "Expected:\n" + indented(want) if want else "Expected nothing\n"
        return expected + ("Got:\n" + indented(got) if got else "Got nothing\n")

    def _worth_a_diff(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        return bool(optionflags & REPORT_NDIFF) or (want.count("\n") > 2 and got.count("\n") > 2)

    def _diff(self, want, got, optionflags):
        if optionflags & REPORT_UDIFF:
            kind, lines = "unified diff with -expected +actual", list(unified_diff(want, got, n=2))[2:]
        elif optionflags & REPORT_CDIFF:
            kind, lines = "context diff with expected followed by actual", list(context_diff(want, got, n=2))[2:]
        else:
            kind, lines = "ndiff with -expected +actual", list(Differ(charjunk=lambda c: c in " \t").compare(want, got))
        return f"Differences ({kind}):\n" + indented("".join(line.rstrip() + "\n" for line in lines))


def without_detail(message):
    """The bare name of the exception that a message begins with."""
    first = message.partition("\n")[0]
    return first.partition(":")[0].rpartition(".")[2]


def exception_words(exception):
    """What an example has to show of an exception: its line, without the source of a SyntaxError."""
    lines = traceback.format_exception_only(exception)
    if isinstance(exception, SyntaxError):
        name = type(exception).__name__ + ":"
        lines = [line for at, line in enumerate(lines) if any(part.startswith(name) for part in lines[: at + 1])]
    return "".join(lines)
