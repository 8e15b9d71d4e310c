//! What every generated program begins with.

/// Classes whose instances die in different ways, functions that make holders of all kinds, and the words for looking.
pub(super) const PRELUDE: &str = r#"import gc, sys, weakref
kept = []
def text(name):
    return name if type(name) is str else type(name).__name__
class Node:
    def __init__(self, name, other=None):
        self.name = name
        self.other = other
class Slotted:
    __slots__ = ('name', 'other', '__weakref__')
    def __init__(self, name, other=None):
        self.name = name
        self.other = other
class Mortal(Node):
    def __del__(self):
        print('del', text(self.name))
class Lazarus(Node):
    def __del__(self):
        print('rises', text(self.name))
        kept.append(self)
class Noisy(Node):
    def __del__(self):
        raise ValueError(self.name)
class Tearing(Node):
    def __del__(self):
        other, self.other = self.other, None
        if type(other) is list:
            other.clear()
        print('tears', text(self.name))
class Collecting(Node):
    def __del__(self):
        gc.collect(0)
def gone(ref):
    print('gone', ref())
def loud(ref):
    raise KeyError('gone')
def walk(thing):
    held = [thing]
    yield held
    yield thing
def closure(thing):
    def inner():
        return thing
    return inner
def caught(thing):
    try:
        held = (thing,)
        raise LookupError(held)
    except LookupError as error:
        return error
def recurse(thing, depth):
    if depth:
        return recurse([thing], depth - 1)
    return thing
def named(*args, **kwargs):
    return args, kwargs
def look(thing):
    print(type(thing).__name__, sys.getrefcount(thing), sys.getsizeof(thing), gc.is_tracked(thing))
gc.collect()
"#;
