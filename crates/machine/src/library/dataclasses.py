"""Classes that are mostly fields."""

import sys
import types


class _Missing:
    pass


MISSING = _Missing()


class FrozenInstanceError(AttributeError):
    pass


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        # The class knows the name and the type.
        given = (None, None, default, default_factory, init, repr, hash, compare, metadata, kw_only)
        for slot, value in zip(self.__slots__, given):
            setattr(self, slot, value)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _make_init(name, fields):
    positional = [f for f in fields if f.init]

    def __init__(self, /, *args, **kwargs):
        if len(args) > len(positional):
            least = sum(1 for f in positional if f.default is MISSING and f.default_factory is MISSING) + 1
            most = len(positional) + 1
            takes = str(most) if least == most else f"from {least} to {most}"
            raise TypeError(f"{name}.__init__() takes {takes} positional arguments but {len(args) + 1} were given")
        values = dict(zip([f.name for f in positional], args))
        for key, value in kwargs.items():
            if key in values:
                raise TypeError(f"{name}.__init__() got multiple values for argument {key!r}")
            if not any(f.name == key for f in positional):
                raise TypeError(f"{name}.__init__() got an unexpected keyword argument {key!r}")
            values[key] = value
        missing = [repr(f.name) for f in positional
                   if f.name not in values and f.default is MISSING and f.default_factory is MISSING]
        if missing:
            words = missing[0] if len(missing) == 1 else ", ".join(missing[:-1]) + ("," if len(missing) > 2 else "") + " and " + missing[-1]
            raise TypeError(f"{name}.__init__() missing {len(missing)} required positional argument{'s' * (len(missing) > 1)}: {words}")
        for f in fields:
            if f.name in values:
                value = values[f.name]
            elif f.default is not MISSING:
                value = f.default
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            else:
                continue
            object.__setattr__(self, f.name, value)
        post = getattr(self, "__post_init__", None)
        if post is not None:
            post()

    __init__.__qualname__ = f"{name}.__init__"
    return __init__


def _process(cls, init, repr_, eq, order, unsafe_hash, frozen, slots):
    fields = {}
    for base in cls.__mro__[-1:0:-1]:
        fields.update(getattr(base, "__dataclass_fields__", {}))
    own_defaults = {}
    for name, type_ in cls.__dict__.get("__annotations__", {}).items():
        default = getattr(cls, name, MISSING)
        if slots and isinstance(default, types.MemberDescriptorType):
            default = MISSING
        f = default if isinstance(default, Field) else field(default=default)
        f.name = name
        f.type = type_
        if isinstance(f.default, (list, dict, set)):
            raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
        if isinstance(default, Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
        fields[name] = f
    ordered = list(fields.values())
    seen_default = False
    for f in ordered:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = True
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
    cls.__dataclass_fields__ = fields
    if init:
        cls.__init__ = _make_init(cls.__qualname__, ordered)
    if repr_ and "__repr__" not in cls.__dict__:
        shown = [f.name for f in ordered if f.repr]

        def __repr__(self):
            return f"{self.__class__.__qualname__}({', '.join([f'{n}={getattr(self, n)!r}' for n in shown])})"

        cls.__repr__ = __repr__
    compared = [f.name for f in ordered if f.compare]

    def key(self):
        return tuple([getattr(self, n) for n in compared])

    if eq and "__eq__" not in cls.__dict__:
        def __eq__(self, other):
            if other.__class__ is self.__class__:
                return key(self) == key(other)
            return NotImplemented

        cls.__eq__ = __eq__
    if order:
        def comparison(operation):
            def method(self, other):
                if other.__class__ is self.__class__:
                    return operation(key(self), key(other))
                return NotImplemented
            return method

        cls.__lt__ = comparison(lambda a, b: a < b)
        cls.__le__ = comparison(lambda a, b: a <= b)
        cls.__gt__ = comparison(lambda a, b: a > b)
        cls.__ge__ = comparison(lambda a, b: a >= b)
    if unsafe_hash or (eq and frozen):
        hashed = [f.name for f in ordered if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = lambda self: hash(tuple([getattr(self, n) for n in hashed]))
    elif eq and "__hash__" not in cls.__dict__:
        cls.__hash__ = None
    if frozen:
        def __setattr__(self, name, value):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self, name):
            raise FrozenInstanceError(f"cannot delete field {name!r}")

        cls.__setattr__ = __setattr__
        cls.__delattr__ = __delattr__
    cls.__match_args__ = tuple([f.name for f in ordered if f.init])
    if slots:
        namespace = dict(cls.__dict__)
        namespace["__slots__"] = tuple([n for n in fields if not any(n in getattr(b, "__slots__", ()) for b in cls.__mro__[1:])])
        for name in fields:
            namespace.pop(name, None)
        namespace.pop("__dict__", None)
        namespace.pop("__weakref__", None)
        qualname = cls.__qualname__
        cls = type(cls)(cls.__name__, cls.__bases__, namespace)
        cls.__qualname__ = qualname
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, slots)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        return tuple(class_or_instance.__dataclass_fields__.values())
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    def convert(value):
        if is_dataclass(value) and not isinstance(value, type):
            return dict_factory([(f.name, convert(getattr(value, f.name))) for f in fields(value)])
        if isinstance(value, (list, tuple)):
            return type(value)([convert(v) for v in value])
        if isinstance(value, dict):
            return {convert(k): convert(v) for k, v in value.items()}
        return value
    return convert(obj)


def astuple(obj):
    return tuple([getattr(obj, f.name) for f in fields(obj)])


def replace(obj, /, **changes):
    for f in fields(obj):
        if f.init and f.name not in changes:
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
