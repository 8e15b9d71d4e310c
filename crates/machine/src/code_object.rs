//! From what the compiler made to code objects in memory.
//!
//! Every constant becomes one object, so places that share a constant share the object. The parser's arena holds one more
//! reference to the literals of the program while `__main__` runs; a list stands for it here.

use heapglass_compiler::{
    Code, CodeId, Compilation, Constant, ConstantId,
    ast::Text,
};
use heapglass_heap::{Address, StaticType, object::code::CodeFields};

use crate::{code_table::CodeFacts, machine::Machine, module::library};

/// The objects of one compilation while they are being made. Each holds one reference of ours.
struct Loader<'a> {
    compilation: &'a Compilation,
    constants: Vec<Address>,
    codes: Vec<Address>,
    file_name: Address,
    is_program: bool,
    /// The compiler has made it just now, as opposed to a file of bytecode read back: it has had constants as keys of a dict, so
    /// their hashes are known.
    is_fresh: bool,
}

impl Machine {
    /// Makes the code objects and constants of a compilation. Returns the module's code (owned) and the list of arena
    /// references (owned).
    pub fn load_compilation(&mut self, compilation: &Compilation, is_program: bool) -> (Address, Address) {
        let root = &compilation.codes[compilation.root.0 as usize];
        let file_name = self.heap.new_str(&root.filename);
        let mut loader = Loader {
            compilation,
            constants: vec![Address::NULL; compilation.constants.len()],
            codes: vec![Address::NULL; compilation.codes.len()],
            file_name,
            is_program,
            is_fresh: !root.filename.starts_with(library::FOLDER),
        };
        let code = loader.code(self, compilation.root);
        self.incref(code);
        let mut arena = Vec::with_capacity(compilation.arena.len());
        for id in &compilation.arena {
            let constant = loader.constant(self, *id);
            arena.push(self.incref(constant));
        }
        let arena = self.heap.new_list_from(&arena);
        self.heap.gc_untrack(arena);
        for object in loader.constants.into_iter().chain(loader.codes) {
            self.xdecref(object);
        }
        self.decref(file_name);
        (code, arena)
    }
}

impl Loader<'_> {
    /// The object of a constant, borrowed from the loader.
    fn constant(&mut self, m: &mut Machine, id: ConstantId) -> Address {
        let index = id.0 as usize;
        if self.constants[index].is_null() {
            let object = self.new_constant(m, id);
            self.constants[index] = object;
        }
        self.constants[index]
    }

    fn new_constant(&mut self, m: &mut Machine, id: ConstantId) -> Address {
        let compilation = self.compilation;
        match &compilation.constants[id.0 as usize] {
            Constant::None => m.heap.none(),
            Constant::True => m.heap.true_(),
            Constant::False => m.heap.false_(),
            Constant::Ellipsis => m.heap.ellipsis(),
            Constant::Int(value) => new_int(m, value),
            Constant::Float(value) => m.heap.new_float(*value),
            Constant::Complex { real, imaginary } => m.heap.new_complex(*real, *imaginary),
            Constant::Str(text) => {
                let object = new_text(m, text);
                if self.is_fresh {
                    m.heap.str_hash(object);
                }
                object
            }
            Constant::Bytes(bytes) => {
                let object = m.heap.new_bytes(bytes);
                if self.is_fresh {
                    m.heap.bytes_hash(object);
                }
                object
            }
            Constant::Tuple(items) => self.tuple(m, items),
            Constant::FrozenSet(items) => self.frozen_set(m, items),
            Constant::Code(code) => {
                let code = self.code(m, *code);
                m.incref(code)
            }
        }
    }

    /// A tuple of constants, tracked until a collection finds that it holds atoms only.
    fn tuple(&mut self, m: &mut Machine, items: &[ConstantId]) -> Address {
        let mut objects = Vec::with_capacity(items.len());
        for item in items {
            let object = self.constant(m, *item);
            objects.push(m.incref(object));
        }
        m.heap.new_tuple_from(&objects)
    }

    /// `co_consts` of a code object: functions with equal constants share the tuple.
    fn consts_tuple(&mut self, m: &mut Machine, id: ConstantId, items: &[ConstantId]) -> Address {
        let index = id.0 as usize;
        if self.constants[index].is_null() {
            let tuple = self.tuple(m, items);
            self.constants[index] = tuple;
        }
        m.incref(self.constants[index])
    }

    /// Names are interned whatever characters they have, e.g. the `a.b` of an import.
    fn intern_names(&mut self, m: &mut Machine, names: ConstantId) {
        let compilation = self.compilation;
        let Constant::Tuple(items) = &compilation.constants[names.0 as usize] else { return };
        for item in items {
            let index = item.0 as usize;
            if let Constant::Str(text) = &compilation.constants[index]
                && self.constants[index].is_null()
            {
                let object = m.heap.new_str_points(&text.0);
                self.constants[index] = m.heap.intern(object);
            }
        }
    }

    fn frozen_set(&mut self, m: &mut Machine, items: &[ConstantId]) -> Address {
        let set = m.heap.new_set(StaticType::FrozenSet.address());
        for item in items {
            let object = self.constant(m, *item);
            // Constants have no `__hash__` of the program's own: this cannot fail.
            if let Ok(hash) = m.hash(object) {
                let _ = heapglass_heap::object::set::add(m, set, object, hash);
            }
        }
        set
    }

    /// A code object, borrowed from the loader.
    fn code(&mut self, m: &mut Machine, id: CodeId) -> Address {
        let index = id.0 as usize;
        if self.codes[index].is_null() {
            let compilation = self.compilation;
            let object = self.new_code(m, &compilation.codes[index]);
            self.codes[index] = object;
        }
        self.codes[index]
    }

    fn new_code(&mut self, m: &mut Machine, code: &Code) -> Address {
        let parts = code.parts;
        let consts = self.consts_tuple(m, parts.consts, &code.consts);
        self.intern_names(m, parts.names);
        self.intern_names(m, parts.localsplusnames);
        let [names, slot_names, exception_table, line_table] =
            [parts.names, parts.localsplusnames, parts.exceptiontable, parts.linetable].map(|id| {
                let object = self.constant(m, id);
                m.incref(object)
            });
        let kinds: Vec<u8> = code.localsplus.iter().map(|local| local.kind).collect();
        let slot_kinds = m.heap.new_bytes(&kinds);
        let name = m.heap.new_interned(&code.name);
        let qualified_name =
            if code.qualname == code.name { name } else { m.heap.new_str(&code.qualname) };
        let index = m.codes.enter(CodeFacts::new(code.clone(), self.is_program));
        m.registers.codes = m.codes.len() as u64;
        m.incref(self.file_name);
        m.heap.new_code(&CodeFields {
            units: &code.code,
            consts,
            names,
            exception_table,
            slot_names,
            slot_kinds,
            file_name: self.file_name,
            name,
            qualified_name,
            line_table,
            flags: code.flags,
            argument_count: code.argcount,
            positional_only_count: code.posonlyargcount,
            keyword_only_count: code.kwonlyargcount,
            stack_size: code.stacksize,
            first_line: code.firstlineno,
            kinds: &kinds,
            index,
        })
    }
}

/// An int of any size.
pub(crate) fn new_int(m: &mut Machine, value: &num_bigint::BigInt) -> Address {
    if let Ok(small) = i64::try_from(value) {
        return m.heap.new_int(small);
    }
    let mut rest = value.magnitude().clone();
    let base = num_bigint::BigUint::from(1u32 << 30);
    let mut digits = Vec::new();
    while rest.bits() > 0 {
        let digit = &rest % &base;
        digits.push(u32::try_from(&digit).unwrap_or(0));
        rest /= &base;
    }
    m.heap.new_int_digits(value.sign() == num_bigint::Sign::Minus, &digits)
}

/// A string constant; one that looks like a name is interned (`all_name_chars` in Objects/codeobject.c).
fn new_text(m: &mut Machine, text: &Text) -> Address {
    let is_name = |point: u32| point < 128 && ((point as u8).is_ascii_alphanumeric() || point == u32::from(b'_'));
    match text.to_rust() {
        Some(name) if text.0.iter().all(|point| is_name(*point)) => m.heap.new_interned(&name),
        _ => m.heap.new_str_points(&text.0),
    }
}
