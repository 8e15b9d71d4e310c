"""Identifiers of 128 bits (RFC 4122)."""

import os
from enum import Enum

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    "reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility", "reserved for future definition"]


class SafeUUID(Enum):
    safe = 0
    unsafe = -1
    unknown = None


class UUID:
    """An identifier, from its digits, bytes, fields or number; immutable."""

    __slots__ = "int", "is_safe", "__weakref__"

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        number = int
        if hex is not None:
            hex = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(hex) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            number = _int(hex, 16)
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            number = _int.from_bytes(bytes)
        if fields is not None:
            number = _of_fields(fields)
        if not 0 <= number < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            number = number & ~(0xC000 << 48) | 0x8000 << 48
            number = number & ~(0xF000 << 64) | version << 76
        object.__setattr__(self, "int", number)
        object.__setattr__(self, "is_safe", is_safe)

    def __getstate__(self):
        return {"int": self.int}

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        object.__setattr__(self, "is_safe", SafeUUID.unknown)

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        digits = self.hex
        return "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])

    @property
    def bytes(self):
        return self.int.to_bytes(16)

    @property
    def bytes_le(self):
        data = self.bytes
        return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]

    @property
    def fields(self):
        return self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low, self.node

    time_low = property(lambda self: self.int >> 96)
    time_mid = property(lambda self: self.int >> 80 & 0xFFFF)
    time_hi_version = property(lambda self: self.int >> 64 & 0xFFFF)
    clock_seq_hi_variant = property(lambda self: self.int >> 56 & 0xFF)
    clock_seq_low = property(lambda self: self.int >> 48 & 0xFF)
    clock_seq = property(lambda self: (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low)
    node = property(lambda self: self.int & 0xFFFFFFFFFFFF)
    time = property(lambda self: (self.time_hi_version & 0xFFF) << 48 | self.time_mid << 32 | self.time_low)
    hex = property(lambda self: f"{self.int:032x}")
    urn = property(lambda self: f"urn:uuid:{self}")

    @property
    def variant(self):
        first = self.clock_seq_hi_variant
        return RESERVED_NCS if first < 0x80 else RFC_4122 if first < 0xC0 else RESERVED_MICROSOFT if first < 0xE0 else RESERVED_FUTURE

    @property
    def version(self):
        return self.int >> 76 & 0xF if self.variant == RFC_4122 else None


_int = int


def _of_fields(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    number = 0
    for at, (field, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48)), 1):
        if not 0 <= field < 1 << bits:
            raise ValueError(f"field {at} out of range (need {'an' if bits == 8 else 'a'} {bits}-bit value)")
        number = number << bits | field
    return number


def getnode():
    """The number of the network card: there is none here, so a fixed one with the bit that says so."""
    return 0x0300_0000_0001


def uuid1(node=None, clock_seq=None):
    """From the (virtual) time, a sequence number and the network card."""
    import time

    # Hundreds of nanoseconds since October 1582.
    stamp = time.time_ns() // 100 + 0x01B21DD213814000
    sequence = int.from_bytes(os.urandom(2)) & 0x3FFF if clock_seq is None else clock_seq
    fields = stamp & 0xFFFFFFFF, stamp >> 32 & 0xFFFF, stamp >> 48 & 0xFFF, sequence >> 8 & 0x3F, sequence & 0xFF, getnode() if node is None else node
    return UUID(fields=fields, version=1)


def uuid3(namespace, name):
    """From the MD5 digest of a name in a namespace."""
    return _named("md5", namespace, name, 3)


def uuid4():
    """Random; the same in every run here."""
    return UUID(bytes=os.urandom(16), version=4)


def uuid5(namespace, name):
    """From the SHA-1 digest of a name in a namespace."""
    return _named("sha1", namespace, name, 5)


def _named(function, namespace, name, version):
    import hashlib

    data = name.encode() if isinstance(name, str) else name
    return UUID(bytes=hashlib.new(function, namespace.bytes + data).digest()[:16], version=version)


NAMESPACE_DNS, NAMESPACE_URL, NAMESPACE_OID, NAMESPACE_X500 = [
    UUID(f"6ba7b81{n}-9dad-11d1-80b4-00c04fd430c8") for n in (0, 1, 2, 4)]
