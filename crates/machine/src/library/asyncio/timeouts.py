"""Time limits, groups of tasks, and running a program."""

from . import events, tasks
from .exceptions import CancelledError


class Timeout:
    """An asynchronous context manager that cancels its body when the time is over."""

    def __init__(self, when):
        self._state = "created"
        self._when = when
        self._task = self._timer = None

    def __repr__(self):
        when = f" when={round(self._when, 3) if self._when is not None else None}" if self._state == "active" else ""
        return f"<Timeout [{self._state}]{when}>"

    def when(self):
        return self._when

    def expired(self):
        return self._state in ("expiring", "expired")

    def reschedule(self, when):
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when is not None:
            loop = events.get_running_loop()
            self._timer = loop.call_soon(self._expire) if when <= loop.time() else loop.call_at(when, self._expire)

    def _expire(self):
        self._task.cancel()
        self._state = "expiring"
        self._timer = None

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        self._task = tasks.current_task()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._requests = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._requests and exc_type is CancelledError:
                raise TimeoutError from exc
        elif self._state == "active":
            self._state = "exited"
        return None


def timeout(delay):
    """A limit in seconds from now, or none."""
    return Timeout(events.get_running_loop().time() + delay if delay is not None else None)


def timeout_at(when):
    """A limit at a time of the loop's clock."""
    return Timeout(when)


async def wait_for(fut, timeout):
    """Waits, but not longer: then the task is cancelled and a TimeoutError raised."""
    if timeout is not None and timeout <= 0:
        fut = tasks.ensure_future(fut)
        if fut.done():
            return fut.result()
        fut.cancel()
        try:
            await fut
        except CancelledError as error:
            raise TimeoutError from error
        raise TimeoutError
    async with Timeout(None if timeout is None else events.get_running_loop().time() + timeout):
        return await fut


class TaskGroup:
    """Tasks that end together: when one fails, the others are cancelled."""

    def __init__(self):
        self._entered = self._exiting = self._aborting = self._cancel_sent = False
        self._parent = self._body_error = self._base_error = self._waiter = None
        self._tasks, self._errors = set(), []

    def __repr__(self):
        info = [f" tasks={len(self._tasks)}"] if self._tasks else []
        info += [f" errors={len(self._errors)}"] if self._errors else []
        info += [" cancelling"] if self._aborting else [" entered"] if self._entered else []
        return f"<TaskGroup{''.join(info)}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._parent = tasks.current_task()
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._exiting = True
        cancelled = exc if exc_type is CancelledError else None
        if exc is not None and isinstance(exc, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = exc
        if self._cancel_sent and self._parent.uncancel() == 0:
            cancelled = None
        if exc_type is not None and not self._aborting:
            self._abort()
        while self._tasks:
            self._waiter = events.get_running_loop().create_future()
            try:
                await self._waiter
            except CancelledError as error:
                if not self._aborting:
                    cancelled = error
                    self._abort()
            self._waiter = None
        if self._base_error is not None:
            raise self._base_error
        if cancelled is not None and not self._errors:
            raise cancelled
        if exc is not None and exc_type is not CancelledError:
            self._errors.append(exc)
        if self._errors:
            try:
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
            finally:
                self._errors = []

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._tasks:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._aborting:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        task = tasks.create_task(coro, name=name, context=context)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _finished(self, task):
        self._tasks.discard(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(True)
        if task.cancelled() or (error := task.exception()) is None:
            return
        self._errors.append(error)
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if not self._aborting and not self._cancel_sent:
            self._abort()
            if not self._parent.done():
                self._cancel_sent = True
                self._parent.cancel()


class Runner:
    """A context manager with a loop of its own."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._loop, self._debug, self._factory = None, debug, loop_factory

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def get_loop(self):
        if self._loop is None:
            self._loop = (self._factory or events.new_event_loop)()
            events.set_event_loop(self._loop)
            if self._debug is not None:
                self._loop.set_debug(self._debug)
        return self._loop

    def run(self, coro, *, context=None):
        if not tasks.iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self.get_loop()
        return loop.run_until_complete(loop.create_task(coro, context=context))

    def close(self):
        """Cancels what is left, closes asynchronous generators and the loop."""
        loop = self._loop
        if loop is None or loop.is_closed():
            return
        try:
            left = tasks.all_tasks(loop)
            for task in left:
                task.cancel()
            if left:
                loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
            for task in left:
                if not task.cancelled() and task.exception() is not None:
                    loop.call_exception_handler({"message": "unhandled exception during asyncio.run() shutdown",
                                                 "exception": task.exception(), "task": task})
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            events.set_event_loop(None)
            loop.close()
            self._loop = None


def run(main, *, debug=None, loop_factory=None):
    """Runs a coroutine to its end, in a loop of its own."""
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)
