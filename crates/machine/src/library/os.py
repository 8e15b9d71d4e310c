"""The operating system, as far as there is one: descriptors, names of files, an environment."""

import sys
from posix import (_exit, abort, close, cpu_count, dup, dup2, fsync, ftruncate, getcwd, getpid,
                   getppid, isatty, lseek, read, remove, rename, unlink, write)
import posixpath as path

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
sep = path.sep
altsep = path.altsep
curdir = path.curdir
pardir = path.pardir
extsep = path.extsep
pathsep = path.pathsep
defpath = path.defpath
devnull = path.devnull

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
error = OSError

environ = {
    "HOME": "/home/student",
    "LANG": "C.UTF-8",
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "PYTHONHASHSEED": "0",
}


def getenv(key, default=None):
    return environ.get(key, default)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    found = getattr(type(path), "__fspath__", None)
    if found is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    answer = found(path)
    if isinstance(answer, (str, bytes)):
        return answer
    raise TypeError("expected {}.__fspath__() to return str or bytes, not {}".format(
        type(path).__name__, type(answer).__name__))


def listdir(path="."):
    """The names of the files beside the program."""
    import posix
    if path in (".", "", "./", getcwd()):
        return posix.listdir()
    raise FileNotFoundError(2, "No such file or directory", path)


def stat(path):
    raise FileNotFoundError(2, "No such file or directory", path)


def urandom(size):
    import random
    return bytes(random.randrange(256) for _ in range(size))
