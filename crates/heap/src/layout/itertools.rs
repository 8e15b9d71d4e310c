//! The iterators of `itertools` (Modules/itertoolsmodule.c).

use super::{CType, Field, layout};
use crate::static_type::StaticType;

layout! {
    /// One group of `groupby`.
    grouper {
        PARENT "parent" 16 Ref,
        TARGET_KEY "tgtkey" 24 Ref,
    }
}
layout! {
    /// One of the iterators of `tee`.
    tee {
        DATA "dataobj" 16 Ref,
        INDEX "index" 24 I32,
        WEAKLIST "weakreflist" 32 WeakList,
    }
}
/// One link of the items that the iterators of `tee` share.
pub mod tee_data {
    use super::{CType, Field};

    /// The iterator behind them all.
    pub const ITERATOR: u64 = 16;
    /// How many items have been read, 32 bits.
    pub const READ: u64 = 24;
    /// Whether the iterator is being asked right now, 32 bits.
    pub const RUNNING: u64 = 28;
    /// The next link, once this one is full.
    pub const NEXT_LINK: u64 = 32;
    /// Where the items begin.
    pub const VALUES: u64 = 40;
    /// Items of a link (`LINKCELLS`).
    pub const CELLS: u64 = 57;

    /// The iterator, the items, the next link: the order of `tp_traverse`.
    pub const FIELDS: &[Field] = &{
        let mut fields = [Field { name: "it", offset: ITERATOR, ctype: CType::Ref }; CELLS as usize + 2];
        let mut at = 0;
        while at < CELLS {
            fields[at as usize + 1] = Field { name: "values", offset: VALUES + 8 * at, ctype: CType::Ref };
            at += 1;
        }
        fields[CELLS as usize + 1] = Field { name: "nextlink", offset: NEXT_LINK, ctype: CType::Ref };
        fields
    };
}
layout! {
    /// `accumulate`.
    accumulate {
        BINARY_OPERATION "binop" 32 Ref,
        ITERATOR "it" 24 Ref,
        TOTAL "total" 16 Ref,
        INITIAL "initial" 40 Ref,
    }
}
layout! {
    /// `batched`.
    batched {
        ITERATOR "it" 16 Ref,
        BATCH_SIZE "batch_size" 24 Signed,
    }
}
layout! {
    /// `chain`.
    chain {
        ACTIVE "active" 24 Ref,
        SOURCE "source" 16 Ref,
    }
}
layout! {
    /// `combinations` and `combinations_with_replacement`.
    combinations {
        POOL "pool" 16 Ref,
        RESULT "result" 32 Ref,
        INDICES "indices" 24 Buffer,
        LENGTH "r" 40 Signed,
        STOPPED "stopped" 48 I32,
    }
}
layout! {
    /// `compress`.
    compress {
        DATA "data" 16 Ref,
        SELECTORS "selectors" 24 Ref,
    }
}
layout! {
    /// `count`.
    count {
        LONG_COUNT "long_cnt" 24 Ref,
        LONG_STEP "long_step" 32 Ref,
        COUNT "cnt" 16 Signed,
    }
}
layout! {
    /// `cycle`.
    cycle {
        ITERATOR "it" 16 Ref,
        SAVED "saved" 24 Ref,
        INDEX "index" 32 Signed,
        FIRST_PASS "firstpass" 40 I32,
    }
}
layout! {
    /// `dropwhile` and `takewhile`.
    predicate {
        ITERATOR "it" 24 Ref,
        FUNC "func" 16 Ref,
        STATE "state" 32 Signed,
    }
}
layout! {
    /// `filterfalse` and `starmap`.
    function_iterator {
        ITERATOR "it" 24 Ref,
        FUNC "func" 16 Ref,
    }
}
layout! {
    /// `groupby`.
    groupby {
        ITERATOR "it" 16 Ref,
        KEY_FUNC "keyfunc" 24 Ref,
        TARGET_KEY "tgtkey" 32 Ref,
        CURRENT_KEY "currkey" 40 Ref,
        CURRENT_VALUE "currvalue" 48 Ref,
        CURRENT_GROUPER "currgrouper" 56 Borrowed,
    }
}
layout! {
    /// `islice`.
    islice {
        ITERATOR "it" 16 Ref,
        NEXT "next" 24 Signed,
        STOP "stop" 32 Signed,
        STEP "step" 40 Signed,
        COUNT "cnt" 48 Signed,
    }
}
layout! {
    /// `pairwise`.
    pairwise {
        ITERATOR "it" 16 Ref,
        OLD "old" 24 Ref,
    }
}
layout! {
    /// `permutations`.
    permutations {
        POOL "pool" 16 Ref,
        RESULT "result" 40 Ref,
        INDICES "indices" 24 Buffer,
        CYCLES "cycles" 32 Buffer,
        LENGTH "r" 48 Signed,
        STOPPED "stopped" 56 I32,
    }
}
layout! {
    /// `product`.
    product {
        POOLS "pools" 16 Ref,
        RESULT "result" 32 Ref,
        INDICES "indices" 24 Buffer,
        STOPPED "stopped" 40 I32,
    }
}
layout! {
    /// `repeat`.
    repeat {
        ELEMENT "element" 16 Ref,
        COUNT "cnt" 24 Signed,
    }
}
layout! {
    /// `zip_longest`.
    zip_longest {
        ITERATORS "ittuple" 32 Ref,
        RESULT "result" 40 Ref,
        FILL_VALUE "fillvalue" 48 Ref,
        SIZE "tuplesize" 16 Signed,
        ACTIVE "numactive" 24 Signed,
    }
}

pub(super) const fn fields(which: StaticType) -> Option<&'static [Field]> {
    Some(match which {
        StaticType::ItertoolsGrouper => grouper::FIELDS,
        StaticType::ItertoolsTee => tee::FIELDS,
        StaticType::ItertoolsTeeDataobject => tee_data::FIELDS,
        StaticType::ItertoolsAccumulate => accumulate::FIELDS,
        StaticType::ItertoolsBatched => batched::FIELDS,
        StaticType::ItertoolsChain => chain::FIELDS,
        StaticType::ItertoolsCombinations | StaticType::ItertoolsCombinationsWithReplacement => combinations::FIELDS,
        StaticType::ItertoolsCompress => compress::FIELDS,
        StaticType::ItertoolsCount => count::FIELDS,
        StaticType::ItertoolsCycle => cycle::FIELDS,
        StaticType::ItertoolsDropwhile | StaticType::ItertoolsTakewhile => predicate::FIELDS,
        StaticType::ItertoolsFilterfalse | StaticType::ItertoolsStarmap => function_iterator::FIELDS,
        StaticType::ItertoolsGroupby => groupby::FIELDS,
        StaticType::ItertoolsIslice => islice::FIELDS,
        StaticType::ItertoolsPairwise => pairwise::FIELDS,
        StaticType::ItertoolsPermutations => permutations::FIELDS,
        StaticType::ItertoolsProduct => product::FIELDS,
        StaticType::ItertoolsRepeat => repeat::FIELDS,
        StaticType::ItertoolsZipLongest => zip_longest::FIELDS,
        _ => return None,
    })
}
