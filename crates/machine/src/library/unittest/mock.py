"""Stand-ins that note how they are called."""

__unittest = True


class _Call(tuple):
    """The arguments of one call."""

    def __new__(cls, args=(), kwargs=None):
        return tuple.__new__(cls, (args, kwargs or {}))

    @property
    def args(self):
        return self[0]

    @property
    def kwargs(self):
        return self[1]

    def __repr__(self):
        shown = [repr(arg) for arg in self[0]] + [f"{name}={value!r}" for name, value in self[1].items()]
        return "call(%s)" % ", ".join(shown)


def call(*args, **kwargs):
    return _Call(args, kwargs)


class Mock:
    """An object with every attribute, which can be called."""

    def __init__(self, spec=None, side_effect=None, return_value=None, name=None, **attributes):
        self._mock_name = name
        self._mock_children = {}
        self._mock_return_value = return_value
        self.side_effect = side_effect
        self.reset_mock()
        for key, value in attributes.items():
            setattr(self, key, value)

    def reset_mock(self):
        self.called = False
        self.call_count = 0
        self.call_args = None
        self.call_args_list = []

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or name.startswith("_mock_"):
            raise AttributeError(name)
        child = self._mock_children.get(name)
        if child is None:
            child = self._mock_children[name] = type(self)(name=name)
        return child

    @property
    def return_value(self):
        if self._mock_return_value is None:
            self._mock_return_value = type(self)(name="()")
        return self._mock_return_value

    @return_value.setter
    def return_value(self, value):
        self._mock_return_value = value

    def __call__(self, *args, **kwargs):
        self.called = True
        self.call_count += 1
        self.call_args = _Call(args, kwargs)
        self.call_args_list.append(self.call_args)
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            return effect(*args, **kwargs)
        return self.return_value

    def assert_called(self):
        if not self.called:
            raise AssertionError("Expected '%s' to have been called." % (self._mock_name or "mock"))

    def assert_not_called(self):
        if self.called:
            raise AssertionError(
                "Expected '%s' to not have been called. Called %s times.\nCalls: %s."
                % (self._mock_name or "mock", self.call_count, self.call_args_list)
            )

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(
                "Expected '%s' to have been called once. Called %s times."
                % (self._mock_name or "mock", self.call_count)
            )

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args != (args, kwargs):
            raise AssertionError(
                "expected call not found.\nExpected: %s\n  Actual: %s"
                % (_Call(args, kwargs), self.call_args if self.called else "not called.")
            )

    def assert_called_once_with(self, /, *args, **kwargs):
        self.assert_called_once()
        self.assert_called_with(*args, **kwargs)


class MagicMock(Mock):
    """A mock by another name: special methods are not made up."""
