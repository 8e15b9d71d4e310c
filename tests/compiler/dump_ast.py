"""Print CPython's syntax tree of each file named, in the form of `cargo run --example dump_ast`."""

import ast
import struct
import sys
import warnings

SKIPPED = {"type_comment", "type_ignores", "kind"}
PLACELESS = {"Module", "arguments", "withitem", "match_case", "comprehension"}


def text(value: str) -> str:
    return "'" + ".".join(f"{ord(c):x}" for c in value) + "'"


def constant(value: object) -> str:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bytes):
        return f"b{list(value)}"
    if value is None or isinstance(value, bool) or value is ...:
        return repr(value)
    if isinstance(value, int):
        return f"{value:x}"
    if isinstance(value, float):
        return "f" + struct.pack(">d", value).hex()
    return "j" + struct.pack(">d", value.imag).hex()


def dump(node: object, field: str, out: list[str]) -> None:
    if isinstance(node, list):
        out.append(f"[{len(node)}")
        for item in node:
            dump(item, field, out)
    elif node is None:
        out.append("-")
    elif not isinstance(node, ast.AST):
        out.append(text(node) if isinstance(node, str) else str(node))
    else:
        kind = type(node).__name__
        if hasattr(node, "lineno"):
            out.append(f"{kind} {node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}")
        elif kind not in PLACELESS:
            out.append(kind)
        if kind in ("Constant", "MatchSingleton"):
            out.append(constant(node.value))
            return
        for name, value in ast.iter_fields(node):
            if name not in SKIPPED:
                dump(value, name, out)


warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
for path in sys.argv[1:]:
    lines: list[str] = []
    try:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        dump(ast.parse(source), "", lines)
    except SyntaxError as error:
        numbers = (error.lineno, error.offset, error.end_lineno, error.end_offset)
        line, column, end_line, end_column = (max(number or 0, 0) for number in numbers)
        kind = type(error).__name__.removesuffix("Error")
        lines = [f"{line}:{column}-{end_line}:{end_column} {kind}: {error.msg}"]
    except UnicodeDecodeError:
        lines = ["unreadable"]
    except (MemoryError, RecursionError) as error:
        lines = [f"TooDeep: {error}"]
    print("===", path)
    print("\n".join(lines))
    print()
