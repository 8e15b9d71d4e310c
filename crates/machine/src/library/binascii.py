"""Bytes as text and back: hexadecimal digits, base64, checksums."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}


def _bytes(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}") from None


def hexlify(data, sep=None, bytes_per_sep=1):
    """The hexadecimal digits of some bytes."""
    data = memoryview(data).tobytes()
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


def unhexlify(hexstr):
    """The bytes of some hexadecimal digits."""
    digits = _bytes(hexstr)
    if len(digits) % 2:
        raise Error("Odd-length string")
    if digits.translate(None, b"0123456789abcdefABCDEF"):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(digits.decode())


b2a_hex, a2b_hex = hexlify, unhexlify


def b2a_base64(data, /, *, newline=True):
    """A line of base64."""
    data = memoryview(data).tobytes()
    text = bytearray()
    for at in range(0, len(data), 3):
        part = data[at:at + 3]
        number = int.from_bytes(part.ljust(3, b"\0"))
        text += bytes([_ALPHABET[number >> shift & 63] for shift in (18, 12, 6, 0)][:len(part) + 1]).ljust(4, b"=")
    return bytes(text + b"\n" if newline else text)


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes of some base64; other letters are passed over unless strict_mode is true."""
    data = _bytes(data)
    if strict_mode and data[:1] == b"=":
        raise Error("Leading padding not allowed")
    found, bits, held, padding = bytearray(), 0, 0, 0
    for at, letter in enumerate(data):
        if letter == 61:
            padding += 1
            if bits % 4 >= 2 and bits % 4 + padding >= 4:
                if strict_mode and at + 1 < len(data):
                    raise Error("Excess data after padding")
                return bytes(found)
            if strict_mode and bits % 4 < 2:
                raise Error("Discontinuous padding not allowed" if bits % 4 == 0 else "Only base64 data is allowed")
            continue
        if letter not in _VALUES:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and padding:
            raise Error("Discontinuous padding not allowed")
        padding = 0
        held = held << 6 | _VALUES[letter]
        bits += 1
        if bits % 4 != 1:
            rest = (2 - (bits - 2) % 4) * 2 if bits % 4 else 0
            found.append(held >> rest & 255)
    if bits % 4 == 1:
        raise Error(f"Invalid base64-encoded string: number of data characters ({bits}) cannot be 1 more than a multiple of 4")
    if bits % 4:
        raise Error("Incorrect padding")
    return bytes(found)


def crc32(data, value=0, /):
    """The checksum of zip files."""
    value ^= 0xFFFFFFFF
    for byte in memoryview(data).tobytes():
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return value ^ 0xFFFFFFFF
