//! Expressions that make an object.

use super::{Kind, Writer};

impl Writer<'_> {
    /// An expression and what it gives.
    pub(super) fn creation(&mut self) -> (String, Kind) {
        match self.random.below(5) {
            0 => self.container(),
            1 | 2 => self.instance(),
            3 => self.holder(),
            _ => self.value(),
        }
    }

    fn container(&mut self) -> (String, Kind) {
        let (a, b) = (self.any(), self.any());
        let n = self.random.below(9);
        match self.random.below(15) {
            0 => ("[]".to_owned(), Kind::List),
            1 => (format!("[{a}, {b}]"), Kind::List),
            2 => (format!("[{a}] * {n}"), Kind::List),
            3 => (format!("[[{a}, i] for i in range({n})]"), Kind::List),
            4 => (format!("list(range({n}))"), Kind::List),
            5 => ("{}".to_owned(), Kind::Dict),
            6 => (format!("{{'k': {a}, 1: {b}}}"), Kind::Dict),
            7 => (format!("dict.fromkeys(range({n}), {a})"), Kind::Dict),
            8 => (format!("{{str(i): ({a}, i) for i in range({n})}}"), Kind::Dict),
            9 => (format!("dict(left={a}, right={b})"), Kind::Dict),
            10 => ("set()".to_owned(), Kind::Set),
            11 => (format!("{{Node, {n}, 'text', ({n}, {n})}}"), Kind::Set),
            12 => (format!("({a}, {b})"), Kind::Tuple),
            13 => (format!("({n}, 'text', (1, 2.5))"), Kind::Tuple),
            _ => (format!("tuple([{a}] * {n})"), Kind::Tuple),
        }
    }

    fn instance(&mut self) -> (String, Kind) {
        const CLASSES: [&str; 9] = ["Node", "Node", "Slotted", "Mortal", "Mortal", "Lazarus", "Tearing", "Noisy", "Collecting"];
        let class = self.random.one_of(&CLASSES).copied().unwrap_or("Node");
        let (name, other) = (self.name(), self.any());
        if self.random.once_in(3) {
            (format!("{class}('{name}')"), Kind::Node)
        } else {
            (format!("{class}('{name}', {other})"), Kind::Node)
        }
    }

    fn holder(&mut self) -> (String, Kind) {
        let (a, b) = (self.any(), self.any());
        let name = self.name();
        let text = match self.random.below(14) {
            0 => format!("closure({a})"),
            1 => format!("walk({a})"),
            2 => format!("(lambda x={a}: x)"),
            3 => format!("caught({a})"),
            4 => format!("iter([{a}, {b}])"),
            5 => format!("(x for x in ({a}, {b}))"),
            6 => format!("type('{name}', (Node,), {{'held': {a}}})"),
            7 => format!("[{a}].append"),
            8 => format!("enumerate(({a}, 1))"),
            9 => format!("zip([{a}], [{b}])"),
            10 => format!("named({a}, key={b})"),
            11 => format!("slice({a}, {b})"),
            12 => format!("Node('{name}', {a}).__init__"),
            _ => format!("{{'{name}': {a}}}.items()"),
        };
        (text, Kind::Holder)
    }

    fn value(&mut self) -> (String, Kind) {
        let n = self.random.below(40);
        let a = self.any();
        let text = match self.random.below(10) {
            0 => format!("'ab' * {n}"),
            1 => format!("10 ** {n}"),
            2 => format!("{n} / 7"),
            3 => format!("bytes({n})"),
            4 => format!("bytearray({n})"),
            5 => format!("f'{{type({a}).__name__}}-{n}'"),
            6 => format!("'{{}} {{}}'.format({n}, 'x' * {n})"),
            7 => format!("sum(range({n}))"),
            8 => format!("complex({n}, 1)"),
            _ => return (format!("recurse({a}, {n})"), Kind::Holder),
        };
        (text, Kind::Plain)
    }

    /// A weak reference to an instance or set, if a variable holds one.
    pub(super) fn weak(&mut self) -> Option<(String, Kind)> {
        let target = self.holding(&[Kind::Node, Kind::Set])?;
        let text = match self.random.below(4) {
            0 => format!("weakref.ref(v{target})"),
            1 => format!("weakref.ref(v{target}, loud)"),
            _ => format!("weakref.ref(v{target}, gone)"),
        };
        Some((text, Kind::Weak))
    }
}
