//! Writes random heap programs: allocate, alias, store, delete, collect.
//!
//! The writer knows roughly what each variable holds, so that most statements work; those that do not raise inside a `try`.
//! Programs print what they find (counts, sizes, tracking, results of collections, deaths in order), never an address.

mod create;
mod prelude;
mod statement;

use crate::random::Random;

/// What a variable holds, as far as the writer knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A list.
    List,
    /// A dict.
    Dict,
    /// A set.
    Set,
    /// A tuple.
    Tuple,
    /// An instance whose attributes can be set.
    Node,
    /// A number, string, bytes: holds nothing.
    Plain,
    /// A function, method, generator, iterator, class, exception: holds something, takes nothing.
    Holder,
    /// A weak reference.
    Weak,
}

/// The variables a program uses, `v0` to `v7`.
const VARIABLES: usize = 8;

/// A program in the making.
struct Writer<'a> {
    random: &'a mut Random,
    lines: Vec<String>,
    indent: usize,
    bound: [Option<Kind>; VARIABLES],
    names: usize,
}

/// A program of about `statements` statements.
pub fn program(random: &mut Random, statements: usize) -> String {
    let mut writer = Writer { random, lines: Vec::new(), indent: 0, bound: [None; VARIABLES], names: 0 };
    for _ in 0..statements {
        writer.statement(0);
    }
    writer.ending();
    let body: String = writer.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    format!("{}{body}", prelude::PRELUDE)
}

impl Writer<'_> {
    fn line(&mut self, text: impl AsRef<str>) {
        self.lines.push(format!("{}{}", "    ".repeat(self.indent), text.as_ref()));
    }

    /// A name for an object, a different one each time.
    fn name(&mut self) -> String {
        self.names += 1;
        format!("n{}", self.names)
    }

    /// A bound variable, as an expression; `None` where nothing is bound.
    fn any(&mut self) -> String {
        let bound: Vec<usize> = (0..VARIABLES).filter(|v| self.bound[*v].is_some()).collect();
        self.random.one_of(&bound).map_or_else(|| "None".to_owned(), |v| format!("v{v}"))
    }

    /// A variable that holds something of one of these kinds.
    fn holding(&mut self, kinds: &[Kind]) -> Option<usize> {
        let fitting: Vec<usize> = (0..VARIABLES).filter(|v| self.bound[*v].is_some_and(|kind| kinds.contains(&kind))).collect();
        self.random.one_of(&fitting).copied()
    }

    /// What a program does at its end: drop what it has, collect, count what is left.
    fn ending(&mut self) {
        if self.random.once_in(2) {
            let bound: Vec<String> = (0..VARIABLES).filter(|v| self.bound[*v].is_some()).map(|v| format!("v{v}")).collect();
            if !bound.is_empty() {
                self.line(format!("del {}", bound.join(", ")));
            }
            self.line("print('collected', gc.collect(), len(gc.garbage))");
        }
        self.line("print('end')");
    }
}

#[cfg(test)]
mod tests {
    use super::program;
    use crate::random::Random;

    #[test]
    fn a_seed_is_a_program() {
        assert_eq!(program(&mut Random::new(5), 30), program(&mut Random::new(5), 30));
        assert_ne!(program(&mut Random::new(5), 30), program(&mut Random::new(6), 30));
    }
}
