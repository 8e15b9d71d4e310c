"""Enumerations."""


class auto:
    pass


class _EnumDict(dict):
    def __init__(self):
        super().__init__()
        self._members = []

    def __setitem__(self, key, value):
        plain = not (key.startswith("_") or hasattr(value, "__get__") or isinstance(value, type))
        if plain:
            if key in self._members:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, auto):
                numbers = [self[name] for name in self._members if isinstance(self[name], int)]
                flag = self.get("_flag_")
                value = (1 << len(numbers)) if flag else (max(numbers) if numbers else 0) + 1
            self._members.append(key)
        super().__setitem__(key, value)


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        namespace = _EnumDict()
        if any(getattr(base, "_flag_", False) for base in bases):
            dict.__setitem__(namespace, "_flag_", True)
        return namespace

    def __new__(metacls, name, bases, namespace, **kwds):
        members = namespace._members
        plain = {key: value for key, value in namespace.items() if key not in members}
        cls = super().__new__(metacls, name, bases, plain)
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        data = next((b for b in cls.__mro__[1:] if b in (int, str, float)), None)
        for key in members:
            value = namespace[key]
            known = None
            for member in cls._member_map_.values():
                if member._value_ == value:
                    known = member
            if known is None:
                member = object.__new__(cls) if data is None else data.__new__(cls, value)
                member._name_ = key
                member._value_ = value
                member._sort_order_ = len(cls._member_map_)
                if "__init__" in plain:
                    member.__init__(*(value if isinstance(value, tuple) else (value,)))
            else:
                member = known
            cls._member_map_[key] = member
            try:
                cls._value2member_map_.setdefault(value, member)
            except TypeError:
                pass
            type.__setattr__(cls, key, member)
        return cls

    def __call__(cls, value, names=None, **kwds):
        if names is not None:
            if isinstance(names, str):
                names = names.replace(",", " ").split()
            namespace = EnumType.__prepare__(value, (cls,))
            for i, name in enumerate(names, 1):
                namespace[name] = i
            return EnumType.__new__(type(cls), value, (cls,), namespace)
        try:
            return cls._value2member_map_[value]
        except (KeyError, TypeError):
            pass
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
        result = cls._missing_(value)
        if result is not None:
            return result
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

    def __iter__(cls):
        seen = []
        for member in cls._member_map_.values():
            if not any(member is other for other in seen):
                seen.append(member)
        return iter(seen)

    def __reversed__(cls):
        return reversed(list(cls))

    def __len__(cls):
        return len(list(iter(cls)))

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        return isinstance(value, cls) or value in cls._value2member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        return f"<enum {cls.__name__!r}>"


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    @classmethod
    def _missing_(cls, value):
        return None

    value = property(lambda self: self._value_)
    name = property(lambda self: self._name_)

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


class IntEnum(int, Enum):
    __repr__ = Enum.__repr__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)

    __hash__ = int.__hash__


class StrEnum(str, Enum):
    __repr__ = Enum.__repr__

    def __str__(self):
        return str.__str__(self)

    __hash__ = str.__hash__


class Flag(Enum):
    _flag_ = True

    @classmethod
    def _missing_(cls, value):
        member = object.__new__(cls) if not issubclass(cls, int) else int.__new__(cls, value)
        names = [m._name_ for m in cls if m._value_ & value and m._value_ & value == m._value_]
        member._name_ = "|".join(names) or None
        member._value_ = value
        cls._value2member_map_[value] = member
        return member

    def __or__(self, other):
        return self.__class__(self._value_ | other._value_)

    def __and__(self, other):
        return self.__class__(self._value_ & other._value_)

    def __xor__(self, other):
        return self.__class__(self._value_ ^ other._value_)

    def __invert__(self):
        everything = 0
        for member in self.__class__:
            everything |= member._value_
        return self.__class__(everything & ~self._value_)

    def __bool__(self):
        return bool(self._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_


    def __repr__(self):
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {self._value_!r}>"
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"


class IntFlag(int, Flag):
    def __or__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) | int(other))

    def __and__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) & int(other))

    def __xor__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) ^ int(other))

    __repr__ = Flag.__repr__
    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__
    __invert__ = Flag.__invert__
    __hash__ = int.__hash__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)


def unique(enumeration):
    for name, member in enumeration.__members__.items():
        if name != member.name:
            raise ValueError(f"duplicate values found in {enumeration!r}: {name} -> {member.name}")
    return enumeration
