//! The whole report of an exception: what it came from, its traceback, its notes, and the members of a group
//! (`print_exception_recursive` in Python/pythonrun.c).
//!
//! Within a group every line begins with an indentation and a margin: `  | `.

use std::collections::HashSet;

use heapglass_heap::{Address, Kind, StaticType, layout::exception::group};

use super::display::TRACEBACK_HEADER;
use crate::machine::Machine;

/// Groups within groups that are shown (`max_group_depth`).
const MOST_GROUPS: usize = 10;
/// Members of a group that are shown (`max_group_width`).
const MOST_MEMBERS: usize = 15;
/// Between the report of a `__cause__` and what it caused.
const CAUSE: &str = "The above exception was the direct cause of the following exception:";
/// Between the report of a `__context__` and what followed.
const CONTEXT: &str = "During handling of the above exception, another exception occurred:";

/// A report being written.
#[derive(Default)]
struct Report {
    text: String,
    /// How many groups the place lies in.
    depth: usize,
    /// The last member of a group has no line below it yet.
    open: bool,
    /// Exceptions that have been shown.
    seen: HashSet<Address>,
}

impl Report {
    fn margin(&mut self, margin: &str) {
        self.text.push_str(&"  ".repeat(self.depth));
        if self.depth > 0 {
            self.text.push_str(margin);
        }
    }

    /// One line, or several, each behind the margin.
    fn lines(&mut self, lines: &str) {
        for line in lines.split('\n') {
            self.margin("| ");
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    fn rule(&mut self, words: &str) {
        self.text.push_str(&"  ".repeat(self.depth));
        self.text.push_str(words);
        self.text.push('\n');
    }
}

impl Machine {
    /// The whole report of an exception, as CPython prints it when nobody catches it.
    pub(crate) fn exception_report(&mut self, exception: Address) -> String {
        let mut report = Report::default();
        self.report_chain(exception, &mut report);
        report.text
    }

    /// What the exception came from, the first first, then the exception.
    fn report_chain(&mut self, exception: Address, report: &mut Report) {
        let mut chain = vec![(exception, "")];
        report.seen.insert(exception);
        let mut at = exception;
        loop {
            let (cause, context) = (self.heap.exception_cause(at), self.heap.exception_context(at));
            let (from, how) = match () {
                () if !cause.is_null() => (cause, CAUSE),
                () if !context.is_null() && !self.heap.suppress_context(at) => (context, CONTEXT),
                () => break,
            };
            if !report.seen.insert(from) {
                break;
            }
            chain.push((from, how));
            at = from;
        }
        while let Some((at, how)) = chain.pop() {
            let open = report.open;
            self.report_one(at, report);
            if !chain.is_empty() {
                report.open = open;
                report.lines(&format!("\n{how}\n"));
            }
            if self.watch.abandoned {
                return;
            }
        }
    }

    fn report_one(&mut self, exception: Address, report: &mut Report) {
        let class = self.heap.type_of(exception);
        if !self.heap.is_subtype(class, StaticType::BaseExceptionGroup.address()) {
            return self.report_alone(exception, false, report);
        }
        if report.depth > MOST_GROUPS {
            return report.lines(&format!("... (max_group_depth is {MOST_GROUPS})"));
        }
        let outermost = report.depth == 0;
        report.depth += usize::from(outermost);
        self.report_alone(exception, true, report);
        self.report_members(exception, report);
        report.depth -= usize::from(outermost);
    }

    fn report_members(&mut self, exception: Address, report: &mut Report) {
        let members = self.heap.tuple_items(self.heap.exception_field(exception, group::EXCEPTIONS));
        let shown = members.len().min(MOST_MEMBERS + 1);
        report.open = false;
        for (index, member) in members.iter().take(shown).enumerate() {
            let is_last = index + 1 == shown;
            report.open |= is_last;
            let left_out = index >= MOST_MEMBERS;
            let label = if left_out { "...".to_owned() } else { (index + 1).to_string() };
            report.rule(&format!("{}+---------------- {label} ----------------", if index == 0 { "+-" } else { "  " }));
            report.depth += 1;
            if left_out {
                let more = members.len() - MOST_MEMBERS;
                report.lines(&format!("and {more} more exception{}", if more > 1 { "s" } else { "" }));
            } else {
                self.report_chain(*member, report);
            }
            if is_last && std::mem::take(&mut report.open) {
                report.rule("+------------------------------------");
            }
            report.depth -= 1;
        }
    }

    /// The traceback, the last line and the notes of one exception.
    fn report_alone(&mut self, exception: Address, is_group: bool, report: &mut Report) {
        let traceback = self.traceback_text(self.heap.exception_traceback(exception));
        if let Some(entries) = traceback.strip_prefix(TRACEBACK_HEADER) {
            let header = if is_group { "Exception Group " } else { "" };
            report.margin(if is_group && report.depth == 1 { "+ " } else { "| " });
            report.text.push_str(&format!("{header}{TRACEBACK_HEADER}\n"));
            let entries = entries.trim_matches('\n');
            if !entries.is_empty() {
                report.lines(entries);
            }
        }
        let line = self.exception_line(exception);
        let suggestion = self.suggestion(exception);
        if self.heap.is_subtype(self.heap.type_of(exception), StaticType::SyntaxError.address()) {
            report.lines(&line);
        } else {
            // The further lines of a message stand without a margin.
            report.margin("| ");
            report.text.push_str(&format!("{line}{suggestion}\n"));
        }
        self.report_notes(exception, report);
    }

    /// The lines added by `add_note`; the `repr` of a `__notes__` that is no sequence.
    fn report_notes(&mut self, exception: Address, report: &mut Report) {
        let name = self.name("__notes__");
        let Ok(Some(notes)) = self.lookup_attribute(exception, name) else {
            if !self.watch.abandoned {
                self.clear_error();
            }
            return;
        };
        let items = match self.heap.kind(notes) {
            Kind::List => Some(self.heap.list_items(notes)),
            Kind::Tuple => Some(self.heap.tuple_items(notes)),
            _ => None,
        };
        match items {
            Some(items) => {
                for note in items {
                    let text = self.str_of(note).unwrap_or_else(|_| "<note str() failed>".to_owned());
                    report.lines(&text);
                }
            }
            None => {
                let text = self.repr_text(notes).unwrap_or_else(|_| "<__notes__ repr() failed>".to_owned());
                report.lines(&text);
            }
        }
        if !self.watch.abandoned {
            self.clear_error();
        }
        self.decref(notes);
    }
}
