"""Signatures: the parameters that a call of something takes."""

import collections
import enum
import functools
import sys
import types

__name__ = "inspect"


class _void:
    """Stands where a value was not given."""


class _empty:
    """Stands where a parameter has no default or no annotation."""


class _ParameterKind(enum.IntEnum):
    """How an argument comes to its parameter."""

    def __str__(self):
        return self.name

    def __new__(cls, number, description):
        kind = int.__new__(cls, number)
        kind._value_, kind.description = number, description
        return kind

    POSITIONAL_ONLY = 0, "positional-only"
    POSITIONAL_OR_KEYWORD = 1, "positional or keyword"
    VAR_POSITIONAL = 2, "variadic positional"
    KEYWORD_ONLY = 3, "keyword-only"
    VAR_KEYWORD = 4, "variadic keyword"


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind
_STARS = {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}


def formatannotation(annotation, base_module=None):
    """An annotation as it is written in a signature."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias) or not isinstance(annotation, type):
        return repr(annotation)
    near = annotation.__module__ in ("builtins", base_module)
    return annotation.__qualname__ if near else f"{annotation.__module__}.{annotation.__qualname__}"


class Parameter:
    """One parameter: its name, its kind, its default and its annotation."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and kind in _STARS:
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name.startswith(".") and name[1:].isdigit():
            # The compiler's own name for what a comprehension iterates over.
            if kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as "
                                 f"positional or keyword arguments, not {kind.description}")
            kind, name = _POSITIONAL_ONLY, f"implicit{name[1:]}"
        import keyword

        if kind is not _POSITIONAL_ONLY and keyword.iskeyword(name) or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def __reduce__(self):
        rest = {"_default": self._default, "_annotation": self._annotation}
        return type(self), (self._name, self._kind), rest

    def __setstate__(self, state):
        self._default, self._annotation = state["_default"], state["_annotation"]

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """A parameter that differs in what is given."""
        return type(self)(
            self._name if name is _void else name,
            self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation,
        )

    def __str__(self):
        text = _STARS.get(self._kind, "") + self._name
        annotated = self._annotation is not _empty
        if annotated:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += f" = {self._default!r}" if annotated else f"={self._default!r}"
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _parts(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._parts())

    def __eq__(self, other):
        if self is other:
            return True
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    """The arguments of a call, each at its parameter."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        """What is passed by position."""
        passed = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                break
            value = self.arguments[name]
            if parameter.kind is _VAR_POSITIONAL:
                passed.extend(value)
            else:
                passed.append(value)
        return tuple(passed)

    @property
    def kwargs(self):
        """What is passed by name: what follows the first parameter that got nothing too."""
        passed = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                by_name = True
            elif name not in self.arguments:
                by_name = True
                continue
            if by_name and name in self.arguments:
                value = self.arguments[name]
                passed.update(value if parameter.kind is _VAR_KEYWORD else {name: value})
        return passed

    def apply_defaults(self):
        """Fills in the defaults of the parameters that got nothing."""
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind in _STARS:
                filled[name] = () if parameter.kind is _VAR_POSITIONAL else {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self is other or self.signature == other.signature and self.arguments == other.arguments

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __setstate__(self, state):
        self._signature, self.arguments = state["_signature"], state["arguments"]

    def __repr__(self):
        shown = ", ".join([f"{name}={value!r}" for name, value in self.arguments.items()])
        return f"<{type(self).__name__} ({shown})>"


class Signature:
    """The parameters of a callable, in order, and the annotation of what it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        parameters = list(parameters or ())
        if __validate_parameters__:
            _check_order(parameters)
        self._parameters = types.MappingProxyType({one.name: one for one in parameters})
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        return _Reader(cls, follow_wrapped, globals, locals, eval_str).read(obj)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        """A signature that differs in what is given."""
        return type(self)(
            self.parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation,
        )

    def _parts(self):
        by_name = {one.name: one for one in self.parameters.values() if one.kind is _KEYWORD_ONLY}
        others = tuple([one for one in self.parameters.values() if one.kind is not _KEYWORD_ONLY])
        return others, by_name, self.return_annotation

    def __hash__(self):
        others, by_name, returned = self._parts()
        return hash((others, frozenset(by_name.values()), returned))

    def __eq__(self, other):
        if self is other:
            return True
        return self._parts() == other._parts() if isinstance(other, Signature) else NotImplemented

    def bind(self, /, *args, **kwargs):
        """The arguments at their parameters; TypeError if they do not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """As `bind`, but arguments may be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        rest = list(args)
        kwargs = dict(kwargs)
        catch_all = None
        only_positional = []
        by_position = True
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind is _VAR_KEYWORD:
                catch_all = name
            elif kind is _VAR_POSITIONAL:
                by_position = bool(rest)
                if rest:
                    arguments[name], rest = tuple(rest), []
            elif rest and kind is not _KEYWORD_ONLY:
                if name in kwargs and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = rest.pop(0)
            elif name in kwargs and kind is not _POSITIONAL_ONLY:
                if rest:
                    raise TypeError("too many positional arguments")
                arguments[name] = kwargs.pop(name)
                by_position = False
            else:
                if rest:
                    raise TypeError("too many positional arguments")
                if name in kwargs:
                    only_positional.append(name)
                if parameter.default is _empty and not partial:
                    if name in kwargs:
                        raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                    which = " keyword-only" if by_position and kind is _KEYWORD_ONLY else ""
                    raise TypeError(f"missing a required{which} argument: {name!r}")
                by_position = False
        if rest:
            raise TypeError("too many positional arguments")
        if kwargs:
            if catch_all is not None:
                arguments[catch_all] = kwargs
            elif only_positional:
                names = ", ".join(map(repr, only_positional))
                raise TypeError(f"got some positional-only arguments passed as keyword arguments: {names!r}")
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)

    def __reduce__(self):
        state = {"_return_annotation": self._return_annotation}
        return type(self), (tuple(self._parameters.values()),), state

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        """The signature as it is written; a parameter per line if it is wider than `max_width`."""
        words = []
        slash = star = False
        for parameter in self.parameters.values():
            kind = parameter.kind
            if kind is _POSITIONAL_ONLY:
                slash = True
            elif slash:
                words.append("/")
                slash = False
            if kind is _VAR_POSITIONAL:
                star = True
            elif kind is _KEYWORD_ONLY and not star:
                words.append("*")
                star = True
            words.append(str(parameter))
        if slash:
            words.append("/")
        text = f"({', '.join(words)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(words) + "\n)"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text


def _check_order(parameters):
    """Parameters come kind by kind, those without a default first, and no name twice."""
    names = set()
    last, defaults = _POSITIONAL_ONLY, False
    for parameter in parameters:
        kind = parameter.kind
        if kind < last:
            raise ValueError(f"wrong parameter order: {last.description} parameter before {kind.description} parameter")
        last = kind
        if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if parameter.default is not _empty:
                defaults = True
            elif defaults:
                raise ValueError("non-default argument follows default argument")
        if parameter.name in names:
            raise ValueError(f"duplicate parameter name: {parameter.name!r}")
        names.add(parameter.name)


class _Reader:
    """Finds the signature of whatever can be called."""

    def __init__(self, cls, follow_wrapped, globals, locals, eval_str):
        self.cls, self.follow_wrapped = cls, follow_wrapped
        self.evaluation = {"globals": globals, "locals": locals, "eval_str": eval_str}

    def read(self, obj):
        if not callable(obj):
            raise TypeError(f"{obj!r} is not a callable object")
        if isinstance(obj, types.MethodType):
            return self.without_first(self.read(obj.__func__))
        if self.follow_wrapped:
            import inspect

            obj = inspect.unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
            if isinstance(obj, types.MethodType):
                return self.read(obj)
        own = getattr(obj, "__signature__", None)
        if own is not None:
            if not isinstance(own, (Signature, str)) and callable(own):
                own = own()
            if isinstance(own, str):
                return self.text(obj, own)
            if not isinstance(own, Signature):
                raise TypeError(f"unexpected object {own!r} in __signature__ attribute")
            return own
        later = getattr(obj, "_partialmethod", None)
        if isinstance(later, functools.partialmethod):
            return self.partial_method(later)
        if isinstance(obj, types.FunctionType) or _like_function(obj):
            return self.function(obj)
        if getattr(obj, "__text_signature__", None) and not isinstance(obj, type):
            return self.text(obj, obj.__text_signature__)
        if isinstance(obj, functools.partial):
            return self.partial(self.read(obj.func), obj)
        if isinstance(obj, type):
            return self.class_(obj)
        call = _written(type(obj), "__call__")
        if call is not None and not isinstance(obj, (types.BuiltinFunctionType, types.MethodWrapperType)):
            return self.without_first(self.read(call))
        raise ValueError(f"no signature found for builtin {obj!r}"
                         if isinstance(obj, types.BuiltinFunctionType) else f"callable {obj!r} is not supported by signature")

    def function(self, function):
        import inspect

        code = function.__code__
        count = code.co_argcount
        names = list(code.co_varnames)
        annotations = inspect.get_annotations(function, **self.evaluation)
        defaults = function.__defaults__ or ()
        named = function.__kwdefaults__ or {}
        made = []

        def add(name, kind, default=_empty):
            made.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

        for at, name in enumerate(names[:count]):
            kind = _POSITIONAL_ONLY if at < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
            back = at - count
            add(name, kind, defaults[back] if len(defaults) + back >= 0 else _empty)
        rest = names[count + code.co_kwonlyargcount:]
        if code.co_flags & inspect.CO_VARARGS:
            add(rest.pop(0), _VAR_POSITIONAL)
        for name in names[count:count + code.co_kwonlyargcount]:
            add(name, _KEYWORD_ONLY, named.get(name, _empty))
        if code.co_flags & inspect.CO_VARKEYWORDS:
            add(rest.pop(0), _VAR_KEYWORD)
        returned = annotations.get("return", _empty)
        return self.cls(made, return_annotation=returned, __validate_parameters__=not isinstance(function, types.FunctionType))

    def without_first(self, signature):
        """The signature of a bound method: its object is passed already."""
        parameters = list(signature.parameters.values())
        if not parameters or parameters[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
            raise ValueError("invalid method signature")
        if parameters[0].kind is not _VAR_POSITIONAL:
            del parameters[0]
        return signature.replace(parameters=parameters)

    def partial(self, signature, partial, extra=()):
        args, keywords = tuple(extra) + partial.args, partial.keywords or {}
        try:
            bound = signature.bind_partial(*args, **keywords)
        except TypeError as error:
            raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
        left = []
        by_name = False
        for name, parameter in signature.parameters.items():
            kind = parameter.kind
            if name not in keywords or kind is _VAR_KEYWORD:
                if name in bound.arguments and kind not in (_VAR_POSITIONAL, _VAR_KEYWORD):
                    continue  # Given by position: nobody passes it any more.
                if by_name and kind is _POSITIONAL_OR_KEYWORD:
                    parameter = parameter.replace(kind=_KEYWORD_ONLY)
                if by_name and kind is _VAR_POSITIONAL:
                    continue
            elif kind is _POSITIONAL_ONLY:
                continue
            else:
                by_name = True
                parameter = parameter.replace(default=keywords[name], kind=_KEYWORD_ONLY)
            left.append(parameter)
        return signature.replace(parameters=left)

    def partial_method(self, method):
        signature = self.read(method.func)
        first, *rest = signature.parameters.values()
        if first.kind is _VAR_POSITIONAL:
            return self.partial(signature, method)
        signature = self.partial(signature, method, (None,))
        return signature.replace(parameters=[first, *signature.parameters.values()])

    def class_(self, cls):
        call = _written(type(cls), "__call__")
        if call is not None:
            return self.without_first(self.read(call))
        # What is found first along the classes decides; __new__ wins in the same class.
        for base in cls.__mro__:
            for name in ("__new__", "__init__"):
                if name in vars(base):
                    method = _written(base, name)
                    if method is not None:
                        return self.without_first(self.read(method))
            if base.__dict__.get("__text_signature__") and base is not object:
                break
        text = getattr(cls, "__text_signature__", None) if cls.__init__ is not object.__init__ else None
        if text:
            return self.text(cls, text)
        if type not in cls.__mro__:
            if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
                return self.cls()
            raise ValueError(f"no signature found for builtin type {cls!r}")
        raise ValueError(f"callable {cls!r} is not supported by signature")

    def text(self, obj, text):
        """The signature that a builtin tells as text; `$` marks what is bound already."""
        bound = "($" in text and getattr(obj, "__self__", None) is not None
        text = text.replace("$", "")
        scope = dict(vars(sys.modules.get(getattr(obj, "__module__", None) or "builtins", sys)))
        scope.setdefault("sys", sys)
        try:
            exec(f"def made{text}: pass", scope)
        except (SyntaxError, NameError):
            raise ValueError(f"{obj!r} has invalid signature") from None
        signature = self.function(scope["made"])
        return self.without_first(signature) if bound or isinstance(obj, type) and "($" in text else signature


def _written(cls, name):
    """A method of a class, if it was written in Python."""
    method = getattr(cls, name, None)
    native = (types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.BuiltinFunctionType)
    return None if isinstance(method, native) else method


def _like_function(obj):
    """Whether something that is no function has all that matters of one."""
    if isinstance(obj, type) or not callable(obj):
        return False
    parts = [getattr(obj, name, _void) for name in ("__name__", "__code__", "__defaults__", "__kwdefaults__", "__annotations__")]
    wanted = (str, types.CodeType, (tuple, types.NoneType), (dict, types.NoneType), (dict, types.NoneType))
    return all(map(isinstance, parts, wanted))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)
