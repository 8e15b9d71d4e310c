"""Generators that are sent to and closed, with statements, patterns, loops and displays."""
def gen():
    try:
        x = yield 1
        yield x
    except ValueError as error:
        yield "caught"
    finally:
        y = 1


def ends():
    yield 1
    return "result"


def delegating():
    got = yield from ends()
    yield got


def infinite():
    n = 0
    while True:
        yield n
        n += 1


def args(a, *rest, k=None, **kw):
    yield a
    yield rest


class Context:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self.name

    def __exit__(self, kind, value, trace):
        return kind is ValueError


async def coro():
    return 1


async def waits():
    return await coro()


def run(c):
    try:
        c.send(None)
    except StopIteration as stop:
        return stop.value


g = gen()
next(g)
g.send("a")
g.throw(ValueError("x"))
list(g)
g = gen()
next(g)
g.throw(ValueError)
g.close()
g = gen()
g.close()
d = delegating()
next(d)
next(d)
next(d, None)
del d
i = infinite()
for v in i:
    if v > 2:
        break
i.gi_frame
del i
a = args(1, 2, k=3, z=4)
list(a)
del a
gen().gi_running
g = (x for x in range(3) if x)
next(g)
del g
g = ((x, y) for x in range(2) for y in range(2))
list(g)
[[x * y for x in range(2)] for y in range(2)]
{k: v for k, v in [("a", 1), ("b", 2)]}
{x % 2 for x in range(5)}
[x for x in "abc" if x != "b"]
with Context("a") as c:
    pass
with Context("a") as c, Context("b") as d:
    pass
with Context("e"):
    raise ValueError("v")
run(coro())
run(waits())
c = coro()
c.close()
del c
match {"a": 1, "b": [1, 2]}:
    case {"a": int(n), "b": [x, *rest]}:
        pass
match (1, 2):
    case (0, _):
        pass
    case (x, y) if x:
        pass
match Context("z"):
    case Context(name="z") as whole:
        pass
for i in range(300, 303):
    pass
for k, v in {"a": 1}.items():
    pass
for n, v in enumerate(["a", "b"]):
    pass
for p, q in zip([1, 2], [3, 4]):
    pass
while True:
    break
if (n := 5) > 3:
    pass
x = [1, 2, 3][::-1]
x[0:2] = [9]
del x[0]
del x[:]
s = iter(lambda: 5, 5)
list(s)
y = 5 if x else 6
z = not x
assert z
t = 1, "a", 2.5
u = *t, 1
v = [*t, *u]
w = {**{"a": 1}, "b": 2}
f"{y}-{t!r:>10}"
lambda: 0
global_name = 1


def uses_global():
    global global_name
    global_name = 2
    return global_name


uses_global()


def localdict():
    a = 1
    b = [2]
    return locals()


localdict()
vars()
