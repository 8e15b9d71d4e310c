"""From JSON text to values."""

__all__ = ["JSONDecoder", "JSONDecodeError"]

import re

try:
    from _json import scanstring as c_scanstring
except ImportError:
    c_scanstring = None

from json import scanner

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")
_CONSTANTS = {"NaN": NaN, "Infinity": PosInf, "-Infinity": NegInf}

_blanks = re.compile(r"[ \t\n\r]*").match
_plain = re.compile(r'[^"\\\x00-\x1f]*').match
_escapes = dict(zip('"\\/bfnrt', '"\\/\b\f\n\r\t'))
_hexdigits = re.compile(r"[0-9A-Fa-f]{4}").match


class JSONDecodeError(ValueError):
    """A text that is no JSON: msg says why, and pos, lineno and colno where in doc."""

    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = 1 + doc.count("\n", 0, pos)
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


def _unit(s, at):
    """The number of the four digits after the u of an escape."""
    digits = _hexdigits(s, at + 1)
    if digits is None:
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at)
    return int(digits[0], 16)


def py_scanstring(s, end, strict=True):
    """The text of a JSON string whose opening quote stands before end, and where it ends."""
    opening = end - 1
    parts = []
    while True:
        run = _plain(s, end)
        parts.append(run[0])
        end = run.end() + 1
        stop = s[end - 1:end]
        if stop == '"':
            return "".join(parts), end
        if stop and stop != "\\":
            if strict:
                raise JSONDecodeError("Invalid control character at", s, end - 1)
            parts.append(stop)
            continue
        letter = s[end:end + 1]
        if not letter:
            raise JSONDecodeError("Unterminated string starting at", s, opening)
        if letter in _escapes:
            parts.append(_escapes[letter])
            end += 1
            continue
        if letter != "u":
            raise JSONDecodeError("Invalid \\escape", s, end - 1)
        unit = _unit(s, end)
        end += 5
        # A character beyond the first 65536 is written as two halves.
        if unit >> 10 == 54 and s.startswith("\\u", end) and (low := _unit(s, end + 1)) >> 10 == 55:
            unit = 0x10000 + (unit % 1024 << 10) + low % 1024
            end += 6
        parts.append(chr(unit))


scanstring = c_scanstring or py_scanstring


def JSONObject(s_and_end, strict, scan_once, object_hook, object_pairs_hook, memo=None):
    """The object whose brace stands before the end, and where it ends."""
    s, end = s_and_end
    pairs = []
    keys = {} if memo is None else memo
    end = _blanks(s, end).end()
    closed = s[end:end + 1] == "}"
    while not closed:
        if s[end:end + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, end)
        key, end = scanstring(s, end + 1, strict)
        end = _blanks(s, end).end()
        if s[end:end + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", s, end)
        value, end = _member(s, _blanks(s, end + 1).end(), scan_once)
        pairs.append((keys.setdefault(key, key), value))
        end = _blanks(s, end).end()
        closed = s[end:end + 1] == "}"
        if not closed:
            if s[end:end + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, end)
            end = _blanks(s, end + 1).end()
    if object_pairs_hook is not None:
        return object_pairs_hook(pairs), end + 1
    found = dict(pairs)
    return found if object_hook is None else object_hook(found), end + 1


def JSONArray(s_and_end, scan_once):
    """The list whose bracket stands before the end, and where it ends."""
    s, end = s_and_end
    values = []
    end = _blanks(s, end).end()
    if s[end:end + 1] == "]":
        return values, end + 1
    while True:
        value, end = _member(s, end, scan_once)
        values.append(value)
        end = _blanks(s, end).end()
        after = s[end:end + 1]
        if after == "]":
            return values, end + 1
        if after != ",":
            raise JSONDecodeError("Expecting ',' delimiter", s, end)
        end = _blanks(s, end + 1).end()


def _member(s, end, scan_once):
    try:
        return scan_once(s, end)
    except StopIteration as stop:
        raise JSONDecodeError("Expecting value", s, stop.value) from None


class JSONDecoder:
    """Objects become dicts, arrays lists, strings str, numbers int or float, and the rest True, False and None.

    The hooks are called with what was read; what they return is taken instead."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.strict = strict
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_int = parse_int or int
        self.parse_float = parse_float or float
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.parse_object, self.parse_array, self.parse_string = JSONObject, JSONArray, scanstring
        self.memo = {}
        self.scan_once = scanner.make_scanner(self)

    def decode(self, s):
        """The value of a text that has nothing else in it."""
        obj, end = self.raw_decode(s, _blanks(s, 0).end())
        end = _blanks(s, end).end()
        if end < len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The value that a text begins with at idx, and where it ends."""
        return _member(s, idx, self.scan_once)
