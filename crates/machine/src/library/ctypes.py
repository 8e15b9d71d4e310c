"""C data over the simulated memory: reading any of it, and calling the allocators."""

import _ctypes


class ArgumentError(Exception):
    pass


class _CData:
    """C data: `_address` is where it lies, `_buffer` the block it owns, if it does."""

    _size = 0

    @classmethod
    def from_address(cls, address):
        if not isinstance(address, int):
            raise TypeError("integer expected")
        data = cls.__new__(cls)
        data._address = address
        data._buffer = None
        return data

    @classmethod
    def from_buffer_copy(cls, source, offset=0):
        data = cls()
        for at in range(cls._size):
            _ctypes.store("B", data._address + at, source[offset + at], data._buffer)
        return data

    def _own(self):
        self._buffer = bytearray(self._size)
        # ob_start of the bytearray: its bytes never move, because nothing resizes it.
        self._address = _ctypes.load("Q", id(self._buffer) + 40)

    def __bytes__(self):
        return _ctypes.string_at(self._address, self._size)


class _SimpleType(type):
    """The type of the types of C data: `c_int * 3` is the type of an array."""

    def __mul__(cls, length):
        if length < 0:
            raise ValueError("Array length must be >= 0, not %d" % length)
        return _array_type(cls, length)

    __rmul__ = __mul__


class _SimpleCData(_CData, metaclass=_SimpleType):
    """A number or a pointer."""

    _type_ = "B"
    _code = "B"

    def __init__(self, value=None):
        self._own()
        if value is not None:
            self.value = value

    @property
    def value(self):
        return self._from_number(_ctypes.load(self._code, self._address))

    @value.setter
    def value(self, value):
        _ctypes.store(self._code, self._address, self._to_number(value), self._buffer)

    @classmethod
    def _to_number(cls, value):
        if isinstance(value, _SimpleCData):
            value = value.value
        if cls._code in "fd":
            if not isinstance(value, (int, float)):
                raise TypeError("must be real number, not " + type(value).__name__)
            return float(value)
        if not isinstance(value, int):
            raise TypeError("an integer is required (got type %s)" % type(value).__name__)
        value &= (1 << 8 * cls._size) - 1
        if cls._code.islower() and value >> 8 * cls._size - 1:
            value -= 1 << 8 * cls._size
        return value

    @classmethod
    def _from_number(cls, number):
        return number

    @classmethod
    def from_param(cls, value):
        return cls._to_number(value)

    def __bool__(self):
        return bool(self.value)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.value)


def _simple(name, letter, code, size):
    return _SimpleType(name, (_SimpleCData,), {
        "_type_": letter, "_code": code, "_size": size, "__module__": "ctypes"})


c_byte = _simple("c_byte", "b", "b", 1)
c_ubyte = _simple("c_ubyte", "B", "B", 1)
c_short = _simple("c_short", "h", "h", 2)
c_ushort = _simple("c_ushort", "H", "H", 2)
c_int = _simple("c_int", "i", "i", 4)
c_uint = _simple("c_uint", "I", "I", 4)
c_long = _simple("c_long", "l", "q", 8)
c_ulong = _simple("c_ulong", "L", "Q", 8)
c_float = _simple("c_float", "f", "f", 4)
c_double = _simple("c_double", "d", "d", 8)
c_longlong = c_int64 = c_ssize_t = c_long
c_ulonglong = c_uint64 = c_size_t = c_ulong
c_int8, c_uint8 = c_byte, c_ubyte
c_int16, c_uint16 = c_short, c_ushort
c_int32, c_uint32 = c_int, c_uint


class c_bool(_SimpleCData):
    _type_, _code, _size = "?", "B", 1

    @classmethod
    def _to_number(cls, value):
        return int(bool(value))

    @classmethod
    def _from_number(cls, number):
        return bool(number)


class c_char(_SimpleCData):
    _type_, _code, _size = "c", "B", 1

    @classmethod
    def _to_number(cls, value):
        if isinstance(value, (bytes, bytearray)) and len(value) == 1:
            return value[0]
        if isinstance(value, int) and 0 <= value < 256:
            return value
        raise TypeError("one character bytes, bytearray or integer expected")

    @classmethod
    def _from_number(cls, number):
        return bytes([number])


class c_void_p(_SimpleCData):
    _type_, _code, _size = "P", "Q", 8

    @classmethod
    def _to_number(cls, value):
        if value is None:
            return 0
        if isinstance(value, _CData):
            return value._pointer_value()
        if not isinstance(value, int):
            raise TypeError("cannot be converted to pointer")
        return value & (1 << 64) - 1

    @classmethod
    def _from_number(cls, number):
        return number or None


class c_char_p(_SimpleCData):
    _type_, _code, _size = "z", "Q", 8

    @classmethod
    def _to_number(cls, value):
        if value is None:
            return 0
        if isinstance(value, bytes):
            return id(value) + 32
        if isinstance(value, int):
            return value & (1 << 64) - 1
        raise TypeError("bytes or integer address expected instead of %s instance" % type(value).__name__)

    @classmethod
    def _from_number(cls, number):
        return _ctypes.string_at(number, -1) if number else None


class py_object(_SimpleCData):
    _type_, _code, _size = "O", "Q", 8

    def __init__(self, *value):
        self._own()
        self._held = value
        if value:
            _ctypes.store("Q", self._address, id(value[0]), self._buffer)

    @property
    def value(self):
        address = _ctypes.load("Q", self._address)
        if not address:
            raise ValueError("PyObject is NULL")
        return _ctypes.object_at(address)

    @value.setter
    def value(self, value):
        self._held = (value,)
        _ctypes.store("Q", self._address, id(value), self._buffer)

    @classmethod
    def from_param(cls, value):
        return value

    def __repr__(self):
        return "py_object(%r)" % (self.value,)


def _pointer_value(self):
    """What the data is worth as a pointer: of an array its address, of a pointer what it holds."""
    if isinstance(self, (_Pointer, c_void_p, c_char_p)):
        return _ctypes.load("Q", self._address)
    return self._address


_CData._pointer_value = _pointer_value


class Array(_CData, metaclass=_SimpleType):
    """So many of a type, side by side."""

    def __init__(self, *values):
        self._own()
        for at, value in enumerate(values):
            self[at] = value

    def __len__(self):
        return self._length_

    def _item(self, index):
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError("invalid index")
        item = self._type_.from_address(self._address + index * self._type_._size)
        item._buffer = self._buffer
        return item

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._length_))]
        item = self._item(index)
        return item.value if isinstance(item, _SimpleCData) else item

    def __setitem__(self, index, value):
        self._item(index).value = value

    def __iter__(self):
        for at in range(self._length_):
            yield self[at]

    @property
    def raw(self):
        return bytes(self)

    @property
    def value(self):
        return bytes(self).split(b"\0")[0]


_arrays = {}
_pointers = {}


def _array_type(of, length):
    if (of, length) not in _arrays:
        _arrays[of, length] = _SimpleType("%s_Array_%d" % (of.__name__, length), (Array,), {
            "_type_": of, "_length_": length, "_size": of._size * length})
    return _arrays[of, length]


class _Pointer(_CData, metaclass=_SimpleType):
    """The address of data of a type."""

    _code, _size = "Q", 8

    def __init__(self, target=None):
        self._own()
        self._target = target
        if target is not None:
            _ctypes.store("Q", self._address, target._address, self._buffer)

    @property
    def contents(self):
        address = self._pointer_value()
        if not address:
            raise ValueError("NULL pointer access")
        data = self._type_.from_address(address)
        if self._target is not None:
            data._buffer = self._target._buffer
        return data

    def __getitem__(self, index):
        address = self._pointer_value()
        if not address:
            raise ValueError("NULL pointer access")
        if isinstance(index, slice):
            return [self[at] for at in range(index.start or 0, index.stop, index.step or 1)]
        item = self._type_.from_address(address + index * self._type_._size)
        return item.value if isinstance(item, _SimpleCData) else item

    def __bool__(self):
        return self._pointer_value() != 0


def POINTER(of):
    if of not in _pointers:
        _pointers[of] = _SimpleType("LP_" + of.__name__, (_Pointer,), {"_type_": of})
    return _pointers[of]


def pointer(data):
    return POINTER(type(data))(data)


class _Reference:
    def __init__(self, data, offset):
        self._address = data._address + offset


def byref(data, offset=0):
    return _Reference(data, offset)


class _StructureType(_SimpleType):
    """Lays the fields out as C does."""

    def __new__(meta, name, bases, namespace):
        cls = super().__new__(meta, name, bases, namespace)
        if "_fields_" in namespace:
            _lay_out(cls, namespace["_fields_"])
        return cls


class _Field:
    def __init__(self, of, offset):
        self._of, self.offset, self.size = of, offset, of._size

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        data = self._of.from_address(instance._address + self.offset)
        data._buffer = instance._buffer
        return data.value if isinstance(data, _SimpleCData) else data

    def __set__(self, instance, value):
        data = self._of.from_address(instance._address + self.offset)
        data._buffer = instance._buffer
        data.value = value


def _lay_out(cls, fields):
    at, most = getattr(cls.__bases__[0], "_size", 0), 1
    for name, of in fields:
        align = alignment(of)
        most = max(most, align)
        at = (at + align - 1) // align * align
        setattr(cls, name, _Field(of, at))
        at += of._size
    cls._align = most
    cls._size = (at + most - 1) // most * most


class Structure(_CData, metaclass=_StructureType):
    """A C struct: `_fields_` says of what."""

    _align = 1

    def __init__(self, *values, **named):
        self._own()
        for (name, _), value in zip(self._fields_, values):
            setattr(self, name, value)
        for name, value in named.items():
            setattr(self, name, value)


def alignment(of):
    of = of if isinstance(of, type) else type(of)
    if issubclass(of, Structure):
        return of._align
    return alignment(of._type_) if issubclass(of, Array) else of._size


def sizeof(of):
    size = getattr(of, "_size", None)
    if size is None:
        raise TypeError("this type has no size")
    return size


def addressof(data):
    if not isinstance(data, _CData):
        raise TypeError("invalid type")
    return data._address


def cast(data, to):
    if isinstance(data, (_CData, _Reference)):
        address = data._pointer_value() if isinstance(data, _CData) else data._address
    else:
        address = c_char_p._to_number(data) if isinstance(data, bytes) else c_void_p._to_number(data)
    pointer = to.__new__(to)
    pointer._own()
    pointer._target = None
    pointer._held = data
    _ctypes.store("Q", pointer._address, address, pointer._buffer)
    return pointer


def string_at(ptr, size=-1):
    if not isinstance(ptr, int):
        ptr = cast(ptr, c_void_p).value or 0
    return _ctypes.string_at(ptr, size)


def create_string_buffer(init, size=None):
    if isinstance(init, int):
        init, size = b"", init
    data = (c_char * (len(init) + 1 if size is None else size))()
    for at, byte in enumerate(init):
        data[at] = byte
    return data


_FUNCTIONS = {
    "PyUnicode_AsUTF8": _ctypes.utf8_of,
}


def _allocators():
    def entry(function, letter):
        return lambda *args: function(letter, *args)

    for prefix, letter in (("PyObject_", "o"), ("PyMem_", "m"), ("PyMem_Raw", "r")):
        for name in ("Malloc", "Calloc", "Realloc", "Free"):
            _FUNCTIONS[prefix + name] = entry(getattr(_ctypes, name.lower()), letter)


_allocators()


class _FuncPtr:
    """A function of the interpreter."""

    restype = c_int
    argtypes = None

    def __init__(self, name):
        self.__name__ = name
        self._function = _FUNCTIONS[name]

    def __call__(self, *args):
        types = self.argtypes
        if types is not None:
            if len(args) < len(types):
                raise TypeError("this function takes at least %d argument%s (%d given)"
                                % (len(types), "s" * (len(types) != 1), len(args)))
            args = [self._convert(at, of, value) for at, (of, value) in enumerate(zip(types, args))]
        result = self._function(*args)
        restype = self.restype
        if restype is None:
            return None
        if isinstance(result, bytes):
            return result
        return restype._from_number(restype._to_number(result or 0))

    def _convert(self, at, of, value):
        try:
            return of.from_param(value)
        except TypeError as error:
            raise ArgumentError("argument %d: TypeError: %s" % (at + 1, error)) from None


class PyDLL:
    """The functions of a library, by name."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in _FUNCTIONS:
            raise AttributeError("undefined symbol: " + name)
        function = _FuncPtr(name)
        setattr(self, name, function)
        return function

    def __getitem__(self, name):
        return getattr(self, name)


pythonapi = PyDLL(None)
