"""WeakSet, and how containers of weak references are walked through while members die."""

from types import GenericAlias

from _weakref import ref

__all__ = ["WeakSet"]


def _settled(container):
    """The data of a container, without what has died while somebody walked through it."""
    if container._pending_removals:
        container._commit_removals()
    return container.data


class _IterationGuard:
    """As long as one of these is entered, its container only notes which members have died."""

    def __init__(self, weakcontainer):
        self.weakcontainer = ref(weakcontainer)

    def __enter__(self):
        walked = self.weakcontainer()
        if walked is not None:
            walked._iterating.add(self)
        return self

    def __exit__(self, kind, error, traceback):
        walked = self.weakcontainer()
        if walked is None:
            return
        walked._iterating.remove(self)
        if not walked._iterating:
            # The last to walk through it: now the dead may go.
            walked._commit_removals()


class WeakSet:
    """A set that does not keep its members."""

    def __init__(self, data=None):
        self.data = set()

        def _remove(dead, owner=ref(self)):
            members = owner()
            if members is None:
                return
            if members._iterating:
                members._pending_removals.append(dead)
            else:
                members.data.discard(dead)

        self._remove, self._pending_removals, self._iterating = _remove, [], set()
        if data is not None:
            self.update(data)

    def __contains__(self, item):
        try:
            sought = ref(item)
        except TypeError:
            # What cannot be referred to weakly is no member. A TypeError of the search itself goes on.
            return False
        else:
            return sought in self.data

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __iter__(self):
        with _IterationGuard(self):
            for reference in self.data:
                if (member := reference()) is not None:
                    yield member

    def _commit_removals(self):
        take, forget = self._pending_removals.pop, self.data.discard
        while True:
            try:
                dead = take()
            except IndexError:
                break
            forget(dead)

    # What changes one member.

    def pop(self):
        data, member = _settled(self), None
        while member is None:
            try:
                member = data.pop()()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
        return member

    def discard(self, item):
        _settled(self).discard(ref(item))

    def remove(self, item):
        _settled(self).remove(ref(item))

    def add(self, item):
        _settled(self).add(ref(item, self._remove))

    # What changes many.

    def __iand__(self, other):
        _settled(self).intersection_update(ref(kept) for kept in other)
        return self

    def __isub__(self, other):
        data = _settled(self)
        if other is not self:
            data.difference_update(ref(lost) for lost in other)
        else:
            data.clear()
        return self

    def __ixor__(self, other):
        data = _settled(self)
        if other is not self:
            data.symmetric_difference_update(ref(turned, self._remove) for turned in other)
        else:
            data.clear()
        return self

    def __ior__(self, other):
        self.update(other)
        return self

    def intersection_update(self, other):
        self.__iand__(other)

    def difference_update(self, other):
        self.__isub__(other)

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def update(self, other):
        _settled(self)
        for member in other:
            self.add(member)

    def clear(self):
        _settled(self).clear()

    # What makes another set.

    def symmetric_difference(self, other):
        turned = self.copy()
        turned.symmetric_difference_update(other)
        return turned

    def difference(self, other):
        rest = self.copy()
        rest.difference_update(other)
        return rest

    def intersection(self, other):
        return self.__class__(member for member in other if member in self)

    def union(self, other):
        return self.__class__(member for side in (self, other) for member in side)

    def copy(self):
        return self.__class__(self)

    __sub__, __and__, __or__, __xor__ = difference, intersection, union, symmetric_difference

    # What compares.

    def __eq__(self, other):
        if isinstance(other, self.__class__):
            return self.data == set(map(ref, other))
        return NotImplemented

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issubset(self, other):
        return self.data.issubset(ref(member) for member in other)

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset(ref(member) for member in other)

    __le__, __ge__ = issubset, issuperset

    def isdisjoint(self, other):
        return not len(self.intersection(other))

    # What tells about it.

    def __repr__(self):
        return repr(self.data)

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    __class_getitem__ = classmethod(GenericAlias)
