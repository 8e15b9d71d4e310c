//! What a native function is called with.

use heapglass_heap::{Address, Raised, static_type::StaticType};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    types::slot::{Found, Slot},
};

/// The arguments of one call, all borrowed.
#[derive(Clone, Copy, Debug)]
pub struct Arguments<'a> {
    /// The object the method belongs to, the class of a class method or `__new__`; the module of a function.
    pub self_: Address,
    /// Positional arguments after `self_`.
    pub positional: &'a [Address],
    /// Keyword arguments: name (a str) and value.
    pub keywords: &'a [(Address, Address)],
    /// The tuple in which CPython's calling convention has packed the positional arguments, borrowed; null if it did not.
    pub packed: Address,
}

/// Stands in the place of the packed arguments of a call that wants a C number back.
const WANTS_C_NUMBER: Address = Address::new(1);

impl<'a> Arguments<'a> {
    /// Arguments without keywords.
    pub const fn of(self_: Address, positional: &'a [Address]) -> Self {
        Self { self_, positional, keywords: &[], packed: Address::NULL }
    }

    /// Positional and keyword arguments.
    pub const fn with(self_: Address, positional: &'a [Address], keywords: &'a [(Address, Address)]) -> Self {
        Self { self_, positional, keywords, packed: Address::NULL }
    }

    /// Arguments of a `__hash__` that is asked by the machine itself: see [`Arguments::hash`].
    pub const fn for_hash(object: Address) -> Self {
        Self { self_: object, positional: &[], keywords: &[], packed: WANTS_C_NUMBER }
    }

    /// What a native `__hash__` returns: an int for Python; a mere word for the machine, which in CPython gets a C number from
    /// `tp_hash` and allocates nothing.
    pub fn hash(&self, m: &mut Machine, hash: i64) -> Outcome {
        Ok(if self.packed == WANTS_C_NUMBER { Address::new(hash as u64) } else { m.heap.new_int_ssize(hash) })
    }

    /// The positional arguments as a tuple, a new reference: the one they came in, if they did.
    pub fn tuple(&self, m: &mut Machine) -> Address {
        if self.packed.is_null() { m.heap.new_tuple_of(self.positional) } else { m.incref(self.packed) }
    }

    /// The positional argument at `index`, if given.
    #[inline]
    pub fn get(&self, index: usize) -> Option<Address> {
        self.positional.get(index).copied()
    }

    /// The keyword argument `name`, if given.
    pub fn keyword(&self, m: &Machine, name: &str) -> Option<Address> {
        self.keywords
            .iter()
            .find(|(key, _)| m.heap.str_text(*key) == name)
            .map(|(_, value)| *value)
    }

    /// The argument at `index`, or the keyword `name`.
    pub fn get_or_keyword(&self, m: &Machine, index: usize, name: &str) -> Option<Address> {
        self.get(index).or_else(|| self.keyword(m, name))
    }

    /// Checks the number of positional arguments: "append expected at least 1 argument, got 0".
    pub fn arity(&self, m: &mut Machine, name: &str, least: usize, most: usize) -> Outcome<()> {
        let given = self.positional.len();
        if (least..=most).contains(&given) {
            return Ok(());
        }
        let bound = if given < least { least } else { most };
        let how = if least == most {
            ""
        } else if given < least {
            "at least "
        } else {
            "at most "
        };
        let plural = if bound == 1 { "" } else { "s" };
        let numbers = [bound, given].map(|number| Piece::Number(number as i64));
        let pieces = [Piece::Text(name), Piece::Text(how), numbers[0], Piece::Text(plural), numbers[1]];
        Err(m.raise_format(StaticType::TypeError, "%.200s expected %s%zd argument%s, got %zd", &pieces))
    }

    /// The same in the words of functions that read a tuple (`PyArg_ParseTuple`): "find() takes at least 1 argument (0 given)".
    /// One without a name is called "function".
    pub fn parse_arity(&self, m: &mut Machine, name: &str, least: usize, most: usize) -> Outcome<()> {
        let given = self.positional.len();
        if (least..=most).contains(&given) {
            return Ok(());
        }
        let (how, bound) = match (least == most, given < least) {
            (true, _) => ("exactly", least),
            (false, true) => ("at least", least),
            (false, false) => ("at most", most),
        };
        let plural = if bound == 1 { "" } else { "s" };
        let title = if name.is_empty() { "function".to_owned() } else { format!("{name}()") };
        m.type_error(format!("{title} takes {how} {bound} argument{plural} ({given} given)"))
    }

    /// Refuses keywords unless the class has an `__init__` of its own that may take them (`tp_init == base.tp_init`).
    pub fn no_keywords_of(&self, m: &mut Machine, base: StaticType) -> Outcome<()> {
        // Those of a list are looked at in `__init__`, so a `__new__` may take them.
        let other = if base == StaticType::List { Slot::New } else { Slot::Init };
        if self.keywords.is_empty() || matches!(m.find_slot(self.self_, other), Found::Attribute(found) if !m.heap.is_exact(found, StaticType::BuiltinFunction)) {
            return Ok(());
        }
        self.no_keywords(m, base.short_name())
    }

    /// Refuses keywords: "sum() takes no keyword arguments".
    pub fn no_keywords(&self, m: &mut Machine, name: &str) -> Outcome<()> {
        if self.keywords.is_empty() {
            return Ok(());
        }
        Err(m.raise(
            StaticType::TypeError,
            format!("{name}() takes no keyword arguments"),
        ))
    }

    /// Refuses keywords other than `known`: "'x' is an invalid keyword argument for print()".
    pub fn only_keywords(&self, m: &mut Machine, name: &str, known: &[&str]) -> Result<(), Raised> {
        for (key, _) in self.keywords {
            if !known.contains(&m.heap.str_text(*key).as_str()) {
                let pieces = [Piece::Str(*key), Piece::Text(name), Piece::Text("()")];
                return Err(m.raise_format(StaticType::TypeError, "'%U' is an invalid keyword argument for %.200s%s", &pieces));
            }
        }
        Ok(())
    }
}
