"""Names of files as objects. The files are those beside the program; there are no folders of them."""

import os
import posixpath
from fnmatch import fnmatchcase

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


class PurePath:
    """A name of a file that can be taken apart and joined; nothing is looked up."""

    __slots__ = "_root", "_names", "_hash", "__weakref__"

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        text = ""
        for arg in args:
            part = os.fspath(arg) if hasattr(arg, "__fspath__") else arg
            if not isinstance(part, str):
                raise TypeError(f"argument should be a str or an os.PathLike object where __fspath__ returns a str, not {type(part).__name__!r}")
            text = posixpath.join(text, part)
        slashes = len(text) - len(text.lstrip("/"))
        # Two slashes may mean something; more are one.
        self._root = "//" if slashes == 2 else "/" * bool(slashes)
        self._names = [name for name in text.split("/") if name not in ("", ".")]

    def _made(self, root, names):
        new = object.__new__(type(self))
        new._root, new._names = root, names
        return new

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __reduce__(self):
        return type(self), self.parts

    def __str__(self):
        return self._root + "/".join(self._names) or "."

    __fspath__ = as_posix = __str__

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def as_uri(self):
        from urllib.parse import quote_from_bytes

        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + quote_from_bytes(bytes(self))

    def _key(self):
        return [self._root, *self._names]

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    drive = property(lambda self: "")
    root = anchor = property(lambda self: self._root)
    name = property(lambda self: self._names[-1] if self._names else "")
    parts = property(lambda self: ((self._root,) if self._root else ()) + tuple(self._names))
    parent = property(lambda self: self._made(self._root, self._names[:-1]))

    @property
    def parents(self):
        return [self._made(self._root, self._names[:end]) for end in range(len(self._names) - 1, -1, -1)]

    def _split(self):
        """The name without its last suffix, and that suffix."""
        at = self.name.rfind(".")
        return (self.name[:at], self.name[at:]) if 0 < at < len(self.name) - 1 else (self.name, "")

    stem = property(lambda self: self._split()[0])
    suffix = property(lambda self: self._split()[1])

    @property
    def suffixes(self):
        return ["." + suffix for suffix in self.name.lstrip(".").split(".")[1:]] if not self.name.endswith(".") else []

    def with_name(self, name):
        """The same path with another name at its end."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, [*self._names[:-1], name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The same path with another suffix."""
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        return bool(self._root)

    def is_relative_to(self, other, /, *deprecated):
        other = self.with_segments(other)
        return other == self or other in self.parents

    def relative_to(self, other, /, *deprecated, walk_up=False):
        """The path from another to this one."""
        other = self.with_segments(other)
        for steps, folder in enumerate([other, *other.parents]):
            if self.is_relative_to(folder):
                return self._made("", [".."] * steps + self._names[len(folder._names):])
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
        raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the end of the path is like a pattern."""
        pattern = self.with_segments(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        if pattern._root and (pattern._root != self._root or len(pattern._names) != len(self._names)) or len(pattern._names) > len(self._names):
            return False
        return all(map(fnmatchcase, reversed(self._names), reversed(pattern._names)))


class PurePosixPath(PurePath):
    __slots__ = ()


class Path(PurePath):
    """A name of a file that may be there."""

    __slots__ = ()

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.environ["HOME"])

    def expanduser(self):
        return self.with_segments(posixpath.expanduser(str(self)))

    def absolute(self):
        return self if self._root else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(posixpath.abspath(str(self)))

    def samefile(self, other_path):
        return self.resolve() == self.with_segments(other_path).resolve()

    def stat(self, *, follow_symlinks=True):
        return os.stat(str(self))

    def exists(self, *, follow_symlinks=True):
        return posixpath.exists(str(self))

    def is_file(self):
        return posixpath.isfile(str(self))

    def is_dir(self):
        return posixpath.isdir(str(self))

    def is_symlink(self):
        return False

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", -1, encoding, errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(memoryview(data))

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists() and not exist_ok:
            raise FileExistsError(17, "File exists", str(self))
        self.open("a").close()

    def unlink(self, missing_ok=False):
        try:
            os.unlink(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(str(self), os.fspath(target))
        return self.with_segments(target)

    replace = rename

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if self.is_dir():
            if exist_ok:
                return
            raise FileExistsError(17, "File exists", str(self))
        os.mkdir(str(self))

    def rmdir(self):
        os.rmdir(str(self))

    def iterdir(self):
        """The files of the folder."""
        for name in os.listdir(str(self)):
            yield self._made(self._root, [*self._names, name])

    def glob(self, pattern, *, case_sensitive=None):
        """The files whose names are like a pattern."""
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        last = pattern.rpartition("/")[2]
        for found in self.iterdir():
            if fnmatchcase(found.name, last):
                yield found

    rglob = glob

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        yield self, [], [found.name for found in self.iterdir()]


class PosixPath(Path, PurePosixPath):
    __slots__ = ()
