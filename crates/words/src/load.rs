//! Reading a language's file.

use crate::pattern::{CASE, CHOICE, END, KEY, VARIABLE, digit};
use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};
use std::{collections::BTreeMap, fmt};

/// What stands in a file; the topics in the order of their names.
#[derive(Deserialize)]
struct File {
    print: String,
    topics: BTreeMap<String, Vec<Text>>,
}

/// Why a file cannot be used.
pub(crate) enum Trouble {
    /// It cannot be read: where and why.
    Broken(String),
    /// It is made for another build.
    Other,
}

/// The topics of a file that is made for the build with this print.
pub(crate) fn topics(file: &str, print: &str) -> Result<Vec<Vec<&'static str>>, Trouble> {
    let file: File = serde_json::from_str(file).map_err(|mistake| Trouble::Broken(mistake.to_string()))?;
    if file.print != print {
        return Err(Trouble::Other);
    }
    Ok(file.topics.into_values().map(|texts| texts.into_iter().map(|text| &*text.0.leak()).collect()).collect())
}

/// A message as one text: see [`crate::pattern`].
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let pieces: Vec<Piece> = Deserialize::deserialize(source)?;
        Ok(Self(pieces.into_iter().map(|piece| piece.0).collect()))
    }
}

/// A piece: a text, the index of a variable, or a choice, `{"by": 0, "cases": [["one", […]], ["other", […]]]}`.
struct Piece(String);

impl<'de> Deserialize<'de> for Piece {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(OfPiece).map(Self)
    }
}

struct OfPiece;

impl<'de> Visitor<'de> for OfPiece {
    type Value = String;

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("a text, a number or a choice")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.replace([VARIABLE, CHOICE, KEY, CASE, END], ""))
    }

    fn visit_u64<E: Error>(self, index: u64) -> Result<String, E> {
        let index = usize::try_from(index).map_err(E::custom)?;
        Ok(String::from_iter([VARIABLE, digit(index)]))
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<String, M::Error> {
        let (mut by, mut cases) = (0, Vec::<(String, Text)>::new());
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "by" => by = map.next_value()?,
                "cases" => cases = map.next_value()?,
                _ => return Err(M::Error::custom("a choice has `by` and `cases`")),
            }
        }
        let cases = cases.into_iter().map(|(key, text)| format!("{key}{KEY}{}{CASE}", text.0));
        Ok(format!("{CHOICE}{}{}{END}", digit(by), cases.collect::<String>()))
    }
}
