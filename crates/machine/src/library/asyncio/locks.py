"""Locks, events, conditions, semaphores and queues."""

import collections
import heapq

from . import events
from .exceptions import CancelledError, QueueEmpty, QueueFull


class _Waiters:
    """Futures of those who wait, first come first."""

    def __init__(self):
        self._waiting = collections.deque()

    async def _wait(self):
        future = events.get_running_loop().create_future()
        self._waiting.append(future)
        try:
            await future
        finally:
            self._waiting.remove(future)

    def _wake(self, count=1):
        for future in self._waiting:
            if count <= 0:
                break
            if not future.done():
                future.set_result(True)
                count -= 1


class _AsContext:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


def _shown(self, state):
    waiting = len(self._waiting)
    return f"<{object.__repr__(self)[1:-1]} [{state}{f', waiters:{waiting}' if waiting else ''}]>"


class Lock(_Waiters, _AsContext):
    """One at a time."""

    _locked = False

    def __repr__(self):
        return _shown(self, "locked" if self._locked else "unlocked")

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and all(future.cancelled() for future in self._waiting):
            self._locked = True
            return True
        try:
            await self._wait()
        except CancelledError:
            if not self._locked:
                self._wake()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake()


class Event(_Waiters):
    """A flag that can be waited for."""

    _value = False

    def __repr__(self):
        return _shown(self, "set" if self._value else "unset")

    def is_set(self):
        return self._value

    def set(self):
        self._value = True
        self._wake(len(self._waiting))

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await self._wait()
        return True


class Condition(_Waiters, _AsContext):
    """Waits for a notification, with a lock given back meanwhile."""

    def __init__(self, lock=None):
        super().__init__()
        self._lock = lock if lock is not None else Lock()
        self.locked, self.acquire, self.release = self._lock.locked, self._lock.acquire, self._lock.release

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await self._wait()
            return True
        finally:
            cancelled = None
            while True:
                try:
                    await self.acquire()
                    break
                except CancelledError as error:
                    cancelled = error
            if cancelled is not None:
                raise cancelled

    async def wait_for(self, predicate):
        while not (result := predicate()):
            await self.wait()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._wake(n)

    def notify_all(self):
        self.notify(len(self._waiting))


class Semaphore(_Waiters, _AsContext):
    """So many at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        super().__init__()
        self._value = value

    def __repr__(self):
        return _shown(self, "locked" if self.locked() else f"unlocked, value:{self._value}")

    def locked(self):
        return self._value == 0 or any(not future.cancelled() for future in self._waiting)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        future = events.get_running_loop().create_future()
        self._waiting.append(future)
        try:
            try:
                await future
            finally:
                self._waiting.remove(future)
        except CancelledError:
            if not future.cancelled():
                # It was its turn, but it does not come.
                self._value += 1
                self._pass_on()
            raise
        if self._value > 0:
            self._pass_on()
        return True

    def release(self):
        self._value += 1
        self._pass_on()

    def _pass_on(self):
        for future in self._waiting:
            if self._value > 0 and not future.done():
                self._value -= 1
                future.set_result(True)


class BoundedSemaphore(Semaphore):
    """A semaphore that is not released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Queue:
    """First in, first out, for producers and consumers that wait for each other."""

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters, self._putters = _Waiters(), _Waiters()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = collections.deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        queue = f" _queue={list(self._queue)!r}" if self._queue else ""
        tasks = f" tasks={self._unfinished}" if self._unfinished else ""
        return f"<{type(self).__name__} at {id(self):#x} maxsize={self._maxsize!r}{queue}{tasks}>"

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= len(self._queue)

    async def put(self, item):
        while self.full():
            try:
                await self._putters._wait()
            except CancelledError:
                if not self.full():
                    self._putters._wake()
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._getters._wake()

    async def get(self):
        while self.empty():
            try:
                await self._getters._wait()
            except CancelledError:
                if not self.empty():
                    self._getters._wake()
                raise
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._get()
        self._putters._wake()
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished > 0:
            await self._finished.wait()


class PriorityQueue(Queue):
    """The least item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    """The newest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()
