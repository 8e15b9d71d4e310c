"""The types of items, and single items as objects."""

import struct

import _numpy


class dtype:
    """What the items of an array are: `dtype('int64')` and ten more."""

    __slots__ = "name", "char", "kind", "itemsize", "type"
    _known = {}

    def __new__(cls, spec=None):
        if isinstance(spec, dtype):
            return spec
        found = cls._known.get("float64" if spec is None else spec)
        if found is None:
            if isinstance(spec, str):
                raise TypeError(f"data type {spec!r} not understood")
            raise TypeError(f"Cannot interpret {spec!r} as a data type")
        return found

    def __repr__(self):
        return f"dtype('{self.name}')"

    def __str__(self):
        return self.name

    def __eq__(self, other):
        try:
            return dtype(other) is self
        except TypeError:
            return False

    def __hash__(self):
        return hash(self.name)

    def __sizeof__(self):
        return 96

    @property
    def str(self):
        """Byte order, kind and size."""
        return f"{'|' if self.itemsize == 1 else '<'}{self.kind}{self.itemsize}"

    @property
    def alignment(self):
        """In bytes."""
        return self.itemsize


class generic:
    """A single item of an array."""

    __slots__ = ()
    shape, ndim, size, strides = (), 0, 1, ()

    @property
    def dtype(self):
        """The type of the item."""
        return dtype._known[type(self)]

    @property
    def nbytes(self):
        """In bytes."""
        return self.dtype.itemsize

    itemsize = nbytes

    def __sizeof__(self):
        return type(self).__basicsize__ + (0 if self.dtype.char == "?" else self.itemsize)

    def tolist(self):
        """As a number of Python."""
        return self.item()

    def __repr__(self):
        return repr(self.item())

    __str__ = __repr__

    def __format__(self, spec):
        return format(self.item(), spec)

    def __bool__(self):
        return bool(self.item())

    def __int__(self):
        return int(self.item())

    def __float__(self):
        return float(self.item())

    def __complex__(self):
        return complex(self.item())

    def __hash__(self):
        return hash(self.item())

    def __round__(self, digits=None):
        return round(self.item(), digits)


class number(generic):
    """A number."""

    __slots__ = ()


class integer(number):
    """A whole number."""

    __slots__ = ()

    def __index__(self):
        return self.item()


class signedinteger(integer):
    """A whole number with a sign."""

    __slots__ = ()


class unsignedinteger(integer):
    """A whole number without a sign."""

    __slots__ = ()


class inexact(number):
    """A rounded number."""

    __slots__ = ()


class floating(inexact):
    """A floating-point number."""

    __slots__ = ()


def _make_whole(cls, value=0):
    """Cut to the size of the class, as C does."""
    bits = 8 * cls._size
    whole = int(value) & (1 << bits) - 1
    top = 64 if issubclass(cls, unsignedinteger) else bits
    return _numpy.scalar.__new__(cls, whole - (1 << top) if whole >> top - 1 else whole)


def _whole_item(self):
    """As an int."""
    bits = self._bits
    return bits + (1 << 64) if bits < 0 and isinstance(self, unsignedinteger) else bits


@_numpy.without_collector
class float64(floating, float):
    """A float as an item."""

    __slots__ = ()
    __repr__ = __str__ = float.__repr__
    __format__, __hash__, __bool__ = float.__format__, float.__hash__, float.__bool__
    __int__, __float__, __round__ = float.__int__, float.__float__, float.__round__

    def item(self):
        """As a float."""
        return float(self)


@_numpy.without_collector
class float32(floating, _numpy.scalar):
    """A float of four bytes."""

    __slots__ = ()

    def __new__(cls, value=0.0):
        return _numpy.scalar.__new__(cls, struct.unpack("<I", struct.pack("<f", float(value)))[0])

    def item(self):
        """As a float."""
        return struct.unpack("<f", struct.pack("<I", self._bits))[0]

    def __repr__(self):
        return shortest32(self.item())

    __str__ = __repr__


def shortest32(value):
    """The fewest digits that tell a float of four bytes from its neighbours."""
    if value != value or value in (float("inf"), float("-inf")):
        return repr(value)
    for digits in range(1, 10):
        text = f"{value:.{digits}g}"
        if struct.pack("<f", float(text)) == struct.pack("<f", value):
            break
    return repr(float(text))


@_numpy.without_collector
class bool_(generic, _numpy.scalar):
    """A truth value as an item; there are two."""

    __slots__ = ()
    _made = {}

    def __new__(cls, value=False):
        truth = bool(value)
        if truth not in cls._made:
            cls._made[truth] = _numpy.scalar.__new__(cls, int(truth))
        return cls._made[truth]

    def item(self):
        """As a bool."""
        return self._bits != 0


def _new_dtype(name, char, kind, size, scalar, *others):
    made = object.__new__(dtype)
    made.name, made.char, made.kind, made.itemsize, made.type = name, char, kind, size, scalar
    scalar.__module__ = "numpy"
    for spec in (name, char, scalar, f"{kind}{size}", f"<{kind}{size}", *others):
        dtype._known[spec] = made
    return made


def _new_whole(name, char, kind, size, base, *others):
    space = {"__slots__": (), "_size": size, "__new__": _make_whole, "item": _whole_item, "__doc__": f"{8 * size} bits."}
    scalar = _numpy.without_collector(type(name, (base, _numpy.scalar), space))
    _new_dtype(name, char, kind, size, scalar, *others)
    return scalar


for _class in (dtype, generic, number, integer, signedinteger, unsignedinteger, inexact, floating):
    _class.__module__ = "numpy"
bool_dtype = _new_dtype("bool", "?", "b", 1, bool_, bool, "bool_", "b1", "|b1")
int8 = _new_whole("int8", "b", "i", 1, signedinteger, "|i1")
int16 = _new_whole("int16", "h", "i", 2, signedinteger)
int32 = _new_whole("int32", "i", "i", 4, signedinteger)
int64 = _new_whole("int64", "l", "i", 8, signedinteger, int, "int", "q")
uint8 = _new_whole("uint8", "B", "u", 1, unsignedinteger, "|u1")
uint16 = _new_whole("uint16", "H", "u", 2, unsignedinteger)
uint32 = _new_whole("uint32", "I", "u", 4, unsignedinteger)
uint64 = _new_whole("uint64", "L", "u", 8, unsignedinteger, "uint", "Q")
_new_dtype("float32", "f", "f", 4, float32, "single")
_new_dtype("float64", "d", "f", 8, float64, float, "float", "double")

_WHOLE = {"i": [int8, int16, int32, int64], "u": [uint8, uint16, uint32, uint64]}


def smallest_whole(value):
    """The smallest type that holds an int, as NumPy looks for one."""
    for scalar in _WHOLE["i" if value < 0 else "u"]:
        bits = 8 * scalar._size
        if (-(1 << bits - 1) <= value < 0) or 0 <= value < 1 << bits:
            return dtype(scalar)
    raise OverflowError("Python int too large to convert to C long")


def promote(a, b):
    """The type that holds the items of both."""
    if a is b or b.kind == "b":
        return a
    if a.kind == "b":
        return b
    if "f" in (a.kind, b.kind):
        whole = a if b.kind == "f" else b
        wide = a.char == "d" or b.char == "d" or (whole.kind != "f" and whole.itemsize > 2)
        return dtype(float64 if wide else float32)
    if a.kind == b.kind:
        return a if a.itemsize >= b.itemsize else b
    signed, unsigned = (a, b) if a.kind == "i" else (b, a)
    size = max(signed.itemsize, 2 * unsigned.itemsize)
    return dtype(float64) if size > 8 else dtype(f"i{size}")
