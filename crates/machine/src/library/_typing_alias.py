"""Types with parameters, and the forms that are no classes."""

import collections
import collections.abc
import functools
import sys
import types

from _typing import ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple

__name__ = "typing"


def _is_dunder(name):
    return name.startswith("__") and name.endswith("__")


class _TypingEllipsis:
    """Stands for `...` among arguments."""


# Generic, Protocol and ForwardRef put themselves here when they are made.
_later = types.SimpleNamespace()


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None means its type, a text means a type that is not there yet."""
    if isinstance(arg, str):
        return _later.ForwardRef(arg, module=module, is_class=allow_special_forms)
    return type(None) if arg is None else arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The argument as a type; TypeError if it cannot be one."""
    typing = _later
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    bare = [typing.Generic, typing.Protocol]
    invalid = bare + ([] if allow_special_forms else [ClassVar, Final] if is_argument else [ClassVar])
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    if isinstance(arg, _GenericAlias) and any(arg.__origin__ is form for form in invalid):
        raise TypeError(f"{arg} is not valid as type argument")
    fine = [Any, LiteralString, NoReturn, Never, Self, TypeAlias] + ([ClassVar, Final] if allow_special_forms else [])
    if any(arg is form for form in fine):
        return arg
    if isinstance(arg, _SpecialForm) or any(arg is form for form in bare):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    return arg


def _type_repr(obj):
    """A type as it is written."""
    if isinstance(obj, tuple):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    if obj is ...:
        return "..."
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if not isinstance(obj, type) or isinstance(obj, types.GenericAlias):
        return repr(obj)
    return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"


def _collect_parameters(args):
    """The variables in the arguments, each once, in the order in which they appear."""
    found = []
    for one in args:
        if isinstance(one, type):
            continue
        if isinstance(one, (tuple, list)):
            inner = _collect_parameters(one)
        elif hasattr(one, "__typing_subst__"):
            inner = (one,)
        else:
            inner = getattr(one, "__parameters__", ())
        found += [variable for variable in inner if not any(variable is known for known in found)]
    return tuple(found)


def _check_generic(cls, args, expected):
    if not expected:
        raise TypeError(f"{cls} is not a generic class")
    if len(args) != expected:
        raise TypeError(f"Too {'many' if len(args) > expected else 'few'} arguments for {cls}; "
                        f"actual {len(args)}, expected {expected}")


def _tp_cache(func=None, /, *, typed=False):
    """A decorator: the same arguments give the same object. Arguments that have no hash are let through."""

    def decorate(func):
        cached = functools.lru_cache(typed=typed)(func)
        _cleanups.append(cached.cache_clear)

        @functools.wraps(func)
        def inner(*args, **kwds):
            try:
                return cached(*args, **kwds)
            except TypeError:
                pass  # If it was not for the hash, the same error comes again.
            return func(*args, **kwds)

        return inner

    return decorate if func is None else decorate(func)


_cleanups = []


# A name that means something to a type checker; some can be subscripted. Each has a documentation of its own.
class _SpecialForm:
    __slots__ = ("_name", "__doc__", "_getitem", "__weakref__")

    def __init__(self, getitem):
        self._name, self.__doc__, self._getitem = getitem.__name__, getitem.__doc__, getitem

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    __module__ = "typing"
    __iter__ = None

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)

    def __repr__(self):
        return "typing." + self._name

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __reduce__(self):
        return self._name

    def __ror__(self, other):
        return Union[other, self]

    def __or__(self, other):
        return Union[self, other]

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")


# As the other, but 1 and True are different arguments.
class _TypedSpecialForm(_SpecialForm):
    @_tp_cache(typed=True)
    def _by_type(self, *parameters):
        return self._getitem(self, *parameters)

    def __getitem__(self, parameters):
        return self._by_type(*parameters) if isinstance(parameters, tuple) else self._by_type(parameters)


class _AnyMeta(type):
    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()

    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _bare(name, doc):
    """A form that takes no arguments."""

    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")

    getitem.__name__, getitem.__doc__ = name, doc
    return _SpecialForm(getitem)


def _single(name, doc, message="accepts only single type.", check=True, **options):
    """A form that takes one type."""

    def getitem(self, parameters):
        item = _type_check(parameters, f"{self} {message}", **options)
        return (_UnpackGenericAlias if name == "Unpack" else _GenericAlias)(self, (item,))

    getitem.__name__, getitem.__doc__ = name, doc
    return _SpecialForm(getitem)


NoReturn = _bare("NoReturn", "What a function returns that never returns.")
Never = _bare("Never", "The type that nothing has.")
Self = _bare("Self", "The class that a method is called on.")
LiteralString = _bare("LiteralString", "Any text written in the program itself.")
TypeAlias = _bare("TypeAlias", "Marks an assignment that names a type.")
ClassVar = _single("ClassVar", "A variable of the class, not of its instances.", allow_special_forms=False)
Final = _single("Final", "A name that is bound once.")
Required = _single("Required", "A key that must be there.", allow_special_forms=True)
NotRequired = _single("NotRequired", "A key that may be missing.", allow_special_forms=True)
TypeGuard = _single("TypeGuard", "What a function returns that tells the type of its argument.")
Unpack = _single("Unpack", "The types of a tuple, one by one.")


@_SpecialForm
def Union(self, parameters):
    """One of several types: `Union[int, str]`."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for one in [_type_check(one, "Union[arg, ...]: each arg must be a type.") for one in parameters]:
        inner = one.__args__ if isinstance(one, (_UnionGenericAlias, types.UnionType)) else (one,)
        flat += [part for part in inner if part not in flat]
    if len(flat) == 1:
        return flat[0]
    optional = len(flat) == 2 and type(None) in flat
    return _UnionGenericAlias(self, tuple(flat), name="Optional" if optional else None)


@_SpecialForm
def Optional(self, parameters):
    """A type or None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


def _values_and_types(values):
    return [(value, type(value)) for value in values]


@_TypedSpecialForm
def Literal(self, *parameters):
    """One of these values."""
    flat = []
    for one in parameters:
        flat += one.__args__ if isinstance(one, _LiteralGenericAlias) else (one,)
    try:
        flat = [value for value, _ in dict.fromkeys(_values_and_types(flat))]
    except TypeError:
        pass  # What has no hash is left as it is.
    return _LiteralGenericAlias(self, tuple(flat))


@_SpecialForm
def Concatenate(self, parameters):
    """Some types before the parameters of another callable."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    msg = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*[_type_check(one, msg) for one in parameters[:-1]], parameters[-1]))


class Annotated:
    """A type, and what else is to be said of it: `Annotated[int, "in metres"]`."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        return cls._with(*params)

    @classmethod
    @_tp_cache(typed=True)
    def _with(cls, *params):
        if _is_unpacked_typevartuple(params[0]):
            raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
        origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
        return _AnnotatedAlias(origin, tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


class _BaseGenericAlias:
    """Something that stands for a class: what is not its own, it asks the class for."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst, self._name, self.__origin__ = inst, name, origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass  # It takes no attributes.
        return made

    def __mro_entries__(self, bases):
        generic = _later.Generic
        entries = [] if self.__origin__ in bases else [self.__origin__]
        following = bases[bases.index(self) + 1:]
        if not any(isinstance(base, _BaseGenericAlias) or issubclass(base, generic) for base in following):
            entries.append(generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if attr in ("__origin__", "__args__"):
            raise AttributeError(attr)
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, value):
        if _is_dunder(attr) or attr in ("_name", "_inst", "_nparams", "_paramspec_tvars", "_typevar_types"):
            super().__setattr__(attr, value)
        else:
            setattr(self.__origin__, attr, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return sorted({*super().__dir__(), *[name for name in dir(self.__origin__) if not _is_dunder(name)]})

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _GenericAlias(_BaseGenericAlias):
    """A class with arguments: `List[int]`, `Stack[str]`."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        args = args if isinstance(args, tuple) else (args,)
        self.__args__ = tuple([... if one is _TypingEllipsis else one for one in args])
        self.__parameters__ = _collect_parameters(args)
        if not name:
            self.__module__ = origin.__module__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    @_tp_cache
    def __getitem__(self, args):
        """Puts types in the place of the variables."""
        typing = _later
        if self.__origin__ in (typing.Generic, typing.Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = args if isinstance(args, tuple) else (args,)
        args = _unpack_args([_type_convert(one) for one in args])
        for variable in self.__parameters__:
            prepare = getattr(variable, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(self, args)
        _check_generic(self, args, len(self.__parameters__))
        return self.copy_with(tuple(self._substituted(self.__args__, dict(zip(self.__parameters__, args)))))

    def _substituted(self, old_args, given):
        new = []
        for old in old_args:
            subparams = () if isinstance(old, type) else getattr(old, "__parameters__", ())
            if not isinstance(old, type) and hasattr(old, "__typing_subst__"):
                value = old.__typing_subst__(given[old])
            elif isinstance(old, tuple):
                value = tuple(self._substituted(old, given))
            elif subparams:
                inner = []
                for variable in subparams:
                    found = given[variable]
                    inner += found if isinstance(variable, TypeVarTuple) else [found]
                value = old[tuple(inner)]
            else:
                value = old
            flat = self.__origin__ is collections.abc.Callable and isinstance(value, tuple)
            new += value if flat or _is_unpacked_typevartuple(old) else [value]
        return new

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def __reduce__(self):
        import operator

        origin = getattr(sys.modules["typing"], self._name) if self._name else self.__origin__
        args = tuple(self.__args__)
        return operator.getitem, (origin, args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args)

    def __mro_entries__(self, bases):
        typing = _later
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is typing.Generic:
            following = bases[bases.index(self) + 1:]
            if typing.Protocol in bases or any(isinstance(base, _BaseGenericAlias) and base is not self for base in following):
                return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_BaseGenericAlias):
    """A class of another module under a name of this one: `List`."""

    __iter__ = None

    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self.__doc__ = f"A generic version of {origin.__module__}.{origin.__qualname__}."

    @_tp_cache
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        params = tuple([_type_check(one, "Parameters to generic types must be types.") for one in params])
        _check_generic(self, params, self._nparams)
        return self.copy_with(params)

    def __reduce__(self):
        return self._name

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls, self.__origin__)

    def __repr__(self):
        return "typing." + self._name


class _TupleType(_SpecialGenericAlias):
    @_tp_cache
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        many = len(params) >= 2 and params[-1] is ...
        types_ = [_type_check(one, "Tuple[t, ...]: t must be a type." if many else
                              "Tuple[t0, t1, ...]: each t must be a type.") for one in (params[:-1] if many else params)]
        return self.copy_with((*types_, _TypingEllipsis) if many else tuple(types_))


class _CallableType(_SpecialGenericAlias):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self._with(tuple(args) if isinstance(args, list) else args, result)

    @_tp_cache
    def _with(self, args, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return self.copy_with((_TypingEllipsis, result))
        args = args if isinstance(args, tuple) else (args,)
        return self.copy_with((*[_type_convert(one) for one in args], result))


def _is_param_expr(arg):
    """Whether it stands for all parameters of a callable."""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


class _CallableGenericAlias(_GenericAlias):
    __iter__ = None

    def _all_at_once(self):
        return len(self.__args__) == 2 and _is_param_expr(self.__args__[0])

    def __repr__(self):
        if self._all_at_once():
            return super().__repr__()
        parameters = ", ".join(map(_type_repr, self.__args__[:-1]))
        return f"typing.Callable[[{parameters}], {_type_repr(self.__args__[-1])}]"

    def __reduce__(self):
        import operator

        *args, result = self.__args__
        return operator.getitem, (sys.modules["typing"].Callable, (args[0] if self._all_at_once() else list(args), result))


class _UnionGenericAlias(_GenericAlias):
    __iter__ = None

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def copy_with(self, params):
        return Union[params]

    def __repr__(self):
        rest = [one for one in self.__args__ if one is not type(None)]
        if len(self.__args__) == 2 and len(rest) == 1:
            return f"typing.Optional[{_type_repr(rest[0])}]"
        return f"typing.Union[{', '.join(map(_type_repr, self.__args__))}]"

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, one) for one in self.__args__)

    def __reduce__(self):
        import operator

        return operator.getitem, (Union, self.__args__)


class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(_values_and_types(self.__args__)) == set(_values_and_types(other.__args__))

    def __hash__(self):
        return hash(frozenset(_values_and_types(self.__args__)))


class _ConcatenateGenericAlias(_GenericAlias):
    def copy_with(self, params):
        *first, last = params
        if isinstance(last, (list, tuple)):
            return (*first, *last)
        rest = last.__args__ if isinstance(last, _ConcatenateGenericAlias) else (last,)
        return super().copy_with((*first, *rest))


class _UnpackGenericAlias(_GenericAlias):
    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    def __repr__(self):
        return f"typing.Unpack[{_type_repr(self.__args__[0])}]"

    @property
    def __typing_unpacked_tuple_args__(self):
        arg = self.__args__[0]
        origin = getattr(arg, "__origin__", None)
        return arg.__args__ if origin is tuple else None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_GenericAlias):
    """A type with something said of it. As an argument it is what it says, elsewhere the type."""

    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata, origin = origin.__metadata__ + metadata, origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        import operator

        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        return "Annotated" if attr in ("__name__", "__qualname__") else super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, "__typing_is_unpacked_typevartuple__", False)


def _unpack_args(args):
    """The arguments, with `*tuple[int, str]` taken apart."""
    new = []
    for one in args:
        inner = getattr(one, "__typing_unpacked_tuple_args__", None)
        new += [one] if inner is None or inner and inner[-1] is ... else inner
    return tuple(new)


def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
    starred = isinstance(arg, types.GenericAlias) and getattr(arg, "__unpacked__", False)
    if starred or isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack:
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple([_type_check(one, "Expected a type.") for one in arg])
    if not _is_param_expr(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return arg


def _paramspec_prepare_subst(self, alias, args):
    at = alias.__parameters__.index(self)
    if at >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(alias.__parameters__) == 1 and not _is_param_expr(args[0]):
        return (args,)  # `X[int, str]` for `X[[int, str]]`.
    if isinstance(args[at], list):
        return (*args[:at], tuple(args[at]), *args[at + 1:])
    return args


def _typevartuple_prepare_subst(self, alias, args):
    """Gathers the arguments that fall to the variable into one tuple."""
    at = alias.__parameters__.index(self)
    if any(isinstance(other, TypeVarTuple) for other in alias.__parameters__[at + 1:]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    after = len(alias.__parameters__) - at - 1
    endless = [number for number, one in enumerate(args)
               if not isinstance(one, type) and (getattr(one, "__typing_unpacked_tuple_args__", None) or ())[-1:] == (...,)]
    if len(endless) > 1:
        raise TypeError("More than one unpacked arbitrary-length tuple argument")
    if endless:
        # Of `*tuple[int, ...]` as many as needed go to the variables around.
        where = endless[0]
        item = args[where].__typing_unpacked_tuple_args__[0]
        left, right = min(at, where), min(after, len(args) - where - 1)
        middle = args[left:len(args) - right]
        return (*args[:left], *[item] * (at - left), tuple(middle), *[item] * (after - right), *args[len(args) - right:])
    if at + after > len(args):
        raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {at + after}")
    return (*args[:at], tuple(args[at:len(args) - after]), *args[len(args) - after:])


_typevartuple_typing_prepare_subst = _typevartuple_prepare_subst


def _refuse_subclass(cls, /, *args, **kwds):
    raise TypeError("Cannot subclass special typing classes")


for _special in (_SpecialForm, _BaseGenericAlias):
    _special.__init_subclass__ = classmethod(_refuse_subclass)
del _special
