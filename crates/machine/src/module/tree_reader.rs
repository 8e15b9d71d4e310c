//! Nodes of the module `ast` back into the tree that the compiler takes: what `compile(tree, …)` begins with
//! (`obj2ast_…` in `Python/Python-ast.c`, and the checks of `Python/ast.c`).

mod expression;
mod statement;

use heapglass_compiler::{
    Mode,
    ast::{Constant, Module, Span, Text},
};
use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::machine::{Machine, Outcome};

/// The deepest tree; the compiler recurses along it.
const MAX_DEPTH: u32 = 400;

/// Whether an object is a node of `ast`.
pub(crate) fn is_node(m: &mut Machine, object: Address) -> bool {
    let type_ = m.heap.type_of(object);
    m.heap.is_heap_type(type_) && m.mro_of(type_).into_iter().any(|class| is_sort(m, class, "AST"))
}

/// Whether a class is the one of this name in `ast`.
fn is_sort(m: &mut Machine, class: Address, name: &str) -> bool {
    let module = m.name("__module__");
    m.name_of_type(class) == name
        && m.type_lookup(class, module).is_some_and(|found| m.is_str(found) && m.heap.str_text(found) == "ast")
}

/// The tree below `node`, for `mode`.
pub(crate) fn read(m: &mut Machine, node: Address, mode: Mode) -> Outcome<Module> {
    let mut reader = Reader { m, held: Vec::new(), depth: 0 };
    let module = reader.module(node, mode);
    for object in std::mem::take(&mut reader.held) {
        m.decref(object);
    }
    module
}

struct Reader<'m> {
    m: &'m mut Machine,
    /// What was got from attributes, until all is read.
    held: Vec<Address>,
    depth: u32,
}

impl Reader<'_> {
    fn module(&mut self, node: Address, mode: Mode) -> Outcome<Module> {
        let kind = self.kind(node, "mod")?;
        let wanted = match mode {
            Mode::File => "Module",
            Mode::Prompt => "Interactive",
            Mode::Expression => "Expression",
        };
        if kind != wanted {
            return self.m.type_error(format!("expected {wanted} node, got {kind}"));
        }
        Ok(match mode {
            Mode::File => Module::File(self.statements(node, "body")?),
            Mode::Prompt => Module::Interactive(self.statements(node, "body")?),
            Mode::Expression => Module::Expression(self.boxed(node, "body")?),
        })
    }

    /// The name of a node's class among those directly below the abstract class `sort`.
    fn kind(&mut self, node: Address, sort: &str) -> Outcome<String> {
        let type_ = self.m.heap.type_of(node);
        let order = self.m.mro_of(type_);
        match order.iter().position(|class| is_sort(self.m, *class, sort)) {
            Some(at) if at > 0 => Ok(self.m.name_of_type(order[at - 1])),
            _ => {
                let shown = self.m.repr_text(node)?;
                self.m.type_error(format!("expected some sort of {sort}, but got {shown}"))
            }
        }
    }

    /// Counts one level of the tree.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Outcome<T>) -> Outcome<T> {
        if self.depth >= MAX_DEPTH {
            let text = "maximum recursion depth exceeded during compilation";
            return Err(self.m.raise(StaticType::RecursionError, text));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    fn invalid<T>(&mut self, text: impl Into<String>) -> Outcome<T> {
        self.m.value_error(text)
    }

    /// A field, borrowed until all is read; nothing if it is `None` or missing.
    fn optional(&mut self, node: Address, field: &str) -> Outcome<Option<Address>> {
        let name = self.m.name(field);
        let Some(value) = self.m.lookup_attribute(node, name)? else { return Ok(None) };
        self.held.push(value);
        Ok(Some(value).filter(|value| !self.m.heap.is_none(*value)))
    }

    fn required(&mut self, node: Address, field: &str) -> Outcome<Address> {
        let name = self.m.name(field);
        if let Some(value) = self.optional(node, field)? {
            return Ok(value);
        }
        let kind = self.m.type_name(node);
        match self.m.lookup_attribute(node, name)? {
            None => self.m.type_error(format!("required field \"{field}\" missing from {kind}")),
            Some(none) => {
                self.m.decref(none);
                self.invalid(format!("field '{field}' is required for {kind}"))
            }
        }
    }

    /// The items of a field that is a list.
    fn list<T>(&mut self, node: Address, field: &str, mut read: impl FnMut(&mut Self, Address) -> Outcome<T>) -> Outcome<Vec<T>> {
        let list = self.required(node, field)?;
        if self.m.heap.kind(list) != Kind::List {
            let (kind, found) = (self.m.type_name(node), self.m.type_name(list));
            return self.m.type_error(format!("{kind} field \"{field}\" must be a list, not a {found}"));
        }
        let items = self.m.heap.list_items(list);
        for item in &items {
            self.m.incref(*item);
        }
        self.held.extend(&items);
        items.into_iter().map(|item| read(self, item)).collect()
    }

    /// The same for one that may not be empty.
    fn some<T>(&mut self, node: Address, field: &str, read: impl FnMut(&mut Self, Address) -> Outcome<T>) -> Outcome<Vec<T>> {
        let items = self.list(node, field, read)?;
        if items.is_empty() {
            let kind = self.m.type_name(node);
            return self.invalid(format!("empty {field} on {kind}"));
        }
        Ok(items)
    }

    fn identifier(&mut self, value: Address) -> Outcome<String> {
        if !self.m.heap.is_exact(value, StaticType::Str) {
            return self.m.type_error("AST identifier must be of type str");
        }
        let text = self.m.heap.str_text(value);
        if matches!(text.as_str(), "None" | "True" | "False") {
            return self.invalid(format!("identifier field can't represent '{text}' constant"));
        }
        Ok(text)
    }

    fn text(&mut self, node: Address, field: &str) -> Outcome<String> {
        let value = self.required(node, field)?;
        self.identifier(value)
    }

    fn optional_text(&mut self, node: Address, field: &str) -> Outcome<Option<String>> {
        self.optional(node, field)?.map(|value| self.identifier(value)).transpose()
    }

    fn number(&mut self, value: Address) -> Outcome<i64> {
        if self.m.heap.kind(value) == Kind::Int
            && let Some(number) = self.m.heap.int_to_i64(value).filter(|number| i32::try_from(*number).is_ok())
        {
            return Ok(number);
        }
        let shown = self.m.repr_text(value)?;
        self.invalid(format!("invalid integer value: {shown}"))
    }

    /// Where a node stands; it must end behind its beginning.
    fn span(&mut self, node: Address, sort: &str) -> Outcome<Span> {
        let mut numbers = [0; 4];
        for (at, field) in ["lineno", "col_offset", "end_lineno", "end_col_offset"].into_iter().enumerate() {
            numbers[at] = match self.optional(node, field)? {
                Some(value) => self.number(value)?,
                None if at >= 2 => numbers[at - 2],
                None => return self.m.type_error(format!("required field \"{field}\" missing from {sort}")),
            };
        }
        let [line, column, end_line, end_column] = numbers;
        if line > end_line {
            return self.invalid(format!("AST node line range ({line}, {end_line}) is not valid"));
        }
        if line < 0 && end_line != line || column < 0 && column != end_column {
            let text = format!("AST node column range ({column}, {end_column}) for line range ({line}, {end_line}) is not valid");
            return self.invalid(text);
        }
        if line == end_line && column > end_column {
            return self.invalid(format!("line {line}, column {column}-{end_column} is not a valid range"));
        }
        let [line, column, end_line, end_column] = numbers.map(|number| u32::try_from(number).unwrap_or(0));
        Ok(Span { line, column, end_line, end_column })
    }

    fn constant(&mut self, value: Address) -> Outcome<Constant> {
        let heap = &self.m.heap;
        if value == heap.none() {
            return Ok(Constant::None);
        }
        Ok(match StaticType::at(heap.type_of(value)) {
            Some(StaticType::Bool) if value == heap.true_() => Constant::True,
            Some(StaticType::Bool) => Constant::False,
            Some(StaticType::Ellipsis) => Constant::Ellipsis,
            Some(StaticType::Int) => Constant::Int(self.m.big_int(value)),
            Some(StaticType::Float) => Constant::Float(heap.float_value(value)),
            Some(StaticType::Complex) => {
                let (real, imaginary) = heap.complex_value(value);
                Constant::Complex { real, imaginary }
            }
            Some(StaticType::Str) => Constant::Str(Text(heap.str_points(value))),
            Some(StaticType::Bytes) => Constant::Bytes(heap.bytes_data(value).to_vec()),
            Some(StaticType::Tuple) => {
                let items = heap.tuple_items(value);
                let read = |this: &mut Self| items.iter().map(|item| this.constant(*item)).collect();
                Constant::Tuple(self.deeper(read)?)
            }
            _ => {
                let found = self.m.type_name(value);
                return self.m.type_error(format!("got an invalid type in Constant: {found}"));
            }
        })
    }
}
