"""The event loop. Its time is that of `time`: where nothing is ready, the clock moves on to the next appointment."""

import collections
import heapq
import math
import sys
import time
import weakref

from .exceptions import InvalidStateError

_running = None
_current = None


class Handle:
    """A call that is to come."""

    def __init__(self, callback, args, loop, when=None, context=None):
        self._callback, self._args, self._loop, self._when, self._context = callback, args, loop, when, context
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def when(self):
        return self._when

    def _run(self):
        try:
            if self._context is None:
                self._callback(*self._args)
            else:
                self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({"message": f"Exception in callback {self._callback!r}", "exception": error})


TimerHandle = Handle


class AbstractEventLoop:
    """What event loops have in common."""


class EventLoop(AbstractEventLoop):
    """Calls what is ready, in order; then what is due."""

    def __init__(self):
        self._ready = collections.deque()
        self._timers = []
        self._number = 0
        self._stopping = self._closed = self._debug = False
        self._handler = None
        self._factory = None
        self._generators = weakref.WeakSet()

    def __repr__(self):
        return f"<{type(self).__name__} running={self.is_running()} closed={self._closed} debug={self._debug}>"

    def time(self):
        return time.monotonic()

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, None, context)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        handle = Handle(callback, args, self, when, context)
        self._number += 1
        heapq.heappush(self._timers, (when, self._number, handle))
        return handle

    def create_future(self):
        from .futures import Future

        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        from .tasks import Task

        self._check_closed()
        if self._factory is None:
            return Task(coro, loop=self, name=name, context=context)
        task = self._factory(self, coro) if context is None else self._factory(self, coro, context=context)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        self._factory = factory

    def get_task_factory(self):
        return self._factory

    async def run_in_executor(self, executor, func, *args):
        return func(*args)

    def is_running(self):
        return _running is self

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = bool(enabled)

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def run_forever(self):
        global _running
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _running is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._generators.add, finalizer=self._close_generator)
        _running = self
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            _running = None
            sys.set_asyncgen_hooks(*hooks)

    def _run_once(self):
        """Moves what is due to what is ready, and calls what is ready now."""
        timers = self._timers
        while timers and timers[0][2]._cancelled:
            heapq.heappop(timers)
        if not self._ready and not self._stopping:
            if not timers:
                raise RuntimeError("the event loop waits for ever: nothing is ready and nothing will be")
            delay = timers[0][0] - self.time()
            if delay > 0:
                # In whole milliseconds, as the system's own waiting counts them: neighbours come together.
                time.sleep(math.ceil(delay * 1000) / 1000)
        now = self.time() + 1e-9
        while timers and timers[0][0] <= now:
            self._ready.append(heapq.heappop(timers)[2])
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run()

    def run_until_complete(self, future):
        from .futures import isfuture
        from .tasks import ensure_future

        self._check_closed()
        made = not isfuture(future)
        future = ensure_future(future, loop=self)
        if made:
            future._log_destroy_pending = False
        future.add_done_callback(self._stop_after)
        try:
            self.run_forever()
        except BaseException:
            if made and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(self._stop_after)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _stop_after(self, future):
        self.stop()

    def _close_generator(self, agen):
        self._generators.discard(agen)
        if not self._closed:
            self.call_soon(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        from .tasks import gather

        generators, self._generators = list(self._generators), weakref.WeakSet()
        results = await gather(*[agen.aclose() for agen in generators], return_exceptions=True)
        for result, agen in zip(results, generators):
            if isinstance(result, Exception):
                self.call_exception_handler({"message": "an error occurred during closing of asynchronous generator "
                                                        f"{agen!r}", "exception": result, "asyncgen": agen})

    async def shutdown_default_executor(self, timeout=None):
        pass

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def default_exception_handler(self, context):
        import traceback

        lines = [context.get("message") or "Unhandled exception in event loop"]
        lines += [f"{key}: {context[key]!r}" for key in sorted(context) if key not in ("message", "exception")]
        print("\n".join(lines), file=sys.stderr)
        error = context.get("exception")
        if error is not None:
            traceback.print_exception(error)

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            self._handler(self, context)


SelectorEventLoop = BaseEventLoop = EventLoop


def new_event_loop():
    return EventLoop()


def get_running_loop():
    """The loop that runs; a RuntimeError where none does."""
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def _get_running_loop():
    return _running


def set_event_loop(loop):
    global _current
    _current = loop


def get_event_loop():
    if _running is not None:
        return _running
    if _current is None:
        set_event_loop(new_event_loop())
    return _current


class AbstractEventLoopPolicy:
    get_event_loop = staticmethod(get_event_loop)
    set_event_loop = staticmethod(set_event_loop)
    new_event_loop = staticmethod(new_event_loop)


DefaultEventLoopPolicy = AbstractEventLoopPolicy
_policy = None


def get_event_loop_policy():
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy, _current
    _policy = policy
    if policy is None:
        _current = None
