//! The constants of a compilation: each object once, shared by all its code objects.
//!
//! CPython keeps one cache for the whole compilation, keyed so that equal values of different types or signs
//! stay apart (`_PyCode_ConstantKey`, `merge_consts_recursive`).

use std::collections::{HashMap, HashSet};

use num_bigint::BigInt;

use crate::ast;
use crate::ast::Text;
use crate::code::{Code, CodeId, Constant, ConstantId};
use crate::containers::cache::Cache;
use crate::containers::key::Key as ObjectKey;
use crate::containers::traffic::{Event, Traffic};
use crate::interning::{Interned, looks_like_name};

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
#[derive(Debug)]
pub(crate) struct Constants {
    list: Vec<Constant>,
    index: HashMap<Key, ConstantId>,
    /// Code objects by what makes two of them equal, with the constant of the first.
    codes: HashMap<CodeKey, ConstantId>,
    /// Which texts are interned elsewhere.
    interned: Interned,
    /// Texts that some code loads.
    loaded: HashSet<ConstantId>,
    /// Texts whose object is the interned one.
    own_interned: HashSet<ConstantId>,
    traffic: Traffic,
    cache: Cache,
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
    /// No constants yet; `interned` are the texts that are interned already.
    pub(crate) fn new(interned: Interned, traffic: &Traffic, cache: Cache) -> Self {
        Self {
            list: Vec::new(),
            index: HashMap::new(),
            codes: HashMap::new(),
            interned,
            loaded: HashSet::new(),
            own_interned: HashSet::new(),
            traffic: traffic.clone(),
            cache,
        }
    }

    /// The object equal to a literal of the program, made if there is none yet.
    pub(crate) fn merge(&mut self, value: &ast::Constant) -> ConstantId {
        // There is one of each anyway: they stay out of the cache.
        if matches!(value, ast::Constant::None | ast::Constant::Ellipsis) {
            return self.merge_new(value);
        }
        let key = ObjectKey::of(value);
        key.make(&self.traffic);
        let known = self.find(value);
        if let Some(id) = known.filter(|id| !matches!(value, ast::Constant::Str(_)) || self.loaded.contains(id)) {
            key.release(&self.traffic);
            return id;
        }
        let entry = self.cache.enter(key, matches!(value, ast::Constant::Str(_)));
        let id = self.merge_new(value);
        self.cache.name(entry, id);
        id
    }

    fn merge_new(&mut self, value: &ast::Constant) -> ConstantId {
        match value {
            // Not equal to itself, a NaN is never merged.
            ast::Constant::Float(value) if value.is_nan() => self.push(Constant::Float(*value)),
            ast::Constant::Tuple(items) => {
                let items: Vec<ConstantId> = items.iter().map(|item| self.merge(item)).collect();
                self.enter(Key::Tuple(items.clone()), Constant::Tuple(items))
            }
            ast::Constant::FrozenSet(items) => {
                let tuple = self.traffic.tuple(items.len());
                let items: Vec<ConstantId> = items.iter().map(|item| self.merge(item)).collect();
                self.traffic.make(Event::Other);
                drop(tuple);
                let id = self.enter(frozenset_key(&items), Constant::FrozenSet(items));
                self.cache.owns(id);
                id
            }
            ast::Constant::Str(text) => {
                let id = self.enter(Key::Str(text.clone()), Constant::Str(text.clone()));
                self.loaded.insert(id);
                id
            }
            simple => match simple_entry(simple) {
                Some((key, constant)) => self.enter(key, constant),
                None => self.enter(Key::None, Constant::None),
            },
        }
    }

    /// The object equal to a tuple or frozenset that the code generator makes of constants.
    pub(crate) fn merge_made(&mut self, value: &ast::Constant) -> ConstantId {
        let before = self.list.len();
        match value {
            ast::Constant::Tuple(items) => {
                self.traffic.make_tuple(items.len());
                let id = self.merge(value);
                if (id.0 as usize) < before {
                    self.traffic.release_tuple(items.len());
                } else {
                    self.cache.owns(id);
                }
                id
            }
            ast::Constant::FrozenSet(items) => {
                let tuple = self.traffic.tuple(items.len());
                let set = self.traffic.set();
                drop(tuple);
                let id = self.merge(value);
                drop(set);
                id
            }
            other => self.merge(other),
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

    /// Whether the code generator made this object, and not the parser or the optimiser.
    pub(crate) fn is_made(&self, id: ConstantId) -> bool {
        self.cache.is_own(id)
    }

    /// A name of the program as a constant.
    pub(crate) fn text(&mut self, name: &str) -> ConstantId {
        let id = self.name(name);
        if self.loaded.insert(id) {
            self.own_interned.insert(id);
            self.cache.enter(ObjectKey::Itself, true);
        }
        id
    }

    /// A tuple of names as a constant.
    pub(crate) fn texts<'t>(&mut self, names: impl Iterator<Item = &'t str>) -> ConstantId {
        let items: Vec<ConstantId> = names.map(|name| self.name(name)).collect();
        let before = self.list.len();
        let id = self.tuple(items.clone());
        if id.0 as usize >= before {
            for item in items {
                if self.loaded.insert(item) {
                    self.own_interned.insert(item);
                    self.cache.enter(ObjectKey::Itself, true);
                }
            }
        }
        id
    }

    /// A tuple of names that no code loads, e.g. `co_names`.
    pub(crate) fn names<'t>(&mut self, names: impl Iterator<Item = &'t str>) -> ConstantId {
        let items = names.map(|name| self.name(name)).collect();
        self.tuple(items)
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn traffic(&self) -> &Traffic {
        &self.traffic
    }

    fn name(&mut self, name: &str) -> ConstantId {
        self.enter(Key::Str(Text::new(name)), Constant::Str(Text::new(name)))
    }

    /// `co_consts` of a code object with the constants `consts`, which become those of an equal tuple from before.
    /// Otherwise what looks like a name is interned; a frozenset with a text that is replaced is made anew, so the next
    /// code object with an equal one does not share it (`intern_constants`, Objects/codeobject.c).
    pub(crate) fn consts(&mut self, consts: &mut Vec<ConstantId>) -> ConstantId {
        let before = self.list.len();
        let tuple = self.tuple(consts.clone());
        if let Constant::Tuple(items) = self.get(tuple)
            && (tuple.0 as usize) < before
        {
            consts.clone_from(items);
        }
        tuple
    }

    /// Interns what a new code object holds.
    pub(crate) fn intern_all(&mut self, tuple: ConstantId, consts: &mut Vec<ConstantId>) {
        for constant in &mut *consts {
            if self.intern(*constant) && matches!(self.get(*constant), Constant::FrozenSet(_)) {
                *constant = self.push(self.get(*constant).clone());
            }
        }
        self.list[tuple.0 as usize] = Constant::Tuple(consts.clone());
    }

    /// Interns a constant and what is in it. Whether another object takes its place.
    fn intern(&mut self, id: ConstantId) -> bool {
        match self.get(id) {
            Constant::Str(text) => {
                let Some(name) = looks_like_name(text).filter(|_| !self.own_interned.contains(&id)) else { return false };
                let is_other = self.interned.replaces(&name);
                if !is_other {
                    self.own_interned.insert(id);
                }
                is_other
            }
            Constant::Tuple(items) => {
                // What is in a tuple is replaced there.
                for item in items.clone() {
                    self.intern(item);
                }
                false
            }
            Constant::FrozenSet(items) => {
                let items = items.clone();
                let tuple = self.traffic.tuple(items.len());
                let replaced = items.into_iter().fold(false, |any, item| self.intern(item) || any);
                if replaced {
                    self.traffic.make(Event::Other);
                }
                drop(tuple);
                replaced
            }
            _ => false,
        }
    }

    /// Bytes of a code object.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> ConstantId {
        self.merge(&ast::Constant::Bytes(bytes.to_vec()))
    }

    /// `None`.
    pub(crate) fn none(&mut self) -> ConstantId {
        self.merge(&ast::Constant::None)
    }

    /// A new tuple of objects, or the equal one that is in the cache (`_PyCompile_ConstCacheMergeOne`).
    pub(crate) fn tuple(&mut self, items: Vec<ConstantId>) -> ConstantId {
        self.traffic.make_tuple(items.len());
        let key = ObjectKey::Tuple(items.iter().map(|&item| self.key(item)).collect());
        key.make(&self.traffic);
        if let Some(&id) = self.index.get(&Key::Tuple(items.clone())) {
            key.release(&self.traffic);
            self.traffic.release_tuple(items.len());
            return id;
        }
        let entry = self.cache.enter(key, false);
        let id = self.enter(Key::Tuple(items.clone()), Constant::Tuple(items));
        self.cache.name(entry, id);
        self.cache.owns(id);
        id
    }

    /// What stands for an object in the cache.
    fn key(&self, id: ConstantId) -> ObjectKey {
        let all = |items: &[ConstantId]| items.iter().map(|&item| self.key(item)).collect();
        match self.get(id) {
            Constant::None | Constant::Ellipsis | Constant::Int(_) | Constant::Str(_) | Constant::Code(_) => {
                ObjectKey::Itself
            }
            Constant::True | Constant::False | Constant::Bytes(_) => ObjectKey::Typed(2),
            Constant::Float(value) => ObjectKey::float(*value),
            Constant::Complex { real, imaginary } => ObjectKey::complex(*real, *imaginary),
            Constant::Tuple(items) => ObjectKey::Tuple(all(items)),
            Constant::FrozenSet(items) => ObjectKey::FrozenSet(all(items)),
        }
    }

    /// The code object `code`, whose number is `id`; an equal one from before if there is any, e.g. when a
    /// `finally` body with a lambda is compiled twice.
    pub(crate) fn code(&mut self, id: CodeId, code: &Code) -> ConstantId {
        let next = ConstantId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        let constant = *self.codes.entry(CodeKey::of(code)).or_insert(next);
        if constant == next {
            self.list.push(Constant::Code(id));
            self.cache.enter(ObjectKey::Itself, false);
        }
        constant
    }

    /// Whether a constant is a text.
    pub(crate) fn is_text(&self, id: ConstantId) -> bool {
        matches!(self.get(id), Constant::Str(_))
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

    /// Drops the cache, and what neither the code object `root` nor the tree holds; all objects.
    pub(crate) fn finish(self, codes: &[Code], root: CodeId) -> Vec<Constant> {
        self.cache.finish(&self.traffic, &self.list, codes, root);
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
