"""Abstract base classes of which everything is one that has certain methods."""

from abc import ABCMeta, abstractmethod
from types import GenericAlias

# The classes are known by the name of the public module.
__name__ = "collections.abc"


def _check_methods(cls, *methods):
    """Whether the class has all these methods: True, or that it is not known."""
    for method in methods:
        for base in cls.__mro__:
            if method in base.__dict__:
                if base.__dict__[method] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _by_methods(abc, *methods):
    """Gives an abstract class the rule that whoever has the methods is one of its kind."""

    def __subclasshook__(cls, candidate):
        return _check_methods(candidate, *methods) if cls is abc else NotImplemented

    abc.__subclasshook__ = classmethod(__subclasshook__)
    return abc


class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __await__(self):
        yield


class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        _close(self)


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    __slots__ = ()


class Iterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __iter__(self):
        while False:
            yield None


class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        _close(self)


def _close(generator):
    try:
        generator.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        pass
    else:
        raise RuntimeError("generator ignored GeneratorExit")


class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


class Container(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __contains__(self, x):
        return False


class Collection(Sized, Iterable, Container):
    __slots__ = ()


class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags, /):
        raise NotImplementedError


class Callable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


for _abc, *_methods in (
    (Hashable, "__hash__"),
    (Awaitable, "__await__"),
    (Coroutine, "__await__", "send", "throw", "close"),
    (AsyncIterable, "__aiter__"),
    (AsyncIterator, "__anext__", "__aiter__"),
    (AsyncGenerator, "__aiter__", "__anext__", "asend", "athrow", "aclose"),
    (Iterable, "__iter__"),
    (Iterator, "__iter__", "__next__"),
    (Reversible, "__reversed__", "__iter__"),
    (Generator, "__iter__", "__next__", "send", "throw", "close"),
    (Sized, "__len__"),
    (Container, "__contains__"),
    (Collection, "__len__", "__iter__", "__contains__"),
    (Buffer, "__buffer__"),
    (Callable, "__call__"),
):
    _by_methods(_abc, *_methods)
del _abc, _methods
