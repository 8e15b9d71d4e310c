"""Properties, methods, descriptors, operators, metaclasses and decorators."""
class P:
    def __init__(self):
        self._v = 1

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, value):
        self._v = value

    @staticmethod
    def s(a):
        return a

    @classmethod
    def c(cls):
        return cls


class Desc:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return 1

    def __set__(self, obj, value):
        pass


class Uses:
    d = Desc()


class Get:
    def __getattr__(self, name):
        return 5


class Dunder:
    def __len__(self):
        return 3

    def __repr__(self):
        return "D"

    def __add__(self, other):
        return self

    def __iadd__(self, other):
        return self

    def __getitem__(self, i):
        return i

    def __setitem__(self, i, v):
        pass

    def __contains__(self, v):
        return True

    def __call__(self, a, b=1):
        return a

    def __hash__(self):
        return 1

    def __bool__(self):
        return True

    def __lt__(self, other):
        return True


class Meta(type):
    def __new__(mcs, name, bases, ns):
        return super().__new__(mcs, name, bases, ns)

    def __call__(cls, *args):
        return super().__call__(*args)


class Made(metaclass=Meta):
    def __init__(self, a):
        self.a = a


class Hook:
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag


class Hooked(Hook, tag=3):
    pass


def deco(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper


@deco
def decorated(a, b=2):
    return a


p = P()
p.v
p.v = 3
p.s(1)
p.c()
P.s(1)
P.c()
P.v
u = Uses()
u.d
u.d = 4
g = Get()
g.missing
d = Dunder()
len(d)
repr(d)
d + 1
d += 1
d[1]
d[1] = 2
1 in d
d(1)
d(1, b=2)
d(*(1,))
hash(d)
bool(d)
d < d
d > d
{d: 1}
m = Made(1)
decorated(1)
decorated(1, b=3)
type("Dyn", (), {})
T = type("Dyn", (object,), {"x": 1})
T()
del T
super(Made, m)
object()
o = object.__new__(Made)
del o
del m
