"""Reports of exceptions and of where a program is, as text."""

import linecache
import sys
from collections import deque
from contextlib import suppress

from _traceback import anchors as _anchors

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_REPEATS_SHOWN = 3


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


def print_list(extracted_list, file=None):
    """Prints what `extract_tb` or `extract_stack` gave."""
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=sys.stderr if file is None else file, end="")


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """The entries of a traceback."""
    return StackSummary._extract(_positions_of(tb), limit=limit)


def print_stack(f=None, limit=None, file=None):
    """Prints how the program came to this place."""
    print_list(extract_stack(sys._getframe().f_back if f is None else f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe().f_back if f is None else f, limit=limit))


def extract_stack(f=None, limit=None):
    """The entries of the frames, the caller's last."""
    stack = StackSummary.extract(walk_stack(sys._getframe().f_back if f is None else f), limit=limit)
    stack.reverse()
    return stack


def walk_stack(f):
    """The frame and those that called it, with their lines."""
    frame = sys._getframe().f_back.f_back.f_back.f_back if f is None else f
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def walk_tb(tb):
    """The frames of a traceback, with the lines at which it left them."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _positions_of(tb):
    """The frames of a traceback, with the places in the source."""
    while tb is not None:
        places = list(tb.tb_frame.f_code.co_positions())
        at = tb.tb_lasti // 2
        line, *rest = places[at] if 0 <= at < len(places) else (None, None, None, None)
        yield tb.tb_frame, (tb.tb_lineno if line is None else line, *rest)
        tb = tb.tb_next


def clear_frames(tb):
    """Lets the frames of a traceback forget their variables."""
    while tb is not None:
        frame, tb = tb.tb_frame, tb.tb_next
        try:
            frame.clear()
        except RuntimeError:
            continue  # It still runs.


def _parse_value_tb(exc, value, tb):
    if value is _sentinel and tb is _sentinel:
        if exc is None:
            return None, None
        if isinstance(exc, BaseException):
            return exc, exc.__traceback__
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    if _sentinel in (value, tb):
        raise ValueError("Both or neither of value and tb must be given")
    return value, tb


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    """Prints the report of an exception."""
    value, tb = _parse_value_tb(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    """The report of an exception; each text ends a line."""
    value, tb = _parse_value_tb(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_sentinel):
    """The last lines of the report: the type and what it says."""
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    """Prints the report of the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Prints the report of the last exception that nothing handled."""
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc if hasattr(sys, "last_exc") else sys.last_value, limit=limit, file=file, chain=chain)


class FrameSummary:
    """One entry of a traceback: file, line, function, and the text of the line."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename, self.lineno, self.name, self._line = filename, lineno, name, line
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        if lookup_line:
            self.line
        self.locals = None if locals is None else {key: _safe(value, "local", repr) for key, value in locals.items()}

    def _parts(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            own = self.filename, self.lineno, self.name, self.locals
            return own == (other.filename, other.lineno, other.name, other.locals)
        return self._parts() == other if isinstance(other, tuple) else NotImplemented

    def __getitem__(self, pos):
        return self._parts()[pos]

    def __iter__(self):
        return iter(self._parts())

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    @property
    def line(self):
        """The line without the space around it; None if the line has no number."""
        if self._line is None and self.lineno is not None:
            self._line = linecache.getline(self.filename, self.lineno)
        return None if self._line is None else self._line.strip()

    @property
    def _original_line(self):
        self.line
        return self._line


def _safe(value, what, func=str):
    try:
        return func(value)
    except Exception:
        return f"<{what} {func.__name__}() failed>"


def _characters(line, offset):
    """How many characters the first bytes of a line are."""
    return len(line.encode("utf-8")[:offset].decode("utf-8", errors="replace"))


class StackSummary(list):
    """The entries of a traceback or of the frames that run."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """The entries for pairs of frame and line."""
        places = ((frame, (lineno, None, None, None)) for frame, lineno in frame_gen)
        return klass._extract(places, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)

    @classmethod
    def _extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            frame_gen = deque(frame_gen, -limit) if limit < 0 else _first(frame_gen, limit)
        result = klass()
        for frame, (lineno, end_lineno, colno, end_colno) in frame_gen:
            code = frame.f_code
            linecache.lazycache(code.co_filename, frame.f_globals)
            result.append(FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None, end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        for name in {entry.filename for entry in result}:
            linecache.checkcache(name)
        if lookup_lines:
            for entry in result:
                entry.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """The entries for tuples of file, line, function and text."""
        result = klass()
        for item in a_list:
            if isinstance(item, FrameSummary):
                result.append(item)
            else:
                filename, lineno, name, line = item
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary):
        """One entry as text; None leaves it out."""
        entry = frame_summary
        filename = "<stdin>" if entry.filename.startswith("<stdin>-") else entry.filename
        rows = [f'  File "{filename}", line {entry.lineno}, in {entry.name}\n']
        if entry.line:
            stripped = entry.line.strip()
            rows.append(f"    {stripped}\n")
            marks = _marks(entry, stripped)
            if marks:
                rows.append(marks)
        for name, value in sorted((entry.locals or {}).items()):
            rows.append(f"    {name} = {value}\n")
        return "".join(rows)

    def format(self):
        """The entries as texts; one that comes again and again is shown three times."""
        result = []
        last, count = None, 0

        def more():
            if count > _REPEATS_SHOWN:
                rest = count - _REPEATS_SHOWN
                result.append(f"  [Previous line repeated {rest} more time{'s' if rest > 1 else ''}]\n")

        for entry in self:
            text = self.format_frame_summary(entry)
            if text is None:
                continue
            here = entry.filename, entry.lineno, entry.name
            if here != last or None in here:
                more()
                last, count = here, 0
            count += 1
            if count <= _REPEATS_SHOWN:
                result.append(text)
        more()
        return result


def _first(items, count):
    """At most so many items."""
    for item in items:
        if count <= 0:
            return
        count -= 1
        yield item


def _marks(entry, stripped):
    """The line of `^` and `~` below a line of source; an empty str if there is nothing to point at."""
    if entry.colno is None or entry.end_colno is None:
        return ""
    original = entry._original_line
    start, end = _characters(original, entry.colno) + 1, _characters(original, entry.end_colno)
    found = None
    if entry.lineno == entry.end_lineno:
        with suppress(Exception):
            found = _anchors(original[start - 1:end])
    else:
        end = len(original.rstrip())
    indent = len(original) - len(original.lstrip())
    # All of the line: that says nothing.
    if end - start + 1 == len(stripped) and found is None:
        return ""
    marks = " " * (start - 1 - indent)
    if found is None:
        marks += "^" * (end - start + 1)
    else:
        left, right = found
        marks += "~" * left + "^" * (right - left) + "~" * (end - start + 1 - right)
    return f"    {marks}\n"


def _type_text(kind):
    module, name = kind.__module__, kind.__qualname__
    if module in ("__main__", "builtins"):
        return name
    return f"{module if isinstance(module, str) else '<unknown>'}.{name}"


class _ExceptionPrintContext:
    """How deep in exception groups a report is: every level is set in by two, after a `|`."""

    def __init__(self):
        self.seen = set()
        self.depth = 0
        self.need_close = False

    def indent(self):
        return " " * 2 * self.depth

    def emit(self, texts, margin_char=None):
        margin = self.indent() + (f"{margin_char or '|'} " if self.depth else "")
        for text in [texts] if isinstance(texts, str) else texts:
            yield "".join([margin + line if line.strip("\n") or self.depth else line for line in text.splitlines(True)])


class TracebackException:
    """Everything that the report of an exception needs, without the exception and its frames."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        options = {"limit": limit, "lookup_lines": lookup_lines, "capture_locals": capture_locals}
        self.stack = StackSummary._extract(_positions_of(exc_traceback), **options)
        self.exc_type, self._str = exc_type, _safe(exc_value, "exception")
        self.__notes__ = _notes_of(exc_value)
        if exc_type and issubclass(exc_type, SyntaxError):
            self._keep_syntax_error(exc_value)
        elif exc_type is not None:
            self._str += _suggestion(exc_value, exc_traceback, self._str)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        options.update(compact=compact, max_group_width=max_group_width, max_group_depth=max_group_depth)

        def of(other, again):
            if other is None or not again and id(other) in seen:
                return None
            return TracebackException(type(other), other, other.__traceback__, **options, _seen=seen)

        self.__cause__ = of(getattr(exc_value, "__cause__", None), False)
        wanted = not compact or self.__cause__ is None and not self.__suppress_context__
        self.__context__ = of(getattr(exc_value, "__context__", None) if wanted else None, False)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [of(part, True) for part in exc_value.exceptions]

    def _keep_syntax_error(self, exc):
        self.filename, self.text, self.msg = exc.filename, exc.text, exc.msg
        self.lineno = None if exc.lineno is None else str(exc.lineno)
        self.end_lineno = None if exc.end_lineno is None else str(exc.end_lineno)
        self.offset, self.end_offset = exc.offset, exc.end_offset

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """The type and what it says, and the notes."""
        if self.exc_type is None:
            yield _final_line(None, self._str)
            return
        name = _type_text(self.exc_type)
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield _final_line(name, self._str)
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                yield from [line + "\n" for line in _safe(note, "note").split("\n")]
        elif notes is not None:
            yield f"{_safe(notes, '__notes__', repr)}\n"

    def _format_syntax_error(self, name):
        after = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            after = f" ({self.filename})"
        if self.text is not None:
            right = self.text.rstrip("\n")
            left = right.lstrip(" \n\f")
            yield f"    {left}\n"
            if self.offset is not None:
                cut = 1 + len(right) - len(left)
                end = self.end_offset or self.offset
                end = self.offset + 1 if end in (self.offset, -1) else end
                start = self.offset - cut
                if start >= 0:
                    space = "".join([c if c.isspace() else " " for c in left[:start]])
                    yield f"    {space}{'^' * (end - cut - start)}\n"
        yield f"{name}: {self.msg or '<no detail available>'}{after}\n"

    def format(self, *, chain=True, _ctx=None):
        """The whole report, with the exceptions that led to this one."""
        ctx = _ExceptionPrintContext() if _ctx is None else _ctx
        links, exc = [], self
        while exc:
            if not chain:
                before, text = None, None
            elif exc.__cause__ is not None:
                before, text = exc.__cause__, _CAUSE
            elif exc.__context__ is not None and not exc.__suppress_context__:
                before, text = exc.__context__, _CONTEXT
            else:
                before, text = None, None
            links.append((text, exc))
            exc = before
        for text, exc in reversed(links):
            if text is not None:
                yield from ctx.emit(text)
            yield from exc._format_self(ctx)

    def _format_self(self, ctx):
        if self.exceptions is None:
            if self.stack:
                yield from ctx.emit("Traceback (most recent call last):\n")
                yield from ctx.emit(self.stack.format())
            yield from ctx.emit(self.format_exception_only())
        elif ctx.depth > self.max_group_depth:
            yield from ctx.emit(f"... (max_group_depth is {self.max_group_depth})\n")
        else:
            yield from self._format_group(ctx)

    def _format_group(self, ctx):
        outermost = ctx.depth == 0
        ctx.depth += outermost
        if self.stack:
            yield from ctx.emit("Exception Group Traceback (most recent call last):\n", "+" if outermost else None)
            yield from ctx.emit(self.stack.format())
        yield from ctx.emit(self.format_exception_only())
        count = len(self.exceptions)
        shown = min(count, self.max_group_width + (count > self.max_group_width))
        ctx.need_close = False
        for number in range(shown):
            last = number == shown - 1
            if last:
                ctx.need_close = True
            cut = number >= self.max_group_width
            title = "..." if cut else str(number + 1)
            yield f"{ctx.indent()}{'+-' if number == 0 else '  '}+---------------- {title} ----------------\n"
            ctx.depth += 1
            if cut:
                rest = count - self.max_group_width
                yield from ctx.emit(f"and {rest} more exception{'s' if rest > 1 else ''}\n")
            else:
                yield from self.exceptions[number].format(_ctx=ctx)
            if last and ctx.need_close:
                yield f"{ctx.indent()}+------------------------------------\n"
                ctx.need_close = False
            ctx.depth -= 1
        if outermost:
            ctx.depth = 0

    def print(self, *, file=None, chain=True):
        """Prints the report."""
        for line in self.format(chain=chain):
            print(line, file=sys.stderr if file is None else file, end="")


def _notes_of(exc):
    try:
        return getattr(exc, "__notes__", None)
    except Exception as error:
        return [f"Ignored error getting __notes__: {_safe(error, '__notes__', repr)}"]


def _final_line(name, text):
    if name is None:
        return f"NoneType: {text}\n" if text else "NoneType\n"
    return f"{name}: {text}\n" if text else f"{name}\n"


def _suggestion(exc, tb, text):
    """What the program may have meant instead of a name that is not there."""
    wrong = getattr(exc, "name_from", None) if isinstance(exc, ImportError) else getattr(exc, "name", None)
    if not isinstance(exc, (NameError, AttributeError, ImportError)) or not isinstance(wrong, str):
        return ""
    names = []
    try:
        if isinstance(exc, AttributeError):
            names = dir(exc.obj)
        elif isinstance(exc, ImportError):
            names = dir(__import__(exc.name, fromlist=["*"]))
        elif tb is not None:
            while tb.tb_next is not None:
                tb = tb.tb_next
            frame = tb.tb_frame
            names = [*frame.f_locals, *frame.f_globals, *frame.f_builtins]
            if "self" in frame.f_locals and hasattr(frame.f_locals["self"], wrong):
                return f". Did you mean: 'self.{wrong}'?"
    except Exception:
        return ""
    if not wrong.startswith("_") and isinstance(exc, (AttributeError, ImportError)):
        names = [name for name in names if not name.startswith("_")]
    close = _closest(wrong, [name for name in names if isinstance(name, str)])
    hint = f". Did you mean: '{close}'?" if close else ""
    if isinstance(exc, NameError) and wrong in getattr(sys, "stdlib_module_names", ()) and not hint:
        return f". Did you forget to import '{wrong}'?"
    if hint and isinstance(exc, NameError) and wrong in getattr(sys, "stdlib_module_names", ()):
        return f"{hint[:-1]} or did you forget to import '{wrong}'?"
    return hint


_MOVE, _CASE, _MOST_NAMES, _LONGEST = 2, 1, 750, 40


def _closest(wrong, names):
    """The name that is least far from the wrong one; None if all are too far."""
    if len(names) > _MOST_NAMES or len(wrong) > _LONGEST:
        return None
    best, best_distance = None, len(wrong)
    for name in names:
        if name == wrong:
            continue
        most = min((len(name) + len(wrong) + 3) * _MOVE // 6, best_distance - 1)
        distance = _distance(wrong, name, most)
        if distance <= most and (best is None or distance < best_distance):
            best, best_distance = name, distance
    return best


def _distance(a, b, most):
    """The cost of turning one name into the other; another case of a letter costs half."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return _MOVE * (len(a) + len(b))
    if len(a) > _LONGEST or len(b) > _LONGEST or abs(len(a) - len(b)) * _MOVE > most:
        return most + 1
    row = list(range(0, _MOVE * (len(a) + 1), _MOVE))
    for j, right in enumerate(b, 1):
        before, row = row, [j * _MOVE]
        for i, left in enumerate(a, 1):
            change = 0 if left == right else _CASE if left.lower() == right.lower() else _MOVE
            row.append(min(before[i - 1] + change, before[i] + _MOVE, row[-1] + _MOVE))
        if min(row) > most:
            return most + 1
    return row[-1]
