"""`weakref.finalize`."""

import sys
from itertools import count

from _weakref import ref


def _told(finalizer):
    """The object, function and arguments of a finalizer; of one that has run or whose object is dead, nothing."""
    info = finalizer._registry.get(finalizer)
    obj = info and info.weakref()
    return None if obj is None else (obj, info.func, info.args, info.kwargs or {})


class finalize:
    """A callback that runs when an object dies."""

    __module__ = "weakref"

    class _Info:
        """What the registry knows of one finalizer."""

        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    # A finalizer has no state of its own, so it can be in no ring: what it knows lies in the registry.
    _registry = {}
    __slots__ = ()
    _index_iter = count()
    _registered_with_atexit = _dirty = _shutdown = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            # The first finalizer of all asks for the end of the program.
            from atexit import register

            register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref, info.func, info.args = ref(obj, self), func, args
        info.kwargs, info.atexit, info.index = kwargs or None, True, next(self._index_iter)
        self._registry[self] = info
        finalize._dirty = True

    def __repr__(self):
        told, name = _told(self), type(self).__name__
        if told is None:
            return f"<{name} object at {id(self):#x}; dead>"
        return f"<{name} object at {id(self):#x}; for {type(told[0]).__name__!r} at {id(told[0]):#x}>"

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info is None or self._shutdown:
            return None
        return info.func(*info.args, **(info.kwargs or {}))

    def peek(self):
        return _told(self)

    def detach(self):
        told = _told(self)
        # Looking may have run it: only who takes it out of the registry may have it.
        return told if told and self._registry.pop(self, None) else None

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        return self in self._registry and self._registry[self].atexit

    @atexit.setter
    def atexit(self, value):
        if self in self._registry:
            self._registry[self].atexit = bool(value)

    @classmethod
    def _exitfunc(cls):
        collecting = False
        try:
            if cls._registry:
                import gc

                collecting = gc.isenabled()
                gc.disable()
                waiting, finalize._dirty = cls._select_for_exit(), False
                # The newest first; one that a finalizer makes meanwhile comes next.
                while waiting:
                    f = waiting.pop()
                    try:
                        f()
                    except Exception as error:
                        sys.excepthook(type(error), error, error.__traceback__)
                    assert f not in cls._registry
                    if finalize._dirty:
                        waiting, finalize._dirty = cls._select_for_exit(), False
        finally:
            # From here on finalizers that are called do nothing.
            finalize._shutdown = True
            if collecting:
                gc.enable()

    @classmethod
    def _select_for_exit(cls):
        """The living finalizers that run at the end of the program, the oldest first."""
        infos = cls._registry
        return sorted((f for f in infos if infos[f].atexit), key=lambda f: infos[f].index)
