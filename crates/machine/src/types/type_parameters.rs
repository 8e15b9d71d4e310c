//! Putting types in the place of the variables of `list[T]` and `T | int` (`Objects/genericaliasobject.c`).

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::machine::{Machine, Outcome};

impl Machine {
    /// The variables in a tuple of arguments, each once, in the order in which they appear (`_Py_make_parameters`).
    pub fn type_parameters(&mut self, args: Address) -> Outcome {
        let substitute = self.name("__typing_subst__");
        let parameters = self.name("__parameters__");
        let mut found: Vec<Address> = Vec::new();
        for argument in self.heap.tuple_items(args) {
            if self.heap.is_type(argument) {
                continue;
            }
            let method = self.lookup_attribute(argument, substitute)?;
            if let Some(method) = method {
                self.decref(method);
                if !found.contains(&argument) {
                    found.push(argument);
                }
                continue;
            }
            let Some(inner) = self.lookup_attribute(argument, parameters)? else { continue };
            if self.heap.kind(inner) == Kind::Tuple {
                for variable in self.heap.tuple_items(inner) {
                    if !found.contains(&variable) {
                        found.push(variable);
                    }
                }
            }
            self.decref(inner);
        }
        Ok(self.heap.new_tuple_of(&found))
    }

    /// The arguments of `object` with what `item` gives for its variables (`_Py_subs_parameters`). A new tuple.
    pub fn substitute_parameters(&mut self, object: Address, args: Address, parameters: Address, item: Address) -> Outcome {
        let variables = self.heap.tuple_items(parameters);
        if variables.is_empty() {
            let shown = self.repr_text(object)?;
            return Err(self.raise(StaticType::TypeError, format!("{shown} is not a generic class")));
        }
        let mut item = self.unpacked_arguments(item)?;
        for variable in &variables {
            let name = self.name("__typing_prepare_subst__");
            let prepared = match self.lookup_attribute(*variable, name) {
                Ok(Some(method)) => {
                    let result = self.call(method, &[object, item], &[]);
                    self.decref(method);
                    result
                }
                Ok(None) => continue,
                Err(raised) => Err(raised),
            };
            self.decref(item);
            item = prepared?;
        }
        let result = self.with_given(object, args, &variables, item);
        self.decref(item);
        result
    }

    fn with_given(&mut self, object: Address, args: Address, variables: &[Address], item: Address) -> Outcome {
        let given = if self.heap.kind(item) == Kind::Tuple { self.heap.tuple_items(item) } else { vec![item] };
        if given.len() != variables.len() {
            let much = if given.len() > variables.len() { "many" } else { "few" };
            let shown = self.repr_text(object)?;
            let text = format!(
                "Too {much} arguments for {shown}; actual {}, expected {}",
                given.len(),
                variables.len()
            );
            return Err(self.raise(StaticType::TypeError, text));
        }
        let mut made: Vec<Address> = Vec::new();
        let mut outcome = Ok(());
        for argument in self.heap.tuple_items(args) {
            outcome = self.substituted(argument, variables, &given, &mut made);
            if outcome.is_err() {
                break;
            }
        }
        if let Err(raised) = outcome {
            for value in made {
                self.decref(value);
            }
            return Err(raised);
        }
        Ok(self.heap.new_tuple_from(&made))
    }

    /// Appends what one argument becomes; a variable for many types becomes many.
    fn substituted(
        &mut self,
        argument: Address,
        variables: &[Address],
        given: &[Address],
        made: &mut Vec<Address>,
    ) -> Outcome<()> {
        if self.heap.is_type(argument) {
            made.push(self.incref(argument));
            return Ok(());
        }
        let many = self.is_many(argument)?;
        let name = self.name("__typing_subst__");
        let value = if let Some(method) = self.lookup_attribute(argument, name)? {
            let at = variables.iter().position(|variable| *variable == argument).unwrap_or(0);
            let result = self.call(method, &[given[at]], &[]);
            self.decref(method);
            result?
        } else {
            self.substituted_inside(argument, variables, given)?
        };
        if many && self.heap.kind(value) == Kind::Tuple {
            for one in self.heap.tuple_items(value) {
                made.push(self.incref(one));
            }
            self.decref(value);
        } else {
            made.push(value);
        }
        Ok(())
    }

    /// An argument that has variables itself: `dict[str, T]` in `list[dict[str, T]]`.
    fn substituted_inside(&mut self, argument: Address, variables: &[Address], given: &[Address]) -> Outcome {
        let name = self.name("__parameters__");
        let Some(inner) = self.lookup_attribute(argument, name)? else { return Ok(self.incref(argument)) };
        if self.heap.kind(inner) != Kind::Tuple || self.heap.tuple_len(inner) == 0 {
            self.decref(inner);
            return Ok(self.incref(argument));
        }
        let mut parts: Vec<Address> = Vec::new();
        for variable in self.heap.tuple_items(inner) {
            let Some(at) = variables.iter().position(|known| *known == variable) else {
                parts.push(variable);
                continue;
            };
            let value = given[at];
            let name = self.name("__iter__");
            let type_ = self.heap.type_of(variable);
            // Only a variable for many types can be iterated over.
            if self.heap.kind(value) == Kind::Tuple && self.type_lookup(type_, name).is_some() {
                parts.extend(self.heap.tuple_items(value));
            } else {
                parts.push(value);
            }
        }
        let key = self.heap.new_tuple_of(&parts);
        self.decref(inner);
        let result = self.get_item(argument, key);
        self.decref(key);
        result
    }

    fn is_many(&mut self, argument: Address) -> Outcome<bool> {
        let name = self.name("__typing_is_unpacked_typevartuple__");
        let Some(answer) = self.lookup_attribute(argument, name)? else { return Ok(false) };
        let many = self.is_true(answer);
        self.decref(answer);
        many
    }

    /// The arguments of a subscript as a tuple, with `*tuple[int, str]` taken apart.
    fn unpacked_arguments(&mut self, item: Address) -> Outcome {
        let items = if self.heap.kind(item) == Kind::Tuple { self.heap.tuple_items(item) } else { vec![item] };
        let mut parts: Vec<Address> = Vec::new();
        let name = self.name("__typing_unpacked_tuple_args__");
        for one in items {
            let inner = if self.heap.is_type(one) { None } else { self.lookup_attribute(one, name)? };
            let Some(inner) = inner else {
                parts.push(one);
                continue;
            };
            let types = if self.heap.kind(inner) == Kind::Tuple { self.heap.tuple_items(inner) } else { Vec::new() };
            let endless = types.last().is_some_and(|last| self.heap.is_exact(*last, StaticType::Ellipsis));
            if self.heap.kind(inner) != Kind::Tuple || endless {
                parts.push(one);
            } else {
                parts.extend(types);
            }
            self.decref(inner);
        }
        Ok(self.heap.new_tuple_of(&parts))
    }
}
