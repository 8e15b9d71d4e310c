"""Variables that each context, and so each task of asyncio, has a value of its own for."""

from _collections_abc import Mapping
from _thread import get_ident
from types import GenericAlias

__all__ = ("Context", "ContextVar", "Token", "copy_context")

_current = {}  # The context that each thread is in.


def _here():
    thread = get_ident()
    if thread not in _current:
        _current[thread] = Context()
    return _current[thread]


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


class Token:
    """What set() returns: reset() takes it back to put the value before in its place."""

    __slots__ = "var", "old_value", "_context", "_used"
    __class_getitem__ = classmethod(GenericAlias)
    MISSING = _Missing()

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self.var!r} at {id(self):#x}>"


class ContextVar:
    """A variable with a value in each context that it was set in."""

    __slots__ = "name", "_default"
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, name, *, default=Token.MISSING):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'ContextVar' is not an acceptable base type")

    def get(self, default=Token.MISSING, /):
        """The value in the current context; else the default given here; else that of the variable."""
        for found in _here()._values.get(self, Token.MISSING), default, self._default:
            if found is not Token.MISSING:
                return found
        raise LookupError(self)

    def set(self, value, /):
        """Gives the variable a value in the current context."""
        context = _here()
        token = object.__new__(Token)
        token.var, token._context, token._used = self, context, False
        token.old_value = context._values.get(self, Token.MISSING)
        # A copy of a context shares the values until one of the two sets something.
        context._values = {**context._values, self: value}
        return token

    def reset(self, token, /):
        """Undoes what the set() did that returned the token."""
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _here()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        context._values = {var: value for var, value in context._values.items() if var is not self}
        if token.old_value is not Token.MISSING:
            context._values[self] = token.old_value

    def __repr__(self):
        default = "" if self._default is Token.MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"


class Context(Mapping):
    """The values of all variables: a mapping that run() changes."""

    __slots__ = "_values", "_before", "__weakref__"
    __hash__ = None

    def __init__(self):
        self._values, self._before = {}, None

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'Context' is not an acceptable base type")

    def run(self, callable, /, *args, **kwargs):
        """Calls a function with this context as the current one."""
        if self._before is not None:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._before = _here()
        _current[get_ident()] = self
        try:
            return callable(*args, **kwargs)
        finally:
            _current[get_ident()], self._before = self._before, None

    def copy(self):
        """Another context with the same values."""
        new = Context()
        new._values = self._values
        return new

    def __getitem__(self, var, /):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return self._values[var]

    def __contains__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    def __repr__(self):
        return object.__repr__(self)


for _class in ContextVar, Token, Context:
    _class.__module__ = "_contextvars"


def copy_context():
    """A copy of the current context."""
    return _here().copy()
