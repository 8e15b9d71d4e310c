//! Source that is compiled while the program runs: `exec`, `eval`, `compile`.

use heapglass_compiler::{Diagnostic, DiagnosticKind, Mode, containers::ContainerTraffic};
use heapglass_heap::{Address, Raised, StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

/// `exec(source, globals=None, locals=None)`.
pub(crate) fn exec(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = run(m, &arguments, "exec", Mode::File)?;
    m.decref(value);
    Ok(m.heap.none())
}

/// `eval(source, globals=None, locals=None)`.
pub(crate) fn eval(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    run(m, &arguments, "eval", Mode::Expression)
}

/// `compile(source, filename, mode, …)`.
pub(crate) fn compile(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (Some(source), Some(file), Some(mode)) = (
        arguments.get_or_keyword(m, 0, "source"),
        arguments.get_or_keyword(m, 1, "filename"),
        arguments.get_or_keyword(m, 2, "mode"),
    ) else {
        return Err(m.raise(StaticType::TypeError, "compile() missing required arguments"));
    };
    let (file, mode) = (m.str_of(file)?, m.str_of(mode)?);
    let mode = match mode.as_str() {
        "exec" => Mode::File,
        "single" => Mode::Prompt,
        "eval" => Mode::Expression,
        _ => return Err(m.raise(StaticType::ValueError, "compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let compiled = compiled(m, source, &file, mode, "compile")?;
    Ok(compiled.code_alone(m))
}

fn run(m: &mut Machine, arguments: &Arguments<'_>, name: &str, mode: Mode) -> Outcome {
    let Some(source) = arguments.get(0) else {
        return Err(m.raise(StaticType::TypeError, format!("{name} expected at least 1 argument, got 0")));
    };
    let given = |m: &Machine, index, name| arguments.get_or_keyword(m, index, name).filter(|given| !m.heap.is_none(*given));
    let (globals, locals) = (given(m, 1, "globals"), given(m, 2, "locals"));
    let (globals, locals) = match (globals, locals) {
        (Some(globals), locals) => (globals, m.incref(locals.unwrap_or(globals))),
        (None, Some(locals)) => (m.running_globals(), m.incref(locals)),
        (None, None) => (m.running_globals(), m.running_locals()?),
    };
    if !m.heap.is_subtype(m.heap.type_of(globals), StaticType::Dict.address()) {
        m.decref(locals);
        let found = m.type_name(globals);
        return Err(m.raise(StaticType::TypeError, format!("{name}() globals must be a dict, not {found}")));
    }
    let result = compiled(m, source, "<string>", mode, name).and_then(|compiled| {
        m.incref(compiled.code);
        let result = run_code(m, compiled.code, globals, locals);
        let code = compiled.code_alone(m);
        m.decref(code);
        result
    });
    m.decref(locals);
    result
}

/// Runs a code object, which is taken over.
fn run_code(m: &mut Machine, code: Address, globals: Address, locals: Address) -> Outcome {
    let name = m.name("__builtins__");
    if m.namespace_get(globals, name)?.is_none() {
        let builtins = m.thread_word(crate::thread_state::BUILTINS);
        m.namespace_set(globals, name, builtins)?;
    }
    let function = m.new_function(code, globals);
    m.decref(code);
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
    if !m.heap.is_str(source) {
        let text = format!("{name}() arg 1 must be a string, bytes or code object");
        return Err(m.raise(StaticType::TypeError, text));
    }
    let text = m.heap.str_text(source);
    let text = if mode == Mode::Expression { text.trim_start_matches([' ', '\t']) } else { &text[..] };
    match heapglass_compiler::compile(text, file, mode) {
        Ok(compilation) => {
            for warning in &compilation.warnings {
                m.write_error(&warning.display(file, ""));
            }
            let (code, arena) = m.load_piece(&compilation);
            Ok(Compiled { code, held: Some((arena, compilation.containers)) })
        }
        Err(diagnostic) => Err(raise_diagnostic(m, &diagnostic, text, file)),
    }
}

/// Raises what does not compile as an exception of the program.
fn raise_diagnostic(m: &mut Machine, diagnostic: &Diagnostic, source: &str, file: &str) -> Raised {
    let which = match diagnostic.kind {
        DiagnosticKind::Syntax => StaticType::SyntaxError,
        DiagnosticKind::Indentation => StaticType::IndentationError,
        DiagnosticKind::Tab => StaticType::TabError,
        DiagnosticKind::Value => return m.raise(StaticType::ValueError, diagnostic.message.clone()),
        DiagnosticKind::TooDeep => return m.raise(StaticType::RecursionError, diagnostic.message.clone()),
        DiagnosticKind::Unsupported => return m.unsupported(&diagnostic.message),
    };
    let line = source.lines().nth((diagnostic.line as usize).saturating_sub(1)).unwrap_or("");
    let details = [
        m.heap.new_str(file),
        m.heap.new_int(i64::from(diagnostic.line)),
        m.heap.new_int(i64::from(diagnostic.column)),
        m.heap.new_str(line),
        m.heap.new_int(i64::from(diagnostic.end_line)),
        m.heap.new_int(i64::from(diagnostic.end_column)),
    ];
    let details = m.heap.new_tuple_from(&details);
    let message = m.heap.new_str(&diagnostic.message);
    let made = m.call(which.address(), &[message, details], &[]);
    m.decref(message);
    m.decref(details);
    match made {
        Ok(exception) => m.raise_object(exception),
        Err(raised) => raised,
    }
}
