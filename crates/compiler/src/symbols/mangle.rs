//! Private names: `__x` in class `C` is `_C__x`.

use std::borrow::Cow;

/// `name` as it is stored when it stands in the class `private` (`_Py_Mangle`).
pub(crate) fn mangle<'a>(private: Option<&str>, name: &'a str) -> Cow<'a, str> {
    let Some(private) = private else { return Cow::Borrowed(name) };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return Cow::Borrowed(name);
    }
    let class = private.trim_start_matches('_');
    if class.is_empty() { Cow::Borrowed(name) } else { Cow::Owned(format!("_{class}{name}")) }
}

#[cfg(test)]
mod tests {
    use super::mangle;

    #[test]
    fn private_names_carry_the_class_without_its_leading_underscores() {
        assert_eq!(mangle(Some("__Tree"), "__root"), "_Tree__root");
        assert_eq!(mangle(Some("Tree"), "__init__"), "__init__");
        assert_eq!(mangle(Some("___"), "__root"), "__root");
        assert_eq!(mangle(None, "__root"), "__root");
    }
}
