// docs/benchmarks.md from what bench/bench.mjs found.

const number = (value, digits = 2) => value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });
const whole = (value) => Math.round(value).toLocaleString("en");
const geomean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** The page; `found` is what was measured. */
export function report(found) {
  const { rows, near, far, plain, slow, line } = found;
  const names = Object.keys(rows);
  const ratio = (name) => rows[name].recorded / found.native[name];
  const mean = geomean(names.map(ratio));
  const peer = found.pyodide && geomean(names.map((name) => rows[name].pyodide / found.native[name]));
  const goals = [
    ["recording in Chromium, slow-down against native CPython (geometric mean of CPU time)", `Pyodide recording nothing: ${peer ? `${number(peer)} in this run` : "1.57"}, with an empty line tracer 13.8; RustPython recording nothing: 4.2; CPython's own line events: 4.0`, "≤ 3.0", "≤ 1.3", number(mean)],
    ["neighbouring step with its picture among 1,000 live objects, p95", "memory_graph: 300 ms; Python Tutor: 6 ms and 37 kB a step, beforehand", "≤ 16 ms", "≤ 8 ms", `${number(near.all, 1)} ms (forward ${number(near.next, 1)}, back ${number(near.previous, 1)})`],
    [`any step of a recording of ${whole(far.lines)} line steps, p95 of 200 random jumps`, "none can", "≤ 100 ms", "≤ 50 ms", `${number(far.p95, 1)} ms (median ${number(far.median, 1)})`],
    ["longest recording", "Python Tutor: 1,000 steps; Papyros: 10,000", "10⁷ line steps", "10⁸", `${whole(far.lines)} line steps, ${whole(far.steps)} instructions in this run${far.problem ? ` (${far.problem})` : ""}`],
    ["transfer for the first diagram, brotli, editor included", "Pyodide: 4.8 MB; Skulpt: 0.19 MB", "≤ 900 kB", "≤ 600 kB", `${whole(plain.sent / 1000)} kB`],
    ["cold start to the first diagram, 10 Mbit/s and 40 ms", "Pyodide: 5.3 s; RustPython: 2.8 s; Skulpt: 0.45 s", "≤ 1.5 s", "≤ 0.8 s", `${number(line.time / 1000)} s`],
    ["cold start, plain", "", "", "", `${number(plain.time / 1000)} s`],
    ["cold start, processor four times slower", "", "", "", `${number(slow.time / 1000)} s`],
  ];
  const programRow = (name) => {
    const row = rows[name];
    return [name, number(found.native[name], 3), found.pyodide ? number(row.pyodide / found.native[name]) : "", number(row.recorded, 3), number(ratio(name)), whole(row.steps), whole(row.stops), whole(row.bytes / (row.steps / 1e6)) + (row.problem ? ` (${row.problem})` : "")].filter((_, place) => found.pyodide || place !== 2);
  };
  const programHead = ["program", "native, s", "Pyodide, slow-down", "recorded, s", "slow-down", "instructions", "line steps", "checkpoint bytes per million instructions"].filter((_, place) => found.pyodide || place !== 2);
  return `# Benchmarks

Written by \`cargo xtask bench${found.quick ? " --quick" : ""}\` from one run: Chromium ${found.version} beside native ${found.python}${found.pyodide ? ` and Pyodide ${found.pyodide.version}` : " (no Pyodide was found: \`PYODIDE\` names its folder)"}, ${found.cores} cores,
medians of ${found.rounds} ${found.rounds === 1 ? "round" : "rounds"}. CPU time counts all threads of the browser's page process, so that other work on the machine matters little; times to wait for are by
the clock, and a busy machine lengthens them. The anchors are other tools' figures, measured once on a machine of this kind.

## Goals

${table(["figure", "anchor", "goal", "goal beyond", "measured"], goals)}

The step is measured from the page's message to the engine's answer. From the key to the changed page it takes ${number(found.drawn, 1)} ms (p95).

## Programs

The programs lie in \`bench/programs\`. Bytes are those that the recording keeps in its checkpoints.

${table(programHead, names.map(programRow))}

## Transfer

What the page had asked for when the first diagram was there, in brotli's bytes. The engine's second file and the typefaces come behind it.

${table(["file", "bytes"], plain.files.map(([name, size]) => [unhashed(name.slice(1)), whole(size)]))}

## Files

${table(["file", "raw", "gzip", "brotli"], found.files.map(([name, size]) => [unhashed(name), whole(size.raw), whole(size.gzip), whole(size.brotli)]))}
`;
}

/** The name without the part that says what is in the file. */
function unhashed(name) {
  return name.replace(/-[0-9a-f]{8,16}(?=[_./])/g, "");
}
