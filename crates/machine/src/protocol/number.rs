//! Arithmetic on any two objects: reflected operands, in-place forms, sequences under `+` and `*`.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::Arguments,
    types::slot::{Found, Slot},
};

/// A binary operator, numbered as `BINARY_OP` numbers them; in-place forms are 13 further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are CPython's own")]
#[repr(u8)]
pub enum BinaryOp {
    Add,
    And,
    FloorDivide,
    LShift,
    MatrixMultiply,
    Multiply,
    Remainder,
    Or,
    Power,
    RShift,
    Subtract,
    TrueDivide,
    Xor,
}

/// A unary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the operators'")]
pub enum UnaryOp {
    Negative,
    Positive,
    Invert,
}

/// Per operator: as written, method, reflected method, in-place method.
type OperatorRow = (&'static str, Slot, Slot, Slot);

const OPERATORS: [OperatorRow; 13] = [
    ("+", Slot::Add, Slot::RAdd, Slot::IAdd),
    ("&", Slot::And, Slot::RAnd, Slot::IAnd),
    ("//", Slot::FloorDiv, Slot::RFloorDiv, Slot::IFloorDiv),
    ("<<", Slot::LShift, Slot::RLShift, Slot::ILShift),
    ("@", Slot::MatMul, Slot::RMatMul, Slot::IMatMul),
    ("*", Slot::Mul, Slot::RMul, Slot::IMul),
    ("%", Slot::Mod, Slot::RMod, Slot::IMod),
    ("|", Slot::Or, Slot::ROr, Slot::IOr),
    ("** or pow()", Slot::Pow, Slot::RPow, Slot::IPow),
    (">>", Slot::RShift, Slot::RRShift, Slot::IRShift),
    ("-", Slot::Sub, Slot::RSub, Slot::ISub),
    ("/", Slot::TrueDiv, Slot::RTrueDiv, Slot::ITrueDiv),
    ("^", Slot::Xor, Slot::RXor, Slot::IXor),
];

impl BinaryOp {
    /// All operators by number.
    pub const ALL: [Self; 13] = [
        Self::Add,
        Self::And,
        Self::FloorDivide,
        Self::LShift,
        Self::MatrixMultiply,
        Self::Multiply,
        Self::Remainder,
        Self::Or,
        Self::Power,
        Self::RShift,
        Self::Subtract,
        Self::TrueDivide,
        Self::Xor,
    ];

    /// The operator of a `BINARY_OP` argument, and whether it is in-place.
    pub fn from_argument(argument: u32) -> Option<(Self, bool)> {
        let index = argument as usize;
        Self::ALL
            .get(index % 13)
            .filter(|_| index < 26)
            .map(|op| (*op, index >= 13))
    }

    const fn row(self) -> OperatorRow {
        OPERATORS[self as usize]
    }
}

impl Machine {
    /// `a op b`.
    pub fn binary(&mut self, op: BinaryOp, a: Address, b: Address) -> Outcome {
        let (symbol, ..) = op.row();
        match self.binary_or_none(op, a, b)? {
            Some(result) => Ok(result),
            None => Err(self.unsupported_operands(symbol, a, b)),
        }
    }

    /// `a op= b`: what is then bound to the target.
    pub fn inplace(&mut self, op: BinaryOp, a: Address, b: Address) -> Outcome {
        let (symbol, _, _, slot) = op.row();
        if let Some(result) = self.try_binary_slot(a, slot, b)? {
            return Ok(result);
        }
        // A class has a table of sequence slots, empty or not: those of the right operand are then not asked (`PyNumber_InPlaceMultiply`).
        let number_alone = op == BinaryOp::Multiply
            && self.is_sequence_operand(b)
            && !self.is_sequence_operand(a)
            && self.heap.is_heap_type(self.heap.type_of(a));
        let result = if number_alone { self.binary_by_numbers(op, a, b)? } else { self.binary_or_none(op, a, b)? };
        match result {
            Some(result) => Ok(result),
            None if op == BinaryOp::Power => Err(self.unsupported_operands("**=", a, b)),
            None => Err(self.unsupported_operands(&format!("{symbol}="), a, b)),
        }
    }

    /// `a op b`, or `None` if neither operand knows how.
    pub fn binary_or_none(
        &mut self,
        op: BinaryOp,
        a: Address,
        b: Address,
    ) -> Outcome<Option<Address>> {
        let (_, slot, reflected, _) = op.row();
        let sequence_op = matches!(op, BinaryOp::Add | BinaryOp::Multiply);
        if sequence_op && (self.is_sequence_operand(a) || self.is_sequence_operand(b)) {
            return self.binary_with_sequence(op, a, b);
        }
        self.binary_dispatch(a, slot, b, reflected)
    }

    /// The rule of operands: the right one first if its type derives from the left one's and reflects differently.
    pub fn binary_dispatch(
        &mut self,
        a: Address,
        slot: Slot,
        b: Address,
        reflected: Slot,
    ) -> Outcome<Option<Address>> {
        let (type_a, type_b) = (self.heap.type_of(a), self.heap.type_of(b));
        if type_a == type_b {
            // CPython tries the reflected method of equal types never.
            return self.try_binary_slot(a, slot, b);
        }
        let mut tried = false;
        if self.heap.is_subtype(type_b, type_a)
            && self.reflects_differently(type_a, type_b, reflected)
        {
            tried = true;
            if let Some(result) = self.try_binary_slot(b, reflected, a)? {
                return Ok(Some(result));
            }
        }
        if let Some(result) = self.try_binary_slot(a, slot, b)? {
            return Ok(Some(result));
        }
        if tried {
            Ok(None)
        } else {
            self.try_binary_slot(b, reflected, a)
        }
    }

    fn reflects_differently(&mut self, type_a: Address, type_b: Address, reflected: Slot) -> bool {
        match (
            self.find_slot(type_a, reflected),
            self.find_slot(type_b, reflected),
        ) {
            (_, Found::Missing) => false,
            (Found::Attribute(left), Found::Attribute(right)) => left != right,
            (Found::Native(left), Found::Native(right)) => !std::ptr::fn_addr_eq(left, right),
            _ => true,
        }
    }

    /// `a.slot(b)`; `None` for `NotImplemented` or no such method.
    fn try_binary_slot(&mut self, a: Address, slot: Slot, b: Address) -> Outcome<Option<Address>> {
        let result = match self.find_slot(self.heap.type_of(a), slot) {
            Found::Missing => return Ok(None),
            Found::Native(function) => function(self, Arguments::of(a, &[b]))?,
            Found::Attribute(attribute) => self.call_attribute_of(attribute, a, &[b])?,
        };
        Ok(if result == self.heap.not_implemented() {
            None
        } else {
            Some(result)
        })
    }

    /// Whether `+` and `*` of this object are those of sequences: tried only after the number methods of both operands.
    fn is_sequence_operand(&self, object: Address) -> bool {
        matches!(
            self.heap.kind(object),
            Kind::List
                | Kind::Tuple
                | Kind::Str
                | Kind::Bytes
                | Kind::ByteArray
                | Kind::Deque
                | Kind::Array
        )
    }

    fn binary_with_sequence(
        &mut self,
        op: BinaryOp,
        a: Address,
        b: Address,
    ) -> Outcome<Option<Address>> {
        let (_, slot, reflected, _) = op.row();
        if let Some(result) = self.binary_by_numbers(op, a, b)? {
            return Ok(Some(result));
        }
        if self.is_sequence_operand(a) && !self.is_number_method(a, slot) {
            if op == BinaryOp::Multiply && !self.is_index(b) {
                let name = self.type_name(b);
                return Err(self.raise(
                    StaticType::TypeError,
                    format!("can't multiply sequence by non-int of type '{name}'"),
                ));
            }
            return self.try_binary_slot(a, slot, b);
        }
        if op == BinaryOp::Multiply
            && self.is_sequence_operand(b)
            && !self.is_number_method(b, reflected)
        {
            if !self.is_index(a) {
                let name = self.type_name(a);
                return Err(self.raise(
                    StaticType::TypeError,
                    format!("can't multiply sequence by non-int of type '{name}'"),
                ));
            }
            return self.try_binary_slot(b, slot, a);
        }
        Ok(None)
    }

    /// What number methods of a class (found as attributes) make of it, or those of a builtin that is no sequence.
    fn binary_by_numbers(&mut self, op: BinaryOp, a: Address, b: Address) -> Outcome<Option<Address>> {
        let (_, slot, reflected, _) = op.row();
        if self.is_number_method(a, slot)
            && let Some(result) = self.try_binary_slot(a, slot, b)?
        {
            return Ok(Some(result));
        }
        let differs = self.heap.type_of(a) != self.heap.type_of(b);
        if differs && self.is_number_method(b, reflected) { self.try_binary_slot(b, reflected, a) } else { Ok(None) }
    }

    fn is_number_method(&mut self, object: Address, slot: Slot) -> bool {
        match self.find_slot(self.heap.type_of(object), slot) {
            Found::Missing => false,
            Found::Attribute(_) => true,
            Found::Native(_) => !self.is_sequence_operand(object),
        }
    }

    fn unsupported_operands(
        &mut self,
        symbol: &str,
        a: Address,
        b: Address,
    ) -> heapglass_heap::Raised {
        let (left, right) = (self.type_name(a), self.type_name(b));
        let pieces = [Piece::Text(symbol), Piece::Text(&left), Piece::Text(&right)];
        self.raise_format(StaticType::TypeError, "unsupported operand type(s) for %.100s: '%.100s' and '%.100s'", &pieces)
    }

    /// `-a`, `+a`, `~a`.
    pub fn unary(&mut self, op: UnaryOp, a: Address) -> Outcome {
        let (slot, symbol) = match op {
            UnaryOp::Negative => (Slot::Neg, "-"),
            UnaryOp::Positive => (Slot::Pos, "+"),
            UnaryOp::Invert => (Slot::Invert, "~"),
        };
        if let Some(result) = self.call_slot(a, slot, &[])? {
            return Ok(result);
        }
        let format = match symbol {
            "-" => "bad operand type for unary -: '%.200s'",
            "+" => "bad operand type for unary +: '%.200s'",
            _ => "bad operand type for unary ~: '%.200s'",
        };
        Err(self.raise_about_type(format, a))
    }

    /// `abs(a)`.
    pub fn absolute(&mut self, a: Address) -> Outcome {
        if let Some(result) = self.call_slot(a, Slot::Abs, &[])? {
            return Ok(result);
        }
        Err(self.raise_about_type("bad operand type for abs(): '%.200s'", a))
    }

    /// `divmod(a, b)`.
    pub fn div_mod(&mut self, a: Address, b: Address) -> Outcome {
        match self.binary_dispatch(a, Slot::DivMod, b, Slot::RDivMod)? {
            Some(result) => Ok(result),
            None => Err(self.unsupported_operands("divmod()", a, b)),
        }
    }

    /// Whether `object` can stand for an index: an int, or it has `__index__`.
    pub fn is_index(&mut self, object: Address) -> bool {
        self.heap.kind(object) == Kind::Int || self.has_slot(self.heap.type_of(object), Slot::Index)
    }

    /// `operator.index(object)`: an int (new reference; the object itself if it is one).
    pub fn index(&mut self, object: Address) -> Outcome {
        if self.heap.kind(object) == Kind::Int {
            return Ok(self.incref(object));
        }
        match self.call_slot(object, Slot::Index, &[])? {
            None => Err(self.raise_about_type("'%.200s' object cannot be interpreted as an integer", object)),
            Some(result) if self.heap.is_exact(result, StaticType::Int) => Ok(result),
            Some(result) if self.heap.kind(result) == Kind::Int => {
                let returned = self.type_name(result);
                match self.warn_of_subclass("__index__", "int", &returned) {
                    Ok(()) => Ok(result),
                    Err(raised) => {
                        self.decref(result);
                        Err(raised)
                    }
                }
            }
            Some(result) => {
                let raised = self.raise_about_type("__index__ returned non-int (type %.200s)", result);
                self.decref(result);
                Err(raised)
            }
        }
    }

    /// The complaint about an int that is too large, made and dropped (`PyNumber_AsSsize_t`, `slot_tp_hash`).
    #[cold]
    pub(crate) fn forget_overflow(&mut self) {
        self.raise(StaticType::OverflowError, "Python int too large to convert to C ssize_t");
        self.clear_error();
    }

    /// Whether the object can become a number (`PyNumber_Check`).
    pub fn is_number(&mut self, object: Address) -> bool {
        let type_ = self.heap.type_of(object);
        matches!(self.heap.kind(object), Kind::Int | Kind::Float | Kind::Complex)
            || [Slot::Index, Slot::Int, Slot::Float].into_iter().any(|slot| self.has_slot(type_, slot))
    }

    /// An index as a machine word; too big a one raises `overflow` ("cannot fit 'int' into an index-sized integer").
    pub fn index_to_i64(&mut self, object: Address, overflow: StaticType) -> Outcome<i64> {
        let int = self.index(object)?;
        let value = self.heap.int_to_i64(int);
        self.decref(int);
        match value {
            Some(value) => Ok(value),
            None => {
                let name = self.type_name(object);
                Err(self.raise(
                    overflow,
                    format!("cannot fit '{name}' into an index-sized integer"),
                ))
            }
        }
    }

    /// An index as a machine word, cut to the nearest one that fits: how slices and `range` bounds of sequences read them.
    pub fn index_clamped(&mut self, object: Address) -> Outcome<i64> {
        let int = self.index(object)?;
        let value = self.heap.int_to_i64(int);
        let negative = value.is_none() && self.heap.int_digits(int).0;
        if value.is_none() {
            self.forget_overflow();
        }
        self.decref(int);
        Ok(value.unwrap_or(if negative { i64::MIN } else { i64::MAX }))
    }
}
