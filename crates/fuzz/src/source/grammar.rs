//! Programs from a grammar: every statement and expression of the language, with values that do and do not fit.

use crate::random::Random;

/// Names the programs use; they are bound now and then.
const NAMES: &[&str] = &["a", "b", "c", "d", "x", "y", "self", "f", "g", "C", "D", "math", "_", "é"];
/// Values without parts.
const ATOMS: &[&str] = &[
    "0", "1", "-1", "2", "7", "255", "2**31", "2**63", "10**30", "True", "False", "None", "...", "1.5", "-0.0", "1e308", "float('inf')",
    "float('nan')", "2j", "''", "'a'", "'abc'", "'é€😀'", "'\\ud800'", "'%s %d'", "'{} {a}'", "b''", "b'ab\\xff'", "bytearray(b'xy')",
    "range(5)", "range(3, -3, -1)", "object()", "int", "str", "type", "object", "list", "dict", "Exception", "print", "len", "slice(1, 2)",
    "NotImplemented", "iter([1, 2])", "(i for i in range(3))", "memoryview(b'abc')", "property()", "staticmethod(len)", "frozenset({1})",
    "ValueError('v')", "sys", "gc", "weakref", "__name__", "__builtins__", "lambda: 0", "lambda *a, **k: (a, k)",
];
/// Callables that take whatever is given.
const FUNCTIONS: &[&str] = &[
    "len", "repr", "str", "int", "float", "complex", "bool", "list", "tuple", "dict", "set", "frozenset", "bytes", "bytearray", "sorted",
    "reversed", "enumerate", "zip", "map", "filter", "sum", "min", "max", "any", "all", "abs", "round", "divmod", "pow", "hash", "id", "iter",
    "next", "isinstance", "issubclass", "callable", "getattr", "setattr", "hasattr", "delattr", "type", "object", "vars", "dir", "chr", "ord",
    "hex", "bin", "oct", "format", "ascii", "slice", "range", "memoryview", "property", "staticmethod", "classmethod", "super", "eval", "exec",
    "compile", "globals", "locals", "print", "input", "__import__", "open", "sys.getrefcount", "sys.getsizeof", "sys.intern", "gc.collect",
    "gc.get_referrers", "gc.get_objects", "weakref.ref", "weakref.proxy", "copy.copy", "copy.deepcopy", "re.compile", "re.sub", "re.findall",
    "itertools.chain", "itertools.product", "itertools.islice", "itertools.groupby", "itertools.tee", "functools.partial", "functools.reduce",
    "collections.deque", "collections.OrderedDict", "collections.defaultdict", "array.array", "struct.pack", "struct.unpack", "io.StringIO",
    "math.sqrt", "math.factorial", "math.gcd", "time.sleep", "sys.setrecursionlimit", "BaseExceptionGroup", "ExceptionGroup",
];
/// Attributes and methods.
const ATTRIBUTES: &[&str] = &[
    "append", "extend", "insert", "pop", "remove", "sort", "reverse", "index", "count", "copy", "clear", "keys", "values", "items", "get",
    "update", "setdefault", "popitem", "add", "discard", "union", "join", "split", "strip", "format", "replace", "encode", "decode", "upper",
    "center", "zfill", "translate", "startswith", "find", "send", "throw", "close", "__class__", "__dict__", "__name__", "__doc__", "__mro__",
    "__bases__", "__code__", "__defaults__", "__closure__", "__init__", "__new__", "__call__", "__len__", "__iter__", "__next__", "__getitem__",
    "__setitem__", "__eq__", "__hash__", "__repr__", "__reduce_ex__", "__subclasses__", "__traceback__", "__context__", "__cause__",
    "__annotations__", "__module__", "__qualname__", "__self__", "__func__", "__wrapped__", "__slots__", "__weakref__", "gi_frame",
    "to_bytes", "bit_length", "real", "imag", "as_integer_ratio", "hex", "fromkeys", "a", "b", "args", "add_note", "with_traceback", "x",
];
const BINARY: &[&str] = &[
    "+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in",
    "and", "or",
];
const HEAD: &str = "import sys, gc, weakref, copy, re, itertools, functools, collections, array, struct, io, math, time\n";

/// A whole program.
pub fn program(random: &mut Random) -> String {
    let mut text = if random.once_in(5) { String::new() } else { HEAD.to_owned() };
    for _ in 0..=random.below(12) {
        statement(random, &mut text, 0, 3);
    }
    text
}

fn pick(random: &mut Random, from: &'static [&'static str]) -> &'static str {
    random.one_of(from).copied().unwrap_or("x")
}

fn line(text: &mut String, indent: usize, words: &str) {
    text.push_str(&"    ".repeat(indent));
    text.push_str(words);
    text.push('\n');
}

fn block(random: &mut Random, text: &mut String, indent: usize, depth: usize) {
    for _ in 0..=random.below(3) {
        statement(random, text, indent + 1, depth.saturating_sub(1));
    }
}

/// One statement with its blocks.
fn statement(random: &mut Random, text: &mut String, indent: usize, depth: usize) {
    let shape = if depth == 0 { random.below(14) } else { random.below(26) };
    match shape {
        0..=13 => {
            let words = simple(random, shape);
            line(text, indent, &words);
        }
        14 | 15 => function(random, text, indent, depth),
        16 | 17 => class(random, text, indent, depth),
        18 | 19 => attempt(random, text, indent, depth),
        20 => {
            let words = format!("for {} in {}:", target(random), expression(random, 2));
            line(text, indent, &words);
            block(random, text, indent, depth);
        }
        21 => {
            line(text, indent, &format!("while {}:", expression(random, 2)));
            block(random, text, indent, depth);
            line(text, indent + 1, "break");
        }
        22 => {
            line(text, indent, &format!("if {}:", expression(random, 2)));
            block(random, text, indent, depth);
            line(text, indent, "else:");
            block(random, text, indent, depth);
        }
        23 => {
            line(text, indent, &format!("with {} as {}:", expression(random, 2), target(random)));
            block(random, text, indent, depth);
        }
        24 => {
            line(text, indent, &format!("match {}:", expression(random, 2)));
            for _ in 0..=random.below(3) {
                line(text, indent + 1, &format!("case {}:", pattern(random, 2)));
                block(random, text, indent + 1, depth);
            }
        }
        _ => guarded(random, text, indent),
    }
}

/// A statement whose exception is caught, so that the program goes on.
fn guarded(random: &mut Random, text: &mut String, indent: usize) {
    line(text, indent, "try:");
    let shape = random.below(14);
    let words = simple(random, shape);
    line(text, indent + 1, &words);
    line(text, indent, "except Exception as e:");
    line(text, indent + 1, "print(type(e).__name__, e)");
}

fn simple(random: &mut Random, shape: usize) -> String {
    let value = expression(random, 3);
    match shape {
        0..=3 => format!("{} = {value}", target(random)),
        4 => format!("{} {}= {value}", place(random), pick(random, &["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"])),
        5 | 6 => value,
        7 => format!("print({value})"),
        8 => format!("del {}", place(random)),
        9 => format!("{}: {value} = {}", pick(random, NAMES), expression(random, 1)),
        10 => pick(
            random,
            &["pass", "return", "break", "continue", "global a", "nonlocal x", "import math", "from math import *", "import a.b", "raise",
              "yield", "await x", "type T[X: int, *Y, **Z] = X", "from . import y", "from __future__ import annotations"],
        )
        .to_owned(),
        11 => format!("raise {value}"),
        12 => format!("assert {value}, {}", expression(random, 1)),
        _ => format!("return {value}"),
    }
}

fn function(random: &mut Random, text: &mut String, indent: usize, depth: usize) {
    if random.once_in(5) {
        line(text, indent, &format!("@{}", expression(random, 1)));
    }
    let asynchronous = if random.once_in(8) { "async " } else { "" };
    let name = pick(random, NAMES);
    line(text, indent, &format!("{asynchronous}def {name}({}):", parameters(random)));
    block(random, text, indent, depth);
    if random.once_in(2) {
        line(text, indent, &format!("{}({})", name, arguments(random, 1)));
    }
}

fn parameters(random: &mut Random) -> String {
    pick(
        random,
        &["", "a", "a, b", "a, b=1", "*a", "**b", "*a, **b", "a, /, b", "a, *, b=2", "self", "self, a", "self, *a, **b", "a: int = 3", "a, a",
          "a=1, b", "self, x=[]"],
    )
    .to_owned()
}

fn class(random: &mut Random, text: &mut String, indent: usize, depth: usize) {
    let name = pick(random, &["C", "D", "a", "x"]);
    let bases = pick(random, &["", "", "(C)", "(D, C)", "(int)", "(list)", "(dict)", "(Exception)", "(type)", "(str)", "(metaclass=D)", "(*a, **b)", "(a)"]);
    line(text, indent, &format!("class {name}{bases}:"));
    if random.once_in(5) {
        line(text, indent + 1, pick(random, &["__slots__ = 'a', 'b'", "__slots__ = ()", "__match_args__ = 'a', 'b'", "__hash__ = None"]));
    }
    for _ in 0..=random.below(3) {
        let method = pick(
            random,
            &["__init__(self, *a)", "__new__(cls, *a)", "__del__(self)", "__eq__(self, other)", "__hash__(self)", "__repr__(self)", "__getattr__(self, n)",
              "__getattribute__(self, n)", "__setattr__(self, n, v)", "__delattr__(self, n)", "__getitem__(self, i)", "__setitem__(self, i, v)",
              "__iter__(self)", "__next__(self)", "__len__(self)", "__bool__(self)", "__call__(self, *a, **k)", "__enter__(self)",
              "__exit__(self, *a)", "__add__(self, o)", "__radd__(self, o)", "__lt__(self, o)", "__contains__(self, o)", "__get__(self, o, t)",
              "__set__(self, o, v)", "__set_name__(self, o, n)", "__init_subclass__(cls, **k)", "__class_getitem__(cls, i)", "__format__(self, s)",
              "__index__(self)", "__str__(self)", "__missing__(self, k)", "__instancecheck__(self, o)", "__prepare__(*a, **k)", "mro(cls)", "a(self)"],
        );
        line(text, indent + 1, &format!("def {method}:"));
        block(random, text, indent + 1, depth);
    }
    if random.once_in(2) {
        line(text, indent, &format!("x = {name}({})", arguments(random, 1)));
    }
}

fn attempt(random: &mut Random, text: &mut String, indent: usize, depth: usize) {
    line(text, indent, "try:");
    block(random, text, indent, depth);
    let star = if random.once_in(6) { "*" } else { "" };
    if random.once_in(4) {
        line(text, indent, "finally:");
        block(random, text, indent, depth);
        return;
    }
    let what = pick(random, &["Exception as e", "BaseException", "(TypeError, ValueError) as a", "ValueError", "x", "RecursionError as x"]);
    line(text, indent, &format!("except{star} {what}:"));
    block(random, text, indent, depth);
    if random.once_in(3) {
        line(text, indent, "else:");
        block(random, text, indent, depth);
    }
}

fn place(random: &mut Random) -> String {
    let name = pick(random, NAMES);
    match random.below(6) {
        0..=2 => name.to_owned(),
        3 => format!("{name}.{}", pick(random, ATTRIBUTES)),
        4 => format!("{name}[{}]", expression(random, 1)),
        _ => format!("{name}[{}:{}]", expression(random, 0), expression(random, 0)),
    }
}

fn target(random: &mut Random) -> String {
    match random.below(8) {
        0 => format!("{}, {}", place(random), place(random)),
        1 => format!("[{}, *{}]", place(random), place(random)),
        _ => place(random),
    }
}

fn pattern(random: &mut Random, depth: usize) -> String {
    let mut inner = || if depth == 0 { "_".to_owned() } else { pattern(random, depth - 1) };
    let (one, two) = (inner(), inner());
    match random.below(10) {
        0 => "_".to_owned(),
        1 => "x".to_owned(),
        2 => pick(random, &["1", "-1.5", "'a'", "None", "1+2j", "b'x'"]).to_owned(),
        3 => format!("[{one}, *_]"),
        4 => format!("({one}, {two})"),
        5 => format!("{{'a': {one}, **y}}"),
        6 => format!("C({one}, a={two})"),
        7 => format!("({one}) | ({two})"),
        8 => format!("{one} as y"),
        _ => format!("int({one})"),
    }
}

fn arguments(random: &mut Random, depth: usize) -> String {
    let mut parts = Vec::new();
    for _ in 0..random.below(4) {
        let value = expression(random, depth);
        parts.push(match random.below(10) {
            0 => format!("*{value}"),
            1 => format!("**{value}"),
            2 => format!("{}={value}", pick(random, &["a", "b", "key", "reverse", "default", "end", "sep"])),
            _ => value,
        });
    }
    parts.join(", ")
}

/// An expression with at most `depth` levels below it.
fn expression(random: &mut Random, depth: usize) -> String {
    if depth == 0 {
        return if random.once_in(2) { pick(random, NAMES) } else { pick(random, ATOMS) }.to_owned();
    }
    let one = expression(random, depth - 1);
    match random.below(24) {
        0..=2 => pick(random, ATOMS).to_owned(),
        3 => pick(random, NAMES).to_owned(),
        4..=6 => format!("({one} {} {})", pick(random, BINARY), expression(random, depth - 1)),
        7..=9 => format!("{}({})", pick(random, FUNCTIONS), arguments(random, depth - 1)),
        10 | 11 => format!("({one}).{}({})", pick(random, ATTRIBUTES), arguments(random, depth - 1)),
        12 => format!("({one}).{}", pick(random, ATTRIBUTES)),
        13 => format!("({one})[{}]", expression(random, depth - 1)),
        14 => format!("({one})[{}:{}:{}]", expression(random, 0), expression(random, 0), expression(random, 0)),
        15 => format!("[{one}, *{}]", expression(random, depth - 1)),
        16 => format!("{{{one}: {}, **{}}}", expression(random, depth - 1), expression(random, 0)),
        17 => format!("{{{one}, {}}}", expression(random, depth - 1)),
        18 => format!("[{one} for {} in {} if {}]", target(random), expression(random, depth - 1), expression(random, 0)),
        19 => format!("({one} if {} else {})", expression(random, 0), expression(random, depth - 1)),
        20 => format!("(lambda {}: {one})({})", pick(random, &["", "a", "*a", "a=1", "a, /, b=2", "*, a=1", "**a"]), arguments(random, 0)),
        21 => format!("f'{{{}!r:>{{{}}}}} {{{}}}'", pick(random, NAMES), pick(random, NAMES), pick(random, NAMES)),
        22 => format!("({} := {one})", pick(random, NAMES)),
        _ => format!("{}{one}", pick(random, &["-", "~", "not ", "+", "await ", "*"])),
    }
}
