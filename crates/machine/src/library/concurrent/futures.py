"""Calls that are handed to threads. Threads take turns here: a call usually runs to its end where it is submitted."""

import itertools
import threading

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError", "BrokenExecutor", "Future",
           "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor")

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError


class Error(Exception):
    pass


class CancelledError(Error):
    """The call was cancelled."""


class InvalidStateError(Error):
    """The future is not in a state for this."""


class BrokenExecutor(RuntimeError):
    """A pool whose threads could not begin."""


class Future:
    """The result of a call, or what it raised, once it is there."""

    def __init__(self):
        self._state, self._result, self._exception = "PENDING", None, None
        self._callbacks, self._thread = [], None

    def __repr__(self):
        where = f"<{type(self).__name__} at {id(self):#x} state={self._state.split('_')[0].lower()}"
        if self._state != "FINISHED":
            return where + ">"
        ended = "raised " + type(self._exception).__name__ if self._exception else "returned " + type(self._result).__name__
        return f"{where} {ended}>"

    def cancel(self):
        """Gives up a call that has not begun."""
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "PENDING":
            self._end("CANCELLED")
        return True

    def cancelled(self):
        return self._state == "CANCELLED"

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("CANCELLED", "FINISHED")

    def add_done_callback(self, fn):
        """A function that is called with the future at its end."""
        if self.done():
            self._call(fn)
        else:
            self._callbacks.append(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            import logging

            logging.getLogger("concurrent.futures").exception("exception calling callback for %r", self)

    def _await(self, timeout):
        if not self.done() and self._thread is not None:
            self._thread.join(timeout)
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state != "FINISHED":
            raise TimeoutError()

    def result(self, timeout=None):
        """What the call returned; what it raised is raised here."""
        self._await(timeout)
        if self._exception is None:
            return self._result
        try:
            raise self._exception
        finally:
            self = None  # The traceback would hold the future, which holds the exception.

    def exception(self, timeout=None):
        """What the call raised, or None."""
        self._await(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            return False
        self._state = "RUNNING"
        return True

    def set_result(self, result):
        self._check()
        self._result = result
        self._end("FINISHED")

    def set_exception(self, exception):
        self._check()
        self._exception = exception
        self._end("FINISHED")

    def _check(self):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")

    def _end(self, state):
        self._state = state
        for fn in self._callbacks:
            self._call(fn)


class Executor:
    """What calls can be handed to."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of the calls, in order; all of them are submitted at once."""
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            for future in futures:
                yield future.result(timeout)

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.shutdown(wait=True)
        return False


class ThreadPoolExecutor(Executor):
    """Hands calls to threads."""

    _numbers = itertools.count()

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers or 5
        self._prefix = thread_name_prefix or f"ThreadPoolExecutor-{next(self._numbers)}"
        self._begin, self._shut, self._busy = (initializer, initargs), False, []

    def submit(self, fn, /, *args, **kwargs):
        """Begins a call in a thread; the future will have its result."""
        if self._shut:
            raise RuntimeError("cannot schedule new futures after shutdown")
        self._busy = [future for future in self._busy if not future.done()]
        future = Future()

        def work():
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as e:
                future.set_exception(e)
            else:
                future.set_result(result)

        if self._begin[0] is not None:
            begin, given = self._begin
            self._begin = None, ()
            begin(*given)
        future._thread = threading.Thread(target=work, name=f"{self._prefix}_{min(len(self._busy), self._max_workers - 1)}")
        self._busy.append(future)
        future._thread.start()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        """No calls any more; waits for those that run."""
        self._shut = True
        for future in self._busy if wait else ():
            if not future.done():
                future._thread.join()


class ProcessPoolExecutor(Executor):
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("there are no other processes here; a ThreadPoolExecutor takes the same calls")


class DoneAndNotDoneFutures(tuple):
    """What wait() returns: two sets."""

    __slots__ = ()
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def as_completed(fs, timeout=None):
    """The futures, those that are done first."""
    futures = list(dict.fromkeys(fs))
    yield from [future for future in futures if future.done()]
    for future in [future for future in futures if not future.done()]:
        future._thread.join(timeout)
        if not future.done():
            raise TimeoutError(f"{sum(not one.done() for one in futures)} (of {len(futures)}) futures unfinished")
        yield future


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for the futures, all or the first; then says which are done."""
    futures = set(fs)
    for future in fs:
        done = [one for one in futures if one.done()]
        if return_when == FIRST_COMPLETED and done or return_when == FIRST_EXCEPTION and any(one._exception for one in done):
            break
        if not future.done() and future._thread is not None:
            future._thread.join(timeout)
    done = {future for future in futures if future.done()}
    return DoneAndNotDoneFutures((done, futures - done))


for _class in Error, CancelledError, InvalidStateError, BrokenExecutor, Future, Executor:
    _class.__module__ = "concurrent.futures._base"
