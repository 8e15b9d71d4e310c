"""Functions that work on functions."""

from collections import namedtuple
from types import GenericAlias

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_missing = object()


class cached_property:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        attributes, name = instance.__dict__, self.attrname
        if (found := attributes.get(name, _missing)) is _missing:
            attributes[name] = found = self.func(instance)
        return found

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
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
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        return partial(self.func if bind is None else bind(obj, cls), *self.args, **self.keywords)


_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


def lru_cache(maxsize=128, typed=False):
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
    roots = [op for op in ("__lt__", "__le__", "__gt__", "__ge__") if getattr(cls, op) is not getattr(object, op)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)

    def derived(compute):
        def method(self, other):
            result = getattr(type(self), root)(self, other)
            if result is NotImplemented:
                return result
            return compute(result, self, other)
        return method

    for name, compute in _DERIVED[root].items():
        if name not in roots:
            method = derived(compute)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


# How a comparison follows from the answer of another and from whether the two are equal.
_DERIVED = {
    "__lt__": {"__gt__": lambda r, a, b: not r and a != b, "__le__": lambda r, a, b: r or a == b, "__ge__": lambda r, a, b: not r},
    "__le__": {"__ge__": lambda r, a, b: not r or a == b, "__lt__": lambda r, a, b: r and a != b, "__gt__": lambda r, a, b: not r},
    "__gt__": {"__lt__": lambda r, a, b: not r and a != b, "__ge__": lambda r, a, b: r or a == b, "__le__": lambda r, a, b: not r},
    "__ge__": {"__le__": lambda r, a, b: not r or a == b, "__gt__": lambda r, a, b: r and a != b, "__lt__": lambda r, a, b: not r},
}


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            func = cls
            cls = next(iter(func.__annotations__.values()))
        registry[cls] = func
        return func

    def wrapper(*args, **kw):
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    update_wrapper(wrapper, func)
    return wrapper
