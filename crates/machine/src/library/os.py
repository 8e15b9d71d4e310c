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
    """What is known of a file: its size; the times are those of no clock."""
    from types import SimpleNamespace

    name = fspath(path)
    folder = _path.isdir(name)
    size = 4096 if folder else _path.getsize(name)
    return SimpleNamespace(st_mode=0o40755 if folder else 0o100644, st_size=size, st_mtime=0.0, st_atime=0.0, st_ctime=0.0, st_nlink=1, st_uid=0, st_gid=0)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """There is one folder, with all files."""
    if _path.isdir(top):
        yield top, [], listdir(top)


def urandom(size):
    """Bytes that look random; they are the same in every run, and leave the numbers of random alone."""
    global _noise
    if _noise is None:
        from random import Random

        _noise = Random(1)
    return _noise.randbytes(size)


_noise, _path = None, path


def _refusal(why):
    def refuse(*args, **kwds):
        raise OSError(why)

    return refuse


system = popen = fork = execv = execvp = kill = wait = _refusal("there are no other processes here")
mkdir = makedirs = rmdir = removedirs = chdir = symlink = link = _refusal("there are no folders here: all files lie beside the program")


def __getattr__(name):
    if name != "PathLike":
        raise AttributeError(f"module 'os' has no attribute {name!r}")
    global PathLike
    import abc

    class PathLike(abc.ABC):
        """What has the name of a file."""

        @abc.abstractmethod
        def __fspath__(self):
            raise NotImplementedError

        @classmethod
        def __subclasshook__(cls, C):
            return hasattr(C, "__fspath__") or NotImplemented

    return PathLike
