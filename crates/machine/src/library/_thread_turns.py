"""Threads that take turns.

There is one processor here, and a thread that runs goes on to its end. A thread is run when it is started; but if it looks
as if it might have to wait for another one, it is put off until somebody waits. Whoever waits runs the threads that are put
off, one after the other, until what it waits for has come. If it never comes, it says so."""

import _thread
import time
from _thread import get_ident

#: Threads that are started and put off, and what those wait for that wait now, the last one at the end.
pending, waiting = [], []
_FOR_EVER = "this would wait for ever: a thread here runs to its end, and no other one can go on"
_WAITS = frozenset({"wait", "wait_for", "get", "join", "wait_until"})


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


def wait_for_lock(lock, timeout):
    """Runs other threads until a lock is free; false if the time is up before."""
    return wait_until(lambda: _thread._is_free(lock), timeout)


class local:
    """An object with attributes of its own in each thread."""

    __slots__ = "_made_with", "_dicts", "__dict__", "__weakref__"

    def __new__(cls, /, *args, **kw):
        if (args or kw) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_made_with", (args, kw))
        object.__setattr__(self, "_dicts", {get_ident(): object.__getattribute__(self, "__dict__")})
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
    new = get_ident() not in dicts
    own = dicts.setdefault(get_ident(), {})
    object.__setattr__(this, "__dict__", own)
    if new:
        args, kw = object.__getattribute__(this, "_made_with")
        type(this).__init__(this, *args, **kw)
