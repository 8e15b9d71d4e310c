//! What an object's box holds, and how large that makes it.

use super::{CELL, CHARACTER, HEADER, Look, Metrics, ROW, text_width};
use crate::picture::{Object, ObjectId, Part, Shape, Value};
use crate::words;
use heapglass_words::object as say;

/// The inside of a box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// Cells in lines.
    pub cells: Vec<Cell>,
    /// Whether only the header is drawn, though there is more.
    pub folded: bool,
}

/// A row of name and value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its upper edge, from that of the box.
    pub y: i32,
    /// Which part of the object it is; none for a note.
    pub part: Option<usize>,
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
    /// It stands for parts that are not shown: a way to them.
    pub more: bool,
}

/// A cell in a line of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its left edge, from that of the box.
    pub x: i32,
    /// Its upper edge, from that of the box.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Which part of the object it is; none for a note.
    pub part: Option<usize>,
    /// Its index.
    pub index: String,
    /// The value.
    pub text: String,
    /// The object referred to.
    pub target: Option<ObjectId>,
    /// Room that is not in use.
    pub spare: bool,
    /// The step changed it.
    pub changed: bool,
    /// It stands for parts that are not shown: a way to them.
    pub more: bool,
}

/// Whether boxes of this kind show no rows unless asked to.
pub(super) fn usually_folded(object: &Object) -> bool {
    matches!(object.shape, Shape::Class | Shape::Module)
}

/// What stands where an arrow cannot be drawn, because its target is out of sight.
pub(super) type StandIn<'a> = dyn Fn(ObjectId) -> Option<String> + 'a;

/// Arrows that may leave a line of cells downward; more get a row each.
const MOST_DROPS: usize = 4;

impl Form {
    /// The box of an object.
    pub(super) fn new(object: &Object, look: &Look, metrics: &Metrics, stand_in: &StandIn<'_>) -> Self {
        let folded = look.folds(object);
        let least = header_width(object, folded);
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
        if matches!(object.shape, Shape::List | Shape::Tuple | Shape::Set)
            && let Some(form) = Self::of_cells(object, least, metrics, stand_in)
        {
            return form;
        }
        Self::of_rows(object, least, metrics, stand_in)
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

    /// Lines of cells. `None` if arrows would leave from more than one line, or from too many cells.
    fn of_cells(object: &Object, least: i32, metrics: &Metrics, stand_in: &StandIn<'_>) -> Option<Self> {
        let mut line = Line::new(metrics.frame + metrics.gutter * 2);
        let gap_before = object.parts.len().saturating_sub(1);
        for (part_index, part) in object.parts.iter().enumerate() {
            if part_index == gap_before && object.hidden_parts > 0 {
                line.more(object.hidden_parts);
            }
            let (target, text) = shown(&part.value, metrics.characters, stand_in);
            let index = label(part, metrics);
            // An index is short; the name of an attribute may be wider than its value.
            let width = (text_width(&text) + 16).max(text_width(&index) * 7 / 8 + 10).max(36);
            line.push(Cell { width, part: Some(part_index), index, text, target, changed: part.changed, ..Cell::default() });
        }
        if object.spare > 0 {
            let text = say::spare(u64::from(object.spare));
            let width = text_width(&text) * 7 / 8 + 16;
            line.push(Cell { width, text, spare: true, ..Cell::default() });
        }
        let drops = line.cells.iter().filter(|cell| cell.target.is_some()).count();
        let lines = line.lines();
        if drops > 0 && (drops > MOST_DROPS || lines > 1) {
            return None;
        }
        let height = HEADER + if line.cells.is_empty() { 10 } else { CELL * lines };
        Some(Self {
            width: line.widest.max(least),
            height,
            cells: line.cells,
            ..Self::default()
        })
    }

    fn of_rows(object: &Object, least: i32, metrics: &Metrics, stand_in: &StandIn<'_>) -> Self {
        let labels = object.parts.iter().map(|part| {
            let dot = if matches!(part.key, Some(Value::Arrow(_))) { 14 } else { 0 };
            text_width(&label(part, metrics)) + dot
        });
        let divide = (labels.max().unwrap_or(0) + 20).max(34);
        let mut width = least.max(divide + 44);
        let mut rows: Vec<Row> = Vec::new();
        let mut add = |row: Row| {
            let words = if row.part.is_none() { text_width(&row.label) } else { divide + text_width(&row.text) };
            width = width.max(words + 20);
            let y = HEADER + ROW * i32::try_from(rows.len()).unwrap_or(i32::MAX / 64);
            rows.push(Row { y, ..row });
        };
        let is_sequence = matches!(object.shape, Shape::List | Shape::Tuple | Shape::Set);
        let gap_before = if is_sequence { object.parts.len().saturating_sub(1) } else { object.parts.len() };
        let more = (object.hidden_parts > 0).then(|| Row {
            label: say::more(object.hidden_parts.into()),
            more: true,
            ..Row::default()
        });
        for (index, part) in object.parts.iter().enumerate() {
            if index == gap_before {
                more.iter().cloned().for_each(&mut add);
            }
            add(row(part, index, metrics, stand_in));
        }
        if gap_before >= object.parts.len() {
            more.into_iter().for_each(&mut add);
        }
        if object.spare > 0 {
            add(Row { label: say::room(u64::from(object.spare)), ..Row::default() });
        }
        let height = HEADER + (ROW * i32::try_from(rows.len()).unwrap_or(i32::MAX / 64)).max(8);
        let beside = (!object.value.is_empty()).then(|| (words::shortened(&object.value, metrics.characters), least - BADGE));
        if let Some((text, _)) = &beside {
            width = width.max(least + text_width(text) + 22);
        }
        Self {
            width,
            height,
            beside,
            rows,
            divide,
            ..Self::default()
        }
    }
}

/// Cells beside each other, and below where they do not fit.
struct Line {
    cells: Vec<Cell>,
    limit: i32,
    x: i32,
    y: i32,
    widest: i32,
}

impl Line {
    fn new(limit: i32) -> Self {
        Self { cells: Vec::new(), limit, x: 0, y: HEADER, widest: 0 }
    }

    fn push(&mut self, cell: Cell) {
        if self.x > 0 && self.x + cell.width > self.limit {
            self.x = 0;
            self.y += CELL;
        }
        let width = cell.width;
        self.cells.push(Cell { x: self.x, y: self.y, ..cell });
        self.x += width;
        self.widest = self.widest.max(self.x);
    }

    fn more(&mut self, hidden: u32) {
        let text = say::more(hidden.into());
        self.push(Cell { width: text_width(&text) + 12, text, more: true, ..Cell::default() });
    }

    fn lines(&self) -> i32 {
        (self.y - HEADER) / CELL + 1
    }
}

fn row(part: &Part, index: usize, metrics: &Metrics, stand_in: &StandIn<'_>) -> Row {
    let key = match part.key {
        Some(Value::Arrow(id)) if stand_in(id).is_none() => Some(id),
        _ => None,
    };
    let (target, text) = shown(&part.value, metrics.characters, stand_in);
    Row {
        y: 0,
        part: Some(index),
        label: label(part, metrics),
        key,
        text,
        target,
        weak: part.weak,
        changed: part.changed,
        more: false,
    }
}

fn label(part: &Part, metrics: &Metrics) -> String {
    words::shortened(&part.label, metrics.characters * 3 / 4)
}

/// The object an arrow leads to, and what stands in the cell: nothing where an arrow starts.
pub(super) fn shown(value: &Value, characters: usize, stand_in: &StandIn<'_>) -> (Option<ObjectId>, String) {
    match value {
        Value::Empty => (None, "—".into()),
        Value::InPlace { text, .. } => (None, words::shortened(text, characters)),
        Value::Arrow(id) => match stand_in(*id) {
            Some(words) => (None, words::shortened(&words, characters)),
            None => (Some(*id), String::new()),
        },
    }
}

fn is_container(shape: Shape) -> bool {
    matches!(shape, Shape::List | Shape::Tuple | Shape::Dict | Shape::Set)
}

/// Room for the count badge and the space around it.
const BADGE: i32 = 44;

/// Where the quiet words beside an object's number start.
pub fn fact_start(object: &Object) -> i32 {
    44 + text_width(words::type_word(object)) + 6 + text_width(&words::numbered(object.id)) + 4
}

/// The width of tile, type, number, quiet words, sign and badge.
fn header_width(object: &Object, folded: bool) -> i32 {
    let fact = if object.fact.is_empty() { 0 } else { text_width(&object.fact) * 7 / 8 + 8 };
    let sign = if object.reachable { 0 } else { 20 };
    let chevron = if folded { 16 } else { 0 };
    let extra = match object.count {
        Some(10..) => CHARACTER,
        _ => 0,
    };
    fact_start(object) + fact + sign + chevron + extra + BADGE - 4
}
