"""Numbers as bytes."""

import _struct


class error(Exception):
    pass


calcsize = _struct.calcsize
pack = _struct.pack


def unpack(format, buffer, /):
    return _struct.unpack_at(format, buffer, 0, True)


def unpack_from(format, /, buffer, offset=0):
    return _struct.unpack_at(format, buffer, offset, False)


def pack_into(format, buffer, offset, /, *values):
    data = pack(format, *values)
    if offset < 0:
        offset += len(buffer)
    if offset < 0 or offset + len(data) > len(buffer):
        raise error("pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d "
                    "(actual buffer size is %d)" % (offset + len(data), len(data), offset, len(buffer)))
    buffer[offset:offset + len(data)] = data


def iter_unpack(format, buffer, /):
    size = calcsize(format)
    if not size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size:
        raise error("iterative unpacking requires a buffer of a multiple of %d bytes" % size)
    return (unpack_from(format, buffer, at) for at in range(0, len(buffer), size))


class Struct:
    """A format that is used again and again."""

    def __init__(self, format):
        self.size = calcsize(format)
        self.format = format if isinstance(format, str) else format.decode()

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def pack_into(self, buffer, offset, /, *values):
        pack_into(self.format, buffer, offset, *values)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)

    def __repr__(self):
        return "Struct(%r)" % (self.format,)
