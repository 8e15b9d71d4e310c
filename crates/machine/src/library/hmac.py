"""Digests with a key (RFC 2104)."""

import hashlib

digest_size = None


def _function(digestmod):
    if isinstance(digestmod, str):
        return lambda data=b"": hashlib.new(digestmod, data)
    return digestmod if callable(digestmod) else digestmod.new


class HMAC:
    """What has been fed so far, under a key."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        function = _function(digestmod)
        self._inner, self._outer = function(), function()
        self.digest_size, self.block_size = self._inner.digest_size, self._inner.block_size
        if len(key) > self.block_size:
            key = function(key).digest()
        key = key.ljust(self.block_size, b"\0")
        self._outer.update(bytes(byte ^ 0x5C for byte in key))
        self._inner.update(bytes(byte ^ 0x36 for byte in key))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return "hmac-" + self._inner.name

    def update(self, msg):
        """Feeds more bytes."""
        self._inner.update(msg)

    def copy(self):
        """Another object that has been fed the same."""
        other = object.__new__(type(self))
        other.__dict__.update(vars(self), _inner=self._inner.copy(), _outer=self._outer.copy())
        return other

    def digest(self):
        """The digest of all bytes so far."""
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        """The digest as hexadecimal digits."""
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    """Whether two digests are equal."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return a == b
    for given in a, b:
        if not isinstance(given, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not {type(given).__name__!r}")
    return bytes(a) == bytes(b)
