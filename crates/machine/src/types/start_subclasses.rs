//! The dicts of subclasses of the builtin types when a program begins.
//!
//! CPython's own library has classes too, most of which do not exist here. The dicts are as full as CPython's all the same, so
//! that they grow when CPython's grow: an entry without a class behind it is a weak reference whose object has died.

use heapglass_heap::static_type::{ALL, StaticType, field};

use crate::machine::{Machine, Outcome};

/// `len(T.__subclasses__())` in a program's first line, of 3.12.1, without `ExceptionGroup`, which is made afterwards.
const COUNTS: &[(StaticType, usize)] = &[
    (StaticType::Object, 158),
    (StaticType::Exception, 19),
    (StaticType::Tuple, 19),
    (StaticType::OSError, 13),
    (StaticType::Warning, 11),
    (StaticType::BaseException, 5),
    (StaticType::ConnectionError, 4),
    (StaticType::RuntimeError, 3),
    (StaticType::ArithmeticError, 3),
    (StaticType::UnicodeError, 3),
    (StaticType::LookupError, 3),
    (StaticType::ImportError, 2),
    (StaticType::ValueError, 2),
    (StaticType::SyntaxError, 1),
    (StaticType::List, 1),
    (StaticType::NameError, 1),
    (StaticType::Int, 1),
    (StaticType::Type, 1),
    (StaticType::Dict, 1),
    (StaticType::Property, 1),
    (StaticType::BuiltinFunction, 1),
    (StaticType::SystemError, 1),
    (StaticType::StaticMethod, 1),
    (StaticType::ClassMethod, 1),
    (StaticType::IndentationError, 1),
];

impl Machine {
    /// Makes the dicts.
    pub(super) fn start_subclasses(&mut self) -> Outcome<()> {
        let gone = self.dead_weak_reference()?;
        for &(base, count) in COUNTS {
            let here: Vec<StaticType> = ALL
                .iter()
                .copied()
                .filter(|which| which.row().base == base && *which != base && !which.is_made_by_module() && !which.is_readied_by_module())
                .take(count)
                .collect();
            let dict = self.heap.new_dict();
            self.heap.memory.set_address(base.address().plus(field::SUBCLASSES), dict);
            for which in &here {
                self.add_subclass(base.address(), which.address())?;
            }
            for number in here.len()..count {
                let key = self.heap.new_int(number as i64);
                self.dict_store(dict, key, gone)?;
                self.decref(key);
            }
        }
        self.decref(gone);
        Ok(())
    }

    fn dead_weak_reference(&mut self) -> Outcome {
        let object = self.heap.new_set(StaticType::Set.address());
        let weakref = self.weak_reference_to(object);
        self.decref(object);
        weakref
    }
}
