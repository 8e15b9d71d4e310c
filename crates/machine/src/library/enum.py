"""Enumerations: classes whose instances are a fixed set of named values."""

import builtins as bltns
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property",
    "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr",
    "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
    "pickle_by_global_name", "pickle_by_enum_name",
]

# The metaclass asks for these before they are made.
Enum = Flag = ReprEnum = None

_SUNDERS = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
            "_iter_member_by_value_", "_iter_member_by_def_")
_FLAG_ONLY = ("_boundary_", "_flag_mask_", "_singles_mask_", "_all_bits_", "_inverted_")
_FLAG_OPERATORS = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")


class nonmember:
    """Marks a value that is to stay a plain attribute of the enumeration."""

    def __init__(self, value):
        self.value = value


class member:
    """Marks a value that is to become a member though it does not look like one. Also a decorator."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return any(hasattr(obj, name) for name in ("__get__", "__set__", "__delete__"))


def _wrapped_in(name, mark):
    """Whether the name begins and ends with the mark, and with no underscore more."""
    inner = name[len(mark):-len(mark)]
    return name.startswith(mark) and name.endswith(mark) and inner != "" and "_" not in (inner[0], inner[-1])


def _is_dunder(name):
    return _wrapped_in(name, "__")


def _is_sunder(name):
    return _wrapped_in(name, "_")


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return name.startswith(start) and len(name) > len(start) and not name.endswith("__")


def _is_internal_class(cls_name, obj):
    """Whether it is a class that was written inside the enumeration."""
    if not isinstance(obj, type):
        return False
    return ("." + getattr(obj, "__qualname__", "")).endswith(f".{cls_name}.{getattr(obj, '__name__', '')}")


def _is_single_bit(num):
    return num != 0 and num & num - 1 == 0


def _is_flag(cls):
    return Flag is not None and issubclass(cls, Flag)


def _high_bit(value):
    """The number of the highest bit; -1 if there is none."""
    return value.bit_length() - 1


def _iter_bits_lsb(num):
    rest = num.value if isinstance(num, Enum) else num
    if rest < 0:
        raise ValueError("%r is not a positive integer" % num)
    while rest:
        lowest = rest & -rest
        yield lowest
        rest -= lowest


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """The bits of a number after its sign; a negative number is written as its two's complement.

    >>> bin(10)
    '0b0 1010'
    >>> bin(~10)   # ~10 is -11
    '0b1 0101'
    """
    width = num.bit_length()
    sign = "1" if num < 0 else "0"
    digits = format(num + (1 << width) if num < 0 else num, f"0{width}b") if width else "" if num < 0 else "0"
    if max_bits is not None:
        digits = digits.rjust(max_bits, sign)
    return f"0b{sign} {digits}"


def _make_class_unpicklable(obj):
    def refuse(self, proto):
        raise TypeError("%r cannot be pickled" % self)

    put = obj.__setitem__ if isinstance(obj, dict) else lambda name, value: setattr(obj, name, value)
    put("__reduce_ex__", refuse)
    put("__module__", "<unknown>")


class _Nothing:
    def __repr__(self):
        return "_auto_null"


_auto_null = _Nothing()


class auto:
    """Stands for a value that the class works out."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


class property(DynamicClassAttribute):
    """An attribute of members that gives way to a member of the same name when the class is asked."""

    member = None
    _inherited = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = self.member
        elif self.fget is not None:
            return self.fget(instance)
        elif self._inherited is not None:
            return self._inherited(instance)
        else:
            found = ownerclass._member_map_.get(self.name)
        if found is None:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        return found

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.clsname, self.name = ownerclass.__name__, name


def _redirect(cls, name, found):
    """Keeps a base's attribute of that name reachable through members, if there is one."""
    bases = [base for base in cls.__mro__[1:] if base.__dict__.get(name) is not None]
    descriptors = [base for base in bases if _is_descriptor(base.__dict__[name])]
    if not descriptors:
        return found
    ours = [base for base in descriptors if isinstance(base.__dict__[name], DynamicClassAttribute)]
    old = (ours or descriptors)[0].__dict__[name]
    new = property()
    new.member = found
    new.__set_name__(cls, name)
    new.fget, new.fset, new.fdel = [getattr(old, part, None) for part in ("fget", "fset", "fdel")]
    if not ours:
        if bases[0] is descriptors[0]:
            new._inherited = lambda instance: getattr(instance._value_, name)
        else:
            new._inherited = lambda instance: getattr(bases[0], name)
    return new


class _Seed:
    """The value of a member until the class is there; naming it makes the member."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        delattr(cls, name)
        fresh = self._member(cls, name)
        value = fresh._value_
        flag = _is_flag(cls)
        if flag:
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
            cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
        known = _member_with(cls, value)
        if known is None and (not flag or _is_single_bit(value)):
            cls._member_names_.append(name)
        found = fresh if known is None else known
        setattr(cls, name, _redirect(cls, name, found))
        cls._member_map_[name] = found
        try:
            cls._value2member_map_.setdefault(value, found)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _member(self, cls, name):
        value, kind = self.value, cls._member_type_
        args = value if isinstance(value, tuple) and kind is not tuple else (value,)
        new = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(new, "_value_"):
            try:
                new._value_ = value if kind is object else kind(*args)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
        new._name_ = name
        new.__objclass__ = cls
        new.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        return new


def _member_with(cls, value):
    """The member that has this value; None if none has."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        pass  # No dictionary can have it as a key.
    for candidate in cls._member_map_.values():
        if candidate._value_ == value:
            return candidate
    return None


class _EnumDict(dict):
    """The namespace of the class body: it notes which names are to be members, and lets none be used twice."""

    def __init__(self):
        super().__init__()
        self._auto_called = False
        self._ignore, self._last_values = [], []
        self._member_names = {}  # A dict keeps the order.

    def __setitem__(self, key, value):
        if _is_internal_class(self._cls_name, value):
            import warnings

            message = ("In 3.13 classes created inside an enum will not become a member.  "
                       "Use the `member` decorator to keep the current behavior.")
            warnings.warn(message, DeprecationWarning, stacklevel=2)
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._sunder(key, value)
        elif _is_dunder(key):
            key = "_order_" if key == "__order__" else key
        elif isinstance(value, nonmember) and key not in self._member_names:
            value = value if key in self._ignore else value.value
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif not _is_descriptor(value):
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            value = value.value if isinstance(value, member) else value
            parts = value if type(value) is tuple else (value,)
            if any(isinstance(part, auto) for part in parts):
                worked_out = []
                for part in parts:
                    if isinstance(part, auto):
                        if part.value is _auto_null:
                            # A copy: what the program does with the list is its own affair.
                            sofar = self._last_values[:]
                            part.value = self._generate_next_value(key, 1, len(self._member_names), sofar)
                            self._auto_called = True
                        part = part.value
                        self._last_values.append(part)
                    worked_out.append(part)
                value = tuple(worked_out) if type(value) is tuple else worked_out[0]
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % key)
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = getattr(value, "__func__", value) if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = self._member_names.keys() & value
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % already)
        return value

    def update(self, members, **more_members):
        for source in (members, more_members):
            pairs = [(key, source[key]) for key in source.keys()] if hasattr(source, "keys") else source
            for key, value in pairs:
                self[key] = value


def _find_data_type(class_name, bases):
    """The type that members are of besides being members: `int` in `class E(int, Enum)`."""
    found = []
    for chain in bases:
        outermost = None
        for base in chain.__mro__[:-1]:
            if isinstance(base, EnumType):
                kind = None if base._member_type_ is object else base._member_type_
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                kind = outermost or base
            else:
                kind, outermost = None, outermost or base
            if kind is not None:
                if kind not in found:
                    found.append(kind)
                break
    if len(found) > 1:
        raise TypeError("too many data types for %r: %r" % (class_name, set(found)))
    return found[0] if found else object


def _mixins(class_name, bases):
    """The data type, and the enumeration that is extended."""
    if not bases:
        return object, Enum
    if not isinstance(bases[-1], EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    return _find_data_type(class_name, bases), bases[-1]


def _find_value_repr(bases):
    """How the values of members are shown: as the first base does it that has a way of its own."""
    for chain in bases:
        for base in chain.__mro__[:-1]:
            if isinstance(base, EnumType):
                return base._value_repr_
            if "__repr__" in base.__dict__:
                params = base.__dict__.get("__dataclass_params__")
                return _dataclass_repr if params is not None and params.repr else base.__dict__["__repr__"]
    return None


def _dataclass_repr(self):
    return ", ".join(f"{name}={getattr(self, name)!r}" for name, field in self.__dataclass_fields__.items() if field.repr)


def _find_new(classdict, kind, first):
    """What makes the instances, and whether it is given the values."""
    usual = [object.__new__] if Enum is None else [object.__new__, Enum.__new__]
    own = classdict.get("__new__")
    if own is None:
        names = [(source, name) for name in ("__new_member__", "__new__") for source in (kind, first)]
        found = [getattr(source, name, None) for source, name in names if source is not None]
        own = next((new for new in found if new is not None and new not in usual), object.__new__)
    return own, first is not None and own not in usual


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (cls, base))
        namespace = _EnumDict()
        namespace._cls_name = cls
        first = _mixins(cls, bases)[1]
        if first is not None:
            namespace["_generate_next_value_"] = getattr(first, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        for name in [*classdict.get("_ignore_", ()), "_ignore_"]:
            classdict.pop(name, None)
        wrong = [name for name in ("mro", "") if name in classdict._member_names]
        if wrong:
            raise ValueError("invalid enum member name(s) %s" % ",".join(map(repr, wrong)))
        order = classdict.pop("_order_", None)
        members = classdict._member_names
        kind, first = _mixins(cls, bases)
        body = dict(classdict.items())
        own_new = "__new__" in body
        next_value = body.get("_generate_next_value_")
        if next_value is not None and type(next_value) is not staticmethod:
            body["_generate_next_value_"] = staticmethod(next_value)
        body["_new_member_"], body["_use_args_"] = _find_new(body, kind, first)
        for name in members:
            body[name] = _Seed(body[name])
        body.update(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _unhashable_values_=[], _member_type_=kind,
            _value_repr_=_find_value_repr(bases), _boundary_=boundary or getattr(first, "_boundary_", None),
            _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None,
        )
        failed = None
        try:
            enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        except Exception as error:
            # The note that naming a seed failed would only confuse.
            failed = type(error)(str(error)).with_traceback(error.__traceback__)
            failed.__cause__, failed.__context__ = error.__cause__, error.__context__
        if failed is not None:
            raise failed
        body.update(enum_class.__dict__)
        _finish_methods(enum_class, bases, body, first)
        if Enum is not None:
            if own_new and first is not None:
                enum_class.__new_member__ = body["_new_member_"]
            enum_class.__new__ = Enum.__new__
        if _is_flag(enum_class):
            values = [known._value_ for known in enum_class]
            if values != sorted(values):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
        elif Flag is not None or cls != "Flag":
            for name in _FLAG_ONLY:
                delattr(enum_class, name)
        if order:
            _check_order(enum_class, order)
        return enum_class

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """The member with this value; of an enumeration without members, a new enumeration with these names."""
        if cls._member_map_:
            return cls.__new__(cls, (value, names, *values) if names else value)
        if names is None and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        if module is None:
            try:
                module = sys._getframe(1).f_globals["__name__"]
            except (ValueError, KeyError):
                pass
        return cls._create_(value, names, module, qualname, type, start, boundary)

    def __contains__(cls, value):
        """Whether it is a member, or the value of one."""
        return isinstance(value, cls) or value in cls._value2member_map_ or value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        return sorted(names if cls._member_type_ is object else names.union(dir(cls._member_type_)))

    def __getitem__(cls, name):
        """The member of that name."""
        return cls._member_map_[name]

    def __iter__(cls):
        """The members as they were defined, without the aliases."""
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @bltns.property
    def __members__(cls):
        """All names with their members, the aliases too; it can only be read."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return "<%s %r>" % ("flag" if _is_flag(cls) else "enum", cls.__name__)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        first = _mixins(class_name, bases)[1]
        namespace = metacls.__prepare__(class_name, bases)
        for name, value in _named_values(first, names, start):
            namespace[name] = value
        if module is None:
            _make_class_unpicklable(namespace)
        else:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """An enumeration of constants of a module, which takes their place there."""
        there = vars(sys.modules[module])
        chosen = [pair for pair in (vars(source) if source else there).items() if filter(pair[0])]
        try:
            chosen.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            chosen.sort(key=lambda pair: pair[0])
        plain = type(name, (object,), {**dict(chosen), "__module__": module})
        made = _simple_enum(cls, boundary=boundary or KEEP)(plain)
        if as_global:
            global_enum(made)
        else:
            vars(sys.modules[made.__module__]).update(made.__members__)
        there[name] = made
        return made


EnumMeta = EnumType


def _named_values(first, names, start):
    """Pairs of name and value, from whatever form the names were given in."""
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        values = []
        for count, name in enumerate(names):
            values.append(first._generate_next_value_(name, start, count, values[:]))
        return list(zip(names, values))
    return [(item, names[item]) if isinstance(item, str) else item for item in names or ()]


def _finish_methods(cls, bases, body, first):
    """The enumeration's own way to be shown wins over the data type's, unless the class says otherwise."""
    kind = cls._member_type_
    if ReprEnum is not None and ReprEnum in bases:
        if kind is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        shown = kind.__repr__ if kind.__str__ is object.__str__ else kind.__str__
        for name, method in (("__format__", kind.__format__), ("__str__", shown)):
            if name not in body:
                setattr(cls, name, method)
                body[name] = method
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name not in body and getattr(cls, name) in (getattr(kind, name), getattr(object, name)):
            # There is no enumeration yet when Enum itself is made.
            setattr(cls, name, getattr(first, name))
    if _is_flag(cls):
        for name in _FLAG_OPERATORS:
            if name not in body:
                setattr(cls, name, getattr(Flag, name))


def _check_order(cls, order):
    """`_order_` must name the members that are no aliases, as they were defined."""
    order = order.replace(",", " ").split() if isinstance(order, str) else order
    kept = [name for name in order if name not in cls._member_map_ or name in cls._member_names_]
    if kept != cls._member_names_:
        raise TypeError("member order does not match _order_:\n  %r\n  %r" % (cls._member_names_, kept))


class Enum(metaclass=EnumType):
    """A set of named values.

    >>> class Color(Enum):
    ...     RED = 1
    ...     BLUE = 2
    >>> Color.RED, Color(2), Color["RED"].value
    (<Color.RED: 1>, <Color.BLUE: 2>, 1)
    """

    def __new__(cls, value):
        # Only a look-up comes here: the members were made by the class.
        if type(value) is cls:
            return value
        known = _member_with(cls, value)
        if known is not None:
            return known
        if not cls._member_map_:
            raise TypeError("%r has no members defined" % cls)
        failed = result = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            failed = error
        try:
            ejected = _is_flag(cls) and cls._boundary_ is EJECT and isinstance(result, int)
            if isinstance(result, cls) or ejected:
                return result
            invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if failed is None:
                if result is None:
                    raise invalid
                told = "error in %s._missing_: returned %r instead of None or a valid member"
                failed = TypeError(told % (cls.__name__, result))
            if not isinstance(failed, ValueError):
                failed.__context__ = invalid
            raise failed
        finally:
            # The traceback holds this frame: nothing here may hold the exception.
            failed = invalid = None

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def __signature__(cls):
        """How the class is called: with a value, or to make a new enumeration."""
        if cls._member_names_:
            return "(*values)"
        return "(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)"

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value for `auto()`: one more than the highest so far."""
        if not last_values:
            return start
        try:
            if last_values[-1] == max(last_values):
                return last_values[-1] + 1
        except TypeError:
            pass
        import warnings

        warnings.warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and "
                      "support adding +1\nand the value returned will be the largest value in the enum incremented by 1",
                      DeprecationWarning, stacklevel=3)
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                continue
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__name__}.{self._name_}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __dir__(self):
        cls = type(self)
        names = set() if cls._member_type_ is object else set(object.__dir__(self))
        names.update(name for name in getattr(self, "__dict__", ()) if name[0] != "_" and name not in cls._member_map_)
        for base in cls.mro():
            for name, obj in vars(base).items():
                if name[0] == "_":
                    continue
                if name not in cls._member_map_ or isinstance(obj, property) and obj.fget is not None:
                    names.add(name)
                elif isinstance(obj, property):
                    names.discard(name)
        return sorted(names | {"__class__", "__doc__", "__eq__", "__hash__", "__module__"})

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __hash__(self):
        return hash(self._name_)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)


class ReprEnum(Enum):
    """Members look like members, but print and format as their data type."""


class IntEnum(int, ReprEnum):
    """Members are also integers."""


class StrEnum(str, ReprEnum):
    """Members are also texts."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        told = ("%r is not a string", "encoding must be a string, not %r", "errors must be a string, not %r")
        for at, given in enumerate(values):
            if not isinstance(given, str) and (at > 0 or len(values) == 1):
                raise TypeError(told[at] % (given,))
        text = str(*values)
        new = str.__new__(cls, text)
        new._value_ = text
        return new

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value for `auto()`: the name in small letters."""
        return name.lower()


class FlagBoundary(StrEnum):
    """What happens to bits that no flag has: an error, they are dropped, a plain number comes out, they are kept."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def pickle_by_global_name(self, proto):
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


from _enum_flag import Flag, IntFlag
from _enum_checks import (
    CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, _simple_enum, _test_simple_enum, global_enum, global_enum_repr,
    global_flag_repr, global_str, unique, verify,
)
