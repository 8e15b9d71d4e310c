"""Functions are defined, called in every form, and deleted."""
def warm():
    pass


def plain():
    pass


def defaults(a, b=[1], *, c=2):
    return a


def star(*args, **kwargs):
    return args


def outer(x):
    y = x

    def inner():
        return y
    return inner


warm()
plain()
defaults(1)
defaults(1, b=3)
defaults(1, c=3)
star()
star(1, 2)
star(1, k=2)
a = (1, 2)
k = {"u": 1}
star(*a)
star(*a, **k)
star(1, *a, **k)
defaults(*a)
defaults(*a, **{"c": 9})
f = outer(5)
f()
del f
g = lambda z: z
g(1)
del g
del plain
del defaults
del star


def annotated(p: int, q: str = "x") -> float:
    "doc"
    return 1.0


annotated(1)
annotated.tag = 1
annotated.__dict__
annotated.__name__
annotated.__defaults__
annotated.__doc__
annotated.__annotations__
del annotated


def recursive(n):
    if n:
        return recursive(n - 1)
    return 0


recursive(3)
recursive(3)
