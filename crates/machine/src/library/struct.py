"""Numbers as bytes."""

import _struct


class error(Exception):
    pass


calcsize = _struct.calcsize
pack = _struct.pack
pack_into = _struct.pack_into


def unpack(format, buffer, /):
    return _struct.unpack_at(format, buffer, 0, True)


def unpack_from(format, /, buffer, offset=0):
    return _struct.unpack_at(format, buffer, offset, False)


def iter_unpack(format, buffer, /):
    size = calcsize(format)
    if not size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size:
        raise error("iterative unpacking requires a buffer of a multiple of %d bytes" % size)
    return (unpack_from(format, buffer, at) for at in range(0, len(buffer), size))


class Struct(_struct.Struct):
    """A format that is used again and again."""

    __slots__ = ()

    def iter_unpack(self, buffer, /):
        """The values of one piece of a buffer after the other."""
        return iter_unpack(self.format, buffer)
