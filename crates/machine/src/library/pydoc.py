"""Documentation as text: what `help()` shows."""

import builtins
import inspect
import sys
from reprlib import Repr

__all__ = ["help"]

_shown = Repr(maxtuple=10, maxlist=10, maxdict=10, maxstring=100, maxother=100).repr
# What every class has says nothing about one.
_HIDDEN = {"__doc__", "__module__", "__dict__", "__weakref__", "__slots__", "__orig_bases__", "__parameters__",
           "__annotations__", "__qualname__", "__builtins__", "__file__", "__name__", "__package__", "__spec__",
           "__loader__", "__cached__", "__path__", "__all__", "__author__", "__credits__", "__date__", "__version__"}
_SPECIAL_DOCS = {"__init__": "Initialize self.  See help(type(self)) for accurate signature."}
_LINE = "-" * 70


def _indent(text, prefix="    "):
    return "\n".join([prefix + line if line else prefix.rstrip() for line in text.split("\n")]) if text else ""


def _name_of(cls, module):
    return cls.__name__ if cls.__module__ == module else f"{cls.__module__}.{cls.__name__}"


def describe(thing):
    """What kind of thing it is, in words."""
    if inspect.ismodule(thing):
        return ("package " if hasattr(thing, "__path__") else "module ") + thing.__name__
    for ask, word in ((inspect.isclass, "class"), (inspect.isfunction, "function"), (inspect.ismethod, "method")):
        if ask(thing):
            return f"{word} {thing.__name__}"
    if inspect.isbuiltin(thing):
        return f"built-in function {thing.__name__}"
    return type(thing).__name__


def _signature(thing):
    try:
        return str(inspect.signature(thing))
    except (ValueError, TypeError):
        return "(...)"


def _routine(thing, name=None, module=None, cls=None, note=""):
    """A function or a method: how it is called, and its documentation."""
    own = getattr(thing, "__name__", name)
    name = name or own
    if inspect.ismethod(thing) and cls is None and not inspect.isclass(thing.__self__):
        note = f" method of {_name_of(type(thing.__self__), module)} instance"
    title = name if own == name else f"{name} = {own}"
    start = "async " if inspect.iscoroutinefunction(thing) or inspect.isasyncgenfunction(thing) else ""
    doc = inspect.getdoc(thing) or (_SPECIAL_DOCS.get(own) if cls is not None else None) or ""
    return f"{start}{title}{_signature(thing)}{note}\n" + (_indent(doc).rstrip() + "\n" if doc else "")


def _sections(cls):
    """The attributes of a class by the class that has them, then by kind."""
    attributes = [one for one in inspect.classify_class_attrs(cls)
                  if one.name in ("__dict__", "__weakref__") or one.name not in _HIDDEN and one.name in dir(cls)]
    attributes = [one for one in attributes if _visible(one)]
    homes = [home for home in cls.__mro__ if home is not object or cls is object]
    for home in homes:
        own = [one for one in attributes if one.defining_class is home]
        where = "defined here" if home is cls else f"inherited from {_name_of(home, cls.__module__)}"
        yield home, where, own


def _visible(one):
    if one.name in ("__dict__", "__weakref__"):
        return True
    special = one.name.startswith("__") and one.name.endswith("__")
    if one.name == "__hash__" and one.object is None:
        return True
    return special or not one.name.startswith("_")


def _kinds(own):
    readonly = [one for one in own if one.kind == "property" and isinstance(one.object, property) and one.object.fset is None]
    routines = {kind: [one for one in own if one.kind == kind] for kind in ("method", "class method", "static method")}
    descriptors = [one for one in own if one not in readonly and (one.kind == "property" or one.kind == "data"
                                                                  and inspect.isdatadescriptor(one.object))]
    rest = [one for one in own if one.kind == "data" and one not in descriptors]
    return (("Methods", routines["method"]), ("Class methods", routines["class method"]),
            ("Static methods", routines["static method"]), ("Readonly properties", readonly),
            ("Data descriptors", descriptors), ("Data and other attributes", rest))


def _member(one, cls, title):
    """One attribute of a class."""
    if title in ("Methods", "Class methods", "Static methods"):
        note = ""
        value = getattr(cls, one.name)
        if title == "Class methods":
            note = f" from {_name_of(type(cls), cls.__module__)}"
        return _routine(value, one.name, cls.__module__, cls, note)
    if title == "Data and other attributes":
        return f"{one.name} = {_shown(one.object)}\n"
    doc = inspect.getdoc(one.object) or {"__dict__": "dictionary for instance variables",
                                         "__weakref__": "list of weak references to the object"}.get(one.name, "")
    return one.name + "\n" + (_indent(doc) + "\n" if doc else "")


def _class(cls):
    bases = [_name_of(base, cls.__module__) for base in cls.__bases__]
    lines = []
    signature = _signature(cls)
    if signature not in ("(...)", "()"):
        lines += [cls.__name__ + signature, ""]
    doc = cls.__doc__ if isinstance(cls.__doc__, str) else None
    if doc:
        doc = inspect.cleandoc(doc)
        lines += [*doc.split("\n"), ""]
    if len(cls.__mro__) > 2:
        lines += ["Method resolution order:", *["    " + _name_of(base, cls.__module__) for base in cls.__mro__], ""]
    first = True
    for _, where, own in _sections(cls):
        for title, members in _kinds(own):
            if not members:
                continue
            if not first:
                lines += [_LINE]
            first = False
            lines += [f"{title} {where}:", ""]
            for one in members:
                text = _member(one, cls, title)
                lines += text.rstrip("\n").split("\n") + [""]
    while lines and not lines[-1]:
        lines.pop()
    body = "\n".join([f" |  {line}".rstrip() for line in lines])
    return f"class {cls.__name__}({', '.join(bases)})\n{body}\n" if bases else f"class {cls.__name__}\n{body}\n"


def _module(module):
    def section(title, text):
        return f"{title}\n{_indent(text.rstrip())}\n\n"

    doc = inspect.getdoc(module) or ""
    summary, _, more = doc.partition("\n\n")
    text = section("NAME", module.__name__ + (f" - {summary}" if summary else ""))
    if more:
        text += section("DESCRIPTION", more)
    names = getattr(module, "__all__", None) or [name for name in dir(module) if not name.startswith("_")]
    members = [(name, getattr(module, name)) for name in sorted(names) if hasattr(module, name)]
    home = [(name, value) for name, value in members if getattr(value, "__module__", None) in (module.__name__, None)]
    classes = [_class(value) for name, value in home if inspect.isclass(value)]
    functions = [_routine(value, name, module.__name__) for name, value in home if inspect.isroutine(value)]
    data = [f"{name} = {_shown(value)}" for name, value in members
            if not inspect.ismodule(value) and not inspect.isclass(value) and not inspect.isroutine(value)]
    for title, parts in (("CLASSES", classes), ("FUNCTIONS", functions), ("DATA", data)):
        if parts:
            text += section(title, "\n".join(parts))
    return text + section("FILE", getattr(module, "__file__", None) or "(built-in)")


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    """The documentation of an object."""
    if isinstance(thing, str):
        thing = _locate(thing)
    module = inspect.getmodule(thing)
    shown = describe(thing)
    if module is not None and module is not thing:
        shown += f" in module {module.__name__}"
    if not (inspect.ismodule(thing) or inspect.isclass(thing) or inspect.isroutine(thing)):
        thing, shown = type(thing), shown + " object"
    if inspect.ismodule(thing):
        text = _module(thing)
    elif inspect.isclass(thing):
        text = _class(thing)
    else:
        text = _routine(thing)
    return title % shown + "\n\n" + text


def _locate(path):
    """The object with this dotted name."""
    if hasattr(builtins, path):
        return getattr(builtins, path)
    parts = path.split(".")
    for count in range(len(parts), 0, -1):
        try:
            __import__(".".join(parts[:count]))
        except ImportError:
            continue
        found = sys.modules[".".join(parts[:count])]
        for part in parts[count:]:
            found = getattr(found, part)
        return found
    raise ImportError(f"No Python documentation found for {path!r}.\nUse help() to get the interactive help utility.\n"
                      "Use help(str) for help on the str class.")


def getdoc(object):
    """The documentation of an object, or the comment before it."""
    return inspect.getdoc(object) or inspect.getcomments(object) or ""


class Helper:
    """`help`: shows the documentation of what it is called with."""

    def __repr__(self):
        return "<pydoc.Helper instance>"

    def __call__(self, request=None):
        if request is None:
            print("Welcome to Python 3.12's help utility! Here it wants an object: help(str), help('math').")
            return
        try:
            text = render_doc(request, "Help on %s:")
        except ImportError as error:
            text = str(error) + "\n"
        print(text)


help = Helper()
