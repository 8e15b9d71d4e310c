//! ". Did you mean: 'print'?" after an exception nobody caught: the known name that is nearest to the one that was not found
//! (Python/suggestions.c).

use heapglass_heap::{
    Address, StaticType,
    layout::exception::import_error,
    object::{exception::FIRST_EXTRA, traceback as field},
};

use crate::{
    frame::field as frame_field,
    machine::Machine,
    module::stdlib_names::is_stdlib_module,
};

/// What a letter that is dropped, added or exchanged costs (`MOVE_COST`).
const MOVE: usize = 2;
/// What a letter in the other case costs (`CASE_COST`).
const CASE: usize = 1;
/// Among more names than this none is looked for (`MAX_CANDIDATE_ITEMS`).
const MOST_NAMES: usize = 750;
/// `CO_FAST_LOCAL`: the name is one of `co_varnames`.
const FAST_LOCAL: u8 = 0x20;
/// Longer differing parts are not compared (`MAX_STRING_SIZE`), bytes.
const LONGEST: usize = 40;

impl Machine {
    /// What is added to the last line of an uncaught `AttributeError`, `NameError` or `ImportError`; empty for others.
    pub(super) fn suggestion(&mut self, exception: Address) -> String {
        let class = self.heap.type_of(exception);
        let told = if class == StaticType::NameError.address() {
            self.suggest_name(exception)
        } else if class == StaticType::AttributeError.address() {
            self.suggest_attribute(exception)
        } else if class == StaticType::ImportError.address() {
            self.suggest_import(exception)
        } else {
            None
        };
        if !self.watch.abandoned {
            self.clear_error();
        }
        told.unwrap_or_default()
    }

    /// A field of an exception that is a str, as text.
    fn text_at(&self, exception: Address, offset: u64) -> Option<String> {
        let value = self.heap.exception_field(exception, offset).non_null()?;
        self.heap.is_str(value).then(|| self.heap.str_text(value))
    }

    fn suggest_attribute(&mut self, exception: Address) -> Option<String> {
        let name = self.text_at(exception, FIRST_EXTRA + 8)?;
        let object = self.heap.exception_field(exception, FIRST_EXTRA).non_null()?;
        let names = self.names_in(object)?;
        Some(did_you_mean(&nearest(&name, &names)?))
    }

    fn suggest_import(&mut self, exception: Address) -> Option<String> {
        let name = self.text_at(exception, import_error::NAME_FROM)?;
        let module = self.text_at(exception, import_error::NAME)?;
        let module = self.module_named(&module)?;
        let names = self.names_in(module)?;
        Some(did_you_mean(&nearest(&name, &names)?))
    }

    /// `dir(object)`, the strings of it.
    fn names_in(&mut self, object: Address) -> Option<Vec<String>> {
        let list = self.dir_of(object).ok()?;
        let names = self.texts(&self.heap.list_items(list));
        self.decref(list);
        Some(names)
    }

    fn texts(&self, items: &[Address]) -> Vec<String> {
        items.iter().filter(|item| self.heap.is_str(**item)).map(|item| self.heap.str_text(*item)).collect()
    }

    fn suggest_name(&mut self, exception: Address) -> Option<String> {
        let name = self.text_at(exception, FIRST_EXTRA)?;
        let mut traceback = self.heap.exception_traceback(exception).non_null()?;
        while let Some(next) = self.heap.memory.address(traceback.plus(field::NEXT)).non_null() {
            traceback = next;
        }
        let object = self.heap.memory.address(traceback.plus(field::FRAME));
        let frame = self.frame_of_object(object);
        let found = self.nearest_name(&name, frame);
        match (is_stdlib_module(&name), found) {
            (false, found) => Some(did_you_mean(&found?)),
            (true, None) => Some(format!(". Did you forget to import '{name}'?")),
            (true, Some(found)) => Some(format!(". Did you mean: '{found}'? Or did you forget to import '{name}'?")),
        }
    }

    /// The nearest local, global or builtin name; before all others the attribute of `self` that has just this name.
    fn nearest_name(&mut self, name: &str, frame: Address) -> Option<String> {
        let code = self.frame_code(frame);
        let facts = self.code_facts(code)?.clone();
        let locals: Vec<String> = facts.code.localsplus.iter().filter(|one| one.kind & FAST_LOCAL != 0).map(|one| one.name.clone()).collect();
        if locals.iter().any(|local| local == "self") && self.instance_has(frame, name) {
            return Some(format!("self.{name}"));
        }
        if let Some(found) = nearest(name, &locals) {
            return Some(found);
        }
        let word = |offset| self.heap.memory.address(frame.plus(offset));
        let (globals, builtins) = (word(frame_field::GLOBALS), word(frame_field::BUILTINS));
        for names in [globals, builtins] {
            if names.is_null() || !self.heap.is_exact(names, StaticType::Dict) {
                return None;
            }
            let keys: Vec<Address> = self.heap.dict_items(names).map(|(key, _)| key).collect();
            if let Some(found) = nearest(name, &self.texts(&keys)) {
                return Some(found);
            }
        }
        None
    }

    fn instance_has(&mut self, frame: Address, name: &str) -> bool {
        let Ok(locals) = self.frame_locals(frame) else { return false };
        let instance = self.heap.dict_get_text(locals, "self");
        let name = self.name(name);
        let found = match instance {
            Some(instance) => self.lookup_attribute(instance, name),
            None => Ok(None),
        };
        self.decref(locals);
        match found {
            Ok(Some(value)) => {
                self.decref(value);
                true
            }
            _ => false,
        }
    }
}

fn did_you_mean(name: &str) -> String {
    format!(". Did you mean: '{name}'?")
}

/// The first of the names that are nearest to `wanted`, if one is near enough.
fn nearest(wanted: &str, names: &[String]) -> Option<String> {
    if names.len() >= MOST_NAMES {
        return None;
    }
    let mut best: Option<(usize, &String)> = None;
    for name in names.iter().filter(|name| *name != wanted) {
        let enough = (wanted.len() + name.len() + 3) * MOVE / 6;
        let most = best.map_or(enough, |(least, _)| enough.min(least.saturating_sub(1)));
        if let Some(distance) = distance(wanted.as_bytes(), name.as_bytes(), most)
            && best.is_none_or(|(least, _)| distance < least)
        {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name.clone())
}

/// How far two names are apart, unless further than `most` (Levenshtein's distance, letters in the other case at half the price).
fn distance(one: &[u8], other: &[u8], most: usize) -> Option<usize> {
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - tail], &other[..other.len() - tail]);
    if one.len() > LONGEST || other.len() > LONGEST {
        return None;
    }
    let mut row: Vec<usize> = (0..=other.len()).map(|column| column * MOVE).collect();
    for (index, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (index + 1) * MOVE;
        for (column, b) in other.iter().enumerate() {
            let exchanged = diagonal + exchange(*a, *b);
            diagonal = row[column + 1];
            row[column + 1] = exchanged.min(row[column].min(diagonal) + MOVE);
        }
    }
    let found = row[other.len()];
    (found <= most).then_some(found)
}

fn exchange(a: u8, b: u8) -> usize {
    match () {
        () if a == b => 0,
        () if a.eq_ignore_ascii_case(&b) => CASE,
        () => MOVE,
    }
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn a_letter_costs_two_and_its_case_one() {
        assert_eq!(distance(b"print", b"prnt", 10), Some(2));
        assert_eq!(distance(b"Print", b"print", 10), Some(1));
        assert_eq!(distance(b"abc", b"xyz", 3), None);
    }

    #[test]
    fn the_first_of_the_nearest_names_is_told() {
        let names = ["lengths", "lenght", "length1"].map(str::to_owned);
        assert_eq!(nearest("length", &names).as_deref(), Some("lengths"));
        assert_eq!(nearest("zebra", &names), None);
    }
}
