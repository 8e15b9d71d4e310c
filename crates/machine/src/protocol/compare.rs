//! Comparison.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    types::slot::{Found, Slot},
};

/// `<`, `<=`, `==`, `!=`, `>`, `>=`, numbered as in CPython.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the operators'")]
#[repr(u8)]
pub enum CompareOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl CompareOp {
    /// All operators by number.
    pub const ALL: [Self; 6] = [Self::Lt, Self::Le, Self::Eq, Self::Ne, Self::Gt, Self::Ge];

    /// The operator as written.
    pub const fn symbol(self) -> &'static str {
        ["<", "<=", "==", "!=", ">", ">="][self as usize]
    }

    /// The operator with its operands exchanged.
    pub const fn swapped(self) -> Self {
        [Self::Gt, Self::Ge, Self::Eq, Self::Ne, Self::Lt, Self::Le][self as usize]
    }

    /// The special method.
    pub const fn slot(self) -> Slot {
        [Slot::Lt, Slot::Le, Slot::Eq, Slot::Ne, Slot::Gt, Slot::Ge][self as usize]
    }

    /// What the operator says of an ordering.
    pub fn holds(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            Self::Lt => ordering.is_lt(),
            Self::Le => ordering.is_le(),
            Self::Eq => ordering.is_eq(),
            Self::Ne => ordering.is_ne(),
            Self::Gt => ordering.is_gt(),
            Self::Ge => ordering.is_ge(),
        }
    }
}

impl Machine {
    /// `a op b`, any object.
    pub fn rich_compare(&mut self, a: Address, b: Address, op: CompareOp) -> Outcome {
        self.enter_native(" in comparison")?;
        let result = self.compare_inner(a, b, op);
        self.leave_native();
        result
    }

    fn compare_inner(&mut self, a: Address, b: Address, op: CompareOp) -> Outcome {
        let (type_a, type_b) = (self.heap.type_of(a), self.heap.type_of(b));
        let mut reflected_tried = false;
        if type_a != type_b && self.heap.is_subtype(type_b, type_a) {
            reflected_tried = true;
            if let Some(result) = self.try_compare(b, a, op.swapped())? {
                return Ok(result);
            }
        }
        if let Some(result) = self.try_compare(a, b, op)? {
            return Ok(result);
        }
        if !reflected_tried && let Some(result) = self.try_compare(b, a, op.swapped())? {
            return Ok(result);
        }
        match op {
            CompareOp::Eq => Ok(self.heap.bool(a == b)),
            CompareOp::Ne => Ok(self.heap.bool(a != b)),
            _ => {
                let (left, right, symbol) = (self.type_name(a), self.type_name(b), op.symbol());
                let pieces = [Piece::Text(symbol), Piece::Text(&left), Piece::Text(&right)];
                let format = "'%s' not supported between instances of '%.100s' and '%.100s'";
                Err(self.raise_format(StaticType::TypeError, format, &pieces))
            }
        }
    }

    /// `a.__op__(b)`; `None` for `NotImplemented` or no such method.
    pub fn try_compare(&mut self, a: Address, b: Address, op: CompareOp) -> Outcome<Option<Address>> {
        let result = match self.find_slot(self.heap.type_of(a), op.slot()) {
            Found::Missing => return Ok(None),
            Found::Native(function) if self.compares_in_python(a) => {
                // `slot_tp_richcompare` finds the wrapper of the inherited slot: two tuples carry the arguments.
                let packed = self.heap.new_tuple_of(&[a, b]);
                let others = self.heap.new_tuple_of(&[b]);
                let result = function(self, crate::native::Arguments::of(a, &[b]));
                self.decref(others);
                self.decref(packed);
                result?
            }
            Found::Native(function) => function(self, crate::native::Arguments::of(a, &[b]))?,
            Found::Attribute(attribute) if self.is_method_descriptor(attribute) => self.call_attribute_of(attribute, a, &[b])?,
            Found::Attribute(attribute) => {
                let type_ = self.heap.type_of(a);
                match self.descriptor_get(attribute, a, type_) {
                    Ok(bound) => {
                        let result = self.call(bound, &[b], &[]);
                        self.decref(bound);
                        result?
                    }
                    Err(raised) if self.watch.abandoned => return Err(raised),
                    // A method that cannot be had compares with nothing.
                    Err(_) => {
                        self.clear_error();
                        return Ok(None);
                    }
                }
            }
        };
        Ok(if result == self.heap.not_implemented() {
            None
        } else {
            Some(result)
        })
    }

    /// Whether the class of `a` has a comparison written in Python, so that all of them are looked up by name.
    fn compares_in_python(&mut self, a: Address) -> bool {
        const ALL: [CompareOp; 6] = [CompareOp::Eq, CompareOp::Ne, CompareOp::Lt, CompareOp::Le, CompareOp::Gt, CompareOp::Ge];
        let type_ = self.heap.type_of(a);
        self.heap.is_heap_type(type_) && ALL.iter().any(|op| matches!(self.find_slot(type_, op.slot()), Found::Attribute(_)))
    }

    /// Whether `a is b or a == b`: how containers compare.
    pub fn equal(&mut self, a: Address, b: Address) -> Outcome<bool> {
        if a == b {
            Ok(true)
        } else {
            self.compare_is_true(a, b, CompareOp::Eq)
        }
    }

    /// `bool(a op b)`, with the identity shortcut of `==` and `!=`.
    pub fn compare_bool(&mut self, a: Address, b: Address, op: CompareOp) -> Outcome<bool> {
        if a == b && matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(op == CompareOp::Eq);
        }
        self.compare_is_true(a, b, op)
    }

    fn compare_is_true(&mut self, a: Address, b: Address, op: CompareOp) -> Outcome<bool> {
        let result = self.rich_compare(a, b, op)?;
        let verdict = self.is_true(result);
        self.decref(result);
        verdict
    }

    /// `sorted`'s comparison: `a < b`.
    pub fn less(&mut self, a: Address, b: Address) -> Outcome<bool> {
        self.compare_bool(a, b, CompareOp::Lt)
    }
}
