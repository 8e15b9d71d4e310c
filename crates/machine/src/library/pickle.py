"""Objects as bytes, and bytes as objects, in the formats that CPython writes (its pickletools explain them)."""

import io
import struct
import sys
from copyreg import _extension_cache, _extension_registry, _inverted_registry, dispatch_table
from functools import partial

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "PickleBuffer", "dump", "dumps", "load", "loads"]

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
_FRAME = 64 * 1024
#: How many items are added to a container at once.
_BATCH = 1000


class PickleError(Exception):
    """What goes wrong with pickles."""


class PicklingError(PickleError):
    """An object that cannot be pickled."""


class UnpicklingError(PickleError):
    """Bytes that are no pickle."""


for _error in PickleError, PicklingError, UnpicklingError:
    # As the tracebacks of CPython, in which they are written in C, name them.
    _error.__module__ = "_pickle"


class PickleBuffer:
    """A buffer that may travel beside the pickle; here it never does."""

    def __init__(self, buffer):
        self._view = memoryview(buffer)

    def raw(self):
        return self._view.cast("B")

    def release(self):
        self._view.release()


def _number(opcodes, sizes, n):
    """An opcode with a length or an index of as many bytes as it needs."""
    for opcode, size in zip(opcodes, sizes):
        if opcode and n < 1 << 8 * size:
            return opcode + n.to_bytes(size, "little")
    raise OverflowError("too large to be pickled")


def encode_long(x):
    """The bytes of an int, as few as hold it with its sign."""
    if x == 0:
        return b""
    length = (x.bit_length() >> 3) + 1
    data = x.to_bytes(length, "little", signed=True)
    return data[:-1] if x < 0 and length > 1 and data[-1] == 255 and data[-2] & 128 else data


def decode_long(data):
    """The int of some bytes."""
    return int.from_bytes(data, "little", signed=True)


def _attribute(obj, name):
    """What a dotted name means in a module, and the object that has it."""
    parent = None
    for part in name.split("."):
        if part == "<locals>":
            raise AttributeError(f"Can't get local attribute {name!r} on {obj!r}")
        try:
            parent, obj = obj, getattr(obj, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {obj!r}") from None
    return obj, parent


def whichmodule(obj, name):
    """The name of the module that has an object under this name."""
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for found, module in list(sys.modules.items()):
        if found not in ("__main__", "__mp_main__") and module is not None:
            try:
                if _attribute(module, name)[0] is obj:
                    return found
            except AttributeError:
                pass
    return "__main__"


class Pickler:
    """Writes objects to a file; an object met again is written as a reference to the first."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        try:
            self._write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute")
        self.proto, self.bin = int(protocol), protocol >= 1
        self.fast = 0
        self.memo = {}

    def clear_memo(self):
        self.memo.clear()

    def dump(self, obj):
        """Write the pickle of an object."""
        if not hasattr(self, "_write"):
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        if self.proto >= 2:
            self._write(b"\x80" + bytes([self.proto]))
        self._frame = []
        self._framed = 0
        self.save(obj)
        self._put(b".")
        self._end_frame()

    def _put(self, data):
        self._frame.append(data)
        self._framed += len(data)

    def _end_frame(self):
        data = b"".join(self._frame)
        if self.proto >= 4 and len(data) >= 4:
            self._write(b"\x95" + struct.pack("<Q", len(data)))
        self._write(data)
        self._frame, self._framed = [], 0

    def memoize(self, obj):
        """Numbers an object that was just written."""
        if self.fast:
            return
        n = len(self.memo)
        self.memo[id(obj)] = n, obj
        self._put(b"\x94" if self.proto >= 4 else _number((b"q", b"r"), (1, 4), n) if self.bin else f"p{n}\n".encode())

    def _get(self, n):
        return _number((b"h", b"j"), (1, 4), n) if self.bin else f"g{n}\n".encode()

    def persistent_id(self, obj):
        """A name for an object that is not written itself, or None."""
        return None

    def save(self, obj, save_persistent_id=True):
        """Write an object inside a pickle."""
        if self._framed >= _FRAME and self.proto >= 4:
            self._end_frame()
        if save_persistent_id and (pid := self.persistent_id(obj)) is not None:
            return self._save_persistent(pid)
        kind = type(obj)
        if kind in _ATOMS:
            return _ATOMS[kind](self, obj)
        if (met := self.memo.get(id(obj))) is not None:
            return self._put(self._get(met[0]))
        if kind in _SAVERS:
            return _SAVERS[kind](self, obj)
        reduced = self._reduced(obj, kind)
        if reduced is NotImplemented or isinstance(reduced, str):
            return self.save_global(obj, None if reduced is NotImplemented else reduced)
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self.save_reduce(obj=obj, *reduced)

    def _reduced(self, obj, kind):
        """What an object says it is made of; NotImplemented for what is written as a name."""
        if (override := getattr(self, "reducer_override", None)) is not None:
            reduced = override(obj)
            if reduced is not NotImplemented:
                return reduced
        if kind in _GLOBALS:
            return NotImplemented
        reduce = getattr(self, "dispatch_table", dispatch_table).get(kind)
        if reduce is not None:
            return reduce(obj)
        if issubclass(kind, type):
            return NotImplemented
        return obj.__reduce_ex__(self.proto)

    def _save_persistent(self, pid):
        if self.bin:
            self.save(pid, False)
            return self._put(b"Q")
        try:
            self._put(b"P" + str(pid).encode("ascii") + b"\n")
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        """Write how an object is made: by a call, then with a state and items."""
        if not isinstance(args, tuple):
            raise PicklingError("args from save_reduce() must be a tuple")
        if not callable(func):
            raise PicklingError("func from save_reduce() must be callable")
        name = getattr(func, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            self._save_new_ex(*args)
        elif self.proto >= 2 and name == "__newobj__":
            self._save_new(obj, *args)
        else:
            self.save(func)
            self.save(args)
            self._put(b"R")
        if obj is not None:
            # The arguments may have led back to the object.
            if id(obj) in self.memo:
                self._put(b"0" + self._get(self.memo[id(obj)][0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch(listitems, self.save, b"a", b"e")
        if dictitems is not None:
            self._batch(dictitems, self._save_pair, b"s", b"u")
        if state is None:
            return
        if state_setter is None:
            self.save(state)
            self._put(b"b")
        else:
            for part in state_setter, obj, state:
                self.save(part)
            self._put(b"\x86R0")

    def _save_new(self, obj, cls, *args):
        if not hasattr(cls, "__new__"):
            raise PicklingError("args[0] from __newobj__ args has no __new__")
        if obj is not None and cls is not obj.__class__:
            raise PicklingError("args[0] from __newobj__ args has the wrong class")
        self.save(cls)
        self.save(args)
        self._put(b"\x81")

    def _save_new_ex(self, cls, args, kwargs):
        if self.proto >= 4:
            for part in cls, args, kwargs:
                self.save(part)
            self._put(b"\x92")
        else:
            self.save(partial(cls.__new__, cls, *args, **kwargs))
            self._put(b")R")

    def _save_pair(self, pair):
        for part in pair:
            self.save(part)

    def _batch(self, items, save, one, many):
        """Write items, each with an opcode, or many between a mark and an opcode."""
        items = iter(items)
        while True:
            batch = [item for _, item in zip(range(_BATCH), items)]
            if not self.bin:
                for item in batch:
                    save(item)
                    self._put(one)
            elif len(batch) == 1:
                save(batch[0])
                self._put(one)
            elif batch:
                self._put(b"(")
                for item in batch:
                    save(item)
                self._put(many)
            if len(batch) < _BATCH:
                return

    def _save_none(self, obj):
        self._put(b"N")

    def _save_bool(self, obj):
        self._put((b"\x88" if obj else b"\x89") if self.proto >= 2 else b"I01\n" if obj else b"I00\n")

    def _save_int(self, obj):
        if self.bin and 0 <= obj < 65536:
            return self._put(_number((b"K", b"M"), (1, 2), obj))
        if self.bin and -1 << 31 <= obj < 1 << 31:
            return self._put(b"J" + struct.pack("<i", obj))
        if self.proto >= 2:
            data = encode_long(obj)
            return self._put(_number((b"\x8a", b"\x8b"), (1, 4), len(data)) + data)
        self._put((f"I{obj}\n" if -1 << 31 <= obj < 1 << 31 else f"L{obj}L\n").encode())

    def _save_float(self, obj):
        self._put(b"G" + struct.pack(">d", obj) if self.bin else b"F" + repr(obj).encode("ascii") + b"\n")

    def _save_bytes(self, obj):
        if self.proto >= 3:
            self._put(_number((b"C", b"B", b"\x8e" if self.proto >= 4 else None), (1, 4, 8), len(obj)) + obj)
            return self.memoize(obj)
        import codecs

        if obj:
            self.save_reduce(codecs.encode, (obj.decode("latin1"), "latin1"), obj=obj)
        else:
            self.save_reduce(bytes, (), obj=obj)

    def _save_bytearray(self, obj):
        if self.proto >= 5:
            self._put(b"\x96" + struct.pack("<Q", len(obj)) + bytes(obj))
            return self.memoize(obj)
        self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)

    def _save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            opcodes = (b"\x8c", b"X", b"\x8d") if self.proto >= 4 else (None, b"X", None)
            self._put(_number(opcodes, (1, 4, 8), len(data)) + data)
        else:
            letters = [c if c not in "\\\0\n\r\x1a" and c < "\u0100" else f"\\u{ord(c):04x}" if c < "\U00010000" else f"\\U{ord(c):08x}" for c in obj]
            self._put(b"V" + "".join(letters).encode("latin1") + b"\n")
        self.memoize(obj)

    def _save_tuple(self, obj):
        if not obj:
            return self._put(b")" if self.bin else b"(t")
        short = self.proto >= 2 and len(obj) <= 3
        if not short:
            self._put(b"(")
        for item in obj:
            self.save(item)
        if (met := self.memo.get(id(obj))) is not None:
            # An item led back to the tuple: it is there already.
            return self._put((b"0" * len(obj) if short else b"1" if self.bin else b"0" * (len(obj) + 1)) + self._get(met[0]))
        self._put(b"_\x85\x86\x87"[len(obj):len(obj) + 1] if short else b"t")
        self.memoize(obj)

    def _save_list(self, obj):
        self._put(b"]" if self.bin else b"(l")
        self.memoize(obj)
        self._batch(obj, self.save, b"a", b"e")

    def _save_dict(self, obj):
        self._put(b"}" if self.bin else b"(d")
        self.memoize(obj)
        self._batch(obj.items(), self._save_pair, b"s", b"u")

    def _save_set(self, obj):
        if self.proto < 4:
            return self.save_reduce(set, (list(obj),), obj=obj)
        self._put(b"\x8f")
        self.memoize(obj)
        items = list(obj)
        for start in range(0, len(items), _BATCH):
            self._put(b"(")
            for item in items[start:start + _BATCH]:
                self.save(item)
            self._put(b"\x90")

    def _save_frozenset(self, obj):
        if self.proto < 4:
            return self.save_reduce(frozenset, (list(obj),), obj=obj)
        self._put(b"(")
        for item in obj:
            self.save(item)
        if (met := self.memo.get(id(obj))) is not None:
            return self._put(b"1" + self._get(met[0]))
        self._put(b"\x91")
        self.memoize(obj)

    def save_global(self, obj, name=None):
        """Write a class or a function: as a name in a module."""
        for value in None, NotImplemented, ...:
            if obj is type(value):
                return self.save_reduce(type, (value,), obj=obj)
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        if "<locals>" in name.split("."):
            raise AttributeError(f"Can't pickle local object {name!r}")
        module = whichmodule(obj, name)
        try:
            __import__(module)
            found, parent = _attribute(sys.modules[module], name)
        except (ImportError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module!r} failed") from None
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        code = _extension_registry.get((module, name)) if self.proto >= 2 else None
        if code:
            return self._put(_number((b"\x82", b"\x83", b"\x84"), (1, 2, 4), code))
        if self.proto >= 4:
            self.save(module)
            self.save(name)
            self._put(b"\x93")
        elif "." in name and self.proto < 4 and parent is not sys.modules[module]:
            return self.save_reduce(getattr, (parent, name.rpartition(".")[2]), obj=obj)
        else:
            module = {"builtins": "__builtin__", "copyreg": "copy_reg"}.get(module, module) if self.proto < 3 else module
            self._put(f"c{module}\n{name}\n".encode("utf-8" if self.proto >= 3 else "ascii"))
        self.memoize(obj)


#: What is never met again as the same object, and what is.
_ATOMS = {type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float}
_SAVERS = {
    bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray, str: Pickler._save_str, tuple: Pickler._save_tuple,
    list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set, frozenset: Pickler._save_frozenset,
}
_GLOBALS = {type, type(lambda: 0)}


class Unpickler:
    """Reads objects from a file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._file_read, self._file_readline = file.read, file.readline
        self.memo = {}
        self._fix_imports, self._encoding, self._errors = fix_imports, encoding, errors

    def load(self):
        """The next object of the file."""
        if not hasattr(self, "_file_read"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._proto = 0
        self._stack, self._marks = [], []
        while True:
            opcode = self._file_read(1)
            if not opcode:
                raise EOFError("Ran out of input")
            if opcode == b".":
                return self._pop()
            action = _LOADERS.get(opcode)
            if action is None:
                raise UnpicklingError(f"invalid load key, '{_shown(opcode)}'.")
            action(self)

    def _read(self, n):
        data = self._file_read(n)
        if len(data) < n:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        line = self._file_readline()
        if line[-1:] != b"\n":
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _unsigned(self, size):
        return int.from_bytes(self._read(size), "little")

    def _push(self, value):
        self._stack.append(value)

    def _pop(self):
        if not self._stack:
            raise UnpicklingError("unexpected MARK found" if self._marks else "unpickling stack underflow")
        return self._stack.pop()

    def _to_mark(self):
        """What was pushed since the last mark."""
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items, self._stack = self._stack, self._marks.pop()
        return items

    def persistent_load(self, pid):
        """The object with a name that persistent_id() gave."""
        raise UnpicklingError("unsupported persistent id encountered")

    def find_class(self, module, name):
        """What a name means in a module."""
        if self._proto < 3 and self._fix_imports:
            module = {"__builtin__": "builtins", "copy_reg": "copyreg"}.get(module, module)
        __import__(module)
        if self._proto >= 4:
            return _attribute(sys.modules[module], name)[0]
        return getattr(sys.modules[module], name)

    def _load_proto(self):
        self._proto = self._unsigned(1)
        if self._proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {self._proto}")

    def _load_mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _load_int(self):
        line = self._line()
        self._push({b"00": False, b"01": True}[line] if line in (b"00", b"01") else int(line, 0))

    def _load_long(self):
        self._push(int(self._line().removesuffix(b"L"), 0))

    def _load_string(self):
        line = self._line()
        if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b'"', b"'"):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        import codecs

        self._push_old(codecs.escape_decode(line[1:-1])[0])

    def _push_old(self, data):
        """A str of Python 2."""
        self._push(data if self._encoding == "bytes" else data.decode(self._encoding, self._errors))

    def _load_pop(self):
        if self._stack:
            self._stack.pop()
        else:
            self._to_mark()

    def _load_tuple(self, n):
        if len(self._stack) < n:
            raise UnpicklingError("unpickling stack underflow")
        self._stack[len(self._stack) - n:] = [tuple(self._stack[len(self._stack) - n:])]

    def _load_dict(self):
        items = self._to_mark()
        self._push(dict(zip(items[::2], items[1::2])))

    def _load_items(self, items):
        target = self._stack[-1]
        for key, value in zip(items[::2], items[1::2]):
            target[key] = value

    def _load_append(self, items):
        target = self._stack[-1]
        if type(target) is not list and not hasattr(target, "extend"):
            for item in items:
                target.append(item)
        else:
            target.extend(items)

    def _load_add(self):
        items = self._to_mark()
        target = self._stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _load_reduce(self):
        args, func = self._pop(), self._pop()
        self._push(func(*args))

    def _load_new(self):
        args, cls = self._pop(), self._pop()
        self._push(cls.__new__(cls, *args))

    def _load_new_ex(self):
        kwargs, args, cls = self._pop(), self._pop(), self._pop()
        self._push(cls.__new__(cls, *args, **kwargs))

    def _load_global(self):
        module, name = self._line().decode(), self._line().decode()
        self._push(self.find_class(module, name))

    def _load_stack_global(self):
        name, module = self._pop(), self._pop()
        if not (isinstance(name, str) and isinstance(module, str)):
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _instance(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            self._push(cls(*args))
        else:
            self._push(cls.__new__(cls))

    def _load_inst(self):
        cls = self.find_class(self._line().decode(), self._line().decode())
        self._instance(cls, self._to_mark())

    def _load_obj(self):
        cls, *args = self._to_mark()
        self._instance(cls, args)

    def _load_extension(self, size):
        code = self._unsigned(size)
        if code not in _extension_cache:
            key = _inverted_registry.get(code)
            if key is None:
                raise ValueError(f"unregistered extension code {code}")
            _extension_cache[code] = self.find_class(*key)
        self._push(_extension_cache[code])

    def _load_build(self):
        state = self._pop()
        target = self._stack[-1]
        setstate = getattr(target, "__setstate__", None)
        if setstate is not None:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            own = target.__dict__
            for name, value in state.items():
                own[sys.intern(name) if type(name) is str else name] = value
        for name, value in (slots or {}).items():
            setattr(target, name, value)

    def _memoize(self, n):
        if not self._stack:
            raise UnpicklingError("unpickling stack underflow")
        self.memo[n] = self._stack[-1]

    def _recall(self, n):
        try:
            self._push(self.memo[n])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {n}") from None


def _shown(opcode):
    return chr(opcode[0]) if 32 <= opcode[0] < 127 and opcode not in (b"'", b"\\") else f"\\x{opcode[0]:02x}"


def _text(data):
    return data.decode("utf-8", "surrogatepass")


def _raw_text(data):
    """The text of bytes in which letters beyond the first 256 are written as \\u and four digits or \\U and eight."""
    before, *escaped = data.decode("latin1").split("\\")
    parts = [before]
    for part in escaped:
        size = {"u": 5, "U": 9}.get(part[:1], 0)
        parts.append(chr(int(part[1:size], 16)) + part[size:] if size else "\\" + part)
    return "".join(parts)


#: What is done for each opcode.
_LOADERS = {
    b"\x80": Unpickler._load_proto, b"\x95": lambda u: u._read(8) and None, b"(": Unpickler._load_mark,
    b"N": lambda u: u._push(None), b"\x88": lambda u: u._push(True), b"\x89": lambda u: u._push(False),
    b"I": Unpickler._load_int, b"L": Unpickler._load_long, b"F": lambda u: u._push(float(u._line())),
    b"K": lambda u: u._push(u._unsigned(1)), b"M": lambda u: u._push(u._unsigned(2)),
    b"J": lambda u: u._push(decode_long(u._read(4))), b"G": lambda u: u._push(struct.unpack(">d", u._read(8))[0]),
    b"\x8a": lambda u: u._push(decode_long(u._read(u._unsigned(1)))), b"\x8b": lambda u: u._push(decode_long(u._read(u._unsigned(4)))),
    b"S": Unpickler._load_string, b"T": lambda u: u._push_old(u._read(u._unsigned(4))), b"U": lambda u: u._push_old(u._read(u._unsigned(1))),
    b"V": lambda u: u._push(_raw_text(u._line())), b"X": lambda u: u._push(_text(u._read(u._unsigned(4)))),
    b"\x8c": lambda u: u._push(_text(u._read(u._unsigned(1)))), b"\x8d": lambda u: u._push(_text(u._read(u._unsigned(8)))),
    b"C": lambda u: u._push(u._read(u._unsigned(1))), b"B": lambda u: u._push(u._read(u._unsigned(4))), b"\x8e": lambda u: u._push(u._read(u._unsigned(8))),
    b"\x96": lambda u: u._push(bytearray(u._read(u._unsigned(8)))),
    b"0": Unpickler._load_pop, b"1": lambda u: u._to_mark() and None, b"2": lambda u: u._push(u._stack[-1]),
    b")": lambda u: u._push(()), b"t": lambda u: u._push(tuple(u._to_mark())),
    b"\x85": lambda u: u._load_tuple(1), b"\x86": lambda u: u._load_tuple(2), b"\x87": lambda u: u._load_tuple(3),
    b"]": lambda u: u._push([]), b"l": lambda u: u._push(u._to_mark()), b"a": lambda u: u._load_append([u._pop()]), b"e": lambda u: u._load_append(u._to_mark()),
    b"}": lambda u: u._push({}), b"d": Unpickler._load_dict, b"s": lambda u: u._load_items([u._pop(), u._pop()][::-1]), b"u": lambda u: u._load_items(u._to_mark()),
    b"\x8f": lambda u: u._push(set()), b"\x90": Unpickler._load_add, b"\x91": lambda u: u._push(frozenset(u._to_mark())),
    b"c": Unpickler._load_global, b"\x93": Unpickler._load_stack_global, b"i": Unpickler._load_inst, b"o": Unpickler._load_obj,
    b"R": Unpickler._load_reduce, b"\x81": Unpickler._load_new, b"\x92": Unpickler._load_new_ex, b"b": Unpickler._load_build,
    b"\x82": lambda u: u._load_extension(1), b"\x83": lambda u: u._load_extension(2), b"\x84": lambda u: u._load_extension(4),
    b"P": lambda u: u._push(u.persistent_load(u._line().decode("ascii"))), b"Q": lambda u: u._push(u.persistent_load(u._pop())),
    b"p": lambda u: u._memoize(int(u._line())), b"q": lambda u: u._memoize(u._unsigned(1)), b"r": lambda u: u._memoize(u._unsigned(4)),
    b"\x94": lambda u: u._memoize(len(u.memo)),
    b"g": lambda u: u._recall(int(u._line())), b"h": lambda u: u._recall(u._unsigned(1)), b"j": lambda u: u._recall(u._unsigned(4)),
}


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write the pickle of an object to a file."""
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of an object."""
    file = io.BytesIO()
    Pickler(file, protocol).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object of the pickle in a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object of a pickle."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors).load()


# In CPython these are the classes and functions written in Python, beside those written in C.
_Pickler, _Unpickler = Pickler, Unpickler
_dump, _dumps, _load, _loads = dump, dumps, load, loads
