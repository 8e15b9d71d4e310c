"""Short forms of repr(), and repr() for what contains itself."""

import builtins
from itertools import islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    """A decorator for __repr__: inside itself the object is shown as `fillvalue`."""

    def decorate(user_function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)

        for name in ("__module__", "__doc__", "__name__", "__qualname__"):
            setattr(wrapper, name, getattr(user_function, name))
        wrapper.__type_params__ = getattr(user_function, "__type_params__", ())
        wrapper.__wrapped__ = user_function
        return wrapper

    return decorate


class Repr:
    """Shows values in so many items, characters and levels as its attributes say."""

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6,
                 maxstring=30, maxlong=40, maxother=30, fillvalue="...", indent=None):
        given = dict(locals())
        del given["self"]
        vars(self).update(given)

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        method = getattr(self, "repr_" + type(x).__name__.replace(" ", "_"), None)
        return self.repr_instance(x, level) if method is None else method(x, level)

    def _join(self, pieces, level):
        indent = self.indent
        if not pieces or indent is None:
            return ", ".join(pieces)
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError(f"Repr.indent cannot be negative int (was {indent!r})")
            indent = " " * indent
        try:
            line = ",\n" + (self.maxlevel - level + 1) * indent
        except TypeError as error:
            raise TypeError(f"Repr.indent must be a str, int or None, not {type(indent)}") from error
        return line.join(("", *pieces, ""))[1:-len(indent) or None]

    def _items(self, x, level, left, right, most, trail=""):
        if level <= 0 and len(x):
            return f"{left}{self.fillvalue}{right}"
        pieces = [self.repr1(item, level - 1) for item in islice(x, most)]
        if len(x) > most:
            pieces.append(self.fillvalue)
        if len(x) == 1 and trail and self.indent is None:
            right = trail + right
        return f"{left}{self._join(pieces, level)}{right}"

    def repr_tuple(self, x, level):
        return self._items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._items(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        return self._items(x, level, f"array('{x.typecode}', [", "])", self.maxarray) if x else f"array('{x.typecode}')"

    def repr_set(self, x, level):
        return self._items(_in_order(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._items(_in_order(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._items(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return f"{{{self.fillvalue}}}"
        keys = list(islice(_in_order(x), self.maxdict))
        pieces = [f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}" for key in keys]
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return f"{{{self._join(pieces, level)}}}"

    def _middle(self, text, most, again=None):
        """The text, or its beginning and its end."""
        if len(text) <= most:
            return text
        before = max(0, (most - 3) // 2)
        after = max(0, most - 3 - before)
        if again is not None:
            text = again(before, after)
        return text[:before] + self.fillvalue + text[len(text) - after:]

    def repr_str(self, x, level):
        most = self.maxstring
        return self._middle(builtins.repr(x[:most]), most,
                            lambda before, after: builtins.repr(x[:before] + x[len(x) - after:]))

    def repr_int(self, x, level):
        return self._middle(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return f"<{type(x).__name__} instance at {id(x):#x}>"
        return self._middle(text, self.maxother)


def _in_order(x):
    items = list(x)
    try:
        items.sort()
    except Exception:
        items = list(x)  # As they come.
    return items


aRepr = Repr()
repr = aRepr.repr
