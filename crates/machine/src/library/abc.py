"""Abstract base classes: classes that others can join, and methods that must be overridden."""

from _abc import _abc_inherit_flags, _abc_init
from _weakref import ref as _ref


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(cls)
        cls._abc_impl = _Known()
        return cls

    def register(cls, subclass):
        """The class counts as a subclass from now on. Also a decorator."""
        global _token
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            _token += 1
            cls.__dict__["_abc_impl"].registered.append(_ref(subclass))
            _abc_inherit_flags(cls, subclass)
        return subclass

    def _dump_registry(cls, file=None):
        """Prints what has joined the class."""
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        print(f"_abc_registry: {set(cls.__dict__['_abc_impl'].registered)!r}", file=file)

    def _abc_registry_clear(cls):
        cls.__dict__["_abc_impl"].registered.clear()

    def _abc_caches_clear(cls):
        """All answers are forgotten."""
        cls.__dict__["_abc_impl"].forget("yes", "no")

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if cls.__subclasscheck__(subclass):
            return True
        kind = type(instance)
        return kind is not subclass and cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        known = cls.__dict__["_abc_impl"]
        if known.remembers("yes", subclass):
            return True
        if known.asked_at < _token:  # A class has joined another: who was refused may belong now.
            known.forget("no")
            known.asked_at = _token
        elif known.remembers("no", subclass):
            return False
        verdict = _belongs(cls, subclass, known.registered)
        if not (verdict and _ref(subclass) in known.registered):  # Who has joined by itself is found quickly.
            known.remember("yes" if verdict else "no", subclass)
        return verdict


def _belongs(cls, subclass, registered):
    """Whether the class or one below it takes the subclass for its own."""
    verdict = cls.__subclasshook__(subclass)
    if verdict is not NotImplemented:
        return verdict
    if cls in type.__getattribute__(subclass, "__mro__"):
        return True
    for joined in [reference() for reference in registered]:
        if joined is not None and issubclass(subclass, joined):
            return True
    for derived in cls.__subclasses__():
        if issubclass(subclass, derived):
            return True
    return False


class _Known:
    """What an abstract base class knows: who has joined it, and what it has answered. The sets are made when they are needed."""

    __slots__ = ("registered", "yes", "no", "asked_at")

    def __init__(self):
        self.registered, self.asked_at = [], _token

    def remembers(self, answer, kind):
        return hasattr(self, answer) and _ref(kind) in getattr(self, answer)

    def remember(self, answer, kind):
        if not hasattr(self, answer):
            setattr(self, answer, set())
        getattr(self, answer).add(_ref(kind))

    def forget(self, *answers):
        for answer in answers:
            if hasattr(self, answer):
                getattr(self, answer).clear()


_token = 0


def update_abstractmethods(cls):
    """Finds anew which methods of the class are still abstract."""
    if hasattr(cls, "__abstractmethods__"):
        _abc_init(cls)
    return cls


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def get_cache_token():
    return _token


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))
