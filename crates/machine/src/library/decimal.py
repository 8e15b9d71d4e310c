"""Decimal fixed-point and floating-point arithmetic; the work is done in C."""

from _decimal import *
from _decimal import __version__, __libmpdec_version__
