"""Looking at live objects: what they are, where they were written, how they are called."""

import collections
import functools
import linecache
import re
import sys
import types
import builtins

from _inspect_signature import (
    BoundArguments, Parameter, Signature, _ParameterKind, _empty, _void, formatannotation, signature,
)

_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


def _is_a(*kinds):
    """A question whether an object is an instance of one of the types."""

    def ask(object):
        return isinstance(object, kinds)

    return ask


ismodule, isclass, ismethod = _is_a(types.ModuleType), _is_a(type), _is_a(types.MethodType)
isfunction, iscode, isframe = _is_a(types.FunctionType), _is_a(types.CodeType), _is_a(types.FrameType)
istraceback, isbuiltin = _is_a(types.TracebackType), _is_a(types.BuiltinFunctionType)
isgenerator, iscoroutine, isasyncgen = _is_a(types.GeneratorType), _is_a(types.CoroutineType), _is_a(types.AsyncGeneratorType)
ismethodwrapper = _is_a(types.MethodWrapperType)
isgetsetdescriptor, ismemberdescriptor = _is_a(types.GetSetDescriptorType), _is_a(types.MemberDescriptorType)
for _name, _value in list(globals().items()):
    if _name.startswith("is"):
        _value.__name__ = _value.__qualname__ = _name
del _name, _value


def ismethoddescriptor(object):
    """Whether it gives a method when asked for through an instance, without being a function."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    """Whether it decides itself what setting or deleting an attribute does."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    return isinstance(object, type) and bool(object.__flags__ & TPFLAGS_IS_ABSTRACT)


def _has_flag(f, flag):
    while isinstance(f, (types.MethodType, functools.partial)):
        f = f.__func__ if ismethod(f) else f.func
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    """Makes `iscoroutinefunction` say yes to a function that returns something to be awaited."""
    getattr(func, "__func__", func)._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    while isinstance(obj, functools.partial):
        obj = obj.func
    marked = getattr(getattr(obj, "__func__", obj), "_is_coroutine_marker", None) is _is_coroutine_mark
    return _has_flag(obj, CO_COROUTINE) or marked


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isawaitable(object):
    if isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__"):
        return True
    return isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)


def getmembers(object, predicate=None):
    """Names and values of all attributes, sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """As `getmembers`, without running a property or `__getattr__`."""
    return _members(object, predicate, getattr_static)


def _members(object, predicate, read):
    names = dir(object)
    if isclass(object):
        # What gives way to members of an enumeration is not in dir().
        for base in object.__bases__:
            names += [name for name, value in vars(base).items() if isinstance(value, types.DynamicClassAttribute)]
    found = []
    for name in names:
        try:
            value = read(object, name)
            if name in [known for known, _ in found]:
                raise AttributeError
        except AttributeError:
            classes = getmro(object) if isclass(object) else ()
            values = [vars(base)[name] for base in classes if name in vars(base)]
            if not values:
                continue
            value = values[0]
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


Attribute = collections.namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """What each attribute of a class is, and which class has it."""
    result = []
    chain = [*getmro(cls), *[base for base in getmro(type(cls)) if base not in (type, object)]]
    names = set(dir(cls))
    for base in getmro(cls):
        names.update(name for name, value in vars(base).items() if isinstance(value, types.DynamicClassAttribute))
    for name in sorted(names):
        home = next((base for base in chain if name in vars(base)), None)
        # What only the type of all types has belongs to the class itself.
        home, value = (cls, getattr(cls, name)) if home is None else (home, vars(home)[name])
        if isinstance(value, (staticmethod, types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        else:
            if name != "__dict__" and not isinstance(value, types.DynamicClassAttribute):
                value = getattr(cls, name, value)
            kind = "method" if isroutine(value) else "data"
        result.append(Attribute(name, kind, home, value))
    return result


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    """What decorators have wrapped, followed to the end."""
    seen = [func]
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if any(func is known for known in seen) or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f"wrapper loop when unwrapping {seen[0]!r}")
        seen.append(func)
    return func


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getdoc(object):
    """The documentation, its own or that of a base, without the indentation of the source."""
    doc = getattr(object, "__doc__", None)
    if doc is None:
        try:
            doc = _finddoc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def _finddoc(obj):
    if isclass(obj):
        docs = [base.__doc__ for base in obj.__mro__ if base is not object]
        return next((doc for doc in docs if doc is not None), None)
    if ismethod(obj) or isbuiltin(obj):
        owner = obj.__self__
        cls, name = owner if isclass(owner) else type(owner), obj.__name__
    elif isinstance(obj, property):
        cls, name = _class_of(obj.fget), obj.fget.__name__
    elif isfunction(obj):
        cls, name = _class_of(obj), obj.__name__
    else:
        cls, name = obj.__objclass__, obj.__name__
    for base in cls.__mro__:
        doc = getattr(vars(base).get(name), "__doc__", None)
        if doc is not None:
            return doc
    return None


def _class_of(function):
    """The class that a function was written in."""
    found = sys.modules[function.__module__]
    for name in function.__qualname__.split(".")[:-1]:
        found = getattr(found, name)
    if not isclass(found):
        raise TypeError("not a method")
    return found


def cleandoc(doc):
    """The text without the indentation that all lines but the first share, and without empty lines around it."""
    lines = doc.expandtabs().split("\n")
    margin = min([indentsize(line) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip(), *[line[margin:] for line in lines[1:]]]
    return "\n".join(lines).strip("\n")


def getfile(object):
    """The file in which it was written."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(getattr(object, "__module__", None))
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is None:
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                        + type(object).__name__)
    return code.co_filename


def _code_of(object):
    for name in ("__func__", "__code__", "tb_frame", "f_code"):
        object = getattr(object, name, object)
    return object if iscode(object) else None


getsourcefile = getfile


def getmodulename(path):
    """The name of the module that a file would be."""
    name = path.rsplit("/", 1)[-1]
    return next((name[:-len(end)] for end in (".py", ".pyc") if name.endswith(end)), None)


def getabsfile(object, _filename=None):
    return _filename or getfile(object)


def getmodule(object, _filename=None):
    """The module in which it was written; None if that cannot be told."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getfile(object)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        if getattr(module, "__file__", None) == file:
            return module
    name = getattr(object, "__name__", None)
    for home in (sys.modules["__main__"], builtins):
        if name is not None and getattr(home, name, None) is object:
            return home
    return None


def findsource(object):
    """All lines of the file, and the index of the line where it begins."""
    lines = linecache.getlines(getfile(object))
    if lines == []:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _class_line(object, lines)
    at = _code_of(object).co_firstlineno - 1
    if at >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, at


def _class_line(cls, lines):
    """Looks for the class statement, following the indentation of what it lies in."""
    path = [part for part in cls.__qualname__.split(".")]
    opened = []
    found = None
    for at, line in enumerate(lines):
        statement = re.match(r"(\s*)(?:async\s+)?(class|def)\s+(\w+)", line)
        if statement is None:
            continue
        depth = len(statement[1])
        while opened and opened[-1][0] >= depth:
            opened.pop()
        opened.append((depth, statement[3]))
        names = []
        for number, (_, name) in enumerate(opened):
            names.append(name)
            if number < len(opened) - 1 and "<locals>" in path and len(names) < len(path) and path[len(names)] == "<locals>":
                names.append("<locals>")
        if statement[2] == "class" and names == path:
            found = at
            break
    if found is None:
        raise OSError("could not find class definition")
    while found > 0 and lines[found - 1].strip().startswith("@") and indentsize(lines[found - 1]) == indentsize(lines[found]):
        found -= 1
    return found


class EndOfBlock(Exception):
    pass


def getblock(lines):
    """The lines of the statement that begins with the first one."""
    indent = indentsize(lines[0])
    depth, quote = 0, None
    body = False
    last = 0
    for at, line in enumerate(lines):
        inside = depth > 0 or quote is not None
        text = line.strip()
        if at > 0 and not inside and body and text:
            if indentsize(line) <= indent and not text.startswith("#"):
                break
            if indentsize(line) <= indent:
                continue
        depth, quote = _scan(line, depth, quote)
        if text and not (text.startswith("#") and not inside and at > 0 and indentsize(line) <= indent):
            last = at
        if depth == 0 and quote is None and not body:
            code = re.sub(r"#.*", "", line).rstrip()
            if text.startswith("@"):
                continue
            body = True
            if not code.endswith((":", "\\")):
                break  # All on one line.
    return lines[:last + 1]


def _scan(line, depth, quote):
    """How many brackets are open after the line, and which quotes."""
    at = 0
    while at < len(line):
        if quote is not None:
            if line[at] == "\\":
                at += 2
            elif line.startswith(quote, at):
                at, quote = at + len(quote), None
            else:
                at += 1
        elif line[at] in "\"'":
            quote = line[at] * 3 if line.startswith(line[at] * 3, at) else line[at]
            at += len(quote)
        elif line[at] == "#":
            break
        else:
            depth += (line[at] in "([{") - (line[at] in ")]}")
            at += 1
    return depth, quote if quote is not None and len(quote) == 3 else None


def getsourcelines(object):
    """The lines it was written in, and the number of the first one."""
    object = unwrap(object)
    lines, at = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[at:]), at + 1


def getsource(object):
    """The text it was written as."""
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comment that stands before it."""
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        first = 1 if lines and lines[0].startswith("#!") else 0
        while first < len(lines) and lines[first].strip() in ("", "#"):
            first += 1
        end = first
        while end < len(lines) and lines[end].startswith("#"):
            end += 1
        return "".join([line.expandtabs() for line in lines[first:end]]) or None
    first = at
    while first > 0 and lines[first - 1].lstrip().startswith("#") and indentsize(lines[first - 1]) == indentsize(lines[at]):
        first -= 1
    return "".join([line.expandtabs().lstrip() for line in lines[first:at]]) or None


Arguments = collections.namedtuple("Arguments", "args, varargs, varkw")
FullArgSpec = collections.namedtuple(
    "FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")
ArgInfo = collections.namedtuple("ArgInfo", "args varargs keywords locals")
ClosureVars = collections.namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getargs(co):
    """The names of the parameters of a code object."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names = list(co.co_varnames)
    count = co.co_argcount + co.co_kwonlyargcount
    rest = names[count:]
    varargs = rest.pop(0) if co.co_flags & CO_VARARGS else None
    return Arguments(names[:count], varargs, rest.pop(0) if co.co_flags & CO_VARKEYWORDS else None)


def getargvalues(frame):
    """The parameters of a running function, and its variables."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    """The parameters and what was passed, as in a call."""
    shown = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        shown.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        shown.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(shown)})"


def getfullargspec(func):
    """The parameters of a function, sorted into kinds. A bound method's first one is there too."""
    try:
        function = getattr(func, "__func__", func)
        sig = Signature.from_callable(function, follow_wrapped=False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    by_kind = {kind: [] for kind in _ParameterKind}
    for one in sig.parameters.values():
        by_kind[one.kind].append(one)
    positional = by_kind[_POSITIONAL_ONLY] + by_kind[_POSITIONAL_OR_KEYWORD]
    defaults = tuple([one.default for one in positional if one.default is not _empty])
    named = {one.name: one.default for one in by_kind[_KEYWORD_ONLY] if one.default is not _empty}
    annotations = {"return": sig.return_annotation, **{one.name: one.annotation for one in sig.parameters.values()}}
    annotations = {name: value for name, value in annotations.items() if value is not _empty}
    varargs, varkw = [next((one.name for one in by_kind[kind]), None) for kind in (_VAR_POSITIONAL, _VAR_KEYWORD)]
    return FullArgSpec([one.name for one in positional], varargs, varkw, defaults or None,
                       [one.name for one in by_kind[_KEYWORD_ONLY]], named or None, annotations)


def getcallargs(func, /, *positional, **named):
    """Which parameter gets what in a call."""
    if ismethod(func):
        positional, func = (func.__self__, *positional), func.__func__
    spec = getfullargspec(func)
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def getclosurevars(func):
    """The names from outside that a function uses, and what they are."""
    func = getattr(func, "__func__", func)
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code, outer = func.__code__, func.__globals__
    nonlocals = {}
    for name, cell in zip(code.co_freevars, func.__closure__ or ()):
        try:
            nonlocals[name] = cell.cell_contents
        except ValueError:
            continue
    builtin = outer.get("__builtins__", builtins)
    builtin = vars(builtin) if ismodule(builtin) else builtin
    found, built, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in outer:
            found[name] = outer[name]
        elif name in builtin:
            built[name] = builtin[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, built, unbound)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A copy of the annotations; with `eval_str` texts are evaluated."""
    if isclass(obj):
        annotations = vars(obj).get("__annotations__", None)
        annotations = None if isinstance(annotations, types.GetSetDescriptorType) else annotations
        outer, inner = getattr(sys.modules.get(obj.__module__), "__dict__", None), dict(vars(obj))
    elif ismodule(obj):
        annotations, outer, inner = getattr(obj, "__annotations__", None), vars(obj), None
    elif callable(obj):
        annotations = getattr(obj, "__annotations__", None)
        function = unwrap(obj)
        while isinstance(function, functools.partial):
            function = function.func
        outer, inner = getattr(function, "__globals__", None), None
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if annotations is None:
        return {}
    if not isinstance(annotations, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(annotations)
    scope = outer if globals is None else globals
    names = inner if locals is None else locals
    names = dict(names or ())
    for parameter in getattr(obj, "__type_params__", ()):
        names.setdefault(parameter.__name__, parameter)
    return {name: eval(value, scope, names) if isinstance(value, str) else value for name, value in annotations.items()}


_missing = object()


def _in_classes(cls, name):
    """What the classes' dictionaries have under a name."""
    for base in type.__dict__["__mro__"].__get__(cls):
        if name in base.__dict__:
            return base.__dict__[name]
    return _missing


def getattr_static(obj, attr, default=_missing):
    """The attribute as it is stored: no property, `__getattr__` or `__get__` runs."""
    own = _missing
    if isinstance(type(obj), type) and type in type(obj).__mro__:
        kind, own = obj, _in_classes(obj, attr)
        found = _in_classes(type(obj), attr) if own is _missing else own
        if found is not _missing:
            return found
    else:
        kind = type(obj)
        found = _in_classes(kind, attr)
        try:
            own = object.__getattribute__(obj, "__dict__").get(attr, _missing)
        except AttributeError:
            pass
        if found is not _missing and own is not _missing:
            how = type(found)
            data = _in_classes(how, "__set__") is not _missing or _in_classes(how, "__delete__") is not _missing
            return found if data and _in_classes(how, "__get__") is not _missing else own
        for candidate in (own, found):
            if candidate is not _missing:
                return candidate
    if default is _missing:
        raise AttributeError(attr)
    return default


def _state(obj, prefix, names):
    if getattr(obj, prefix + "_running"):
        return names[1]
    if getattr(obj, prefix + "_suspended"):
        return names[2]
    return names[3] if getattr(obj, prefix + "_frame") is None else names[0]


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def getgeneratorstate(generator):
    return _state(generator, "gi", (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr", (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    return _state(agen, "ag", (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def getgeneratorlocals(generator):
    """The variables of a generator that is not over."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return {} if generator.gi_frame is None else generator.gi_frame.f_locals


def getcoroutinelocals(coroutine):
    return {} if coroutine.cr_frame is None else coroutine.cr_frame.f_locals


def getasyncgenlocals(agen):
    return {} if agen.ag_frame is None else agen.ag_frame.f_locals


def currentframe():
    return sys._getframe(1)


_Traceback = collections.namedtuple("_Traceback", "filename lineno function code_context index")
_FrameInfo = collections.namedtuple("_FrameInfo", ("frame", *_Traceback._fields))


class Traceback(_Traceback):
    """Where a frame is: file, line, function, and the lines around."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, filename, lineno, function, code_context, index)
        made.positions = positions
        return made


class FrameInfo(_FrameInfo):
    """A frame, and where it is."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        made.positions = positions
        return made


def getframeinfo(frame, context=1):
    """Where a frame or a traceback is, with `context` lines around."""
    lineno = frame.f_lineno if isframe(frame) else frame.tb_lineno
    frame = frame if isframe(frame) else frame.tb_frame
    if not isframe(frame):
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    lines = index = None
    file = getfile(frame)
    if context > 0:
        known = linecache.getlines(file)
        if known:
            start = max(0, min(lineno - 1 - context // 2, len(known) - context))
            lines, index = known[start:start + context], lineno - 1 - start
    return Traceback(file, lineno, frame.f_code.co_name, lines, index)


def _info(frame, at, context):
    where = getframeinfo(at, context)
    return FrameInfo(frame, *where, positions=where.positions)


def getouterframes(frame, context=1):
    """The frame and those that called it."""
    found = []
    while frame is not None:
        found.append(_info(frame, frame, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames that a traceback goes through."""
    found = []
    while tb is not None:
        found.append(_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    return getinnerframes(sys.exception().__traceback__, context)


def getclasstree(classes, unique=False):
    """The classes as nested lists, each below its bases."""
    below, roots = {}, []
    for cls in classes:
        for base in cls.__bases__ or ():
            known = below.setdefault(base, [])
            if cls not in known:
                known.append(cls)
            if unique and base in classes:
                break
        if not cls.__bases__ and cls not in roots:
            roots.append(cls)
    roots += [base for base in below if base not in classes]
    return walktree(roots, below, None)


def walktree(classes, children, parent):
    found = []
    for cls in sorted(classes, key=lambda one: (one.__module__, one.__name__)):
        found.append((cls, cls.__bases__))
        if cls in children:
            found.append(walktree(children[cls], children, cls))
    return found


def _main():
    raise SystemExit("there are no files here to look at")
