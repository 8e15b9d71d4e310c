//! Modules: those written in Rust, and the Python sources of the rest of the library.

pub mod atexit;
pub mod abc;
pub mod bisect;
pub mod builtins_module;
pub mod bytes_io;
pub mod cmath;
pub mod ctypes;
pub mod datetime;
pub mod decimal;
pub mod gc;
pub mod heapq;
pub mod hooks;
pub mod json;
pub mod library;
pub mod lsprof;
pub mod math;
pub mod numpy;
pub mod objgraph;
pub mod opcode;
pub mod posix;
pub mod random;
pub mod regex;
pub mod digest;
pub mod statistics;
pub mod string_io;
pub mod stdlib_names;
pub mod struct_sequence;
pub mod struct_object;
pub mod structs;
pub mod subprocess;
pub mod sys;
pub mod sys_info;
pub mod text_io;
pub mod time;
pub mod syntax_tree;

pub mod traceback;
pub mod tracemalloc;
pub(crate) mod tree_reader;
pub mod unicodedata;
pub mod weak_proxy;
pub mod weakref;

use heapglass_heap::Address;

use crate::{
    machine::{Machine, Outcome},
    native::{self, Owner},
    types::module_type::types_of_module,
};

/// A module written in Rust: its functions are rows of its name, the rest is put in by a function.
#[derive(Clone, Copy, Debug)]
pub struct NativeModule {
    /// As `import` names it.
    pub name: &'static str,
    /// Puts constants and types into the module's dict (borrowed).
    pub fill: fn(&mut Machine, Address) -> Outcome<()>,
}

/// All of them.
pub const NATIVE: &[NativeModule] = &[
    NativeModule { name: "builtins", fill: |_, _| Ok(()) },
    NativeModule { name: "sys", fill: sys::fill },
    NativeModule { name: "gc", fill: gc::fill },
    NativeModule { name: "array", fill: |m, dict| {
        use heapglass_heap::static_type::StaticType;
        m.put_types(dict, &[StaticType::Array])?;
        let type_ = m.heap.type_object(StaticType::Array);
        m.incref(type_);
        m.namespace_put(dict, "ArrayType", type_)?;
        m.put_text(dict, "typecodes", "bBuhHiIlLqQfd")
    } },
    NativeModule { name: "_collections", fill: |m, dict| {
        use heapglass_heap::static_type::StaticType;
        m.put_types(dict, &[StaticType::OrderedDict])?;
        m.put_types(dict, types_of_module("_collections"))
    } },
    NativeModule { name: "_io", fill: |m, dict| {
        use heapglass_heap::static_type::StaticType;
        m.put_types(dict, &[StaticType::BytesIO, StaticType::StringIO, StaticType::TextIOWrapper])
    } },
    NativeModule { name: "_random", fill: |m, dict| m.put_types(dict, types_of_module("_random")) },
    NativeModule { name: "_json", fill: json::fill },
    NativeModule { name: "_sha2", fill: |_, _| Ok(()) },
    NativeModule { name: "_hashes", fill: |_, _| Ok(()) },
    NativeModule { name: "_statistics", fill: |_, _| Ok(()) },
    NativeModule { name: "cmath", fill: cmath::fill },
    NativeModule { name: "_datetime", fill: datetime::fill },
    NativeModule { name: "_bisect", fill: |_, _| Ok(()) },
    NativeModule { name: "_heapq", fill: |_, _| Ok(()) },
    NativeModule { name: "_decimal", fill: decimal::fill },
    NativeModule { name: "_typing", fill: |m, dict| {
        use heapglass_heap::static_type::StaticType::{ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple};
        m.put_types(dict, &[TypeVar, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVarTuple, TypeAliasType])
    } },
    NativeModule { name: "unicodedata", fill: unicodedata::fill },
    NativeModule { name: "atexit", fill: |_, _| Ok(()) },
    NativeModule { name: "_functools", fill: crate::method::lru_cache::fill_module },
    NativeModule { name: "_operator", fill: |m, dict| m.put_types(dict, types_of_module("_operator")) },
    NativeModule { name: "itertools", fill: |m, dict| m.put_types(dict, types_of_module("itertools")) },
    NativeModule { name: "math", fill: math::fill },
    NativeModule { name: "posix", fill: |_, _| Ok(()) },
    NativeModule { name: "time", fill: time::fill },
    NativeModule { name: "_lsprof", fill: |m, dict| m.put_types(dict, types_of_module("_lsprof")) },
    NativeModule { name: "_numpy", fill: |m, dict| m.put_types(dict, types_of_module("_numpy")) },
    NativeModule { name: "_objgraph", fill: |_, _| Ok(()) },
    NativeModule { name: "_abc", fill: |_, _| Ok(()) },
    NativeModule { name: "_thread", fill: crate::method::thread_lock::fill_module },
    NativeModule { name: "_traceback", fill: |_, _| Ok(()) },
    NativeModule { name: "_ast", fill: |_, _| Ok(()) },
    NativeModule { name: "_sre", fill: |_, _| Ok(()) },
    NativeModule { name: "_opcode", fill: |_, _| Ok(()) },
    NativeModule { name: "_struct", fill: |m, dict| m.put_types(dict, &[heapglass_heap::static_type::StaticType::Struct]) },
    NativeModule { name: "_subprocess", fill: |_, _| Ok(()) },
    NativeModule { name: "_ctypes", fill: |_, _| Ok(()) },
    NativeModule { name: "_linecache", fill: |_, _| Ok(()) },
    NativeModule { name: "_tracemalloc", fill: tracemalloc::fill },
    NativeModule { name: "_weakref", fill: weakref::fill },
];

impl Machine {
    /// A new module object for a module written in Rust; `None` if there is none of this name. The caller puts it into
    /// `sys.modules`.
    pub fn new_native_module(&mut self, name: &str) -> Outcome<Option<Address>> {
        let Some(native) = NATIVE.iter().find(|native| native.name == name) else { return Ok(None) };
        let module = self.new_plain_module(name)?;
        let dict = self.module_dict(module);
        for (number, row) in native::rows().iter().enumerate() {
            if row.owner == Owner::Module(native.name) && native.name != "builtins" {
                let function = self.new_module_function(module, name, number);
                self.namespace_put(dict, row.name, function)?;
            }
        }
        if native.name == "builtins" {
            builtins_module::fill(self, module)?;
        }
        self.make_module_types(native.name, module)?;
        (native.fill)(self, dict)?;
        Ok(Some(module))
    }

    /// The function of row `number`, of a module.
    fn new_module_function(&mut self, module: Address, name: &str, number: usize) -> Address {
        self.incref(module);
        let module_name = self.name(name);
        self.heap.new_builtin_function(native::code_address(number).raw(), module, module_name)
    }

    /// A module with the attributes every module has.
    pub fn new_plain_module(&mut self, name: &str) -> Outcome {
        let dict = self.heap.new_dict();
        let name = self.name(name);
        let module = self.heap.new_module(dict, name);
        let none = self.heap.none();
        self.namespace_put(dict, "__name__", name)?;
        for attribute in ["__doc__", "__package__", "__loader__", "__spec__"] {
            self.namespace_put(dict, attribute, none)?;
        }
        Ok(module)
    }

    /// The dict of a module, borrowed.
    pub fn module_dict(&self, module: Address) -> Address {
        self.field(module, heapglass_heap::layout::runtime::module::DICT)
    }

    /// Puts a str under a name.
    pub(crate) fn put_text(&mut self, dict: Address, name: &str, text: &str) -> Outcome<()> {
        let value = self.heap.new_str(text);
        self.namespace_put(dict, name, value)
    }

    /// Puts an int under a name.
    pub(crate) fn put_int(&mut self, dict: Address, name: &str, value: i64) -> Outcome<()> {
        let value = self.heap.new_int(value);
        self.namespace_put(dict, name, value)
    }

    /// Puts builtin types under their short names.
    pub(crate) fn put_types(&mut self, dict: Address, types: &[heapglass_heap::static_type::StaticType]) -> Outcome<()> {
        for which in types {
            let type_ = self.heap.type_object(*which);
            self.incref(type_);
            self.namespace_put(dict, which.short_name(), type_)?;
        }
        Ok(())
    }
}
