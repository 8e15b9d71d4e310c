"""Values printed so that they can be read: in as many lines as they need."""

import re
import types as _types
import collections as _collections
import dataclasses as _dataclasses
import sys as _sys
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Print a value to a stream, sys.stdout if there is none."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text of a value."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Print a value; dicts keep their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The repr of a value, with a note where it contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether eval() could read the value's text."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Whether the value contains itself."""
    return PrettyPrinter().isrecursive(object)


class _safe_key:
    """A key that sorts values even of kinds that cannot be compared: those then by type and address."""

    __slots__ = ["obj"]

    def __init__(self, obj):
        self.obj = obj

    def _by_type(self):
        return str(type(self.obj)), id(self.obj)

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return self._by_type() < other._by_type()


def _safe_tuple(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


_scalars = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


class PrettyPrinter:
    """Prints values; the arguments say how.

    indent: columns per level; width: the most columns of a line; depth: the most levels; compact: several items
    on a line; sort_dicts: dicts by their keys; underscore_numbers: 1_000_000."""

    #: Which method writes the values of a type over several lines: by the type's __repr__.
    _dispatch = {}

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        for wrong, why in (indent < 0, "indent must be >= 0"), (depth is not None and depth <= 0, "depth must be > 0"), (not width, "width must be != 0"):
            if wrong:
                raise ValueError(why)
        self._indent_per_level, self._width, self._depth = indent, width, depth
        self._stream = _sys.stdout if stream is None else stream
        self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = _StringIO()
        self._format(object, out, 0, 0, {}, 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """The text of a value on one line, whether eval() could read it, and whether it contains itself."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, stream, indent, allowance, context, level):
        """Writes a value that begins in column indent and has so many characters after its last line."""
        if id(object) in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        write = self._writer(object) if len(text) > self._width - indent - allowance else None
        if write is None:
            stream.write(text)
            return
        context[id(object)] = 1
        write(self, object, stream, indent, allowance, context, level + 1)
        del context[id(object)]

    def _writer(self, object):
        found = self._dispatch.get(type(object).__repr__)
        if found is None and _dataclasses.is_dataclass(object) and not isinstance(object, type) and object.__dataclass_params__.repr:
            # The class may have a __repr__ of its own all the same.
            if "__create_fn__" in getattr(getattr(object.__repr__, "__wrapped__", None), "__qualname__", ""):
                return PrettyPrinter._pprint_dataclass
        return found

    def _line(self, indent):
        return ",\n" + " " * indent

    def _open(self, stream, bracket):
        stream.write(bracket + " " * (self._indent_per_level - 1))

    def _sorted(self, items):
        return sorted(items, key=_safe_tuple) if self._sort_dicts else items

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        items = list(items)
        indent += self._indent_per_level
        for left, (key, value) in zip(range(len(items) - 1, -1, -1), items):
            text = self._repr(key, context, level) + ": "
            stream.write(text)
            self._format(value, stream, indent + len(text), 1 if left else allowance, context, level)
            if left:
                stream.write(self._line(indent))

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        items = list(items)
        for left, (name, value) in zip(range(len(items) - 1, -1, -1), items):
            stream.write(name + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(name) + 1, 1 if left else allowance, context, level)
            if left:
                stream.write(self._line(indent))

    def _format_items(self, items, stream, indent, allowance, context, level):
        self._open(stream, "")
        indent += self._indent_per_level
        room = whole = self._width - indent + 1
        items = list(items)
        before = ""
        for left, item in zip(range(len(items) - 1, -1, -1), items):
            if not left:
                room -= allowance
                whole -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                if room < len(text) + 2:
                    room = whole
                    before = before and self._line(indent)
                if room >= len(text) + 2:
                    room -= len(text) + 2
                    stream.write(before + text)
                    before = ", "
                    continue
            stream.write(before)
            before = self._line(indent)
            self._format(item, stream, indent, 1 if left else allowance, context, level)

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        self._open(stream, "{")
        self._format_dict_items(self._sorted(object.items()), stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        stream.write("(")
        self._format_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        name = "" if type(object) is set else type(object).__name__ + "("
        end = "})" if name else "}"
        stream.write(name + "{")
        self._format_items(sorted(object, key=_safe_key), stream, indent + len(name), allowance + len(end), context, level)
        stream.write(end)

    def _pprint_str(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        if level == 1:
            indent, allowance = indent + 1, allowance + 1
        # Texts side by side are one: it breaks after line ends, and where a line is too long, after white space.
        chunks = []
        lines = object.splitlines(True)
        room = self._width - indent
        for at, line in enumerate(lines, 1):
            rest = allowance if at == len(lines) else 0
            if len(repr(line)) <= room - rest:
                chunks.append(repr(line))
            else:
                chunks += _cut(re.findall(r"\S*\s*", line)[:-1], room, rest)
        if len(chunks) == 1:
            return stream.write(chunks[0])
        text = ("\n" + " " * indent).join(chunks)
        stream.write(f"({text})" if level == 1 else text)

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            return stream.write(repr(object))
        if level == 1:
            indent, allowance = indent + 1, allowance + 1
        parts = [object[at:at + 4] for at in range(0, len(object), 4)]
        # A whole number of parts has no last one that must leave room.
        text = ("\n" + " " * indent).join(_cut(parts, self._width - indent, allowance if len(object) % 4 else 0))
        stream.write(f"({text})" if level == 1 else text)

    def _named(self, name, value, stream, indent, allowance, context, level):
        """A value between the parentheses of a type's name."""
        stream.write(name + "(")
        self._format(value, stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(")")

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._pprint_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    def _pprint_ordered_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        self._named(type(object).__name__, list(object.items()), stream, indent, allowance, context, level)

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        self._named("mappingproxy", object.copy(), stream, indent, allowance, context, level)

    def _attributes(self, name, items, stream, indent, allowance, context, level):
        stream.write(name + "(")
        self._format_namespace_items(items, stream, indent + len(name) + 1, allowance, context, level)
        stream.write(")")

    def _pprint_simplenamespace(self, object, *where):
        name = "namespace" if type(object) is _types.SimpleNamespace else type(object).__name__
        self._attributes(name, object.__dict__.items(), *where)

    def _pprint_dataclass(self, object, *where):
        shown = [(field.name, getattr(object, field.name)) for field in _dataclasses.fields(object) if field.repr]
        self._attributes(type(object).__name__, shown, *where)

    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        name = type(object).__name__
        indent += len(name) + 1
        stream.write(f"{name}({self._repr(object.default_factory, context, level)}" + self._line(indent))
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        name = type(object).__name__
        self._open(stream, name + "({")
        self._format_dict_items(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
        stream.write("})")

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        stream.write(name + "(")
        for left, mapping in zip(range(len(object.maps) - 1, -1, -1), object.maps):
            self._format(mapping, stream, indent, 1 if left else allowance + 1, context, level)
            stream.write(self._line(indent) if left else ")")

    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        name = type(object).__name__
        indent += len(name) + 1
        stream.write(name + "([")
        self._format_items(object, stream, indent, 2 if object.maxlen is not None else allowance + 2, context, level)
        stream.write("])" if object.maxlen is None else f"]{self._line(indent)}maxlen={self._repr(object.maxlen, context, level)})")

    def _pprint_user(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in _scalars:
            return repr(object), True, False
        own = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and own is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        for base, brackets in (dict, "{}"), (list, "[]"), (tuple, "()"):
            if issubclass(kind, base) and own is base.__repr__:
                return self._safe_group(object, base, brackets, context, maxlevels, level)
        text = repr(object)
        return text, bool(text) and not text.startswith("<"), False

    def _safe_group(self, object, base, brackets, context, maxlevels, level):
        if not object:
            return brackets, True, False
        if maxlevels and level >= maxlevels:
            return brackets[0] + "..." + brackets[1], False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive = True, False
        texts = []
        for entry in self._sorted(object.items()) if base is dict else object:
            parts = [self.format(part, context, maxlevels, level + 1) for part in (entry if base is dict else (entry,))]
            texts.append(": ".join([part[0] for part in parts]))
            readable = readable and all([part[1] for part in parts])
            recursive = recursive or any([part[2] for part in parts])
        del context[id(object)]
        end = "," if base is tuple and len(object) == 1 else ""
        return brackets[0] + ", ".join(texts) + end + brackets[1], readable, recursive


def _cut(parts, room, rest):
    """The reprs of as many parts together as there is room for; what comes after the last one needs the rest."""
    chunks = []
    current = parts[0][:0]
    for at, part in enumerate(parts, 1):
        if at == len(parts):
            room -= rest
        if len(repr(current + part)) > room:
            if current:
                chunks.append(repr(current))
            current = part
        else:
            current += part
    return chunks + [repr(current)] if current else chunks


for _type, _method in {
    dict: PrettyPrinter._pprint_dict, list: PrettyPrinter._pprint_list, tuple: PrettyPrinter._pprint_tuple, set: PrettyPrinter._pprint_set,
    frozenset: PrettyPrinter._pprint_set, str: PrettyPrinter._pprint_str, bytes: PrettyPrinter._pprint_bytes, bytearray: PrettyPrinter._pprint_bytearray,
    _collections.OrderedDict: PrettyPrinter._pprint_ordered_dict, _types.MappingProxyType: PrettyPrinter._pprint_mappingproxy,
    _types.SimpleNamespace: PrettyPrinter._pprint_simplenamespace, _collections.ChainMap: PrettyPrinter._pprint_chain_map,
    _collections.Counter: PrettyPrinter._pprint_counter, _collections.deque: PrettyPrinter._pprint_deque,
    _collections.defaultdict: PrettyPrinter._pprint_default_dict, _collections.UserDict: PrettyPrinter._pprint_user,
    _collections.UserList: PrettyPrinter._pprint_user, _collections.UserString: PrettyPrinter._pprint_user,
}.items():
    PrettyPrinter._dispatch[_type.__repr__] = _method
