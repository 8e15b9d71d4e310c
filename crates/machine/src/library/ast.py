"""Programs as trees."""

import re
import sys

from _ast import check as _check, tree as _tree

PyCF_ONLY_AST, PyCF_TYPE_COMMENTS, PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x400, 0x1000, 0x2000


class AST:
    """A node: its fields are attributes."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, /, *args, **kwargs):
        if len(args) > len(self._fields):
            most = len(self._fields)
            raise TypeError(f"{type(self).__name__} constructor takes at most {most} positional argument{'s' * (most != 1)}")
        for name, value in zip(self._fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in self._fields[:len(args)]:
                raise TypeError(f"{type(self).__name__} got multiple values for argument {name!r}")
            setattr(self, name, value)

    def __reduce__(self):
        return type(self), (), vars(self)


# Abstract class: what derives from it, with the fields; `?` may be missing, and then it is None.
_GRAMMAR = """
mod: Module body type_ignores, Interactive body, Expression body, FunctionType argtypes returns
stmt@: FunctionDef name args body decorator_list returns? type_comment? type_params,
 AsyncFunctionDef name args body decorator_list returns? type_comment? type_params,
 ClassDef name bases keywords body decorator_list type_params, Return value?, Delete targets,
 Assign targets value type_comment?, TypeAlias name type_params value, AugAssign target op value,
 AnnAssign target annotation value? simple, For target iter body orelse type_comment?,
 AsyncFor target iter body orelse type_comment?, While test body orelse, If test body orelse,
 With items body type_comment?, AsyncWith items body type_comment?, Match subject cases, Raise exc? cause?,
 Try body handlers orelse finalbody, TryStar body handlers orelse finalbody, Assert test msg?, Import names,
 ImportFrom module? names level?, Global names, Nonlocal names, Expr value, Pass, Break, Continue
expr@: BoolOp op values, NamedExpr target value, BinOp left op right, UnaryOp op operand, Lambda args body,
 IfExp test body orelse, Dict keys values, Set elts, ListComp elt generators, SetComp elt generators,
 DictComp key value generators, GeneratorExp elt generators, Await value, Yield value?, YieldFrom value,
 Compare left ops comparators, Call func args keywords, FormattedValue value conversion format_spec?, JoinedStr values,
 Constant value kind?, Attribute value attr ctx, Subscript value slice ctx, Starred value ctx, Name id ctx,
 List elts ctx, Tuple elts ctx, Slice lower? upper? step?
expr_context: Load, Store, Del
boolop: And, Or
operator: Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv
unaryop: Invert, Not, UAdd, USub
cmpop: Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn
excepthandler@: ExceptHandler type? name? body
pattern@: MatchValue value, MatchSingleton value, MatchSequence patterns, MatchMapping keys patterns rest?,
 MatchClass cls patterns kwd_attrs kwd_patterns, MatchStar name?, MatchAs pattern? name?, MatchOr patterns
type_param@: TypeVar name bound?, ParamSpec name, TypeVarTuple name
type_ignore: TypeIgnore lineno tag
AST: comprehension target iter ifs is_async,
 arguments posonlyargs args vararg? kwonlyargs kw_defaults kwarg? defaults, withitem context_expr optional_vars?,
 match_case pattern guard? body
AST@: arg arg annotation? type_comment?, keyword arg? value, alias name asname?
"""
_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")


def _make_classes():
    """A class for every node of the grammar."""
    scope = globals()
    for line in _GRAMMAR.strip().replace("\n ", " ").split("\n"):
        title, _, nodes = line.partition(": ")
        placed = title.endswith("@")
        title = title.rstrip("@")
        attributes = {"_attributes": _PLACE, "end_lineno": None, "end_col_offset": None} if placed else {}
        if title != "AST":
            scope[title] = type(title, (AST,), {"__module__": "ast", **attributes})
        for node in nodes.split(", "):
            name, *fields = node.split()
            names = tuple([field.rstrip("?") for field in fields])
            body = {"__module__": "ast", "_fields": names, "__match_args__": names, **(attributes if title == "AST" else {})}
            body.update({field.rstrip("?"): None for field in fields if field.endswith("?")})
            scope[name] = type(name, (scope[title],), body)


_make_classes()
slice = AST
Index = ExtSlice = None
_SINGLE = {}


def _build(given):
    """The node for what the parser gave."""
    if isinstance(given, list):
        return [_build(one) for one in given]
    if type(given) is not tuple:
        return given
    name, place, *fields = given
    kind = globals()[name]
    if not kind._fields and not kind._attributes:
        # One operator is like another.
        return _SINGLE.setdefault(name, kind())
    node = kind()
    made = vars(node)
    for field, value in zip(kind._fields, fields):
        made[field] = value if name == "Constant" or name == "MatchSingleton" else _build(value)
    if place is not None:
        made.update(zip(_PLACE, place))
    return node


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    """The tree of a program."""
    if mode not in ("exec", "eval", "single"):
        compile(source, filename, mode)
    _check(source, filename, mode)
    if isinstance(source, (bytes, bytearray)):
        source = source.decode()
    return _build(_tree(source.lstrip(" \t") if mode == "eval" else source, mode))


def literal_eval(node_or_string):
    """The value of a text in which there are literals only: it cannot do any harm."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval")
    return _literal(node_or_string.body if isinstance(node_or_string, Expression) else node_or_string)


def _literal(node):
    match node:
        case Constant(value):
            return value
        case Tuple(elts):
            return tuple(map(_literal, elts))
        case List(elts):
            return list(map(_literal, elts))
        case Set(elts):
            return set(map(_literal, elts))
        case Call(Name("set"), [], []):
            return set()
        case Dict(keys, values):
            if len(keys) != len(values):
                _malformed(node)
            return dict(zip(map(_literal, keys), map(_literal, values)))
        case BinOp(left, Add() | Sub() as op, right):
            left, right = _signed(left), _number(right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(op, Add) else left - right
    return _signed(node)


def _signed(node):
    match node:
        case UnaryOp(UAdd(), operand):
            return +_number(operand)
        case UnaryOp(USub(), operand):
            return -_number(operand)
    return _number(node)


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _malformed(node):
    line = getattr(node, "lineno", None)
    raise ValueError(f"malformed node or string{f' on line {line}' if line else ''}: {node!r}")


def unparse(ast_obj):
    """Source text that would be parsed to such a tree."""
    import _ast_unparse

    return _ast_unparse.unparse(ast_obj)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """The tree as text."""
    if not isinstance(node, AST):
        raise TypeError("expected AST, got %r" % node.__class__.__name__)
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent

    def show(node, level):
        """The text of a node or a field, and whether there is nothing inside it."""
        start, between = ("", ", ") if indent is None else ("\n" + indent * level, ",\n" + indent * level)
        if isinstance(node, list):
            texts = [show(one, level + 1)[0] for one in node]
            return (f"[{start}{between.join(texts)}]", False) if texts else ("[]", True)
        if not isinstance(node, AST):
            return repr(node), True
        texts, flat, named = [], True, annotate_fields
        attributes = node._attributes if include_attributes else ()
        for name in (*node._fields, *attributes):
            value = getattr(node, name, ...)
            if value is ... or value is None and getattr(type(node), name, ...) is None:
                named = True
                continue
            text, empty = show(value, level + 1)
            flat = flat and empty
            texts.append(f"{name}={text}" if named or name in attributes else text)
        if flat and len(texts) <= 3:
            start, between = "", ", "
        return f"{type(node).__name__}({start}{between.join(texts)})", not texts

    return show(node, 1)[0]


def iter_fields(node):
    """Names and values of the fields that are there."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            continue


def iter_child_nodes(node):
    """The nodes right below."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, AST):
                    yield one


def walk(node):
    """The node and all below it, level by level."""
    todo = [node]
    for one in todo:
        todo.extend(iter_child_nodes(one))
        yield one


def copy_location(new_node, old_node):
    """Says of the new node that it stands where the old one stands."""
    for name in _PLACE:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith("end_"):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives the nodes without a place that of the node above."""

    def fix(node, place):
        own = list(place)
        for at, name in enumerate(_PLACE):
            if name in node._attributes:
                if getattr(node, name, None) is None:
                    setattr(node, name, own[at])
                else:
                    own[at] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, own)

    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Moves the tree down by n lines."""
    for child in walk(node):
        for name in ("lineno", "end_lineno"):
            if getattr(child, name, None) is not None:
                setattr(child, name, getattr(child, name) + n)
    return node


def get_docstring(node, clean=True):
    """The documentation of a module, class or function."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % node.__class__.__name__)
    match node.body:
        case [Expr(Constant(str() as text)), *_]:
            if clean:
                import inspect

                return inspect.cleandoc(text)
            return text
    return None


def get_source_segment(source, node, *, padded=False):
    """The text from which the node was made."""
    if getattr(node, "end_lineno", None) is None or getattr(node, "end_col_offset", None) is None:
        return None
    lines = [line.encode() for line in re.findall(r".*?(?:\r\n|\n|\r|$)", source)]
    first, last = node.lineno - 1, node.end_lineno - 1
    if first == last:
        return lines[first][node.col_offset:node.end_col_offset].decode()
    space = re.sub(rb"[^\s]", b" ", lines[first][:node.col_offset]) if padded else b""
    chosen = [space + lines[first][node.col_offset:], *lines[first + 1:last], lines[last][:node.end_col_offset]]
    return b"".join(chosen).decode()


class NodeVisitor:
    """Goes through a tree: `visit_Name` is called for every node `Name`, and so on."""

    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for child in list(iter_child_nodes(node)):
            self.visit(child)


class NodeTransformer(NodeVisitor):
    """Goes through a tree and puts what the visits return in the place of the nodes; None takes them out."""

    def generic_visit(self, node):
        for name, old in list(iter_fields(node)):
            if isinstance(old, list):
                new = []
                for one in old:
                    if isinstance(one, AST):
                        one = self.visit(one)
                        if one is None:
                            continue
                        if not isinstance(one, AST):
                            new.extend(one)
                            continue
                    new.append(one)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node
