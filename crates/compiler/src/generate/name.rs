//! Reading, binding and deleting names (`compiler_nameop`), and names of attributes and imports.

use super::{Done, Generator};
use crate::ast::Context;
use crate::location::Location;
use crate::opcode::Opcode;
use crate::symbols::{BlockKind, Resolution, mangle};

/// The four ways to reach a name.
enum Access {
    Fast,
    Global,
    Cell,
    Dynamic,
}

impl Generator<'_> {
    pub(super) fn mangled(&mut self, name: &str) -> String {
        mangle(self.unit().private.as_deref(), name).into_owned()
    }

    pub(super) fn name_op(&mut self, location: Location, name: &str, context: Context) -> Done {
        Self::check_name(name, location, context)?;
        let name = self.mangled(name);
        let resolution = self.scope().resolution(&name);
        let like_function = self.scope().is_function_like();
        let access = match resolution {
            Resolution::Free | Resolution::Cell => Access::Cell,
            Resolution::Local if like_function || self.unit().fast_hidden.get(&*name) == Some(&true) => Access::Fast,
            Resolution::GlobalImplicit if like_function => Access::Global,
            Resolution::GlobalExplicit => Access::Global,
            _ => Access::Dynamic,
        };
        match access {
            Access::Fast => {
                let number = self.unit().varnames.number(&name);
                let opcodes = (Opcode::LoadFast, Opcode::StoreFast, Opcode::DeleteFast);
                self.op_arg(location, choose(context, opcodes), number);
            }
            Access::Cell => self.cell_op(location, &name, context, resolution),
            Access::Global => self.global_op(location, &name, context, resolution),
            Access::Dynamic => self.dynamic_op(location, &name, context),
        }
        Ok(())
    }

    fn cell_op(&mut self, location: Location, name: &str, context: Context, resolution: Resolution) {
        let mut load = Opcode::LoadDeref;
        if context == Context::Load {
            let in_class = self.scope().kind == BlockKind::Class && self.unit().inlined == 0;
            if in_class {
                load = Opcode::LoadFromDictOrDeref;
                self.op(location, Opcode::LoadLocals);
            } else if self.scope().can_see_class_scope {
                load = Opcode::LoadFromDictOrDeref;
                self.load_class_dict(location);
            }
        }
        let unit = self.unit();
        let table = if resolution == Resolution::Free { &mut unit.freevars } else { &mut unit.cellvars };
        let number = table.number(name);
        self.op_arg(location, choose(context, (load, Opcode::StoreDeref, Opcode::DeleteDeref)), number);
    }

    fn load_class_dict(&mut self, location: Location) {
        let number = self.unit().freevars.number("__classdict__");
        self.op_arg(location, Opcode::LoadDeref, number);
    }

    fn global_op(&mut self, location: Location, name: &str, context: Context, resolution: Resolution) {
        let mut load = Opcode::LoadGlobal;
        let sees_class = self.scope().can_see_class_scope && resolution == Resolution::GlobalImplicit;
        if context == Context::Load && sees_class {
            load = Opcode::LoadFromDictOrGlobals;
            self.load_class_dict(location);
        }
        self.named(location, choose(context, (load, Opcode::StoreGlobal, Opcode::DeleteGlobal)), name);
    }

    fn dynamic_op(&mut self, location: Location, name: &str, context: Context) {
        let inlined_in_class = self.scope().kind == BlockKind::Class && self.unit().inlined > 0;
        let load = if inlined_in_class { Opcode::LoadGlobal } else { Opcode::LoadName };
        self.named(location, choose(context, (load, Opcode::StoreName, Opcode::DeleteName)), name);
    }

    /// An instruction on an entry of `co_names`; `LOAD_GLOBAL` keeps its lowest bit for a null below.
    fn named(&mut self, location: Location, opcode: Opcode, name: &str) {
        let number = self.unit().names.number(name);
        let shift = u32::from(opcode == Opcode::LoadGlobal);
        self.op_arg(location, opcode, number << shift);
    }

    /// An instruction on a name that is mangled but never resolved: an attribute, an import, an annotation.
    pub(super) fn plain_name(&mut self, location: Location, opcode: Opcode, name: &str) {
        let name = self.mangled(name);
        let number = self.unit().names.number(&name);
        self.op_arg(location, opcode, number);
    }

    /// `LOAD_ATTR`, as a method (two values pushed) or not.
    pub(super) fn load_attribute(&mut self, location: Location, name: &str, method: bool) {
        let name = self.mangled(name);
        let number = self.unit().names.number(&name);
        self.op_arg(location, Opcode::LoadAttr, number << 1 | u32::from(method));
    }

    /// `LOAD_SUPER_ATTR`: bit 0 for a method, bit 1 for `super` with two arguments.
    pub(super) fn load_super_attribute(&mut self, location: Location, name: &str, method: bool, two_arguments: bool) {
        let name = self.mangled(name);
        let number = self.unit().names.number(&name);
        let bits = u32::from(two_arguments) << 1 | u32::from(method);
        self.op_arg(location, Opcode::LoadSuperAttr, number << 2 | bits);
    }
}

fn choose(context: Context, (load, store, delete): (Opcode, Opcode, Opcode)) -> Opcode {
    match context {
        Context::Load => load,
        Context::Store => store,
        Context::Del => delete,
    }
}
