"""The files that lie beside the program: they are part of the session's memory."""

import io
import posix

_BUFFER = 8192


def _name_of(file):
    if isinstance(file, (str, bytes, int)):
        return file
    import os
    return os.fspath(file)


def _check_mode(mode):
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not " + type(mode).__name__)
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError("invalid mode: %r" % mode)
    if {"b", "t"} <= letters:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set("axrw")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    return letters


class _File:
    """What files of text and of bytes have in common. What is written waits in a buffer."""

    def __init__(self, name, mode, letters):
        self._descriptor = None
        self.name, self.mode = name, mode
        self._reads = "r" in letters or "+" in letters
        self._writes = "r" not in letters or "+" in letters
        self._appends = "a" in letters
        self._waiting, self._size = [], 0
        self._descriptor = posix._open_file(_name_of(name), mode)

    def _ready(self):
        if self._descriptor is None:
            raise ValueError("I/O operation on closed file.")
        return self._descriptor

    def _to_read(self):
        self._ready()
        if not self._reads:
            raise io.UnsupportedOperation(self._verbs[0])
        self.flush()
        return self._descriptor

    def _put(self, data):
        self._waiting.append(data)
        self._size += len(data)
        if self._size > _BUFFER:
            self.flush()

    def flush(self):
        descriptor = self._ready()
        if self._waiting:
            data, self._waiting, self._size = b"".join(self._waiting), [], 0
            if self._appends:
                posix.lseek(descriptor, 0, 2)
            posix.write(descriptor, data)

    @property
    def closed(self):
        return self._descriptor is None

    def close(self):
        if self._descriptor is not None:
            self.flush()
            posix.close(self._descriptor)
            self._descriptor = None

    def fileno(self):
        return self._ready()

    def isatty(self):
        self._ready()
        return False

    def readable(self):
        self._ready()
        return self._reads

    def writable(self):
        self._ready()
        return self._writes

    def seekable(self):
        self._ready()
        return True

    def tell(self):
        self.flush()
        return posix.lseek(self._descriptor, 0, 1)

    def truncate(self, size=None):
        if not self.writable():
            raise io.UnsupportedOperation("truncate")
        size = self.tell() if size is None else size
        self.flush()
        posix.ftruncate(self._descriptor, size)
        return size

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._ready()
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def __enter__(self):
        self._ready()
        return self

    def __exit__(self, *exception):
        self.close()

    def __del__(self):
        self.close()


class TextIOWrapper(_File):
    """A file of text."""

    _verbs = "not readable", "not writable"

    def __init__(self, name, mode, letters, encoding, errors, newline):
        super().__init__(name, mode, letters)
        self.encoding = "UTF-8" if encoding is None else encoding
        self.errors = "strict" if errors is None else errors
        self.newlines = None
        self._newline = newline

    def _decoded(self, data):
        text = data.decode(self.encoding, self.errors)
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1):
        descriptor = self._to_read()
        if size is None or size < 0:
            return self._decoded(posix.read(descriptor, 1 << 40))
        text = ""
        while len(text) < size:
            # Bytes are taken until so many characters are whole.
            data = posix.read(descriptor, size - len(text))
            if not data:
                break
            while True:
                try:
                    text += self._decoded(data)
                    break
                except UnicodeDecodeError as mistake:
                    more = posix.read(descriptor, 1) if mistake.reason == "unexpected end of data" else b""
                    if not more:
                        raise
                    data += more
        return text

    def readline(self, size=-1):
        descriptor = self._to_read()
        if size is not None and size >= 0:
            line = ""
            while len(line) < size and not line.endswith("\n"):
                letter = self.read(1)
                if not letter:
                    break
                line += letter
            return line
        return self._decoded(posix._read_line(descriptor))

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        if not self.writable():
            raise io.UnsupportedOperation(self._verbs[1])
        shown = text.replace("\n", self._newline) if self._newline in ("\r\n", "\r") else text
        self._put(shown.encode(self.encoding, self.errors))
        return len(text)

    def seek(self, offset, whence=0):
        self.flush()
        if whence == 1 and offset:
            raise io.UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and offset:
            raise io.UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence == 0 and offset < 0:
            raise ValueError("negative seek position %r" % offset)
        return posix.lseek(self._descriptor, offset, whence)

    def __repr__(self):
        return "<_io.TextIOWrapper name=%r mode=%r encoding=%r>" % (self.name, self.mode, self.encoding)


class _BufferedFile(_File):
    """A file of bytes."""

    _verbs = "read", "write"

    def read(self, size=-1):
        descriptor = self._to_read()
        return posix.read(descriptor, 1 << 40 if size is None or size < 0 else size)

    read1 = read

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        line = posix._read_line(self._to_read())
        if size is not None and 0 <= size < len(line):
            posix.lseek(self._descriptor, size - len(line), 1)
            line = line[:size]
        return line

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if not self.writable():
            raise io.UnsupportedOperation(self._verbs[1])
        data = bytes(memoryview(data))
        self._put(data)
        return len(data)

    def seek(self, offset, whence=0):
        self.flush()
        return posix.lseek(self._descriptor, offset, whence)

    def __repr__(self):
        return "<_io.%s name=%r>" % (type(self).__name__, self.name)


class BufferedReader(_BufferedFile):
    pass


class BufferedWriter(_BufferedFile):
    pass


class BufferedRandom(_BufferedFile):
    pass


for _class in (TextIOWrapper, BufferedReader, BufferedWriter, BufferedRandom):
    _class.__module__ = "_io"


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open one of the files beside the program."""
    if not isinstance(file, (str, bytes, int)) and not hasattr(type(file), "__fspath__"):
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(file).__name__)
    letters = _check_mode(mode)
    if "b" not in letters:
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError("illegal newline value: %s" % newline)
        return TextIOWrapper(file, mode, letters, encoding, errors, newline)
    for name, value in ("encoding", encoding), ("errors", errors):
        if value is not None:
            raise ValueError("binary mode doesn't take an %s argument" % name)
    if newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    kind = BufferedRandom if "+" in letters else BufferedReader if "r" in letters else BufferedWriter
    return kind(file, mode, letters)
