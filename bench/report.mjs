// docs/benchmarks.md from what bench/bench.mjs found, and from bench/profile.md: what profiles say about figures that are missed.

import { scrubbingRows } from "./scrub.mjs";
import { stageRows } from "./stage_frames.mjs";

const number = (value, digits = 2) => value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });
const whole = (value) => Math.round(value).toLocaleString("en");
const geomean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
const NOTHING = "not measured";

/** The slow-downs of the programs, and of Pyodide where there is one. */
function slowdowns({ rows, native, pyodide }) {
  if (!rows || !native) return {};
  const names = Object.keys(rows);
  return {
    mean: geomean(names.map((name) => rows[name].recorded / native[name])),
    peer: pyodide && geomean(names.map((name) => rows[name].pyodide / native[name])),
  };
}

/** The figures: key of the profile, what it is, anchor, the two goals in words and as numbers, the value, the value in words, and where its time goes. */
function figures(found) {
  const { near, drawn, far, plain, line } = found;
  const { mean, peer } = slowdowns(found);
  const longest = [far, ...Object.values(found.rows ?? {}).map((row) => ({ ...row, lines: row.stops }))].filter(Boolean).sort((a, b) => b.lines - a.lines)[0];
  const drawing = near && drawn && `The answer takes ${number(near.median, 1)} ms (median) and ${number(near.cpu * 1000, 1)} ms of CPU time on all threads of the page's process. From the key to the changed page: ${number(drawn.median, 1)} ms (p95 ${number(drawn.p95, 1)}). Of the page's own thread a step takes ${number(drawn.task, 1)} ms: script ${number(drawn.script, 1)}, style ${number(drawn.style, 1)}, layout ${number(drawn.layout, 1)}, the rest painting and messages.`;
  const wire = line && `The ${whole(line.sent / 1000)} kB need ${number(line.sent / 10e6 * 8)} s on this line without any pause. The engine had come after ${number(line.engine / 1000)} s, the page's program after ${number(line.app / 1000)} s, the diagram was there after ${number(line.time / 1000)} s.`;
  return [
    { key: "recording", what: "recording in Chromium, slow-down against native CPython (geometric mean of CPU time)", anchor: `Pyodide recording nothing: ${peer ? `${number(peer)} in this run` : "1.57"}, with an empty line tracer 13.8; RustPython recording nothing: 4.2; CPython's own line events: 4.0`, goals: ["≤ 3.0", "≤ 1.3"], most: [3, 1.3], value: mean, words: mean && number(mean) },
    { key: "neighbours", what: "neighbouring step with its picture among 1,000 live objects, p95", anchor: "memory_graph: 300 ms; Python Tutor: 6 ms and 37 kB a step, beforehand", goals: ["≤ 16 ms", "≤ 8 ms"], most: [16, 8], value: near?.all, words: near && `${number(near.all, 1)} ms (forward ${number(near.next, 1)}, back ${number(near.previous, 1)})`, why: drawing },
    { key: "jumps", what: `any step of a recording of ${far ? whole(far.lines) : "10 million"} line steps, p95 of 200 random jumps`, anchor: "none can", goals: ["≤ 100 ms", "≤ 50 ms"], most: [100, 50], value: far?.p95, words: far && `${number(far.p95, 1)} ms (median ${number(far.median, 1)})`, why: far && `A jump takes ${number(far.cpu * 1000, 1)} ms of CPU time: half the distance between two checkpoints is run again on average.` },
    { key: "longest", what: "longest recording", anchor: "Python Tutor: 1,000 steps; Papyros: 10,000", goals: ["10⁷ line steps", "10⁸"], most: [-1e7, -1e8], value: longest && -longest.lines, words: longest && `${whole(longest.lines)} line steps, ${whole(longest.steps)} instructions, ${number(longest.bytes / 1e6, 1)} MB in this run${longest.problem ? ` (${longest.problem})` : ""}` },
    { key: "transfer", what: "transfer for the first diagram, brotli, editor included", anchor: "Pyodide: 4.8 MB; Skulpt: 0.19 MB", goals: ["≤ 900 kB", "≤ 600 kB"], most: [900e3, 600e3], value: plain?.sent, words: plain && `${whole(plain.sent / 1000)} kB` },
    { key: "cold", what: "cold start to the first diagram, 10 Mbit/s and 40 ms", anchor: "Pyodide: 5.3 s; RustPython: 2.8 s; Skulpt: 0.45 s", goals: ["≤ 1.5 s", "≤ 0.8 s"], most: [1500, 800], value: line?.time, words: line && `${number(line.time / 1000)} s`, why: wire },
  ];
}

/** What is missed, with the profile that says why. */
function missed(all, profile) {
  const sections = all.filter(({ value, most }) => value !== undefined && value !== null && value > most[1]);
  if (sections.length === 0) return "All goals are reached.";
  return sections
    .map(({ key, what, goals, most, value, words, why }) => {
      const which = value > most[0] ? `the goal (${goals[0]}) is missed` : `the goal is reached, the goal beyond (${goals[1]}) is not`;
      return [`### ${what[0].toUpperCase()}${what.slice(1)}`, `Measured: ${words}; ${which}.`, why, profile[key]].filter(Boolean).join("\n\n");
    })
    .join("\n\n");
}

/** The parts of bench/profile.md by their headings. */
function parts(text) {
  return Object.fromEntries(text.split(/^## /m).slice(1).map((part) => [part.slice(0, part.indexOf("\n")).trim(), part.slice(part.indexOf("\n")).trim()]));
}

/** The programs one by one. */
function programs({ rows, native, pyodide }) {
  if (!rows) return NOTHING;
  const row = (name) => {
    const { recorded, steps, stops, bytes, problem } = rows[name];
    const own = native?.[name];
    const cells = [name, own ? number(own, 3) : NOTHING, pyodide && own ? number(rows[name].pyodide / own) : "", number(recorded, 3), own ? number(recorded / own) : "", whole(steps), whole(stops), number(bytes / 1e6 / (steps / 1e6), 2) + (problem ? ` (${problem})` : "")];
    return cells.filter((_, place) => pyodide || place !== 2);
  };
  const head = ["program", "native, s", "Pyodide, slow-down", "recorded, s", "slow-down", "instructions", "line steps", "MB kept per million instructions"];
  return table(head.filter((_, place) => pyodide || place !== 2), Object.keys(rows).map(row));
}

/** The page; `found` is what was measured, `profile` the text of bench/profile.md. */
export function report(found, profile) {
  const { drawn, plain, slow, map } = found;
  const smooth = ({ p50, p95 }) => `${number(p50, 1)} ms (p95 ${number(p95, 1)})`;
  const all = figures(found);
  const others = [
    ["cold start, plain", plain && `${number(plain.time / 1000)} s`],
    ["cold start, processor four times slower", slow && `${number(slow.time / 1000)} s`],
    [`heap map of ${map ? whole(map.blocks) : "100,000"} blocks, all in view: from frame to frame while it is zoomed, median`, map && smooth(map.zoomed)],
    ["the same while it is dragged", map && smooth(map.panned)],
    ["the same, drawing one frame", map && smooth(map.work)],
    ...stageRows(found.stage),
    ["neighbouring step from the key to the changed page, p95", drawn && `${number(drawn.p95, 1)} ms (median ${number(drawn.median, 1)})`],
  ];
  const rows = [...all.map(({ what, anchor, goals, words }) => [what, anchor, ...goals, words || NOTHING]), ...others.map(([what, words]) => [what, "", "", "", words || NOTHING])];
  const failed = found.problems.map(([words, why]) => `* ${words}: ${why}`).join("\n");
  return `# Benchmarks

Written by \`cargo xtask bench${found.quick ? " --quick" : ""}\` from one run: Chromium ${found.version ?? "(none)"} beside native ${found.python}${found.pyodide ? ` and Pyodide ${found.pyodide.version}` : " (no Pyodide was found: `PYODIDE` names its folder)"}, ${found.cores} cores,
medians of ${found.rounds} ${found.rounds === 1 ? "round" : "rounds"}; ${number(found.load, 1)} other processes wanted a core when it began. CPU time counts all threads of the browser's page process, so that other work on the machine
matters little; times to wait for are by the clock, and a busy machine lengthens them. The anchors are other tools' figures, measured once on a machine of this kind.
${failed ? `\nNot measured:\n\n${failed}\n` : ""}
## Goals

${table(["figure", "anchor", "goal", "goal beyond", "measured"], rows)}

The step is measured from the page's message to the engine's answer, as the jump is.

## Dragging along the recording

Milliseconds between two frames of the page while the pointer moves in each of them; 16.7 is every frame of a screen with 60 a second.

${found.scrub ? table(["what", "p50", "p95", "longest", "frames"], scrubbingRows(found.scrub)) : NOTHING}

## Where the time goes

${missed(all, parts(profile))}

## Programs

The programs lie in \`bench/programs\`. What a recording keeps depends on what the program changes: checkpoints hold the pages written since the one before.

${programs(found)}

## Transfer

What the page had asked for when the first diagram was there, in brotli's bytes, and the editor, which comes right behind it. The engine's second file and the typefaces come later.

${plain ? table(["file", "bytes"], plain.files.map(([name, size]) => [unhashed(name.slice(1)), whole(size)])) : NOTHING}

## Files

${table(["file", "raw", "gzip", "brotli"], found.files.map(([name, size]) => [unhashed(name), whole(size.raw), whole(size.gzip), whole(size.brotli)]))}
`;
}

/** The name without the part that says what is in the file. */
function unhashed(name) {
  return name.replace(/-[0-9a-f]{8,16}(?=[_./])/g, "");
}
