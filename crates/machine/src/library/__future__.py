"""The features that `from __future__ import` switches on: since when optional, since when always there."""


class _Feature:
    def __init__(self, optionalRelease, mandatoryRelease, compiler_flag):
        self.optional, self.mandatory, self.compiler_flag = optionalRelease, mandatoryRelease, compiler_flag

    def getOptionalRelease(self):
        """The first release that knew it."""
        return self.optional

    def getMandatoryRelease(self):
        """The release that made it part of the language; None if none did."""
        return self.mandatory

    def __repr__(self):
        return "_Feature" + repr((self.optional, self.mandatory, self.compiler_flag))


# A name, the first release that knew it, the release that always has it, and the bit in the flags of code objects.
_TABLE = (
    ("nested_scopes", (2, 1, 0, "beta", 1), (2, 2, 0, "alpha", 0), 0x10),
    ("generators", (2, 2, 0, "alpha", 1), (2, 3, 0, "final", 0), 0),
    ("division", (2, 2, 0, "alpha", 2), (3, 0, 0, "alpha", 0), 0x20000),
    ("absolute_import", (2, 5, 0, "alpha", 1), (3, 0, 0, "alpha", 0), 0x40000),
    ("with_statement", (2, 5, 0, "alpha", 1), (2, 6, 0, "alpha", 0), 0x80000),
    ("print_function", (2, 6, 0, "alpha", 2), (3, 0, 0, "alpha", 0), 0x100000),
    ("unicode_literals", (2, 6, 0, "alpha", 2), (3, 0, 0, "alpha", 0), 0x200000),
    ("barry_as_FLUFL", (3, 1, 0, "alpha", 2), (4, 0, 0, "alpha", 0), 0x400000),
    ("generator_stop", (3, 5, 0, "beta", 1), (3, 7, 0, "alpha", 0), 0x800000),
    ("annotations", (3, 7, 0, "beta", 1), None, 0x1000000),
)

all_feature_names = [_row[0] for _row in _TABLE]
__all__ = ["all_feature_names"] + all_feature_names
globals().update({_row[0]: _Feature(*_row[1:]) for _row in _TABLE})

CO_NESTED, CO_GENERATOR_ALLOWED = (_row[3] for _row in _TABLE[:2])
for _row in _TABLE[2:]:
    globals()["CO_FUTURE_" + _row[0].upper()] = _row[3]
CO_FUTURE_BARRY_AS_BDFL = globals().pop("CO_FUTURE_BARRY_AS_FLUFL")
del _row
