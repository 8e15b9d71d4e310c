"""Classes with type variables, and classes that say what others must have."""

import functools
import sys
import types
from abc import ABCMeta, abstractmethod

from _typing_alias import (
    ParamSpec, TypeVar, TypeVarTuple, _BaseGenericAlias, _check_generic, _collect_parameters, _GenericAlias, _is_unpacked_typevartuple, _later, _tp_cache,
    _type_check, _type_convert, _unpack_args,
)

__name__ = "typing"


def _generic_class_getitem(cls, params):
    """`Generic[T]` declares variables, `Stack[int]` gives them types."""
    params = params if isinstance(params, tuple) else (params,)
    params = tuple([_type_convert(one) for one in params])
    if cls in (Generic, Protocol):
        if not params:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(isinstance(one, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(one) for one in params):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables "
                            "or parameter specification variables.")
        if len(set(params)) != len(params):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _GenericAlias(cls, params)
    params = _unpack_args(params)
    for variable in cls.__parameters__:
        prepare = getattr(variable, "__typing_prepare_subst__", None)
        if prepare is not None:
            params = prepare(cls, params)
    _check_generic(cls, params, len(cls.__parameters__))
    args = []
    for variable, given in zip(cls.__parameters__, params):
        if isinstance(variable, TypeVarTuple):
            args += given
        else:
            args.append(given)
    return _GenericAlias(cls, tuple(args))


def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    origins = vars(cls).get("__orig_bases__")
    plain = Generic in (cls.__bases__ if origins is None else origins)
    if plain and (origins is not None or cls.__name__ != "Protocol" and type(cls).__name__ != "_TypedDictMeta"):
        raise TypeError("Cannot inherit from plain Generic")
    variables = _collect_parameters(origins or ())
    declared = [base.__parameters__ for base in origins or ()
                if isinstance(base, _GenericAlias) and base.__origin__ is Generic]
    if len(declared) > 1:
        raise TypeError("Cannot inherit from Generic[...] multiple times.")
    if declared:
        missing = ", ".join([str(one) for one in variables if one not in declared[0]])
        if missing:
            listed = ", ".join(map(str, declared[0]))
            raise TypeError(f"Some type variables ({missing}) are not listed in Generic[{listed}]")
        variables = declared[0]
    cls.__parameters__ = tuple(variables)


class Generic:
    """The base of classes with type variables: `class Stack(Generic[T])`."""

    __slots__ = ()
    _is_protocol = False

    __class_getitem__ = classmethod(_tp_cache(_generic_class_getitem))
    __init_subclass__ = classmethod(_generic_init_subclass)


# What a class has besides what a protocol is about.
_EXCLUDED = {
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__protocol_attrs__",
    "__non_callable_proto_members__", "__type_params__", "__abstractmethods__", "__annotations__", "__dict__", "__doc__",
    "__init__", "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__",
    "__match_args__", "_abc_impl", "__init_subclass__",
}
# The classes of the library that may be bases of a protocol.
_ALLOWED = {
    "collections.abc": ["Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator", "Hashable",
                        "Sized", "Container", "Collection", "Reversible", "Buffer"],
    "contextlib": ["AbstractContextManager", "AbstractAsyncContextManager"],
}


def _get_protocol_attrs(cls):
    """The names that a class must have to follow the protocol."""
    found = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ("Protocol", "Generic"):
            for name in [*vars(base), *getattr(base, "__annotations__", {})]:
                if not name.startswith("_abc_") and name not in _EXCLUDED:
                    found.add(name)
    return found


def _called_by_abc():
    """Whether the question comes from the machinery of abstract classes, or of functools."""
    frame = sys._getframe(2)
    names = ("abc", "functools", None)
    return frame.f_globals.get("__name__") in names or frame.f_back is not None and frame.f_back.f_globals.get("__name__") in names


def _no_init_or_replace_init(self, *args, **kwargs):
    """Protocols cannot be instantiated; what derives from them uses its own or the next __init__."""
    kind = type(self)
    if kind._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if kind.__init__ is not _no_init_or_replace_init:
        return
    own = [vars(base)["__init__"] for base in kind.__mro__ if "__init__" in vars(base)]
    kind.__init__ = next(init for init in own if init is not _no_init_or_replace_init)
    kind.__init__(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name == "Protocol" and bases == (Generic,):
            pass
        elif {Protocol, Generic} & set(bases):
            for base in bases:
                known = getattr(base, "__module__", None) in _ALLOWED and base.__name__ in _ALLOWED[base.__module__]
                if base not in (object, Generic) and not known and not getattr(base, "_is_protocol", False):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _called_by_abc():
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False):
                _not_checkable()
            if not _only_methods(cls) and vars(cls).get("__subclasshook__") is _PROTO_HOOK:
                raise TypeError("Protocols with non-method members don't support issubclass()")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False) and not _called_by_abc():
            _not_checkable()
        if super().__instancecheck__(instance):
            return True
        from inspect import getattr_static

        for name in cls.__protocol_attrs__:
            try:
                value = getattr_static(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True


def _not_checkable():
    raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")


def _only_methods(cls):
    return all(callable(getattr(cls, name, None)) for name in cls.__protocol_attrs__)


def _proto_hook(cls, other):
    if not vars(cls).get("_is_protocol", False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in vars(base):
                if vars(base)[name] is None:
                    return NotImplemented
                break
            annotations = getattr(base, "__annotations__", {})
            if name in annotations and issubclass(other, Generic) and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


_PROTO_HOOK = classmethod(_proto_hook)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that only say which attributes something has."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not vars(cls).get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in vars(cls):
            cls.__subclasshook__ = _PROTO_HOOK
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


_later.Generic, _later.Protocol = Generic, Protocol


def runtime_checkable(cls):
    """A class decorator: isinstance() may be asked about the protocol. It looks only whether the attributes are there."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def _supports(name, method, result):
    """A protocol of one method."""

    def ask(self):
        """Nothing by default."""

    ask.__name__ = method
    ask.__annotations__ = {"return": result}
    body = {"__slots__": (), method: abstractmethod(ask), "__module__": "typing", "__qualname__": name,
            "__doc__": f"What has the method {method}."}
    return runtime_checkable(types.new_class(name, (Protocol,), {}, lambda ns: ns.update(body)))


SupportsInt = _supports("SupportsInt", "__int__", int)
SupportsFloat = _supports("SupportsFloat", "__float__", float)
SupportsComplex = _supports("SupportsComplex", "__complex__", complex)
SupportsBytes = _supports("SupportsBytes", "__bytes__", bytes)
SupportsIndex = _supports("SupportsIndex", "__index__", int)


def _supports_generic(name, method, parameters):
    T_co = TypeVar("T_co", covariant=True)
    scope = {"T_co": T_co}
    exec(f"def {method}({parameters}) -> T_co:\n    pass", scope)
    body = {"__slots__": (), method: abstractmethod(scope[method]), "__module__": "typing", "__qualname__": name}
    return runtime_checkable(types.new_class(name, (Protocol[T_co],), {}, lambda ns: ns.update(body)))


SupportsAbs = _supports_generic("SupportsAbs", "__abs__", "self")
SupportsRound = _supports_generic("SupportsRound", "__round__", "self, ndigits=0")
