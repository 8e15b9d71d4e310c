"""Results that are not there yet."""

from . import events
from .exceptions import CancelledError, InvalidStateError

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


def isfuture(obj):
    """Whether the object is a future or behaves like one."""
    return hasattr(type(obj), "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


class Future:
    """A result that will be set, and who waits for it."""

    _asyncio_future_blocking = False
    _state = _PENDING
    _result = _exception = _cancel_message = None
    _log_traceback = False
    _loop = None

    def __init__(self, *, loop=None):
        self._loop = loop if loop is not None else events.get_event_loop()
        self._callbacks = []

    def _info(self):
        info = [self._state.lower()]
        if self._state == _FINISHED:
            info.append(f"exception={self._exception!r}" if self._exception is not None else f"result={self._result!r}")
        return info

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._info())}>"

    def __del__(self):
        if self._log_traceback:
            context = {"message": f"{type(self).__name__} exception was never retrieved", "exception": self._exception,
                       "future": self}
            self._loop.call_exception_handler(context)

    def get_loop(self):
        if self._loop is None:
            raise RuntimeError("Future object is not initialized.")
        return self._loop

    def done(self):
        return self._state != _PENDING

    def cancelled(self):
        return self._state == _CANCELLED

    def cancel(self, msg=None):
        self._log_traceback = False
        if self._state != _PENDING:
            return False
        self._cancel_message = msg
        self._settle(_CANCELLED)
        return True

    def _settle(self, state):
        """The state is final: everybody who waits is called soon, in order."""
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def _cancelled_error(self):
        error = CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)
        return error

    def result(self):
        if self._state == _CANCELLED:
            raise self._cancelled_error()
        if self._state == _PENDING:
            raise InvalidStateError("Result is not set.")
        self._log_traceback = False
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception.__traceback__)
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._cancelled_error()
        if self._state == _PENDING:
            raise InvalidStateError("Exception is not set.")
        self._log_traceback = False
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._state == _PENDING:
            self._callbacks.append((fn, context))
        else:
            self._loop.call_soon(fn, self, context=context)

    def remove_done_callback(self, fn):
        kept = [entry for entry in self._callbacks if entry[0] != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        self._check_pending()
        self._result = result
        self._settle(_FINISHED)

    def set_exception(self, exception):
        self._check_pending()
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._log_traceback = True
        self._settle(_FINISHED)

    def _check_pending(self):
        if self._state != _PENDING:
            raise InvalidStateError(f"{self._state}: {self!r}")

    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


def wrap_future(future, *, loop=None):
    return future
