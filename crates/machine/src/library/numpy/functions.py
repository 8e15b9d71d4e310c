"""Operations on whole arrays: item by item, with broadcasting."""

import _numpy

from .types import bool_dtype, dtype, float32, float64, int64, promote, smallest_whole, uint64

_COMPARISONS = "less", "less_equal", "equal", "not_equal", "greater", "greater_equal"
_TRUTHS = "logical_and", "logical_or", "logical_xor", "logical_not", "isnan", "isinf", "isfinite"
_ROUNDED = "sqrt", "exp", "log", "log2", "log10", "sin", "cos", "tan", "true_divide", "arctan2", "hypot"
_TWO = (
    "add subtract multiply true_divide floor_divide remainder power maximum minimum arctan2 hypot bitwise_and bitwise_or "
    "bitwise_xor left_shift right_shift logical_and logical_or logical_xor"
).split()
_ONE = "negative absolute invert sign sqrt exp log log2 log10 sin cos tan floor ceil trunc rint logical_not isnan isinf isfinite".split()
_RANKS = {"b": 0, "i": 1, "u": 1, "f": 2}


def broadcast_shape(*shapes):
    """The shape that all of these stretch to."""
    result = []
    for at in range(1, max(map(len, shapes), default=0) + 1):
        sizes = {shape[-at] for shape in shapes if len(shape) >= at} - {1}
        if len(sizes) > 1:
            said = " ".join("(" + ",".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")" for shape in shapes)
            raise ValueError(f"operands could not be broadcast together with shapes {said} ")
        result.append(sizes.pop() if sizes else 1)
    return tuple(reversed(result))


def common_type(a, b):
    """The type of a result; a single number does not widen the items of an array of its kind."""
    if (a.ndim == 0) != (b.ndim == 0):
        array, single = (b, a) if a.ndim == 0 else (a, b)
        rank, single_rank = _RANKS[array.dtype.kind], _RANKS[single.dtype.kind]
        if single_rank < rank or (single_rank == rank == 2):
            return array.dtype
        if single_rank == rank == 1:
            value = single.item()
            signed = array.dtype.kind == "i" and 0 <= value < 1 << 63
            return promote(array.dtype, smallest_whole(~value if signed else value))
    return promote(a.dtype, b.dtype)


class ufunc:
    """An operation on arrays."""

    __slots__ = "__name__", "nin"

    def __init__(self, name, nin):
        self.__name__, self.nin = name, nin

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *operands, out=None):
        if len(operands) != self.nin:
            raise TypeError(f"{self.__name__}() takes {self.nin} positional arguments but {len(operands)} were given")
        arrays = [as_array(operand) for operand in operands]
        type_ = self._result_type(*arrays)
        if out is None:
            shape = broadcast_shape(*(array.shape for array in arrays))
            result = new_array(shape, type_)
        else:
            result = out
            if type_.kind == "f" and out.dtype.kind != "f":
                raise UFuncTypeError(
                    f"Cannot cast ufunc '{self.__name__}' output from {type_!r} to {out.dtype!r} with casting rule 'same_kind'"
                )
        name = "logical_not" if self.__name__ == "invert" and type_.kind == "b" else self.__name__
        (_numpy.binary if self.nin == 2 else _numpy.unary)(name, *arrays, result)
        return as_scalar(result) if out is None else result

    def _result_type(self, a, b=None):
        name = self.__name__
        if name in _COMPARISONS or name in _TRUTHS:
            return bool_dtype
        type_ = a.dtype if b is None else common_type(a, b)
        if name in _ROUNDED and type_.kind != "f":
            return dtype(float64)
        if type_.kind == "b":
            if name in ("subtract", "negative"):
                raise TypeError(f"numpy boolean {name}, the `{'-'}` operator, is not supported, use the bitwise_xor, the `^` "
                                "operator, or the logical_xor function instead.")
            if name in ("power", "floor_divide", "remainder"):
                return dtype("int8")
        if name == "power" and type_.kind in "iu" and b.size and b.min() < 0:
            raise ValueError("Integers to negative integer powers are not allowed.")
        return type_

    def reduce(self, array, axis=0):
        """Combine the items along an axis."""
        return reduced(self.__name__, as_array(array), axis)

    def accumulate(self, array):
        """All the results on the way of reduce()."""
        return accumulated(self.__name__, as_array(array))


def reduced(name, array, axis=None, type_=None, keepdims=False):
    """One number for each row along an axis, or for all items."""
    if type_ is None:
        type_ = array.dtype
        if name in ("add", "multiply") and type_.kind != "f":
            type_ = dtype(uint64 if type_.kind == "u" else int64)
        elif name in ("any", "all"):
            type_ = bool_dtype
        elif name in ("argmin", "argmax"):
            type_ = dtype(int64)
    if array.size == 0 and name not in ("add", "multiply", "any", "all"):
        if name.startswith("arg"):
            raise ValueError(f"attempt to get {name} of an empty sequence")
        raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
    if axis is None:
        rows, shape, kept = array.ravel(), (), (1,) * array.ndim
    else:
        axis = checked_axis(axis, array.ndim)
        order = [at for at in range(array.ndim) if at != axis] + [axis]
        rows = array.transpose(order)
        shape = rows.shape[:-1]
        kept = array.shape[:axis] + (1,) + array.shape[axis + 1:]
        if name == "add" and axis != array.ndim - 1:
            name = "add_in_turn"
    result = new_array(shape, type_)
    _numpy.reduce(name, rows, result)
    return result.reshape(kept) if keepdims else as_scalar(result)


def accumulated(name, array):
    """Running results, over all items in turn."""
    type_ = array.dtype if array.dtype.kind == "f" else dtype(int64)
    result = new_array((array.size,), type_)
    _numpy.accumulate(name, array.ravel(), result)
    return result


def checked_axis(axis, ndim):
    """The axis, counted from the front."""
    if not -ndim <= axis < ndim:
        raise AxisError(f"axis {axis} is out of bounds for array of dimension {ndim}")
    return axis % ndim


class AxisError(ValueError, IndexError):
    """There is no such axis."""


class UFuncTypeError(TypeError):
    """The operation cannot be done with these types."""


UFuncTypeError.__module__ = "numpy.core._exceptions"
AxisError.__module__ = "numpy.exceptions"
ufunc.__module__ = "numpy"
UFUNCS = {name: ufunc(name, 2) for name in (*_TWO, *_COMPARISONS)} | {name: ufunc(name, 1) for name in _ONE}


def connect(*makers):
    """Hands over what makes arrays: its module needs this one first."""
    global as_array, as_scalar, new_array
    as_array, as_scalar, new_array = makers
