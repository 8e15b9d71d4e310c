//! `import` and `from … import`.

use super::{Done, Generator};
use crate::ast::{Alias, Context};
use crate::location::Location;
use crate::opcode::{Opcode, intrinsic_1};

impl Generator<'_> {
    pub(super) fn import(&mut self, location: Location, names: &[Alias]) -> Done {
        for alias in names {
            self.load_int(location, 0);
            self.load_none(location);
            self.plain_name(location, Opcode::ImportName, &alias.name);
            match &alias.asname {
                Some(asname) => self.import_as(location, &alias.name, asname)?,
                None => {
                    let first = alias.name.split('.').next().unwrap_or(&alias.name);
                    self.name_op(location, first, Context::Store)?;
                }
            }
        }
        Ok(())
    }

    /// `import a.b.c as d` walks from `a` to `c`.
    fn import_as(&mut self, location: Location, name: &str, asname: &str) -> Done {
        let mut attributes = name.split('.').skip(1).peekable();
        if attributes.peek().is_none() {
            return self.name_op(location, asname, Context::Store);
        }
        while let Some(attribute) = attributes.next() {
            let number = self.unit().names.number(attribute);
            self.op_arg(location, Opcode::ImportFrom, number);
            if attributes.peek().is_some() {
                self.op_arg(location, Opcode::Swap, 2);
                self.op(location, Opcode::PopTop);
            }
        }
        self.name_op(location, asname, Context::Store)?;
        self.op(location, Opcode::PopTop);
        Ok(())
    }

    pub(super) fn import_from(
        &mut self,
        location: Location,
        module: Option<&str>,
        names: &[Alias],
        level: u32,
    ) -> Done {
        self.load_int(location, level as usize);
        if module == Some("__future__") && level == 0 && self.features.is_late(location) {
            return Err(location.error("from __future__ imports must occur at the beginning of the file"));
        }
        self.load_texts(location, names.iter().map(|alias| alias.name.as_str()));
        self.plain_name(location, Opcode::ImportName, module.unwrap_or(""));
        if names.first().is_some_and(|alias| alias.name == "*") {
            self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::IMPORT_STAR.into());
            self.op(Location::NONE, Opcode::PopTop);
            return Ok(());
        }
        for alias in names {
            self.plain_name(location, Opcode::ImportFrom, &alias.name);
            self.name_op(location, alias.asname.as_deref().unwrap_or(&alias.name), Context::Store)?;
        }
        self.op(location, Opcode::PopTop);
        Ok(())
    }
}
