"""Enumerations whose members are bits."""

import enum

from enum import CONFORM, EJECT, KEEP, STRICT, Enum, ReprEnum, _high_bit, _iter_bits_lsb, bin

__name__ = "enum"


class Flag(Enum, boundary=STRICT):
    """Members are bits, and their combinations are members too."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value for `auto()`: the bit above the highest so far."""
        if not count:
            return 1 if start is None else start
        highest = max(last_values)
        try:
            return 2 << _high_bit(highest) if highest > 0 else 1
        except Exception:
            raise TypeError("invalid flag value %r" % highest) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda found: found._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """The combination with these bits: made when it is asked for, and then kept."""
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        every, mask = cls._all_bits_, cls._flag_mask_
        asked = value
        if not ~every <= value <= every or value & (every ^ mask):
            value = cls._within_boundary(value)
            if cls._boundary_ is EJECT:
                return value
            asked = value
        if value < 0:
            value += every + 1
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        kind = cls._member_type_
        combined = object.__new__(cls) if kind is object else kind.__new__(cls, value)
        if not hasattr(combined, "_value_"):
            combined._value_ = value
        combined._name_ = cls._combined_name(value)
        combined = cls._value2member_map_.setdefault(value, combined)
        if asked < 0:
            cls._value2member_map_[asked] = combined
        return combined

    @classmethod
    def _within_boundary(cls, value):
        mask = cls._flag_mask_
        if cls._boundary_ is STRICT:
            width = max(value.bit_length(), mask.bit_length())
            told = "%r invalid value %r\n    given %s\n  allowed %s"
            raise ValueError(told % (cls, value, bin(value, width), bin(mask, width)))
        if cls._boundary_ is CONFORM:
            return value & mask
        if cls._boundary_ is KEEP:
            return value + max(cls._all_bits_ + 1, 1 << value.bit_length()) if value < 0 else value
        if cls._boundary_ is EJECT:
            return value
        raise ValueError("%r unknown flag boundary %r" % (cls, cls._boundary_))

    @classmethod
    def _combined_name(cls, value):
        """The names of the flags in it, and the number that no flag covers."""
        found = list(cls._iter_member_(value & cls._singles_mask_))
        if value & ~cls._singles_mask_:
            for known in cls._member_map_.values():
                if known not in found and known._value_ and known._value_ & value == known._value_:
                    found.append(known)
        rest = value
        for known in found:
            rest &= ~known._value_
        if not found:
            return None
        name = "|".join([known._name_ for known in found])
        if rest and cls._boundary_ is STRICT:
            raise ValueError("%r: no members with value %r" % (cls, rest))
        return f"{name}|{cls._numeric_repr_(rest)}" if rest else name

    def __contains__(self, other):
        """Whether all flags of the other one are set here."""
        if not isinstance(other, type(self)):
            told = "unsupported operand type(s) for 'in': %r and %r"
            raise TypeError(told % (type(other).__qualname__, type(self).__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = type(self)
        name = cls.__name__ if self._name_ is None else f"{cls.__name__}.{self._name_}"
        return f"<{name}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        name = type(self).__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _bits(self, other):
        """The number of the other operand; None if it is no flag of this kind."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            rest = ~self._value_
            self._inverted_ = self.__class__(rest if self._boundary_ in (EJECT, KEEP) else rest & self._singles_mask_)
        return self._inverted_

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


# The metaclass asks for it when the next class is made.
enum.Flag = Flag


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are also integers."""
