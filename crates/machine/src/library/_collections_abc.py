"""Abstract base classes of containers: what each kind must have, and what it gets for that."""

from _method_abc import (
    Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator, Hashable, Iterable, Iterator, Generator,
    Reversible, Sized, Container, Callable, Collection, Buffer,
)
from abc import abstractmethod
from types import GenericAlias

__name__ = "collections.abc"

__all__ = [
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator",
    "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
    "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString",
    "Buffer",
]


class Sequence(Reversible, Collection):
    __slots__ = ()
    __abc_tpflags__ = 1 << 5

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)

    def index(self, value, start=0, stop=None):
        at = max(start + len(self), 0) if start is not None and start < 0 else start
        end = stop + len(self) if stop is not None and stop < 0 else stop
        while end is None or at < end:
            try:
                item = self[at]
            except IndexError:
                break
            else:
                if item is value or item == value:
                    return at
            at += 1
        raise ValueError

    def __iter__(self):
        at = 0
        try:
            while True:
                item = self[at]
                yield item
                at += 1
        except IndexError:
            pass

    def __reversed__(self):
        for at in range(len(self) - 1, -1, -1):
            yield self[at]

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError


class ByteString(Sequence):
    __slots__ = ()


class MutableSequence(Sequence):
    __slots__ = ()

    def pop(self, index=-1):
        taken = self[index]
        del self[index]
        return taken

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        full = True
        while full:
            try:
                self.pop()
            except IndexError:
                full = False

    def reverse(self):
        left, right = 0, len(self) - 1
        while left < right:
            self[left], self[right] = self[right], self[left]
            left += 1
            right -= 1

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError


class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def _as_set(self, other):
        return other if isinstance(other, Set) else self._from_iterable(other)

    def _hash(self):
        return hash(frozenset(self))

    def isdisjoint(self, other):
        return not any(element in self for element in other)

    # Compared with sets only.

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def __le__(self, other):
        if isinstance(other, Set):
            return len(self) <= len(other) and all(element in other for element in self)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, Set):
            return len(self) >= len(other) and all(element in self for element in other)
        return NotImplemented

    # Combined with whatever can be walked.

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(element for half in (self, other) for element in half)
        return NotImplemented

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(element for element in other if element in self)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, Iterable):
            unwanted = self._as_set(other)
            return self._from_iterable(element for element in self if element not in unwanted)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(element for element in self._as_set(other) if element not in self)
        return NotImplemented

    def __xor__(self, other):
        if isinstance(other, Iterable):
            second = self._as_set(other)
            return (self - second) | (second - self)
        return NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


class MutableSet(Set):
    __slots__ = ()

    def pop(self):
        elements = iter(self)
        for value in elements:
            self.discard(value)
            return value
        raise KeyError from None

    def remove(self, value):
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def clear(self):
        full = True
        while full:
            try:
                self.pop()
            except KeyError:
                full = False

    def __ior__(self, it):
        for element in it:
            self.add(element)
        return self

    def __isub__(self, it):
        if it is not self:
            for element in it:
                self.discard(element)
        else:
            self.clear()
        return self

    def __iand__(self, it):
        for element in self - it:
            self.discard(element)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
        else:
            for element in self._as_set(it):
                if element not in self:
                    self.add(element)
                else:
                    self.discard(element)
        return self

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    @abstractmethod
    def add(self, value):
        raise NotImplementedError


class MappingView(Sized):
    __slots__ = ("_mapping",)
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._mapping!r})"


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield mapping[key]

    def __contains__(self, value):
        mapping = self._mapping
        for key in mapping:
            held = mapping[key]
            if held is value or held == value:
                return True
        return False


def _from_iterable(cls, it):
    """What keys or pairs come to when they are combined: no view, a set."""
    return set(it)


class ItemsView(MappingView, Set):
    __slots__ = ()
    _from_iterable = classmethod(_from_iterable)

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield key, mapping[key]

    def __contains__(self, item):
        key, wanted = item
        try:
            held = self._mapping[key]
        except KeyError:
            return False
        else:
            return held is wanted or held == wanted


class KeysView(MappingView, Set):
    __slots__ = ()
    _from_iterable = classmethod(_from_iterable)

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


del _from_iterable


class Mapping(Collection):
    __slots__ = ()
    __abc_tpflags__ = 1 << 6
    __reversed__ = None

    def __contains__(self, key):
        known = True
        try:
            self[key]
        except KeyError:
            known = False
        return known

    def get(self, key, default=None):
        try:
            found = self[key]
        except KeyError:
            found = default
        return found

    def __eq__(self, other):
        if isinstance(other, Mapping):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)

    def keys(self):
        return KeysView(self)

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError


class MutableMapping(Mapping):
    __slots__ = ()
    __marker = object()

    def setdefault(self, key, default=None):
        try:
            found = self[key]
        except KeyError:
            self[key] = found = default
        return found

    def update(self, other=(), /, **kwds):
        if isinstance(other, Mapping):
            keys = other
        else:
            keys = other.keys() if hasattr(other, "keys") else None
        if keys is None:
            for key, value in other:
                self[key] = value
        else:
            for key in keys:
                self[key] = other[key]
        for name in kwds:
            self[name] = kwds[name]

    def pop(self, key, default=__marker):
        try:
            taken = self[key]
        except KeyError:
            if default is self.__marker:
                raise
        else:
            del self[key]
            return taken
        return default

    def popitem(self):
        for key in self:
            break
        else:
            raise KeyError from None
        taken = self[key]
        del self[key]
        return key, taken

    def clear(self):
        full = True
        while full:
            try:
                self.popitem()
            except KeyError:
                full = False

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError


from _collections import deque as _deque
from _weakref import ref as _ref

for _abc, *_classes in (
    (Set, frozenset),
    (MutableSet, set),
    (Mapping, type(type.__dict__)),
    (MutableMapping, dict),
    (KeysView, type({}.keys())),
    (ItemsView, type({}.items())),
    (ValuesView, type({}.values())),
    (Sequence, tuple, str, range, memoryview),
    (ByteString, bytes, bytearray),
    (MutableSequence, list, bytearray, _deque),
    (Generator, type((lambda: (yield))())),
):
    # These are known to be no relatives yet: register() would ask every class of the others.
    _abc._abc_impl.registered.extend(map(_ref, _classes))
del _abc, _classes, _deque, _ref
