"""What assertRaises, assertWarns and assertLogs give to a with statement."""

import sys
import warnings

from .util import safe_repr

__unittest = True


class _BaseContext:
    def __init__(self, test_case):
        self.test_case = test_case

    def _raiseFailure(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))


class _ExpectingContext(_BaseContext):
    def __init__(self, expected, test_case, expected_regex=None):
        _BaseContext.__init__(self, test_case)
        self.expected = expected
        if expected_regex is not None and isinstance(expected_regex, (bytes, str)):
            import re

            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        """Calls args[0] inside the context; without a callable the context itself is wanted."""
        try:
            if not _all_of(self.expected, self._base_type):
                raise TypeError("%s() arg 1 must be %s" % (name, self._base_type_str))
            if not args:
                self.msg = kwargs.pop("msg", None)
                if kwargs:
                    raise TypeError("%r is an invalid keyword argument for this function" % (next(iter(kwargs)),))
                return self
            callable_obj, *args = args
            try:
                self.obj_name = callable_obj.__name__
            except AttributeError:
                self.obj_name = str(callable_obj)
            with self:
                callable_obj(*args, **kwargs)
        finally:
            # The context keeps the exception, whose frames keep the context.
            self = None

    def _missing(self, what):
        name = getattr(self.expected, "__name__", None) or str(self.expected)
        if self.obj_name:
            self._raiseFailure("{} not {} by {}".format(name, what, self.obj_name))
        self._raiseFailure("{} not {}".format(name, what))


def _all_of(expected, base):
    if isinstance(expected, tuple):
        return all(_all_of(one, base) for one in expected)
    return isinstance(expected, type) and issubclass(expected, base)


class _AssertRaisesContext(_ExpectingContext):
    _base_type = BaseException
    _base_type_str = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._missing("raised")
        _clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is None:
            return True
        if not self.expected_regex.search(str(exc_value)):
            self._raiseFailure('"{}" does not match "{}"'.format(self.expected_regex.pattern, str(exc_value)))
        return True


def _clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            # A frame that still runs.
            pass
        tb = tb.tb_next


class _AssertWarnsContext(_ExpectingContext):
    _base_type = Warning
    _base_type_str = "a warning type or tuple of warning types"

    def __enter__(self):
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for entry in self.warnings:
            message = entry.message
            if not isinstance(message, self.expected):
                continue
            if first is None:
                first = message
            if self.expected_regex is not None and not self.expected_regex.search(str(message)):
                continue
            self.warning = message
            self.filename = entry.filename
            self.lineno = entry.lineno
            return
        if first is not None:
            self._raiseFailure('"{}" does not match "{}"'.format(self.expected_regex.pattern, str(first)))
        self._missing("triggered")
