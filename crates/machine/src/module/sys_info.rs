//! The constants of `sys`.

use heapglass_heap::{Address, static_type::StaticType};

use super::stdlib_names::STDLIB_MODULE_NAMES;
use crate::machine::{Machine, Outcome};

/// The attribute of `sys` that is made late.
pub const STDLIB_NAMES: &str = "stdlib_module_names";

/// Modules that CPython has compiled in.
const BUILTIN_MODULES: &[&str] = &["_collections", "_functools", "_io", "_operator", "_weakref", "builtins", "errno", "gc", "itertools", "sys", "time"];

/// Puts all constants into the dict of `sys`.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    m.put_text(dict, "version", "3.12.1 (main, Dec  8 2023, 00:00:00) [GCC 12.2.0]")?;
    m.put_text(dict, "copyright", "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved.")?;
    m.put_text(dict, "platform", "linux")?;
    m.put_text(dict, "byteorder", "little")?;
    m.put_text(dict, "executable", "/usr/bin/python3")?;
    for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] {
        m.put_text(dict, name, "/usr")?;
    }
    m.put_text(dict, "platlibdir", "lib")?;
    m.put_text(dict, "float_repr_style", "short")?;
    m.put_text(dict, "abiflags", "")?;
    m.put_text(dict, "ps1", ">>> ")?;
    m.put_int(dict, "hexversion", 0x030c_01f0)?;
    m.put_int(dict, "api_version", 1013)?;
    m.put_int(dict, "maxsize", i64::MAX)?;
    m.put_int(dict, "maxunicode", 0x10_ffff)?;
    let dont_write = m.heap.false_();
    m.namespace_put(dict, "dont_write_bytecode", dont_write)?;
    let version = version_info(m);
    m.incref(version);
    m.namespace_put(dict, "version_info", version)?;
    let implementation = implementation(m, version)?;
    m.namespace_put(dict, "implementation", implementation)?;
    number_facts(m, dict)?;
    let names: Vec<Address> = BUILTIN_MODULES.iter().map(|name| m.heap.new_str(name)).collect();
    let names = m.heap.new_tuple_from(&names);
    m.namespace_put(dict, "builtin_module_names", names)?;
    for name in ["argv", "path", "meta_path", "path_hooks", "warnoptions"] {
        let list = m.heap.new_list(0);
        m.namespace_put(dict, name, list)?;
    }
    Ok(())
}

/// `sys.stdlib_module_names`, which are made when a program first asks for them: a dict without them is that of `sys`.
pub fn name_stdlib_modules(m: &mut Machine, dict: Address) -> Outcome<()> {
    let names = m.heap.new_set(StaticType::FrozenSet.address());
    for name in STDLIB_MODULE_NAMES.split(' ') {
        let name = m.heap.new_interned(name);
        let added = m.hash(name).and_then(|hash| heapglass_heap::object::set::add(m, names, name, hash));
        m.decref(name);
        added?;
    }
    m.namespace_put(dict, STDLIB_NAMES, names)
}

fn version_info(m: &mut Machine) -> Address {
    let items = [m.heap.new_int(3), m.heap.new_int(12), m.heap.new_int(1), m.heap.new_str("final"), m.heap.new_int(0)];
    m.new_struct_sequence(StaticType::StructSequenceVersionInfo, &items)
}

/// Takes the version over.
fn implementation(m: &mut Machine, version: Address) -> Outcome {
    let dict = m.heap.new_dict();
    m.put_text(dict, "name", "cpython")?;
    m.put_text(dict, "cache_tag", "cpython-312")?;
    m.namespace_put(dict, "version", version)?;
    m.put_int(dict, "hexversion", 0x030c_01f0)?;
    Ok(m.new_words(StaticType::SimpleNamespace, &[dict.raw()]))
}

fn number_facts(m: &mut Machine, dict: Address) -> Outcome<()> {
    let flags = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0].map(|flag| m.heap.new_int(flag));
    let mut flags = flags.to_vec();
    flags.push(m.heap.false_());
    flags.extend([0, 0].map(|flag| m.heap.new_int(flag)));
    flags.push(m.heap.false_());
    flags.push(m.heap.new_int(4300));
    let flags = m.new_struct_sequence(StaticType::StructSequenceFlags, &flags);
    m.namespace_put(dict, "flags", flags)?;
    let mut hash: Vec<Address> = [64, (1 << 61) - 1, 314_159, 0, 1_000_003].map(|fact| m.heap.new_int(fact)).to_vec();
    hash.push(m.heap.new_str("siphash13"));
    hash.extend([64, 128, 0].map(|fact| m.heap.new_int(fact)));
    let hash = m.new_struct_sequence(StaticType::StructSequenceHashInfo, &hash);
    m.namespace_put(dict, "hash_info", hash)?;
    let int = [30, 4, 4300, 640].map(|fact| m.heap.new_int(fact));
    let int = m.new_struct_sequence(StaticType::StructSequenceIntInfo, &int);
    m.namespace_put(dict, "int_info", int)?;
    let float = [
        m.heap.new_float(f64::MAX),
        m.heap.new_int(1024),
        m.heap.new_int(308),
        m.heap.new_float(f64::MIN_POSITIVE),
        m.heap.new_int(-1021),
        m.heap.new_int(-307),
        m.heap.new_int(15),
        m.heap.new_int(53),
        m.heap.new_float(f64::EPSILON),
        m.heap.new_int(2),
        m.heap.new_int(1),
    ];
    let float = m.new_struct_sequence(StaticType::StructSequenceFloatInfo, &float);
    m.namespace_put(dict, "float_info", float)
}
