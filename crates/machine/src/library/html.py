"""Text in web pages."""

import re as _re

__all__ = ["escape", "unescape"]

_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "©", "reg": "®", "euro": "€", "hellip": "…", "ndash": "–", "mdash": "—"}


def escape(s, quote=True):
    """The text with &, < and > replaced, and quotation marks too unless quote is false."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _meaning(match):
    name = match[1]
    if name[0] != "#":
        known = name.rstrip(";")
        return _NAMED.get(known, match[0])
    digits = name[1:].rstrip(";")
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    return chr(number)


def unescape(s):
    """The text with the numbered characters, and the named ones that are usual, put in their places."""
    return _re.sub(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z]+;)", _meaning, s) if "&" in s else s
