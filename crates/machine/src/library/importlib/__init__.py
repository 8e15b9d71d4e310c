"""Importing by name."""

import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def invalidate_caches():
    """No file is looked for twice, so nothing is remembered."""


def import_module(name, package=None):
    """The module of that name; a name with leading dots is relative to `package`."""
    dots = len(name) - len(name.lstrip("."))
    if dots:
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for " + repr(name))
        parts = package.split(".")
        if dots > len(parts):
            raise ImportError("attempted relative import beyond top-level package")
        above = ".".join(parts[:len(parts) - dots + 1])
        rest = name[dots:]
        name = f"{above}.{rest}" if rest else above
    __import__(name)
    return sys.modules[name]


def reload(module):
    """Runs the module's program again, in the same namespace."""
    name = getattr(getattr(module, "__spec__", None), "name", None) or getattr(module, "__name__", None)
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    del sys.modules[name]
    try:
        fresh = import_module(name)
        vars(module).update(vars(fresh))
    finally:
        sys.modules[name] = module
    return module
