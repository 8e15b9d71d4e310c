"""Dates, times, durations and time zones; the work is done in C."""

from _datetime import *

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
