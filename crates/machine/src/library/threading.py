"""Threads that take turns: a thread runs when it is started, to its end, or when somebody waits for it."""

import itertools
import sys
import time
from collections import deque

import _thread
import _thread_turns
from _thread import RLock as _RLock
from _thread import get_ident
from _thread_turns import local, wait_until

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore",
    "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "settrace", "setprofile", "local", "stack_size",
    "excepthook", "ExceptHookArgs", "getprofile", "gettrace", "setprofile_all_threads", "settrace_all_threads", "get_native_id",
]

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
Lock = _thread.allocate_lock
_counter = itertools.count(1)


def RLock(*args, **kwargs):
    """A new lock that the thread which has it can take again."""
    return _RLock(*args, **kwargs)


class Condition:
    """Lets threads wait until another one says that something has changed."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release
        self._waiters = deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        return self._lock.locked()

    def wait(self, timeout=None):
        """Gives the lock back until another thread notifies, or the time is up; whether it was notified."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = [False]
        self._waiters.append(waiter)
        many = hasattr(self._lock, "_release_save")
        state = self._lock._release_save() if many else self._lock.release()
        try:
            return wait_until(lambda: waiter[0], timeout)
        finally:
            if not waiter[0]:
                self._waiters.remove(waiter)
            if many:
                self._lock._acquire_restore(state)
            else:
                self._lock.acquire()

    def wait_for(self, predicate, timeout=None):
        """Waits until something holds; what the predicate said last."""
        end = None if timeout is None else time.monotonic() + timeout
        while not (answer := predicate()):
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
        return answer

    def notify(self, n=1):
        """Wakes n threads that wait."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        for _ in range(min(n, len(self._waiters))):
            self._waiters.popleft()[0] = True

    def notify_all(self):
        """Wakes all threads that wait."""
        self.notify(len(self._waiters))


class Semaphore:
    """A number that cannot fall below zero: to lower it is to wait until it is above."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def __repr__(self):
        return f"<{_full_name(self)}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        """Lowers the number by one, and waits until it can if blocking is true; whether it could."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if not self._value and not (blocking and wait_until(lambda: self._value > 0, timeout)):
            return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        """Raises the number."""
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that cannot rise above its first number."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return super().__repr__()[:-1] + f"/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._flag = False

    def __repr__(self):
        return f"<{_full_name(self)}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        """Waits until the flag is set or the time is up; whether it is set."""
        return wait_until(self.is_set, timeout)


class BrokenBarrierError(RuntimeError):
    """A barrier at which not all can meet any more."""


class Barrier:
    """Lets threads go on together when so many have come."""

    def __init__(self, parties, action=None, timeout=None):
        self._parties, self._action, self._timeout = parties, action, timeout
        self._count, self._round, self._broken = 0, [None], False

    def __repr__(self):
        shown = "broken" if self._broken else f"waiters={self._count}/{self._parties}"
        return f"<{_full_name(self)}: {shown}>"

    def wait(self, timeout=None):
        """Waits for the others; which one in line this thread was."""
        if self._broken:
            raise BrokenBarrierError
        timeout = self._timeout if timeout is None else timeout
        here, number = self._round, self._count
        self._count += 1
        if self._count == self._parties:
            try:
                if self._action:
                    self._action()
            except BaseException:
                self.abort()
                raise
            self._open(True)
        elif not wait_until(lambda: here[0] is not None or self._broken, timeout):
            self.abort()
        if not here[0]:
            raise BrokenBarrierError
        return number

    def _open(self, together):
        self._round[0] = together
        self._round, self._count = [None], 0

    def reset(self):
        """Those that wait get an error; the barrier is as new."""
        if self._count:
            self._open(False)
        self._broken = False

    def abort(self):
        """All that wait or come get an error."""
        self._broken = True
        self._open(False)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count

    @property
    def broken(self):
        return self._broken


def _full_name(this):
    return f"{type(this).__module__}.{type(this).__qualname__} at {id(this):#x}"


class Thread:
    """A function that runs beside the others: target, or the method run of a class of your own."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = f"Thread-{next(_counter)}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._name, self._target, self._args, self._kwargs = str(name), target, args, {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident, self._state = None, "initial"

    def __repr__(self):
        status = self._state + (" daemon" if self._daemonic else "") + (f" {self._ident}" if self._ident is not None else "")
        return f"<{type(self).__name__}({self._name}, {status})>"

    def _known(self):
        if not hasattr(self, "_state"):
            raise RuntimeError("thread.__init__() not called")

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    getName, setName = (lambda self: self.name), (lambda self, name: setattr(self, "name", name))

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._known()
        if self._state == "started":
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    isDaemon, setDaemon = (lambda self: self.daemon), (lambda self, daemonic: setattr(self, "daemon", daemonic))

    def start(self):
        """Begins the thread: it runs now, or when somebody waits if it may have to wait itself."""
        self._known()
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        self._state, self._ident = "started", get_ident() + 4096 * (1 + len(_active)) if not _active else max(_active) + 4096
        _active[self._ident] = self
        run = self._target if type(self).run is Thread.run else self.run
        if _thread._held() or _thread_turns.may_wait(run):
            _thread_turns.pending.append(self)
        else:
            self._bootstrap()

    def _bootstrap(self):
        before = get_ident()
        _thread._set_ident(self._ident)
        try:
            self._bootstrap_inner()
        finally:
            _thread._set_ident(before)
            self._state = "stopped"
            _active.pop(self._ident, None)

    def _bootstrap_inner(self):
        try:
            self.run()
        except _thread_turns.Abandoned:
            pass
        except BaseException as error:
            args = ExceptHookArgs((type(error), error, error.__traceback__, self))
            del error
            excepthook(args)

    def join(self, timeout=None):
        """Waits until the thread has ended."""
        self._known()
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self in _thread_turns.pending:
            # This one first, the others if it has to wait.
            _thread_turns.pending.remove(self)
            self._bootstrap()
        wait_until(lambda: self._state == "stopped", timeout)

    def run(self):
        """What the thread does."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # The thread is not to keep its target alive.
            del self._target, self._args, self._kwargs

    def is_alive(self):
        self._known()
        return self._state == "started"


class Timer(Thread):
    """Calls a function after a while, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = args if args is not None else [], kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
            self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._state, self._ident = "started", get_ident()


class ExceptHookArgs(tuple):
    """What excepthook is told: the exception, and the thread it ended."""

    exc_type, exc_value, exc_traceback, thread = [property(lambda self, at=at: self[at]) for at in range(4)]


def excepthook(args, /):
    """Shows an exception that ended a thread."""
    if args.exc_type is SystemExit:
        return
    import traceback

    name = args.thread.name if args.thread is not None else get_ident()
    sys.stderr.write(f"Exception in thread {name}:\n")
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=sys.stderr)


__excepthook__ = excepthook
_active = {}
_main_thread = None


def current_thread():
    """The thread that runs."""
    return _active.get(get_ident(), _main_thread)


def main_thread():
    """The thread that the program began with."""
    return _main_thread


_main_thread = _MainThread()
_active[_main_thread._ident] = _main_thread


def active_count():
    """How many threads have begun and not ended."""
    return len(_active)


def enumerate():
    """The threads that have begun and not ended."""
    return list(_active.values())


def get_native_id():
    return get_ident()


def stack_size(size=0):
    return 0


_trace = _profile = None


def settrace(func):
    global _trace
    _trace = func


def gettrace():
    return _trace


def setprofile(func):
    global _profile
    _profile = func


def getprofile():
    return _profile


settrace_all_threads, setprofile_all_threads = settrace, setprofile


def _shutdown():
    """Runs what is put off; threads that are daemons may be left out."""
    while _thread_turns.pending:
        thread = _thread_turns.pending.pop(0)
        if not thread.daemon:
            thread._bootstrap()


import atexit

atexit.register(_shutdown)
