"""Bytes as text of few letters, and back."""

import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode", "b32hexdecode",
    "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode", "standard_b64encode", "standard_b64decode",
    "urlsafe_b64encode", "urlsafe_b64decode",
]

_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def _bytes(s):
    """What a decoder is given, as bytes."""
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}") from None


def b64encode(s, altchars=None):
    """Three bytes as four letters; altchars are two for + and /."""
    text = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return text
    assert len(altchars) == 2, repr(altchars)
    return text.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    """The bytes of such a text; letters that do not belong there are an error if validate is true."""
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """With - and _ instead of + and /."""
    return b64encode(s).translate(_URL)


def urlsafe_b64decode(s):
    return b64decode(_bytes(s).translate(_FROM_URL))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _b32encode(s, alphabet):
    s = memoryview(s).tobytes()
    text = bytearray()
    for at in range(0, len(s), 5):
        part = s[at:at + 5]
        number = int.from_bytes(part.ljust(5, b"\0"))
        letters = (8 * len(part) + 4) // 5
        text += bytes([alphabet[number >> 35 - 5 * n & 31] for n in range(letters)]).ljust(8, b"=")
    return bytes(text)


def _b32decode(s, alphabet, casefold, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.translate(bytes.maketrans(b"01", b"O" + _bytes(map01)))
    s = s.upper() if casefold else s
    kept = s.rstrip(b"=")
    values = {letter: value for value, letter in enumerate(alphabet)}
    padding = len(s) - len(kept)
    data = bytearray()
    for at in range(0, len(kept), 8):
        number = 0
        for letter in kept[at:at + 8].ljust(8, alphabet[:1]):
            if letter not in values:
                raise binascii.Error("Non-base32 digit found") from None
            number = number << 5 | values[letter]
        data += number.to_bytes(5)
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return bytes(data[:len(data) - (padding * 5 + 7) // 8]) if padding else bytes(data)


def b32encode(s):
    """Five bytes as eight letters."""
    return _b32encode(s, _B32)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(s, _B32, casefold, map01)


def b32hexencode(s):
    return _b32encode(s, _B32_HEX)


def b32hexdecode(s, casefold=False):
    return _b32decode(s, _B32_HEX, casefold)


def b16encode(s):
    """A byte as two digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    s = s.upper() if casefold else s
    if s.translate(None, delete=b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_A85 = bytes(range(33, 118))
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _85encode(s, alphabet, pad, zeros=b"", spaces=b""):
    s = memoryview(s).tobytes()
    text = []
    for at in range(0, len(s), 4):
        part = s[at:at + 4]
        number = int.from_bytes(part.ljust(4, b"\0"))
        if len(part) == 4 and zeros and not number:
            text.append(zeros)
        elif len(part) == 4 and spaces and number == 0x20202020:
            text.append(spaces)
        else:
            letters = bytes([alphabet[number // 85**n % 85] for n in (4, 3, 2, 1, 0)])
            text.append(letters if pad else letters[:len(part) + 1])
    return b"".join(text)


def _85decode(s, alphabet, wrong):
    values = {letter: value for value, letter in enumerate(alphabet)}
    data = bytearray()
    for at in range(0, len(s), 5):
        number = 0
        for n, letter in enumerate(s[at:at + 5].ljust(5, alphabet[-1:])):
            if letter not in values:
                raise ValueError(wrong(letter, at + n))
            number = number * 85 + values[letter]
        if number >> 32:
            raise ValueError(wrong(None, at))
        data += number.to_bytes(4)
    missing = -len(s) % 5
    return bytes(data[:len(data) - missing] if missing else data)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Four bytes as five letters, as in PDF; four zeros as one z."""
    text = (b"<~" if adobe else b"") + _85encode(b, _A85, pad, b"z", b"y" if foldspaces else b"")
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [text[at:at + width] for at in range(0, len(text), width)]
        if adobe and lines and len(lines[-1]) + 2 > width:
            lines.append(b"")
        text = b"\n".join(lines)
    return text + (b"~>" if adobe else b"")


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError(f"Ascii85 encoded byte sequences must end with {b'~>'!r}")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    parts, run = [], bytearray()

    def wrong(letter, at):
        return "Ascii85 overflow" if letter is None else f"Non-Ascii85 digit found: {chr(letter)}"

    for letter in b:
        if letter in (122, 121) and (letter == 122 or foldspaces):
            if len(run) % 5:
                raise ValueError(f"{chr(letter)} inside Ascii85 5-tuple")
            parts += [_85decode(run, _A85, wrong), b"\0\0\0\0" if letter == 122 else b"    "]
            run = bytearray()
        elif letter not in ignorechars:
            run.append(letter)
    return b"".join([*parts, _85decode(run, _A85, wrong)])


def b85encode(b, pad=False):
    """Four bytes as five letters, as in git."""
    return _85encode(b, _B85, pad)


def b85decode(b):
    def wrong(letter, at):
        return f"base85 overflow in hunk starting at byte {at}" if letter is None else f"bad base85 character at position {at}"

    return _85decode(_bytes(b), _B85, wrong)


def encodebytes(s):
    """Lines of base64."""
    try:
        s = memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}") from None
    return b"".join([binascii.b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57)])


def decodebytes(s):
    try:
        s = memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}") from None
    return binascii.a2b_base64(s)


def encode(input, output):
    """From one file to another."""
    output.write(encodebytes(input.read()))


def decode(input, output):
    output.write(decodebytes(input.read()))
