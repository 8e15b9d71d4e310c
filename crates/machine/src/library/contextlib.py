"""Things for the with statement."""

import abc
import sys
from collections import deque
from functools import wraps
from types import GenericAlias, MethodType

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
           "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
           "redirect_stderr", "suppress", "aclosing", "chdir"]


def _has(cls, *methods):
    """True if the class or one of its bases has all methods."""
    for method in methods:
        home = next((vars(base) for base in cls.__mro__ if method in vars(base)), None)
        if home is None or home[method] is None:
            return NotImplemented
    return True


class AbstractContextManager(abc.ABC):
    """What can stand in a with statement."""

    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        """The manager itself."""
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Lets exceptions pass."""

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    """What can stand in an `async with` statement."""

    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        """The manager itself."""
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Lets exceptions pass."""

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented


class ContextDecorator:
    """Lets a context manager be a decorator too: the whole function is its block."""

    def _recreate_cm(self):
        """The manager for one call; one that can be used once only makes another."""
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return wraps(func)(inner)


class AsyncContextDecorator:
    """The same for `async with`."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return wraps(func)(inner)


class _GeneratorContextManagerBase:
    """A generator that yields once: what stands before is entering, what stands after is leaving."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _forget_arguments(self):
        # The generator holds what it needs of the arguments: nothing else is to keep them alive inside the block.
        for name in "args", "kwds", "func":
            delattr(self, name)


def _comes_back(raised, thrown, stop, traceback):
    """Whether what left the generator is what was thrown into it."""
    # A StopIteration that leaves a generator comes out as the cause of a RuntimeError.
    turned = isinstance(thrown, stop) and isinstance(raised, RuntimeError) and raised.__cause__ is thrown
    if raised is thrown or turned:
        thrown.__traceback__ = traceback
        return True
    return False


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """Made by @contextmanager."""

    def __exit__(self, typ, value, traceback):
        if value is None and typ is not None:
            value = typ()
        try:
            if value is None:
                next(self.gen)
            else:
                self.gen.throw(value)
        except StopIteration as raised:
            return value is not None and raised is not value
        except BaseException as raised:
            if value is not None and _comes_back(raised, value, StopIteration, traceback):
                return False
            raise
        self._did_not("stop" if value is None else "stop after throw()")

    def __enter__(self):
        self._forget_arguments()
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def _did_not(self, what):
        try:
            raise RuntimeError(f"generator didn't {what}")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """Made by @asynccontextmanager."""

    async def __aexit__(self, typ, value, traceback):
        if value is None and typ is not None:
            value = typ()
        try:
            if value is None:
                await anext(self.gen)
            else:
                await self.gen.athrow(value)
        except StopAsyncIteration as raised:
            return value is not None and raised is not value
        except BaseException as raised:
            if value is not None and _comes_back(raised, value, (StopIteration, StopAsyncIteration), traceback):
                return False
            raise
        await self._did_not("stop" if value is None else "stop after athrow()")

    async def __aenter__(self):
        self._forget_arguments()
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def _did_not(self, what):
        try:
            raise RuntimeError(f"generator didn't {what}")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """A decorator: makes context managers of a generator function."""

    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


def asynccontextmanager(func):
    """A decorator: makes asynchronous context managers of an asynchronous generator function."""

    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


class suppress(AbstractContextManager):
    """Ends the block without a word at these exceptions."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, raised, trace):
        if kind is None:
            return None
        wanted = self._exceptions
        if issubclass(kind, wanted) or not issubclass(kind, BaseExceptionGroup):
            return issubclass(kind, wanted)
        _, others = raised.split(wanted)
        if others is None:
            return True
        raise others


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing: stands where a context manager is wanted."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *failure):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *failure):
        pass


class aclosing(AbstractAsyncContextManager):
    """Awaits `aclose()` of something at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aexit__(self, *failure):
        await self.thing.aclose()

    async def __aenter__(self):
        return self.thing


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._target = new_target
        self._replaced = []

    def __exit__(self, *failure):
        setattr(sys, self._stream, self._replaced.pop())

    def __enter__(self):
        before, after = getattr(sys, self._stream), self._target
        self._replaced.append(before)
        setattr(sys, self._stream, after)
        return after


class redirect_stdout(_RedirectStream):
    """What is printed in the block goes elsewhere."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """What is written to the error output in the block goes elsewhere."""

    _stream = "stderr"


class chdir(AbstractContextManager):
    """Another working directory for the time of the block."""

    def __init__(self, path):
        self.path = path
        self._left = []

    def __enter__(self):
        import os

        self._left.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *failure):
        import os

        os.chdir(self._left.pop())


def _methods_of(cm, *names, kind="context manager"):
    """The special methods of an object, from its class."""
    cls = type(cm)
    try:
        return [getattr(cls, name) for name in names]
    except AttributeError:
        what = f"'{cls.__module__}.{cls.__qualname__}'"
        raise TypeError(f"{what} object does not support the {kind} protocol") from None


class _BaseExitStack:
    """Things to be done at the end, the last one first."""

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Another stack, to which all of this one is moved."""
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return other

    def push(self, exit):
        """Adds the end of a context manager, or a function with the arguments of __exit__."""
        method = getattr(type(exit), "__exit__", None)
        self._exit_callbacks.append((True, exit if method is None else MethodType(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enters a context manager and adds its end."""
        enter, leave = _methods_of(cm, "__enter__", "__exit__")
        result = enter(cm)
        self._exit_callbacks.append((True, MethodType(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a call."""

        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback


class _Unwinding:
    """The exception that is on its way while the exits of a stack are called."""

    def __init__(self, current):
        self.current = current
        self.context = None
        self.raised = self.suppressed = False
        self._given, self._outer = current is not None, sys.exception()

    def details(self):
        """What the next exit is told."""
        current = self.current
        return (None, None, None) if current is None else (type(current), current, current.__traceback__)

    def answer(self, suppress):
        """An exit has returned."""
        if suppress and self.current is not None:
            self.suppressed, self.raised, self.current = self._given, False, None

    def fail(self, new):
        """An exit has raised: where its chain of contexts ends at what was handled outside, the exception before takes its place."""
        link, context = new, new.__context__
        while context is not None and context is not self.current:
            if context is self._outer:
                link.__context__ = self.current
                break
            link, context = context, context.__context__
        self.raised, self.current, self.context = True, new, new.__context__

    def restore(self):
        """After raising, which has put in a context of its own."""
        if self.raised:
            self.current.__context__ = self.context


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Ends any number of context managers and calls together."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                unwinding.answer(leave(*unwinding.details()))
            except BaseException as new:
                unwinding.fail(new)
        try:
            if unwinding.raised:
                raise unwinding.current
            return unwinding.suppressed
        finally:
            unwinding.restore()

    def close(self):
        """Does all of it now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """The same, for `async with` too."""

    async def enter_async_context(self, cm):
        """Enters an asynchronous context manager and adds its end."""
        enter, leave = _methods_of(cm, "__aenter__", "__aexit__", kind="asynchronous context manager")
        result = await enter(cm)
        self._exit_callbacks.append((False, MethodType(leave, cm)))
        return result

    def push_async_exit(self, exit):
        """Adds the end of an asynchronous context manager, or a coroutine function."""
        method = getattr(type(exit), "__aexit__", None)
        self._exit_callbacks.append((False, exit if method is None else MethodType(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Adds a call that is to be awaited."""

        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    async def aclose(self):
        """Does all of it now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            at_once, leave = self._exit_callbacks.pop()
            try:
                answer = leave(*unwinding.details())
                unwinding.answer(answer if at_once else await answer)
            except BaseException as new:
                unwinding.fail(new)
        try:
            if unwinding.raised:
                raise unwinding.current
            return unwinding.suppressed
        finally:
            unwinding.restore()


class closing(AbstractContextManager):
    """Closes something at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __exit__(self, *failure):
        self.thing.close()

    def __enter__(self):
        return self.thing
