"""JavaScript Object Notation: values as text, and text as values."""

from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

_plain_encoder = JSONEncoder()
_plain_decoder = JSONDecoder()
#: What an encoder does when it is not told otherwise.
_usual = {"skipkeys": False, "ensure_ascii": True, "check_circular": True, "allow_nan": True, "indent": None, "separators": None, "default": None, "sort_keys": False}


def _encoder(cls, **options):
    """The encoder for a call: the one made beforehand if nothing special is asked for."""
    if cls is None and len(options) == len(_usual) and all(options[name] is _usual[name] for name in _usual):
        return _plain_encoder
    return (cls or JSONEncoder)(**options)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    """Write obj as JSON to fp, a file-like object with a write() method."""
    encoder = _encoder(cls, skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                       indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)
    for piece in encoder.iterencode(obj):
        fp.write(piece)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    """The JSON text of obj."""
    encoder = _encoder(cls, skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                       indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)
    return encoder.encode(obj)


def detect_encoding(b):
    """The UTF encoding of some bytes, by their mark or by where their zeros are."""
    for mark, name in (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xfe\xff", "utf-16"), (b"\xff\xfe", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"):
        if b.startswith(mark):
            return name
    if len(b) >= 4:
        if b[0] == 0:
            return "utf-16-be" if b[1] else "utf-32-be"
        if b[1] == 0:
            return "utf-16-le" if b[2] or b[3] else "utf-32-le"
    elif len(b) == 2:
        if b[0] == 0:
            return "utf-16-be"
        if b[1] == 0:
            return "utf-16-le"
    return "utf-8"


def load(fp, **kw):
    """The value of the JSON text that fp.read() gives."""
    return loads(fp.read(), **kw)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    """The value of a JSON text: a str, or bytes in a UTF encoding."""
    if isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), "surrogatepass")
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    hooks = {"object_hook": object_hook, "parse_float": parse_float, "parse_int": parse_int, "parse_constant": parse_constant, "object_pairs_hook": object_pairs_hook}
    kw.update({name: hook for name, hook in hooks.items() if hook is not None})
    if cls is None and not kw:
        return _plain_decoder.decode(s)
    return (cls or JSONDecoder)(**kw).decode(s)
