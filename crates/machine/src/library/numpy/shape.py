"""Shapes, strides and keys."""

import _numpy


class Flags:
    """What is known about the buffer of an array."""

    __slots__ = "c_contiguous", "f_contiguous", "owndata", "writeable"

    def __init__(self, array):
        self.c_contiguous = array._in_order()
        self.f_contiguous = array.T._in_order()
        self.owndata, self.writeable = array._owns_data, True

    def __getitem__(self, name):
        return getattr(self, name.lower())

    def __repr__(self):
        known = [("C_CONTIGUOUS", self.c_contiguous), ("F_CONTIGUOUS", self.f_contiguous), ("OWNDATA", self.owndata),
                 ("WRITEABLE", True), ("ALIGNED", True), ("WRITEBACKIFCOPY", False)]
        return "".join(f"  {name} : {value}\n" for name, value in known)


def as_shape(given):
    """Lengths of dimensions, given as a tuple or as one number."""
    if isinstance(given, (list, tuple)):
        return tuple(length.__index__() for length in given)
    return (given.__index__(),)


def shape_text(shape):
    """As NumPy's messages write a shape."""
    return "(" + ",".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")"


def plain_strides(shape, size):
    """The strides of items that lie in order."""
    strides, step = [], size
    for length in reversed(shape):
        strides.insert(0, step)
        step *= length or 1
    return tuple(strides)


def checked_index(index, axis, length):
    """An index counted from the front."""
    try:
        at = index.__index__()
    except AttributeError:
        raise IndexError("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean "
                         "arrays are valid indices") from None
    if not -length <= at < length:
        raise IndexError(f"index {at} is out of bounds for axis {axis} with size {length}")
    return at % length


def is_fancy(key):
    """Whether a key has arrays of indices or a mask."""
    if isinstance(key, tuple):
        return any(isinstance(one, (_numpy.buffer, list)) for one in key)
    return isinstance(key, (list, _numpy.buffer)) or key is True or key is False


def has_ellipsis(key):
    """Whether a key keeps an array an array."""
    return key is ... or isinstance(key, tuple) and any(one is ... or one is None for one in key)
