"""Coroutines under way, and waiting for several of them."""

import collections.abc
import inspect
import sys
import types
import weakref

from . import events
from .exceptions import CancelledError
from .futures import Future, isfuture

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"

_count = 0
_tasks = weakref.WeakSet()
_current_tasks = {}


def iscoroutine(obj):
    """Whether the object is a coroutine."""
    return isinstance(obj, (types.CoroutineType, collections.abc.Coroutine))


def iscoroutinefunction(func):
    """Whether the function makes coroutines."""
    return inspect.iscoroutinefunction(func)


def _place(coro):
    """Where a coroutine is, as a task shows it."""
    name = getattr(coro, "__qualname__", type(coro).__name__)
    code, frame = getattr(coro, "cr_code", None), getattr(coro, "cr_frame", None)
    if code is None:
        return f"{name}()"
    if frame is not None:
        return f"{name}() running at {code.co_filename}:{frame.f_lineno}"
    return f"{name}() done, defined at {code.co_filename}:{code.co_firstlineno}"


class Task(Future):
    """A coroutine that the loop drives: whatever future it awaits wakes it up again."""

    _must_cancel = False
    _waits_for = None
    _requests = 0
    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _count
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _count += 1
            name = f"Task-{_count}"
        self._name, self._coro = str(name), coro
        if context is None and "contextvars" in sys.modules:
            context = sys.modules["contextvars"].copy_context()
        self._context = context
        self._loop.call_soon(self._step, context=context)
        _tasks.add(self)

    def __del__(self):
        if self._state == "PENDING" and self._log_destroy_pending:
            self._loop.call_exception_handler({"task": self, "message": "Task was destroyed but it is pending!"})
        super().__del__()

    def _info(self):
        info = super()._info()
        if self._requests and not self.done():
            info[0] = "cancelling"
        info[1:1] = [f"name={self._name!r}", f"coro=<{_place(self._coro)}>"]
        if self._waits_for is not None:
            info.append(f"wait_for={self._waits_for!r}")
        return info

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_stack(self, *, limit=None):
        """The frames of a coroutine that waits; where it has failed, those of its traceback."""
        frames = []
        if self._exception is not None:
            trace = self._exception.__traceback__
            while trace is not None and (limit is None or len(frames) < limit):
                frames.append(trace.tb_frame)
                trace = trace.tb_next
            return frames
        frame = next((frame for frame in (getattr(self._coro, name, None) for name in ("cr_frame", "gi_frame", "ag_frame"))
                      if frame is not None), None)
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        return frames[::-1]

    def get_context(self):
        return self._context

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        """Asks the task to end: a CancelledError is thrown into it at its next step."""
        self._log_traceback = False
        if self.done():
            return False
        self._requests += 1
        if self._waits_for is not None and self._waits_for.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._requests

    def uncancel(self):
        if self._requests > 0:
            self._requests -= 1
        return self._requests

    def _wake(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()

    def _step(self, error=None):
        """Runs the coroutine up to its next await."""
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._waits_for = None
        before = _current_tasks.get(self._loop)
        _current_tasks[self._loop] = self
        try:
            awaited = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
        except CancelledError as cancelled:
            super().cancel(msg=cancelled.args[0] if cancelled.args else None)
        except (KeyboardInterrupt, SystemExit) as fatal:
            super().set_exception(fatal)
            raise
        except BaseException as failure:
            super().set_exception(failure)
        else:
            self._wait(awaited)
        finally:
            if before is None:
                del _current_tasks[self._loop]
            else:
                _current_tasks[self._loop] = before
            error = self = None

    def _wait(self, awaited):
        """The coroutine has awaited a future, or given way for one round (`None`)."""
        complaint = None
        if awaited is None:
            self._loop.call_soon(self._step, context=self._context)
        elif not isfuture(awaited):
            complaint = f"Task got bad yield: {awaited!r}"
        elif awaited.get_loop() is not self._loop:
            complaint = f"Task {self!r} got Future {awaited!r} attached to a different loop"
        elif not awaited._asyncio_future_blocking:
            complaint = f"yield was used instead of yield from in task {self!r} with {awaited!r}"
        elif awaited is self:
            complaint = f"Task cannot await on itself: {self!r}"
        else:
            awaited._asyncio_future_blocking = False
            awaited.add_done_callback(self._wake, context=self._context)
            self._waits_for = awaited
            if self._must_cancel and awaited.cancel(msg=self._cancel_message):
                self._must_cancel = False
        if complaint:
            self._loop.call_soon(self._step, RuntimeError(complaint), context=self._context)


def current_task(loop=None):
    return _current_tasks.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    """The tasks of the loop that are not done."""
    loop = events.get_running_loop() if loop is None else loop
    return {task for task in _tasks if task._loop is loop and not task.done()}


def create_task(coro, *, name=None, context=None):
    """Schedules a coroutine: it runs beside its maker."""
    return events.get_running_loop().create_task(coro, name=name, context=context)


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is; anything else that can be awaited becomes a task."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not inspect.isawaitable(coro_or_future):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _awaiting(coro_or_future)
    return (loop or events.get_event_loop()).create_task(coro_or_future)


async def _awaiting(awaitable):
    return await awaitable


@types.coroutine
def _give_way():
    yield


async def sleep(delay, result=None):
    """Waits for so many seconds of the virtual clock."""
    if delay <= 0:
        await _give_way()
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_result_unless_done, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def _set_result_unless_done(future, result=None):
    if not future.done():
        future.set_result(result)


class _Gathering(Future):
    """The future of `gather`: cancelling it cancels the children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_asked = False

    def cancel(self, msg=None):
        if self.done():
            return False
        asked = [child.cancel(msg=msg) for child in self._children]
        self._cancel_asked |= any(asked)
        return any(asked)


def gather(*coros_or_futures, return_exceptions=False):
    """Waits for all and returns their results in order."""
    if not coros_or_futures:
        future = events.get_event_loop().create_future()
        future.set_result([])
        return future
    tasks, loop = {}, events._get_running_loop()
    for awaitable in coros_or_futures:
        if awaitable not in tasks:
            task = tasks[awaitable] = ensure_future(awaitable, loop=loop)
            loop = task.get_loop()
            if task is not awaitable:
                task._log_destroy_pending = False
    children = [tasks[awaitable] for awaitable in coros_or_futures]
    outer = _Gathering(children, loop=loop)
    left = len(tasks)

    def finished(child):
        nonlocal left
        left -= 1
        if outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                return outer.set_exception(child._cancelled_error())
            if child.exception() is not None:
                return outer.set_exception(child.exception())
        if left:
            return
        results = []
        for one in children:
            if one.cancelled():
                results.append(CancelledError("" if one._cancel_message is None else one._cancel_message))
            else:
                results.append(one.exception() or one.result())
        if outer._cancel_asked:
            outer.set_exception(outer._cancelled_error())
        else:
            outer.set_result(results)

    for task in tasks.values():
        task.add_done_callback(finished)
    return outer


def shield(arg):
    """Waits for a task that is not cancelled with who waits."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def finished(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    inner.add_done_callback(finished)
    outer.add_done_callback(lambda _: inner.done() or inner.remove_done_callback(finished))
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for tasks and returns two sets: those that are done, and the others."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    fs = set(fs)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    if any(iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")

    def is_enough(future):
        failed = not future.cancelled() and future.exception() is not None
        return return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and failed

    left = {f for f in fs if not f.done()}
    if left and not any(is_enough(f) for f in fs - left):
        loop = events.get_running_loop()
        waiter = loop.create_future()
        timer = None if timeout is None else loop.call_later(timeout, _set_result_unless_done, waiter)

        def finished(future):
            left.discard(future)
            if (not left or is_enough(future)) and not waiter.done():
                waiter.set_result(None)

        for future in tuple(left):
            future.add_done_callback(finished)
        try:
            await waiter
        finally:
            if timer is not None:
                timer.cancel()
            for future in fs:
                future.remove_done_callback(finished)
    done = {f for f in fs if f.done()}
    return done, fs - done


def as_completed(fs, *, timeout=None):
    """An iterator of awaitables: each gives the next result that is there."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    from .locks import Queue

    loop = events.get_event_loop()
    finished = Queue()
    todo = {ensure_future(f, loop=loop) for f in set(fs)}

    def put(future):
        if future in todo:
            todo.remove(future)
            finished.put_nowait(future)
            if not todo and timer is not None:
                timer.cancel()

    def give_up():
        for future in todo:
            future.remove_done_callback(put)
            finished.put_nowait(None)
        todo.clear()

    timer = loop.call_later(timeout, give_up) if timeout is not None else None
    for future in tuple(todo):
        future.add_done_callback(put)

    async def next_result():
        future = await finished.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for _ in range(len(todo)):
        yield next_result()


async def to_thread(func, /, *args, **kwargs):
    """Calls the function; there are no threads that run at the same time here."""
    await _give_way()
    return func(*args, **kwargs)


def run_coroutine_threadsafe(coro, loop):
    return ensure_future(coro, loop=loop)
