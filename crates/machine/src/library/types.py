"""Names for the builtin types that have none of their own."""

import sys


def _specimen():
    yield _specimen


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
CellType = type((lambda held: lambda: held)(0).__closure__[0])
MemberDescriptorType = type(FunctionType.__globals__)
GetSetDescriptorType = type(FunctionType.__code__)
MethodType = type(type("_C", (), {"method": _specimen})().method)

# A traceback is to be had from an exception only.
try:
    raise LookupError
except LookupError as error:
    TracebackType, FrameType = type(error.__traceback__), type(error.__traceback__.tb_frame)

del sys, _specimen


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds) if kwds else {}
    meta = kwds.pop("metaclass", None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    ns = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    if exec_body is not None:
        exec_body(ns)
    return meta(name, bases, ns, **kwds)
