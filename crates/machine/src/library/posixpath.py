"""Names of files, as Unix writes them."""

sep = "/"
altsep = None
extsep = "."
pathsep = ":"
curdir = "."
pardir = ".."
devnull = "/dev/null"
defpath = "/bin:/usr/bin"


def _name(path):
    """The text of anything that stands for a file's name."""
    import os
    return os.fspath(path)


def normcase(s):
    """Upper and lower case differ: the name itself."""
    return _name(s)


def isabs(s):
    return _name(s).startswith("/")


def join(a, *p):
    path = _name(a)
    slash = b"/" if isinstance(path, bytes) else "/"
    for part in p:
        if not isinstance(part, (str, bytes)):
            if not hasattr(type(part), "__fspath__"):
                raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}")
            part = _name(part)
        if isinstance(part, bytes) != isinstance(path, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    p = _name(p)
    cut = p.rfind("/") + 1
    head, tail = p[:cut], p[cut:]
    if head.strip("/"):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    p = _name(p)
    return p[p.rfind("/") + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _name(p)
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    if dot > start and p[start:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def normpath(path):
    path = _name(path)
    if not path:
        return "."
    slashes = len(path) - len(path.lstrip("/"))
    root = "//" if slashes == 2 else "/" if slashes else ""
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not root and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + "/".join(parts) or "."


def abspath(path):
    if not isabs(path):
        from posix import getcwd
        path = join(getcwd(), path)
    return normpath(path)


realpath = abspath


def expanduser(path):
    return "/home/student" + path[1:] if path == "~" or path.startswith("~/") else path


def splitdrive(p):
    """No drives here: an empty one, and the whole name."""
    return p[:0], p


def relpath(path, start="."):
    """The way from start to path."""
    if not path:
        raise ValueError("no path specified")
    here, there = [[part for part in abspath(name).split("/") if part] for name in (start, path)]
    shared = len(commonprefix([here, there]))
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."


def commonpath(paths):
    """The longest folder that all of them lie in."""
    paths = list(paths)
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split("/") if part and part != "."] for path in paths]
    return ("/" if isabs(paths[0]) else "") + "/".join(commonprefix(split_paths))


def commonprefix(m):
    if not m:
        return ""
    low, high = min(m), max(m)
    for at, letter in enumerate(low):
        if letter != high[at]:
            return low[:at]
    return low


def getsize(path):
    """Bytes of a file beside the program."""
    from posix import _size
    return _size(path)


def isfile(path):
    try:
        getsize(path)
    except (OSError, ValueError):
        return False
    return True


def isdir(path):
    from posix import getcwd
    return path in (".", "./", "/", getcwd())


def exists(path):
    return isfile(path) or isdir(path)


lexists = exists


def islink(path):
    return False
