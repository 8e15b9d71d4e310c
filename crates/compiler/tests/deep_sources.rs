//! Sources that nest or repeat without end: the front half must answer on a stack of one megabyte.

use heapglass_compiler::{Diagnostic, Mode, ast, parse};

const STACK: usize = 1 << 20;

fn parsed(source: String) -> Result<usize, Diagnostic> {
    let work = move || {
        parse::parse(&source, Mode::File).map(|module| match module {
            ast::Module::File(statements) => statements.len(),
            _ => 0,
        })
    };
    std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(work)
        .unwrap()
        .join()
        .expect("no crash")
}

#[test]
fn every_fragment_may_be_repeated_without_a_crash() {
    let fragments = [
        "(",
        "[",
        "{",
        "-",
        "not ",
        "~",
        "+",
        "*",
        "**",
        "lambda:",
        "lambda a=",
        "a**",
        "a if b else ",
        "a.",
        "a(",
        "a[",
        "a+",
        "1+",
        "()",
        "[0]",
        ".a",
        "a and ",
        "a<",
        "a not in ",
        "not a + ",
        "await ",
        "yield ",
        "if x:",
        "while x: ",
        "for x in y: ",
        "with a: ",
        "try: ",
        "else: ",
        "def f():",
        "class A: ",
        "match x: ",
        "async ",
        "@",
        "@a\n",
        "x = ",
        "x := ",
        "(x := ",
        "a, ",
        "f'{",
        "f\"{a:{",
        "{a: ",
        "{**",
        "case ",
        "del ",
        "return ",
        "raise ",
        "import a.",
        "from . ",
        "global ",
        "type X = ",
        "if a: b\nel",
        "if a:\n b\nelse:\n ",
        "a;",
        ":",
        "->",
        "x: ",
        "[x for x in ",
        "lambda x: (",
        "-(",
        "not (",
        "a if (",
        "a[b:",
        "print(",
        "'a' ",
        "f'a' ",
        "match ",
        "1 if 1 else ",
        "(a for a in ",
        "*a, ",
        "except ",
        "except:\n",
        "finally: ",
        "if ",
        "elif ",
        "a\\\n",
        "\t",
        " ",
        "$",
        "é",
        "\"",
        "'''",
        "#\n",
        "\n",
        "0",
        "1_",
        "class A(",
        "x@",
        "f(*",
        "f(**",
        "f(a=",
        "a.b.",
        "a:b:",
        "=",
        "==",
        "a=(",
        "await a ** ",
        "yield from ",
        "lambda *",
        "lambda: (yield ",
        "a or not ",
    ];
    for fragment in fragments {
        for count in [190, 5_000, 30_000] {
            let _ = parsed(fragment.repeat(count));
            let _ = parsed(format!("{}1", fragment.repeat(count)));
        }
    }
}

#[test]
fn long_chains_parse_up_to_the_limit() {
    assert_eq!(parsed(format!("{}'a'", "'a' + ".repeat(1990))), Ok(1));
    assert_eq!(parsed(format!("a{}", ".a()".repeat(990))), Ok(1));
    assert_eq!(parsed(format!("if a: b\n{}", "elif a: b\n".repeat(990))), Ok(1));
    assert_eq!(parsed(format!("{}1{}", "(".repeat(200), ")".repeat(200))), Ok(1));
    assert_eq!(parsed(format!("{}1", "not ".repeat(200))), Ok(1));
}

#[test]
fn what_parses_also_compiles_on_the_same_stack() {
    let sources = [
        format!("{}'a'", "'a' + ".repeat(1990)),
        format!("x = {}a", "a + ".repeat(1990)),
        format!("a{}", ".a()".repeat(990)),
        format!("a{}", "[0]".repeat(1990)),
        format!("if a: b\n{}", "elif a: b\n".repeat(990)),
        format!("{}1{}", "(".repeat(200), ")".repeat(200)),
        format!("{}1{}", "[".repeat(200), "]".repeat(200)),
        format!("{}1{}", "f(".repeat(200), ")".repeat(200)),
        format!("{}a", "not ".repeat(200)),
        format!("{}a", "-".repeat(200)),
        format!("{}a", "a ** ".repeat(200)),
        format!("{}a", "a if b else ".repeat(190)),
        format!("{}a", "lambda: ".repeat(190)),
        (0..98)
            .map(|depth| format!("{}if a:\n", " ".repeat(depth)))
            .collect::<String>()
            + &" ".repeat(98)
            + "b\n",
        (0..19)
            .map(|depth| format!("{}for a in b:\n", " ".repeat(depth)))
            .collect::<String>()
            + &" ".repeat(19)
            + "b\n",
        (0..98)
            .map(|depth| format!("{}def f():\n", " ".repeat(depth)))
            .collect::<String>()
            + &" ".repeat(98)
            + "b\n",
        (0..98)
            .map(|depth| format!("{}class A:\n", " ".repeat(depth)))
            .collect::<String>()
            + &" ".repeat(98)
            + "b\n",
        format!("{}a{}", "[a for a in ".repeat(100), "]".repeat(100)),
        format!("match x:\n case {}a{}: pass\n", "[".repeat(190), "]".repeat(190)),
    ];
    for source in sources {
        let work = move || heapglass_compiler::compile(&source, "deep.py", Mode::File).map(|_| ());
        let outcome = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn(work)
            .unwrap()
            .join()
            .expect("no crash");
        assert_eq!(outcome, Ok(()));
    }
}

#[test]
fn many_short_statements_count_alone() {
    assert_eq!(parsed("x = -a.b ** -c + d[1](2)\n".repeat(5_000)), Ok(5_000));
    assert_eq!(parsed("if a: b\nelif c: d\nelse: e\n".repeat(2_000)), Ok(2_000));
    assert_eq!(parsed(format!("x = [{}]", "-a.b + lambda_ * c, ".repeat(5_000))), Ok(1));
    assert_eq!(parsed(format!("x = {}a", "a and not b or ".repeat(5_000))), Ok(1));
    assert_eq!(parsed(format!("x = {}a", "-a.b == ".repeat(5_000))), Ok(1));
}

#[test]
fn beyond_a_limit_stands_a_sentence() {
    let message = |source: String| parsed(source).unwrap_err().message;
    assert_eq!(message("(".repeat(201)), "too many nested parentheses");
    assert_eq!(
        message(format!("{}'a'", "'a' + ".repeat(3_000))),
        "expression nested more than 2000 deep, the limit of this simulator"
    );
    assert_eq!(
        message("-".repeat(100_000)),
        "more than 200 operators nested in each other, the limit of this simulator"
    );
    let blocks: String = (0..100).map(|depth| format!("{}if a:\n", " ".repeat(depth))).collect();
    assert_eq!(
        message(blocks + &" ".repeat(100) + "b"),
        "too many levels of indentation"
    );
}
