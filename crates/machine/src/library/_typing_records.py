"""Named tuples and dictionaries with known keys, written as classes; new names for types."""

import collections
import sys
import types

from _typing_alias import (
    NotRequired, Required, Union, _AnnotatedAlias, _GenericAlias, _type_check, _type_convert,
)
from _typing_generic import Generic

__name__ = "typing"

_prohibited = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                         "_field_types", "_make", "_replace", "_asdict", "_source"})
_special = frozenset({"__module__", "__name__", "__annotations__"})


def _caller(depth=1):
    """The module of the function that called."""
    return sys._getframe(depth + 1).f_globals.get("__name__", "__main__")


def _make_nmtuple(name, types, module, defaults=()):
    checked = {field: _type_check(kind, f"field {field} annotation must be a type") for field, kind in types}
    made = collections.namedtuple(name, [field for field, _ in types], defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = checked
    return made


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        fields = ns.get("__annotations__", {})
        defaults = [name for name in fields if name in ns]
        for before, name in zip(list(fields), list(fields)[1:]):
            if before in defaults and name not in defaults:
                earlier = defaults[:defaults.index(before) + 1]
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(earlier) > 1 else ''} {', '.join(earlier)}")
        made = _make_nmtuple(typename, fields.items(), ns["__module__"], [ns[name] for name in defaults])
        made.__bases__ = tuple([tuple if base is _NamedTuple else base for base in bases])
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in ns.items():
            if key in _prohibited:
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in _special and key not in fields:
                setattr(made, key, value)
                tell = getattr(type(value), "__set_name__", None)
                if tell is not None:
                    try:
                        tell(value, made, key)
                    except BaseException as error:
                        error.add_note(f"Error calling __set_name__ on {type(value).__name__!r} instance {key!r} "
                                       f"in {typename!r}")
                        raise
        if Generic in bases:
            made.__init_subclass__()
        return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def NamedTuple(typename, fields=None, /, **kwargs):
    """A tuple class with names and types for its items; usually written as a class with annotations."""
    if fields is not None and kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _make_nmtuple(typename, list(kwargs.items() if fields is None else fields), _caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


def _entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _entries


def _unmarked(annotation):
    """Whether a key was said to be required or not, and the type without that mark."""
    if isinstance(annotation, _AnnotatedAlias):
        return _unmarked(annotation.__origin__)
    origin = getattr(annotation, "__origin__", None)
    return True if origin is Required else False if origin is NotRequired else None


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(kind, msg, module=made.__module__, allow_special_forms=True)
               for key, kind in ns.get("__annotations__", {}).items()}
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(vars(base).get("__annotations__", {}))
            for mine, other, name in ((required, optional, "__required_keys__"), (optional, required, "__optional_keys__")):
                mine |= vars(base).get(name, frozenset())
                other -= vars(base).get(name, frozenset())
        annotations.update(own)
        for key, kind in own.items():
            marked = _unmarked(kind)
            wanted = total if marked is None else marked
            (required if wanted else optional).add(key)
            (optional if wanted else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        if not hasattr(made, "__total__"):
            made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict of which the keys and their types are known; at run time it is a plain dict."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    if kwargs:
        import warnings

        warnings.warn("The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed "
                      "in Python 3.13, and may not be understood by third-party type checkers.",
                      DeprecationWarning, stacklevel=2)
    ns = {"__annotations__": dict(fields), "__module__": _caller()}
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether it is a class made by TypedDict."""
    return isinstance(tp, _TypedDictMeta)


class NewType:
    """A name for a type that a type checker keeps apart from it. Calling it gives the argument back."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = _caller()
        if module != "typing":
            self.__module__ = module

    def __call__(self, arg):
        return arg

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`")

        return (Dummy,)


