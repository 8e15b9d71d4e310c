"""Names for the builtin types that have none of their own."""

import sys


def _specimen():
    yield _specimen


async def _awaited():
    pass


async def _stream():
    yield _stream


# Types whose instances lie about, ready to be asked.
NoneType, EllipsisType, NotImplementedType = map(type, (None, ..., NotImplemented))
ModuleType = type(sys)
SimpleNamespace = type(sys.implementation)
BuiltinFunctionType = BuiltinMethodType = type(len)
GenericAlias, UnionType = type(list[int]), type(int | str)
MappingProxyType = type(vars(int))
ClassMethodDescriptorType = type(vars(dict)["fromkeys"])
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type((1).__str__)

# Types of functions and of what belongs to them.
LambdaType = FunctionType = type(_specimen)
CodeType = type(_specimen.__code__)
GeneratorType = type(_specimen())
AsyncGeneratorType = type(_stream())
_unawaited = _awaited()
CoroutineType = type(_unawaited)
_unawaited.close()
CellType = type((lambda held: lambda: held)(0).__closure__[0])
MemberDescriptorType = type(FunctionType.__globals__)
GetSetDescriptorType = type(FunctionType.__code__)
MethodType = type(type("_C", (), {"method": _specimen})().method)

# A traceback is to be had from an exception only.
try:
    raise LookupError
except LookupError as error:
    TracebackType, FrameType = type(error.__traceback__), type(error.__traceback__.tb_frame)

del sys, _specimen, _awaited, _stream, _unawaited


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class as a class statement would; `exec_body` fills the namespace."""
    real = resolve_bases(bases)
    meta, namespace, rest = prepare_class(name, real, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if real is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, real, namespace, **rest)


def resolve_bases(bases):
    """The classes that stand for the bases: what is no class says itself which (`__mro_entries__`)."""
    real = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            real.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        real.extend(entries)
        changed = True
    return tuple(real) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace it prepares, and the keywords that are left for it."""
    rest = dict(kwds or {})
    meta = rest.pop("metaclass", type(bases[0]) if bases else type)
    if isinstance(meta, type):
        for other in map(type, bases):
            if issubclass(other, meta):
                meta = other
            elif not issubclass(meta, other):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                                "of the metaclasses of all its bases")
    namespace = meta.__prepare__(name, bases, **rest) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, rest


def get_original_bases(cls, /):
    """The bases as the class statement had them, `Foo[int]` and the like too."""
    if not isinstance(cls, type):
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}")
    return vars(cls).get("__orig_bases__", cls.__bases__)


class DynamicClassAttribute:
    """A property of instances; asked for through the class, its `__getattr__` answers."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.overwrite_doc = doc is None
        self.__doc__ = doc or fget.__doc__
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is None:
                raise AttributeError("unreadable attribute")
            return self.fget(instance)
        if not self.__isabstractmethod__:
            raise AttributeError
        return self

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def _changed(self, doc=None, **functions):
        parts = {"fget": self.fget, "fset": self.fset, "fdel": self.fdel, **functions}
        copy = type(self)(**parts, doc=doc or self.__doc__)
        copy.overwrite_doc = self.overwrite_doc
        return copy

    def deleter(self, fdel):
        return self._changed(fdel=fdel)

    def getter(self, fget):
        return self._changed(fget.__doc__ if self.overwrite_doc else None, fget=fget)

    def setter(self, fset):
        return self._changed(fset=fset)


class _GeneratorWrapper:
    """Lets something that behaves like a generator be awaited."""

    def __init__(self, gen):
        self.__wrapped = gen
        self.__name__, self.__qualname__ = [getattr(gen, name, None) for name in ("__name__", "__qualname__")]

    def __next__(self):
        return next(self.__wrapped)

    def close(self):
        return self.__wrapped.close()

    cr_code = gi_code = property(lambda self: self.__wrapped.gi_code)
    cr_frame = gi_frame = property(lambda self: self.__wrapped.gi_frame)
    cr_running = gi_running = property(lambda self: self.__wrapped.gi_running)
    cr_await = gi_yieldfrom = property(lambda self: self.__wrapped.gi_yieldfrom)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def send(self, val):
        return self.__wrapped.send(val)

    def __iter__(self):
        return self.__wrapped if type(self.__wrapped) is GeneratorType else self

    __await__ = __iter__


_GENERATOR, _COROUTINE, _ITERABLE_COROUTINE = 0x20, 0x80, 0x100


def coroutine(func):
    """A decorator: what the generator function makes can be awaited."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if type(func) is FunctionType:
        flags = func.__code__.co_flags
        if flags & (_COROUTINE | _ITERABLE_COROUTINE):
            return func
        if flags & _GENERATOR:
            func.__code__ = func.__code__.replace(co_flags=flags | _ITERABLE_COROUTINE)
            return func
    from _collections_abc import Coroutine, Generator
    from functools import wraps

    @wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        native = type(made) is GeneratorType and made.gi_code.co_flags & _ITERABLE_COROUTINE
        if native or isinstance(made, Coroutine) or not isinstance(made, Generator):
            return made
        return _GeneratorWrapper(made)

    return wrapped


__all__ = [_name for _name in globals() if not _name.startswith("_")]
