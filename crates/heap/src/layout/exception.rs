//! Exceptions (Include/cpython/pyerrors.h): the fields of `BaseException`, and what some add.
//!
//! `tp_traverse` and `tp_clear` take the added fields first, and the cause before the context.

use super::{CType, Field, layout};
use crate::static_type::StaticType;

layout! {
    /// The fields of every exception.
    base {
        DICT "dict" 16 Ref,
        ARGS "args" 24 Ref,
        NOTES "notes" 32 Ref,
        TRACEBACK "traceback" 40 Ref,
        CAUSE "cause" 56 Ref,
        CONTEXT "context" 48 Ref,
        SUPPRESS_CONTEXT "suppress_context" 64 U8,
    }
}

/// Where the fields of a subclass begin.
pub const ADDED: u64 = 72;

macro_rules! exception {
    ($(#[$doc:meta])* $module:ident { $($constant:ident $name:literal $offset:literal $ctype:ident,)* }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the names are CPython's own")]
        pub mod $module {
            use super::{CType, Field};
            $(pub const $constant: u64 = $offset;)*
            /// The fields, in the order of `tp_traverse`.
            pub const FIELDS: &[Field] = &[
                $(Field { name: $name, offset: $offset, ctype: CType::$ctype },)*
                Field { name: "dict", offset: 16, ctype: CType::Ref },
                Field { name: "args", offset: 24, ctype: CType::Ref },
                Field { name: "notes", offset: 32, ctype: CType::Ref },
                Field { name: "traceback", offset: 40, ctype: CType::Ref },
                Field { name: "cause", offset: 56, ctype: CType::Ref },
                Field { name: "context", offset: 48, ctype: CType::Ref },
                Field { name: "suppress_context", offset: 64, ctype: CType::U8 },
            ];
        }
    };
}

exception! {
    /// `BaseExceptionGroup`.
    group {
        MESSAGE "msg" 72 Ref,
        EXCEPTIONS "excs" 80 Ref,
    }
}
exception! {
    /// `StopIteration`.
    stop_iteration {
        VALUE "value" 72 Ref,
    }
}
exception! {
    /// `SystemExit`.
    system_exit {
        CODE "code" 72 Ref,
    }
}
exception! {
    /// `NameError`.
    name_error {
        NAME "name" 72 Ref,
    }
}
exception! {
    /// `AttributeError`.
    attribute_error {
        OBJECT "obj" 72 Ref,
        NAME "name" 80 Ref,
    }
}
exception! {
    /// `ImportError`.
    import_error {
        MESSAGE "msg" 72 Ref,
        NAME "name" 80 Ref,
        PATH "path" 88 Ref,
        NAME_FROM "name_from" 96 Ref,
    }
}
exception! {
    /// `OSError`.
    os_error {
        ERRNO "myerrno" 72 Ref,
        STRERROR "strerror" 80 Ref,
        FILENAME "filename" 88 Ref,
        FILENAME2 "filename2" 96 Ref,
        WRITTEN "written" 104 Signed,
    }
}
exception! {
    /// `SyntaxError`.
    syntax_error {
        MESSAGE "msg" 72 Ref,
        FILENAME "filename" 80 Ref,
        LINENO "lineno" 88 Ref,
        OFFSET "offset" 96 Ref,
        END_LINENO "end_lineno" 104 Ref,
        END_OFFSET "end_offset" 112 Ref,
        TEXT "text" 120 Ref,
        PRINT_FILE_AND_LINE "print_file_and_line" 128 Ref,
    }
}
exception! {
    /// `UnicodeEncodeError` and its siblings.
    unicode_error {
        ENCODING "encoding" 72 Ref,
        OBJECT "object" 80 Ref,
        START "start" 88 Signed,
        END "end" 96 Signed,
        REASON "reason" 104 Ref,
    }
}

pub(super) const fn fields(which: StaticType) -> Option<&'static [Field]> {
    Some(match which {
        StaticType::BaseExceptionGroup | StaticType::ExceptionGroup => group::FIELDS,
        StaticType::StopIteration => stop_iteration::FIELDS,
        StaticType::SystemExit => system_exit::FIELDS,
        StaticType::NameError | StaticType::UnboundLocalError => name_error::FIELDS,
        StaticType::AttributeError => attribute_error::FIELDS,
        StaticType::ImportError | StaticType::ModuleNotFoundError => import_error::FIELDS,
        StaticType::SyntaxError | StaticType::IndentationError | StaticType::TabError => syntax_error::FIELDS,
        StaticType::UnicodeDecodeError | StaticType::UnicodeEncodeError | StaticType::UnicodeTranslateError => {
            unicode_error::FIELDS
        }
        _ if which.row().kind as u8 == crate::kind::Kind::Exception as u8 => {
            if which.row().basic_size == 112 {
                os_error::FIELDS
            } else {
                base::FIELDS
            }
        }
        _ => return None,
    })
}
