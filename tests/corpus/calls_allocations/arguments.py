"""Arguments on their way: by place, by name, unpacked, prepended, too many, too few."""
def five(a, b, c, d, e):
    return e


def kw(a, *, b=1, c=2):
    return b


def posonly(a, b=2, /, c=3):
    return c


def passes(*args, **kwargs):
    return kw(*args, **kwargs)


class C:
    def m(self, a, b, c, d, e):
        return e

    def k(self, a, b=1):
        return b

    @classmethod
    def make(cls, a, b=1):
        return cls()

    @staticmethod
    def st(a, b=1):
        return a

    def __call__(self, a, b, c, d, e, f=1):
        return f


def failing(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except TypeError as error:
        return str(error)


five(1, 2, 3, 4, 5)
five(*range(5))
five(*[1, 2, 3, 4, 5])
five(1, *[2, 3], 4, *(5,))
kw(1)
kw(1, b=2)
kw(1, b=2, c=3)
kw(1, **{"b": 2})
posonly(1)
posonly(1, 2, c=4)
passes(1)
passes(1, b=5)
passes(1, b=5, c=6)
c = C()
c.m(1, 2, 3, 4, 5)
m = c.m
m(1, 2, 3, 4, 5)
m(*(1, 2, 3, 4, 5))
c.k(1, b=2)
k = c.k
k(1, b=2)
k(*(1,), **{"b": 2})
C.make(1)
C.make(1, b=2)
C.st(1, b=2)
c(1, 2, 3, 4, 5)
c(1, 2, 3, 4, 5, f=6)
c(*(1, 2, 3, 4, 5))
c(*(1, 2, 3, 4, 5), **{"f": 2})
C.m(c, 1, 2, 3, 4, 5)
failing(five, 1)
failing(five, 1, 2, 3)
failing(five, 1, 2, 3, 4)
failing(five, 1, 2, 3, 4, 5, 6)
failing(kw)
failing(kw, 1, 2)
failing(kw, 1, z=2)
failing(kw, 1, a=2)
failing(posonly, b=2)
failing(posonly, 1, 2, 3, 4)
failing(c.m)
failing(C)
failing(C, 1)
failing(len)
failing(len, 1, 2)
failing([].append)
failing("a".upper, 1)
failing(five, **{"a": 1, "b": 2})
f = lambda *a, k=1, **kw: (a, k, kw)
f(1, 2, k=3, z=4)
g = lambda: (yield)
list(map(lambda x, y: x + y, [1, 2], [3, 4]))
sorted([3, 1, 2], key=lambda v: -v)
max([1, 2, 3], key=lambda v: v)
min(3, 1, 2)
sum([1, 2])
any(x for x in [0, 1])
all([1, 0])
list(filter(lambda x: x, [0, 1]))
dict(a=1, b=2)
dict([("a", 1)])
dict({"a": 1}, b=2)
list((1, 2))
tuple([1, 2])
set([1])
str(1)
print(end="")


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n
    return step


s = counter()
s()
s(by=5)
s.__closure__
s.__closure__[0].cell_contents
del s


def outer():
    def inner(x):
        if x:
            return inner(x - 1)
        return x
    return inner(2)


outer()
outer()
x = [lambda: i for i in range(2)]
[h() for h in x]
total = 0.5
for step in [1.5, 2.5, 3.5, 4.5]:
    total += step
    total = total * 2.0 - 1.0


def floats(values):
    out = 0.0
    for v in values:
        out = out + v * 2.0
    return out


floats([1.0, 2.0, 3.0])
floats([1.0, 2.0, 3.0])


def text(parts):
    out = ""
    for p in parts:
        out += p
    return out


text(["aa", "bb", "cc", "dd"])
for a, b in [(1, 2), (3, 4), (5, 6)]:
    pass
(a, b), c = (1, 2), 3
a, *b = [1, 2, 3]
a, b = b, a
[a, b] = "xy"
