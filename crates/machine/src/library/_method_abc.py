"""Abstract base classes of which everything is one that has certain methods."""

from abc import ABCMeta, abstractmethod
from types import GenericAlias

# The classes are known by the name of the public module.
__name__ = "collections.abc"


def _nearest(cls, name):
    """What the class has under that name, itself or from its bases; None if nothing."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]


def _check_methods(cls, *methods):
    """Whether the class has all these methods: True, or that it is not known."""
    for name in methods:
        if _nearest(cls, name) is None:
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


def _raise(typ, val, tb):
    """What throw() does by itself: raises the exception that is given in one to three parts."""
    if val is None and tb is None:
        raise typ
    error = typ() if val is None else val
    raise error if tb is None else error.with_traceback(tb)


def _close(thrower, kind):
    """Ends something that can be thrown into; it has to let the end through."""
    try:
        thrower.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(kind + " ignored GeneratorExit")


class Coroutine(Awaitable):
    __slots__ = ()

    def close(self):
        _close(self, "coroutine")

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        _raise(typ, val, tb)

    @abstractmethod
    def send(self, value):
        raise StopIteration


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


class AsyncIterator(AsyncIterable):
    __slots__ = ()

    def __aiter__(self):
        return self

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration


class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        return await self.asend(None)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        _raise(typ, val, tb)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration


class Iterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __iter__(self):
        yield from ()


class Iterator(Iterable):
    __slots__ = ()

    def __iter__(self):
        return self

    @abstractmethod
    def __next__(self):
        raise StopIteration


class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        yield from ()


class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    def close(self):
        _close(self, "generator")

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        _raise(typ, val, tb)

    @abstractmethod
    def send(self, value):
        raise StopIteration


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


def _is_param_expr(obj):
    """Whether it stands for all parameters of a callable."""
    kind = type(obj)
    named = kind.__module__ == "typing" and kind.__name__ in ("ParamSpec", "_ConcatenateGenericAlias")
    return obj is ... or isinstance(obj, list) or named


def _written(obj):
    """A type as it is written in `Callable[[int], str]`."""
    if obj is ...:
        return "..."
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    return obj.__name__ if type(obj) is type(_written) else repr(obj)


class _CallableGenericAlias(GenericAlias):
    """`Callable[[int, str], float]`: the arguments are kept flat."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = args
        if isinstance(parameters, (tuple, list)):
            args = (*parameters, result)
        elif not _is_param_expr(parameters):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {parameters}")
        return super().__new__(cls, origin, args)

    def _all_at_once(self):
        return len(self.__args__) == 2 and _is_param_expr(self.__args__[0])

    def __repr__(self):
        if _CallableGenericAlias._all_at_once(self):
            return super().__repr__()
        *parameters, result = map(_written, self.__args__)
        return f"collections.abc.Callable[[{', '.join(parameters)}], {result}]"

    def __reduce__(self):
        *parameters, result = self.__args__
        if _CallableGenericAlias._all_at_once(self):
            parameters = parameters[0]
        return _CallableGenericAlias, (Callable, (parameters, result))

    def __getitem__(self, item):
        *parameters, result = super().__getitem__(item if isinstance(item, tuple) else (item,)).__args__
        if len(parameters) == 1 and (isinstance(parameters[0], (tuple, list)) or _is_param_expr(parameters[0])):
            parameters = parameters[0]
        return _CallableGenericAlias(Callable, (parameters, result))


class Callable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_CallableGenericAlias)

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
