"""Generators, comprehensions and iterators of builtin and own kinds."""
def gen(n):
    for i in range(n):
        yield i


def two():
    a = yield 1
    b = yield a
    return b


def delegate():
    yield from two()


def cleanup():
    try:
        yield 1
    finally:
        x = 1


g = gen(2)
next(g)
next(g)
next(g, None)
del g
for v in gen(2):
    pass
for v in gen(3):
    pass
t = two()
next(t)
t.send(5)
try:
    t.send(6)
except StopIteration as stop:
    stop.value
del t
d = delegate()
list(d)
del d
c = cleanup()
next(c)
c.close()
del c
c = cleanup()
next(c)
del c
c = cleanup()
next(c)
try:
    c.throw(ValueError("x"))
except ValueError:
    pass
e = (x * 2 for x in [1, 2])
list(e)
sum(x for x in range(3))
[x for x in range(3)]
{x for x in range(3)}
{x: x for x in range(3)}
i = iter([1, 2])
next(i)
next(i)
next(i, 0)
del i
i = iter((1, 2))
i = iter("ab")
i = iter({1: 2})
i = iter({1: 2}.items())
i = iter(range(3))
i = enumerate([1])
next(i)
i = zip([1], [2])
next(i)
i = map(str, [1])
next(i)
i = filter(None, [1])
next(i)
i = reversed([1])
next(i)


class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n


for v in It():
    pass


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i


for v in Seq():
    pass
list(It())
