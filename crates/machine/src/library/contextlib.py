"""Helpers for with statements."""

from functools import wraps


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


class AbstractContextManager:
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    def __enter__(self):
        return self


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result


class suppress(AbstractContextManager):
    def __enter__(self):
        return None

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)

    def __init__(self, *exceptions):
        self._exceptions = exceptions


class closing(AbstractContextManager):
    def __exit__(self, *exc_info):
        self.thing.close()

    def __enter__(self):
        return self.thing

    def __init__(self, thing):
        self.thing = thing


class ContextDecorator:
    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return wraps(func)(inner)

    def _recreate_cm(self):
        return self


class _GeneratorContextManager(ContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def __enter__(self):
        # The generator holds what it needs of the arguments: nothing else is to keep them alive inside the block.
        for name in "args", "kwds", "func":
            delattr(self, name)
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except BaseException as raised:
            # A StopIteration that leaves a generator comes out as the cause of a RuntimeError.
            turned = isinstance(value, StopIteration) and isinstance(raised, RuntimeError)
            if raised is value or turned and raised.__cause__ is value:
                value.__traceback__ = traceback
                return False
            if isinstance(raised, StopIteration):
                return True
            raise
        raise RuntimeError("generator didn't stop after throw()")


class _redirect(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_redirect):
    _stream = "stdout"


class redirect_stderr(_redirect):
    _stream = "stderr"


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._exits = []

    def enter_context(self, cm):
        result = type(cm).__enter__(cm)
        self._exits.append(lambda *exc: type(cm).__exit__(cm, *exc))
        return result

    def push(self, exit):
        self._exits.append(exit)
        return exit

    def callback(self, callback, /, *args, **kwds):
        def run(*exc):
            callback(*args, **kwds)
        self._exits.append(run)
        return callback

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *exc):
        suppressed = False
        pending = None
        while self._exits:
            exit = self._exits.pop()
            try:
                if exit(*exc):
                    suppressed = True
                    pending = None
                    exc = (None, None, None)
            except BaseException as new:
                pending = new
                exc = (type(new), new, new.__traceback__)
        if pending is not None:
            raise pending
        return suppressed
