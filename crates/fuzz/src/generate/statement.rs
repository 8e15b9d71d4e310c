//! Statements.

use super::{Kind, VARIABLES, Writer};

impl Writer<'_> {
    /// One statement, with what is nested in it.
    pub(super) fn statement(&mut self, depth: usize) {
        match self.random.below(24) {
            0..=6 => self.assign(),
            7..=11 => self.store(),
            12 | 13 => self.delete(),
            14 | 15 => self.take_away(),
            16 => self.collect(),
            17 | 18 => self.look(),
            19 => self.alias(),
            20 => self.use_holder(),
            21 | 22 if depth < 2 => self.compound(depth),
            23 if depth < 2 => self.in_a_function(depth),
            _ => self.assign(),
        }
    }

    fn assign(&mut self) {
        let weak = if self.random.once_in(6) { self.weak() } else { None };
        let (text, kind) = weak.unwrap_or_else(|| self.creation());
        let v = self.random.below(VARIABLES);
        self.line(format!("v{v} = {text}"));
        self.bound[v] = Some(kind);
    }

    fn alias(&mut self) {
        let bound: Vec<usize> = (0..VARIABLES).filter(|v| self.bound[*v].is_some()).collect();
        let Some(from) = self.random.one_of(&bound).copied() else { return self.assign() };
        let to = self.random.below(VARIABLES);
        self.line(format!("v{to} = v{from}"));
        self.bound[to] = self.bound[from];
    }

    fn store(&mut self) {
        let Some(v) = self.holding(&[Kind::List, Kind::Dict, Kind::Set, Kind::Node]) else { return self.assign() };
        let (a, n) = (self.any(), self.random.below(12));
        let text = match (self.bound[v], self.random.below(6)) {
            (Some(Kind::List), 0) => format!("v{v}.insert({n}, {a})"),
            (Some(Kind::List), 1) => format!("v{v}.extend([{a}, {n}])"),
            (Some(Kind::List), 2) => format!("v{v} += [{a}]"),
            (Some(Kind::List), 3) => format!("v{v}[{n}:] = [{a}] * {}", n / 2),
            (Some(Kind::List), _) => format!("v{v}.append({a})"),
            (Some(Kind::Dict), 0) => format!("v{v}.update(k{n}={a})"),
            (Some(Kind::Dict), 1) => format!("v{v}.setdefault({n}, {a})"),
            (Some(Kind::Dict), 2) => format!("v{v}[{n}, 'x'] = {a}"),
            (Some(Kind::Dict), _) => format!("v{v}['k{n}'] = {a}"),
            (Some(Kind::Set), 0) => format!("v{v}.update(range({n}))"),
            (Some(Kind::Set), _) => format!("v{v}.add({n})"),
            (_, 0) => format!("v{v}.name = {a}"),
            (_, 1 | 2) => return self.attempt(&format!("v{v}.extra{n} = {a}")),
            _ => format!("v{v}.other = {a}"),
        };
        self.line(text);
    }

    fn delete(&mut self) {
        let bound: Vec<usize> = (0..VARIABLES).filter(|v| self.bound[*v].is_some()).collect();
        let Some(v) = self.random.one_of(&bound).copied() else { return self.assign() };
        if self.random.once_in(2) {
            self.line(format!("v{v} = None"));
            self.bound[v] = Some(Kind::Plain);
        } else if self.indent == 0 {
            self.line(format!("del v{v}"));
            self.bound[v] = None;
        } else {
            self.look();
        }
    }

    fn take_away(&mut self) {
        let Some(v) = self.holding(&[Kind::List, Kind::Dict, Kind::Set, Kind::Node]) else { return self.assign() };
        let n = self.random.below(8);
        let text = match (self.bound[v], self.random.below(5)) {
            (Some(Kind::Node), 0) => format!("del v{v}.other"),
            (Some(Kind::Node), 1) => format!("v{v}.__dict__.clear()"),
            (Some(Kind::Node), 2) => format!("vars(v{v})['more'] = {n}"),
            (Some(Kind::Node), _) => format!("v{v}.other = None"),
            (Some(Kind::List), 0) => format!("del v{v}[{n}]"),
            (Some(Kind::List), 1) => format!("del v{v}[::2]"),
            (Some(Kind::Dict), 0) => format!("del v{v}['k{n}']"),
            (Some(Kind::Dict), 1) => format!("v{v}.popitem()"),
            (_, 2) => format!("v{v}.clear()"),
            (_, 3) => format!("v{v} = v{v}.copy()"),
            _ => format!("v{v}.pop()"),
        };
        self.attempt(&text);
    }

    /// A statement that may raise; the kind of error is printed.
    fn attempt(&mut self, text: &str) {
        self.line("try:");
        self.line(format!("    {text}"));
        self.line("except Exception as error:");
        self.line("    print(type(error).__name__)");
    }

    fn collect(&mut self) {
        let (n, m) = (self.random.below(30) + 1, self.random.below(3) + 1);
        let text = match self.random.below(9) {
            0 => format!("gc.set_threshold({n}, {m}, {m})"),
            1 => "gc.disable()".to_owned(),
            2 => "gc.enable()".to_owned(),
            3 => format!("print('collected', gc.collect({}))", m - 1),
            4 => "print(gc.get_count())".to_owned(),
            5 => "print(len(gc.get_objects(0)) > 0, gc.get_stats()[2]['uncollectable'])".to_owned(),
            6 if m == 1 => "gc.freeze(); gc.unfreeze()".to_owned(),
            _ => "print('collected', gc.collect())".to_owned(),
        };
        self.line(text);
    }

    fn look(&mut self) {
        let v = self.any();
        self.line(format!("look({v})"));
    }

    fn use_holder(&mut self) {
        let Some(v) = self.holding(&[Kind::Holder, Kind::Weak]) else { return self.look() };
        let text = match (self.bound[v], self.random.below(4)) {
            (Some(Kind::Weak), _) => format!("print(type(v{v}()).__name__)"),
            (_, 0) => format!("v{v} = next(v{v})"),
            (_, 1) => format!("v{v}({v})"),
            (_, 2) => format!("v{v}.close()"),
            _ => format!("next(v{v})"),
        };
        self.attempt(&text);
    }

    fn compound(&mut self, depth: usize) {
        let n = self.random.below(6);
        match self.random.below(4) {
            0 => self.line("try:"),
            1 => self.line("if v0 := v0 if 'v0' in globals() else None:"),
            _ => self.line(format!("for v7 in range({}):", n * n * 3)),
        }
        let is_try = self.lines.last().is_some_and(|line| line.ends_with("try:"));
        // What is bound only inside may not be bound after it.
        let before = self.bound;
        self.indent += 1;
        for _ in 0..=self.random.below(4) {
            self.statement(depth + 1);
        }
        if is_try {
            self.line(format!("raise RuntimeError([{n}])"));
        }
        self.indent -= 1;
        for (now, then) in self.bound.iter_mut().zip(before) {
            // A variable keeps its kind only if that did not change on the way.
            *now = if *now == then { then } else { then.map(|_| Kind::Plain) };
        }
        if is_try {
            let binding = if self.random.once_in(2) { " as v6" } else { "" };
            self.line(format!("except RuntimeError{binding}:"));
            self.line("    look(sys.exception())");
            if !binding.is_empty() {
                self.bound[6] = None;
            }
        }
    }

    fn in_a_function(&mut self, depth: usize) {
        let (name, a) = (self.name(), self.any());
        self.line(format!("def f_{name}(v0, v1=None):"));
        let outside = self.bound;
        self.bound = [None; VARIABLES];
        self.bound[0] = Some(Kind::Plain);
        self.bound[1] = Some(Kind::Plain);
        self.indent += 1;
        for _ in 0..=self.random.below(5) {
            self.statement(depth + 1);
        }
        let result = self.any();
        self.line(format!("return {result}"));
        self.indent -= 1;
        self.bound = outside;
        let v = self.random.below(VARIABLES);
        self.attempt(&format!("v{v} = f_{name}({a})"));
        self.bound[v] = Some(self.bound[v].map_or(Kind::Plain, |_| Kind::Plain));
        // Without a value the name would stay unbound after an exception.
        self.line(format!("v{v} = globals().get('v{v}')"));
    }
}
