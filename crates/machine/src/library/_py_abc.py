"""The metaclass of abstract classes in Python: here it is the only one."""

from abc import ABCMeta, get_cache_token
