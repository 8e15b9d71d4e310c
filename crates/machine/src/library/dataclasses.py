"""Classes whose methods are written from the annotations of their fields."""

import copy
import sys
import types
from reprlib import recursive_repr as _recursive_repr

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    """An instance of a frozen class was to be changed."""


class _MISSING_TYPE:
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _KW_ONLY_TYPE:
    pass


class _Kind:
    """What becomes of an annotation: a field, a class variable, or an argument of __init__ only."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = map(_Kind, ("_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"))
_EMPTY_METADATA = types.MappingProxyType({})
_FIELDS, _PARAMS, _POST_INIT = "__dataclass_fields__", "__dataclass_params__", "__post_init__"
# Copying one of these gives the same object.
_ATOMIC_TYPES = frozenset({bool, int, float, str, bytes, complex, range, property, type, types.NoneType,
                           types.EllipsisType, types.NotImplementedType, types.CodeType, types.FunctionType,
                           types.BuiltinFunctionType})


class InitVar:
    """The annotation of something that is passed to __init__ and handed on to __post_init__."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        plain = isinstance(self.type, type) and not isinstance(self.type, types.GenericAlias)
        return f"dataclasses.InitVar[{self.type.__name__ if plain else repr(self.type)}]"


def _written(cls, parts):
    """`Name(part=value,part=value)`."""
    return f"{cls.__name__}({parts})"


class Field:
    """What is known of one field."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        # The class will tell these three.
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare, self.kw_only = init, repr, hash, compare, kw_only
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)

    @_recursive_repr()
    def __repr__(self):
        order = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only",
                 "_field_type")
        return _written(Field, ",".join([f"{name}={getattr(self, name)!r}" for name in order]))

    def __set_name__(self, owner, name):
        tell = getattr(type(self.default), "__set_name__", None)
        if tell:
            tell(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots",
                 "weakref_slot")

    def __init__(self, **params):
        for name in self.__slots__:
            setattr(self, name, params[name])

    def __repr__(self):
        return _written(_DataclassParams, ",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__]))


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Says more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _names(annotation, cls, module, wanted):
    """Whether an annotation is one of a module's marks, also when it is written as a text."""
    if not isinstance(annotation, str):
        return wanted(annotation)
    import re

    found = re.match(r"\s*(?:(\w+)\s*\.)?\s*(\w+)", annotation)
    home = sys.modules.get(cls.__module__)
    if found is None or home is None:
        return False
    scope = vars(home)
    if found[1]:
        scope = vars(module) if scope.get(found[1]) is module else {}
    return wanted(scope.get(found[2]))


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _is_classvar(annotation):
    mark = sys.modules["typing"].ClassVar
    return annotation is mark or getattr(annotation, "__origin__", None) is mark


def _kind_of(annotation, cls):
    typing = sys.modules.get("typing")
    if typing is not None and _names(annotation, cls, typing, _is_classvar):
        return _FIELD_CLASSVAR
    return _FIELD_INITVAR if _names(annotation, cls, sys.modules[__name__], _is_initvar) else _FIELD


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    # The slot of a base is not a default.
    found = default if isinstance(default, Field) else field(
        default=MISSING if isinstance(default, types.MemberDescriptorType) else default)
    found.name, found.type, found._field_type = name, annotation, _kind_of(annotation, cls)
    if found._field_type is not _FIELD and found.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if found._field_type is _FIELD_CLASSVAR:
        if found.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif found.kw_only is MISSING:
        found.kw_only = kw_only
    if found._field_type is _FIELD and type(found.default).__hash__ is None:
        raise ValueError(f"mutable default {type(found.default)} for field {name} is not allowed: use default_factory")
    return found


class _Writer:
    """Writes methods as text and lets them be compiled, as if the program had them."""

    def __init__(self, cls):
        self.cls = cls
        self.scope = vars(sys.modules[cls.__module__]) if cls.__module__ in sys.modules else {}

    def write(self, name, parameters, body, outer=None, returns=""):
        """A function whose free names are those of `outer`."""
        outer = outer or {}
        lines = [f"def __create_fn__({', '.join(outer)}):", f" def {name}({','.join(parameters)}){returns}:"]
        lines += ["  " + line for line in body] + [f" return {name}"]
        made = {}
        exec("\n".join(lines), self.scope, made)
        return made["__create_fn__"](**outer)

    def add(self, name, value, refusal=None):
        """Gives the class a method or a value, unless it has its own."""
        if name in vars(self.cls):
            if refusal is not None:
                raise TypeError(f"Cannot overwrite attribute {name} in class {self.cls.__name__}{refusal}")
            return
        if isinstance(value, types.FunctionType):
            value.__qualname__ = f"{self.cls.__qualname__}.{value.__name__}"
        setattr(self.cls, name, value)

    def init(self, ordered, positional, named, params):
        outer = {f"__dataclass_type_{f.name}__": f.type for f in ordered}
        outer["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
        outer["__dataclass_builtins_object__"] = object
        me = "__dataclass_self__" if any(f.name == "self" for f in ordered) else "self"
        body = []
        for f in ordered:
            value = self.initial(f, outer, params.slots)
            if value is None or f._field_type is _FIELD_INITVAR:
                continue
            if params.frozen:
                body.append(f"__dataclass_builtins_object__.__setattr__({me},{f.name!r},{value})")
            else:
                body.append(f"{me}.{f.name}={value}")
        if hasattr(self.cls, _POST_INIT):
            handed = ",".join([f.name for f in ordered if f._field_type is _FIELD_INITVAR])
            body.append(f"{me}.{_POST_INIT}({handed})")
        outer["__dataclass_return_type__"] = None
        parameters = [me, *map(_parameter, positional)]
        if named:
            parameters += ["*", *map(_parameter, named)]
        return self.write("__init__", parameters, body or ["pass"], outer, "->__dataclass_return_type__")

    def initial(self, f, outer, slots):
        """The expression for what a field is at first; None if the class's own value will do."""
        default = f"__dataclass_dflt_{f.name}__"
        if f.default_factory is not MISSING:
            outer[default] = f.default_factory
            made = f"{default}()"
            return f"{made} if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}" if f.init else made
        if f.default is not MISSING and (f.init or slots):
            outer[default] = f.default
        if f.init:
            return f.name
        return default if default in outer else None

    def comparison(self, name, operator, compared):
        body = ["if other.__class__ is self.__class__:",
                f" return {_tuple_of('self', compared)}{operator}{_tuple_of('other', compared)}",
                "return NotImplemented"]
        return self.write(name, ("self", "other"), body)

    def frozen(self, shown):
        outer = {"cls": self.cls, "FrozenInstanceError": FrozenInstanceError}
        names = f" or name in {{{', '.join([repr(f.name) for f in shown])}}}" if shown else ""
        for name, parameters, what in (("__setattr__", ("name", "value"), "assign to"), ("__delattr__", ("name",), "delete")):
            body = [f"if type(self) is cls{names}:",
                    f' raise FrozenInstanceError(f"cannot {what} field {{name!r}}")',
                    f"super(cls, self).{name}({', '.join(parameters)})"]
            self.add(name, self.write(name, ("self", *parameters), body, outer), "")


def _parameter(f):
    default = ""
    if f.default is not MISSING:
        default = f"=__dataclass_dflt_{f.name}__"
    elif f.default_factory is not MISSING:
        default = "=__dataclass_HAS_DEFAULT_FACTORY__"
    return f"{f.name}:__dataclass_type_{f.name}__{default}"


def _tuple_of(obj, chosen):
    """The text of a tuple of an object's fields."""
    return "(" + "".join([f"{obj}.{f.name}," for f in chosen]) + ")"


def _collect(cls, params):
    """All fields: those of the bases, then the annotations of the class."""
    found = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        if hasattr(base, _FIELDS):
            found.update(getattr(base, _FIELDS))
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    annotations = vars(cls).get("__annotations__", {})
    kw_only, marked = params.kw_only, False
    own = []
    for name, annotation in annotations.items():
        if _names(annotation, cls, sys.modules[__name__], _is_kw_only):
            if marked:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only = marked = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in vars(cls).items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if any(frozen_bases) and not params.frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if frozen_bases and params.frozen and not any(frozen_bases):
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return found


def _process_class(cls, params):
    setattr(cls, _PARAMS, params)
    found = _collect(cls, params)
    setattr(cls, _FIELDS, found)
    own_hash = vars(cls).get("__hash__", MISSING)
    explicit_hash = own_hash is not MISSING and not (own_hash is None and "__eq__" in vars(cls))
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    ordered = [f for f in found.values() if f._field_type is not _FIELD_CLASSVAR]
    positional = [f for f in ordered if f.init and not f.kw_only]
    named = [f for f in ordered if f.init and f.kw_only]
    shown = [f for f in ordered if f._field_type is _FIELD]
    compared = [f for f in shown if f.compare]
    writer = _Writer(cls)
    if params.init:
        _check_defaults(positional)
        writer.add("__init__", writer.init(ordered, positional, named, params))
    if params.repr:
        parts = ", ".join([f"{f.name}={{self.{f.name}!r}}" for f in shown if f.repr])
        method = writer.write("__repr__", ("self",), [f'return self.__class__.__qualname__ + f"({parts})"'])
        writer.add("__repr__", _recursive_repr()(method))
    if params.eq:
        writer.add("__eq__", writer.comparison("__eq__", "==", compared))
    if params.order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            method = writer.comparison(name, operator, compared)
            writer.add(name, method, ". Consider using functools.total_ordering")
    if params.frozen:
        writer.frozen(shown)
    _set_hash(writer, params, explicit_hash, [f for f in shown if (f.compare if f.hash is None else f.hash)])
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _signature_text(cls)
    if params.match_args:
        writer.add("__match_args__", tuple([f.name for f in positional]))
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        cls = _with_slots(cls, shown, params)
    if isinstance(cls, sys.modules["abc"].ABCMeta if "abc" in sys.modules else ()):
        sys.modules["abc"].update_abstractmethods(cls)
    return cls


def _check_defaults(positional):
    with_default = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            with_default = True
        elif with_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")


def _set_hash(writer, params, explicit, hashed):
    """A class that compares by value has a hash only if its instances cannot change, or if it is told to."""
    if params.unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {writer.cls.__name__}")
    elif not params.eq or explicit:
        return
    if params.unsafe_hash or params.frozen:
        method = writer.write("__hash__", ("self",), [f"return hash({_tuple_of('self', hashed)})"])
        method.__qualname__ = f"{writer.cls.__qualname__}.__hash__"
        writer.cls.__hash__ = method
    else:
        writer.cls.__hash__ = None


def _signature_text(cls):
    """The signature for the documentation."""
    import inspect

    try:
        return str(inspect.signature(cls)).replace(" -> None", "")
    except (TypeError, ValueError):
        return ""


def _own_slots(cls):
    slots = vars(cls).get("__slots__", ())
    if slots is None:
        return ()
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return (slots,) if isinstance(slots, str) else slots


def _with_slots(cls, shown, params):
    """The class anew, for slots can only be given to one that is being made."""
    if "__slots__" in vars(cls):
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    names = [f.name for f in shown]
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _own_slots(base)}
    wanted = names + ["__weakref__"] if params.weakref_slot else names
    namespace = {name: value for name, value in vars(cls).items() if name not in (*names, "__dict__", "__weakref__")}
    namespace["__slots__"] = tuple([name for name in wanted if name not in inherited])
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    if params.frozen:
        for name, method in (("__getstate__", _dataclass_getstate), ("__setstate__", _dataclass_setstate)):
            if name not in namespace:
                setattr(new, name, method)
    return new


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        # The class itself lets nobody set anything.
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """A class decorator: writes the methods that follow from the fields."""
    params = _DataclassParams(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                              match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)

    def wrap(cls):
        return _process_class(cls, params)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields, in order."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether it is such a class, or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _convert(obj, instance):
    """A deep copy in which `instance` has said what becomes of instances of data classes."""
    kind = type(obj)
    if kind in _ATOMIC_TYPES:
        return obj
    if _is_dataclass_instance(obj):
        return instance([(f.name, _convert(getattr(obj, f.name), instance)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_convert(item, instance) for item in obj])
    if isinstance(obj, (list, tuple)):
        return kind(_convert(item, instance) for item in obj)
    if not isinstance(obj, dict):
        return copy.deepcopy(obj)
    pairs = ((_convert(key, instance), _convert(value, instance)) for key, value in obj.items())
    if not hasattr(kind, "default_factory"):
        return kind(pairs)
    made = kind(obj.default_factory)
    for key, value in pairs:
        made[key] = value
    return made


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, and so for all instances inside."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, and so for all instances inside."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **params):
    """A data class from names, pairs of name and type, and triples with a field."""
    import keyword

    body = dict(namespace or {})
    annotations = body["__annotations__"] = {}
    for item in fields:
        if not isinstance(item, str) and len(item) not in (2, 3):
            raise TypeError(f"Invalid field: {item!r}")
        parts = (item, "typing.Any") if isinstance(item, str) else tuple(item)
        name = parts[0]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = parts[1]
        if len(parts) == 3:
            body[name] = parts[2]
    cls = types.new_class(cls_name, bases, {}, lambda made: made.update(body))
    cls.__module__ = module or sys._getframe(1).f_globals.get("__name__", "__main__")
    return dataclass(cls, **params)


def replace(obj, /, **changes):
    """A copy in which some fields differ."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR or f.init and f.name in changes:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f._field_type is _FIELD_INITVAR and f.default is MISSING:
            raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
        changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
