//! Displays of lists, tuples, sets and dicts.

use super::assignment::is_starred;
use super::{Done, Generator};
use crate::ast::{Constant, Expression, ExpressionKind};
use crate::fold::frozen;
use crate::location::Location;
use crate::opcode::{Opcode, intrinsic_1};

/// Displays with more items than this are built piece by piece (`STACK_USE_GUIDELINE`).
pub(super) const STACK_USE: usize = 30;

/// The instructions that build one kind of sequence.
#[derive(Clone, Copy)]
pub(super) struct Build {
    build: Opcode,
    add: Opcode,
    extend: Opcode,
    is_tuple: bool,
}

impl Build {
    const LIST: Self =
        Self { build: Opcode::BuildList, add: Opcode::ListAppend, extend: Opcode::ListExtend, is_tuple: false };
    const SET: Self = Self { build: Opcode::BuildSet, add: Opcode::SetAdd, extend: Opcode::SetUpdate, is_tuple: false };
    pub(super) const TUPLE: Self = Self { is_tuple: true, ..Self::LIST };
}

impl Generator<'_> {
    pub(super) fn list(&mut self, location: Location, items: &[Expression]) -> Done {
        self.sequence_of(location, items, 0, Build::LIST)
    }

    pub(super) fn tuple(&mut self, location: Location, items: &[Expression]) -> Done {
        self.sequence_of(location, items, 0, Build::TUPLE)
    }

    pub(super) fn set(&mut self, location: Location, items: &[Expression]) -> Done {
        self.sequence_of(location, items, 0, Build::SET)
    }

    fn sequence_of(&mut self, location: Location, items: &[Expression], pushed: usize, how: Build) -> Done {
        let items: Vec<&Expression> = items.iter().collect();
        self.unpacking_sequence(location, &items, pushed, how)
    }

    /// Builds a sequence of `items`, stars unpacked, and of `pushed` values already on the stack.
    pub(super) fn unpacking_sequence(
        &mut self,
        location: Location,
        items: &[&Expression],
        pushed: usize,
        how: Build,
    ) -> Done {
        if let Some(constants) = all_constants(items).filter(|constants| constants.len() > 2) {
            self.constant_sequence(location, constants, pushed, how);
            return Ok(());
        }
        let big = items.len() + pushed > STACK_USE;
        if !big && !items.iter().any(|item| is_starred(item)) {
            items.iter().try_for_each(|item| self.expression(item))?;
            let build = if how.is_tuple { Opcode::BuildTuple } else { how.build };
            self.op_count(location, build, items.len() + pushed);
            return Ok(());
        }
        let mut built = big;
        if big {
            self.op_count(location, how.build, pushed);
        }
        for (index, item) in items.iter().enumerate() {
            if let ExpressionKind::Starred { value, .. } = &item.kind {
                if !built {
                    self.op_count(location, how.build, index + pushed);
                    built = true;
                }
                self.expression(value)?;
                self.op_arg(location, how.extend, 1);
            } else {
                self.expression(item)?;
                if built {
                    self.op_arg(location, how.add, 1);
                }
            }
        }
        if how.is_tuple {
            self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::LIST_TO_TUPLE.into());
        }
        Ok(())
    }

    /// Three constants or more come as one constant that the new list or set takes in.
    fn constant_sequence(&mut self, location: Location, constants: Vec<Constant>, pushed: usize, how: Build) {
        if how.is_tuple && pushed == 0 {
            return self.load_made(location, &Constant::Tuple(constants));
        }
        let folded = if how.add == Opcode::SetAdd { frozen(constants) } else { Constant::Tuple(constants) };
        self.op_count(location, how.build, pushed);
        self.load_made(location, &folded);
        self.op_arg(location, how.extend, 1);
        if how.is_tuple {
            self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::LIST_TO_TUPLE.into());
        }
    }

    pub(super) fn dict(&mut self, location: Location, keys: &[Option<Expression>], values: &[Expression]) -> Done {
        let mut have_dict = false;
        let mut pending = 0;
        for (index, (key, value)) in keys.iter().zip(values).enumerate() {
            if key.is_none() {
                if pending > 0 {
                    self.part_of_dict(location, &keys[index - pending..index], &values[index - pending..index])?;
                    self.update_dict(location, &mut have_dict);
                    pending = 0;
                }
                if !have_dict {
                    self.op_arg(location, Opcode::BuildMap, 0);
                    have_dict = true;
                }
                self.expression(value)?;
                self.op_arg(location, Opcode::DictUpdate, 1);
            } else if pending * 2 > STACK_USE {
                self.part_of_dict(location, &keys[index - pending..=index], &values[index - pending..=index])?;
                self.update_dict(location, &mut have_dict);
                pending = 0;
            } else {
                pending += 1;
            }
        }
        if pending > 0 {
            let start = values.len() - pending;
            self.part_of_dict(location, &keys[start..], &values[start..])?;
            self.update_dict(location, &mut have_dict);
        }
        if !have_dict {
            self.op_arg(location, Opcode::BuildMap, 0);
        }
        Ok(())
    }

    fn update_dict(&mut self, location: Location, have_dict: &mut bool) {
        if *have_dict {
            self.op_arg(location, Opcode::DictUpdate, 1);
        }
        *have_dict = true;
    }

    /// A run of `key: value` items.
    fn part_of_dict(&mut self, location: Location, keys: &[Option<Expression>], values: &[Expression]) -> Done {
        let big = keys.len() * 2 > STACK_USE;
        let all: Option<Vec<&Expression>> = keys.iter().map(Option::as_ref).collect();
        let all = all.unwrap_or_default();
        if let Some(constants) = all_constants(&all).filter(|keys| keys.len() > 1 && !big) {
            self.expressions(values)?;
            let count = constants.len();
            self.load_made(location, &Constant::Tuple(constants));
            self.op_count(location, Opcode::BuildConstKeyMap, count);
            return Ok(());
        }
        if big {
            self.op_arg(location, Opcode::BuildMap, 0);
        }
        for (key, value) in all.iter().zip(values) {
            self.expression(key)?;
            self.expression(value)?;
            if big {
                self.op_arg(location, Opcode::MapAdd, 1);
            }
        }
        if !big {
            self.op_count(location, Opcode::BuildMap, keys.len());
        }
        Ok(())
    }
}

fn all_constants(items: &[&Expression]) -> Option<Vec<Constant>> {
    let constant = |item: &&Expression| match &item.kind {
        ExpressionKind::Constant(value) => Some(value.clone()),
        _ => None,
    };
    items.iter().map(constant).collect()
}
