//! A program as somebody reads it who has a wrong idea of names and memory: the text is changed, line by line, so that it does
//! what they think it does. What the changed program prints is what they would predict.
//!
//! Lines keep their numbers. What is not understood is left as it is.

use super::{
    Idea,
    line::{assignment, bare, closing, code, indent, is_complete, is_dotted, is_header, is_name},
    next_line::Text,
};

/// Longest program that is changed, in lines.
const MOST_LINES: usize = 400;

/// What each idea makes of the program, where it makes a difference.
pub(crate) fn readings(source: &str) -> Vec<(Idea, String)> {
    let program = Program { lines: source.lines().collect(), text: Text::new(source) };
    if program.lines.len() > MOST_LINES || source.contains("exec(") || source.contains("__import__") {
        return Vec::new();
    }
    let by_line: [(Idea, fn(&Program<'_>, usize) -> Option<String>); 13] = [
        (Idea::AssignmentCopies, |program, at| program.statement(at, assignment_copies)),
        (Idea::CopiesAreDeep, |program, at| program.statement(at, copies_are_deep)),
        (Idea::RepetitionCopies, |program, at| program.statement(at, repetition_copies)),
        (Idea::IsComparesValues, |program, at| is_compares(program.lines[at])),
        (Idea::SumChangesInPlace, |program, at| program.statement(at, sum_in_place)),
        (Idea::InPlaceMakesNew, |program, at| program.statement(at, in_place_makes_new)),
        (Idea::FunctionsKeepValues, |program, at| program.functions_keep_values(at)),
        (Idea::MethodsReturnTheObject, |program, at| program.statement(at, methods_return)),
        (Idea::TextChangesInPlace, |program, at| program.statement(at, text_in_place)),
        (Idea::DelDestroys, |program, at| program.statement(at, del_destroys)),
        (Idea::GeneratorsRunAtOnce, |program, at| program.generators_run(at)),
        (Idea::GeneratorsStartAgain, |program, at| program.statement(at, generators_again)),
        (Idea::EachInstanceHasItsOwn, |program, at| program.instance_has_own(at)),
    ];
    let everywhere: [(Idea, &str, &str, &str); 3] = [
        (Idea::CallsHoldNothing, "sys.getrefcount(", "(-1 + ", ")"),
        (Idea::CollectorCountsCycles, "gc.collect(", "(+(0 < ", "))"),
        (Idea::CountingFreesCycles, "gc.collect(", "(0 * ", ")"),
    ];
    let mut found: Vec<(Idea, String)> = Vec::new();
    for (idea, change) in by_line {
        found.extend(program.changed(|at| change(&program, at)).map(|text| (idea, text)));
    }
    for (idea, call, before, after) in everywhere {
        found.extend(program.changed(|at| around_call(program.lines[at], call, before, after)).map(|text| (idea, text)));
    }
    found.extend(program.parameters(|name, default| default.map(|default| format!("{name} = {default} if {name} is None else {name}; ")), true).map(|text| (Idea::EachCallHasItsDefault, text)));
    found.extend(program.parameters(|name, _| Some(format!("{name} = {name}.copy() if type({name}) in (list, dict, set) else {name}; ")), false).map(|text| (Idea::ArgumentsAreCopied, text)));
    found.extend(program.assignments_reach_out().map(|text| (Idea::AssignmentsReachOut, text)));
    found
}

struct Program<'a> {
    lines: Vec<&'a str>,
    text: Text<'a>,
}

impl Program<'_> {
    /// The program with each line as `change` has it, if that changes any.
    fn changed(&self, change: impl Fn(usize) -> Option<String>) -> Option<String> {
        let mut any = false;
        let mut text = String::new();
        for (at, line) in self.lines.iter().enumerate() {
            let other = Some(at).filter(|at| is_complete(self.lines[*at])).and_then(&change);
            any |= other.is_some();
            text.push_str(other.as_deref().unwrap_or(line));
            text.push('\n');
        }
        any.then_some(text)
    }

    /// A line that is one simple statement, changed.
    fn statement(&self, at: usize, change: fn(&str) -> Option<String>) -> Option<String> {
        let line = self.lines[at];
        let text = bare(line);
        if is_header(text) || text.contains(';') {
            return None;
        }
        change(text).map(|other| format!("{}{other}", &line[..indent(line)]))
    }

    /// `lambda: x` in a loop over `x` keeps its `x`.
    fn functions_keep_values(&self, at: usize) -> Option<String> {
        let line = self.lines[at];
        let is_code = code(line);
        let from = line.match_indices("lambda:").map(|(from, _)| from).find(|from| is_code[*from])?;
        let here = line[from..].split_once(" for ").and_then(|(_, rest)| rest.split_once(" in ")).map(|(name, _)| name.trim());
        let around = || {
            let headers = (0..at).rev().filter(|above| indent(self.lines[*above]) < indent(line));
            headers.map(|above| bare(self.lines[above])).find_map(|text| text.strip_prefix("for ")?.split_once(" in ").map(|(name, _)| name.trim()))
        };
        let name = here.or_else(around).filter(|name| is_name(name))?;
        Some(format!("{}lambda {name}={name}:{}", &line[..from], &line[from + 7..]))
    }

    /// `numbers = count(3)` runs the body of `count` at once.
    fn generators_run(&self, at: usize) -> Option<String> {
        let line = self.lines[at];
        let (target, made) = assignment(bare(line)).filter(|(target, _)| is_name(target))?;
        let calls = self.text.generators().into_iter().any(|(name, _)| made.starts_with(&format!("{name}(")) && made.ends_with(')'));
        calls.then(|| format!("{}{target} = iter(list({made}))", &line[..indent(line)]))
    }

    /// `self.items.append(x)`, where `items` is a list of the class.
    fn instance_has_own(&self, at: usize) -> Option<String> {
        let line = self.lines[at];
        let (name, rest) = bare(line).strip_prefix("self.")?.split_once(".append(")?;
        let item = rest.strip_suffix(')')?;
        let in_class = |other: &&&str| {
            let depth = indent(other);
            depth > 0 && depth < indent(line) && assignment(bare(other)).is_some_and(|(target, made)| target == name && made.starts_with('['))
        };
        self.lines.iter().find(in_class)?;
        Some(format!("{}self.{name} = self.{name} + [{item}]", &line[..indent(line)]))
    }

    /// Puts statements about parameters before the first statement of each function whose first statement is a simple one.
    /// With `defaults`, only those whose default is a container, and the default is taken out of the `def`.
    fn parameters(&self, statement: impl Fn(&str, Option<&str>) -> Option<String>, defaults: bool) -> Option<String> {
        let mut lines: Vec<String> = self.lines.iter().map(|line| (*line).to_string()).collect();
        let mut any = false;
        for at in 0..self.lines.len() {
            let line = self.lines[at];
            let Some(first) = self.simple_body(at) else { continue };
            let Some(open) = line.find('(') else { continue };
            let Some(close) = closing(line, open) else { continue };
            let mut header = Vec::new();
            let mut before = String::new();
            for parameter in split(&line[open + 1..close]) {
                let (left, default) = parameter.split_once('=').map_or((parameter, None), |(left, default)| (left, Some(default.trim())));
                let name = left.split(':').next().unwrap_or_default().trim();
                let container = default.filter(|default| ["[", "{", "list(", "dict(", "set("].iter().any(|begin| default.starts_with(begin)));
                let is_meant = is_name(name) && !matches!(name, "self" | "cls") && (!defaults || container.is_some());
                let made = Some(()).filter(|()| is_meant).and_then(|()| statement(name, container));
                header.push(if made.is_some() && defaults { format!("{name}=None") } else { parameter.trim().to_string() });
                before.extend(made);
            }
            if before.is_empty() {
                continue;
            }
            any = true;
            lines[at] = format!("{}{}{}", &line[..=open], header.join(", "), &line[close..]);
            let depth = indent(self.lines[first]);
            lines[first] = format!("{}{before}{}", &self.lines[first][..depth], self.lines[first].trim_start());
        }
        any.then(|| lines.join("\n") + "\n")
    }

    /// The index of the first line of the function that is defined at `at`, if that line is a simple statement.
    fn simple_body(&self, at: usize) -> Option<usize> {
        let text = bare(self.lines[at]);
        if !text.starts_with("def ") || !is_complete(self.lines[at]) {
            return None;
        }
        let first = self.text.body(at as u32 + 1)? as usize - 1;
        let body = bare(self.lines[first]);
        let is_simple = !is_header(body) && is_complete(self.lines[first]) && !body.starts_with("global ") && !body.starts_with("nonlocal ");
        (is_simple && first > at).then_some(first)
    }

    /// A name that a function assigns is the module's.
    fn assignments_reach_out(&self) -> Option<String> {
        let globals: Vec<&str> = self.lines.iter().filter(|line| indent(line) == 0).filter_map(|line| assignment(bare(line))).map(|(name, _)| name).filter(|name| is_name(name)).collect();
        let mut lines: Vec<String> = self.lines.iter().map(|line| (*line).to_string()).collect();
        let mut any = false;
        for at in 0..self.lines.len() {
            let Some(first) = self.simple_body(at) else { continue };
            let depth = indent(self.lines[at]);
            let body = self.lines[at + 1..].iter().take_while(|line| bare(line).is_empty() || indent(line) > depth);
            let assigned: Vec<&str> = body.clone().filter_map(|line| assignment(bare(line))).map(|(name, _)| name).collect();
            let parameters = self.lines[at].split_once('(').map_or("", |(_, rest)| rest);
            let is_declared = body.clone().any(|line| bare(line).starts_with("global ") || bare(line).starts_with("nonlocal "));
            let is_meant = |name: &&&str| assigned.contains(name) && !super::line::names(parameters).contains(name);
            if let Some(name) = globals.iter().find(is_meant).filter(|_| !is_declared && depth == 0) {
                any = true;
                let inner = indent(self.lines[first]);
                lines[first] = format!("{}global {name}; {}", &self.lines[first][..inner], self.lines[first].trim_start());
            }
        }
        any.then(|| lines.join("\n") + "\n")
    }
}

/// Texts between the commas of the outermost level.
fn split(text: &str) -> Vec<&str> {
    let is_code = code(text);
    let (mut depth, mut from, mut found) = (0_i32, 0, Vec::new());
    for (at, byte) in text.bytes().enumerate().filter(|(at, _)| is_code[*at]) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b',' if depth == 0 => {
                found.push(text[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(text[from..].trim());
    found.retain(|part| !part.is_empty());
    found
}

fn assignment_copies(text: &str) -> Option<String> {
    if let Some((target, value)) = assignment(text) {
        return is_dotted(value).then(|| format!("{target} = {value}.copy() if type({value}) in (list, dict, set) else {value}"));
    }
    // `a = b = []`
    let mut parts = text.split(" = ");
    let (one, other, made) = (parts.next()?, parts.next()?, parts.next()?);
    let is_chain = parts.next().is_none() && is_name(one) && is_name(other) && made.starts_with(['[', '{']);
    is_chain.then(|| format!("{one} = {made}; {other} = {made}"))
}

fn copies_are_deep(text: &str) -> Option<String> {
    let (target, made) = assignment(text)?;
    let copied = made.strip_suffix("[:]").or_else(|| made.strip_suffix(".copy()")).or_else(|| made.strip_prefix("copy.copy(")?.strip_suffix(')'));
    let copied = copied.or_else(|| made.strip_prefix("list(")?.strip_suffix(')')).filter(|copied| is_dotted(copied))?;
    Some(format!("{target} = __import__(\"copy\").deepcopy({copied})"))
}

fn repetition_copies(text: &str) -> Option<String> {
    let (target, made) = assignment(text)?;
    if let Some((keys, value)) = made.strip_prefix("dict.fromkeys(").and_then(|rest| rest.strip_suffix(')')).and_then(|inside| inside.rsplit_once(", ")) {
        return value.starts_with(['[', '{']).then(|| format!("{target} = {{it: {value} for it in {keys}}}"));
    }
    let end = Some(made).filter(|made| made.starts_with('[')).and_then(|made| closing(made, 0))?;
    let times = made[end + 1..].trim().strip_prefix('*')?.trim();
    let item = made[1..end].trim();
    let is_plain = times.chars().all(|sign| sign.is_ascii_digit()) || is_name(times);
    (is_plain && !times.is_empty() && split(item).len() == 1).then(|| format!("{target} = [{item} for it_ in range({times})]"))
}

fn is_compares(line: &str) -> Option<String> {
    let is_code = code(line);
    let mut text = line.to_string();
    let mut found = false;
    for (words, sign) in [(" is not ", " != "), (" is ", " == ")] {
        let places: Vec<usize> = line.match_indices(words).map(|(at, _)| at).filter(|at| is_code[*at + 1]).collect();
        for at in places.into_iter().rev() {
            if text[at..].starts_with(words) && !["None", "True", "False"].iter().any(|fixed| text[at + words.len()..].starts_with(fixed)) {
                // The line keeps its length: later places stay where they are.
                text.replace_range(at..at + words.len(), &format!("{sign:<width$}", width = words.len()));
                found = true;
            }
        }
    }
    found.then_some(text)
}

fn sum_in_place(text: &str) -> Option<String> {
    let (target, made) = assignment(text)?;
    let rest = made.strip_prefix(target)?.trim_start().strip_prefix('+')?;
    (is_name(target) && rest.trim_start().starts_with(['[', '('])).then(|| format!("{target} += {}", rest.trim()))
}

fn in_place_makes_new(text: &str) -> Option<String> {
    let (target, made) = text.split_once(" += ")?;
    (is_name(target) && made.starts_with('[')).then(|| format!("{target} = {target} + {made}"))
}

fn methods_return(text: &str) -> Option<String> {
    let (target, made) = assignment(text)?;
    let (list, call) = made.rsplit_once('.')?;
    let changes = ["sort(", "reverse(", "append(", "extend(", "insert(", "update(", "add("].iter().any(|name| call.starts_with(name));
    (changes && is_dotted(list) && call.ends_with(')')).then(|| format!("{made}; {target} = {list}"))
}

fn text_in_place(text: &str) -> Option<String> {
    let (name, call) = text.split_once('.')?;
    let changes = ["upper(", "lower(", "strip(", "replace(", "title(", "capitalize("].iter().any(|method| call.starts_with(method));
    (changes && is_name(name) && text.ends_with(')')).then(|| format!("{name} = {text}"))
}

fn del_destroys(text: &str) -> Option<String> {
    let name = text.strip_prefix("del ").map(str::trim).filter(|name| is_name(name))?;
    Some(format!("{name}.clear() if type({name}) in (list, dict, set) else None; del {name}"))
}

fn generators_again(text: &str) -> Option<String> {
    let (target, made) = assignment(text)?;
    let is_expression = made.starts_with('(') && made.contains(" for ") && closing(made, 0) == Some(made.len() - 1);
    if is_expression {
        return Some(format!("{target} = [{}]", &made[1..made.len() - 1]));
    }
    let lazy = ["map(", "filter(", "zip(", "reversed(", "enumerate("].iter().any(|name| made.starts_with(name)) && made.ends_with(')');
    lazy.then(|| format!("{target} = list({made})"))
}

/// Each such call between `before` and `after`.
fn around_call(line: &str, call: &str, before: &str, after: &str) -> Option<String> {
    let is_code = code(line);
    let mut text = line.to_string();
    let mut found = false;
    let places: Vec<usize> = line.match_indices(call).map(|(at, _)| at).filter(|at| is_code[*at]).collect();
    for at in places.into_iter().rev() {
        // A call whose value nobody looks at stays as it is.
        if line.trim_start().len() == line.len() - at && closing(line, at + call.len() - 1) == Some(line.trim_end().len() - 1) {
            continue;
        }
        let end = closing(line, at + call.len() - 1)?;
        text.insert_str(end + 1, after);
        text.insert_str(at, before);
        found = true;
    }
    found.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str, idea: Idea) -> Option<String> {
        readings(source).into_iter().find(|(found, _)| *found == idea).map(|(_, text)| text)
    }

    #[test]
    fn lines_keep_their_numbers() {
        let source = "def f(x, xs=[]):\n    xs.append(x)\n    return xs\n\na = b = [1]\nc = a\nprint(c is a, f(1))\n";
        for (idea, text) in readings(source) {
            assert_eq!(text.lines().count(), source.lines().count(), "{idea:?}\n{text}");
        }
    }

    #[test]
    fn who_thinks_that_each_call_makes_the_default_reads_it_into_the_body() {
        let text = read("def f(x, xs=[]):\n    xs.append(x)\n", Idea::EachCallHasItsDefault);
        assert_eq!(text.as_deref(), Some("def f(x, xs=None):\n    xs = [] if xs is None else xs; xs.append(x)\n"));
    }

    #[test]
    fn what_stands_in_a_text_is_not_read() {
        assert_eq!(read("print('a is b')\n", Idea::IsComparesValues), None);
        assert_eq!(read("print(f'{a is b}')\n", Idea::IsComparesValues).as_deref(), Some("print(f'{a == b}')\n"));
    }
}
