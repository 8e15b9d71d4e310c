//! What the recogniser remembers of an expression: enough to name it in a message.

use std::rc::Rc;

/// The kinds of expression that messages tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Attribute,
    Subscript,
    Starred,
    Name,
    List,
    Tuple,
    Lambda,
    Call,
    /// Boolean, binary and unary operators.
    Operation,
    Generator,
    Yield,
    Await,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    Dict,
    Set,
    FString,
    None,
    False,
    True,
    Ellipsis,
    Literal,
    /// A comparison; whether its first operator is `in`.
    Comparison {
        first_is_in: bool,
    },
    Conditional,
    Named,
    /// Arguments of a call; whether a `**` is among them.
    Arguments {
        unpacked: bool,
    },
    /// The `for … in … if …` of a comprehension; its last part is its only item.
    Clauses,
    /// A pattern of `match`.
    Pattern,
}

impl Shape {
    /// As `_PyPegen_get_expr_name` words it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Attribute => "attribute",
            Self::Subscript => "subscript",
            Self::Starred => "starred",
            Self::Name => "name",
            Self::List => "list",
            Self::Tuple => "tuple",
            Self::Lambda => "lambda",
            Self::Call | Self::Arguments { .. } => "function call",
            Self::Operation => "expression",
            Self::Generator | Self::Clauses => "generator expression",
            Self::Yield => "yield expression",
            Self::Await => "await expression",
            Self::ListComprehension => "list comprehension",
            Self::SetComprehension => "set comprehension",
            Self::DictComprehension => "dict comprehension",
            Self::Dict => "dict literal",
            Self::Set => "set display",
            Self::FString => "f-string expression",
            Self::None => "None",
            Self::False => "False",
            Self::True => "True",
            Self::Ellipsis => "ellipsis",
            Self::Literal => "literal",
            Self::Comparison { .. } => "comparison",
            Self::Conditional => "conditional expression",
            Self::Named => "named expression",
            Self::Pattern => "pattern",
        }
    }
}

/// A recognised expression.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) shape: Shape,
    /// Its first token.
    pub(super) start: usize,
    /// The token after its last.
    pub(super) end: usize,
    /// Its items, where a message may be about one of them.
    pub(super) items: Vec<Rc<Node>>,
}

/// What kind of target is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Targets {
    /// Of an assignment.
    Star,
    /// Of `del`.
    Del,
    /// Of `for`.
    For,
}

/// The part of `node` that cannot be a target (`_PyPegen_get_invalid_target`).
pub(super) fn invalid_target(node: &Rc<Node>, targets: Targets) -> Option<Rc<Node>> {
    match node.shape {
        Shape::List | Shape::Tuple => node.items.iter().find_map(|item| invalid_target(item, targets)),
        Shape::Starred if targets == Targets::Del => Some(Rc::clone(node)),
        Shape::Starred => node.items.first().and_then(|item| invalid_target(item, targets)),
        Shape::Comparison { first_is_in } if targets == Targets::For => node
            .items
            .first()
            .filter(|_| first_is_in)
            .and_then(|item| invalid_target(item, targets)),
        Shape::Name | Shape::Subscript | Shape::Attribute => None,
        _ => Some(Rc::clone(node)),
    }
}
