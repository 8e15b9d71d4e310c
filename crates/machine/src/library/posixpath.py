"""Names of files, as Unix writes them."""

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"


def isabs(s):
    return s.startswith("/")


def join(a, *p):
    path = a
    for part in p:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(p):
    cut = p.rfind("/") + 1
    head, tail = p[:cut], p[cut:]
    if head.strip("/"):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    return p[p.rfind("/") + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    if dot > start and p[start:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def normpath(path):
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
