"""Functions that do something else for each type of their first argument: `functools.singledispatch`."""

import types
import weakref
from abc import get_cache_token
from functools import update_wrapper

__name__ = "functools"


def _c3_mro(cls, abcs=()):
    """The classes to look through for a class: its own order, with the abstract classes that it, but no base of it, belongs to."""
    bases = list(cls.__bases__)
    explicit = max((n for n, base in enumerate(bases, 1) if hasattr(base, "__abstractmethods__")), default=0)
    entered = [abc for abc in abcs if issubclass(cls, abc) and not any(issubclass(base, abc) for base in bases)]
    rest = [abc for abc in abcs if abc not in entered]
    groups = bases[:explicit], entered, bases[explicit:]
    orders = [_c3_mro(base, rest) for group in groups for base in group]
    return _merged([[cls], *orders, *map(list, groups)])


def _merged(orders):
    """One order in which none of the given orders is broken."""
    merged = []
    while orders := [order for order in orders if order]:
        for first, *_ in orders:
            if not any(first in order[1:] for order in orders):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        merged.append(first)
        orders = [order[1:] if order[0] is first or order[0] == first else order for order in orders]
    return merged


def _compose_mro(cls, wanted):
    """The order for a class, in which those of the wanted types stand that it is related to."""
    own = set(cls.__mro__)
    related = [
        kind for kind in wanted
        if kind not in own and hasattr(kind, "__mro__") and not isinstance(kind, types.GenericAlias) and issubclass(cls, kind)
    ]
    # A base of another one comes in with that one.
    related = [kind for kind in related if not any(kind != other and kind in other.__mro__ for other in related)]
    chosen = dict()
    for kind in related:
        families = [
            [base for base in derived.__mro__ if base in related]
            for derived in kind.__subclasses__() if derived not in own and issubclass(cls, derived)
        ]
        for family in sorted(families, key=len, reverse=True) or [[kind]]:
            chosen.update(dict.fromkeys(family))
    return _c3_mro(cls, list(chosen))


def _find_impl(cls, registry):
    """The function registered for what is nearest to a class."""
    found = None
    for kind in _compose_mro(cls, registry.keys()):
        if found is not None:
            both = kind in registry and kind not in cls.__mro__ and found not in cls.__mro__
            if both and not issubclass(found, kind):
                raise RuntimeError(f"Ambiguous dispatch: {found} or {kind}")
            break
        if kind in registry:
            found = kind
    return registry.get(found)


def _alternatives(kind):
    """The classes of a union, or None."""
    from typing import Union, get_args, get_origin

    return get_args(kind) if get_origin(kind) in (Union, types.UnionType) else None


def _classes(kind):
    """The classes that an annotation names; None if it names something else."""
    if isinstance(kind, type):
        return (kind,)
    parts = _alternatives(kind)
    return parts if parts and all(isinstance(part, type) for part in parts) else None


def _annotated(func):
    """The classes that the first annotation of a function names."""
    if not getattr(func, "__annotations__", {}):
        raise TypeError(
            f"Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` or plain `@register` on an annotated function."
        )
    from typing import get_type_hints

    name, kind = next(iter(get_type_hints(func).items()))
    found = _classes(kind)
    if found is None:
        why = "not all arguments are classes." if _alternatives(kind) else "is not a class."
        raise TypeError(f"Invalid annotation for {name!r}. {kind!r} {why}")
    return found


def singledispatch(func):
    """A function that calls another one for each type of its first argument; this one for all others."""
    registry = {}
    cache = weakref.WeakKeyDictionary()
    token = None

    def dispatch(cls):
        """The function for a class."""
        nonlocal token
        if token is not None and token != get_cache_token():
            cache.clear()
            token = get_cache_token()
        try:
            return cache[cls]
        except KeyError:
            cache[cls] = found = registry[cls] if cls in registry else _find_impl(cls, registry)
            return found

    def register(cls, func=None):
        """Registers the function for a class; as a decorator also with the class, or with none for an annotated function."""
        nonlocal token
        kinds = _classes(cls)
        if kinds is not None and func is None:
            return lambda f: register(cls, f)
        if kinds is None:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            kinds, func = _annotated(cls), cls
        for kind in kinds:
            registry[kind] = func
        if token is None and any(hasattr(kind, "__abstractmethods__") for kind in kinds):
            token = get_cache_token()
        cache.clear()
        return func

    name = getattr(func, "__name__", "singledispatch function")

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    for function in dispatch, register:
        setattr(wrapper, function.__name__, function)
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """A method that calls another one for each type of its first argument after self."""

    def __init__(self, func):
        if not (callable(func) or hasattr(func, "__get__")):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.dispatcher = func, singledispatch(func)

    def register(self, cls, method=None):
        """Registers the method for a class."""
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.register = self.register
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
