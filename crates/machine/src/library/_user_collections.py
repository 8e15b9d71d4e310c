"""Containers around a builtin container in the attribute `data`: `collections.UserDict`, `UserList`, `UserString`."""

import _operator
from _collections_abc import MutableMapping, MutableSequence, Sequence


def _named(method, owner, function):
    method.__name__ = f"__{function.__name__}__"
    method.__qualname__ = f"{owner}.{method.__name__}"
    return method


def _asking(owner, *functions):
    """One method for each function: it says what the function says of the container inside."""

    def made(function):
        def method(self):
            return function(self.data)

        return _named(method, owner, function)

    return map(made, functions)


def _comparing(owner, bare):
    """The methods of the five comparisons, between what `bare` finds inside the two; only != is left to `object`."""

    def made(function):
        def method(self, other):
            return function(self.data, bare(other))

        return _named(method, owner, function)

    return map(made, (_operator.eq, _operator.lt, _operator.gt, _operator.le, _operator.ge))


def _shell(original):
    """An object like the original, with the same attributes, made without `__init__`."""
    kind = original.__class__
    shell = kind.__new__(kind)
    shell.__dict__.update(original.__dict__)
    return shell


def _bare_dict(other):
    if isinstance(other, UserDict):
        return other.data
    return other if isinstance(other, dict) else None


def _bare_list(other):
    return other.data if isinstance(other, UserList) else other


def _bare_str(other):
    return other.data if isinstance(other, UserString) else other


class UserString(Sequence):
    __module__ = "collections"

    def __init__(self, seq):
        self.data = _bare_str(seq) if isinstance(seq, (str, UserString)) else str(seq)

    __hash__, __repr__, __str__, __float__, __int__, __len__ = _asking("UserString", hash, repr, str, float, int, len)
    __eq__, __lt__, __gt__, __le__, __ge__ = _comparing("UserString", _bare_str)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __contains__(self, char):
        return _bare_str(char) in self.data

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)

    def __add__(self, other):
        return self.__class__(self.data + str(other))

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def count(self, sub, *bounds):
        return self.data.count(_bare_str(sub), *bounds)

    def index(self, sub, *bounds):
        return self.data.index(_bare_str(sub), *bounds)

    def encode(self, encoding=None, errors=None):
        return self.data.encode(encoding or "utf-8", errors or "strict")

    def __getnewargs__(self):
        return (self.data,)

    maketrans = str.maketrans


def _add_text_methods():
    """What else a str can do; most answers that are texts are wrapped again."""

    def add(name):
        method, bare = getattr(str, name), name in ("format", "format_map", "join")

        def asked(self, /, *args, **kwargs):
            result = method(self.data, *map(_bare_str, args), **kwargs)
            return self.__class__(result) if isinstance(result, str) and not bare else result

        asked.__name__, asked.__qualname__ = name, "UserString." + name
        setattr(UserString, name, asked)

    for name in dir(str):
        if not name.startswith("__") and name not in vars(UserString):
            add(name)


_add_text_methods()


class UserList(MutableSequence):
    __module__ = "collections"

    def __init__(self, initlist=None):
        self.data = []
        if initlist is None:
            return
        if type(initlist) is list or isinstance(initlist, UserList):
            self.data[:] = _bare_list(initlist)
        else:
            self.data = list(initlist)

    __len__, __repr__ = _asking("UserList", len, repr)
    __eq__, __lt__, __gt__, __le__, __ge__ = _comparing("UserList", _bare_list)

    # Questions.

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __contains__(self, item):
        return item in self.data

    def index(self, item, *args):
        return self.data.index(item, *args)

    def count(self, item):
        return self.data.count(item)

    # Lists made of this one.

    def _joinable(self, other):
        inner = _bare_list(other)
        return inner if inner is not other or isinstance(other, type(self.data)) else list(other)

    def __radd__(self, other):
        return self.__class__(self._joinable(other) + self.data)

    def __add__(self, other):
        return self.__class__(self.data + self._joinable(other))

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        shell = _shell(self)
        shell.__dict__["data"] = self.__dict__["data"][:]
        return shell

    # Changes.

    def __imul__(self, n):
        self.data *= n
        return self

    def __iadd__(self, other):
        self.data += self._joinable(other)
        return self

    def extend(self, other):
        self.data.extend(_bare_list(other))

    def append(self, item):
        self.data.append(item)

    def clear(self):
        self.data.clear()

    def insert(self, i, item):
        self.data.insert(i, item)

    def __setitem__(self, i, item):
        self.data[i] = item

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def reverse(self):
        self.data.reverse()

    def remove(self, item):
        self.data.remove(item)

    def __delitem__(self, i):
        del self.data[i]

    def pop(self, i=-1):
        return self.data.pop(i)


class UserDict(MutableMapping):
    __module__ = "collections"

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    __iter__, __len__, __repr__ = _asking("UserDict", iter, len, repr)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        if key not in self:
            return default
        return self[key]

    def __getitem__(self, key):
        if key not in self.data:
            kind = self.__class__
            if not hasattr(kind, "__missing__"):
                raise KeyError(key)
            return kind.__missing__(self, key)
        return self.data[key]

    def __delitem__(self, key):
        del self.data[key]

    def __setitem__(self, key, item):
        self.data[key] = item

    def __ior__(self, other):
        inner = _bare_dict(other)
        self.data |= other if inner is None else inner
        return self

    def __ror__(self, other):
        inner = _bare_dict(other)
        return NotImplemented if inner is None else self.__class__(inner | self.data)

    def __or__(self, other):
        inner = _bare_dict(other)
        return NotImplemented if inner is None else self.__class__(self.data | inner)

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        from copy import copy as shallow

        # Whatever way of copying a subclass has, the pairs are to come by its own `update`.
        full, self.data = self.data, {}
        try:
            twin = shallow(self)
        finally:
            self.data = full
        twin.update(self)
        return twin

    def __copy__(self):
        shell = _shell(self)
        shell.__dict__["data"] = self.__dict__["data"].copy()
        return shell
