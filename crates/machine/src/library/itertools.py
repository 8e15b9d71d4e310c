"""Building blocks of iterators."""

import operator as _operator

_missing = object()


class _Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


class count(_Iterator):
    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        return f"count({self._next})" if self._step == 1 else f"count({self._next}, {self._step})"


class cycle(_Iterator):
    def __init__(self, iterable):
        self._it = self._run(iter(iterable))

    def _run(self, it):
        saved = []
        for element in it:
            yield element
            saved.append(element)
        while saved:
            yield from saved


class repeat(_Iterator):
    def __init__(self, object, times=None):
        self._object = object
        self._left = times

    def __next__(self):
        if self._left is not None:
            if self._left <= 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return max(self._left, 0)

    def __repr__(self):
        return f"repeat({self._object!r})" if self._left is None else f"repeat({self._object!r}, {self._left})"


class chain(_Iterator):
    def __init__(self, *iterables):
        self._it = self._run(iter(iterables))

    @classmethod
    def from_iterable(cls, iterables):
        self = cls()
        self._it = self._run(iter(iterables))
        return self

    @staticmethod
    def _run(iterables):
        for it in iterables:
            yield from it


class accumulate(_Iterator):
    def __init__(self, iterable, func=_operator.add, *, initial=None):
        self._it = self._run(iter(iterable), func or _operator.add, initial)

    @staticmethod
    def _run(it, func, total):
        if total is None:
            for total in it:
                break
            else:
                return
        yield total
        for element in it:
            total = func(total, element)
            yield total


class compress(_Iterator):
    def __init__(self, data, selectors):
        self._it = (d for d, s in zip(data, selectors) if s)


class dropwhile(_Iterator):
    def __init__(self, predicate, iterable):
        self._it = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, it):
        for x in it:
            if not predicate(x):
                yield x
                break
        yield from it


class takewhile(_Iterator):
    def __init__(self, predicate, iterable):
        self._it = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, it):
        for x in it:
            if not predicate(x):
                break
            yield x


class filterfalse(_Iterator):
    def __init__(self, predicate, iterable):
        test = bool if predicate is None else predicate
        self._it = (x for x in iterable if not test(x))


class starmap(_Iterator):
    def __init__(self, function, iterable):
        self._it = (function(*args) for args in iterable)


class islice(_Iterator):
    def __init__(self, iterable, *args):
        s = slice(*args)
        for value in (s.start, s.stop):
            if value is not None and (not isinstance(value, int) or value < 0):
                raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if s.step is not None and s.step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._it = self._run(iter(iterable), s.start or 0, s.stop, s.step or 1)

    @staticmethod
    def _run(it, start, stop, step):
        at = 0
        wanted = start
        if stop is not None and wanted >= stop:
            for _ in range(stop):
                if next(it, _missing) is _missing:
                    return
            return
        for element in it:
            if at == wanted:
                yield element
                wanted += step
            at += 1
            if stop is not None and at >= stop:
                return


class zip_longest(_Iterator):
    def __init__(self, *iterables, fillvalue=None):
        self._it = self._run([iter(it) for it in iterables], fillvalue)

    @staticmethod
    def _run(iterators, fillvalue):
        active = len(iterators)
        while active:
            values = []
            for i, it in enumerate(iterators):
                value = _missing if it is None else next(it, _missing)
                if value is _missing:
                    if it is not None:
                        active -= 1
                        if not active:
                            return
                        iterators[i] = None
                    value = fillvalue
                values.append(value)
            yield tuple(values)


class pairwise(_Iterator):
    def __init__(self, iterable):
        self._it = self._run(iter(iterable))

    @staticmethod
    def _run(it):
        for a in it:
            for b in it:
                yield a, b
                a = b
            return


class batched(_Iterator):
    def __init__(self, iterable, n):
        if n < 1:
            raise ValueError("n must be at least one")
        self._it = self._run(iter(iterable), n)

    @staticmethod
    def _run(it, n):
        while batch := tuple(islice(it, n)):
            yield batch


class product(_Iterator):
    def __init__(self, *iterables, repeat=1):
        pools = [tuple(pool) for pool in iterables] * repeat
        self._it = self._run(pools)

    @staticmethod
    def _run(pools):
        if not all(pools):
            return
        places = [0] * len(pools)
        while True:
            yield tuple([pool[at] for pool, at in zip(pools, places)])
            for i in range(len(pools) - 1, -1, -1):
                places[i] += 1
                if places[i] < len(pools[i]):
                    break
                places[i] = 0
            else:
                return


class permutations(_Iterator):
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        self._it = self._run(pool, len(pool) if r is None else r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        indices = list(range(n))
        cycles = list(range(n, n - r, -1))
        yield tuple([pool[i] for i in indices[:r]])
        while n:
            for i in reversed(range(r)):
                cycles[i] -= 1
                if cycles[i] == 0:
                    indices[i:] = indices[i + 1:] + indices[i:i + 1]
                    cycles[i] = n - i
                else:
                    j = cycles[i]
                    indices[i], indices[-j] = indices[-j], indices[i]
                    yield tuple([pool[i] for i in indices[:r]])
                    break
            else:
                return


class combinations(_Iterator):
    def __init__(self, iterable, r):
        self._it = self._run(tuple(iterable), r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        indices = list(range(r))
        yield tuple([pool[i] for i in indices])
        while True:
            for i in reversed(range(r)):
                if indices[i] != i + n - r:
                    break
            else:
                return
            indices[i] += 1
            for j in range(i + 1, r):
                indices[j] = indices[j - 1] + 1
            yield tuple([pool[i] for i in indices])


class combinations_with_replacement(_Iterator):
    def __init__(self, iterable, r):
        self._it = self._run(tuple(iterable), r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if not n and r:
            return
        indices = [0] * r
        yield tuple([pool[i] for i in indices])
        while True:
            for i in reversed(range(r)):
                if indices[i] != n - 1:
                    break
            else:
                return
            indices[i:] = [indices[i] + 1] * (r - i)
            yield tuple([pool[i] for i in indices])


class groupby(_Iterator):
    def __init__(self, iterable, key=None):
        self._source = iter(iterable)
        self._key = key
        self._value = self._current = self._target = _missing

    def _advance(self):
        self._value = next(self._source)
        self._current = self._value if self._key is None else self._key(self._value)

    def __next__(self):
        while self._current is _missing or self._current == self._target:
            self._advance()
        self._target = self._current
        return self._current, self._group(self._target)

    def _group(self, target):
        while self._current == target:
            yield self._value
            try:
                self._advance()
            except StopIteration:
                self._current = _missing
                return


def tee(iterable, n=2):
    it = iter(iterable)
    queues = [[] for _ in range(n)]

    def run(mine):
        while True:
            if not mine:
                try:
                    value = next(it)
                except StopIteration:
                    return
                for queue in queues:
                    queue.append(value)
            yield mine.pop(0)

    return tuple([run(queue) for queue in queues])
