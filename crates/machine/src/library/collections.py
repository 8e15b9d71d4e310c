"""Container types beside the builtin ones."""

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

import operator as _operator
import sys as _sys
from _collections import OrderedDict, _count_elements, _deque_iterator, _tuplegetter, defaultdict, deque
from itertools import chain as _chain
from itertools import repeat as _repeat
from itertools import starmap as _starmap
from keyword import iskeyword as _iskeyword
from operator import itemgetter as _itemgetter


class Counter(dict):
    """How often things occur."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of all counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The n things with the greatest counts, the greatest first; all of them without n."""
        if n is None:
            return sorted(self.items(), key=_itemgetter(1), reverse=True)
        import heapq

        return heapq.nlargest(n, self.items(), key=_itemgetter(1))

    def elements(self):
        """Each thing as often as it is counted."""
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Counts more: things, or counts of things."""
        if iterable is None:
            pass
        elif not _has_counts(iterable):
            _count_elements(self, iterable)
        elif self:
            for key, times in iterable.items():
                self[key] = times + self.get(key, 0)
        else:
            super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes counts away; they may fall below zero."""
        if iterable is not None:
            for key, times in iterable.items() if _has_counts(iterable) else zip(iterable, _repeat(1)):
                self[key] -= times
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return name + "()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            # Counts that cannot be sorted stay in the order they have.
            shown = dict(self)
        return f"{name}({shown!r})"

    def _compare(self, other, holds):
        """Whether something holds for all counts of the two; what one of them does not have counts zero."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all([holds(self[key], other[key]) for counter in (self, other) for key in counter])

    def __eq__(self, other):
        return self._compare(other, _operator.eq)

    def __le__(self, other):
        return self._compare(other, _operator.le)

    def __ge__(self, other):
        return self._compare(other, _operator.ge)

    def __ne__(self, other):
        answer = self == other
        return answer if answer is NotImplemented else not answer

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    def _combine(self, other, how):
        """The counts of both combined, as far as they are above zero."""
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for key in [*self, *[key for key in other if key not in self]]:
            times = how(self[key], other[key])
            if times > 0:
                made[key] = times
        return made

    def __add__(self, other):
        return self._combine(other, _operator.add)

    def __sub__(self, other):
        return self._combine(other, _operator.sub)

    def __or__(self, other):
        return self._combine(other, max)

    def __and__(self, other):
        return self._combine(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _change(self, other, how, keys):
        """Combines the counts in place and drops those that are not above zero."""
        for key in list(keys):
            self[key] = how(self[key], other[key])
        for key in [key for key, times in self.items() if not times > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        return self._change(other, _operator.add, other)

    def __isub__(self, other):
        return self._change(other, _operator.sub, other)

    def __ior__(self, other):
        return self._change(other, max, other)

    def __iand__(self, other):
        return self._change(other, min, self)

    __hash__ = None


def _has_counts(things):
    """Whether something has counts itself."""
    if isinstance(things, dict):
        return True
    if not hasattr(things, "items"):
        return False
    from _collections_abc import Mapping

    return isinstance(things, Mapping)


def __getattr__(name):
    # These bring all abstract base classes, so they come when they are asked for.
    if name == "abc":
        import collections.abc

        return collections.abc
    if name in ("UserDict", "UserList", "UserString", "ChainMap"):
        if name == "ChainMap":
            import _chain_map as home
        else:
            import _user_collections as home
        value = getattr(home, name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _checked_names(typename, field_names, rename):
    """The names of a named tuple's fields."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    if rename:
        for at, name in enumerate(names):
            if not name.isidentifier() or _iskeyword(name) or name.startswith("_") or name in names[:at]:
                names[at] = f"_{at}"
    for name in [typename, *names]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if _iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    for at, name in enumerate(names):
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in names[:at]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    return tuple(map(_sys.intern, names))


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new class of tuples whose items have names.

    The names may stand in one text with spaces or commas between them. rename makes names of those that cannot be names;
    defaults belong to the last fields."""
    typename = _sys.intern(str(typename))
    field_names = _checked_names(typename, field_names, rename)
    count = len(field_names)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > count:
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(field_names[count - len(defaults):], defaults))
    arg_list = ", ".join(field_names) + "," * (count == 1)
    repr_fmt = "(" + ", ".join([f"{name}=%r" for name in field_names]) + ")"
    tuple_new = tuple.__new__
    # Python itself binds the arguments: the fields are parameters.
    source = f"lambda _cls, {arg_list}: _tuple_new(_cls, ({arg_list}))"
    __new__ = eval(source, {"_tuple_new": tuple_new, "__builtins__": {}, "__name__": f"namedtuple_{typename}"})
    __new__.__name__ = "__new__"
    __new__.__doc__ = f"Create new instance of {typename}({arg_list})"
    __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        made = tuple_new(cls, iterable)
        if len(made) != count:
            raise TypeError(f"Expected {count} arguments, got {len(made)}")
        return made

    def _replace(self, /, **kwds):
        made = self._make([kwds.pop(name, value) for name, value in zip(field_names, self)])
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return made

    def __repr__(self):
        "Return a nicely formatted representation string"
        return self.__class__.__name__ + repr_fmt % self

    def _asdict(self):
        "Return a new dict which maps field names to their values."
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        "Return self as a plain tuple.  Used by copy and pickle."
        return tuple(self)

    _make.__func__.__doc__ = f"Make a new {typename} object from a sequence or iterable"
    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"
    methods = [__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__]
    for method in methods:
        method.__qualname__ = f"{typename}.{method.__name__}"
    namespace = {"__doc__": f"{typename}({arg_list})", "__slots__": (), "_fields": field_names, "_field_defaults": field_defaults}
    namespace.update({method.__name__: method for method in methods}, _make=_make, __match_args__=field_names)
    for index, name in enumerate(field_names):
        namespace[name] = _tuplegetter(index, _sys.intern(f"Alias for field number {index}"))
    made = type(typename, (tuple,), namespace)
    if module is None:
        module = _sys._getframe(1).f_globals.get("__name__", "__main__")
    made.__module__ = module
    return made
