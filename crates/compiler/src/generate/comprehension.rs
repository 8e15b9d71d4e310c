//! Comprehensions and generator expressions.

use super::unit::{BlockKind, UnitKind};
use super::{Done, Generator};
use crate::ast::{Comprehension, Expression, ExpressionKind};
use crate::location::Location;
use crate::opcode::Opcode;
use crate::symbols::{BlockKey, ComprehensionKind};

/// What a comprehension collects.
#[derive(Clone, Copy)]
struct Parts<'e> {
    kind: ComprehensionKind,
    generators: &'e [Comprehension],
    element: &'e Expression,
    /// The value of a dict comprehension's item.
    value: Option<&'e Expression>,
}

impl<'e> Parts<'e> {
    fn of(node: &'e Expression) -> Option<Self> {
        let (kind, generators, element, value) = match &node.kind {
            ExpressionKind::ListComp { elt, generators } => (ComprehensionKind::List, generators, elt, None),
            ExpressionKind::SetComp { elt, generators } => (ComprehensionKind::Set, generators, elt, None),
            ExpressionKind::GeneratorExp { elt, generators } => (ComprehensionKind::Generator, generators, elt, None),
            ExpressionKind::DictComp { key, value, generators } => {
                (ComprehensionKind::Dict, generators, key, Some(&**value))
            }
            _ => return None,
        };
        Some(Self { kind, generators, element, value })
    }

    fn name(self) -> &'static str {
        match self.kind {
            ComprehensionKind::List => "<listcomp>",
            ComprehensionKind::Set => "<setcomp>",
            ComprehensionKind::Dict => "<dictcomp>",
            ComprehensionKind::Generator => "<genexpr>",
        }
    }

    fn build(self) -> Option<Opcode> {
        match self.kind {
            ComprehensionKind::List => Some(Opcode::BuildList),
            ComprehensionKind::Set => Some(Opcode::BuildSet),
            ComprehensionKind::Dict => Some(Opcode::BuildMap),
            ComprehensionKind::Generator => None,
        }
    }
}

impl Generator<'_> {
    pub(super) fn comprehension(&mut self, location: Location, node: &Expression) -> Done {
        let Some(parts) = Parts::of(node) else { return Ok(()) };
        let Some(outermost) = parts.generators.first() else { return Ok(()) };
        let kind = self.unit().kind;
        let Some(entry) = self.symbols.lookup(BlockKey::node(node)) else { return Ok(()) };
        let is_inlined = self.symbols.scope(entry).inlined;
        let is_async = self.symbols.scope(entry).coroutine;
        let is_generator = parts.kind == ComprehensionKind::Generator;
        let mut state = None;
        if is_inlined {
            self.outermost_iterator(location, outermost)?;
            state = Some(self.push_inlined(location, entry));
        } else {
            self.enter_scope(parts.name(), UnitKind::Comprehension, BlockKey::node(node), location.line)?;
        }
        if is_async && !is_generator && !matches!(kind, UnitKind::AsyncFunction | UnitKind::Comprehension) {
            return Err(location.error("asynchronous comprehension outside of an asynchronous function"));
        }
        if let Some(build) = parts.build() {
            self.op_arg(location, build, 0);
            if is_inlined {
                self.op_arg(location, Opcode::Swap, 2);
            }
        }
        self.generator(location, parts, 0, 0, is_inlined)?;
        if let Some(state) = state {
            self.pop_inlined(location, state);
            return Ok(());
        }
        if is_generator {
            self.guard_stop_iteration();
        } else {
            self.op(location, Opcode::ReturnValue);
        }
        let code = self.finish_scope(true)?;
        self.make_closure(location, code, 0)?;
        self.outermost_iterator(location, outermost)?;
        self.op_arg(location, Opcode::Call, 0);
        if is_async && !is_generator {
            self.await_top(location, 0);
        }
        Ok(())
    }

    /// The iterable of the first `for` is evaluated outside.
    fn outermost_iterator(&mut self, location: Location, outermost: &Comprehension) -> Done {
        self.expression(&outermost.iter)?;
        self.op(location, if outermost.is_async { Opcode::GetAiter } else { Opcode::GetIter });
        Ok(())
    }

    fn generator(&mut self, location: Location, parts: Parts, index: usize, depth: u32, on_stack: bool) -> Done {
        if parts.generators[index].is_async {
            self.async_generator(location, parts, index, depth, on_stack)
        } else {
            self.sync_generator(location, parts, index, depth, on_stack)
        }
    }

    fn sync_generator(&mut self, location: Location, parts: Parts, index: usize, depth: u32, on_stack: bool) -> Done {
        let [start, if_cleanup, anchor] = std::array::from_fn(|_| self.new_label());
        let generator = &parts.generators[index];
        let mut loops = true;
        if !on_stack {
            if index == 0 {
                self.unit().argcount = 1;
                self.op_arg(location, Opcode::LoadFast, 0);
            } else if let Some(single) = single_item(&generator.iter) {
                // `for y in [f(x)]` is only an assignment.
                self.expression(single)?;
                loops = false;
            } else {
                self.expression(&generator.iter)?;
                self.op(location, Opcode::GetIter);
            }
        }
        let depth = depth + u32::from(loops);
        if loops {
            self.place(start);
            self.jump(location, Opcode::ForIter, anchor);
        }
        self.expression(&generator.target)?;
        for test in &generator.ifs {
            self.jump_if(location, test, if_cleanup, false)?;
        }
        let place = self.inner_or_element(location, parts, index + 1, depth)?;
        self.place(if_cleanup);
        if loops {
            self.jump(place, Opcode::Jump, start);
            self.place(anchor);
            self.op(Location::NONE, Opcode::EndFor);
        }
        Ok(())
    }

    fn async_generator(&mut self, location: Location, parts: Parts, index: usize, depth: u32, on_stack: bool) -> Done {
        let [start, except, if_cleanup] = std::array::from_fn(|_| self.new_label());
        let generator = &parts.generators[index];
        if !on_stack {
            if index == 0 {
                self.unit().argcount = 1;
                self.op_arg(location, Opcode::LoadFast, 0);
            } else {
                self.expression(&generator.iter)?;
                self.op(location, Opcode::GetAiter);
            }
        }
        self.place(start);
        self.push_block(location, BlockKind::AsyncComprehension, Some(start), None)?;
        self.jump(location, Opcode::SetupFinally, except);
        self.op(location, Opcode::GetAnext);
        self.load_none(location);
        self.yield_from(location, true);
        self.op(location, Opcode::PopBlock);
        self.expression(&generator.target)?;
        for test in &generator.ifs {
            self.jump_if(location, test, if_cleanup, false)?;
        }
        let place = self.inner_or_element(location, parts, index + 1, depth + 1)?;
        self.place(if_cleanup);
        self.jump(place, Opcode::Jump, start);
        self.pop_block();
        self.place(except);
        self.op(location, Opcode::EndAsyncFor);
        Ok(())
    }

    /// The next `for`, or the element after the last; returns the element's place.
    fn inner_or_element(
        &mut self,
        location: Location,
        parts: Parts,
        index: usize,
        depth: u32,
    ) -> Result<Location, crate::diagnostic::Diagnostic> {
        let mut place = Location::from(parts.element.span);
        if index < parts.generators.len() {
            self.generator(location, parts, index, depth, false)?;
            return Ok(place);
        }
        self.expression(parts.element)?;
        match parts.kind {
            ComprehensionKind::Generator => {
                self.yield_top(place);
                self.op(place, Opcode::PopTop);
            }
            ComprehensionKind::List => self.op_arg(place, Opcode::ListAppend, depth + 1),
            ComprehensionKind::Set => self.op_arg(place, Opcode::SetAdd, depth + 1),
            ComprehensionKind::Dict => {
                if let Some(value) = parts.value {
                    self.expression(value)?;
                    let end = Location::from(value.span);
                    place.end_line = end.end_line;
                    place.end_column = end.end_column;
                }
                self.op_arg(place, Opcode::MapAdd, depth + 1);
            }
        }
        Ok(place)
    }
}

/// The only item of a list or tuple display.
fn single_item(iterable: &Expression) -> Option<&Expression> {
    match &iterable.kind {
        ExpressionKind::List { elts, .. } | ExpressionKind::Tuple { elts, .. } => match elts.as_slice() {
            [item] if !super::assignment::is_starred(item) => Some(item),
            _ => None,
        },
        _ => None,
    }
}
