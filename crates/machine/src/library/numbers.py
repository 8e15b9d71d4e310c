"""The tower of numbers (PEP 3141): Number, Complex, Real, Rational, Integral. What derives from one of them has to define its
abstract operators and gets the rest."""

from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _alone(name, doc):
    """An abstract method without arguments."""

    def method(self):
        raise NotImplementedError

    return _named(method, name, doc)


def _with(name, doc):
    """An abstract method of one more operand."""

    def method(self, other):
        raise NotImplementedError

    return _named(method, name, doc)


def _named(method, name, doc):
    method.__name__ = name
    method.__doc__ = doc
    return abstractmethod(method)


class Number(metaclass=ABCMeta):
    """Whatever is a number of any kind: isinstance(x, Number)."""

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """What complex can do: the four operations, powers, abs(), conjugate, ==."""

    __slots__ = ()
    __complex__ = _alone("__complex__", "complex(self)")
    real = property(_alone("real", "The real part."))
    imag = property(_alone("imag", "The imaginary part."))
    __add__ = _with("__add__", "self + other")
    __radd__ = _with("__radd__", "other + self")
    __neg__ = _alone("__neg__", "-self")
    __pos__ = _alone("__pos__", "+self")
    __mul__ = _with("__mul__", "self * other")
    __rmul__ = _with("__rmul__", "other * self")
    __truediv__ = _with("__truediv__", "self / other")
    __rtruediv__ = _with("__rtruediv__", "other / self")
    __pow__ = _with("__pow__", "self ** exponent")
    __rpow__ = _with("__rpow__", "base ** self")
    __abs__ = _alone("__abs__", "The distance from zero.")
    conjugate = _alone("conjugate", "The number mirrored at the real axis.")
    __eq__ = _with("__eq__", "self == other")
    __hash__ = None

    def __bool__(self):
        """Anything but zero is true."""
        return self != 0

    def __sub__(self, other):
        """self - other, by way of a sum"""
        return self + -other

    def __rsub__(self, other):
        """other - self, by way of a sum"""
        return other + -self


class Real(Complex):
    """What float can do besides: order, floor division, rounding."""

    __slots__ = ()
    __float__ = _alone("__float__", "float(self)")
    __trunc__ = _alone("__trunc__", "The whole part.")
    __floor__ = _alone("__floor__", "The largest int that is not greater.")
    __ceil__ = _alone("__ceil__", "The least int that is not smaller.")
    __floordiv__ = _with("__floordiv__", "self // other")
    __rfloordiv__ = _with("__rfloordiv__", "other // self")
    __mod__ = _with("__mod__", "self % other")
    __rmod__ = _with("__rmod__", "other % self")
    __lt__ = _with("__lt__", "self < other; complex numbers have no order")
    __le__ = _with("__le__", "self <= other")

    @abstractmethod
    def __round__(self, ndigits=None):
        """The nearest number with so many digits after the point; in a tie the even one."""
        raise NotImplementedError

    def __divmod__(self, other):
        """divmod(self, other)"""
        return self // other, self % other

    def __rdivmod__(self, other):
        """divmod(other, self)"""
        return other // self, other % self

    def __complex__(self):
        """A complex number on the real axis."""
        return complex(float(self))

    real = property(lambda self: +self, doc="A real number is its own real part.")
    imag = property(lambda self: 0, doc="A real number has no imaginary part.")

    def conjugate(self):
        """A real number is its own mirror image."""
        return +self


class Rational(Real):
    """A fraction in lowest terms."""

    __slots__ = ()
    numerator = property(_alone("numerator", "What stands above the line."))
    denominator = property(_alone("denominator", "What stands below the line; positive."))

    def __float__(self):
        """Numerator by denominator, as ints, so that neither has to fit a float."""
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """What int can do besides: indices, shifts, bits, powers with a modulus."""

    __slots__ = ()
    __int__ = _alone("__int__", "int(self)")
    __lshift__ = _with("__lshift__", "self << other")
    __rlshift__ = _with("__rlshift__", "other << self")
    __rshift__ = _with("__rshift__", "self >> other")
    __rrshift__ = _with("__rrshift__", "other >> self")
    __and__ = _with("__and__", "self & other")
    __rand__ = _with("__rand__", "other & self")
    __xor__ = _with("__xor__", "self ^ other")
    __rxor__ = _with("__rxor__", "other ^ self")
    __or__ = _with("__or__", "self | other")
    __ror__ = _with("__ror__", "other | self")
    __invert__ = _alone("__invert__", "~self")

    def __index__(self):
        """The int that stands for it in an index."""
        return int(self)

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        """self ** exponent, or its rest by the modulus"""
        raise NotImplementedError

    def __float__(self):
        """float(int(self))"""
        return float(int(self))

    numerator = property(lambda self: +self, doc="A whole number is its own numerator.")
    denominator = property(lambda self: 1, doc="The denominator of a whole number is 1.")


Complex.register(complex)
Real.register(float)
Integral.register(int)
