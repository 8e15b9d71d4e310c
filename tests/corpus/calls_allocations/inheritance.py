"""Classes derived from builtin and own ones, with slots, metaclasses and hooks."""
class Base:
    __slots__ = ("one",)

    def __init__(self, one):
        self.one = one


class Derived(Base):
    __slots__ = ("two", "__dict__")

    def __init__(self, one, two, **rest):
        super().__init__(one)
        self.two = two
        for key, value in rest.items():
            setattr(self, key, value)


class Weak(Base):
    __slots__ = ("__weakref__",)


class Text(str):
    pass


class Number(int):
    def __new__(cls, value):
        return super().__new__(cls, value)


class Items(list):
    def total(self):
        return len(self)


class Table(dict):
    pass


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))


class Many:
    def __init__(self, a, b, c, d, e, f=6):
        self.a = a
        self.f = f


class Guard:
    def __getattribute__(self, name):
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        object.__delattr__(self, name)


class Annotated:
    x: int
    y: str = "a"

    def m(self) -> int:
        return 1


class Prepared(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return {}

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, ns)


class Made(metaclass=Prepared, flag=1):
    pass


class Generic:
    def __class_getitem__(cls, item):
        return cls


class Diamond(Weak, Derived):
    pass


def tag(cls):
    cls.tag = 1
    return cls


@tag
class Tagged:
    pass


class Last:
    def __del__(self):
        pass

    def __eq__(self, other):
        return NotImplemented

    def __hash__(self):
        return 7


b = Base(1)
d = Derived(1, 2, x=3)
w = Weak(1)
t = Text("words")
t2 = Text("é")
t3 = Text()
n = Number(1000)
n2 = Number(10**20)
items = Items([1, 2])
items.append(3)
items.total()
table = Table(a=1)
table["b"] = 2
table.extra = 1
p = Pair(1, 2)
many = Many(1, 2, 3, 4, 5)
many2 = Many(1, 2, 3, 4, 5, f=7)
many3 = Many(*(1, 2, 3, 4, 5), **{"f": 7})
g = Guard()
g.x = 1
g.x
del g.x
a = Annotated()
a.m()
Annotated.__annotations__
m = Made()
Generic[int]
tagged = Tagged()
one, two = Last(), Last()
one == two
one != two
one is two
[one] == [two]
one in [two]
isinstance(d, (int, Base))
issubclass(Derived, (int, Base))
type(d)
type(d) is Derived
d.__class__
d.__dict__
d.x
d.y = 1
d.__slots__
dd = d.__dict__
dd["z"] = 1
d.z
callable(d)
Base.one
b.__init__
b.__init__(3)
Base.__init__(b, 4)
t + "x"
t.upper()
n + 1
len(items)
items[0]
items[5:]
table["a"]
table.get("q")
p[0]
p == (1, 2)
hash(p)
del b, d, w
del t, t2, n, n2
del items, table, p
del many, many2, many3
del one
del two
del Diamond
del Made
