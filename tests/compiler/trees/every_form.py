# coding: utf-8
@(deco
  )  # hi

# more
@b.c(1)
async def f(a, /, b: int = 1, *args: *Ts, c, d=2, **k: dict) -> (int): return 1;
@x
class C[T: int, *Ts, **P](A, *B, m=1, **kw): x = 1; y = 2 ; 
def g[T](x: T) -> T: ...
type X[T] = list[T]
type Y = (int)
with (a as b, c as d,): pass
with (a, b): pass
with (a, b) as c: pass
with (a): pass
with (a) as b, (c): pass
with a(), b() as (x, y): pass
with (yield): pass
with (a, b).c: pass
f(x for x in y)
f((x for x in y))
f((x for x in y), 1)
f( x for x in y )(z)
a[*b]
a[*b, c]
a[b:c, d]
a[:]
a[::]
a[1:2:3]
a[b,]
a[(b, c)]
a[()]
a[x:=1]
for x in *a, b: pass
for (x) in (y): pass
for x, in y: pass
else: pass;
def h():
    return *a, b
    yield *a, b
    x = yield
    x = yield y
    (yield)
    x = y = yield from z
lambda *, k=1: 0
lambda: (yield)
lambda a, *b, c=1, **d: a
'\ud800'
'\ud83d\ude00'
'a\N{BULLET}\ud800b\x41\101\
\udfff\q\uFFFD\U0000d8ff'
f'{{\ud800{x}\udc00}}'
"�\\ud800\udc01"
r'\ud800�'
b'\xff\777\q\
a' b'b'
'\777' '\8'
0xFF_FF + 0o17 + 0b1_0 + 1_000 + 00 + 0_0 + 1e10 + 1_0.0_1e1_0 + .5 + 5. + 1j + 1_0.5J + 0e0 + 1E5j + 0777.5 + 09j
123456789012345678901234567890 + 0xFFFFFFFFFFFFFFFFFFFFFFFFF + 0O777777777777777777777777777 + 0B1111
ﬁ = ℌ = 1
x.ﬁ
def ﬁ(ﬁ): ...
import ﬁ.ﬁ as ﬁ
import a.b . c as d, e
from . import x
from ... import y as z, w
from .a.b import (c, d as e,)
from .... import *
from a import *
match x:
    case 1 | -1 | 1.5 | -1+2j | 1-2j | 'a' 'b' | b'x' | None | True: pass
    case (a): pass
    case (a, b) | [c, *_]: pass
    case a, *b: pass
    case *a,: pass
    case (a,): pass
    case {'a': 1, b.c: x, **rest}: pass
    case {}: pass
    case {**r}: pass
    case A.B(1, x, y=2, z=(3)): pass
    case (1 | 2) as z if z > 1: pass;
    case -0: pass
    case [] | (): pass
    case (1 as a): pass
    case _: pass
match x, y:
    case 1: pass
match *a, b:
    case 1: pass
match = 1
case = type = _ = 2
match.x
match[x]
match(x)
print(match, case)
type(x)
if a: pass
elif b: pass
elif c: pass;
else: pass
if a: pass
elif b: pass;
try: a;
except A: b;
except (B, C) as d: c;
else: d;
finally: e;
try: a
except* A: b
try: a
finally: b;
while a: b;
else: c;
a if b else c if d else e
(a if b else c)
not a and b or c and not d
a < b <= c != d is not e not in f is g in h
(a) + (b) * (c)
((a))
((a, b), c)
(a), b = c
(a, b) = [c, d] = e
a: int
(a): int = 1
a.b: int
a[b]: int = 2
a += 1
a.b @= c
a **= -b ** -c
-a ** b
~-+a
await_ = 1
async def q():
    async for a in b: pass;
    async with a as b, c: pass
    await x
    [x async for x in y if a if b for c in d]
    return {**a, 'b': 1, **c}
{a: b for a in c}
{a for a in b}
{*a, b}
[*a, b]
*a, b = c
del a, b.c, (d, e), [f], (g)
del (a,)
raise A from B
assert a, b
global_ = 1
def o():
    global a, b
    nonlocal_ = 1
    def i():
        nonlocal global_
x = (
    1 +
    2
)
x = 1; y = 2; z = 3
x = a \
  + b
if x:
    y
   # odd comment

    z
	# tab
"a" "b" f"c{d!r:>{w}}e" 'f' rf"\d{x}"
f"{a['b']}" f'{a["b"]:{c}}' f"{'a' 'b'}"
f"{x!s}{y!a}{z!r:a}{ {1: 2}[1] }{(lambda: 1)()}{x:=5}{(x:=5)}"
f"{x=}{y = }{z=!s}{w=:3}"
f'''{
a
+ b # comment
!r:{c}
}'''
f"{a}{{b}}{c}}}"
f"\{x}\N{BULLET}\{{"
f"{'\n'.join(a)}"
f"{a:\x41{b}\n}"
f"{f"{f"{1}"}"}"
f"{yield_}" u'a'
f"" "" f''
F"{1,}" fR"{2}"
f"{*a, b}"
f"{a if b else c}"
f"{x:%Y-%m-%d}"
print(f"{x!r}", end="")
x = yield_, *y
a = b, = c
print(a, b=c, *d, e=f, **g)
f(**a, b=c)
f(a)(b).c[d](e)
