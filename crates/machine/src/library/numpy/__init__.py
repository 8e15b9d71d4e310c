"""A small part of NumPy: arrays of numbers as one contiguous buffer, laid out as NumPy lays them out."""

import builtins as _builtins
import math as _math

from .array import as_array as _as_array, as_scalar as _as_scalar, ndarray, new_array as _new_array
from . import operators as _operators
from .functions import AxisError, UFUNCS as _UFUNCS, broadcast_shape as _broadcast_shape, common_type as _common_type, ufunc
from .types import (
    bool_, dtype, float32, float64, floating, generic, inexact, int8, int16, int32, int64, integer, number, promote as result_type,
    signedinteger, uint8, uint16, uint32, uint64, unsignedinteger,
)

globals().update(_UFUNCS)
abs, divide, mod, float_power = _UFUNCS["absolute"], _UFUNCS["true_divide"], _UFUNCS["remainder"], _UFUNCS["power"]
bitwise_not = _UFUNCS["invert"]
int_, float_, double, single, intc, uint, byte, ubyte = int64, float64, float64, float32, int32, uint64, int8, uint8
True_, False_ = bool_(True), bool_(False)
pi, e, inf, nan, newaxis = _math.pi, _math.e, _math.inf, _math.nan, None
__version__ = "1.26.4"


def array(object, dtype=None, copy=True, ndmin=0):
    """An array of the numbers in a sequence, or a copy of an array."""
    made = _as_array(object, dtype)
    if copy and made is object:
        made = made.copy()
    while made.ndim < ndmin:
        made = made.reshape((1, *made.shape))
    return made


def asarray(a, dtype=None):
    """An array; not copied if it is one."""
    return _as_array(a, dtype)


def _shape(shape):
    return tuple(shape) if isinstance(shape, (list, tuple)) else (shape,)


def empty(shape, dtype=float):
    """An array whose items do not matter; here they are zero."""
    return _new_array(_shape(shape), dtype)


def zeros(shape, dtype=float):
    """An array of zeros."""
    return _new_array(_shape(shape), dtype)


def full(shape, fill_value, dtype=None):
    """An array with the same item everywhere."""
    made = _new_array(_shape(shape), _as_array(fill_value).dtype if dtype is None else dtype)
    made[...] = fill_value
    return made


def ones(shape, dtype=float):
    """An array of ones."""
    return full(shape, 1, dtype)


def zeros_like(a, dtype=None):
    """Zeros in the shape of another array."""
    return zeros(_as_array(a).shape, dtype or _as_array(a).dtype)


def ones_like(a, dtype=None):
    """Ones in the shape of another array."""
    return ones(_as_array(a).shape, dtype or _as_array(a).dtype)


def full_like(a, fill_value, dtype=None):
    """The same item everywhere, in the shape of another array."""
    return full(_as_array(a).shape, fill_value, dtype or _as_array(a).dtype)


empty_like = zeros_like


def arange(start, stop=None, step=1, dtype=None):
    """Numbers in steps; the end is left out."""
    start, stop = (0, start) if stop is None else (start, stop)
    count = _builtins.max(_math.ceil((stop - start) / step), 0)
    whole = _builtins.all(not isinstance(bound, (float, floating)) for bound in (start, stop, step))
    numbers = _as_array(range(count), int64) * 1
    made = numbers * step + start if whole else numbers * float(step) + float(start)
    return made.astype(dtype) if dtype is not None else made


def linspace(start, stop, num=50, endpoint=True, dtype=None):
    """So many numbers with equal distances."""
    parts = num - 1 if endpoint else num
    made = _as_array(range(num), float64) * ((stop - start) / parts if parts else 0.0) + float(start)
    if endpoint and num > 1:
        made[-1] = stop
    return made.astype(dtype) if dtype is not None else made


def eye(N, M=None, dtype=float):
    """Ones on the diagonal."""
    made = zeros((N, N if M is None else M), dtype)
    for at in range(_builtins.min(made.shape)):
        made[at, at] = 1
    return made


identity = eye


def _method(name, doc):
    def function(a, *args, **kwargs):
        return getattr(_as_array(a), name)(*args, **kwargs)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


sum = _method("sum", "The sum of the items.")
prod = _method("prod", "The product of the items.")
min = amin = _method("min", "The smallest item.")
max = amax = _method("max", "The largest item.")
mean = _method("mean", "The average.")
var = _method("var", "The variance.")
std = _method("std", "The standard deviation.")
any = _method("any", "Whether an item is true.")
all = _method("all", "Whether all items are true.")
argmin = _method("argmin", "The place of the first smallest item.")
argmax = _method("argmax", "The place of the first largest item.")
argsort = _method("argsort", "The places of the items in sorted order.")
cumsum = _method("cumsum", "Running sums.")
cumprod = _method("cumprod", "Running products.")
reshape = _method("reshape", "The same items in another shape.")
transpose = _method("transpose", "The view with its dimensions in another order.")
ravel = _method("ravel", "All items in one dimension.")
round = around = _method("round", "Rounded items.")
clip = _method("clip", "Items no smaller and no larger than these.")
dot = matmul = _method("dot", "The product of matrices or vectors.")
copy = _method("copy", "A copy with a buffer of its own.")
nonzero = _method("nonzero", "The places of the items that are not zero.")


def average(a):
    """The average."""
    return mean(a)


def median(a):
    """The item in the middle, or the average of the two."""
    items = sort(_as_array(a).ravel())
    middle = items[(items.size - 1) // 2:items.size // 2 + 1]
    return middle.mean()


def sort(a):
    """A sorted copy."""
    made = array(a)
    made.sort()
    return made


def unique(a):
    """The different items, sorted."""
    a = _as_array(a)
    return array(sorted(set(a.ravel().tolist())), a.dtype)


def where(condition, x=None, y=None):
    """Items of `x` where the condition holds, else of `y`; alone, the places where it holds."""
    condition = _as_array(condition)
    if x is None:
        return condition.nonzero()
    x, y = _as_array(x), _as_array(y)
    shape = _broadcast_shape(condition.shape, x.shape, y.shape)
    made = _new_array(shape, _common_type(x, y))
    made[...] = y
    chosen = _new_array(shape, condition.dtype)
    chosen[...] = condition
    source = _new_array(shape, made.dtype)
    source[...] = x
    chosen = chosen != 0
    made[chosen] = source[chosen]
    return _as_scalar(made)


def concatenate(arrays, axis=0):
    """Arrays one after the other."""
    parts = [_as_array(part) for part in arrays]
    type_ = parts[0].dtype
    for part in parts[1:]:
        type_ = result_type(type_, part.dtype)
    shape = list(parts[0].shape)
    shape[axis] = _builtins.sum(part.shape[axis] for part in parts)
    made, start = _new_array(tuple(shape), type_), 0
    for part in parts:
        end = start + part.shape[axis]
        made[(slice(None),) * (axis % made.ndim) + (slice(start, end),)] = part
        start = end
    return made


def stack(arrays, axis=0):
    """Arrays side by side along a new axis."""
    parts = [_as_array(part) for part in arrays]
    return concatenate([part[(slice(None),) * axis + (None,)] for part in parts], axis)


def vstack(arrays):
    """Arrays one below the other."""
    return concatenate([array(part, ndmin=2, copy=False) for part in arrays], 0)


def hstack(arrays):
    """Arrays one beside the other."""
    parts = [_as_array(part) for part in arrays]
    return concatenate(parts, 0 if parts[0].ndim == 1 else 1)


def diff(a):
    """The distances of neighbours."""
    a = _as_array(a)
    return a[1:] - a[:-1]


def array_equal(a, b):
    """Whether shape and items are the same."""
    a, b = _as_array(a), _as_array(b)
    return a.shape == b.shape and bool((a == b).all())


def allclose(a, b, rtol=1e-05, atol=1e-08):
    """Whether the items are nearly the same."""
    a, b = _as_array(a), _as_array(b)
    return bool((abs(a - b) <= abs(b) * rtol + atol).all())


def shares_memory(a, b):
    """Whether two arrays are views of one buffer."""
    return (a.base if a.base is not None else a) is (b.base if b.base is not None else b)


may_share_memory = shares_memory


def array_repr(arr):
    """As `repr()` shows it."""
    return repr(arr)


def array_str(a):
    """As `str()` shows it."""
    return str(a)
