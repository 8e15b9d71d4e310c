"""Time zones by their names: the rules of the world's zones are not here, only UTC."""

from datetime import timedelta, tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

TZPATH = ()
_zero = timedelta(0)


class ZoneInfoNotFoundError(KeyError):
    """A zone whose rules are not there."""


class InvalidTZPathWarning(RuntimeWarning):
    pass


class ZoneInfo(tzinfo):
    """A time zone by its name."""

    _known = {}

    def __new__(cls, key):
        if key not in ("UTC", "Etc/UTC", "GMT"):
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}: only UTC is known here")
        if key not in cls._known:
            cls._known[key] = cls.no_cache(key)
        return cls._known[key]

    @classmethod
    def no_cache(cls, key):
        zone = tzinfo.__new__(cls)
        zone.key = key
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in cls._known.copy() if only_keys is None else only_keys:
            cls._known.pop(key, None)

    def utcoffset(self, dt):
        return _zero

    def dst(self, dt):
        return _zero

    def tzname(self, dt):
        return "GMT" if self.key == "GMT" else "UTC"

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"

    def __reduce__(self):
        return type(self), (self.key,)


def available_timezones():
    return {"UTC", "Etc/UTC", "GMT"}


def reset_tzpath(to=None):
    pass
