//! A language as the page loads it.

use std::collections::BTreeMap;

use crate::{Message, Topic};

/// What tells whether a language's file is made for a page: all names of messages and their variables, as one number.
pub fn print(english: &[Topic]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for topic in english {
        add(&topic.name);
        for message in &topic.messages {
            add(&message.name);
            for variable in &message.variables {
                add(if variable.is_number { "#" } else { "$" });
                add(&variable.name);
            }
        }
        add("");
    }
    format!("{hash:016x}")
}

/// The topic of what the page's scripts say (`static`, `js`): they find their texts by name.
pub const SCRIPTS: &str = "scripts";

/// A language's file: the texts of each topic, in the order of the English ones.
pub fn json(print: &str, topics: &[Topic]) -> serde_json::Value {
    let named = |topic: &Topic| topic.messages.iter().map(|message| (message.name.clone(), serde_json::json!(message.pattern))).collect();
    let scripts: serde_json::Map<_, _> = topics.iter().find(|topic| topic.name == SCRIPTS).map(named).unwrap_or_default();
    let texts = |topic: &Topic| {
        let messages: &[Message] = if topic.name == SCRIPTS { &[] } else { &topic.messages };
        messages.iter().map(|message| serde_json::json!(message.pattern)).collect::<Vec<_>>()
    };
    let topics: BTreeMap<_, _> = topics.iter().map(|topic| (&topic.name, texts(topic))).collect();
    serde_json::json!({ "print": print, "scripts": scripts, "topics": topics })
}
