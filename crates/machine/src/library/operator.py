"""Operators as functions."""

from _operator import *

__all__ = sorted(name for name in globals() if not name.startswith("_"))

# What has no operator's special method, and so no second name.
_SINGLE = {"attrgetter", "itemgetter", "methodcaller", "countOf", "indexOf", "is_", "is_not", "length_hint", "truth"}

globals().update({
    f"__{name.rstrip('_')}__": function
    for name, function in tuple(globals().items())
    if name not in _SINGLE and not name.startswith("_")
})
