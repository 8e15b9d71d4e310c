"""Variables that stand for types."""

import sys

__name__ = "typing"


def _module_of_caller():
    """The module in which a variable is made, two frames up."""
    return sys._getframe(2).f_globals.get("__name__")


def _typing():
    return sys.modules["_typing_alias"]


def _refuse_subclass(cls):
    if cls.__module__ != "typing":
        base = next(base for base in cls.__mro__[1:] if base.__module__ == "typing")
        raise TypeError(f"type 'typing.{base.__name__}' is not an acceptable base type")


class _Variable:
    """What all of them share. A variable is itself only: it equals no other, and a copy of it is the same."""

    def __init_subclass__(cls, /, *args, **kwargs):
        _refuse_subclass(cls)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __or__(self, right):
        return _typing().Union[self, right]

    def __ror__(self, left):
        return _typing().Union[left, self]


def _sign(variable):
    """How the variance is shown; what it is found out to be is shown as nothing."""
    if variable.__infer_variance__:
        return ""
    return "+" if variable.__covariant__ else "-" if variable.__contravariant__ else "~"


class _Variant(_Variable):
    def _set(self, name, bound, covariant, contravariant, infer_variance):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        self.__name__ = name
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        check = _typing()._type_check
        self.__bound__ = None if bound is None else check(bound, "Bound must be a type.")

    def __repr__(self):
        return _sign(self) + self.__name__


class TypeVar(_Variant):
    """A variable for a type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False):
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self._set(name, bound, covariant, contravariant, infer_variance)
        check = _typing()._type_check
        self.__constraints__ = tuple([check(one, "TypeVar(name, constraint, ...): constraints must be types.")
                                      for one in constraints])
        self.__module__ = _module_of_caller()

    def __typing_subst__(self, arg):
        return _typing()._typevar_subst(self, arg)


class ParamSpecArgs:
    """`P.args`: the arguments by position of a variable for parameters."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._which}"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __init_subclass__(cls, /, *args, **kwargs):
        _refuse_subclass(cls)

    _which = "args"


class ParamSpecKwargs(ParamSpecArgs):
    """`P.kwargs`: the arguments by name."""

    _which = "kwargs"


class ParamSpec(_Variant):
    """A variable for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False):
        self._set(name, bound, covariant, contravariant, infer_variance)
        self.__module__ = _module_of_caller()

    args = property(ParamSpecArgs)
    kwargs = property(ParamSpecKwargs)

    def __typing_subst__(self, arg):
        return _typing()._paramspec_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        return _typing()._paramspec_prepare_subst(self, alias, args)


class TypeVarTuple(_Variable):
    """A variable for any number of types."""

    def __init__(self, name):
        self.__name__ = name
        self.__module__ = _module_of_caller()

    def __iter__(self):
        yield _typing().Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        return _typing()._typevartuple_prepare_subst(self, alias, args)


class TypeAliasType(_Variable):
    """The name of another type."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__, self.__value__, self.__type_params__ = name, value, type_params
        self.__parameters__ = type_params
        self.__module__ = _module_of_caller()

    def __getitem__(self, parameters):
        import types

        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return types.GenericAlias(self, parameters)

    def __repr__(self):
        return self.__name__
