"""The array: a header, and its items side by side in one buffer."""

import _numpy

from . import functions
from .shape import Flags, as_shape, checked_index, has_ellipsis, is_fancy, plain_strides, shape_text
from .text import array_repr, array_text
from .types import bool_dtype, dtype, float64, generic, int64, uint64


def new_array(shape, type_, cls=None):
    """An array of zeros with a buffer of its own."""
    type_ = dtype(type_)
    return _numpy.empty(cls or ndarray, type_, type_.char, shape)


def _discover(value, items):
    """The shape of nested sequences; their numbers are collected on the way."""
    if isinstance(value, ndarray):
        items += value.ravel().tolist()
        return value.shape
    if isinstance(value, generic):
        items.append(value.item())
        return ()
    if isinstance(value, (int, float)):
        items.append(value)
        return ()
    if isinstance(value, (list, tuple, range)):
        shapes = {_discover(one, items) for one in value}
        if len(shapes) > 1:
            raise ValueError(
                "setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. "
                f"The detected shape was ({len(value)},) + inhomogeneous part."
            )
        return len(value), *(shapes.pop() if shapes else ())
    raise TypeError(f"arrays here hold numbers and truth values, not {type(value).__name__!r} objects")


def _type_of_items(items):
    if any(isinstance(item, float) for item in items) or not items:
        return dtype(float64)
    if all(isinstance(item, bool) for item in items):
        return bool_dtype
    return dtype(uint64 if max(items) > 0x7fff_ffff_ffff_ffff else int64)


def _type_within(value):
    """The type of the first array or item found in nested sequences."""
    if isinstance(value, (ndarray, generic)):
        return value.dtype
    if isinstance(value, (list, tuple)) and value:
        return _type_within(value[0])
    return None


def as_array(value, type_=None):
    """An array, as it is if it is one of this type."""
    if isinstance(value, ndarray):
        return value if type_ is None or value.dtype is dtype(type_) else value.astype(type_)
    items = []
    shape = _discover(value, items)
    wanted = dtype(type_) if type_ is not None else _type_within(value) or _type_of_items(items)
    result = new_array(shape, wanted)
    if wanted.kind in "iu":
        items = [int(item) for item in items]
    _numpy.fill(result, items)
    return result


def as_scalar(array):
    """An array without dimensions becomes an item."""
    return array.dtype.type(_numpy.items(array)[0]) if array.shape == () else array


@_numpy.without_collector
class ndarray(_numpy.buffer):
    """Items of one type in one buffer, of this array or of the array that it is a view of."""

    __slots__ = ()

    def __new__(cls, shape, dtype=float):
        return new_array(as_shape(shape), dtype, cls)

    @property
    def ndim(self):
        """How many dimensions there are."""
        return len(self.shape)

    @property
    def size(self):
        """How many items there are."""
        count = 1
        for length in self.shape:
            count *= length
        return count

    @property
    def itemsize(self):
        """Bytes of an item."""
        return self.dtype.itemsize

    @property
    def nbytes(self):
        """Bytes of all items."""
        return self.size * self.itemsize

    @property
    def T(self):
        """The view with its dimensions in reverse order."""
        return self.transpose()

    @property
    def flags(self):
        """What is known about the buffer."""
        return Flags(self)

    def __sizeof__(self):
        return 96 + 16 * self.ndim + (self.nbytes if self._owns_data else 0)

    def __len__(self):
        if not self.shape:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def __iter__(self):
        if not self.shape:
            raise TypeError("iteration over a 0-d array")
        return (self[at] for at in range(self.shape[0]))

    def __contains__(self, value):
        return bool((self == value).any())

    def __bool__(self):
        if self.size > 1:
            raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
        return self.size == 1 and bool(self.item())

    def __int__(self):
        return int(self._only())

    def __float__(self):
        return float(self._only())

    def __index__(self):
        if self.dtype.kind not in "iu" or self.ndim:
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return self.item()

    def _only(self):
        if self.size != 1:
            raise TypeError("only length-1 arrays can be converted to Python scalars")
        return self.item()

    def __str__(self):
        return array_text(self) if self.shape else str(as_scalar(self))

    def __format__(self, spec):
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)

    __repr__ = array_repr
    __hash__ = None

    # ---- items and views

    def item(self, *index):
        """One item as a number of Python."""
        if index:
            return self[index if len(index) > 1 or self.ndim == 1 else divmod(index[0], self.shape[-1])].item()
        if self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return _numpy.items(self)[0]

    def tolist(self):
        """Nested lists of Python's numbers."""
        items = _numpy.items(self)
        if not self.shape:
            return items[0]
        for length in reversed(self.shape[1:]):
            items = [items[at:at + length] for at in range(0, len(items), length)] if length else []
        return items

    def _view(self, offset, shape, strides, type_=None):
        """A view that begins `offset` bytes after this one."""
        owner = self if self._owns_data else self.base
        type_ = type_ or self.dtype
        return _numpy.view(type(self), owner, type_, type_.char, self._data - owner._data + offset, shape, strides)

    def _select(self, key):
        """The view that integers, slices, `...` and None choose."""
        keys = key if isinstance(key, tuple) else (key,)
        used = sum(one is not None and one is not ... for one in keys)
        if used > self.ndim:
            raise IndexError(f"too many indices for array: array is {self.ndim}-dimensional, but {used} were indexed")
        if not any(one is ... for one in keys):
            keys += (...,)
        offset, shape, strides, at = 0, [], [], 0
        for one in keys:
            if one is None:
                shape.append(1)
                strides.append(0)
            elif one is ...:
                rest = self.ndim - used
                shape += self.shape[at:at + rest]
                strides += self.strides[at:at + rest]
                at += rest
            elif isinstance(one, slice):
                start, stop, step = one.indices(self.shape[at])
                count = len(range(start, stop, step))
                offset += start * self.strides[at] if count else 0
                shape.append(count)
                strides.append(step * self.strides[at])
                at += 1
            else:
                offset += checked_index(one, at, self.shape[at]) * self.strides[at]
                at += 1
        return self._view(offset, tuple(shape), tuple(strides))

    def _positions(self, key):
        """For masks and arrays of indices: the rows they choose from, which rows, and in what shape."""
        if isinstance(key, tuple):
            keys = [as_array(one, int64) for one in key]
            shape = functions.broadcast_shape(*(one.shape for one in keys))
            flat = 0
            for at, one in enumerate(keys):
                inside = functions.UFUNCS["remainder"](one, self.shape[at])
                flat = flat * self.shape[at] + inside
            return self.reshape((-1, *self.shape[len(keys):])), as_array(flat, int64), shape
        key = as_array(key)
        if key.dtype.kind != "b":
            return self, key if key.size else key.astype(int64), key.shape
        for at, length in enumerate(key.shape):
            if self.shape[at] != length:
                raise IndexError(
                    f"boolean index did not match indexed array along dimension {at}; dimension is {self.shape[at]} "
                    f"but corresponding boolean dimension is {length}"
                )
        places = new_array((key.size,), int64)
        count = _numpy.nonzero(key, places)
        return self.reshape((-1, *self.shape[key.ndim:])), places[:count], (count,)

    def __getitem__(self, key):
        if not is_fancy(key):
            view = self._select(key)
            return as_scalar(view) if view.shape == () and not has_ellipsis(key) else view
        rows, places, shape = self._positions(key)
        result = new_array((places.size, *rows.shape[1:]), self.dtype)
        _numpy.take(rows, places.ravel(), result)
        return result.reshape((*shape, *rows.shape[1:]))

    def __setitem__(self, key, value):
        if not is_fancy(key):
            target = self._select(key)
            _fill_from(target, value)
            return
        rows, places, _ = self._positions(key)
        values = new_array((places.size, *rows.shape[1:]), self.dtype)
        _fill_from(values, value)
        _numpy.put(rows, places.ravel(), values)
        if _owner(rows) is not _owner(self):
            _numpy.unary("copy", rows.reshape(self.shape), self)

    # ---- other shapes and types

    def _in_order(self):
        return self.strides == plain_strides(self.shape, self.itemsize)

    def reshape(self, *shape, order="C"):
        """The same items in another shape: a view, if they lie in order."""
        wanted = as_shape(shape[0] if len(shape) == 1 else shape)
        if -1 in wanted:
            known = 1
            for length in wanted:
                known *= length if length != -1 else 1
            fill = self.size // known if known else 0
            filled = tuple(fill if length == -1 else length for length in wanted)
        else:
            filled = wanted
        count = 1
        for length in filled:
            count *= length
        if count != self.size:
            raise ValueError(f"cannot reshape array of size {self.size} into shape {shape_text(wanted)}")
        source = self if self._in_order() else self.copy()
        return source._view(0, filled, plain_strides(filled, self.itemsize))

    def ravel(self):
        """All items in one dimension: a view, if they lie in order."""
        return self.reshape(-1) if self.size else self.reshape((0,))

    def flatten(self):
        """All items in one dimension, copied."""
        return self.ravel().copy()

    def transpose(self, *axes):
        """The view with its dimensions in another order."""
        order = axes[0] if len(axes) == 1 and axes[0] is not None else axes
        order = [at % self.ndim for at in order] if order and order != (None,) else range(self.ndim - 1, -1, -1)
        return self._view(0, tuple(self.shape[at] for at in order), tuple(self.strides[at] for at in order))

    def view(self, type_=None):
        """Another array on the same buffer, perhaps with another type of the same size."""
        type_ = dtype(type_) if type_ is not None else self.dtype
        if type_.itemsize == self.itemsize:
            return self._view(0, self.shape, self.strides, type_)
        length, rest = divmod(self.nbytes, type_.itemsize)
        if rest or self.ndim != 1 or not self._in_order():
            raise ValueError("When changing to a larger dtype, its size must be a divisor of the total size in bytes "
                             "of the last axis of the array.")
        return self._view(0, (length,), (type_.itemsize,), type_)

    def astype(self, type_, copy=True):
        """A copy with items of another type."""
        result = new_array(self.shape, type_)
        _numpy.unary("copy", self, result)
        return result

    def copy(self, order="C"):
        """A copy with a buffer of its own."""
        return self.astype(self.dtype)

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo):
        return self.copy()

    def fill(self, value):
        """Make all items the same."""
        _fill_from(self, value)

    def tobytes(self):
        """The bytes of all items."""
        import struct
        letters = {"l": "q", "L": "Q"}
        char = letters.get(self.dtype.char, self.dtype.char)
        return struct.pack(f"<{self.size}{char}", *self.ravel().tolist())

    # ---- reductions

    def sum(self, axis=None, dtype=None, keepdims=False):
        """The sum of the items."""
        return functions.reduced("add", self if dtype is None else self.astype(dtype), axis, None, keepdims)

    def prod(self, axis=None, keepdims=False):
        """The product of the items."""
        return functions.reduced("multiply", self, axis, None, keepdims)

    def min(self, axis=None, keepdims=False):
        """The smallest item."""
        return functions.reduced("minimum", self, axis, None, keepdims)

    def max(self, axis=None, keepdims=False):
        """The largest item."""
        return functions.reduced("maximum", self, axis, None, keepdims)

    def argmin(self, axis=None):
        """The place of the first smallest item."""
        return functions.reduced("argmin", self, axis)

    def argmax(self, axis=None):
        """The place of the first largest item."""
        return functions.reduced("argmax", self, axis)

    def any(self, axis=None):
        """Whether an item is true."""
        return functions.reduced("any", self, axis)

    def all(self, axis=None):
        """Whether all items are true."""
        return functions.reduced("all", self, axis)

    def mean(self, axis=None, keepdims=False):
        """The average."""
        type_ = self.dtype if self.dtype.kind == "f" else dtype(float64)
        count = self.size if axis is None else self.shape[axis]
        total = functions.reduced("add", as_array(self, type_), axis, type_, keepdims)
        return functions.UFUNCS["true_divide"](total, type_.type(count)) if count else type_.type(float("nan"))

    def var(self, axis=None, ddof=0):
        """The variance."""
        count = self.size if axis is None else self.shape[axis]
        apart = self - self.mean(axis, True)
        return functions.reduced("add", apart * apart, axis) / apart.dtype.type(count - ddof)

    def std(self, axis=None, ddof=0):
        """The standard deviation."""
        return functions.UFUNCS["sqrt"](self.var(axis, ddof))

    def cumsum(self):
        """Running sums."""
        return functions.accumulated("add", self)

    def cumprod(self):
        """Running products."""
        return functions.accumulated("multiply", self)

    def round(self, decimals=0):
        """Rounded items."""
        scale = 10.0 ** decimals
        return functions.UFUNCS["rint"](self * scale) / scale if self.dtype.kind == "f" else self.copy()

    def clip(self, least, most):
        """Items no smaller and no larger than these."""
        return functions.UFUNCS["minimum"](functions.UFUNCS["maximum"](self, least), most)

    def dot(self, other):
        """The product of matrices or vectors."""
        other = as_array(other)
        if self.ndim == 0 or other.ndim == 0:
            return self * other
        left = self.reshape((1, -1)) if self.ndim == 1 else self
        right = other.reshape((-1, 1)) if other.ndim == 1 else other
        if left.shape[1] != right.shape[0]:
            said = f"{shape_text(self.shape)} and {shape_text(other.shape)}"
            raise ValueError(f"shapes {said} not aligned: {left.shape[1]} (dim {self.ndim - 1}) != {right.shape[0]} (dim 0)")
        result = new_array((left.shape[0], right.shape[1]), functions.promote(self.dtype, other.dtype))
        _numpy.dot(left, right, result)
        shape = (self.shape[:1] if self.ndim > 1 else ()) + (other.shape[1:] if other.ndim > 1 else ())
        return as_scalar(result.reshape(shape))

    def __matmul__(self, other):
        other = as_array(other)
        if self.ndim == 0 or other.ndim == 0:
            raise ValueError("matmul: Input operand does not have enough dimensions (has 0, gufunc core with signature "
                             "(n?,k),(k,m?)->(n?,m?) requires 1)")
        left, right = self.shape[-1], other.shape[0]
        if left != right:
            raise ValueError("matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
                             f"(n?,k),(k,m?)->(n?,m?) (size {right} is different from {left})")
        return self.dot(other)

    def sort(self, axis=-1):
        """Sort in place."""
        rows = self if self.ndim == 1 else None
        if rows is None:
            for row in self:
                row.sort()
            return
        ordered = new_array(self.shape, self.dtype)
        _numpy.fill(ordered, sorted(self.tolist()))
        _numpy.unary("copy", ordered, self)

    def argsort(self):
        """The places of the items in sorted order."""
        items = self.tolist()
        return as_array(sorted(range(len(items)), key=items.__getitem__), int64)

    def nonzero(self):
        """The places of the items that are not zero."""
        places = new_array((self.size,), int64)
        count = _numpy.nonzero(self, places)
        flat, found = places[:count].copy(), []
        for length in reversed(self.shape):
            found.insert(0, flat % length)
            flat = flat // length
        return tuple(found)


def _owner(array):
    return array if array._owns_data else array.base


def _fill_from(target, value):
    """Copy a value into an array or view, stretched to its shape."""
    value = as_array(value)
    missing = value.ndim - target.ndim
    shape = value.shape[missing:] if missing > 0 and set(value.shape[:missing]) == {1} else value.shape
    try:
        fits = functions.broadcast_shape(shape, target.shape) == target.shape
    except ValueError:
        fits = False
    if not fits:
        raise ValueError(
            f"could not broadcast input array from shape {shape_text(value.shape)} into shape {shape_text(target.shape)}"
        )
    _numpy.unary("copy", value.reshape(shape), target)


functions.connect(as_array, as_scalar, new_array)
ndarray.__module__ = "numpy"
