"""Names for annotations: for type checkers and readers; the program itself does not heed them."""

import collections
import collections.abc
import contextlib
import functools
import sys
import types
from types import GenericAlias

from _typing_alias import (
    Annotated, Any, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn, NotRequired, Optional,
    ParamSpec, ParamSpecArgs, ParamSpecKwargs, Required, Self, TypeAlias, TypeAliasType, TypeGuard, TypeVar,
    TypeVarTuple, Union, Unpack, _AnnotatedAlias, _BaseGenericAlias, _CallableGenericAlias, _CallableType, _check_generic,
    _cleanups, _collect_parameters, _ConcatenateGenericAlias, _GenericAlias, _is_param_expr, _later, _LiteralGenericAlias,
    _paramspec_prepare_subst, _paramspec_subst, _SpecialForm, _SpecialGenericAlias, _tp_cache, _TupleType, _type_check,
    _type_convert, _type_repr, _TypingEllipsis, _typevar_subst, _typevartuple_prepare_subst,
    _typevartuple_typing_prepare_subst, _UnionGenericAlias, _UnpackGenericAlias,
)
from _typing_generic import (
    Generic, Protocol, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex, SupportsInt,
    SupportsRound, _generic_class_getitem, _generic_init_subclass, _get_protocol_attrs, _ProtocolMeta, runtime_checkable,
)
from _typing_records import (
    NamedTuple, NamedTupleMeta, NewType, TypedDict, _NamedTuple, _TypedDict, _TypedDictMeta, is_typeddict,
)

TYPE_CHECKING = False
Text = str
NoneType = type(None)

T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")
T_co, V_co, VT_co = [TypeVar(name, covariant=True) for name in ("T_co", "V_co", "VT_co")]
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)

# Name here, name there, how many arguments it takes.
_ALIASES = {
    collections.abc: """Awaitable 1, Coroutine 3, AsyncIterable 1, AsyncIterator 1, Iterable 1, Iterator 1, Reversible 1,
        Container 1, Collection 1, Set:AbstractSet 1, MutableSet 1, Mapping 2, MutableMapping 2, Sequence 1,
        MutableSequence 1, MappingView 1, KeysView 1, ItemsView 2, ValuesView 1, Generator 3, AsyncGenerator 2,
        Hashable 0, Sized 0, ByteString 0""",
    collections: "deque:Deque 1, defaultdict:DefaultDict 2, OrderedDict 2, Counter 1, ChainMap 2",
    contextlib: "AbstractContextManager:ContextManager 1, AbstractAsyncContextManager:AsyncContextManager 1",
}
for _home, _text in _ALIASES.items():
    for _entry in _text.split(","):
        _names, _count = _entry.split()
        _there, _, _here = _names.partition(":")
        if hasattr(_home, _there):
            globals()[_here or _there] = _SpecialGenericAlias(getattr(_home, _there), int(_count), name=_here or _there)
del _home, _text, _entry, _names, _count, _there, _here

List, Set, FrozenSet, Dict, Type = [
    _SpecialGenericAlias(origin, count, inst=origin is type, name=name)
    for origin, count, name in ((list, 1, "List"), (set, 1, "Set"), (frozenset, 1, "FrozenSet"), (dict, 2, "Dict"),
                                (type, 1, "Type"))]
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
Callable = _CallableType(collections.abc.Callable, 2)
for _alias in (globals().get(_name) for _name in ("Deque", "DefaultDict", "OrderedDict", "Counter", "ChainMap")):
    _alias._inst = True


def __getattr__(attr):
    """What would make this module slow to import."""
    if attr in ("Pattern", "Match"):
        import re

        found = _SpecialGenericAlias(getattr(re, attr), 1, name=attr)
        found.__module__ = "re"
        globals()[attr] = found
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {attr!r}")


class IO(Generic[AnyStr]):
    """A file of text or of bytes."""

    __slots__ = ()

    def readlines(self, most=-1) -> List[AnyStr]:
        """What is left, by lines."""


class BinaryIO(IO[bytes]):
    """A file of bytes."""

    __slots__ = ()


class TextIO(IO[str]):
    """A file of text."""

    __slots__ = ()


class ForwardRef:
    """A type that is written as a text because it is not there yet."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__",
                 "__forward_is_argument__", "__forward_is_class__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        # A star is an expression only inside brackets.
        source = f"({arg},)[0]" if arg.startswith("*") else arg
        try:
            self.__forward_code__ = compile(source, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__, self.__forward_module__ = arg, module
        self.__forward_evaluated__, self.__forward_value__ = False, None
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class

    def _evaluate(self, globalns, localns, type_params=None, *, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        globalns, localns = localns if globalns is None else globalns, globalns if localns is None else localns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        if type_params:
            localns = {**{one.__name__: one for one in type_params}, **localns}
        value = _type_check(eval(self.__forward_code__, globalns, localns), "Forward references must evaluate to types.",
                            is_argument=self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__)
        guard = recursive_guard | {self.__forward_arg__}
        self.__forward_value__ = _eval_type(value, globalns, localns, type_params, recursive_guard=guard)
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        same = self.__forward_arg__ == other.__forward_arg__
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return same and self.__forward_value__ == other.__forward_value__
        return same and self.__forward_module__ == other.__forward_module__

    def __ror__(self, other):
        return Union[other, self]

    def __or__(self, other):
        return Union[self, other]


_later.ForwardRef = ForwardRef


def _eval_type(t, globalns, localns, type_params=None, *, recursive_guard=frozenset()):
    """The type with all texts in it replaced by what they name."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(t, (_GenericAlias, types.GenericAlias, types.UnionType)):
        return t
    plain = isinstance(t, types.GenericAlias)
    args = [ForwardRef(one) if plain and isinstance(one, str) else one for one in t.__args__]
    new = tuple([_eval_type(one, globalns, localns, type_params, recursive_guard=recursive_guard) for one in args])
    if plain and t.__unpacked__:
        return Unpack[types.GenericAlias(t.__origin__, new)]
    if new == t.__args__:
        return t
    if plain:
        return type(t)(t.__origin__, (new[:-1], new[-1]) if type(t) is not types.GenericAlias else new)
    if isinstance(t, types.UnionType):
        return functools.reduce(lambda left, right: left | right, new)
    return t.copy_with(new)


def _strip_annotations(t):
    """The type without what Annotated, Required and NotRequired say."""
    if isinstance(t, _AnnotatedAlias) or getattr(t, "__origin__", None) in (Required, NotRequired):
        return _strip_annotations(t.__origin__ if isinstance(t, _AnnotatedAlias) else t.__args__[0])
    if not isinstance(t, (_GenericAlias, types.GenericAlias, types.UnionType)):
        return t
    new = tuple(map(_strip_annotations, t.__args__))
    if new == t.__args__:
        return t
    if isinstance(t, types.GenericAlias):
        return types.GenericAlias(t.__origin__, new)
    if isinstance(t, types.UnionType):
        return functools.reduce(lambda left, right: left | right, new)
    return t.copy_with(new)


_allowed_types = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType,
                  types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class with its bases, of a function or of a module; texts are evaluated."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            annotations = vars(base).get("__annotations__", {})
            if isinstance(annotations, types.GetSetDescriptorType):
                annotations = {}
            outer = globalns
            if outer is None:
                outer = getattr(sys.modules.get(base.__module__), "__dict__", {})
            inner = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                # What the class has itself is found first only if the module has not.
                outer, inner = inner, outer
            for name, value in annotations.items():
                value = type(None) if value is None else value
                if isinstance(value, str):
                    value = ForwardRef(value, is_argument=False, is_class=True)
                hints[name] = _eval_type(value, outer, inner, base.__type_params__ if hasattr(base, "__type_params__") else ())
    else:
        if globalns is None:
            holder = obj
            while hasattr(holder, "__wrapped__"):
                holder = holder.__wrapped__
            globalns = vars(obj) if isinstance(obj, types.ModuleType) else getattr(holder, "__globals__", {})
            localns = globalns if localns is None else localns
        elif localns is None:
            localns = globalns
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, _allowed_types):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, value in annotations.items():
            value = type(None) if value is None else value
            if isinstance(value, str):
                value = ForwardRef(value, is_argument=not isinstance(obj, types.ModuleType))
            hints[name] = _eval_type(value, globalns, localns, getattr(obj, "__type_params__", ()))
    return hints if include_extras else {name: _strip_annotations(value) for name, value in hints.items()}


def get_origin(tp):
    """`list` of `List[int]`, `Union` of `Optional[int]`; None of what has no arguments."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, types.GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return types.UnionType if isinstance(tp, types.UnionType) else None


def get_args(tp):
    """The arguments: `(int, str)` of `Dict[int, str]`."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, types.GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (len(args) == 2 and _is_param_expr(args[0])):
            return list(args[:-1]), args[-1]
        return args
    return tp.__args__ if isinstance(tp, types.UnionType) else ()


def cast(typ, val):
    """The value itself; a type checker takes it to be of that type."""
    return val


def assert_type(val, typ, /):
    """The value itself; a type checker complains if it is of another type."""
    return val


def reveal_type(obj, /):
    """Tells the type on the error output; a type checker tells what it believes."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    """For places that are never reached."""
    text = repr(arg)
    if len(text) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        text = text[:_ASSERT_NEVER_REPR_MAX_LENGTH] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {text}")


def no_type_check(arg):
    """A decorator: the annotations are no types."""
    if isinstance(arg, type):
        for name in dir(arg):
            obj = getattr(arg, name)
            inner = isinstance(obj, (types.FunctionType, types.MethodType, type))
            if inner and obj.__qualname__ == f"{arg.__qualname__}.{getattr(obj, '__name__', '')}":
                no_type_check(getattr(obj, "__func__", obj))
    with contextlib.suppress(TypeError):  # A builtin class.
        arg.__no_type_check__ = True
    return arg


def no_type_check_decorator(decorator):
    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped


def _marking(name, doc):
    """A decorator that only leaves a mark."""

    def mark(arg):
        try:
            setattr(arg, mark_name, True)
        except (AttributeError, TypeError):
            pass  # It takes no attributes.
        return arg

    mark_name = f"__{name}__"
    mark.__name__ = mark.__qualname__ = name
    mark.__doc__ = doc
    return mark


final = _marking("final", "A decorator: nothing derives from the class, nothing overrides the method.")
override = _marking("override", "A decorator: the method overrides one of a base.")

_overload_registry = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    """A decorator for one of several signatures of the function that follows."""
    plain = getattr(func, "__func__", func)
    try:
        lines = _overload_registry.setdefault(plain.__module__, {}).setdefault(plain.__qualname__, {})
        lines[plain.__code__.co_firstlineno] = func
    except AttributeError:
        pass  # No function.
    return _overload_dummy


def get_overloads(func):
    """All signatures that were given to the function."""
    plain = getattr(func, "__func__", func)
    return list(_overload_registry.get(plain.__module__, {}).get(plain.__qualname__, {}).values())


def clear_overloads():
    _overload_registry.clear()


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """A decorator that leaves word for type checkers: this makes data classes."""
    told = dict(eq_default=eq_default, order_default=order_default, kw_only_default=kw_only_default,
                frozen_default=frozen_default, field_specifiers=field_specifiers, kwargs=kwargs)

    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = told
        return cls_or_fn

    return decorate


__all__ = [_name for _name, _value in globals().items()
           if not _name.startswith("_") and not isinstance(_value, types.ModuleType)
           and _name not in ("T", "KT", "VT", "T_co", "V_co", "VT_co", "T_contra", "CT_co", "NoneType", "NamedTupleMeta",
                             "TypeAliasType", "GenericAlias")] + ["Match", "Pattern", "TypeAliasType"]


def _make_union(left, right):
    """`T | int` of a type variable."""
    return Union[left, right]
