"""Streams: those in memory, and the classes that streams of one's own derive from."""

import abc
from _io import BytesIO, StringIO, TextIOWrapper

__all__ = [
    "BlockingIOError", "IOBase", "RawIOBase", "BytesIO", "StringIO", "BufferedIOBase", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "open", "text_encoding",
]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError
open = open


class UnsupportedOperation(OSError, ValueError):
    pass


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding


def _missing(name):
    """A method that every kind of stream has to bring itself."""

    def method(self, *args):
        raise UnsupportedOperation(name)

    method.__name__ = name
    method.__qualname__ = f"IOBase.{name}"
    return method


class IOBase(metaclass=abc.ABCMeta):
    """What all streams can do. A stream is also an iterator of its lines."""

    __closed = False

    seek = _missing("seek")
    truncate = _missing("truncate")
    fileno = _missing("fileno")

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def flush(self):
        self._checkClosed()

    def close(self):
        if not self.__closed:
            try:
                self.flush()
            finally:
                self.__closed = True

    @property
    def closed(self):
        return self.__closed

    def __del__(self):
        try:
            if not self.closed:
                self.close()
        except Exception:
            pass

    def seekable(self):
        self._checkClosed()
        return False

    def readable(self):
        self._checkClosed()
        return False

    def writable(self):
        self._checkClosed()
        return False

    def isatty(self):
        self._checkClosed()
        return False

    def _checkClosed(self, msg="I/O operation on closed file."):
        if self.closed:
            raise ValueError(msg)

    def _checkSeekable(self, msg="File or stream is not seekable."):
        if not self.seekable():
            raise UnsupportedOperation(msg)

    def _checkReadable(self, msg="File or stream is not readable."):
        if not self.readable():
            raise UnsupportedOperation(msg)

    def _checkWritable(self, msg="File or stream is not writable."):
        if not self.writable():
            raise UnsupportedOperation(msg)

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *ignored):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def readline(self, size=-1, /):
        left = -1 if size is None else size.__index__()
        line = bytearray()
        while left < 0 or len(line) < left:
            byte = self.read(1)
            if not isinstance(byte, bytes) and byte is not None:
                raise OSError("read() should have returned a bytes object, not '%.200s'" % type(byte).__name__)
            if not byte:
                break
            line += byte
            if byte.endswith(b"\n"):
                break
        return bytes(line)

    def readlines(self, hint=None, /):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """A stream of bytes without a buffer: `readinto` and `write` do the work."""

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, data, /):
        raise NotImplementedError

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        return None if count is None else bytes(room[:count])

    def readall(self):
        parts = []
        while part := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(part)
        # Nothing at all, yet: the answer of the stream itself.
        return b"".join(parts) if parts else part


class BufferedIOBase(IOBase):
    """A stream of bytes with a buffer."""

    read = _missing("read")
    read1 = _missing("read1")
    write = _missing("write")
    detach = _missing("detach")

    def _fill(self, buffer, read):
        room = memoryview(buffer).cast("B")
        data = read(len(room))
        room[: len(data)] = data
        return len(data)

    def readinto(self, buffer, /):
        return self._fill(buffer, self.read)

    def readinto1(self, buffer, /):
        return self._fill(buffer, self.read1)


class TextIOBase(IOBase):
    """A stream of text."""

    encoding = newlines = errors = None
    read = _missing("read")
    readline = _missing("readline")
    write = _missing("write")
    detach = _missing("detach")


BufferedIOBase.register(BytesIO)
TextIOBase.register(StringIO)
TextIOBase.register(TextIOWrapper)
