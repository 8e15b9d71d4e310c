"""Digests of bytes: md5, SHA-1, SHA-2, SHA-3 and SHAKE."""

from _hashes import digest as _digest, pbkdf2 as _pbkdf2

# For each function: bytes of the digest, bytes of a block.
_sizes = {"md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64), "sha384": (48, 128), "sha512": (64, 128),
          "sha3_224": (28, 144), "sha3_256": (32, 136), "sha3_384": (48, 104), "sha3_512": (64, 72), "shake_128": (0, 168), "shake_256": (0, 136)}
algorithms_guaranteed = set(_sizes)
algorithms_available = set(_sizes)

__all__ = (*_sizes, "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest")


class HASH:
    """What has been fed to a hash function so far."""

    __module__ = "_hashlib"
    __slots__ = "name", "_data"

    def __init__(self, name, data):
        self.name = name
        self._data = bytearray()
        self.update(data)

    digest_size = property(lambda self: _sizes[self.name][0])
    block_size = property(lambda self: _sizes[self.name][1])

    def update(self, obj, /):
        """Feeds more bytes."""
        if isinstance(obj, str):
            raise TypeError("Strings must be encoded before hashing")
        try:
            self._data += memoryview(obj)
        except TypeError:
            raise TypeError("object supporting the buffer API required") from None

    def digest(self):
        """The digest of all bytes so far."""
        return _digest(self.name, bytes(self._data), 0)

    def hexdigest(self):
        """The digest as hexadecimal digits."""
        return self.digest().hex()

    def copy(self):
        """Another object that has been fed the same."""
        return type(self)(self.name, self._data)

    def __repr__(self):
        return f"<{self.name} {type(self).__module__}.{type(self).__name__} object @ {id(self):#x}>"


class HASHXOF(HASH):
    """A function whose digest is as long as one likes."""

    __module__ = "_hashlib"
    __slots__ = ()

    def digest(self, length):
        """So many bytes of the digest."""
        if length < 0:
            raise ValueError("value must be positive")
        return _digest(self.name, bytes(self._data), length)

    def hexdigest(self, length):
        """The digest as hexadecimal digits."""
        return self.digest(length).hex()


def new(name, data=b"", *, usedforsecurity=True, string=b""):
    """The hash object of a function, fed with data."""
    name = name.lower().replace("-", "_") if isinstance(name, str) else name
    if name not in _sizes:
        raise ValueError(f"unsupported hash type {name}")
    return (HASH if _sizes[name][0] else HASHXOF)(name, data or string)


def _constructor(name):
    def construct(string=b"", *, usedforsecurity=True):
        return new(name, string)

    construct.__name__ = construct.__qualname__ = "openssl_" + name
    construct.__doc__ = f"Returns a {name} hash object; optionally fed with bytes"
    return construct


md5, sha1, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256 = map(_constructor, _sizes)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key from a password, by many rounds of HMAC."""
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    size = new(hash_name).digest_size if dklen is None else dklen
    if size < 1:
        raise ValueError("key length must be greater than 0.")
    return _pbkdf2(hash_name.lower(), bytes(password), bytes(salt), iterations, size)


def file_digest(fileobj, digest, /):
    """The digest of what a file has, as a hash object."""
    made = new(digest) if isinstance(digest, str) else digest()
    made.update(fileobj.getbuffer() if hasattr(fileobj, "getbuffer") else fileobj.read())
    return made
