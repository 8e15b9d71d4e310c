"""Encodings as objects: functions, pieces of data one after the other, streams."""

import builtins
import sys

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8",
           "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder",
           "IncrementalDecoder", "StreamReader", "StreamWriter", "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder",
           "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors",
           "xmlcharrefreplace_errors", "backslashreplace_errors", "register_error", "lookup_error"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = BOM64_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = BOM64_BE = b"\0\0\xfe\xff"

_same = {"latin1": "iso8859-1", "iso88591": "iso8859-1", "l1": "iso8859-1", "usascii": "ascii", "646": "ascii", "u8": "utf-8", "utf": "utf-8",
         "utf8": "utf-8", "utf8sig": "utf-8-sig", "utf16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be", "utf32": "utf-32",
         "utf32le": "utf-32-le", "utf32be": "utf-32-be", "unicodeescape": "unicode-escape", "rawunicodeescape": "raw-unicode-escape"}
_searches = []
_found = {}


class CodecInfo(tuple):
    """What lookup() finds: two functions, and classes for pieces and for streams."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None,
                *, _is_text_encoding=None):
        self = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        self.encode, self.decode, self.streamreader, self.streamwriter = encode, decode, streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder, self.name = incrementalencoder, incrementaldecoder, name
        return self

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """A way to encode, and to decode again: both functions return the result and how much they took."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes a text that comes in pieces: only the first of them gets a mark."""

    _encoding = "utf-8"

    def __init__(self, errors="strict"):
        self.errors = errors
        self._begun = False

    def encode(self, input, final=False):
        mark = len("".encode(self._encoding)) if self._begun else 0
        self._begun = self._begun or bool(input)
        return input.encode(self._encoding, self.errors)[mark:]

    def reset(self):
        self._begun = False

    def getstate(self):
        return 0 if self._begun else 2

    def setstate(self, state):
        self._begun = not state


class IncrementalDecoder:
    """Decodes bytes that come in pieces: the beginning of a character waits for its end."""

    _encoding = "utf-8"

    def __init__(self, errors="strict"):
        self.errors = errors
        self.reset()

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        self.buffer = b""
        if self._order is None and len(self._encoding) == 6:
            # The mark of UTF-16 or UTF-32 tells the order of the bytes of all pieces.
            size = len("".encode(self._encoding))
            if len(data) < size and not final:
                self.buffer = data
                return ""
            mark = data[:size]
            self._order = "-be" if mark in (BOM_UTF16_BE, BOM_UTF32_BE) else "-le"
            if mark in (BOM_UTF16_BE, BOM_UTF32_BE, BOM_UTF16_LE, BOM_UTF32_LE):
                data = data[size:]
        encoding = self._encoding + (self._order or "")
        try:
            return data.decode(encoding, self.errors if final else "strict")
        except UnicodeDecodeError as e:
            waits = e.end == len(data) and ("end of data" in e.reason or "truncated" in e.reason)
            if final or not waits:
                return data.decode(encoding, self.errors)
            self.buffer = data[e.start:]
            return data[:e.start].decode(encoding, self.errors)

    def reset(self):
        self.buffer, self._order = b"", None

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """A stream of bytes that text is written to."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def encode(self, input, errors="strict"):
        return input.encode(self._encoding, errors), len(input)

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.stream.close()


class StreamReader(Codec):
    """A stream of bytes that text is read from."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self._text = None

    def decode(self, input, errors="strict"):
        return bytes(input).decode(self._encoding, errors), len(input)

    def _rest(self):
        if self._text is None:
            self._text = self.decode(self.stream.read(), self.errors)[0]
        return self._text

    def read(self, size=-1, chars=-1, firstline=False):
        text = self._rest()
        most = chars if chars >= 0 else size if size >= 0 else len(text)
        self._text = text[most:]
        return text[:most]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def readline(self, size=None, keepends=True):
        lines = self._rest().splitlines(True)
        if not lines:
            return ""
        self._text = self._text[len(lines[0]):]
        return lines[0] if keepends else lines[0].rstrip("\r\n")

    def __iter__(self):
        return iter(self.readline, "")

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def __getattr__(self, name):
        return getattr(self.stream, name)

    __enter__ = StreamWriter.__enter__
    __exit__ = StreamWriter.__exit__


def _text_codec(name):
    def encode(input, errors="strict"):
        if not isinstance(input, str):
            raise TypeError(f"{name.replace('-', '_')}_encode() argument 1 must be str, not {type(input).__name__}")
        return input.encode(name, errors), len(input)

    def decode(input, errors="strict"):
        return str(input, name, errors), len(input)

    bases = StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder
    made = [type(base.__name__, (base,), {"_encoding": name}) for base in bases]
    return CodecInfo(encode, decode, *made, name=name)


def _rot13(input, errors="strict"):
    turned = {first + i: first + (i + 13) % 26 for first in b"aA" for i in range(26)}
    return str.translate(input, turned), len(input)


def _bytes_codec(name, encoder, decoder):
    return CodecInfo(lambda data, errors="strict": (encoder(data), len(data)), lambda data, errors="strict": (decoder(data), len(data)), name=name)


def _make(plain):
    if plain == "rot13":
        return CodecInfo(_rot13, _rot13, name="rot-13")
    if plain in ("hex", "hexcodec"):
        import binascii

        return _bytes_codec("hex", binascii.hexlify, binascii.unhexlify)
    if plain in ("base64", "base64codec"):
        import base64

        return _bytes_codec("base64", base64.encodebytes, base64.decodebytes)
    try:
        "".encode(plain)
    except LookupError:
        return None
    return _text_codec(_same.get(plain, plain))


def lookup(encoding):
    """The codec of a name, as a CodecInfo."""
    plain = encoding.lower().replace("-", "").replace("_", "").replace(" ", "")
    if plain not in _found:
        asked = (search(encoding.lower().replace(" ", "_").replace("-", "_")) for search in _searches)
        found = _make(plain) or next(filter(None, asked), None)
        if found is None:
            raise LookupError(f"unknown encoding: {encoding}")
        _found[plain] = found
    return _found[plain]


def register(search_function):
    """Adds a function that is asked for codecs: those found by it are known to this module alone."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function):
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def encode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def _part(name, encoding):
    if found := getattr(lookup(encoding), name):
        return found
    raise LookupError(encoding)


def getincrementalencoder(encoding):
    return _part("incrementalencoder", encoding)


def getincrementaldecoder(encoding):
    return _part("incrementaldecoder", encoding)


def getreader(encoding):
    return _part("streamreader", encoding)


def getwriter(encoding):
    return _part("streamwriter", encoding)


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encodes pieces of text, one after the other."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    yield from filter(None, map(encoder.encode, iterator))
    if last := encoder.encode("", True):
        yield last


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decodes pieces of bytes, one after the other."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    yield from filter(None, map(decoder.decode, iterator))
    if last := decoder.decode(b"", True):
        yield last


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """A file whose text is encoded; line ends stay what they are."""
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    return builtins.open(filename, mode.replace("b", ""), encoding=encoding, errors=errors, newline="")


# Handlers of errors: each is given the exception, and says what to put there and where to go on.


def strict_errors(exception, /):
    raise exception


def ignore_errors(exception, /):
    return "", exception.end


def replace_errors(exception, /):
    sign = "?" if isinstance(exception, UnicodeEncodeError) else "\ufffd"
    return sign * (exception.end - exception.start), exception.end


def _instead(sign):
    def handler(exception, /):
        return "".join(map(sign, exception.object[exception.start:exception.end])), exception.end

    return handler


def _escape(c):
    return ascii(c)[1:-1] if isinstance(c, str) else f"\\x{c:02x}"


xmlcharrefreplace_errors = _instead(lambda c: f"&#{ord(c)};")
backslashreplace_errors = _instead(_escape)
_handlers = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors, "xmlcharrefreplace": xmlcharrefreplace_errors,
             "backslashreplace": backslashreplace_errors}


def register_error(errors, handler, /):
    """Gives a handler of errors a name, which encode() and decode() know then."""
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(name, /):
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name {name!r}") from None
