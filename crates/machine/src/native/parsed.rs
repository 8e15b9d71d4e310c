//! Arguments by position or by name, in the words of `PyArg_ParseTupleAndKeywords` (Python/getargs.c).

use heapglass_heap::{Address, StaticType};

use super::Arguments;
use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
};

impl Arguments<'_> {
    /// The arguments by position (`most` of them at most) or by name; the first `required` must be there. A function without a
    /// name is called "function" in messages.
    pub fn parsed<const N: usize>(
        &self,
        m: &mut Machine,
        function: &str,
        names: [&str; N],
        required: usize,
        most: usize,
    ) -> Outcome<[Option<Address>; N]> {
        let title = if function.is_empty() { "function".to_owned() } else { format!("{function}()") };
        let given = self.positional.len() + self.keywords.len();
        if given > N {
            let keyword = if self.positional.is_empty() { "keyword " } else { "" };
            let plural = if N == 1 { "" } else { "s" };
            let (name, call) = if function.is_empty() { ("function", "") } else { (function, "()") };
            let pieces = [
                Piece::Text(name), Piece::Text(call), Piece::Number(N as i64), Piece::Text(keyword), Piece::Text(plural), Piece::Number(given as i64),
            ];
            let format = "%.200s%s takes at most %d %sargument%s (%zd given)";
            return Err(m.raise_format(StaticType::TypeError, format, &pieces));
        }
        if self.positional.len() > most {
            let (how, plural) = (if required < most { "at most" } else { "exactly" }, if most == 1 { "" } else { "s" });
            let given = self.positional.len();
            return m.type_error(format!("{title} takes {how} {most} positional argument{plural} ({given} given)"));
        }
        let mut found = [None; N];
        for (at, name) in names.iter().enumerate() {
            found[at] = self.get_or_keyword(m, at, name);
            if found[at].is_none() && at < required {
                return m.type_error(format!("{title} missing required argument '{name}' (pos {})", at + 1));
            }
        }
        for (key, _) in self.keywords {
            let name = *key;
            let key = m.heap.str_text(name);
            match names.iter().position(|name| *name == key) {
                None => {
                    let target = if function.is_empty() { ("this function", "") } else { (function, "()") };
                    let pieces = [Piece::Str(name), Piece::Text(target.0), Piece::Text(target.1)];
                    return Err(m.raise_format(StaticType::TypeError, "'%U' is an invalid keyword argument for %.200s%s", &pieces));
                }
                Some(at) if at < self.positional.len() => {
                    let at = at + 1;
                    return m.type_error(format!("argument for {title} given by name ('{key}') and position ({at})"));
                }
                Some(_) => {}
            }
        }
        Ok(found)
    }
}
