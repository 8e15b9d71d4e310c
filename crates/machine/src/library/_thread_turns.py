"""Threads that take turns.

There is one processor here, and a thread that runs goes on to its end. A thread is run when it is started; but if it looks
as if it might have to wait for another one, it is put off until somebody waits. Whoever waits runs the threads that are put
off, one after the other, until what it waits for has come. If it never comes, it says so."""

import time

#: Threads that are started and put off, and what those wait for that wait now, the last one at the end.
pending, waiting = [], []
#: How many locks are held.
held = 0

_FOR_EVER = "this would wait for ever: a thread here runs to its end, and no other one can go on"
_WAITS = frozenset({"wait", "wait_for", "get", "join", "acquire_timed", "wait_until"})


class Abandoned(BaseException):
    """Ends a thread that waits for ever, so that those that waited for it can go on."""


def wait_until(ready, timeout=None):
    """Runs other threads until ready() holds; false if the time is up before."""
    if ready():
        return True
    waiting.append(ready)
    try:
        while not ready():
            if pending:
                pending.pop(0)._bootstrap()
            elif timeout is not None:
                time.sleep(max(timeout, 0))
                return ready()
            elif any(other() for other in waiting[:-1]):
                raise Abandoned
            else:
                raise RuntimeError(_FOR_EVER)
    finally:
        waiting.pop()
    return True


def may_wait(function, depth=2):
    """Whether a function, or one that it calls by name, calls something that waits."""
    code = getattr(function, "__code__", None)
    if code is None or not depth:
        return False
    owner = getattr(function, "__self__", None)
    names = function.__globals__
    for name in code.co_names:
        called = getattr(type(owner), name, None) or names.get(name)
        if name in _WAITS or called is not function and may_wait(called, depth - 1):
            return True
    return False


class lock:
    """A lock that one thread at a time can have."""

    __module__ = "_thread"
    __slots__ = "_locked", "__weakref__"

    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock, and waits for it if blocking is true; whether it was taken."""
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be positive")
        if self._locked and not (blocking and wait_until(self._is_free, None if timeout == -1 else timeout)):
            return False
        global held
        held += 1
        self._locked = True
        return True

    def _is_free(self):
        return not self._locked

    def release(self):
        """Gives the lock back."""
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        global held
        held -= 1
        self._locked = False

    def locked(self):
        return self._locked

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        return f"<{'' if self._locked else 'un'}locked _thread.lock object at {id(self):#x}>"

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '_thread.{type(self).__name__}' object")


class RLock:
    """A lock that the thread which has it can take again."""

    __module__ = "_thread"
    __slots__ = "_owner", "_count", "__weakref__"

    def __init__(self):
        self._owner, self._count = 0, 0

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock, once more if this thread has it; whether it was taken."""
        me = get_ident()
        if self._owner not in (0, me):
            if not (blocking and wait_until(self._is_free, None if timeout == -1 else timeout)):
                return False
        self._owner = me
        self._count += 1
        return True

    def _is_free(self):
        return not self._owner

    def release(self):
        """Gives the lock back, once."""
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = 0

    def _is_owned(self):
        return self._owner == get_ident()

    def _release_save(self):
        state = self._count, self._owner
        self._count = self._owner = 0
        return state

    def _acquire_restore(self, state):
        wait_until(self._is_free)
        self._count, self._owner = state

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    __enter__ = acquire

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        return f"<{'' if self._owner else 'un'}locked _thread.RLock object owner={self._owner} count={self._count} at {id(self):#x}>"

    __reduce_ex__ = lock.__reduce_ex__


#: The number of the thread that runs.
_ident = 140_000_000_000_000


def get_ident():
    """The number of the thread that runs."""
    return _ident


def set_ident(ident):
    global _ident
    _ident = ident


class local:
    """An object with attributes of its own in each thread."""

    __slots__ = "_made_with", "_dicts", "__dict__", "__weakref__"

    def __new__(cls, /, *args, **kw):
        if (args or kw) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_made_with", (args, kw))
        object.__setattr__(self, "_dicts", {_ident: object.__getattribute__(self, "__dict__")})
        return self

    def __getattribute__(self, name):
        _turn_to_thread(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _turn_to_thread(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _turn_to_thread(self)
        object.__delattr__(self, name)


def _turn_to_thread(this):
    """Gives a local the dict of the thread that runs; a new one is filled by its class."""
    dicts = object.__getattribute__(this, "_dicts")
    new = _ident not in dicts
    own = dicts.setdefault(_ident, {})
    object.__setattr__(this, "__dict__", own)
    if new:
        args, kw = object.__getattribute__(this, "_made_with")
        type(this).__init__(this, *args, **kw)
