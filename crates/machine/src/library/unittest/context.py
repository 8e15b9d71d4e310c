"""What assertRaises and assertWarns give to a with statement."""

import sys
import traceback
import warnings

__unittest = True


def _compiled(pattern):
    """The pattern of a regular expression, given as one or as its text."""
    if not isinstance(pattern, (str, bytes)):
        return pattern
    import re

    return re.compile(pattern)


def _all_of(expected, base):
    if isinstance(expected, tuple):
        return all(_all_of(one, base) for one in expected)
    return isinstance(expected, type) and issubclass(expected, base)


class _ExpectingContext:
    """Something is to happen in the block; `_base_type` is what it may be."""

    obj_name = msg = None

    def __init__(self, expected, test_case, expected_regex=None):
        self.test_case = test_case
        self.expected = expected
        self.expected_regex = _compiled(expected_regex)

    def _matches(self, text):
        return self.expected_regex is None or self.expected_regex.search(text)

    def _raiseFailure(self, standard):
        test_case = self.test_case
        raise test_case.failureException(test_case._formatMessage(self.msg, standard))

    def _missing(self, what):
        name = getattr(self.expected, "__name__", None) or str(self.expected)
        by = f" by {self.obj_name}" if self.obj_name else ""
        self._raiseFailure(f"{name} not {what}{by}")

    def _mismatch(self, text):
        self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{text}"')

    def _with_message(self, msg=None, **unknown):
        for name in unknown:
            raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        self.msg = msg
        return self

    def handle(self, name, args, kwargs):
        """Calls args[0] inside the context; without a callable the context itself is wanted."""
        try:
            if not _all_of(self.expected, self._base_type):
                raise TypeError(f"{name}() arg 1 must be {self._base_type_str}")
            if not args:
                return self._with_message(**kwargs)
            self.obj_name = args[0].__name__ if hasattr(args[0], "__name__") else str(args[0])
            with self:
                args[0](*args[1:], **kwargs)
        finally:
            # The context keeps the exception, whose frames keep the context.
            self = None


class _AssertRaisesContext(_ExpectingContext):
    _base_type_str = "an exception type or tuple of exception types"
    _base_type = BaseException

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._missing("raised")
        traceback.clear_frames(tb)
        if issubclass(exc_type, self.expected):
            self.exception = exc_value.with_traceback(None)
            if not self._matches(str(exc_value)):
                self._mismatch(str(exc_value))
            return True
        return False


class _AssertWarnsContext(_ExpectingContext):
    _base_type_str = "a warning type or tuple of warning types"
    _base_type = Warning

    def __enter__(self):
        # A warning that was shown before is shown again.
        registry = "__warningregistry__"
        for module in [module for module in list(sys.modules.values()) if getattr(module, registry, None)]:
            setattr(module, registry, {})
        manager = self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is None:
            self._judge([entry for entry in self.warnings if isinstance(entry.message, self.expected)])

    def _judge(self, triggered):
        for entry in triggered:
            if self._matches(str(entry.message)):
                self.warning, self.filename, self.lineno = entry.message, entry.filename, entry.lineno
                return
        if triggered:
            self._mismatch(str(triggered[0].message))
        self._missing("triggered")
