// Measures the page in Chromium beside a native CPython, in one run, and writes docs/benchmarks.md.
//
// usage: node bench/bench.mjs [--rounds N] [--quick]     CHROMIUM and PYTHON name the two programs, PYODIDE a folder, if there is one
//
// Each part has a time limit. One that fails or takes too long is told of in the page, and the others are measured all the same.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { closeAll, inPage, launch } from "./browser.mjs";
import { heapMap } from "./heap_map.mjs";
import { stageFrames } from "./stage_frames.mjs";
import { pyodide } from "./pyodide.mjs";
import { report } from "./report.mjs";
import { scrubbing } from "./scrub.mjs";
import { brotli, serve, serveNothing, sizes } from "./server.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const paths = readdirSync(join(root, "bench/programs")).sort().map((name) => join(root, "bench/programs", name));
const programs = paths.map((path) => [basename(path), readFileSync(path, "utf8")]);
const quick = process.argv.includes("--quick");
const rounds = quick ? 1 : Number(process.argv[process.argv.indexOf("--rounds") + 1]) || 3;
const python = process.env.PYTHON || "python3.12";

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const percentile = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const say = (words) => console.error(`    ${words}`);

const problems = [];

/** One part of the measurement, which may take so many seconds; nothing if it fails. */
async function part(words, seconds, work) {
  say(words);
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`it took more than ${seconds} s`)), seconds * 1000)));
  try {
    return await Promise.race([work(), late]);
  } catch (problem) {
    problems.push([words, problem.message.split("\n")[0]]);
    say(`${words}: NOT MEASURED, ${problem.message}`);
    return null;
  } finally {
    clearTimeout(timer);
    await closeAll();
    serveNothing();
  }
}

/** Which CPython this is measured beside. */
function pythonVersion() {
  try {
    return execFileSync(python, ["--version"], { encoding: "utf8" }).trim();
  } catch {
    problems.push(["native CPython", `${python} could not be started: the variable PYTHON names a CPython 3.12`]);
    return "CPython (none was found)";
  }
}

/** CPU seconds by program under the native CPython. */
function native() {
  const run = () => JSON.parse(execFileSync(python, [join(root, "bench/native.py"), ...paths], { encoding: "utf8", timeout: 120_000 }));
  const runs = Array.from({ length: rounds }, run);
  return Object.fromEntries(programs.map(([name]) => [name, median(runs.map((run) => run[name]))]));
}

/** The page's engine, in a page of its own. */
async function engine() {
  const server = await serve(dist);
  const browser = await launch();
  await browser.page.goto(server.origin);
  // The page's own engine comes to rest first.
  await browser.page.waitForFunction(() => /^Stop/.test(document.querySelector(".place")?.textContent ?? ""));
  await browser.page.evaluate(inPage);
  await browser.page.evaluate(() => window.benchReady);
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { ...browser, close };
}

/** Every program recorded: CPU seconds, and what the recording holds. */
async function recordings() {
  const { page, cpu, version, close } = await engine();
  const rows = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, source] of programs) {
      say(`recording ${name}`);
      const row = (rows[name] ??= { seconds: [] });
      const before = await cpu();
      const progress = await page.evaluate((text) => window.benchRecord(text), source);
      row.seconds.push((await cpu()) - before);
      Object.assign(row, { steps: progress.steps, stops: progress.stops, bytes: progress.checkpoint_bytes, problem: progress.problem });
    }
  }
  await close();
  for (const row of Object.values(rows)) row.recorded = median(row.seconds);
  return { rows, version };
}

/** How long neighbouring steps take among a thousand objects. */
async function neighbours() {
  const source = "kept = []\nfor i in range(1000):\n    kept.append([i])\nfor i in range(200):\n    kept[i].append(i)\n";
  const { page, cpu, close } = await engine();
  await page.evaluate(async (text) => {
    const progress = await window.benchRecord(text);
    await window.benchShow({ Stop: progress.stops - 300 });
  }, source);
  const before = await cpu();
  const found = await page.evaluate(async () => {
    const times = { Next: [], Previous: [] };
    for (let i = 0; i < 120; i++) {
      const to = i % 4 === 3 ? "Previous" : "Next";
      times[to].push((await window.benchShow(to)).took);
    }
    return times;
  });
  const all = [...found.Next, ...found.Previous];
  const each = ((await cpu()) - before) / all.length;
  await close();
  return { all: percentile(all, 0.95), median: median(all), cpu: each, next: percentile(found.Next, 0.95), previous: percentile(found.Previous, 0.95) };
}

/** The same as the student sees it: from the key to the page changed, and what the page's own thread spends on it. */
async function drawnSteps() {
  const source = "kept = []\nfor i in range(1000):\n    kept.append([i])\nfor i in range(200):\n    kept[i].append(i)\n";
  const server = await serve(dist);
  const { page, cdp } = await launch();
  await page.addInitScript((text) => localStorage.setItem("heapglass.program", JSON.stringify(text)), source);
  await page.goto(server.origin);
  await page.waitForFunction(() => /recorded/.test(document.querySelector(".status")?.textContent ?? ""));
  await page.evaluate(() => {
    const place = document.querySelector(".place");
    const press = async (key) => {
      const before = place.textContent;
      const started = performance.now();
      const changed = new Promise((done) => {
        const watch = new MutationObserver(() => {
          if (place.textContent === before) return;
          watch.disconnect();
          done(performance.now() - started);
        });
        watch.observe(place, { childList: true, characterData: true, subtree: true });
      });
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      const took = await changed;
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return took;
    };
    window.benchPress = async (keys) => {
      const found = [];
      for (const key of keys) found.push(await press(key));
      return found;
    };
    document.activeElement?.blur();
  });
  const press = (key, count) => page.evaluate((keys) => window.benchPress(keys), Array(count).fill(key));
  await press("End", 1);
  await press("ArrowLeft", 20);
  await cdp.send("Performance.enable");
  const before = await counters(cdp);
  const times = [...(await press("ArrowLeft", 60)), ...(await press("ArrowRight", 40))];
  const after = await counters(cdp);
  const each = (name) => ((after[name] - before[name]) / times.length) * 1000;
  return { p95: percentile(times, 0.95), median: median(times), script: each("ScriptDuration"), style: each("RecalcStyleDuration"), layout: each("LayoutDuration"), task: each("TaskDuration") };
}

/** What Chromium counts of the page's own thread, in seconds. */
async function counters(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** A page that has recorded this program. */
async function recordedPage(source) {
  const server = await serve(dist);
  const { page, close } = await launch();
  await page.addInitScript((text) => localStorage.setItem("heapglass.program", JSON.stringify(text)), source);
  await page.goto(server.origin);
  await page.waitForFunction(() => /steps recorded/.test(document.querySelector(".status")?.textContent ?? "") && document.querySelector(".strip-chart"));
  const both = async () => {
    await close();
    server.close();
  };
  return { page, close: both };
}

/** Random jumps in a long recording, and what the recording holds. */
async function jumps() {
  const turns = quick ? 200_000 : 5_000_000;
  const source = `def work(n):\n    total = 0\n    for i in range(n):\n        total = total + i\n    return total\nwork(${turns})\n`;
  const { page, cpu, close } = await engine();
  const progress = await page.evaluate((text) => window.benchRecord(text), source);
  const before = await cpu();
  const times = await page.evaluate(async (steps) => {
    const times = [];
    let state = 12345;
    for (let i = 0; i < 200; i++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      times.push((await window.benchShow({ Step: Math.floor((state / 2147483648) * steps) })).took);
    }
    return times;
  }, progress.steps);
  const each = ((await cpu()) - before) / times.length;
  await close();
  return { p95: percentile(times, 0.95), median: median(times), cpu: each, lines: progress.stops, steps: progress.steps, bytes: progress.checkpoint_bytes, problem: progress.problem };
}

/** Milliseconds from nothing to the first diagram; `network` in bytes and milliseconds, `slower` slows the processor. */
async function coldStart({ network, slower } = {}) {
  const times = [];
  const marks = [];
  let files = [];
  for (let round = 0; round < Math.max(rounds, 2); round++) {
    const server = await serve(dist);
    const { page, cdp, close } = await launch();
    if (network) await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: network.latency, downloadThroughput: network.bytes, uploadThroughput: network.bytes });
    if (slower) await cdp.send("Emulation.setCPUThrottlingRate", { rate: slower });
    // What had been asked for when the diagram was there; told by the page, for it goes on.
    const drawn = page.addInitScript(() => {
      const look = () => {
        if (!/^Stop/.test(document.querySelector(".place")?.textContent ?? "")) return requestAnimationFrame(look);
        window.benchDrawn = performance.now();
        window.benchFiles = performance.getEntriesByType("resource").map(({ name, responseEnd }) => [new URL(name).pathname, responseEnd]);
        return undefined;
      };
      look();
    });
    await drawn;
    await page.goto(server.origin, { waitUntil: "commit" });
    await page.waitForFunction(() => window.benchDrawn);
    const { took, names } = await page.evaluate(() => ({ took: window.benchDrawn, names: window.benchFiles }));
    times.push(took);
    const arrival = (pattern) => names.find(([name]) => pattern.test(name))?.[1] ?? NaN;
    marks.push([arrival(/\/engine-[^/]*\.wasm$/), arrival(/\/app-[^/]*\.wasm$/), took]);
    const asked = new Set(["/index.html", ...names.map(([name]) => name)]);
    // The worker's own requests are not the page's; its file is. The editor comes just behind the picture, and is counted.
    files = server.state.files.filter(([name]) => asked.has(name) || /worker/.test(name));
    const editor = readdirSync(dist).find((name) => /^editor-.*\.js$/.test(name));
    if (editor && !files.some(([name]) => /editor/.test(name))) files.push([`/${editor}`, brotli(join(dist, editor)).length]);
    await close();
    server.close();
  }
  const [engine, app] = [0, 1].map((place) => median(marks.map((mark) => mark[place])));
  return { time: median(times), engine, app, files, sent: files.reduce((sum, [, size]) => sum + size, 0) };
}

if (!existsSync(join(dist, "index.html"))) throw new Error("There is no page to measure: build it first (`cargo xtask build`).");
const packed = readdirSync(dist, { recursive: true }).filter((name) => /\.(wasm|js|css|html)$/.test(name));
say("compressing the files");
packed.forEach((name) => brotli(join(dist, name)));
const recorded = await part("recording the programs", 240, recordings);
const found = {
  quick,
  rounds,
  cores: cpus().length,
  load: loadavg()[0],
  python: pythonVersion(),
  ...recorded,
  native: await part("native CPython", 180, native),
  pyodide: await part("Pyodide", 180, () => pyodide(programs, rounds)),
  near: await part("neighbouring steps", 60, neighbours),
  drawn: await part("neighbouring steps, drawn", 60, drawnSteps),
  scrub: await part("dragging along the recording", 120, () => scrubbing(recordedPage, quick)),
  map: await part("the heap map of a hundred thousand blocks", 120, () => heapMap(dist, percentile, quick)),
  stage: await part("frames of the stage", 90, () => stageFrames(dist)),
  far: await part("jumps in a long recording", 150, jumps),
  plain: await part("cold start, plain", 60, () => coldStart()),
  slow: await part("cold start, four times slower", 90, () => coldStart({ slower: 4 })),
  line: await part("cold start, 10 Mbit/s and 40 ms", 60, () => coldStart({ network: { latency: 40, bytes: 10e6 / 8 } })),
  files: packed.map((name) => [name, sizes(join(dist, name))]),
  problems,
};
if (found.pyodide && found.rows) for (const [name, row] of Object.entries(found.rows)) row.pyodide = median(found.pyodide.seconds[name]);
const profile = join(root, "bench/profile.md");
const text = report(found, existsSync(profile) ? readFileSync(profile, "utf8") : "");
writeFileSync(join(root, "docs/benchmarks.md"), text);
console.log(text);
process.exitCode = problems.length ? 1 : 0;
