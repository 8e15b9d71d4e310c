"""Source text from a syntax tree."""

import ast

# How tightly an expression holds together: one that is asked to hold tighter gets parentheses.
NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, SUM, TERM, FACTOR, POWER, AWAIT, ATOM = range(18)

_binary = {"Add": ("+", SUM), "Sub": ("-", SUM), "Mult": ("*", TERM), "MatMult": ("@", TERM), "Div": ("/", TERM), "Mod": ("%", TERM),
           "FloorDiv": ("//", TERM), "LShift": ("<<", SHIFT), "RShift": (">>", SHIFT), "BitOr": ("|", BIT_OR), "BitXor": ("^", BIT_XOR),
           "BitAnd": ("&", BIT_AND), "Pow": ("**", POWER)}
_unary = {"Invert": ("~", FACTOR), "Not": ("not ", NOT), "UAdd": ("+", FACTOR), "USub": ("-", FACTOR)}
_compare = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in"}
_quotes = "'", '"', '"""', "'''"
_long = '"""', "'''"


def _escape(text, quotes, keep=""):
    """The text as it stands between quotes, and which of the quotes can be used."""
    shown = "".join(c if c in keep or c != "\\" and c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    usable = [q for q in quotes if q not in shown and ("\n" not in shown or q in _long)]
    if not usable:
        shown = repr(text)
        return shown[1:-1], [next((q for q in quotes if shown[0] in q), shown[0])]
    if shown:
        usable.sort(key=lambda q: q[0] == shown[-1])
        if usable[0][0] == shown[-1]:
            shown = shown[:-1] + "\\" + shown[-1]
    return shown, usable


class Writer:
    """Writes statements line by line; an expression is returned as text."""

    def __init__(self, in_place=False):
        self.lines = []
        self.depth = 0
        self.in_place = in_place  # Each statement comes to the line that its node names.

    def text(self):
        return "\n".join(self.lines)

    # Statements.

    def line(self, text, node=None):
        if self.in_place and node is not None:
            missing = getattr(node, "lineno", 0) - 1 - sum(line.count("\n") + 1 for line in self.lines)
            self.lines += [""] * missing
        self.lines.append("    " * self.depth + text)

    def block(self, head, body, node=None, doc=False):
        self.line(head + ":", node)
        self.depth += 1
        self.body(body, doc)
        self.depth -= 1

    def body(self, statements, doc=False):
        if doc and statements and isinstance(first := statements[0], ast.Expr) and isinstance(first.value, ast.Constant) \
                and isinstance(first.value.value, str):
            shown, quotes = _escape(first.value.value, _long, "\n\t")
            self.line(("u" if first.value.kind == "u" else "") + quotes[0] + shown + quotes[0], first)
            statements = statements[1:]
        for statement in statements:
            getattr(self, "do_" + type(statement).__name__)(statement)

    def do_Module(self, node):
        self.body(node.body, True)

    def do_Interactive(self, node):
        self.body(node.body)

    def do_Expression(self, node):
        self.line(self.expr(node.body))

    def do_FunctionType(self, node):
        self.line(f"({self.all(node.argtypes)}) -> {self.expr(node.returns)}")

    def do_Expr(self, node):
        self.line(self.expr(node.value, YIELD), node)

    def do_Assign(self, node):
        targets = [self.expr(target, TUPLE) + " = " for target in node.targets]
        self.line("".join(targets) + self.expr(node.value), node)

    def do_AugAssign(self, node):
        self.line(f"{self.expr(node.target)} {_binary[type(node.op).__name__][0]}= {self.expr(node.value)}", node)

    def do_AnnAssign(self, node):
        target = self.expr(node.target)
        if not node.simple and isinstance(node.target, ast.Name):
            target = f"({target})"
        value = "" if node.value is None else " = " + self.expr(node.value)
        self.line(f"{target}: {self.expr(node.annotation)}{value}", node)

    def _word(word, *fields, between=" "):
        def statement(self, node):
            given = [self.expr(value) for field in fields if (value := getattr(node, field, None)) is not None]
            self.line(" ".join([word, between.join(given)]).rstrip(), node)

        return statement

    do_Return, do_Assert = _word("return", "value"), _word("assert", "test", "msg", between=", ")
    do_Raise = _word("raise", "exc", "cause", between=" from ")
    do_Pass, do_Break, do_Continue = _word("pass"), _word("break"), _word("continue")
    del _word

    def do_Delete(self, node):
        self.line("del " + self.all(node.targets), node)

    def do_Global(self, node):
        self.line("global " + ", ".join(node.names), node)

    def do_Nonlocal(self, node):
        self.line("nonlocal " + ", ".join(node.names), node)

    def _names(self, names):
        return ", ".join(alias.name + (" as " + alias.asname if alias.asname else "") for alias in names)

    def do_Import(self, node):
        self.line("import " + self._names(node.names), node)

    def do_ImportFrom(self, node):
        self.line(f"from {'.' * (node.level or 0)}{node.module or ''} import {self._names(node.names)}", node)

    def do_TypeAlias(self, node):
        self.line(f"type {self.expr(node.name)}{self._parameters(node)} = {self.expr(node.value)}", node)

    def _parameters(self, node):
        if not getattr(node, "type_params", None):
            return ""
        sign = {"TypeVar": "", "TypeVarTuple": "*", "ParamSpec": "**"}
        made = [sign[type(one).__name__] + one.name + (": " + self.expr(one.bound) if getattr(one, "bound", None) else "") for one in node.type_params]
        return f"[{', '.join(made)}]"

    def _decorated(self, node, head):
        if self.lines and not self.in_place:
            self.lines.append("")
        for decorator in node.decorator_list:
            self.line("@" + self.expr(decorator), decorator)
        self.block(head, node.body, node, True)

    def do_FunctionDef(self, node, word="def"):
        returns = "" if node.returns is None else " -> " + self.expr(node.returns)
        self._decorated(node, f"{word} {node.name}{self._parameters(node)}({self.arguments(node.args)}){returns}")

    def do_AsyncFunctionDef(self, node):
        self.do_FunctionDef(node, "async def")

    def do_ClassDef(self, node):
        given = self._call_arguments(node.bases, node.keywords)
        self._decorated(node, f"class {node.name}{self._parameters(node)}" + (f"({given})" if given else ""))

    def _else(self, statements, word="else"):
        if statements:
            self.block(word, statements)

    def do_For(self, node, word="for"):
        self.block(f"{word} {self.expr(node.target, TUPLE)} in {self.expr(node.iter)}", node.body, node)
        self._else(node.orelse)

    def do_AsyncFor(self, node):
        self.do_For(node, "async for")

    def do_While(self, node):
        self.block("while " + self.expr(node.test), node.body, node)
        self._else(node.orelse)

    def do_If(self, node, word="if"):
        self.block(f"{word} {self.expr(node.test)}", node.body, node)
        match node.orelse:
            case [ast.If() as other]:
                self.do_If(other, "elif")
            case other:
                self._else(other)

    def do_With(self, node, word="with"):
        items = [self.expr(item.context_expr) + (" as " + self.expr(item.optional_vars) if item.optional_vars else "") for item in node.items]
        self.block(f"{word} {', '.join(items)}", node.body, node)

    def do_AsyncWith(self, node):
        self.do_With(node, "async with")

    def do_Try(self, node, word="except"):
        self.block("try", node.body, node)
        for handler in node.handlers:
            kind = "" if handler.type is None else " " + self.expr(handler.type)
            self.block(word + kind + (" as " + handler.name if handler.name else ""), handler.body, handler)
        self._else(node.orelse)
        self._else(node.finalbody, "finally")

    def do_TryStar(self, node):
        self.do_Try(node, "except*")

    def do_Match(self, node):
        self.line(f"match {self.expr(node.subject)}:", node)
        self.depth += 1
        for case in node.cases:
            guard = "" if case.guard is None else " if " + self.expr(case.guard)
            self.block(f"case {self.expr(case.pattern)}{guard}", case.body, case.pattern)
        self.depth -= 1

    # Expressions: each method gives the text and how tightly it holds together.

    def expr(self, node, level=TEST):
        text, own = getattr(self, type(node).__name__)(node)
        return f"({text})" if own < level else text

    def all(self, nodes, level=TEST):
        return ", ".join([self.expr(node, level) for node in nodes])

    def Name(self, node):
        return node.id, ATOM

    def Constant(self, node):
        value = node.value
        if isinstance(value, tuple):
            parts = [self.expr(ast.Constant(one)) for one in value]
            return "(" + ", ".join(parts) + ("," if len(parts) == 1 else "") + ")", ATOM
        if isinstance(value, (float, complex)):
            return repr(value).replace("inf", "1e309").replace("nan", "(1e309-1e309)"), ATOM
        if value is ...:
            return "...", ATOM
        return ("u" if getattr(node, "kind", None) == "u" else "") + repr(value), ATOM

    def JoinedStr(self, node):
        pieces = [(self._piece(value), isinstance(value, ast.Constant)) for value in node.values]
        quotes, shown = list(_quotes), []
        for text, constant in pieces:
            if constant:
                text, usable = _escape(text, quotes)
                if not set(usable) & set(quotes):
                    break
                quotes = usable
            elif "\n" in text:
                quotes = [q for q in quotes if q in _long]
            shown.append(text)
        else:
            return "f" + quotes[0] + "".join(shown) + quotes[0], ATOM
        # No kind of quotes suits all pieces.
        shown = [repr('"' + text)[2:-1] if constant else text for text, constant in pieces]
        return "f'''" + "".join(shown) + "'''", ATOM

    def _piece(self, node):
        if isinstance(node, ast.Constant):
            return node.value.replace("{", "{{").replace("}", "}}")
        if isinstance(node, ast.JoinedStr):
            return "".join(map(self._piece, node.values))
        inner = self.expr(node.value, OR)
        conversion = "" if node.conversion == -1 else "!" + chr(node.conversion)
        spec = "" if node.format_spec is None else ":" + self._piece(node.format_spec)
        return "{" + (" " if inner.startswith("{") else "") + inner + conversion + spec + "}"

    def FormattedValue(self, node):
        return self.JoinedStr(ast.JoinedStr([node]))

    def NamedExpr(self, node):
        return f"{self.expr(node.target, ATOM)} := {self.expr(node.value, ATOM)}", NAMED

    def Tuple(self, node):
        if not node.elts:
            return "()", ATOM
        return self.all(node.elts) + ("," if len(node.elts) == 1 else ""), TUPLE

    def List(self, node):
        return f"[{self.all(node.elts)}]", ATOM

    def Set(self, node):
        return "{" + (self.all(node.elts) or "*()") + "}", ATOM

    def Dict(self, node):
        pairs = [f"**{self.expr(value, BIT_OR)}" if key is None else f"{self.expr(key)}: {self.expr(value)}"
                 for key, value in zip(node.keys, node.values)]
        return "{" + ", ".join(pairs) + "}", ATOM

    def _for(self, generators):
        text = ""
        for one in generators:
            text += f" {'async for' if one.is_async else 'for'} {self.expr(one.target, TUPLE)} in {self.expr(one.iter, OR)}"
            text += "".join([" if " + self.expr(test, OR) for test in one.ifs])
        return text

    def ListComp(self, node):
        return f"[{self.expr(node.elt)}{self._for(node.generators)}]", ATOM

    def SetComp(self, node):
        return "{" + self.expr(node.elt) + self._for(node.generators) + "}", ATOM

    def GeneratorExp(self, node):
        return f"({self.expr(node.elt)}{self._for(node.generators)})", ATOM

    def DictComp(self, node):
        return f"{{{self.expr(node.key)}: {self.expr(node.value)}{self._for(node.generators)}}}", ATOM

    def IfExp(self, node):
        return f"{self.expr(node.body, OR)} if {self.expr(node.test, OR)} else {self.expr(node.orelse)}", TEST

    def Lambda(self, node):
        given = self.arguments(node.args)
        return f"lambda{' ' if given else ''}{given}: {self.expr(node.body)}", TEST

    def Yield(self, node):
        return "yield" if node.value is None else f"yield {self.expr(node.value, ATOM)}", YIELD

    def YieldFrom(self, node):
        return f"yield from {self.expr(node.value, ATOM)}", YIELD

    def Await(self, node):
        return f"await {self.expr(node.value, ATOM)}" if node.value else "await", AWAIT

    def BoolOp(self, node):
        word, own = ("and", AND) if isinstance(node.op, ast.And) else ("or", OR)
        return f" {word} ".join([self.expr(value, min(own + at, ATOM)) for at, value in enumerate(node.values, 1)]), own

    def Compare(self, node):
        parts = [f"{_compare[type(op).__name__]} {self.expr(value, BIT_OR)}" for op, value in zip(node.ops, node.comparators)]
        return " ".join([self.expr(node.left, BIT_OR), *parts]), COMPARE

    def BinOp(self, node):
        sign, own = _binary[type(node.op).__name__]
        left, right = (own + 1, own) if own == POWER else (own, own + 1)
        return f"{self.expr(node.left, left)} {sign} {self.expr(node.right, right)}", own

    def UnaryOp(self, node):
        sign, own = _unary[type(node.op).__name__]
        return sign + self.expr(node.operand, own), own

    def Attribute(self, node):
        value = self.expr(node.value, ATOM)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int):
            value += " "  # 1.real would be a number with a name behind it.
        return f"{value}.{node.attr}", ATOM

    def _call_arguments(self, args, keywords):
        named = [f"{one.arg}={self.expr(one.value)}" if one.arg else f"**{self.expr(one.value)}" for one in keywords]
        return ", ".join([*map(self.expr, args), *named])

    def Call(self, node):
        return f"{self.expr(node.func, ATOM)}({self._call_arguments(node.args, node.keywords)})", ATOM

    def Subscript(self, node):
        inner = self.expr(node.slice, TUPLE if isinstance(node.slice, ast.Tuple) else TEST)
        return f"{self.expr(node.value, ATOM)}[{inner}]", ATOM

    def Slice(self, node):
        lower, upper, step = ["" if part is None else self.expr(part) for part in (node.lower, node.upper, node.step)]
        return f"{lower}:{upper}" + (f":{step}" if node.step else ""), ATOM

    def Starred(self, node):
        return "*" + self.expr(node.value, BIT_OR), ATOM

    def arg(self, node):
        return node.arg + (": " + self.expr(node.annotation) if node.annotation else ""), ATOM

    def arguments(self, node):
        plain = node.posonlyargs + node.args
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        parts = []
        for at, (one, default) in enumerate(zip(plain, defaults), 1):
            parts.append(self.expr(one) + ("=" + self.expr(default) if default else ""))
            if at == len(node.posonlyargs):
                parts.append("/")
        if node.vararg or node.kwonlyargs:
            parts.append("*" + (self.expr(node.vararg) if node.vararg else ""))
        for one, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.expr(one) + ("=" + self.expr(default) if default else ""))
        if node.kwarg:
            parts.append("**" + self.expr(node.kwarg))
        return ", ".join(parts)

    # Patterns.

    def MatchValue(self, node):
        return self.expr(node.value), ATOM

    def MatchSingleton(self, node):
        return repr(node.value), ATOM

    def MatchSequence(self, node):
        return f"[{self.all(node.patterns)}]", ATOM

    def MatchStar(self, node):
        return f"*{node.name or '_'}", ATOM

    def MatchMapping(self, node):
        pairs = [f"{self.expr(key)}: {self.expr(pattern)}" for key, pattern in zip(node.keys, node.patterns)]
        return "{" + ", ".join(pairs + (["**" + node.rest] if node.rest else [])) + "}", ATOM

    def MatchClass(self, node):
        named = [f"{name}={self.expr(pattern)}" for name, pattern in zip(node.kwd_attrs, node.kwd_patterns)]
        return f"{self.expr(node.cls, ATOM)}({', '.join([*map(self.expr, node.patterns), *named])})", ATOM

    def MatchAs(self, node):
        if node.pattern is None:
            return node.name or "_", ATOM
        return f"{self.expr(node.pattern, BIT_OR)} as {node.name}", TEST

    def MatchOr(self, node):
        return " | ".join([self.expr(pattern, BIT_OR + 1) for pattern in node.patterns]), BIT_OR


def unparse(node, in_place=False):
    """The text of a tree; in_place brings each statement to its line."""
    writer = Writer(in_place)
    name = type(node).__name__
    if hasattr(writer, "do_" + name):
        writer.body([node])
        return writer.text()
    if name == "arguments":
        return writer.arguments(node)
    return writer.expr(node)
