"""Streams in memory."""

from _io import StringIO, TextIOWrapper

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class BytesIO:
    """Bytes in memory, read and written like a file."""

    def __init__(self, initial_bytes=b""):
        self._data = bytearray(initial_bytes)
        self._pos = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def getvalue(self):
        self._check()
        return bytes(self._data)

    def read(self, size=-1):
        self._check()
        end = len(self._data) if size is None or size < 0 else self._pos + size
        data = bytes(self._data[self._pos:end])
        self._pos += len(data)
        return data

    def readline(self, size=-1):
        self._check()
        end = self._data.find(b"\n", self._pos) + 1
        if end == 0:
            end = len(self._data)
        data = bytes(self._data[self._pos:end])
        self._pos += len(data)
        return data

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self):
        return list(self)

    def write(self, data):
        self._check()
        data = bytes(data)
        if self._pos > len(self._data):
            self._data.extend(bytes(self._pos - len(self._data)))
        self._data[self._pos:self._pos + len(data)] = data
        self._pos += len(data)
        return len(data)

    def tell(self):
        self._check()
        return self._pos

    def seek(self, pos, whence=0):
        self._check()
        self._pos = pos + (0, self._pos, len(self._data))[whence]
        return self._pos

    def truncate(self, size=None):
        if size is None:
            size = self._pos
        del self._data[size:]
        return size

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()
