//! References at fixed offsets: which there are, and in what order they are released.

use crate::{
    Heap, Kind,
    address::Address,
    layout::{CType, Field},
};

/// Offsets in the order of `tp_dealloc`, where that differs from the order of the table of layouts.
fn release_order(kind: Kind) -> Option<&'static [u64]> {
    Some(match kind {
        Kind::Function => &[16, 24, 104, 56, 64, 80, 88, 72, 112, 120, 48, 32, 40],
        Kind::Super => &[24, 16, 32],
        _ => return None,
    })
}

impl Heap {
    /// The fields of `object` that own a reference, in the order in which they are released.
    pub(crate) fn reference_offsets(&self, object: Address) -> impl Iterator<Item = u64> + use<> {
        let order = release_order(self.kind(object));
        let table: &'static [Field] = if order.is_some() { &[] } else { self.fields_of(object) };
        let counted = table
            .iter()
            .filter(|field| field.ctype == CType::Ref)
            .map(|field| field.offset);
        order.unwrap_or(&[]).iter().copied().chain(counted)
    }

    /// The name of the field at `offset`, as CPython's source has it.
    pub(crate) fn field_name(&self, object: Address, offset: u64) -> &'static str {
        let found = self.fields_of(object).iter().find(|field| field.offset == offset);
        found.map_or("a field", |Field { name, .. }| name)
    }

    /// The blocks of memory that `object` owns beside its own, by the table of layouts.
    pub(crate) fn buffer_offsets(&self, object: Address) -> impl Iterator<Item = u64> + use<> {
        self.fields_of(object)
            .iter()
            .filter(|field| field.ctype == CType::Buffer)
            .map(|field| field.offset)
    }
}
