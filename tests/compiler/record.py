"""Record what CPython 3.12.1 compiles every file of `snippets` to, one JSON object per code object.

    python3.12 tests/compiler/record.py

`snippets/NAME.jsonl` then holds the truth for `snippets/NAME.py`. Text constants are escaped to ASCII; `shared` numbers
the constants of a file, one number for one object.
"""

import json
import pathlib
import types
import warnings


def typed(value):
    """The representation of a constant that tells equal values of different types or signs apart."""
    if isinstance(value, tuple):
        return "(" + ", ".join(map(typed, value)) + ",)"
    if isinstance(value, frozenset):
        return "frozenset{" + ", ".join(sorted(map(typed, value))) + "}"
    return f"{type(value).__name__}:{value!a}"


def lines(file, code, path, numbers):
    """Yield the facts of `code` and of the code objects in it, outer ones first."""
    nested, consts, shared = [], [], []
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            nested.append((constant, f"{path}/{constant.co_name}#{len(nested)}"))
            consts.append("code:" + nested[-1][1])
        else:
            consts.append(typed(constant))
        shared.append(numbers.setdefault(id(constant), len(numbers)))
    yield {
        "file": file, "path": path, "code": code.co_code.hex(), "consts": consts, "shared": shared,
        "names": code.co_names, "varnames": code.co_varnames, "cellvars": code.co_cellvars,
        "freevars": code.co_freevars, "flags": code.co_flags, "stacksize": code.co_stacksize,
        "firstlineno": code.co_firstlineno, "linetable": code.co_linetable.hex(),
        "exceptiontable": code.co_exceptiontable.hex(),
    }
    for inner, inner_path in nested:
        yield from lines(file, inner, inner_path, numbers)


warnings.simplefilter("ignore")
for snippet in sorted(pathlib.Path(__file__).with_name("snippets").glob("*.py")):
    module = compile(snippet.read_text(), snippet.name, "exec", dont_inherit=True)
    facts = lines(snippet.name, module, "<module>", {})
    snippet.with_suffix(".jsonl").write_text("".join(json.dumps(fact) + "\n" for fact in facts))
