"""What can be asked of enumerations, and other ways to make them."""

import sys

from enum import KEEP, Enum, Flag, ReprEnum, StrEnum, _high_bit, _is_descriptor, _is_single_bit, _iter_bits_lsb

__name__ = "enum"


def _aliases(enumeration):
    """`ALIAS -> NAME` of every name that is not its member's first."""
    pairs = enumeration.__members__.items()
    return ", ".join([f"{name} -> {known.name}" for name, known in pairs if name != known.name])


def unique(enumeration):
    """A class decorator: no value may have two names."""
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, aliases))
    return enumeration


def _last_module(cls):
    return cls.__module__.split(".")[-1]


def global_enum_repr(self):
    """`module.NAME`."""
    return f"{_last_module(type(self))}.{self._name_}"


def global_flag_repr(self):
    """`module.NAME|module.NAME`."""
    module = _last_module(type(self))
    if self._name_ is None:
        return f"{module}.{type(self).__name__}({self._value_!r})"
    names = [self._name_] if _is_single_bit(self._value_) else self._name_.split("|")
    kept = self._boundary_ is KEEP
    return "|".join([name if kept and name[0].isdigit() else f"{module}.{name}" for name in names])


def global_str(self):
    """The name alone."""
    return f"{type(self).__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """A class decorator: the members become names of the module too, and are shown as such."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A class decorator: makes an enumeration of an ordinary class."""

    def convert(cls):
        metacls, bases = type(etype), (etype,)
        namespace = metacls.__prepare__(cls.__name__, bases)
        for name, value in vars(cls).items():
            if name not in ("__dict__", "__weakref__"):
                namespace[name] = value
        if cls.__doc__ is None:
            namespace["__doc__"] = "An enumeration."
        return metacls.__new__(metacls, cls.__name__, bases, namespace, boundary=boundary)

    return convert


def _test_simple_enum(checked_enum, simple_enum):
    """Raises TypeError if the two enumerations differ in more than name and documentation."""
    skipped = {"__module__", "__doc__", "_member_map_", "_value2member_map_", "__objclass__", "_inverted_"}

    def compare(place, checked, simple):
        for key in sorted((checked.keys() | simple.keys()) - skipped):
            if key not in simple or key not in checked:
                yield f"{'missing' if key in checked else 'extra'} {place} {key!r}"
            elif isinstance(checked[key], Enum):
                yield from compare("member key", vars(checked[key]), vars(simple[key]))
            elif not callable(checked[key]) and not _is_descriptor(checked[key]) and checked[key] != simple[key]:
                yield f"{place} {key!r}: checked -> {checked[key]!r}, simple -> {simple[key]!r}"

    failed = list(compare("key", vars(checked_enum), vars(simple_enum)))
    if failed:
        raise TypeError("enum mismatch:\n   %s" % "\n   ".join(failed))


@_simple_enum(StrEnum)
class EnumCheck:
    """What `verify` can look for."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A class decorator that checks what the arguments say."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE and (aliases := _aliases(enumeration)):
                raise ValueError("aliases found in %r: %s" % (enumeration, aliases))
            if check is CONTINUOUS:
                _check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                _check_named_flags(enumeration)
        return enumeration


def _check_continuous(enumeration):
    values = {known.value for known in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if issubclass(enumeration, Flag):
        kind, between = "flag", [1 << bit for bit in range(_high_bit(low) + 1, _high_bit(high))]
    else:
        kind, between = "enum", range(low + 1, high)
    missing = ", ".join([str(value) for value in between if value not in values])
    if missing:
        raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {missing}"[:256])


def _check_named_flags(enumeration):
    named = [known.value for known in enumeration]
    names, unnamed = [], 0
    for name, alias in enumeration._member_map_.items():
        if name in enumeration._member_names_ or alias.value < 0:
            continue
        missing = sum([bit for bit in _iter_bits_lsb(alias.value) if bit not in named])
        if missing:
            names.append(name)
            unnamed |= missing
    if names:
        who = f"aliases {', '.join(names[:-1])} and {names[-1]} are" if len(names) > 1 else f"alias {names[0]} is"
        what = "value" if _is_single_bit(unnamed) else "combined values of"
        raise ValueError(f"invalid Flag {enumeration.__name__!r}: {who} missing {what} {unnamed:#x} "
                         "[use enum.show_flag_values(value) for details]")
