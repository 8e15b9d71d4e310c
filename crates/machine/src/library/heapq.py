"""Heaps in lists: each item is not greater than the two at twice its place. What is here in Python is done in C, but for
merge(), nlargest() and nsmallest()."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def _rise(heap, at, top):
    """Moves an item up past all that are greater, to `top` at the most."""
    item = heap[at]
    while at > top and item < heap[above := (at - 1) // 2]:
        heap[at] = heap[above]
        at = above
    heap[at] = item


def _settle(heap, top):
    """Puts the item at `top` where it belongs in the heap below it.

    The lesser children move up all the way first and the item rises from the bottom after: so CPython compares, and it
    is the comparisons that a program sees.
    """
    size = len(heap)
    item = heap[top]
    hole = top
    while (child := 2 * hole + 1) < size:
        if child + 1 < size and not heap[child] < heap[child + 1]:
            child += 1
        heap[hole] = heap[child]
        hole = child
    heap[hole] = item
    _rise(heap, hole, top)


def heapify(x):
    for top in range(len(x) // 2 - 1, -1, -1):
        _settle(x, top)


def _nonempty(heap):
    if not len(heap):
        raise IndexError("index out of range")
    return heap


def heapreplace(heap, item):
    least, heap[0] = _nonempty(heap)[0], item
    _settle(heap, 0)
    return least


def heappushpop(heap, item):
    return heapreplace(heap, item) if heap and heap[0] < item else item


def heappop(heap):
    last = _nonempty(heap).pop()
    return heapreplace(heap, last) if heap else last


def heappush(heap, item):
    heap.append(item)
    _rise(heap, len(heap) - 1, 0)


class _Reversed:
    """Compares the other way round, so that a heap has its greatest item in front."""

    __slots__ = ("item",)

    def __init__(self, item):
        self.item = item

    def __lt__(self, other):
        return other.item < self.item


def _heapify_max(x):
    """heapify() with the greatest item in front."""
    x[:] = map(_Reversed, x)
    heapify(x)
    x[:] = [wrapped.item for wrapped in x]


def _heapreplace_max(heap, item):
    greatest, heap[0] = _nonempty(heap)[0], item
    _heapify_max(heap)
    return greatest


def _heappop_max(heap):
    last = _nonempty(heap).pop()
    return _heapreplace_max(heap, last) if heap else last


try:
    from _heapq import *
    from _heapq import _heapify_max, _heappop_max, _heapreplace_max
except ImportError:  # taken away by a test
    pass


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables in order, each fetched when it is its turn."""
    direction = -1 if reverse else 1
    settle, drop, replace = (
        (_heapify_max, _heappop_max, _heapreplace_max) if reverse else (heapify, heappop, heapreplace)
    )
    heap = []
    for order, iterable in enumerate(map(iter, iterables)):
        for item in iterable:
            heap.append([item if key is None else key(item), order * direction, iterable.__next__, item])
            break
    settle(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[3]
        try:
            entry[3] = item = entry[2]()
        except StopIteration:
            drop(heap)
            continue
        entry[0] = item if key is None else key(item)
        replace(heap, entry)
    if heap:
        _, _, following, item = heap[0]
        yield item
        yield from following.__self__


def _best(n, iterable, key, of_one, sort_down, settle, replace, order):
    """The first n of the sorted items, held in a heap whose front is the one to give way to a better one."""
    if n == 1:
        nothing = object()
        result = of_one(iterable, default=nothing, key=key)
        return [] if result is nothing else [result]
    if hasattr(iterable, "__len__") and n >= len(iterable):
        return sorted(iterable, key=key, reverse=sort_down)[:n]
    items = iter(iterable)
    keyed = (lambda item: item) if key is None else key
    heap = [(keyed(item), place * order, item) for place, item in zip(range(n), items)]
    if not heap:
        return heap
    settle(heap)
    place = n * order
    for item in items:
        value = keyed(item)
        worst = heap[0][0]
        if worst < value if sort_down else value < worst:
            replace(heap, (value, place, item))
            place += order
    heap.sort(reverse=sort_down)
    return [item for _, _, item in heap]


def nsmallest(n, iterable, key=None):
    """sorted(iterable, key=key)[:n]"""
    return _best(n, iterable, key, min, False, _heapify_max, _heapreplace_max, 1)


def nlargest(n, iterable, key=None):
    """sorted(iterable, key=key, reverse=True)[:n]"""
    return _best(n, iterable, key, max, True, heapify, heapreplace, -1)
