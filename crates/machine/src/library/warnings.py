"""Warnings: which are shown, which are errors, and how they are shown."""

import sys

filters = []
_defaultaction = "default"
_onceregistry = {}
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


class WarningMessage:
    """A warning, with where it was issued."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self.filename, self.lineno = filename, lineno
        self.file, self.line = file, line
        self.source, self._category_name = source, category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line,
        )


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        try:
            import linecache

            line = linecache.getline(filename, lineno)
        except Exception:
            line = None
    if line:
        text += "  %s\n" % line.strip()
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    _show(WarningMessage(message, category, filename, lineno, file, line))


_original_showwarning = showwarning


def _show(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is not None:
        text = formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
        file.write(text + _origin(msg.category, msg.source))


def _origin(category, source):
    """Where the object that the warning is about was made, if that is known."""
    if source is None:
        return ""
    try:
        import tracemalloc
    except Exception:
        return ""
    traceback = tracemalloc.get_object_traceback(source)
    if traceback is None:
        if tracemalloc.is_tracing():
            return ""
        return f"{category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
    lines = traceback.format()
    text = "Object allocated at (most recent call last):\n"
    return text + "".join(line.replace(", line ", ", lineno ", 1) + "\n" for line in lines)


def _showwarnmsg(msg):
    if showwarning is not _original_showwarning:
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    else:
        _show(msg)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter: what becomes of warnings whose text, category, module and line fit."""
    _check(action, lineno)
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    if message or module:
        import re

        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    _add_filter(action, message or None, category, module or None, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter that does not look at texts and modules."""
    _check(action, lineno)
    _add_filter(action, None, category, None, lineno, append=append)


def _check(action, lineno):
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"


def _add_filter(*item, append):
    known = item in filters
    if not append:
        # The newest comes first, also when it was there already.
        if known:
            filters.remove(item)
        filters.insert(0, item)
    elif not known:
        filters.append(item)


def resetwarnings():
    filters[:] = []


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    category = message.__class__ if isinstance(message, Warning) else UserWarning if category is None else category
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '{:s}'".format(type(category).__name__))
    try:
        frame = sys._getframe(max(stacklevel, 1))
    except ValueError:
        namespace, filename, lineno = sys.__dict__, "sys", 1
    else:
        namespace, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    registry = namespace.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, namespace.get("__name__", "<string>"), registry, None, source)


def _warn_unawaited_coroutine(coro):
    """What a coroutine that nobody awaited says when it dies."""
    text = f"coroutine '{coro.__qualname__}' was never awaited"
    if coro.cr_origin is not None:
        import linecache
        import traceback

        calls = [(file, line, function, linecache.getline(file, line)) for file, line, function in reversed(coro.cr_origin)]
        text += "\nCoroutine created at (most recent call last)\n" + "".join(traceback.format_list(calls)).rstrip("\n")
    warn(text, RuntimeWarning, stacklevel=2, source=coro)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename[-3:].lower() == ".py" else filename or "<unknown>"
    if registry is None:
        registry = {}
    text = str(message) if isinstance(message, Warning) else message
    if isinstance(message, Warning):
        category = message.__class__
    else:
        message = category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action = _action(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        if _onceregistry.get((text, category)):
            return
        _onceregistry[text, category] = 1
    elif action == "module":
        registry[key] = 1
        other = text, category, 0
        if registry.get(other):
            return
        registry[other] = 1
    elif action == "default":
        registry[key] = 1
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


def _action(text, category, module, lineno):
    for action, message, filtered, wanted_module, line in filters:
        if (
            (message is None or message.match(text))
            and issubclass(category, filtered)
            and (wanted_module is None or wanted_module.match(module))
            and (line == 0 or lineno == line)
        ):
            return action
    return _defaultaction


class catch_warnings:
    """Puts filters back at the end, and may keep what is issued meanwhile in a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = ["record=True"] if self._record else []
        if self._module is not sys.modules["warnings"]:
            args.append("module=" + repr(self._module))
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        module, again, self._entered = self._module, self._entered, True
        if again:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._filters = module.filters
        module.filters = self._filters[:]
        self._kept = module.showwarning, module._showwarnmsg
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        module._showwarnmsg = log.append
        module.showwarning = _original_showwarning
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        module = self._module
        module.filters = self._filters
        module.showwarning, module._showwarnmsg = self._kept


class _MainOnly:
    """A pattern for the module `__main__`."""

    def match(self, module):
        return module == "__main__"


filters.append(("default", None, DeprecationWarning, _MainOnly(), 0))
for _category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
    simplefilter("ignore", category=_category, append=True)
del _category
