"""As `cProfile`: here both count natively, on the virtual clock."""

from cProfile import Profile, run, runctx

__all__ = ["run", "runctx", "Profile"]
