"""Bytecode, instruction by instruction."""

import collections
import types
import _opcode

opmap = {}
_caches = {}
_jumps = {}
opname = ["<%d>" % number for number in range(256)]
for _name, _number, _entries, _jump in _opcode.operations():
    opmap[_name] = _number
    opname[_number] = _name
    _caches[_number] = _entries
    if _jump:
        _jumps[_number] = _jump

HAVE_ARGUMENT = 90
EXTENDED_ARG = opmap["EXTENDED_ARG"]
cmp_op = _opcode.comparisons()
hasjrel = sorted(_jumps)
hasjabs = []
hasconst = [opmap[name] for name in ("LOAD_CONST", "RETURN_CONST", "KW_NAMES")]
hasname = [number for number, name in enumerate(opname) if name in (
    "STORE_NAME", "DELETE_NAME", "STORE_ATTR", "DELETE_ATTR", "STORE_GLOBAL", "DELETE_GLOBAL",
    "LOAD_NAME", "LOAD_ATTR", "IMPORT_NAME", "IMPORT_FROM", "LOAD_GLOBAL", "LOAD_SUPER_ATTR",
    "LOAD_FROM_DICT_OR_GLOBALS")]
hasfree = [number for number, name in enumerate(opname) if name in (
    "MAKE_CELL", "LOAD_CLOSURE", "LOAD_DEREF", "STORE_DEREF", "DELETE_DEREF", "LOAD_FROM_DICT_OR_DEREF")]
haslocal = [number for number, name in enumerate(opname) if name in (
    "LOAD_FAST", "STORE_FAST", "DELETE_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_AND_CLEAR")]
hascompare = [opmap["COMPARE_OP"]]

_MAKE_FUNCTION = "defaults", "kwdefaults", "annotations", "closure"
_CONVERSIONS = (None, ""), (str, "str"), (repr, "repr"), (ascii, "ascii")
# How far the number of a name is shifted, and what the lowest bit says.
_SHIFTED = {"LOAD_GLOBAL": (1, "NULL + "), "LOAD_ATTR": (1, "NULL|self + "), "LOAD_SUPER_ATTR": (2, "NULL|self + ")}

_Instruction = collections.namedtuple(
    "_Instruction", "opname opcode arg argval argrepr offset starts_line is_jump_target positions",
    defaults=[None])


class Instruction(_Instruction):
    def _disassemble(self, lineno_width=3, mark_as_current=False, offset_width=4):
        fields = []
        if lineno_width:
            line = "" if self.starts_line is None else str(self.starts_line)
            fields.append(line.rjust(lineno_width))
        fields.append("-->" if mark_as_current else "   ")
        fields.append(">>" if self.is_jump_target else "  ")
        fields.append(str(self.offset).rjust(offset_width))
        fields.append(self.opname.ljust(20))
        if self.arg is not None:
            fields.append(repr(self.arg).rjust(5))
            if self.argrepr:
                fields.append("(" + self.argrepr + ")")
        return " ".join(fields).rstrip()


_NB = _opcode.binary_operators()
_INTRINSICS = {"CALL_INTRINSIC_1": _opcode.intrinsics_1(), "CALL_INTRINSIC_2": _opcode.intrinsics_2()}


def _unpack_opargs(code):
    extended = at = 0
    while at < len(code):
        op = code[at]
        arg = None
        if op >= HAVE_ARGUMENT:
            arg = code[at + 1] | extended
            extended = arg << 8 if op == EXTENDED_ARG else 0
        else:
            extended = 0
        yield at, op, arg
        at += 2 + 2 * _caches.get(op, 0)


def _jump_target(offset, op, arg):
    return offset + 2 + 2 * _caches.get(op, 0) + 2 * arg * _jumps[op]


def findlabels(code):
    labels = []
    for offset, op, arg in _unpack_opargs(code):
        if arg is not None and op in _jumps:
            label = _jump_target(offset, op, arg)
            if label not in labels:
                labels.append(label)
    return labels


def findlinestarts(code):
    yield from _opcode.line_starts(code)


def _argument(code, local_names, offset, op, arg):
    """What an argument stands for, and how that is written."""
    name = opname[op]
    if op in hasconst:
        value = code.co_consts[arg]
        return value, repr(value)
    if op in hasname:
        shift, prefix = _SHIFTED.get(name, (0, ""))
        value = code.co_names[arg >> shift]
        return value, prefix + value if shift and arg & 1 else value
    if op in _jumps:
        target = _jump_target(offset, op, arg)
        return target, "to " + repr(target)
    if op in haslocal or op in hasfree:
        return local_names[arg], local_names[arg]
    if op in hascompare:
        return cmp_op[arg >> 4], cmp_op[arg >> 4]
    if name == "FORMAT_VALUE":
        conversion, text = _CONVERSIONS[arg & 3]
        if arg & 4:
            text = text + ", with format" if text else "with format"
        return (conversion, bool(arg & 4)), text
    if name == "MAKE_FUNCTION":
        return arg, ", ".join(part for at, part in enumerate(_MAKE_FUNCTION) if arg & 1 << at)
    if name == "BINARY_OP":
        return arg, _NB[arg]
    if name in _INTRINSICS:
        return arg, _INTRINSICS[name][arg]
    return arg, ""


def _code_of(x):
    x = getattr(x, "__func__", x)
    for attribute in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(x, attribute):
            return getattr(x, attribute)
    if isinstance(x, str):
        try:
            return compile(x, "<disassembly>", "eval")
        except SyntaxError:
            return compile(x, "<disassembly>", "exec")
    if isinstance(x, types.CodeType):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    code = _code_of(x)
    shift = 0 if first_line is None else first_line - code.co_firstlineno
    return _instructions(code, shift, show_caches)


def _instructions(code, line_offset=0, show_caches=False):
    bytecode = code.co_code
    starts = dict(findlinestarts(code))
    local_names = _opcode.local_names(code)
    labels = set(findlabels(bytecode))
    labels.update(entry[2] for entry in _opcode.exception_entries(code))
    for offset, op, arg in _unpack_opargs(bytecode):
        line = starts.get(offset)
        if line is not None:
            line += line_offset
        value, text = (None, "") if arg is None else _argument(code, local_names, offset, op, arg)
        yield Instruction(opname[op], op, arg, value, text, offset, line, offset in labels)
        if show_caches:
            for entry in range(_caches.get(op, 0)):
                yield Instruction("CACHE", 0, 0, None, "", offset + 2 + 2 * entry, None, False)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    lines = [line for _, line in findlinestarts(co)]
    width = 0 if not lines else max(3, len(str(max(lines))))
    last = len(co.co_code) - 2
    offset_width = len(str(last)) if last >= 10000 else 4
    for instruction in _instructions(co, show_caches=show_caches):
        if width and instruction.starts_line is not None and instruction.offset > 0:
            print(file=file)
        print(instruction._disassemble(width, instruction.offset == lasti, offset_width), file=file)
    entries = _opcode.exception_entries(co)
    if entries:
        print("ExceptionTable:", file=file)
        for start, end, target, depth, pushed in entries:
            print("  %d to %d -> %d [%d]%s" % (start, end - 2, target, depth, " lasti" if pushed else ""),
                  file=file)


disco = disassemble


def _recursive(co, file, depth, show_caches):
    disassemble(co, file=file, show_caches=show_caches)
    if depth is None or depth > 0:
        for constant in co.co_consts:
            if isinstance(constant, types.CodeType):
                print(file=file)
                print("Disassembly of %r:" % (constant,), file=file)
                _recursive(constant, file, None if depth is None else depth - 1, show_caches)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    if hasattr(x, "__dict__") and not hasattr(x, "__code__") and not hasattr(x, "__func__"):
        for name, value in sorted(x.__dict__.items()):
            if isinstance(value, (types.MethodType, types.FunctionType, types.CodeType, classmethod,
                                  staticmethod, type)):
                print("Disassembly of %s:" % name, file=file)
                try:
                    dis(value, file=file, depth=depth, show_caches=show_caches)
                except TypeError as message:
                    print("Sorry:", message, file=file)
                print(file=file)
    else:
        _recursive(_code_of(x), file, depth, show_caches)


class Bytecode:
    """The instructions of a piece of code."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = _code_of(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self.current_offset = current_offset
        self._show_caches = show_caches

    def __iter__(self):
        return get_instructions(self.codeobj, first_line=self.first_line, show_caches=self._show_caches)

    def dis(self):
        import io
        text = io.StringIO()
        lasti = -1 if self.current_offset is None else self.current_offset
        disassemble(self.codeobj, lasti, file=text, show_caches=self._show_caches)
        return text.getvalue()
