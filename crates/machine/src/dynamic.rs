//! Source that is compiled while the program runs: `exec`, `eval`, `compile`.

use heapglass_compiler::{Compilation, Diagnostic, DiagnosticKind, Mode, Warning, containers::ContainerTraffic, is_of_tokenizer};
use heapglass_heap::{Address, Kind, Raised, StaticType};

use crate::{
    machine::{Machine, Outcome},
    method::bytes::content,
    module::tree_reader,
    native::Arguments,
    text::encoding::{Encoding, Errors, decode},
};

/// `exec(source, globals=None, locals=None, /, *, closure=None)`.
pub(crate) fn exec(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.positional.is_empty() {
        return m.type_error("exec() takes at least 1 positional argument (0 given)");
    }
    arguments.arity(m, "exec", 1, 3)?;
    if let Some((name, _)) = arguments.keywords.iter().find(|(name, _)| m.heap.str_text(*name) != "closure") {
        let name = m.heap.str_text(*name);
        return m.type_error(format!("'{name}' is an invalid keyword argument for exec()"));
    }
    let closure = arguments.keyword(m, "closure").filter(|closure| !m.heap.is_none(*closure));
    let (globals, locals) = namespaces(m, &arguments, "exec")?;
    let value = run(m, arguments.positional[0], (globals, locals), closure, "exec", Mode::File);
    m.decref(locals);
    let value = value?;
    m.decref(value);
    Ok(m.heap.none())
}

/// `eval(source, globals=None, locals=None, /)`.
pub(crate) fn eval(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords(m, "eval")?;
    arguments.arity(m, "eval", 1, 3)?;
    let (globals, locals) = namespaces(m, &arguments, "eval")?;
    let value = run(m, arguments.positional[0], (globals, locals), None, "eval", Mode::Expression);
    m.decref(locals);
    value
}

/// Flags of `compile()` that change nothing here: nested scopes to `generator_stop`, top-level await apart.
const KNOWN_FLAGS: i64 = 0x1ff_0000 | 0x10 | 0x200 | 0x4000;
/// `ast.PyCF_ONLY_AST`.
const ONLY_AST: i64 = 0x400;
/// `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`.
const TOP_LEVEL_AWAIT: i64 = 0x2000;

/// `compile(…, PyCF_ONLY_AST)`: the nodes are made by the module `ast`.
fn syntax_tree(m: &mut Machine, source: Address, file: &str, mode: Mode) -> Outcome {
    let module = m.import_module("ast")?;
    let parse = m.get_attribute_named(module, "parse");
    m.decref(module);
    let parse = parse?;
    let mode = match mode {
        Mode::File => "exec",
        Mode::Prompt => "single",
        Mode::Expression => "eval",
    };
    let (file, mode) = (m.heap.new_str(file), m.heap.new_str(mode));
    let result = m.call(parse, &[source, file, mode], &[]);
    for used in [parse, file, mode] {
        m.decref(used);
    }
    result
}

/// `_ast.check(source, filename, mode)`: raises what the parser refuses.
pub(crate) fn check_syntax(m: &mut Machine, source: Address, file: Address, mode: Mode) -> Outcome {
    let file = file_name(m, file)?;
    let text = source_text(m, source, &file, "compile")?;
    let text = if mode == Mode::Expression { text.trim_start_matches([' ', '\t']) } else { &text[..] };
    match heapglass_compiler::check(text, mode) {
        Ok(()) => m.none(),
        Err(diagnostic) => Err(raise_diagnostic(m, &diagnostic, text, &file, mode)),
    }
}

/// `compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)`.
pub(crate) fn compile(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let names = ["source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"];
    let [source, file, mode, flags, _, optimize, _] = m.named_arguments(&arguments, "compile", names, 3)?;
    let [source, file, mode] = [source, file, mode].map(Option::unwrap_or_default);
    let file = file_name(m, file)?;
    let mode = m.expect_text(mode, "compile() argument 'mode' must be str")?;
    let mut number = |given: Option<Address>, default| match given {
        Some(given) => m.index_to_i64(given, StaticType::OverflowError),
        None => Ok(default),
    };
    let (flags, optimize) = (number(flags, 0)?, number(optimize, -1)?);
    if flags & !(KNOWN_FLAGS | ONLY_AST | TOP_LEVEL_AWAIT) != 0 {
        return m.value_error("compile(): unrecognised flags");
    }
    if !(-1..=2).contains(&optimize) {
        return m.value_error("compile(): invalid optimize value");
    }
    let mode = match mode.as_str() {
        "exec" => Mode::File,
        "single" => Mode::Prompt,
        "eval" => Mode::Expression,
        _ if flags & ONLY_AST != 0 => return m.value_error("compile() mode must be 'exec', 'eval', 'single' or 'func_type'"),
        "func_type" => return m.value_error("compile() mode 'func_type' requires flag PyCF_ONLY_AST"),
        _ => return m.value_error("compile() mode must be 'exec', 'eval' or 'single'"),
    };
    m.count_classes_of_trees()?;
    let tree = if tree_reader::is_node(m, source) { Some(tree_reader::read(m, source, mode)?) } else { None };
    if flags & ONLY_AST != 0 && tree.is_some() {
        return Ok(m.incref(source));
    }
    if flags & ONLY_AST != 0 {
        return syntax_tree(m, source, &file, mode);
    }
    if flags & TOP_LEVEL_AWAIT != 0 {
        return Err(m.unsupported("compiling with an await outside of functions"));
    }
    let compiled = match tree {
        Some(tree) => loaded(m, heapglass_compiler::compile_module(&tree, &file), "", &file, mode)?,
        None => compiled(m, source, &file, mode, "compile")?,
    };
    Ok(compiled.code_alone(m))
}

/// The name of a file: a str, bytes, or what has `__fspath__`.
fn file_name(m: &mut Machine, given: Address) -> Outcome<String> {
    if m.is_str(given) {
        return Ok(m.heap.str_text(given));
    }
    if matches!(m.heap.kind(given), Kind::Bytes | Kind::ByteArray) {
        return Ok(String::from_utf8_lossy(&content(m, given)).into_owned());
    }
    let Some(path) = m.call_special(given, crate::types::slot::Slot::Fspath, &[])? else {
        let found = m.type_name(given);
        return m.type_error(format!("expected str, bytes or os.PathLike object, not {found}"));
    };
    let text = m.expect_text(path, "expected str, bytes or os.PathLike object");
    m.decref(path);
    text
}

/// Globals (borrowed) and locals (owned) of an `exec` or `eval`.
fn namespaces(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome<(Address, Address)> {
    let given = |index: usize| arguments.get(index).filter(|given| !m.heap.is_none(*given));
    let (globals, locals) = (given(1), given(2));
    if let Some(locals) = locals
        && !m.has_slot(m.heap.type_of(locals), crate::types::slot::Slot::GetItem)
    {
        let found = m.type_name(locals);
        let text = if name == "exec" { format!("locals must be a mapping or None, not {found}") } else { "locals must be a mapping".into() };
        return m.type_error(text);
    }
    let Some(globals) = globals else {
        let globals = m.running_globals();
        let locals = match locals {
            Some(locals) => m.incref(locals),
            None => m.running_locals()?,
        };
        return Ok((globals, locals));
    };
    if !m.heap.is_subtype(m.heap.type_of(globals), StaticType::Dict.address()) {
        let found = m.type_name(globals);
        if name == "exec" {
            return m.type_error(format!("exec() globals must be a dict, not {found}"));
        }
        let is_mapping = m.has_slot(m.heap.type_of(globals), crate::types::slot::Slot::GetItem);
        let text = if is_mapping { "globals must be a real dict; try eval(expr, {}, mapping)" } else { "globals must be a dict" };
        return m.type_error(text);
    }
    let locals = m.incref(locals.unwrap_or(globals));
    Ok((globals, locals))
}

fn run(
    m: &mut Machine,
    source: Address,
    (globals, locals): (Address, Address),
    closure: Option<Address>,
    name: &str,
    mode: Mode,
) -> Outcome {
    if m.heap.is_exact(source, StaticType::Code) {
        check_closure(m, source, closure, name)?;
    } else if closure.is_some() {
        return m.type_error("closure can only be used when source is a code object");
    }
    let compiled = compiled(m, source, "<string>", mode, name)?;
    m.incref(compiled.code);
    let result = run_code(m, compiled.code, globals, locals, closure);
    let code = compiled.code_alone(m);
    m.decref(code);
    result
}

/// A code object with free variables needs exactly as many cells.
fn check_closure(m: &mut Machine, code: Address, closure: Option<Address>, name: &str) -> Outcome<()> {
    let free = u64::from(m.heap.code_number(code, heapglass_heap::object::code::FREE_COUNT));
    if name == "eval" && free > 0 {
        return m.type_error("code object passed to eval() may not contain free variables");
    }
    let Some(closure) = closure else {
        return if free == 0 { Ok(()) } else { m.type_error(format!("code object requires a closure of exactly length {free}")) };
    };
    if free == 0 {
        return m.type_error("cannot use a closure with this code object");
    }
    let fits = m.heap.is_exact(closure, StaticType::Tuple)
        && m.heap.tuple_len(closure) == free
        && m.heap.tuple_items(closure).into_iter().all(|cell| m.heap.kind(cell) == Kind::Cell);
    if fits { Ok(()) } else { m.type_error(format!("code object requires a closure of exactly length {free}")) }
}

/// Runs a code object, which is taken over.
fn run_code(m: &mut Machine, code: Address, globals: Address, locals: Address, closure: Option<Address>) -> Outcome {
    let name = m.name("__builtins__");
    if m.namespace_get(globals, name)?.is_none() {
        let builtins = m.thread_word(crate::thread_state::BUILTINS);
        m.namespace_set(globals, name, builtins)?;
    }
    let function = m.new_function(code, globals);
    let name = m.heap.code_reference(code, heapglass_heap::object::code::NAME);
    m.store_field(function, heapglass_heap::object::function::QUALIFIED_NAME, name);
    m.decref(code);
    if let Some(closure) = closure {
        m.store_field(function, heapglass_heap::object::function::CLOSURE, closure);
    }
    let result = m.run_class_body(function, locals);
    m.decref(function);
    result
}

/// A code object, and what the parser still holds if it was made of a source.
struct Compiled {
    code: Address,
    held: Option<(Address, ContainerTraffic)>,
}

impl Compiled {
    /// The code object; what the parser held goes.
    fn code_alone(self, m: &mut Machine) -> Address {
        if let Some((arena, containers)) = self.held {
            m.decref(arena);
            let before = m.container_state();
            m.set_container_state(&containers.without_arena(&before));
        }
        self.code
    }
}

/// The code object of what `exec` and its kin were given: a source, or code already. With it, if there was a source, comes
/// what the parser holds until the code has run.
fn compiled(m: &mut Machine, source: Address, file: &str, mode: Mode, name: &str) -> Outcome<Compiled> {
    if m.heap.is_exact(source, StaticType::Code) {
        return Ok(Compiled { code: m.incref(source), held: None });
    }
    let text = source_text(m, source, file, name)?;
    let text = if mode == Mode::Expression { text.trim_start_matches([' ', '\t']) } else { &text[..] };
    loaded(m, heapglass_compiler::compile(text, file, mode), text, file, mode)
}

/// What the compiler made, as objects; or the error that it found in `text`.
fn loaded(m: &mut Machine, compiled: Result<Compilation, Diagnostic>, text: &str, file: &str, mode: Mode) -> Outcome<Compiled> {
    match compiled {
        Ok(compilation) => {
            for warning in &compilation.warnings {
                warn_of_syntax(m, warning, text, file, mode)?;
            }
            let (code, arena) = m.load_piece(&compilation);
            Ok(Compiled { code, held: Some((arena, compilation.containers)) })
        }
        Err(diagnostic) => Err(raise_diagnostic(m, &diagnostic, text, file, mode)),
    }
}

/// The text of a source: a str, or bytes in the encoding that they name.
fn source_text(m: &mut Machine, source: Address, file: &str, name: &str) -> Outcome<String> {
    if m.is_str(source) {
        // A lone surrogate has no bytes that the parser could read.
        m.encode_text(source, Encoding::Utf8, Errors::Strict)?;
        m.heap.str_cache_utf8(source);
        let text = m.heap.str_text(source);
        if text.contains('\0') {
            return Err(raise_null_bytes(m));
        }
        return Ok(text);
    }
    if !matches!(m.heap.kind(source), Kind::Bytes | Kind::ByteArray | Kind::MemoryView) {
        let text = match name {
            "compile" => "compile() arg 1 must be a string, bytes or AST object".to_owned(),
            _ => format!("{name}() arg 1 must be a string, bytes or code object"),
        };
        return m.type_error(text);
    }
    let data = match m.heap.kind(source) {
        Kind::MemoryView => {
            let bytes = m.call(StaticType::Bytes.address(), &[source], &[])?;
            let data = content(m, bytes);
            m.decref(bytes);
            data
        }
        _ => content(m, source),
    };
    let (data, marked) = match data.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest.to_vec(), true),
        None => (data, false),
    };
    if data.contains(&0) {
        return Err(raise_null_bytes(m));
    }
    let cookie = coding(&data);
    let syntax_error = |m: &mut Machine, text: String| {
        let message = m.heap.new_str(&text);
        let nothing = m.heap.none();
        let details = [m.heap.new_str(file), m.heap.new_int(0), m.heap.new_int(0), nothing];
        let details = m.heap.new_tuple_from(&details);
        let made = m.call(StaticType::SyntaxError.address(), &[message, details], &[]);
        m.decref(message);
        m.decref(details);
        match made {
            Ok(exception) => m.raise_object(exception),
            Err(raised) => raised,
        }
    };
    let encoding = match &cookie {
        None => Encoding::Utf8,
        Some(cookie) => match Encoding::named(cookie) {
            Some(encoding) => encoding,
            None => return Err(syntax_error(m, format!("unknown encoding: {cookie}"))),
        },
    };
    if marked && encoding != Encoding::Utf8 {
        let cookie = cookie.unwrap_or_default();
        return Err(syntax_error(m, format!("encoding problem: {cookie} with BOM")));
    }
    match decode(&data, encoding, Errors::Strict) {
        Ok(points) => Ok(points.into_iter().filter_map(char::from_u32).collect()),
        Err(failure) => {
            let byte = data.get(failure.start).copied().unwrap_or(0);
            let text = format!(
                "(unicode error) '{}' codec can't decode byte 0x{byte:02x} in position {}: {}",
                failure.codec, failure.start, failure.reason
            );
            Err(syntax_error(m, text))
        }
    }
}

fn raise_null_bytes(m: &mut Machine) -> Raised {
    let message = m.heap.new_str("source code string cannot contain null bytes");
    let made = m.call_one(StaticType::SyntaxError.address(), message);
    m.decref(message);
    match made {
        Ok(exception) => m.raise_object(exception),
        Err(raised) => raised,
    }
}

/// The encoding that a comment in the first two lines names (PEP 263).
fn coding(data: &[u8]) -> Option<String> {
    for line in data.split(|byte| *byte == b'\n').take(2) {
        let line = String::from_utf8_lossy(line);
        let line = line.trim_start();
        if let Some(comment) = line.strip_prefix('#') {
            let Some((_, rest)) = comment.split_once("coding") else { continue };
            let Some(rest) = rest.strip_prefix([':', '=']) else { continue };
            let name: String = rest.trim_start_matches([' ', '\t']).chars().take_while(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect();
            if !name.is_empty() {
                return Some(name);
            }
        } else if !line.is_empty() {
            return None;
        }
    }
    None
}

/// A `SyntaxWarning` goes the way of all warnings; one that is made an error is a `SyntaxError`.
fn warn_of_syntax(m: &mut Machine, warning: &Warning, source: &str, file: &str, mode: Mode) -> Outcome<()> {
    let (modules, name) = (m.thread_word(crate::thread_state::MODULES), m.name("warnings"));
    let Some(warnings) = m.namespace_get(modules, name)? else {
        m.write_error(&warning.display(file, ""));
        return Ok(());
    };
    m.incref(warnings);
    let arguments = [
        m.heap.new_str(&warning.message),
        StaticType::SyntaxWarning.address(),
        m.heap.new_str(file),
        m.heap.new_int(i64::from(warning.line)),
    ];
    let result = m.call_method(warnings, "warn_explicit", &arguments);
    for object in [arguments[0], arguments[2], arguments[3], warnings] {
        m.decref(object);
    }
    match result {
        Ok(value) => {
            m.decref(value);
            Ok(())
        }
        Err(Raised) if m.error_matches(StaticType::SyntaxWarning) => {
            m.clear_error();
            let (line, message) = (warning.line, warning.message.clone());
            let diagnostic =
                Diagnostic { kind: DiagnosticKind::Syntax, message, line, column: 1, end_line: line, end_column: 0 };
            Err(raise_diagnostic(m, &diagnostic, source, file, mode))
        }
        Err(raised) => Err(raised),
    }
}

/// Raises what does not compile as an exception of the program. The parser quotes the line; what is found later quotes it only
/// from a file, and where names are resolved the place is told in attributes alone.
fn raise_diagnostic(m: &mut Machine, diagnostic: &Diagnostic, source: &str, file: &str, mode: Mode) -> Raised {
    let which = match diagnostic.kind {
        DiagnosticKind::Syntax | DiagnosticKind::Names | DiagnosticKind::Code => StaticType::SyntaxError,
        DiagnosticKind::Indentation => StaticType::IndentationError,
        DiagnosticKind::Tab => StaticType::TabError,
        DiagnosticKind::Value => return m.raise(StaticType::ValueError, diagnostic.message.clone()),
        DiagnosticKind::TooDeep => return m.raise(StaticType::RecursionError, diagnostic.message.clone()),
        DiagnosticKind::Unsupported => return m.unsupported(&diagnostic.message),
    };
    let line = source.lines().nth((diagnostic.line as usize).saturating_sub(1)).unwrap_or("");
    let line = match diagnostic.kind {
        DiagnosticKind::Names | DiagnosticKind::Code => m.heap.none(),
        _ if is_of_tokenizer(diagnostic, source, mode) || tokenizer_went_on(diagnostic, source) => m.heap.new_str(line),
        // The last line gets a line end in a file alone.
        _ if mode != Mode::File && source.split('\n').count() <= diagnostic.line as usize => m.heap.new_str(line),
        _ => m.heap.new_str(&format!("{line}\n")),
    };
    if m.heap.is_str(line) && !is_of_tokenizer(diagnostic, source, mode) {
        // Its columns were counted in bytes.
        m.heap.str_cache_utf8(line);
    }
    let place = place_of(diagnostic, source, mode);
    let file = if file == "<string>" {
        let interned = m.name(file);
        m.incref(interned)
    } else {
        m.heap.new_str(file)
    };
    let [from, column, to, end_column] = place.map(|number| m.heap.new_int(number));
    let details = [file, from, column, line, to, end_column];
    let details = m.heap.new_tuple_from(&details);
    let message = m.heap.new_str(&diagnostic.message);
    let made = if diagnostic.kind == DiagnosticKind::Names {
        located(m, which, message, details)
    } else {
        m.call(which.address(), &[message, details], &[])
    };
    m.decref(message);
    m.decref(details);
    match made {
        Ok(exception) => m.raise_object(exception),
        Err(raised) => raised,
    }
}

/// Whether the tokenizer had come to a later line when the parser complained: it quotes the line from its buffer then.
fn tokenizer_went_on(diagnostic: &Diagnostic, source: &str) -> bool {
    diagnostic.end_line > diagnostic.line
        || diagnostic.message.ends_with("was never closed") && source.lines().count() > diagnostic.line as usize
}

/// Line and column, and where it ends. Where the tokens end without a line end, the last one has no column, and without any
/// it has no line.
fn place_of(diagnostic: &Diagnostic, source: &str, mode: Mode) -> [i64; 4] {
    let mut place = [diagnostic.line, diagnostic.column, diagnostic.end_line, diagnostic.end_column].map(i64::from);
    let after = (diagnostic.column as usize).saturating_sub(1);
    let at_end = || {
        let last = source.split('\n').skip(diagnostic.line as usize - 1);
        let mut lines = last.map(|line| line.chars().skip(after).collect::<String>());
        lines.next().is_none_or(|rest| rest.is_empty() || rest.starts_with('#')) && lines.next().is_none()
    };
    if diagnostic.end_column == Diagnostic::NO_COLUMN {
        place[3] = -1;
    } else if mode == Mode::Expression && source.is_empty() {
        place = [0; 4];
    } else if mode != Mode::File && diagnostic.message == "invalid syntax" && diagnostic.line > 0 && at_end() {
        (place[1], place[3]) = (0, 0);
    }
    place
}

/// The exception with its message as the only argument, and its place in attributes (`PyErr_RangedSyntaxLocationObject`).
fn located(m: &mut Machine, which: StaticType, message: Address, details: Address) -> Outcome {
    let exception = m.call_one(which.address(), message)?;
    for (at, name) in [(0, "filename"), (1, "lineno"), (2, "offset"), (4, "end_lineno"), (5, "end_offset")] {
        let value = m.heap.tuple_item(details, at);
        let name = m.name(name);
        if let Err(raised) = m.set_attribute(exception, name, Some(value)) {
            m.decref(exception);
            return Err(raised);
        }
    }
    Ok(exception)
}
