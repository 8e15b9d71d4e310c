//! The syntax tree of a Python program, in the shape of CPython's own `ast` module.
//!
//! Node and field names follow the abstract grammar in CPython's documentation of `ast`, so a reader of
//! those pages finds everything. Parser types stop at [`crate::parse`]: nothing here knows which parser made it.

use num_bigint::BigInt;

/// Where a node stands in the source: lines from 1, columns in UTF-8 bytes from 0, as `ast` counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// First line.
    pub line: u32,
    /// Column of the first byte.
    pub column: u32,
    /// Last line.
    pub end_line: u32,
    /// Column after the last byte.
    pub end_column: u32,
}

/// A statement and its place.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What it is.
    pub kind: StatementKind,
    /// Where it stands.
    pub span: Span,
}

/// An expression and its place.
#[derive(Clone, Debug)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Where it stands.
    pub span: Span,
}

/// A whole file, or one statement typed at the prompt.
#[derive(Clone, Debug)]
pub enum Module {
    /// `Module`: the statements of a file.
    File(Vec<Statement>),
    /// `Interactive`: what was typed at the prompt; expression values are printed.
    Interactive(Vec<Statement>),
    /// `Expression`: what `eval` takes.
    Expression(Box<Expression>),
}

/// `stmt` of the abstract grammar.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub enum StatementKind {
    FunctionDef(Box<FunctionDef>),
    AsyncFunctionDef(Box<FunctionDef>),
    ClassDef(Box<ClassDef>),
    Return(Option<Box<Expression>>),
    Delete(Vec<Expression>),
    Assign { targets: Vec<Expression>, value: Box<Expression> },
    TypeAlias { name: Box<Expression>, type_params: Vec<TypeParameter>, value: Box<Expression> },
    AugAssign { target: Box<Expression>, op: BinaryOperator, value: Box<Expression> },
    /// `simple` is true for a bare name without parentheses.
    AnnAssign { target: Box<Expression>, annotation: Box<Expression>, value: Option<Box<Expression>>, simple: bool },
    For(Box<For>),
    AsyncFor(Box<For>),
    While { test: Box<Expression>, body: Vec<Statement>, orelse: Vec<Statement> },
    If { test: Box<Expression>, body: Vec<Statement>, orelse: Vec<Statement> },
    With { items: Vec<WithItem>, body: Vec<Statement> },
    AsyncWith { items: Vec<WithItem>, body: Vec<Statement> },
    Match { subject: Box<Expression>, cases: Vec<MatchCase> },
    Raise { exc: Option<Box<Expression>>, cause: Option<Box<Expression>> },
    Try(Box<Try>),
    /// `try` with `except*`.
    TryStar(Box<Try>),
    Assert { test: Box<Expression>, msg: Option<Box<Expression>> },
    Import(Vec<Alias>),
    /// `level` counts the leading dots.
    ImportFrom { module: Option<String>, names: Vec<Alias>, level: u32 },
    Global(Vec<String>),
    Nonlocal(Vec<String>),
    Expr(Box<Expression>),
    Pass,
    Break,
    Continue,
}

/// `FunctionDef` and `AsyncFunctionDef`.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct FunctionDef {
    pub name: String,
    pub args: Arguments,
    pub body: Vec<Statement>,
    pub decorators: Vec<Expression>,
    pub returns: Option<Box<Expression>>,
    pub type_params: Vec<TypeParameter>,
}

/// `ClassDef`.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct ClassDef {
    pub name: String,
    pub bases: Vec<Expression>,
    pub keywords: Vec<Keyword>,
    pub body: Vec<Statement>,
    pub decorators: Vec<Expression>,
    pub type_params: Vec<TypeParameter>,
}

/// `For` and `AsyncFor`.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct For {
    pub target: Expression,
    pub iter: Expression,
    pub body: Vec<Statement>,
    pub orelse: Vec<Statement>,
}

/// `Try` and `TryStar`.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct Try {
    pub body: Vec<Statement>,
    pub handlers: Vec<ExceptHandler>,
    pub orelse: Vec<Statement>,
    pub finalbody: Vec<Statement>,
}

/// `ExceptHandler`.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct ExceptHandler {
    pub type_: Option<Expression>,
    pub name: Option<String>,
    pub body: Vec<Statement>,
    pub span: Span,
}

/// `withitem`.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct WithItem {
    pub context: Expression,
    pub vars: Option<Expression>,
}

/// `match_case`.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct MatchCase {
    pub pattern: Pattern,
    pub guard: Option<Expression>,
    pub body: Vec<Statement>,
}

/// A pattern and its place.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// What it is.
    pub kind: PatternKind,
    /// Where it stands.
    pub span: Span,
}

/// `pattern` of the abstract grammar.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub enum PatternKind {
    Value(Box<Expression>),
    /// `None`, `True` or `False`.
    Singleton(Constant),
    Sequence(Vec<Pattern>),
    Mapping { keys: Vec<Expression>, patterns: Vec<Pattern>, rest: Option<String> },
    Class { cls: Box<Expression>, patterns: Vec<Pattern>, kwd_attrs: Vec<String>, kwd_patterns: Vec<Pattern> },
    Star(Option<String>),
    As { pattern: Option<Box<Pattern>>, name: Option<String> },
    Or(Vec<Pattern>),
}

/// `type_param` of the abstract grammar.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct TypeParameter {
    pub kind: TypeParameterKind,
    pub name: String,
    pub span: Span,
}

/// Which kind of type parameter.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub enum TypeParameterKind {
    TypeVar { bound: Option<Box<Expression>> },
    ParamSpec,
    TypeVarTuple,
}

/// `arguments`: the parameters of a function.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct Arguments {
    pub posonlyargs: Vec<Parameter>,
    pub args: Vec<Parameter>,
    pub vararg: Option<Box<Parameter>>,
    pub kwonlyargs: Vec<Parameter>,
    /// One for each of `kwonlyargs`; `None` where there is no default.
    pub kw_defaults: Vec<Option<Expression>>,
    pub kwarg: Option<Box<Parameter>>,
    /// Defaults of the last positional parameters.
    pub defaults: Vec<Expression>,
}

/// `arg`: one parameter.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct Parameter {
    pub arg: String,
    pub annotation: Option<Box<Expression>>,
    pub span: Span,
}

/// `keyword`: one `name=value` of a call; `**value` has no name.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct Keyword {
    pub arg: Option<String>,
    pub value: Expression,
    pub span: Span,
}

/// `alias`: one name of an import; `*` is the name of everything.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct Alias {
    pub name: String,
    pub asname: Option<String>,
    pub span: Span,
}

/// `expr` of the abstract grammar.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub enum ExpressionKind {
    BoolOp { op: BooleanOperator, values: Vec<Expression> },
    NamedExpr { target: Box<Expression>, value: Box<Expression> },
    BinOp { left: Box<Expression>, op: BinaryOperator, right: Box<Expression> },
    UnaryOp { op: UnaryOperator, operand: Box<Expression> },
    Lambda { args: Box<Arguments>, body: Box<Expression> },
    IfExp { test: Box<Expression>, body: Box<Expression>, orelse: Box<Expression> },
    /// A `None` key stands for `**value`.
    Dict { keys: Vec<Option<Expression>>, values: Vec<Expression> },
    Set(Vec<Expression>),
    ListComp { elt: Box<Expression>, generators: Vec<Comprehension> },
    SetComp { elt: Box<Expression>, generators: Vec<Comprehension> },
    DictComp { key: Box<Expression>, value: Box<Expression>, generators: Vec<Comprehension> },
    GeneratorExp { elt: Box<Expression>, generators: Vec<Comprehension> },
    Await(Box<Expression>),
    Yield(Option<Box<Expression>>),
    YieldFrom(Box<Expression>),
    Compare { left: Box<Expression>, ops: Vec<ComparisonOperator>, comparators: Vec<Expression> },
    Call { func: Box<Expression>, args: Vec<Expression>, keywords: Vec<Keyword> },
    FormattedValue { value: Box<Expression>, conversion: Option<char>, format_spec: Option<Box<Expression>> },
    JoinedStr(Vec<Expression>),
    Constant(Constant),
    Attribute { value: Box<Expression>, attr: String, ctx: Context },
    Subscript { value: Box<Expression>, slice: Box<Expression>, ctx: Context },
    Starred { value: Box<Expression>, ctx: Context },
    Name { id: String, ctx: Context },
    List { elts: Vec<Expression>, ctx: Context },
    Tuple { elts: Vec<Expression>, ctx: Context },
    Slice { lower: Option<Box<Expression>>, upper: Option<Box<Expression>>, step: Option<Box<Expression>> },
}

/// `comprehension`: one `for` of a comprehension with its conditions.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub struct Comprehension {
    pub target: Expression,
    pub iter: Expression,
    pub ifs: Vec<Expression>,
    pub is_async: bool,
}

/// A literal. Text is kept as code points so that a lone surrogate (`'\ud800'`) survives.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names are those of Python's types")]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Int(BigInt),
    Float(f64),
    Complex { real: f64, imaginary: f64 },
    Str(Text),
    Bytes(Vec<u8>),
    /// Made by the optimiser only; the parser never does.
    Tuple(Vec<Constant>),
    /// Made by the optimiser only; the parser never does.
    FrozenSet(Vec<Constant>),
}

/// Text as Python has it: code points, surrogates included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text(pub Vec<u32>);

impl Text {
    /// The text of `text`.
    pub fn new(text: &str) -> Self {
        Self(text.chars().map(u32::from).collect())
    }

    /// The text as Rust has it; `None` if it holds a lone surrogate.
    pub fn to_rust(&self) -> Option<String> {
        self.0.iter().map(|&point| char::from_u32(point)).collect()
    }
}

/// Whether a name is read, bound or deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub enum Context {
    Load,
    Store,
    Del,
}

/// `and`, `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub enum BooleanOperator {
    And,
    Or,
}

/// The operators between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub enum BinaryOperator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

/// The operators before one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub enum UnaryOperator {
    Invert,
    Not,
    UAdd,
    USub,
}

/// The comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of CPython's ast module")]
pub enum ComparisonOperator {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}
