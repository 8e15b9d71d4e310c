"""What kind of value a JSON text goes on with."""

try:
    from _json import make_scanner as c_make_scanner
except ImportError:
    c_make_scanner = None

import re

__all__ = ["make_scanner"]

NUMBER_RE = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORDS = {"n": ("null", None), "t": ("true", True), "f": ("false", False)}
_CONSTANTS = "NaN", "Infinity", "-Infinity"


def py_make_scanner(context):
    """The function that reads one value: it is called with the text and where the value begins."""
    memo = context.memo

    def value(string, idx):
        if idx < 0:
            raise ValueError("idx cannot be negative")
        first = string[idx:idx + 1]
        if first == '"':
            return context.parse_string(string, idx + 1, context.strict)
        if first == "{":
            return context.parse_object((string, idx + 1), context.strict, value, context.object_hook, context.object_pairs_hook, memo)
        if first == "[":
            return context.parse_array((string, idx + 1), value)
        if first in _WORDS:
            word, meaning = _WORDS[first]
            if string.startswith(word, idx):
                return meaning, idx + len(word)
        if number := NUMBER_RE.match(string, idx):
            whole, fraction, exponent = number.groups("")
            if fraction or exponent:
                return context.parse_float(whole + fraction + exponent), number.end()
            return context.parse_int(whole), number.end()
        for name in _CONSTANTS:
            if string.startswith(name, idx):
                return context.parse_constant(name), idx + len(name)
        raise StopIteration(idx)

    def scan_once(string, idx):
        try:
            return value(string, idx)
        finally:
            memo.clear()

    return scan_once


make_scanner = c_make_scanner or py_make_scanner
