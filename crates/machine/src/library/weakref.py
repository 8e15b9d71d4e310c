"""Weak references, and containers and finalizers made of them."""

import _collections_abc
from _weakref import CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs, proxy, ref
from _weakref import _remove_dead_weakref
from _weakref_finalize import finalize
from _weakrefset import WeakSet, _IterationGuard, _settled

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]

ProxyTypes = ProxyType, CallableProxyType
_collections_abc.MutableSet.register(WeakSet)


def _union(mapping, other, first):
    """Both together; of keys in both, the value of the second counts."""
    if not isinstance(other, _collections_abc.Mapping):
        return NotImplemented
    if first is mapping:
        both = mapping.copy()
        both.update(other)
    else:
        both = mapping.__class__()
        both.update(other)
        both.update(mapping)
    return both


class WeakKeyDictionary(_collections_abc.MutableMapping):
    """A mapping that does not keep its keys."""

    def __init__(self, dict=None):
        self.data = {}

        def remove(dead, owner=ref(self)):
            mapping = owner()
            if mapping is None:
                return
            if mapping._iterating:
                mapping._pending_removals.append(dead)
            else:
                mapping.data.pop(dead, None)

        self._remove, self._pending_removals, self._iterating = remove, [], set()
        # Whether something was deleted that may be among what is still to be removed.
        self._dirty_len = False
        if dict is not None:
            self.update(dict)

    def _scrub_removals(self):
        present = self.data.__contains__
        self._pending_removals, self._dirty_len = list(filter(present, self._pending_removals)), False

    def _commit_removals(self):
        # A dead reference equals no living one, so this may wait until nobody walks through the mapping.
        take, data = self._pending_removals.pop, self.data
        while True:
            try:
                key = take()
            except IndexError:
                break
            data.pop(key, None)

    def __contains__(self, key):
        try:
            sought = ref(key)
        except TypeError:
            return False
        else:
            return sought in self.data

    def __len__(self):
        if self._pending_removals and self._dirty_len:
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            pairs = dict if hasattr(dict, "items") else type({})(dict)
            for key, value in pairs.items():
                self.data[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def pop(self, key, *args):
        self._dirty_len = True
        return self.data.pop(ref(key), *args)

    def popitem(self):
        self._dirty_len = True
        key = None
        while key is None:
            reference, value = self.data.popitem()
            key = reference()
        return key, value

    # Walking through. The key that was handed out stays alive until the next.

    def values(self):
        with _IterationGuard(self):
            for reference, value in self.data.items():
                if reference() is not None:
                    yield value

    def items(self):
        with _IterationGuard(self):
            for reference, value in self.data.items():
                if (key := reference()) is not None:
                    yield key, value

    def keys(self):
        with _IterationGuard(self):
            for reference in self.data:
                if (key := reference()) is not None:
                    yield key

    __iter__ = keys

    def keyrefs(self):
        return [*self.data]

    # Copies and unions.

    def __deepcopy__(self, memo):
        from copy import deepcopy

        twin = self.__class__()
        for key, value in WeakKeyDictionary.items(self):
            twin[key] = deepcopy(value, memo)
        return twin

    def copy(self):
        twin = WeakKeyDictionary()
        for key, value in WeakKeyDictionary.items(self):
            twin[key] = value
        return twin

    __copy__ = copy

    def __or__(self, other):
        return _union(self, other, self)

    def __ror__(self, other):
        return _union(self, other, other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"


class KeyedRef(ref):
    """A reference that remembers its key in a WeakValueDictionary."""

    __slots__ = ("key",)

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)

    def __new__(type, ob, callback, key):
        keyed = ref.__new__(type, ob, callback)
        keyed.key = key
        return keyed


class WeakValueDictionary(_collections_abc.MutableMapping):
    """A mapping that does not keep its values."""

    def __init__(self, other=(), /, **kw):
        def remove(dead, owner=ref(self), drop=_remove_dead_weakref):
            mapping = owner()
            if mapping is None:
                return
            if mapping._iterating:
                mapping._pending_removals.append(dead.key)
            else:
                drop(mapping.data, dead.key)

        self._remove, self._pending_removals, self._iterating = remove, [], set()
        self.data = {}
        self.update(other, **kw)

    def _commit_removals(self, drop=_remove_dead_weakref):
        # A key that has another value by now stays: only dead references are dropped.
        take, data = self._pending_removals.pop, self.data
        while True:
            try:
                key = take()
            except IndexError:
                break
            drop(data, key)

    def __contains__(self, key):
        reference = _settled(self).get(key)
        return reference is not None and reference() is not None

    def __len__(self):
        return len(_settled(self))

    def get(self, key, default=None):
        reference = _settled(self).get(key)
        value = reference and reference()
        return default if value is None else value

    def setdefault(self, key, default=None):
        reference = self.data.get(key)
        value = reference and reference()
        if value is None:
            value = default
            _settled(self)[key] = KeyedRef(value, self._remove, key)
        return value

    def __getitem__(self, key):
        value = _settled(self)[key]()
        if value is not None:
            return value
        raise KeyError(key)

    def __setitem__(self, key, value):
        _settled(self)[key] = KeyedRef(value, self._remove, key)

    def update(self, other=None, /, **kwargs):
        data = _settled(self)
        if other is not None:
            given = other if hasattr(other, "items") else dict(other)
            for key, value in given.items():
                data[key] = KeyedRef(value, self._remove, key)
        for key, value in kwargs.items():
            data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del _settled(self)[key]

    def pop(self, key, *args):
        reference = _settled(self).pop(key, None)
        value = reference and reference()
        if value is not None:
            return value
        if not args:
            raise KeyError(key)
        return args[0]

    def popitem(self):
        value = None
        data = _settled(self)
        while value is None:
            key, reference = data.popitem()
            value = reference()
        return key, value

    # Walking through. The value that was handed out stays alive until the next.

    def values(self):
        _settled(self)
        with _IterationGuard(self):
            for reference in self.data.values():
                if (value := reference()) is not None:
                    yield value

    def items(self):
        _settled(self)
        with _IterationGuard(self):
            for key, reference in self.data.items():
                if (value := reference()) is not None:
                    yield key, value

    def keys(self):
        _settled(self)
        with _IterationGuard(self):
            for key, reference in self.data.items():
                if reference() is not None:
                    yield key

    __iter__ = keys

    def itervaluerefs(self):
        _settled(self)
        with _IterationGuard(self):
            yield from self.data.values()

    def valuerefs(self):
        return [*_settled(self).values()]

    # Copies and unions.

    def __deepcopy__(self, memo):
        from copy import deepcopy

        twin = self.__class__()
        for key, value in WeakValueDictionary.items(self):
            twin[deepcopy(key, memo)] = value
        return twin

    def copy(self):
        twin = WeakValueDictionary()
        for key, value in WeakValueDictionary.items(self):
            twin[key] = value
        return twin

    __copy__ = copy

    def __or__(self, other):
        return _union(self, other, self)

    def __ror__(self, other):
        return _union(self, other, other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"


class WeakMethod(ref):
    """A weak reference to a bound method: alive as long as its object is."""

    __slots__ = ("_alive", "_func_ref", "_meth_type", "__weakref__")

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def _cb(dead):
            # The object and the function may both die: it is told once.
            method = own()
            if not method._alive:
                return
            method._alive = False
            if callback is not None:
                callback(method)

        method = ref.__new__(cls, owner, _cb)
        method._func_ref = ref(function, _cb)
        method._alive, method._meth_type = True, type(meth)
        own = ref(method)
        return method

    def __call__(self):
        owner, function = super().__call__(), self._func_ref()
        if owner is not None and function is not None:
            return self._meth_type(function, owner)
        return None

    __hash__ = ref.__hash__

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return self is other

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__ne__(self, other) or self._func_ref != other._func_ref
        return self is not other
