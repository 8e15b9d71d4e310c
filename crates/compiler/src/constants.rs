//! The constants of a compilation: each object once, shared by all its code objects.
//!
//! CPython keeps one cache for the whole compilation, keyed so that equal values of different types or signs
//! stay apart (`_PyCode_ConstantKey`, `merge_consts_recursive`).

use std::collections::HashMap;

use num_bigint::BigInt;

use crate::ast;
use crate::ast::Text;
use crate::code::{Code, CodeId, Constant, ConstantId};

/// What makes two constants the same object. Floats count by their bits, so `0.0` and `-0.0` differ.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    None,
    True,
    False,
    Ellipsis,
    Int(BigInt),
    Float(u64),
    Complex(u64, u64),
    Str(Text),
    Bytes(Vec<u8>),
    Tuple(Vec<ConstantId>),
    FrozenSet(Vec<ConstantId>),
}

/// The cache and the list of its objects in order of first use.
#[derive(Debug, Default)]
pub(crate) struct Constants {
    list: Vec<Constant>,
    index: HashMap<Key, ConstantId>,
    /// Code objects by what makes two of them equal, with the constant of the first.
    codes: HashMap<CodeKey, ConstantId>,
}

/// What `==` of code objects looks at (`code_richcompare`).
#[derive(Debug, PartialEq, Eq, Hash)]
struct CodeKey {
    name: String,
    numbers: [u32; 5],
    code: Vec<u8>,
    consts: Vec<ConstantId>,
    names: Vec<String>,
    variables: Vec<String>,
    tables: (Vec<u8>, Vec<u8>),
}

impl CodeKey {
    fn of(code: &Code) -> Self {
        Self {
            name: code.name.clone(),
            numbers: [code.argcount, code.posonlyargcount, code.kwonlyargcount, code.flags, code.firstlineno],
            code: code.code.clone(),
            consts: code.consts.clone(),
            names: code.names.clone(),
            variables: code.localsplus.iter().map(|variable| variable.name.clone()).collect(),
            tables: (code.linetable.clone(), code.exceptiontable.clone()),
        }
    }
}

impl Constants {
    /// The object equal to `value`, made if there is none yet.
    pub(crate) fn merge(&mut self, value: &ast::Constant) -> ConstantId {
        match value {
            // Not equal to itself, a NaN is never merged.
            ast::Constant::Float(value) if value.is_nan() => self.push(Constant::Float(*value)),
            ast::Constant::Tuple(items) => {
                let items = items.iter().map(|item| self.merge(item)).collect();
                self.tuple(items)
            }
            ast::Constant::FrozenSet(items) => {
                let items: Vec<ConstantId> = items.iter().map(|item| self.merge(item)).collect();
                self.enter(frozenset_key(&items), Constant::FrozenSet(items))
            }
            simple => match simple_entry(simple) {
                Some((key, constant)) => self.enter(key, constant),
                None => self.none(),
            },
        }
    }

    /// The object equal to `value`, if there is one.
    pub(crate) fn find(&self, value: &ast::Constant) -> Option<ConstantId> {
        let all = |items: &[ast::Constant]| items.iter().map(|item| self.find(item)).collect::<Option<Vec<_>>>();
        let key = match value {
            ast::Constant::Tuple(items) => Key::Tuple(all(items)?),
            ast::Constant::FrozenSet(items) => frozenset_key(&all(items)?),
            simple => simple_entry(simple)?.0,
        };
        self.index.get(&key).copied()
    }

    /// The text `text`.
    pub(crate) fn text(&mut self, text: &str) -> ConstantId {
        self.merge(&ast::Constant::Str(Text::new(text)))
    }

    /// A tuple of texts.
    pub(crate) fn texts<'t>(&mut self, texts: impl Iterator<Item = &'t str>) -> ConstantId {
        let items = texts.map(|text| self.text(text)).collect();
        self.tuple(items)
    }

    /// Bytes.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> ConstantId {
        self.enter(Key::Bytes(bytes.to_vec()), Constant::Bytes(bytes.to_vec()))
    }

    /// `None`.
    pub(crate) fn none(&mut self) -> ConstantId {
        self.enter(Key::None, Constant::None)
    }

    /// A tuple of objects that are already in the cache.
    pub(crate) fn tuple(&mut self, items: Vec<ConstantId>) -> ConstantId {
        self.enter(Key::Tuple(items.clone()), Constant::Tuple(items))
    }

    /// The code object `code`, whose number is `id`; an equal one from before if there is any, e.g. when a
    /// `finally` body with a lambda is compiled twice.
    pub(crate) fn code(&mut self, id: CodeId, code: &Code) -> ConstantId {
        let next = ConstantId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        let constant = *self.codes.entry(CodeKey::of(code)).or_insert(next);
        if constant == next {
            self.list.push(Constant::Code(id));
        }
        constant
    }

    pub(crate) fn get(&self, id: ConstantId) -> &Constant {
        &self.list[id.0 as usize]
    }

    /// Whether `bool(constant)`.
    pub(crate) fn is_true(&self, id: ConstantId) -> bool {
        match self.get(id) {
            Constant::None | Constant::False => false,
            Constant::True | Constant::Ellipsis | Constant::Code(_) => true,
            Constant::Int(value) => *value != BigInt::ZERO,
            Constant::Float(value) => *value != 0.0,
            Constant::Complex { real, imaginary } => *real != 0.0 || *imaginary != 0.0,
            Constant::Str(text) => !text.0.is_empty(),
            Constant::Bytes(bytes) => !bytes.is_empty(),
            Constant::Tuple(items) | Constant::FrozenSet(items) => !items.is_empty(),
        }
    }

    /// All objects.
    pub(crate) fn into_list(self) -> Vec<Constant> {
        self.list
    }

    fn enter(&mut self, key: Key, constant: Constant) -> ConstantId {
        if let Some(&id) = self.index.get(&key) {
            return id;
        }
        let id = self.push(constant);
        self.index.insert(key, id);
        id
    }

    fn push(&mut self, constant: Constant) -> ConstantId {
        let id = ConstantId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(constant);
        id
    }
}

/// The key of a set does not depend on the order of its items.
fn frozenset_key(items: &[ConstantId]) -> Key {
    let mut sorted = items.to_vec();
    sorted.sort_unstable();
    Key::FrozenSet(sorted)
}

/// Key and object of a constant without items.
fn simple_entry(value: &ast::Constant) -> Option<(Key, Constant)> {
    Some(match value {
        ast::Constant::None => (Key::None, Constant::None),
        ast::Constant::True => (Key::True, Constant::True),
        ast::Constant::False => (Key::False, Constant::False),
        ast::Constant::Ellipsis => (Key::Ellipsis, Constant::Ellipsis),
        ast::Constant::Int(value) => (Key::Int(value.clone()), Constant::Int(value.clone())),
        ast::Constant::Float(value) => (Key::Float(value.to_bits()), Constant::Float(*value)),
        ast::Constant::Complex { real, imaginary } => (
            Key::Complex(real.to_bits(), imaginary.to_bits()),
            Constant::Complex { real: *real, imaginary: *imaginary },
        ),
        ast::Constant::Str(text) => (Key::Str(text.clone()), Constant::Str(text.clone())),
        ast::Constant::Bytes(bytes) => (Key::Bytes(bytes.clone()), Constant::Bytes(bytes.clone())),
        ast::Constant::Tuple(_) | ast::Constant::FrozenSet(_) => return None,
    })
}
