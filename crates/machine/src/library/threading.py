"""Threads that take turns: a thread runs when it is started, to its end. Locks are never waited for."""

import itertools
import sys

_counter = itertools.count(1)


class ThreadError(RuntimeError):
    pass


class Lock:
    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        if self._locked:
            if not blocking or timeout >= 0:
                return False
            raise RuntimeError("cannot wait for a lock: there is one thread")
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


class RLock:
    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def wait(self, timeout=None):
        return False

    def wait_for(self, predicate, timeout=None):
        return predicate()

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not self._value:
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return self._flag


class local:
    """Attributes of a thread; there is one thread."""


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        number = next(_counter)
        if name is None:
            name = "Thread-%d" % number
            if target is not None:
                name = "%s (%s)" % (name, getattr(target, "__name__", ""))
        self._name = str(name)
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self.daemon = bool(daemon)
        self._started = False
        self._running = False
        self.ident = None

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    def start(self):
        global _current
        if self._started:
            raise RuntimeError("threads can only be started once")
        self._started = True
        self._running = True
        self.ident = id(self)
        before, _current = _current, self
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException:
            sys.stderr.write(f"Exception in thread {self.name}:\n")
            sys.__excepthook__(*sys.exc_info())
        finally:
            _current = before
            self._running = False

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is _current:
            raise RuntimeError("cannot join current thread")

    def is_alive(self):
        return self._running

    def __repr__(self):
        status = "started" if self._running else "stopped" if self._started else "initial"
        return "<%s(%s, %s)>" % (self.__class__.__name__, self._name, status)


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread")
        self._started = self._running = True
        self.ident = 1


_main = _current = _MainThread()


def current_thread():
    return _current


def main_thread():
    return _main


def get_ident():
    return _current.ident


def active_count():
    return len(enumerate())


def enumerate():
    return [_main] if _current is _main else [_main, _current]


def excepthook(args):
    sys.__excepthook__(args.exc_type, args.exc_value, args.exc_traceback)
