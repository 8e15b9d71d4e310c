"""From values to JSON text."""

import re

try:
    from _json import encode_basestring as c_encode_basestring
    from _json import encode_basestring_ascii as c_encode_basestring_ascii
except ImportError:
    c_encode_basestring = c_encode_basestring_ascii = None
c_make_encoder = None

INFINITY = float("inf")
_special = re.compile(r'[\x00-\x1f\\"]').sub
_special_ascii = re.compile(r'[^ !#-\[\]-~]').sub
_short = dict(zip('\\"\b\f\n\r\t', ("\\\\", '\\"', "\\b", "\\f", "\\n", "\\r", "\\t")))


def _escaped(match):
    letter = match[0]
    if letter in _short:
        return _short[letter]
    point = ord(letter)
    if point < 0x10000:
        return f"\\u{point:04x}"
    # Two halves of ten bits each.
    high, low = divmod(point - 0x10000, 1024)
    return f"\\u{0xd800 + high:04x}\\u{0xdc00 + low:04x}"


def py_encode_basestring(s):
    """The JSON text of a str."""
    return f'"{_special(_escaped, s)}"'


def py_encode_basestring_ascii(s):
    """The JSON text of a str, in ASCII only."""
    return f'"{_special_ascii(_escaped, s)}"'


encode_basestring = c_encode_basestring or py_encode_basestring
encode_basestring_ascii = c_encode_basestring_ascii or py_encode_basestring_ascii


class JSONEncoder:
    """dict becomes an object, list and tuple an array, str a string, int and float a number, True, False and None a word.

    A class of your own overrides default(), which returns for any other object one that can be written."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if default is not None:
            self.default = default
        # A line that ends after a comma needs no space there.
        if separators is not None or indent is not None:
            self.item_separator, self.key_separator = separators or (",", self.key_separator)

    def default(self, o):
        """Called for an object that is none of the known kinds."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The text of a value."""
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        pieces = self.iterencode(o, _one_shot=True)
        return "".join(pieces)

    def iterencode(self, o, _one_shot=False):
        """The text of a value, piece by piece."""
        quoted = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        seen = {} if self.check_circular else None
        if _one_shot and self.indent is None and c_make_encoder is not None:
            encode = c_make_encoder(seen, self.default, quoted, None, self.key_separator, self.item_separator, self.sort_keys, self.skipkeys, self.allow_nan)
            return encode(o, 0)
        return _pieces(self, quoted, self._number, seen, o, "\n")

    def _number(self, o):
        """The text of a float."""
        if o == o and o not in (INFINITY, -INFINITY):
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"


def _word(o, number):
    """The text of a value that is written in one word, or None."""
    if o is None or o is True or o is False:
        return {None: "null", True: "true", False: "false"}[o]
    # A subclass may print itself in another way.
    if isinstance(o, int):
        return int.__repr__(o)
    if isinstance(o, float):
        return number(o)
    return None


def _pieces(encoder, quoted, number, seen, o, newline):
    if isinstance(o, str):
        yield quoted(o)
    elif (word := _word(o, number)) is not None:
        yield word
    else:
        if seen is not None:
            if id(o) in seen:
                raise ValueError("Circular reference detected")
            seen[id(o)] = o
        if isinstance(o, (list, tuple)):
            yield from _group(encoder, "[]", (("", value) for value in o), quoted, number, seen, newline) if o else ("[]",)
        elif isinstance(o, dict):
            yield from _group(encoder, "{}", _members(encoder, o, quoted, number), quoted, number, seen, newline) if o else ("{}",)
        else:
            yield from _pieces(encoder, quoted, number, seen, encoder.default(o), newline)
        if seen is not None:
            del seen[id(o)]


def _group(encoder, brackets, members, quoted, number, seen, newline):
    """An array or an object: the brackets, and between them each member's beginning and value."""
    inner, separator = "", encoder.item_separator
    if encoder.indent is not None:
        step = encoder.indent if isinstance(encoder.indent, str) else " " * encoder.indent
        inner = newline + step
        separator += inner
    start = brackets[0] + inner
    for beginning, value in members:
        yield start + beginning
        yield from _pieces(encoder, quoted, number, seen, value, inner)
        start = separator
    # An object may turn out to have no member that can be written.
    yield (start if start != separator else "") + (newline if inner else "") + brackets[1]


def _members(encoder, o, quoted, number):
    for key, value in sorted(o.items()) if encoder.sort_keys else o.items():
        if not isinstance(key, str):
            word = _word(key, number)
            if word is None:
                if encoder.skipkeys:
                    continue
                raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
            key = word
        yield quoted(key) + encoder.key_separator, value
