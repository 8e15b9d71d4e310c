"""Files whose names are like a pattern."""

import os
from fnmatch import fnmatchcase

__all__ = ["escape", "glob", "iglob"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The names of the files beside the program that are like the pattern."""
    folder, slash, pattern = pathname.rpartition("/")
    if not has_magic(pattern):
        return [pathname] if os.path.exists(pathname) else []
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return []
    hidden = include_hidden or pattern.startswith(".")
    return [folder + slash + name for name in names if fnmatchcase(name, pattern) and (hidden or not name.startswith("."))]


def iglob(pathname, **options):
    return iter(glob(pathname, **options))


def has_magic(s):
    return any(c in s for c in "*?[")


def escape(pathname):
    """The pattern that a name alone is like."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in pathname)
