"""The operators of arrays and items."""

from . import functions
from .array import ndarray
from .types import float64, generic

_OPERATORS = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "true_divide", "floordiv": "floor_divide", "mod": "remainder",
    "pow": "power", "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor", "lshift": "left_shift", "rshift": "right_shift",
}
_RICH = {"lt": "less", "le": "less_equal", "eq": "equal", "ne": "not_equal", "gt": "greater", "ge": "greater_equal"}
_SINGLE = {"neg": "negative", "abs": "absolute", "invert": "invert"}


def _operator(name, swapped=False, in_place=False):
    function = functions.UFUNCS[name]

    def operate(self, other):
        if not isinstance(other, (ndarray, generic, int, float, list, tuple)):
            return NotImplemented
        if in_place:
            return function(self, other, out=self)
        return function(other, self) if swapped else function(self, other)

    return operate


def _equipped(cls, in_place):
    """Gives a class the operators."""
    for short, name in _OPERATORS.items():
        setattr(cls, f"__{short}__", _operator(name))
        setattr(cls, f"__r{short}__", _operator(name, swapped=True))
        if in_place:
            setattr(cls, f"__i{short}__", _operator(name, in_place=True))
    for short, name in _RICH.items():
        setattr(cls, f"__{short}__", _operator(name))
    for short, name in _SINGLE.items():
        setattr(cls, f"__{short}__", lambda self, function=functions.UFUNCS[name]: function(self))
    cls.__pos__ = lambda self: self


_equipped(ndarray, True)
_equipped(generic, False)
for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    for _side in ("", "r"):
        setattr(float64, f"__{_side}{_name}__", generic.__dict__[f"__{_side}{_name}__"])
for _name in _RICH:
    setattr(float64, f"__{_name}__", generic.__dict__[f"__{_name}__"])
