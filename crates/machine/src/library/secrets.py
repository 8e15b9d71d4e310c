"""Random numbers and tokens. Here a run is repeated exactly, so nothing of this is secret."""

from base64 import urlsafe_b64encode
from hmac import compare_digest
from os import urandom
from random import SystemRandom

__all__ = ["choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex", "token_urlsafe", "compare_digest"]

DEFAULT_ENTROPY = 32
_numbers = SystemRandom()
choice = _numbers.choice
randbits = _numbers.getrandbits


def randbelow(exclusive_upper_bound):
    """A number from 0 up to, and not with, the bound."""
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _numbers.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    """Letters, digits, - and _; about 1.3 for each byte."""
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode()
