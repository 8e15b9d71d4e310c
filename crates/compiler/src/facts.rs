//! What can be compared with CPython's own compiler: the facts of each code object as JSON lines.
//!
//! The lines are those `code_objects.py` prints of CPython's code objects.

use std::collections::HashMap;
use std::fmt::Write;

use crate::assemble::locals;
use crate::ast::Text;
use crate::code::{Code, CodeId, Compilation, Constant, ConstantId};

/// Whether `repr` shows a character outside ASCII as it is (`str.isprintable`).
pub type IsPrintable = fn(u32) -> bool;

/// The facts of every code object of `compilation`, outer ones first, one JSON object each. `file` is put in as it is.
pub fn json_lines(compilation: &Compilation, file: &str, is_printable: IsPrintable) -> Vec<String> {
    let mut walk = Walk { compilation, file, is_printable, numbers: HashMap::new(), lines: Vec::new() };
    walk.code(compilation.root, "<module>");
    walk.lines
}

struct Walk<'c> {
    compilation: &'c Compilation,
    file: &'c str,
    is_printable: IsPrintable,
    /// A number for each object in order of appearance.
    numbers: HashMap<ConstantId, usize>,
    lines: Vec<String>,
}

impl Walk<'_> {
    fn code(&mut self, id: CodeId, path: &str) {
        let code = &self.compilation.codes[id.0 as usize];
        let mut nested = Vec::new();
        let mut consts = Vec::new();
        let mut shared = Vec::new();
        for &constant in &code.consts {
            if let Constant::Code(inner) = &self.compilation.constants[constant.0 as usize] {
                let name = &self.compilation.codes[inner.0 as usize].name;
                nested.push((*inner, format!("{path}/{name}#{}", nested.len())));
                consts.push(format!("code:{}", nested[nested.len() - 1].1));
            } else {
                consts.push(typed(self.compilation, constant, self.is_printable));
            }
            let next = self.numbers.len();
            shared.push(self.numbers.entry(constant).or_insert(next).to_string());
        }
        self.lines.push(line(self.file, path, code, &consts, &shared));
        for (inner, path) in nested {
            self.code(inner, &path);
        }
    }
}

fn line(file: &str, path: &str, code: &Code, consts: &[String], shared: &[String]) -> String {
    let variables = |kind: u8| {
        let chosen = code.localsplus.iter().filter(|variable| variable.kind & kind != 0);
        strings(chosen.map(|variable| variable.name.as_str()))
    };
    format!(
        "{{\"file\": {}, \"path\": {}, \"code\": \"{}\", \"consts\": {}, \"shared\": [{}], \"names\": {}, \
         \"varnames\": {}, \"cellvars\": {}, \"freevars\": {}, \"flags\": {}, \"stacksize\": {}, \
         \"firstlineno\": {}, \"linetable\": \"{}\", \"exceptiontable\": \"{}\"}}",
        string(file),
        string(path),
        hex(&code.code),
        strings(consts.iter().map(String::as_str)),
        shared.join(", "),
        strings(code.names.iter().map(String::as_str)),
        variables(locals::LOCAL),
        variables(locals::CELL),
        variables(locals::FREE),
        code.flags,
        code.stacksize,
        code.firstlineno,
        hex(&code.linetable),
        hex(&code.exceptiontable),
    )
}

/// The representation of a constant, with its type.
fn typed(compilation: &Compilation, id: ConstantId, is_printable: IsPrintable) -> String {
    let items =
        |items: &[ConstantId]| items.iter().map(|&item| typed(compilation, item, is_printable)).collect::<Vec<_>>();
    match &compilation.constants[id.0 as usize] {
        Constant::None => "NoneType:None".into(),
        Constant::True => "bool:True".into(),
        Constant::False => "bool:False".into(),
        Constant::Ellipsis => "ellipsis:Ellipsis".into(),
        Constant::Int(value) => format!("int:{value}"),
        Constant::Float(value) => format!("float:{}", float(*value)),
        Constant::Complex { real, imaginary } => format!("complex:{}", complex(*real, *imaginary)),
        Constant::Str(text) => format!("str:{}", text_literal(text, is_printable)),
        Constant::Bytes(bytes) => format!("bytes:{}", bytes_literal(bytes)),
        Constant::Tuple(all) => format!("({},)", items(all).join(", ")),
        Constant::FrozenSet(all) => {
            let mut all = items(all);
            all.sort();
            format!("frozenset{{{}}}", all.join(", "))
        }
        Constant::Code(_) => "code".into(),
    }
}

/// `repr` of a float.
pub(crate) fn float(value: f64) -> String {
    if value.is_nan() {
        return "nan".into();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf".into() } else { "-inf".into() };
    }
    let scientific = even_digits(value).unwrap_or_else(|| format!("{value:e}"));
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        return plain(digits, exponent);
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", exponent.abs())
}

/// The shortest digits where two are equally near: Rust takes the upper, Python the even ones. `None` elsewhere.
fn even_digits(value: f64) -> Option<String> {
    let shortest = format!("{value:e}");
    let (digits, exponent) = shortest.split_once('e')?;
    let last = digits.chars().last()?.to_digit(10)?;
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    // All that the number has beyond the lower digits is half a unit of the last.
    let lower = format!("{}{}e{exponent}", &digits[..digits.len() - 1], last.checked_sub(1)?);
    let exact = format!("{value:.60e}");
    let rest = exact.split_once('e')?.0.get(digits.len()..)?.trim_end_matches('0');
    let is_tie = last % 2 == 1 && decimals > 0 && rest == "5" && exact.starts_with(lower.split_once('e')?.0);
    (is_tie && lower.parse::<f64>().ok()? == value).then_some(lower)
}

/// `digits` (`d.ddd`) times ten to the power of `exponent`, without an exponent.
fn plain(digits: &str, exponent: i32) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let all = digits.replace('.', "");
    let Ok(before) = usize::try_from(exponent + 1) else {
        return format!("{sign}0.{}{all}", "0".repeat(exponent.unsigned_abs() as usize - 1));
    };
    match all.get(before..) {
        _ if before == 0 => format!("{sign}0.{all}"),
        Some(after) if !after.is_empty() => format!("{sign}{}.{after}", &all[..before]),
        _ => format!("{sign}{all}{}.0", "0".repeat(before - all.len())),
    }
}

/// `repr` of a complex number.
pub(crate) fn complex(real: f64, imaginary: f64) -> String {
    let part = |value: f64| float(value).trim_end_matches(".0").to_owned();
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}j", part(imaginary));
    }
    let sign = if imaginary.is_sign_negative() { "" } else { "+" };
    format!("({}{sign}{}j)", part(real), part(imaginary))
}

/// `repr` of a text.
fn text_literal(text: &Text, is_printable: IsPrintable) -> String {
    let has = |wanted: char| text.0.contains(&u32::from(wanted));
    let quote = if has('\'') && !has('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for &point in &text.0 {
        match char::from_u32(point) {
            Some(character @ ('\'' | '"')) if character == quote => out.extend(['\\', character]),
            Some('\\') => out.push_str("\\\\"),
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some(character @ ' '..='~') => out.push(character),
            Some(character) if point > 0x7F && is_printable(point) => out.push(character),
            _ => {
                let _ = match point {
                    0..=0xFF => write!(out, "\\x{point:02x}"),
                    0x100..=0xFFFF => write!(out, "\\u{point:04x}"),
                    _ => write!(out, "\\U{point:08x}"),
                };
            }
        }
    }
    out.push(quote);
    out
}

/// `repr` of bytes.
pub(crate) fn bytes_literal(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut out = format!("b{quote}");
    for &byte in bytes {
        match char::from(byte) {
            character @ ('\'' | '"') if character == quote => out.extend(['\\', character]),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            character @ ' '..='~' => out.push(character),
            _ => {
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
    }
    out.push(quote);
    out
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn strings<'s>(items: impl Iterator<Item = &'s str>) -> String {
    let items: Vec<String> = items.map(string).collect();
    format!("[{}]", items.join(", "))
}

/// A JSON string.
fn string(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            ' '..='~' => out.push(character),
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::{complex, float};

    #[test]
    fn numbers_read_as_in_python() {
        assert_eq!(float(2f64.powi(-25)), "2.9802322387695312e-08");
        assert_eq!(float(13_265_654_240_708_498.0 / 8.0), "1658206780088562.2");
        assert_eq!(
            [float(0.0001), float(-12.5), float(1e15), float(0.0)],
            ["0.0001", "-12.5", "1000000000000000.0", "0.0"]
        );
        assert_eq!([float(1e16), float(1e-5)], ["1e+16", "1e-05"]);
        assert_eq!([complex(0.0, 1.0), complex(1.0, -2.5)], ["1j", "(1-2.5j)"]);
    }
}
