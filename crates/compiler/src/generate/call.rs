//! Calls.

use super::assignment::{attribute_place, is_starred};
use super::display::{Build, STACK_USE};
use super::{Done, Generator};
use crate::ast::{Constant, Context, Expression, ExpressionKind, Keyword};
use crate::location::Location;
use crate::opcode::Opcode;
use crate::symbols::Flags;

impl Generator<'_> {
    pub(super) fn call(
        &mut self,
        location: Location,
        func: &Expression,
        args: &[Expression],
        keywords: &[Keyword],
    ) -> Done {
        Self::check_keywords(keywords)?;
        if let ExpressionKind::Attribute { value, attr, ctx: Context::Load } = &func.kind
            && self.is_method_call(value, args, keywords)
        {
            return self.method_call(location, func, (value, attr), args, keywords);
        }
        self.warn_of_callee(func);
        self.op(func.span.into(), Opcode::PushNull);
        self.expression(func)?;
        let args: Vec<&Expression> = args.iter().collect();
        self.call_with(location, 0, &args, keywords)
    }

    /// Whether `value.attr(…)` is called without making a bound method (`maybe_optimize_method_call`).
    fn is_method_call(&self, value: &Expression, args: &[Expression], keywords: &[Keyword]) -> bool {
        if let ExpressionKind::Name { id, .. } = &value.kind
            && self.symbols.top().symbols.flags(id).has(Flags::IMPORT)
        {
            return false;
        }
        let count = args.len() + keywords.len() + usize::from(!keywords.is_empty());
        count < STACK_USE && !args.iter().any(is_starred) && keywords.iter().all(|keyword| keyword.arg.is_some())
    }

    fn method_call(
        &mut self,
        location: Location,
        func: &Expression,
        (value, attr): (&Expression, &str),
        args: &[Expression],
        keywords: &[Keyword],
    ) -> Done {
        let method = Location::from(func.span);
        let place = attribute_place(method, method, attr);
        if self.is_plain_super(value, attr) {
            let two = self.load_super_arguments(value)?;
            self.load_super_attribute(method, attr, true, two);
            self.op(place, Opcode::Nop);
        } else {
            self.expression(value)?;
            self.load_attribute(place, attr, true);
        }
        self.expressions(args)?;
        if !keywords.is_empty() {
            self.keyword_values(place, keywords)?;
        }
        let place = attribute_place(location, method, attr);
        self.op_count(place, Opcode::Call, args.len() + keywords.len());
        Ok(())
    }

    /// The values of keywords, and `KW_NAMES` with their names.
    fn keyword_values(&mut self, location: Location, keywords: &[Keyword]) -> Done {
        keywords.iter().try_for_each(|keyword| self.expression(&keyword.value))?;
        let names = self.constants.texts(keywords.iter().filter_map(|keyword| keyword.arg.as_deref()));
        let number = self.const_number(names);
        self.op_arg(location, Opcode::KwNames, number);
        Ok(())
    }

    fn check_keywords(keywords: &[Keyword]) -> Done {
        for (index, keyword) in keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            Self::check_name(name, keyword.span.into(), Context::Store)?;
            if let Some(other) = keywords[index + 1..].iter().find(|other| other.arg.as_ref() == Some(name)) {
                return Err(Location::from(other.span).error(format!("keyword argument repeated: {name}")));
            }
        }
        Ok(())
    }

    /// The arguments and the call; `pushed` arguments are on the stack already.
    pub(super) fn call_with(
        &mut self,
        location: Location,
        pushed: usize,
        args: &[&Expression],
        keywords: &[Keyword],
    ) -> Done {
        Self::check_keywords(keywords)?;
        let simple = args.len() + keywords.len() * 2 <= STACK_USE
            && !args.iter().any(|argument| is_starred(argument))
            && keywords.iter().all(|keyword| keyword.arg.is_some());
        if !simple {
            return self.call_unpacking(location, pushed, args, keywords);
        }
        args.iter().try_for_each(|argument| self.expression(argument))?;
        if !keywords.is_empty() {
            self.keyword_values(location, keywords)?;
        }
        self.op_count(location, Opcode::Call, pushed + args.len() + keywords.len());
        Ok(())
    }

    /// `f(*args, **keywords)`: a tuple and perhaps a dict.
    fn call_unpacking(
        &mut self,
        location: Location,
        pushed: usize,
        args: &[&Expression],
        keywords: &[Keyword],
    ) -> Done {
        match args {
            [Expression { kind: ExpressionKind::Starred { value, .. }, .. }] if pushed == 0 => {
                self.expression(value)?
            }
            _ => self.unpacking_sequence(location, args, pushed, Build::TUPLE)?,
        }
        let mut have_dict = false;
        let mut pending = 0;
        for (index, keyword) in keywords.iter().enumerate() {
            if keyword.arg.is_some() {
                pending += 1;
                continue;
            }
            if pending > 0 {
                self.part_of_keywords(location, &keywords[index - pending..index], &mut have_dict)?;
                pending = 0;
            }
            if !have_dict {
                self.op_arg(location, Opcode::BuildMap, 0);
                have_dict = true;
            }
            self.expression(&keyword.value)?;
            self.op_arg(location, Opcode::DictMerge, 1);
        }
        if pending > 0 {
            self.part_of_keywords(location, &keywords[keywords.len() - pending..], &mut have_dict)?;
        }
        self.op_arg(location, Opcode::CallFunctionEx, u32::from(!keywords.is_empty()));
        Ok(())
    }

    /// A run of `name=value` arguments as a dict, merged into the one before.
    fn part_of_keywords(&mut self, location: Location, keywords: &[Keyword], have_dict: &mut bool) -> Done {
        let big = keywords.len() * 2 > STACK_USE;
        if keywords.len() > 1 && !big {
            keywords.iter().try_for_each(|keyword| self.expression(&keyword.value))?;
            self.load_texts(location, keywords.iter().filter_map(|keyword| keyword.arg.as_deref()));
            self.op_count(location, Opcode::BuildConstKeyMap, keywords.len());
        } else {
            if big {
                self.op_arg(Location::NONE, Opcode::BuildMap, 0);
            }
            for keyword in keywords {
                self.load_text(location, keyword.arg.as_deref().unwrap_or_default());
                self.expression(&keyword.value)?;
                if big {
                    self.op_arg(Location::NONE, Opcode::MapAdd, 1);
                }
            }
            if !big {
                self.op_count(location, Opcode::BuildMap, keywords.len());
            }
        }
        if *have_dict {
            self.op_arg(location, Opcode::DictMerge, 1);
        }
        *have_dict = true;
        Ok(())
    }

    /// `''.join(…)` for f-strings of many parts needs the empty text.
    pub(super) fn load_empty_text(&mut self, location: Location) {
        self.load_literal(location, &Constant::Str(crate::ast::Text::default()));
    }
}
