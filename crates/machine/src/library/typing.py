"""Names for annotations; they mean nothing at run time."""

from collections import namedtuple as _namedtuple


class _Special:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, item):
        return self

    def __or__(self, other):
        return self

    __ror__ = __or__

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __repr__(self):
        return f"typing.{self._name}"


for _name in ("Any", "Union", "Optional", "Callable", "Iterable", "Iterator", "Sequence", "Mapping", "MutableMapping",
              "Generator", "List", "Dict", "Set", "FrozenSet", "Tuple", "Type", "ClassVar", "Final", "Literal", "NoReturn",
              "Self", "Hashable", "Sized", "Collection", "Awaitable", "Coroutine", "AsyncIterator", "Never", "Annotated",
              "Deque", "DefaultDict", "Counter", "OrderedDict", "Concatenate", "TypeAlias", "Text"):
    globals()[_name] = _Special(_name)
del _name

TYPE_CHECKING = False


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name

    def __repr__(self):
        return f"~{self.__name__}"


class Generic:
    def __class_getitem__(cls, item):
        return cls


class Protocol:
    def __class_getitem__(cls, item):
        return cls


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(f):
    return f


def runtime_checkable(cls):
    return cls


def get_type_hints(obj):
    return dict(getattr(obj, "__annotations__", {}))


def NewType(name, tp):
    return tp


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        names = list(ns.get("__annotations__", {}))
        result = _namedtuple(typename, names, defaults=[ns[n] for n in names if n in ns], module=ns.get("__module__"))
        for key, value in ns.items():
            if key not in names and key not in ("__module__", "__qualname__", "__annotations__", "__slots__"):
                setattr(result, key, value)
        return result


def NamedTuple(typename, fields=()):
    return _namedtuple(typename, [name for name, _ in fields])


def _mro_entries(bases):
    return (_NamedTupleBase,)


_NamedTupleBase = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = _mro_entries
