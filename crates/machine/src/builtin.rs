//! The builtin functions (Python/bltinmodule.c) and the types that only exist to be called: `enumerate`, `zip`, `map` …

pub mod introspection;
pub mod iteration;
pub mod iterator_type;
pub mod namespace;
pub mod numbers;
pub mod print;
pub mod reduce;
