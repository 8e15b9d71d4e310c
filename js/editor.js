// The program editor: CodeMirror with what Heapglass shows in the text. Called from src/panel/editor.rs.
import { Decoration, EditorView, GutterMarker, WidgetType, drawSelection, gutter, keymap, lineNumbers } from "@codemirror/view";
import { Compartment, EditorState, Prec, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { LRLanguage, bracketMatching, delimitedIndent, foldInside, foldNodeProp, indentNodeProp, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { DefaultBufferLength, IterMode, NodeProp, NodeSet, NodeType, Parser, Tree } from "@lezer/common";
import { classHighlighter, styleTags, tags } from "@lezer/highlight";

// The line that runs, and the line where its caller goes on.
const setMarks = StateEffect.define();
const runningLine = Decoration.line({ class: "cm-running", attributes: { "aria-current": "step" } });
const callerLine = Decoration.line({ class: "cm-caller" });
const marks = StateField.define({
  create: () => Decoration.none,
  update(decorations, transaction) {
    let result = decorations.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMarks)) continue;
      const { doc } = transaction.state;
      const { running, caller } = effect.value;
      const ranges = [];
      if (caller >= 1 && caller <= doc.lines && caller !== running) ranges.push(callerLine.range(doc.line(caller).from));
      if (running >= 1 && running <= doc.lines) ranges.push(runningLine.range(doc.line(running).from));
      result = Decoration.set(ranges, true);
    }
    return result;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// A mistake: the text is underlined and the sentence stands below it.
const setMistake = StateEffect.define();
class Sentence extends WidgetType {
  constructor(text, indent) {
    super();
    this.text = text;
    this.indent = indent;
  }
  eq(other) {
    return other.text === this.text && other.indent === this.indent;
  }
  toDOM() {
    const element = document.createElement("div");
    element.className = "cm-mistake-sentence";
    element.style.paddingInlineStart = `calc(6px + ${this.indent}ch)`;
    element.textContent = this.text;
    return element;
  }
}
const mistake = StateField.define({
  create: () => Decoration.none,
  update(decorations, transaction) {
    let result = decorations.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMistake)) continue;
      if (!effect.value) {
        result = Decoration.none;
        continue;
      }
      const { doc } = transaction.state;
      const line = doc.line(Math.min(Math.max(effect.value.line, 1), doc.lines));
      const at = (column) => line.from + Math.min(Math.max(column - 1, 0), line.length);
      const from = effect.value.column ? at(effect.value.column) : line.from + (line.text.length - line.text.trimStart().length);
      const to = effect.value.endColumn > effect.value.column ? at(effect.value.endColumn) : line.to;
      const ranges = [];
      if (to > from) ranges.push(Decoration.mark({ class: "cm-mistake" }).range(from, to));
      const sentence = new Sentence(effect.value.text, Math.min(from - line.from, 40));
      ranges.push(Decoration.widget({ widget: sentence, side: 1, block: true }).range(line.to));
      result = Decoration.set(ranges, true);
    }
    return result;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// The words of the page's language (src/panel/editor.rs); marks stand where something is put in.
let words = { program: "", stops: "", line: "", lines: "" };
const FIRST_MARK = 0xf0000;
const filled = (sentence, ...parts) =>
  parts.reduce((text, part, index) => text.replaceAll(String.fromCodePoint(FIRST_MARK + index), () => String(part)), sentence);

export function set_words(text) {
  words = JSON.parse(text);
}

// Breakpoints, set and taken away in the gutter or with F9; their conditions are written in a form of the page, which a right
// click or Shift F9 opens.
const toggleBreakpoint = StateEffect.define({ map: (position, changes) => changes.mapPos(position) });
const replaceBreakpoints = StateEffect.define();
class BreakpointMark extends GutterMarker {
  constructor(condition) {
    super();
    this.condition = condition;
  }
  eq(other) {
    return other.condition === this.condition;
  }
  toDOM() {
    const element = document.createElement("span");
    element.className = this.condition ? "cm-breakpoint has-condition" : "cm-breakpoint";
    if (this.condition) element.title = filled(words.stops, this.condition);
    return element;
  }
}
const plainMark = new BreakpointMark("");
const breakpoints = StateField.define({
  create: () => RangeSet.empty,
  update(set, transaction) {
    let result = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(replaceBreakpoints)) result = RangeSet.of(effect.value, true);
      if (!effect.is(toggleBreakpoint)) continue;
      const there = conditionAt(result, effect.value) !== null;
      result = there
        ? result.update({ filter: (from) => from !== effect.value })
        : result.update({ add: [plainMark.range(effect.value)] });
    }
    return result;
  },
});
/** The condition of the breakpoint at this position, or null if there is none. */
function conditionAt(set, position) {
  let found = null;
  set.between(position, position, (_from, _to, mark) => {
    found = mark.condition;
  });
  return found;
}
function breakpointLines(state) {
  const points = new Map();
  state.field(breakpoints).between(0, state.doc.length, (position, _to, mark) => {
    points.set(state.doc.lineAt(position).number, mark.condition);
  });
  return JSON.stringify([...points].sort((a, b) => a[0] - b[0]).map(([line, condition]) => ({ line, condition })));
}
function askCondition(view, position, onCondition) {
  const line = view.state.doc.lineAt(position);
  onCondition(line.number, conditionAt(view.state.field(breakpoints), line.from) ?? "");
}
const breakpointGutter = (onCondition) =>
  gutter({
    class: "cm-breakpoints",
    renderEmptyElements: true,
    markers: (view) => view.state.field(breakpoints),
    initialSpacer: () => plainMark,
    domEventHandlers: {
      mousedown(view, line, event) {
        if (event.button !== 0) return false;
        view.dispatch({ effects: toggleBreakpoint.of(line.from) });
        return true;
      },
      contextmenu(view, line, event) {
        event.preventDefault();
        askCondition(view, line.from, onCondition);
        return true;
      },
    },
  });

// Lines that a link hides: one row stands for them until it is pressed.
const setHidden = StateEffect.define();
class Hidden extends WidgetType {
  constructor(first, last) {
    super();
    this.first = first;
    this.last = last;
  }
  eq(other) {
    return other.first === this.first && other.last === this.last;
  }
  toDOM(view) {
    const element = document.createElement("button");
    element.className = "cm-hidden-lines";
    element.textContent = this.first === this.last ? filled(words.line, this.first) : filled(words.lines, this.first, this.last);
    element.onclick = () => {
      const others = view.state.field(hidden).rows.filter(([first]) => first !== this.first);
      view.dispatch({ effects: setHidden.of(others) });
    };
    return element;
  }
}
function hiddenRows(doc, rows) {
  const there = rows.filter(([first]) => first <= doc.lines).map(([first, last]) => [first, Math.min(last, doc.lines)]);
  const ranges = there.map(([first, last]) =>
    Decoration.replace({ widget: new Hidden(first, last), block: true }).range(doc.line(first).from, doc.line(last).to));
  return { rows: there, decorations: Decoration.set(ranges, true) };
}
const hidden = StateField.define({
  create: () => ({ rows: [], decorations: Decoration.none }),
  update(value, transaction) {
    let result = transaction.docChanged ? { rows: value.rows, decorations: value.decorations.map(transaction.changes) } : value;
    for (const effect of transaction.effects) {
      if (effect.is(setHidden)) result = hiddenRows(transaction.state.doc, effect.value);
    }
    return result;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});
const locked = new Compartment();

// Python's grammar comes behind the editor (js/language.js): until then the text has one colour. It shares these with the editor.
const SHARED = {
  "@codemirror/language": { LRLanguage, delimitedIndent, foldInside, foldNodeProp, indentNodeProp },
  "@lezer/common": { DefaultBufferLength, IterMode, NodeProp, NodeSet, NodeType, Parser, Tree },
  "@lezer/highlight": { styleTags, tags },
};
const grammar = new Compartment();
const views = new Set();
let known = [];

/** Gives all editors the language that js/language.js makes. */
export function learn(language) {
  known = language((name) => SHARED[name]).python;
  views.forEach((view) => view.dispatch({ effects: grammar.reconfigure(known) }));
}

// A change made by the page is not one to tell the page about.
let told = true;

export function create_editor(parent, text, onChange, onBreakpoints, onCondition, onRun) {
  const keys = [
    { key: "Mod-Enter", run: () => (onRun(), true) },
    { key: "Shift-F9", run: (view) => (askCondition(view, view.state.selection.main.head, onCondition), true) },
    {
      key: "F9",
      run(view) {
        view.dispatch({ effects: toggleBreakpoint.of(view.state.doc.lineAt(view.state.selection.main.head).from) });
        return true;
      },
    },
  ];
  const view = new EditorView({
    parent,
    doc: text,
    extensions: [
      breakpoints, breakpointGutter(onCondition), lineNumbers(), marks, mistake, hidden, locked.of([]),
      history(), drawSelection(), indentOnInput(), bracketMatching(), indentUnit.of("    "),
      EditorState.tabSize.of(8), EditorView.lineWrapping,
      grammar.of(known), syntaxHighlighting(classHighlighter),
      Prec.highest(keymap.of(keys)),
      keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.contentAttributes.of({ "aria-label": words.program, tabindex: "0", spellcheck: "false", autocapitalize: "off" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && told) onChange(update.state.doc.toString());
        const before = update.startState.field(breakpoints);
        if (before !== update.state.field(breakpoints)) onBreakpoints(breakpointLines(update.state));
      }),
    ],
  });
  views.add(view);
  return view;
}

export function set_text(view, text) {
  if (view.state.doc.toString() === text) return;
  told = false;
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 } });
  told = true;
}

export function set_framing(view, readOnly, rows) {
  view.dispatch({ effects: [locked.reconfigure(EditorState.readOnly.of(readOnly)), setHidden.of(JSON.parse(rows))] });
}

export function set_breakpoints(view, text) {
  if (breakpointLines(view.state) === text) return;
  const { doc } = view.state;
  const points = JSON.parse(text).filter(({ line }) => line >= 1 && line <= doc.lines);
  const ranges = points.map(({ line, condition }) => new BreakpointMark(condition).range(doc.line(line).from));
  view.dispatch({ effects: replaceBreakpoints.of(ranges) });
}

export function set_marks(view, running, caller) {
  view.dispatch({ effects: setMarks.of({ running, caller }) });
  if (running < 1 || running > view.state.doc.lines || view.hasFocus) return;
  // The running line is kept in sight, but only inside the editor: the page itself must not scroll. The editor measures when the
  // page is laid out anyway; to measure now would lay it out for that alone.
  view.requestMeasure({
    key: setMarks,
    read() {
      if (running > view.state.doc.lines) return null;
      const line = view.lineBlockAt(view.state.doc.line(running).from);
      const { scrollTop, clientHeight } = view.scrollDOM;
      return line.top < scrollTop || line.bottom > scrollTop + clientHeight ? Math.max(0, line.top - clientHeight / 3) : null;
    },
    write(top) {
      if (top !== null) view.scrollDOM.scrollTop = top;
    },
  });
}

export function set_mistake(view, line, column, endColumn, text) {
  if (!line && view.state.field(mistake) === Decoration.none) return;
  view.dispatch({ effects: setMistake.of(line ? { line, column, endColumn, text } : null) });
}

export function destroy_editor(view) {
  views.delete(view);
  view.destroy();
}
