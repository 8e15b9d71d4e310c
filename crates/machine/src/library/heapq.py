"""Heaps in lists."""


def merge(*iterables, key=None, reverse=False):
    items = []
    for iterable in iterables:
        items.extend(iterable)
    items.sort(key=key, reverse=reverse)
    return iter(items)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:n]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:n]


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
    if not heap:
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
