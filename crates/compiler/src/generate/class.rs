//! Classes.

use super::function::first_line;
use super::unit::UnitKind;
use super::{Done, Generator};
use crate::ast::{ClassDef, Context, Expression, ExpressionKind};
use crate::location::Location;
use crate::opcode::{Opcode, intrinsic_1};
use crate::symbols::BlockKey;

impl<'a> Generator<'a> {
    pub(super) fn class(&mut self, location: Location, node: &'a ClassDef) -> Done {
        self.expressions(&node.decorators)?;
        let first_line = first_line(location, &node.decorators);
        let generic = !node.type_params.is_empty();
        if generic {
            self.unit().private = Some(node.name.as_str().into());
            self.op(location, Opcode::PushNull);
            self.enter_type_parameters(&node.name, &node.type_params, first_line)?;
            self.type_parameters(&node.type_params)?;
            self.name_op(location, ".type_params", Context::Store)?;
        }
        self.class_body(location, node, first_line)?;
        let mut bases: Vec<&Expression> = node.bases.iter().collect();
        if generic {
            self.name_op(location, ".type_params", Context::Load)?;
            self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::SUBSCRIPT_GENERIC.into());
            self.name_op(location, ".generic_base", Context::Store)?;
            let kind = ExpressionKind::Name { id: ".generic_base".into(), ctx: Context::Load };
            let base = Expression { kind, span: span_of(location) };
            bases.push(&base);
            self.call_with(location, 2, &bases, &node.keywords)?;
            let code = self.finish_scope(false)?;
            self.make_closure(location, code, 0)?;
            self.op_arg(location, Opcode::Call, 0);
        } else {
            self.call_with(location, 2, &bases, &node.keywords)?;
        }
        self.apply_decorators(&node.decorators);
        self.name_op(location, &node.name, Context::Store)
    }

    /// The body as a function, and what `__build_class__` gets before the bases.
    fn class_body(&mut self, location: Location, node: &'a ClassDef, first_line: i32) -> Done {
        self.enter_scope(&node.name, UnitKind::Class, BlockKey::node(node), first_line)?;
        let start = Location::line(first_line);
        self.unit().private = Some(node.name.as_str().into());
        self.name_op(start, "__name__", Context::Load)?;
        self.name_op(start, "__module__", Context::Store)?;
        let qualname = self.unit().qualname.clone();
        self.load_text(start, &qualname);
        self.name_op(start, "__qualname__", Context::Store)?;
        if !node.type_params.is_empty() {
            self.name_op(start, ".type_params", Context::Load)?;
            self.name_op(start, "__type_params__", Context::Store)?;
        }
        if self.scope().needs_classdict {
            self.op(start, Opcode::LoadLocals);
            let number = self.unit().cellvars.number("__classdict__");
            self.op_arg(start, Opcode::StoreDeref, number);
        }
        self.body(start, &node.body)?;
        if self.scope().needs_classdict {
            self.load_cell("__classdict__");
            self.name_op(Location::NONE, "__classdictcell__", Context::Store)?;
        }
        if self.scope().needs_class_closure {
            self.load_cell("__class__");
            self.op_arg(Location::NONE, Opcode::Copy, 1);
            self.name_op(Location::NONE, "__classcell__", Context::Store)?;
        } else {
            self.load_none(Location::NONE);
        }
        self.op(Location::NONE, Opcode::ReturnValue);
        let code = self.finish_scope(true)?;
        self.op(location, Opcode::PushNull);
        self.op(location, Opcode::LoadBuildClass);
        self.make_closure(location, code, 0)?;
        self.load_text(location, &node.name);
        Ok(())
    }

    fn load_cell(&mut self, name: &str) {
        let number = self.unit().cellvars.number(name);
        self.op_arg(Location::NONE, Opcode::LoadClosure, number);
    }
}

fn span_of(location: Location) -> crate::ast::Span {
    let number = |value: i32| u32::try_from(value).unwrap_or(0);
    crate::ast::Span {
        line: number(location.line),
        column: number(location.column),
        end_line: number(location.end_line),
        end_column: number(location.end_column),
    }
}
