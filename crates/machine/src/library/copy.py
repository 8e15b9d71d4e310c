"""Copies of objects: shallow (copy) and deep (deepcopy)."""

import types
import weakref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy"]

# Objects that are never changed by copying what they hold: a copy of one is the object itself.
_WHOLE = (
    int, float, complex, bool, str, bytes, range, type, property, types.NoneType, types.EllipsisType, types.CodeType,
    types.NotImplementedType, types.FunctionType, types.BuiltinFunctionType, weakref.ref,
)


class Error(Exception):
    pass


error = Error


def _parts_without_protocol(x, how):
    """What an object without `__reduce_ex__` says it is made of."""
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    raise Error(f"un({how})copyable object of type {type(x)}")


# `way` is what copies the object or takes it apart. Both functions hold it to their end: that is when it dies in CPython.


def deepcopy(x, memo=None, _nil=[]):
    memo = {} if memo is None else memo
    key = id(x)
    twin = memo.get(key, _nil)
    if twin is not _nil:
        return twin
    kind = type(x)
    if (way := _deep_ways.get(kind)) is not None:
        twin = way(x, memo)
    elif issubclass(kind, type):
        twin = x
    elif (way := getattr(x, "__deepcopy__", None)) is not None:
        twin = way(memo)
    else:
        if way := dispatch_table.get(kind):
            parts = way(x)
        elif (way := getattr(x, "__reduce_ex__", None)) is not None:
            parts = way(4)
        else:
            parts = _parts_without_protocol(x, "deep")
        twin = x if isinstance(parts, str) else _assemble(x, memo, *parts)
    if twin is not x:
        memo[key] = twin
        _hold(x, memo)
    return twin


def copy(x):
    kind = type(x)
    if way := _shallow_ways.get(kind):
        return way(x)
    if issubclass(kind, type):
        return x
    if (way := getattr(kind, "__copy__", None)) is not None:
        return way(x)
    if (way := dispatch_table.get(kind)) is not None:
        parts = way(x)
    elif (way := getattr(x, "__reduce_ex__", None)) is not None:
        parts = way(4)
    else:
        parts = _parts_without_protocol(x, "shallow")
    if isinstance(parts, str):
        return x
    return _assemble(x, None, *parts)


def _hold(x, memo):
    """Lets the original live as long as the memo, which knows it by its id."""
    try:
        # No name for the list: it would make the frame larger than CPython's.
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _assemble(x, memo, make, args, state=None, items=None, pairs=None, *, deepcopy=deepcopy):
    """Makes an object of the parts of another; a memo says that the parts are copied too."""
    deep = memo is not None
    if deep and args:
        # The name goes on holding the generator to the end of the function.
        args = (deepcopy(arg, memo) for arg in args)
    twin = make(*args)
    if deep:
        memo[id(x)] = twin
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        _restore(twin, state)
    if items is not None:
        for item in items:
            twin.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            twin[key] = value
    return twin


def _restore(twin, state):
    """Gives a new object its state: by its own method, or as attributes, or as a pair of attributes and slots."""
    if hasattr(twin, "__setstate__"):
        twin.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        twin.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(twin, name, value)


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


def _deep_dict(x, memo, deepcopy=deepcopy):
    memo[id(x)] = twin = {}
    for key, value in x.items():
        twin[deepcopy(key, memo)] = deepcopy(value, memo)
    return twin


def _deep_tuple(x, memo, deepcopy=deepcopy):
    twin = [deepcopy(item, memo) for item in x]
    # An item that leads back to the tuple has made its copy already.
    try:
        return memo[id(x)]
    except KeyError:
        pass
    for mine, its in zip(x, twin):
        if its is not mine:
            twin = tuple(twin)
            break
    if type(twin) is list:
        # Nothing in it is new. The list dies here, before the frame does.
        twin = x
    return twin


def _deep_list(x, memo, deepcopy=deepcopy):
    memo[id(x)] = twin = []
    add = twin.append
    for item in x:
        add(deepcopy(item, memo))
    return twin


def _itself(x, memo=None):
    return x


_shallow_ways = dict.fromkeys(_WHOLE + (tuple, frozenset, slice), _itself)
_shallow_ways |= {kind: kind.copy for kind in (bytearray, dict, list, set)}
_deep_ways = dict.fromkeys(_WHOLE, _itself)
_deep_ways |= {dict: _deep_dict, list: _deep_list, tuple: _deep_tuple, types.MethodType: _deep_method}

del types, weakref
