"""Class statements, instances and their attributes, and the order in which they die."""
class Empty:
    pass


class Doc:
    "Some words."

    x = 1

    def m(self):
        return self

    def n(self):
        return 1


class Init:
    def __init__(self, a, b=2):
        self.a = a
        self.b = b


class Child(Init):
    def __init__(self, a):
        super().__init__(a)
        self.c = 3


class Slotted:
    __slots__ = ("one", "two")


class SlotInit:
    __slots__ = ("u", "left")

    def __init__(self):
        self.u = 1


class Eq:
    def __eq__(self, other):
        return True


class Two(Doc, Init):
    pass


e = Empty()
e2 = Empty()
d = Doc()
i = Init(1)
j = Init(1)
j2 = Init(a=1, b=3)
c = Child(1)
c2 = Child(2)
s = Slotted()
s.one = 1
s.two = 2
s.one
si = SlotInit()
t = Two(1)
d.m()
m = d.m
m()
del m
d.x
d.x = 5
e.q = 1
e2.r = 1
e.__dict__
i.__dict__
vars(j)
i.new = 1
del i.new
del j.a
x = getattr(d, "x")
setattr(d, "w", 1)
hasattr(d, "nothing")
delattr(d, "w")
e.__class__
Doc.x
Doc.new = 1
Doc.x = 2
del Doc.new
Doc.m
Doc.__dict__
Doc.__name__
Doc.__mro__
isinstance(d, Doc)
issubclass(Two, Doc)
del e
del e2
del d
del i
del j
del j2
del c
del c2
del s
del si
del t
del Two
del Eq
del Slotted
del Empty
