"""Stand-ins that note how they are called, and putting them in the place of real objects."""

import functools
import importlib
import inspect
import sys

__all__ = ["Mock", "MagicMock", "NonCallableMock", "NonCallableMagicMock", "PropertyMock", "AsyncMock", "patch",
           "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "mock_open", "seal"]
__unittest = True


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    """Gives a unique object for each name."""

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return vars(self).setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _ANY:
    """Equals everything."""

    def __repr__(self):
        return "<ANY>"

    def __ne__(self, other):
        return False

    def __eq__(self, other):
        return True


ANY = _ANY()


def _arguments(args, kwargs):
    return ", ".join([*map(repr, args), *[f"{name}={value!r}" for name, value in kwargs.items()]])


class _Call(tuple):
    """A call: its name, if it has one, and its arguments."""

    def __new__(cls, name="", args=(), kwargs=None, two=False):
        kwargs = kwargs or {}
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    name = property(lambda self: self[0] if len(self) == 3 else "")
    args = property(lambda self: self[-2])
    kwargs = property(lambda self: self[-1])

    def __eq__(self, other):
        try:
            given = list(other)
        except TypeError:
            return NotImplemented
        name = given.pop(0) if given and isinstance(given[0], str) else ""
        args = next((tuple(one) for one in given if isinstance(one, (tuple, list))), ())
        kwargs = next((one for one in given if isinstance(one, dict)), {})
        if name and self.name and name != self.name:
            return False
        return (args, kwargs) == (tuple(self.args), self.kwargs)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __call__(self, *args, **kwargs):
        return _Call(self.name, args, kwargs)

    def __getattr__(self, attr):
        if attr.startswith("_"):
            raise AttributeError(attr)
        return _Call(f"{self.name}.{attr}" if self.name else attr)

    def __repr__(self):
        name = self.name
        start = "call" if not name else f"call{name}" if name.startswith("()") else f"call.{name}"
        return f"{start}({_arguments(self.args, self.kwargs)})"


call = _Call()


class _CallList(list):
    """Calls, in which a run of calls can be looked for."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[at:at + len(value)] == value for at in range(len(self) - len(value) + 1))


def _raises(effect):
    return isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException)


_MISSPELT = ("assert", "assret", "asert", "aseert", "assrt")


class NonCallableMock:
    """An object with every attribute."""

    def __new__(cls, /, *args, **kwargs):
        # A class of its own: special methods are looked up there.
        return object.__new__(type(cls.__name__, (cls,), {"__doc__": cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, side_effect=None,
                 return_value=DEFAULT, unsafe=False, **kwargs):
        spec = spec_set if spec is None else spec
        names = spec if spec is None or isinstance(spec, (list, tuple)) else dir(spec)
        vars(self).update(
            _mock_name=name, _mock_parent=parent, _mock_children={}, _mock_wraps=wraps, _mock_methods=names,
            _mock_strict=spec_set is not None, _mock_return=return_value, _mock_effect=None, _mock_unsafe=unsafe,
            _spec_class=None if names is spec else spec if isinstance(spec, type) else type(spec), _mock_sealed=False,
            mock_calls=_CallList(), method_calls=_CallList())
        self._forget()
        self.side_effect = side_effect
        self._set_up()
        self.configure_mock(**kwargs)

    def _set_up(self):
        """For those that have more."""

    def _forget(self):
        self.called, self.call_count, self.call_args = False, 0, None
        for name in ("call_args_list", "mock_calls", "method_calls"):
            vars(self)[name] = _CallList()

    @property
    def __class__(self):
        return self._spec_class or type(self)

    @property
    def side_effect(self):
        return self._mock_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _raises(value):
            value = iter(value)
        vars(self)["_mock_effect"] = value

    @property
    def return_value(self):
        if self._mock_return is DEFAULT:
            vars(self)["_mock_return"] = self._get_child_mock(name="()", parent=self)
        return self._mock_return

    @return_value.setter
    def return_value(self, value):
        vars(self)["_mock_return"] = value
        _adopt(self, value, "()")

    def _get_child_mock(self, **kwargs):
        kinds = [base for base in type(self).__mro__[1:] if base.__module__ == __name__]
        kind = type(self).__mro__[1]
        if self._mock_sealed:
            raise AttributeError(f"mock.{kwargs['name']}")
        if issubclass(kind, NonCallableMagicMock) and not issubclass(kind, CallableMixin):
            kind = MagicMock
        elif not issubclass(kind, CallableMixin):
            kind = Mock
        return kind(**kwargs)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_children"):
            raise AttributeError(name)
        if self._mock_methods is not None:
            if name not in self._mock_methods:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not self._mock_unsafe and name.startswith(_MISSPELT) and (self._mock_methods is None or name not in self._mock_methods):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be "
                                 "an attribute.")
        child = self._mock_children.get(name)
        if child is _missing:
            raise AttributeError(name)
        if child is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._mock_children[name] = self._get_child_mock(name=name, parent=self, wraps=wraps)
        return child

    def __setattr__(self, name, value):
        if name in vars(self) or isinstance(getattr(type(self), name, None), property):
            return object.__setattr__(self, name, value)
        if self._mock_strict and self._mock_methods is not None and name not in self._mock_methods:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name.startswith("__") and name.endswith("__") and name != "__class__":
            if isinstance(value, NonCallableMock):
                self._mock_children[name] = value
            # A mock is no descriptor: it is called without the object.
            setattr(type(self), name, value)
            return None
        _adopt(self, value, name)
        if isinstance(value, NonCallableMock) and value._mock_parent is self:
            self._mock_children[name] = value
        else:
            object.__setattr__(self, name, value)
        return None

    def __delattr__(self, name):
        if name in vars(self):
            object.__delattr__(self, name)
        elif self._mock_children.get(name) is _missing:
            raise AttributeError(name)
        self._mock_children[name] = _missing

    def __dir__(self):
        return sorted({*(self._mock_methods or object.__dir__(self)), *self._mock_children})

    def attach_mock(self, mock, attribute):
        """Makes the other mock a child, so that its calls are noted here too."""
        vars(mock).update(_mock_parent=None, _mock_name="")
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        """Sets attributes, also of children: `**{"method.return_value": 3}`."""
        for name, value in sorted(kwargs.items(), key=lambda pair: pair[0].count(".")):
            *path, last = name.split(".")
            setattr(functools.reduce(getattr, path, self), last, value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls, those of the children too."""
        seen = visited if visited is not None else []
        if any(self is known for known in seen):
            return
        seen.append(self)
        self._forget()
        if return_value:
            vars(self)["_mock_return"] = DEFAULT
        if side_effect:
            vars(self)["_mock_effect"] = None
        for child in [*self._mock_children.values(), self._mock_return]:
            if isinstance(child, NonCallableMock):
                child.reset_mock(seen, return_value=return_value, side_effect=side_effect)

    def _full_name(self):
        """How one gets here from the outermost mock."""
        names, mock = [], self
        while mock is not None:
            names.append(mock._mock_name or ("mock" if mock._mock_parent is None else ""))
            mock = mock._mock_parent
        text = ""
        for name in reversed(names):
            text += name if name == "()" or not text else f".{name}"
        return text

    def __repr__(self):
        named = self._mock_name or self._mock_parent is not None
        name = f" name={self._full_name()!r}" if named else ""
        spec = f" spec={self._spec_class.__name__!r}" if self._spec_class is not None else ""
        return f"<{type(self).__name__}{name}{spec} id='{id(self)}'>"

    def _shown_call(self, args, kwargs):
        return f"{self._mock_name or 'mock'}({_arguments(args, kwargs)})"

    def _calls_text(self, label="Calls"):
        return f"\n{label}: {list(self.mock_calls)!r}." if self.mock_calls else ""

    def _who(self):
        return self._mock_name or "mock"

    def _times(self):
        return "1 time" if self.call_count == 1 else f"{self.call_count} times"

    def assert_called(self):
        if not self.called:
            raise AssertionError(f"Expected '{self._who()}' to have been called.")

    def assert_not_called(self):
        if self.called:
            raise AssertionError(f"Expected '{self._who()}' to not have been called. Called {self.call_count} times."
                                 + self._calls_text())

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._who()}' to have been called once. Called {self.call_count} times."
                                 + self._calls_text())

    def assert_called_with(self, /, *args, **kwargs):
        expected = self._shown_call(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: not called.")
        if self.call_args != _Call("", args, kwargs):
            actual = self._shown_call(self.call_args.args, self.call_args.kwargs)
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: {actual}")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._who()}' to be called once. Called {self.call_count} times."
                                 + self._calls_text())
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call("", args, kwargs) not in list(self.call_args_list):
            raise AssertionError(f"{self._shown_call(args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        calls = list(calls)
        if not any_order:
            if calls not in self.mock_calls:
                raise AssertionError(f"Calls not found.\nExpected: {calls!r}" + self._calls_text("  Actual").rstrip("."))
            return
        rest, missing = list(self.mock_calls), []
        for one in calls:
            if one in rest:
                rest.remove(one)
            else:
                missing.append(one)
        if missing:
            raise AssertionError(f"{self._who()!r} does not contain all of {tuple(missing)!r} in its call list, "
                                 f"found {rest!r} instead")


def _adopt(parent, value, name):
    """A mock without a name that becomes an attribute belongs to the mock from then on."""
    if isinstance(value, NonCallableMock) and value._mock_name is None and value._mock_parent is None and value is not parent:
        vars(value).update(_mock_parent=parent, _mock_name=name)


class CallableMixin:
    """What makes a mock callable."""

    def __call__(self, /, *args, **kwargs):
        self._note(args, kwargs)
        return self._answer(args, kwargs)

    def _note(self, args, kwargs):
        self.called = True
        self.call_count += 1
        self.call_args = _Call("", args, kwargs, two=True)
        self.call_args_list.append(self.call_args)
        self.mock_calls.append(_Call("", args, kwargs))
        name, mock, method = self._mock_name or "", self._mock_parent, True
        while mock is not None:
            if method and "()" not in name:
                mock.method_calls.append(_Call(name, args, kwargs))
            mock.mock_calls.append(_Call(name, args, kwargs))
            above = mock._mock_name or ""
            method = method and above != "()"
            if mock._mock_parent is not None:
                name = f"{above}{name}" if name.startswith("()") else f"{above}.{name}"
            mock = mock._mock_parent

    def _answer(self, args, kwargs):
        effect = self._mock_effect
        if effect is not None:
            if _raises(effect):
                raise effect
            result = effect(*args, **kwargs) if callable(effect) else next(effect)
            if _raises(result) and not callable(effect):
                raise result
            if result is not DEFAULT:
                return result
        if self._mock_return is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """An object with every attribute, which can be called and notes how."""


# What special methods answer unless they are told otherwise.
_ANSWERS = {
    "__hash__": lambda self: object.__hash__(self), "__str__": lambda self: object.__str__(self), "__len__": 0,
    "__contains__": False, "__bool__": True, "__int__": 1, "__index__": 1, "__float__": 1.0, "__complex__": 1j,
    "__exit__": False, "__iter__": DEFAULT, "__enter__": DEFAULT, "__getitem__": DEFAULT,
    "__setitem__": DEFAULT, "__delitem__": DEFAULT, "__call__": None,
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
    **{f"__{name}__": DEFAULT for name in (
        "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod neg pos invert abs round trunc floor "
        "ceil iadd isub imul itruediv ifloordiv imod ilshift irshift iand ixor ior ipow radd rsub rmul rtruediv "
        "rfloordiv rmod rand rxor ror rpow").split()},
}
del _ANSWERS["__call__"]


def _magic_child(mock, name, answer):
    child = mock._mock_children.get(name)
    if child is None:
        child = mock._mock_children[name] = MagicMock(name=name, parent=mock)
        if name == "__iter__":
            # What it is to return may be anything that can be iterated over.
            child.side_effect = lambda: iter(() if child._mock_return is DEFAULT else child._mock_return)
        elif callable(answer):
            child.side_effect = lambda *args: answer(mock) if child._mock_return is DEFAULT else DEFAULT
        elif answer is not DEFAULT:
            child.return_value = answer
    return child


class _Special:
    """Finds the mock behind a special method when it is asked for by name."""

    def __init__(self, name, answer):
        self.name, self.answer = name, answer

    def __get__(self, instance, owner=None):
        return self if instance is None else _magic_child(instance, self.name, self.answer)


class MagicMixin:
    """Gives a mock the special methods."""

    def _set_up(self):
        for name, answer in _ANSWERS.items():
            if self._mock_methods is None or name in self._mock_methods:
                setattr(type(self), name, _Special(name, answer))

    def __setattr__(self, name, value):
        if name in _ANSWERS:
            if isinstance(value, NonCallableMock):
                self._mock_children[name] = value
                setattr(type(self), name, _Special(name, DEFAULT))
            else:
                setattr(type(self), name, value)
        else:
            super().__setattr__(name, value)


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that cannot be called."""


class MagicMock(MagicMixin, Mock):
    """A mock with special methods."""


class AsyncMock(MagicMock):
    """A mock whose call is to be awaited."""

    async def __call__(self, /, *args, **kwargs):
        self._note(args, kwargs)
        vars(self)["await_count"] = vars(self).get("await_count", 0) + 1
        return self._answer(args, kwargs)

    def assert_awaited(self):
        if not vars(self).get("await_count"):
            raise AssertionError(f"Expected {self._who()} to have been awaited.")


class PropertyMock(Mock):
    """A mock that stands for a property: getting calls it, setting calls it with the value."""

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


class _patch:
    """One replacement: a context manager and a decorator."""

    def __init__(self, getter, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                 new_callable=None, **kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.create = getter, attribute, new, create
        self.spec, self.spec_set, self.autospec, self.new_callable, self.kwargs = spec, spec_set, autospec, new_callable, kwargs
        self.attribute_name = None
        self.additional = []

    def _copy(self):
        copy = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, **self.kwargs)
        copy.attribute_name, copy.additional = self.attribute_name, [one._copy() for one in self.additional]
        return copy

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self._copy()(getattr(func, name)))
            return func
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func

        def patched(*args, **keywargs):
            entered = []
            try:
                for one in patched.patchings:
                    given = one.__enter__()
                    entered.append(one)
                    if one.attribute_name is not None:
                        keywargs.update(given)
                    elif one.new is DEFAULT:
                        args += (given,)
                return func(*args, **keywargs)
            finally:
                for one in reversed(entered):
                    one.__exit__(None, None, None)

        functools.update_wrapper(patched, func)
        patched.patchings = [self]
        return patched

    def _original(self):
        local = self.attribute in getattr(self.target, "__dict__", {})
        original = vars(self.target)[self.attribute] if local else getattr(self.target, self.attribute, DEFAULT)
        if original is DEFAULT and not self.create:
            import builtins

            if inspect.ismodule(self.target) and hasattr(builtins, self.attribute):
                self.create = True
            else:
                raise AttributeError(f"{self.target} does not have the attribute {self.attribute!r}")
        return original, local

    def _replacement(self, original):
        if self.new is not DEFAULT:
            return self.new
        options = dict(self.kwargs)
        for name in ("spec", "spec_set"):
            value = getattr(self, name)
            if value is not None:
                options[name] = original if value is True else value
        if self.autospec:
            return create_autospec(original if self.autospec is True else self.autospec, _name=self.attribute, **options)
        kind = self.new_callable
        if kind is None:
            kind = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
        if isinstance(kind, type) and issubclass(kind, NonCallableMock):
            options.setdefault("name", self.attribute)
        return kind(**options)

    def __enter__(self):
        self.target = self.getter()
        self.original, self.local = self._original()
        new = self._replacement(self.original)
        setattr(self.target, self.attribute, new)
        if self.attribute_name is None:
            return new
        given = {self.attribute_name: new} if self.new is DEFAULT else {}
        for one in self.additional:
            more = one.__enter__()
            if one.new is DEFAULT:
                given.update(more)
        return given

    def __exit__(self, *exc_info):
        for one in reversed(self.additional):
            one.__exit__(*exc_info)
        if self.local and self.original is not DEFAULT:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.original)
        return False

    def start(self):
        """Replaces until `stop`."""
        _started.append(self)
        return self.__enter__()

    def stop(self):
        if self not in _started:
            return None
        _started.remove(self)
        return self.__exit__(None, None, None)


_started = []


def _importer(path):
    """The object with this dotted name; modules are imported."""
    name, *rest = path.split(".")
    found = importlib.import_module(name)
    for part in rest:
        name += f".{part}"
        if not hasattr(found, part):
            importlib.import_module(name)
        found = getattr(found, part)
    return found


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replaces `"module.name"` inside a block or a function."""
    try:
        home, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return _patch(lambda: _importer(home), attribute, new, spec, create, spec_set, autospec, new_callable, **kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, **kwargs):
    """Replaces an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, **kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replaces several attributes of an object."""
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    getter = (lambda: _importer(target)) if isinstance(target, str) else (lambda: target)
    made = [_patch(getter, name, new, spec, create, spec_set, autospec, new_callable) for name, new in kwargs.items()]
    for one in made:
        one.attribute_name = one.attribute
    first, *first.additional = made
    return first


class _patch_dict:
    """Replaces items of a mapping; afterwards it is as it was."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self(getattr(func, name)))
            return func

        @functools.wraps(func)
        def inner(*args, **kw):
            with _patch_dict(self.in_dict, self.values, self.clear):
                return func(*args, **kw)

        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _importer(self.in_dict)
        self.kept = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc_info):
        self.in_dict.clear()
        self.in_dict.update(self.kept)
        return False

    def start(self):
        _started.append(self)
        return self.__enter__()

    def stop(self):
        if self in _started:
            _started.remove(self)
            self.__exit__()


def _stop_all():
    """Ends everything that was started."""
    for one in reversed(_started[:]):
        one.stop()


patch.object, patch.dict, patch.multiple, patch.stopall = _patch_object, _patch_dict, _patch_multiple, _stop_all
patch.TEST_PREFIX = "test"


def create_autospec(spec, spec_set=False, instance=False, _name=None, **kwargs):
    """A mock with the attributes of the object; functions want the arguments of the original."""
    kind = MagicMock if callable(spec) and not (instance and isinstance(spec, type)) else NonCallableMagicMock
    if inspect.iscoroutinefunction(spec):
        kind = AsyncMock
    mock = kind(**{"spec_set" if spec_set else "spec": spec}, name=_name, **kwargs)
    if callable(spec):
        try:
            signature = inspect.signature(spec)
        except (TypeError, ValueError):
            return mock
        answer = mock.side_effect

        def check(*args, **kw):
            signature.bind(*args, **kw)
            return DEFAULT if answer is None else answer(*args, **kw)

        mock.side_effect = check
        if isinstance(spec, type) and not instance:
            mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()")
    if isinstance(spec, type):
        for name, value in inspect.getmembers_static(spec, inspect.isfunction):
            if not name.startswith("__"):
                child = create_autospec(value, _name=name)
                vars(child)["_mock_parent"] = mock
                if instance:
                    bound = inspect.signature(value)
                    rest = bound.replace(parameters=list(bound.parameters.values())[1:])
                    child.side_effect = lambda *args, _rest=rest, **kw: (_rest.bind(*args, **kw), DEFAULT)[1]
                mock._mock_children[name] = child
    return mock


def mock_open(mock=None, read_data=""):
    """A mock for `open`: reading gives the data."""
    import io

    mock = MagicMock(name="open", spec=open) if mock is None else mock

    def opened(*args, **kwargs):
        stream = io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)
        handle.read.side_effect, handle.readline.side_effect = stream.read, stream.readline
        handle.readlines.side_effect = stream.readlines
        handle.__iter__.side_effect = lambda: iter(stream)
        return handle

    handle = MagicMock(name="open()")
    handle.__enter__.return_value = handle
    mock.side_effect = opened
    return mock


def seal(mock):
    """No attributes are made up from now on."""
    vars(mock)["_mock_sealed"] = True
    for child in mock._mock_children.values():
        if isinstance(child, NonCallableMock) and child._mock_parent is mock:
            seal(child)
