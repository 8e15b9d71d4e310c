//! Traces as they are stored (`tests/oracle/packed.py`): of each object the fields that changed, of a frame its names if they
//! changed. Unpacked they are in the encoding "delta".

use serde_json::{Map, Value, json};

/// The trace in the encoding "delta".
pub fn unpack(mut document: Value) -> Value {
    if document["encoding"] != "patches" {
        return document;
    }
    let mut heap = Map::new();
    let mut names: Vec<Value> = Vec::new();
    for step in document["steps"].as_array_mut().into_iter().flatten() {
        for label in step["since"]["died"].as_array().into_iter().flatten() {
            heap.remove(label.as_str().unwrap_or_default());
        }
        unpack_heap(step["heap"].as_object_mut().expect("a heap is an object"), &mut heap);
        let frames = step["frames"].as_array_mut().expect("frames are an array");
        for (depth, frame) in frames.iter_mut().enumerate() {
            if frame["names"].is_null() {
                frame["names"] = names[depth].clone();
            }
        }
        names = frames.iter().map(|frame| frame["names"].clone()).collect();
    }
    document["encoding"] = json!("delta");
    document
}

/// Completes the objects of one step by what is known of them.
fn unpack_heap(changes: &mut Map<String, Value>, heap: &mut Map<String, Value>) {
    for (label, change) in changes.iter_mut() {
        let Value::Object(fields) = change else {
            heap.remove(label);
            continue;
        };
        let mut node = heap.get(label).and_then(Value::as_object).cloned().unwrap_or_default();
        node.append(fields);
        node.retain(|_, value| !value.is_null());
        *change = Value::Object(node);
        heap.insert(label.clone(), change.clone());
    }
}
