"""Files that vanish when they are closed. They lie in memory."""

import posix
import re  # CPython's comes to it by way of shutil and fnmatch


class _TemporaryFile:
    """A file opened for reading and writing, in bytes or in text."""

    def __init__(self, mode, encoding):
        self.mode = mode
        self.closed = False
        self._encoding = None if "b" in mode else encoding or "utf-8"
        self._descriptor = posix._temporary_file()

    def _open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self._descriptor

    def fileno(self):
        return self._open()

    def read(self, size=-1):
        descriptor = self._open()
        data = posix.read(descriptor, 1 << 40 if size is None or size < 0 else size)
        return data if self._encoding is None else data.decode(self._encoding)

    def readline(self, size=-1):
        descriptor = self._open()
        line = bytearray()
        while size < 0 or len(line) < size:
            byte = posix.read(descriptor, 1)
            line += byte
            if byte in (b"", b"\n"):
                break
        return bytes(line) if self._encoding is None else line.decode(self._encoding)

    def readlines(self):
        return list(self)

    def write(self, data):
        descriptor = self._open()
        if self._encoding is None:
            return posix.write(descriptor, data)
        posix.write(descriptor, data.encode(self._encoding))
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def seek(self, offset, whence=0):
        return posix.lseek(self._open(), offset, whence)

    def tell(self):
        return posix.lseek(self._open(), 0, 1)

    def truncate(self, size=None):
        size = self.tell() if size is None else size
        posix.ftruncate(self._open(), size)
        return size

    def flush(self):
        self._open()

    def isatty(self):
        return False

    def readable(self):
        return True

    writable = seekable = readable

    def close(self):
        if not self.closed:
            self.closed = True
            posix.close(self._descriptor)

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *exception):
        self.close()

    def __del__(self):
        self.close()


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                  dir=None, *, errors=None):
    return _TemporaryFile(mode, encoding)


def gettempdir():
    return "/tmp"
