"""Lines of source files, for those who show them."""

from _linecache import source as _source

cache = {}


def clearcache():
    """Forget all files."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """The line with its line end, or an empty str."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def getlines(filename, module_globals=None):
    """All lines of a file; an empty list if there is none."""
    if filename in cache:
        entry = cache[filename]
        if len(entry) != 1:
            return entry[2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Files do not change while a program runs: nothing to do."""


def updatecache(filename, module_globals=None):
    """Read a file anew."""
    cache.pop(filename, None)
    text = _source(filename)
    if text is None:
        return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = len(text), None, lines, filename
    return lines


def lazycache(filename, module_globals):
    """No module here brings its own loader."""
    return False
