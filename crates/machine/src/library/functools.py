"""Functions that work on functions."""

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache", "reduce",
    "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

from collections import namedtuple
from types import GenericAlias

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_missing = object()


class cached_property:
    """A property that is worked out once for each instance and then kept in its dict."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        kind = type(instance).__name__
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {kind!r} instance to cache {name!r} property.") from None
        if (found := attributes.get(name, _missing)) is _missing:
            found = self.func(instance)
            try:
                attributes[name] = found
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {kind!r} instance does not support item assignment for caching {name!r} property.") from None
        return found

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).")


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes one function look like another: its names and documentation, and what its dict has."""
    for name in assigned:
        try:
            shown = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, shown)
    for name in updated:
        own = getattr(wrapper, name)
        own.update(getattr(wrapped, name, {}))
    # Last, as the dict of a wrapper that is wrapped itself has this name too.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that makes a function look like the wrapped one."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partialmethod:
    """A method with some arguments given beforehand."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            # One around another is one with the arguments of both.
            func, args, keywords = func.func, func.args + args, func.keywords | keywords
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        given = ", ".join([repr(value) for value in self.args])
        named = ", ".join([f"{name}={value!r}" for name, value in self.keywords.items()])
        return f"{cls.__module__}.{cls.__qualname__}({self.func}, {given}, {named})"

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        bound = self.func if bind is None else bind(obj, cls)
        if bound is self.func:
            return self._make_unbound_method().__get__(obj, cls)
        result = partial(bound, *self.args, **self.keywords)
        if hasattr(bound, "__self__"):
            result.__self__ = bound.__self__
        return result

    def _make_unbound_method(self):
        """A function that takes the instance first: for what is no descriptor."""

        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **(self.keywords | keywords))

        _method._partialmethod = self
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def cache(user_function, /):
    """lru_cache without a limit."""
    return lru_cache(maxsize=None)(user_function)


def lru_cache(maxsize=128, typed=False):
    """Keeps the results of the calls made last, at most so many, and gives them again for equal arguments."""
    if not (maxsize is None or isinstance(maxsize, int)):
        if not callable(maxsize) or not isinstance(typed, bool):
            raise TypeError("Expected first argument to be an integer, a callable, or None")
        # A decorator written without a call: the function comes in the place of the size.
        user_function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: dict(maxsize=maxsize, typed=typed)
        return update_wrapper(wrapper, user_function)
    if maxsize is not None and maxsize < 0:
        maxsize = 0

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: dict(maxsize=maxsize, typed=typed)
        return update_wrapper(wrapper, user_function)

    return decorating_function


def total_ordering(cls):
    """Adds the comparisons that a class does not have, made of one that it has."""
    roots = [op for op in _DERIVED if getattr(cls, op, None) is not getattr(object, op)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for name, method in _DERIVED[root].items():
        if name not in roots:
            setattr(cls, name, method)
    return cls


def _derived(root, name, compute):
    """A comparison that asks another one."""

    def method(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else compute(result, self, other)

    # A pickle of the method finds it again here.
    method.__name__ = name
    method.__qualname__ = f"_{name.strip('_')}_from_{root.strip('_')}"
    method.__doc__ = f"Worked out from {root}."
    globals()[method.__qualname__] = method
    return method


# How a comparison follows from the answer of another and from whether the two are equal.
_DERIVED = {
    root: {name: _derived(root, name, compute) for name, compute in rest.items()}
    for root, rest in {
        "__lt__": {"__gt__": lambda r, a, b: not r and a != b, "__le__": lambda r, a, b: r or a == b, "__ge__": lambda r, a, b: not r},
        "__le__": {"__ge__": lambda r, a, b: not r or a == b, "__lt__": lambda r, a, b: r and a != b, "__gt__": lambda r, a, b: not r},
        "__gt__": {"__lt__": lambda r, a, b: not r and a != b, "__ge__": lambda r, a, b: r or a == b, "__le__": lambda r, a, b: not r},
        "__ge__": {"__le__": lambda r, a, b: not r or a == b, "__gt__": lambda r, a, b: r and a != b, "__lt__": lambda r, a, b: not r},
    }.items()
}


def __getattr__(name):
    # Dispatching brings weak references and abstract classes, so it comes when it is asked for.
    if name in ("singledispatch", "singledispatchmethod", "_compose_mro", "_c3_mro", "_find_impl"):
        import _singledispatch

        value = getattr(_singledispatch, name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
