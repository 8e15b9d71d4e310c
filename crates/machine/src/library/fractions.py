"""Fractions: whole numbers one above the other, in lowest terms."""

import re
import sys
import functools
import math
import numbers
import operator
from decimal import Decimal

__all__ = ["Fraction"]

_MODULUS = sys.hash_info.modulus
_INFINITY = sys.hash_info.inf

# " -3/4 ", "1.25e-3", "7": digits may be parted by underscores.
_DIGITS = r"\d+(?:_\d+)*"
_LITERAL = re.compile(
    rf"""\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<whole>(?:{_DIGITS})?)
    (?:(?:\s*/\s*(?P<below>{_DIGITS}))?
      |(?:\.(?P<places>(?:{_DIGITS})?))?(?:E(?P<power>[-+]?{_DIGITS}))?)\s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)

_SPECIFICATION = re.compile(
    r"""(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<no_neg_zero>z)?(?P<alternate>\#)?
    (?P<zero_fill>0(?=[0-9]))?(?P<width>0|[1-9][0-9]*)?(?P<comma>[,_])?(?:\.(?P<precision>0|[1-9][0-9]*))?
    (?P<kind>[eEfFgG%])""",
    re.DOTALL | re.VERBOSE,
)


@functools.lru_cache(maxsize=1 << 14)
def _hash(above, below):
    """The hash of a fraction equals that of an int, float or Decimal of the same value."""
    try:
        inverse = pow(below, -1, _MODULUS)
    except ValueError:  # the denominator is a multiple of the modulus
        value = _INFINITY
    else:
        value = hash(hash(abs(above)) * inverse)
    value = value if above >= 0 else -value
    return -2 if value == -1 else value


def _rounded(above, below, exponent, no_neg_zero=False):
    """(negative, significand) of above/below in units of 10**exponent, a tie going to the even neighbour."""
    if exponent >= 0:
        below *= 10**exponent
    else:
        above *= 10**-exponent
    units, rest = divmod(above + (below >> 1), below)
    if rest == 0 and below & 1 == 0:
        units &= -2
    negative = units < 0 if no_neg_zero else above < 0
    return negative, abs(units)


def _significant(above, below, figures):
    """(negative, significand, exponent) of above/below with so many figures."""
    if above == 0:
        return False, 0, 1 - figures
    top, bottom = str(abs(above)), str(below)
    size = len(top) - len(bottom) + (bottom <= top)
    exponent = size - figures
    negative, significand = _rounded(above, below, exponent)
    if len(str(significand)) == figures + 1:  # rounded up to the next power of ten
        significand //= 10
        exponent += 1
    return negative, significand, exponent


def _sum(na, da, nb, db, sign):
    """na/da ± nb/db, with small intermediate results (Knuth, TAOCP volume 2, 4.5.1)."""
    common = math.gcd(da, db)
    if common == 1:
        return Fraction._from_coprime_ints(na * db + sign * nb * da, da * db)
    small = da // common
    above = na * (db // common) + sign * nb * small
    shared = math.gcd(above, common)
    return Fraction._from_coprime_ints(above // shared, small * (db // shared))


def _product(na, da, nb, db):
    first, second = math.gcd(na, db), math.gcd(nb, da)
    return Fraction._from_coprime_ints((na // first) * (nb // second), (da // second) * (db // first))


def _quotient(na, da, nb, db):
    if nb == 0:
        raise ZeroDivisionError(f"Fraction({na * db}, 0)")
    return _product(na, da, db, nb) if nb > 0 else _product(-na, da, db, -nb)


def _whole(na, da, nb, db):
    return (na * db) // (da * nb)


def _divided(na, da, nb, db):
    above, below = na * db, nb * da
    whole = above // below
    return whole, Fraction(above - whole * below, da * db)


def _operators(name, exact, inexact):
    """The methods of an operator and its reflection: exact for rationals, as float and complex do it for those."""

    def exactly(a, b):
        return exact(a.numerator, a.denominator, b.numerator, b.denominator)

    def forward(a, b):
        if isinstance(b, (int, Fraction)):
            return exactly(a, b)
        if isinstance(b, (float, complex)):
            return inexact(float(a) if isinstance(b, float) else complex(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exactly(a, b)
        if isinstance(a, numbers.Real):
            return inexact(float(a), float(b))
        if isinstance(a, numbers.Complex):
            return inexact(complex(a), complex(b))
        return NotImplemented

    for prefix, function in (("__", forward), ("__r", reverse)):
        function.__name__ = f"{prefix}{name}__"
        function.__doc__ = inexact.__doc__
        function.__qualname__ = f"Fraction.{function.__name__}"
    return forward, reverse


class Fraction(numbers.Rational):
    """An exact quotient of two ints.

    Fraction(numerator=0, denominator=1), Fraction('3/4'), Fraction('1.25'), Fraction(0.5), Fraction(Decimal('0.1'))
    """

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            self._numerator, self._denominator = _parts(numerator)
            return self
        if type(numerator) is int is type(denominator):
            above, below = numerator, denominator
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            above = numerator.numerator * denominator.denominator
            below = denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if below == 0:
            raise ZeroDivisionError(f"Fraction({above}, 0)")
        common = math.gcd(above, below)
        if below < 0:
            common = -common
        self._numerator = above // common
        self._denominator = below // common
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float (or int): 0.1 is not a tenth."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a Decimal (or int)."""
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls._from_coprime_ints(*dec.as_integer_ratio())

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        """A fraction of ints that have no common divisor; the denominator is positive."""
        made = super(Fraction, cls).__new__(cls)
        made._numerator, made._denominator = numerator, denominator
        return made

    def is_integer(self):
        """Whether it is a whole number."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """(numerator, denominator)"""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction whose denominator is not larger: convergents of the continued fraction."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        older, newer = (0, 1), (1, 0)
        above, below = self._numerator, self._denominator
        while True:
            step = above // below
            size = older[1] + step * newer[1]
            if size > max_denominator:
                break
            older, newer = newer, (older[0] + step * newer[0], size)
            above, below = below, above - step * below
        # Between the last convergent and the next there is one that just fits.
        step = (max_denominator - older[1]) // newer[1]
        if 2 * below * (older[1] + step * newer[1]) <= self._denominator:
            return Fraction._from_coprime_ints(*newer)
        return Fraction._from_coprime_ints(older[0] + step * newer[0], older[1] + step * newer[1])

    numerator = property(lambda self: self._numerator, doc="What stands above the line.")
    denominator = property(lambda self: self._denominator, doc="What stands below the line.")

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec, /):
        """As str(), or with a presentation type of floats (e, f, g, %), correctly rounded."""
        if not format_spec:
            return str(self)
        match = _SPECIFICATION.fullmatch(format_spec)
        if match is None or match["align"] is not None and match["zero_fill"] is not None:
            raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")
        return _formatted(self, match)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) == Fraction:
            return self  # it never changes
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __hash__(self):
        return _hash(self._numerator, self._denominator)

    def __bool__(self):
        return bool(self._numerator)

    def __int__(self, _index=operator.index):
        if self._numerator < 0:
            return _index(-(-self._numerator // self._denominator))
        return _index(self._numerator // self._denominator)

    def __trunc__(self):
        """Towards zero."""
        return int(self)

    def __floor__(self):
        """Downwards."""
        return self._numerator // self._denominator

    def __ceil__(self):
        """Upwards."""
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        """To an int, or to a fraction with so many digits after the point; in a tie to the even one."""
        if ndigits is not None:
            shift = 10 ** abs(ndigits)
            if ndigits > 0:
                return Fraction(round(self * shift), shift)
            return Fraction(round(self / shift) * shift)
        whole, rest = divmod(self._numerator, self._denominator)
        twice = 2 * rest
        if twice > self._denominator or twice == self._denominator and whole % 2:
            return whole + 1
        return whole

    __add__, __radd__ = _operators("add", lambda *parts: _sum(*parts, 1), operator.add)
    __sub__, __rsub__ = _operators("sub", lambda *parts: _sum(*parts, -1), operator.sub)
    __mul__, __rmul__ = _operators("mul", _product, operator.mul)
    __truediv__, __rtruediv__ = _operators("truediv", _quotient, operator.truediv)
    __floordiv__, __rfloordiv__ = _operators("floordiv", _whole, operator.floordiv)
    __mod__, __rmod__ = _operators("mod", lambda *parts: _divided(*parts)[1], operator.mod)
    __divmod__, __rdivmod__ = _operators("divmod", _divided, divmod)

    def __neg__(self):
        return Fraction._from_coprime_ints(-self._numerator, self._denominator)

    def __pos__(self):
        return Fraction._from_coprime_ints(self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._from_coprime_ints(abs(self._numerator), self._denominator)

    def __pow__(a, b):
        """A fraction if the exponent is a whole number, otherwise a float or complex number."""
        if not isinstance(b, numbers.Rational):
            if isinstance(b, (float, complex)):
                return float(a) ** b
            return NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        power, above, below = b.numerator, a._numerator, a._denominator
        if power >= 0:
            return Fraction._from_coprime_ints(above**power, below**power)
        if above == 0:
            raise ZeroDivisionError(f"Fraction({below ** -power}, 0)")
        if above < 0:
            above, below = -above, -below
        return Fraction._from_coprime_ints(below**-power, above**-power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a**b._numerator
        return a ** float(b)

    def __eq__(a, b):
        if type(b) is int:
            return a._denominator == 1 and a._numerator == b
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if not isinstance(b, float):
            return NotImplemented
        if math.isnan(b) or math.isinf(b):
            return 0.0 == b
        return a == a.from_float(b)

    def _ordered(self, other, compare):
        """Compares cross products."""
        if isinstance(other, numbers.Rational):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if not isinstance(other, float):
            return NotImplemented
        if math.isnan(other) or math.isinf(other):
            return compare(0.0, other)
        return compare(self, self.from_float(other))

    def __lt__(a, b):
        return a._ordered(b, operator.lt)

    def __gt__(a, b):
        return a._ordered(b, operator.gt)

    def __le__(a, b):
        return a._ordered(b, operator.le)

    def __ge__(a, b):
        return a._ordered(b, operator.ge)


def _parts(value):
    """Numerator and denominator of what a fraction is made of alone."""
    if type(value) is int:
        return value, 1
    if isinstance(value, numbers.Rational):
        return value.numerator, value.denominator
    if isinstance(value, (float, Decimal)) or hasattr(value, "as_integer_ratio") and not isinstance(value, (str, type)):
        return value.as_integer_ratio()
    if not isinstance(value, str):
        raise TypeError("argument should be a string or a Rational instance")
    match = _LITERAL.match(value)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {value!r}")
    above, below = int(match["whole"] or "0"), 1
    if match["below"]:
        below = int(match["below"])
        if below == 0:
            raise ZeroDivisionError(f"Fraction({above}, 0)")
    else:
        if places := (match["places"] or "").replace("_", ""):
            below = 10 ** len(places)
            above = above * below + int(places)
        if match["power"]:
            power = int(match["power"])
            above, below = (above * 10**power, below) if power >= 0 else (above, below * 10**-power)
    if match["sign"] == "-":
        above = -above
    common = math.gcd(above, below)
    return above // common, below // common


def _formatted(value, match):
    """The text that the parts of a format specification ask for."""
    kind, figures = match["kind"], int(match["precision"] or "6")
    trims, scientific = kind in "gG" and not match["alternate"], kind in "eE"
    if kind in "fF%":
        exponent, power, point = -figures, -figures - 2 if kind == "%" else -figures, figures
        negative, significand = _rounded(value._numerator, value._denominator, power, bool(match["no_neg_zero"]))
    else:
        wanted = max(figures, 1) if kind in "gG" else figures + 1
        negative, significand, exponent = _significant(value._numerator, value._denominator, wanted)
        scientific = scientific or exponent > 0 or exponent + wanted < -3
        point = wanted - 1 if scientific else -exponent
    tail = "%" if kind == "%" else f"{'eE'[kind in 'EG']}{exponent + point:+03d}" if scientific else ""
    sign = "-" if negative else {"+": "+", " ": " "}.get(match["sign"], "")
    digits = f"{significand:0{point + 1}d}"
    whole, rest = digits[: len(digits) - point], digits[len(digits) - point :]
    if trims:
        rest = rest.rstrip("0")
    tail = ("." if rest or match["alternate"] else "") + rest + tail
    width = int(match["width"] or "0")
    if match["zero_fill"]:
        room = width - len(sign) - len(tail)
        whole = whole.zfill(3 * room // 4 + 1 if match["comma"] else room)
    if separator := match["comma"]:
        first = 1 + (len(whole) - 1) % 3
        whole = whole[:first] + "".join(separator + whole[at : at + 3] for at in range(first, len(whole), 3))
    body, padding = whole + tail, (match["fill"] or " ") * (width - len(sign) - len(whole) - len(tail))
    align = match["align"] or ">"
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return {">": padding + sign + body, "<": sign + body + padding, "=": sign + padding + body}[align]
