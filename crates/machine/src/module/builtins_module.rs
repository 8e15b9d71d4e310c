//! The `builtins` module: functions, types, exceptions, constants. Its functions are in [`crate::builtin`].

use heapglass_heap::{
    Address,
    static_type::{ALL, StaticType},
};

use crate::{
    machine::{Machine, Outcome},
    native::{self, Owner},
};

/// The names of the module after those that every module has, in the order of its dict: what the module itself makes, the
/// exceptions, what `io` and `site` add.
const NAMES: &str = "\
    __build_class__ __import__ abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format \
    getattr globals hasattr hash hex id input isinstance issubclass iter aiter len locals max min next anext oct ord pow \
    print repr round setattr sorted sum vars None Ellipsis NotImplemented False True bool memoryview bytearray bytes \
    classmethod complex dict enumerate filter float frozenset property int list map object range reversed set slice \
    staticmethod str super tuple type zip __debug__ BaseException BaseExceptionGroup Exception GeneratorExit \
    KeyboardInterrupt SystemExit ArithmeticError AssertionError AttributeError BufferError EOFError ImportError \
    LookupError MemoryError NameError OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError \
    SystemError TypeError ValueError Warning FloatingPointError OverflowError ZeroDivisionError BytesWarning \
    DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning \
    RuntimeWarning SyntaxWarning UnicodeWarning UserWarning BlockingIOError ChildProcessError ConnectionError \
    FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError \
    ProcessLookupError TimeoutError IndentationError IndexError KeyError ModuleNotFoundError NotImplementedError \
    RecursionError UnboundLocalError UnicodeError BrokenPipeError ConnectionAbortedError ConnectionRefusedError \
    ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ExceptionGroup \
    EnvironmentError IOError open quit exit help";

/// Fills the module's dict.
pub fn fill(m: &mut Machine, module: Address) -> Outcome<()> {
    let dict = m.module_dict(module);
    for name in NAMES.split(' ') {
        let value = match constant(m, name) {
            Some(constant) => constant,
            None => function_or_type(m, module, name),
        };
        m.namespace_put(dict, name, value)?;
    }
    Ok(())
}

fn constant(m: &Machine, name: &str) -> Option<Address> {
    Some(match name {
        "None" => m.heap.none(),
        "Ellipsis" => m.heap.ellipsis(),
        "NotImplemented" => m.heap.not_implemented(),
        "False" => m.heap.false_(),
        "True" | "__debug__" => m.heap.true_(),
        "EnvironmentError" | "IOError" => StaticType::OSError.address(),
        _ => return None,
    })
}

fn function_or_type(m: &mut Machine, module: Address, name: &str) -> Address {
    let row = native::rows().iter().position(|row| row.owner == Owner::Module("builtins") && row.name == name);
    if let Some(number) = row {
        return m.new_module_function(module, "builtins", number);
    }
    let which = ALL.iter().find(|which| which.short_name() == name && which.row().name == name);
    which.map_or(m.heap.none(), |which| m.incref(m.heap.type_object(*which)))
}
