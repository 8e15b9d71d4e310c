"""Abstract base classes: classes that others can join, and methods that must be overridden."""

from _abc import _abc_inherit_flags, _abc_init


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls._abc_impl = _Registry()
        _abc_init(cls)
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
            cls.__dict__["_abc_impl"].registered.append(subclass)
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
        """Nothing is remembered of the answers."""

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if cls.__subclasscheck__(subclass):
            return True
        kind = type(instance)
        return kind is not subclass and cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        verdict = cls.__subclasshook__(subclass)
        if verdict is not NotImplemented:
            return verdict
        if cls in type.__getattribute__(subclass, "__mro__"):
            return True
        for registered in cls.__dict__["_abc_impl"].registered:
            if issubclass(subclass, registered):
                return True
        for derived in cls.__subclasses__():
            if issubclass(subclass, derived):
                return True
        return False


class _Registry:
    """The classes that have joined an abstract base class."""

    __slots__ = ("registered",)

    def __init__(self):
        self.registered = []


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
