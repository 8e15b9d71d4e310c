//! What an object's box holds, and how large that makes it.

use super::{CELL, CHARACTER, HEADER, Metrics, ROW, text_width};
use crate::picture::{Object, ObjectId, Part, Shape, Value};
use crate::words;

/// The inside of a box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Width of the whole box.
    pub width: i32,
    /// Height of the whole box.
    pub height: i32,
    /// A value that stands beside the header, and where it starts.
    pub beside: Option<(String, i32)>,
    /// Rows of name and value.
    pub rows: Vec<Row>,
    /// Where values start in rows.
    pub divide: i32,
    /// Cells in a line.
    pub cells: Vec<Cell>,
    /// Whether the rows are hidden because the kind is usually folded.
    pub folded: bool,
}

/// A row of name and value.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its upper edge, from that of the box.
    pub y: i32,
    /// The name, key or index.
    pub label: String,
    /// A key that is an object of its own.
    pub key: Option<ObjectId>,
    /// The value, if it stands in place.
    pub text: String,
    /// The object referred to.
    pub target: Option<ObjectId>,
    /// The reference does not count.
    pub weak: bool,
    /// The step changed it.
    pub changed: bool,
}

/// A cell in a line of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its left edge, from that of the box.
    pub x: i32,
    /// Its width.
    pub width: i32,
    /// Its index.
    pub index: String,
    /// The value.
    pub text: String,
    /// Room that is not in use.
    pub spare: bool,
    /// The step changed it.
    pub changed: bool,
}

/// Whether boxes of this kind show no rows unless asked to.
pub(super) fn usually_folded(object: &Object) -> bool {
    matches!(object.shape, Shape::Class | Shape::Module | Shape::Function)
}

impl Form {
    /// The box of an object.
    pub fn new(object: &Object, unfolded: bool, metrics: &Metrics) -> Self {
        let folded = usually_folded(object) && !unfolded && !object.parts.is_empty();
        let least = header_width(object);
        if folded {
            return Self {
                width: least,
                height: HEADER,
                folded,
                ..Self::default()
            };
        }
        if object.parts.is_empty() && !is_container(object.shape) {
            return Self::of_value(object, least, metrics);
        }
        let as_cells = matches!(object.shape, Shape::List | Shape::Tuple | Shape::Set);
        if as_cells && object.parts.iter().all(|part| !matches!(part.value, Value::Arrow(_))) {
            if let Some(form) = Self::of_cells(object, least, metrics) {
                return form;
            }
        }
        Self::of_rows(object, least, metrics)
    }

    fn of_value(object: &Object, least: i32, metrics: &Metrics) -> Self {
        if object.value.is_empty() {
            return Self {
                width: least,
                height: HEADER,
                ..Self::default()
            };
        }
        let text = words::shortened(&object.value, metrics.characters);
        let width = least + text_width(&text) + 22;
        // The badge stands at the right end, after the value.
        let start = least - BADGE;
        Self {
            width,
            height: HEADER,
            beside: Some((text, start)),
            ..Self::default()
        }
    }

    /// `None` if they would not fit beside each other.
    fn of_cells(object: &Object, least: i32, metrics: &Metrics) -> Option<Self> {
        let limit = metrics.frame + metrics.gutter * 2;
        let mut x = 0;
        let mut cells = Vec::new();
        for part in &object.parts {
            let text = shown(&part.value, metrics.characters);
            let width = (text_width(&text) + 16).max(36);
            let index = if object.shape == Shape::Set {
                String::new()
            } else {
                part.label.clone()
            };
            cells.push(Cell {
                x,
                width,
                index,
                text,
                spare: false,
                changed: part.changed,
            });
            x += width;
        }
        if object.hidden_parts > 0 {
            let text = format!("… {} more", words::number(object.hidden_parts.into()));
            let width = text_width(&text) + 12;
            cells.push(Cell {
                x,
                width,
                index: String::new(),
                text,
                spare: false,
                changed: false,
            });
            x += width;
        }
        if object.spare > 0 {
            let text = if object.spare == 1 {
                "spare".into()
            } else {
                format!("{} spare", object.spare)
            };
            let width = text_width(&text) * 7 / 8 + 16;
            cells.push(Cell {
                x,
                width,
                index: String::new(),
                text,
                spare: true,
                changed: false,
            });
            x += width;
        }
        let height = HEADER + if cells.is_empty() { 10 } else { CELL };
        (x <= limit).then_some(Self {
            width: x.max(least),
            height,
            cells,
            ..Self::default()
        })
    }

    fn of_rows(object: &Object, least: i32, metrics: &Metrics) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        let labels = object
            .parts
            .iter()
            .map(|part| text_width(&label(part, metrics)))
            .max()
            .unwrap_or(0);
        let divide = (labels + 20).max(34);
        let mut width = least.max(divide + 44);
        for part in &object.parts {
            let row = row(part, HEADER + ROW * count(&rows), metrics);
            width = width.max(divide + text_width(&row.text) + 20);
            rows.push(row);
        }
        let mut note = |text: String| {
            width = width.max(text_width(&text) + 20);
            let y = HEADER + ROW * count(&rows);
            rows.push(Row {
                y,
                label: text,
                key: None,
                text: String::new(),
                target: None,
                weak: false,
                changed: false,
            });
        };
        if object.hidden_parts > 0 {
            note(format!("… {} more", words::number(object.hidden_parts.into())));
        }
        if object.spare > 0 {
            note(format!("room for {} more", object.spare));
        }
        let height = HEADER + (ROW * count(&rows)).max(8);
        Self {
            width,
            height,
            rows,
            divide,
            ..Self::default()
        }
    }
}

fn row(part: &Part, y: i32, metrics: &Metrics) -> Row {
    let key = match part.key {
        Some(Value::Arrow(id)) => Some(id),
        _ => None,
    };
    let target = match part.value {
        Value::Arrow(id) => Some(id),
        _ => None,
    };
    let text = shown(&part.value, metrics.characters);
    Row {
        y,
        label: label(part, metrics),
        key,
        text,
        target,
        weak: part.weak,
        changed: part.changed,
    }
}

fn label(part: &Part, metrics: &Metrics) -> String {
    words::shortened(&part.label, metrics.characters * 3 / 4)
}

fn count<T>(items: &[T]) -> i32 {
    i32::try_from(items.len()).unwrap_or(i32::MAX / 64)
}

/// What stands in a cell; nothing where an arrow starts.
pub(super) fn shown(value: &Value, characters: usize) -> String {
    match value {
        Value::Empty => "—".into(),
        Value::InPlace { text, .. } => words::shortened(text, characters),
        Value::Arrow(_) => String::new(),
    }
}

fn is_container(shape: Shape) -> bool {
    matches!(shape, Shape::List | Shape::Tuple | Shape::Dict | Shape::Set)
}

/// Room for the count badge and the space around it.
const BADGE: i32 = 44;

/// The width of tile, type, number, sign and badge.
fn header_width(object: &Object) -> i32 {
    let number = words::numbered(object.id);
    let sign = if object.reachable { 0 } else { 20 };
    let extra = match object.count {
        Some(10..) => CHARACTER,
        _ => 0,
    };
    44 + text_width(words::type_word(object)) + 6 + text_width(&number) + sign + extra + BADGE
}
