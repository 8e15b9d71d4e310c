// Measures the page in Chromium beside a native CPython, in one run, and writes docs/benchmarks.md.
//
// usage: node bench/bench.mjs [--rounds N] [--quick]     CHROMIUM and PYTHON name the two programs, PYODIDE a folder, if there is one
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inPage, launch } from "./browser.mjs";
import { pyodide } from "./pyodide.mjs";
import { report } from "./report.mjs";
import { brotli, serve, sizes } from "./server.mjs";

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

/** CPU seconds by program under the native CPython. */
function native() {
  say("native CPython");
  const runs = Array.from({ length: rounds }, () => JSON.parse(execFileSync(python, [join(root, "bench/native.py"), ...paths], { encoding: "utf8" })));
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
  say("neighbouring steps");
  const source = "kept = []\nfor i in range(1000):\n    kept.append([i])\nfor i in range(200):\n    kept[i].append(i)\n";
  const { page, close } = await engine();
  const found = await page.evaluate(async (text) => {
    const progress = await window.benchRecord(text);
    await window.benchShow({ Stop: progress.stops - 300 });
    const times = { Next: [], Previous: [] };
    for (let i = 0; i < 120; i++) {
      const to = i % 4 === 3 ? "Previous" : "Next";
      times[to].push((await window.benchShow(to)).took);
    }
    return times;
  }, source);
  await close();
  return { all: percentile([...found.Next, ...found.Previous], 0.95), next: percentile(found.Next, 0.95), previous: percentile(found.Previous, 0.95) };
}

/** The same as the student sees it: from the key to the page drawn. */
async function drawnSteps() {
  say("neighbouring steps, drawn");
  const source = "kept = []\nfor i in range(1000):\n    kept.append([i])\nfor i in range(200):\n    kept[i].append(i)\n";
  const server = await serve(dist);
  const { page, close } = await launch();
  await page.addInitScript((text) => localStorage.setItem("heapglass.program", JSON.stringify(text)), source);
  await page.goto(server.origin);
  await page.waitForFunction(() => /recorded/.test(document.querySelector(".status")?.textContent ?? ""));
  const times = await page.evaluate(async () => {
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
    document.activeElement?.blur();
    await press("End");
    const found = [];
    for (let i = 0; i < 60; i++) found.push(await press("ArrowLeft"));
    for (let i = 0; i < 40; i++) found.push(await press("ArrowRight"));
    return found;
  });
  await close();
  server.close();
  return percentile(times, 0.95);
}

/** Random jumps in a long recording, and what the recording holds. */
async function jumps() {
  const turns = quick ? 200_000 : 5_000_000;
  say(`jumps in a recording of ${2 * turns} line steps`);
  const source = `def work(n):\n    total = 0\n    for i in range(n):\n        total = total + i\n    return total\nwork(${turns})\n`;
  const { page, close } = await engine();
  const { times, progress } = await page.evaluate(async (text) => {
    const progress = await window.benchRecord(text);
    const times = [];
    let state = 12345;
    for (let i = 0; i < 200; i++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      times.push((await window.benchShow({ Step: Math.floor((state / 2147483648) * progress.steps) })).took);
    }
    return { times, progress };
  }, source);
  await close();
  return { p95: percentile(times, 0.95), median: median(times), lines: progress.stops, steps: progress.steps, bytes: progress.checkpoint_bytes, problem: progress.problem };
}

/** Milliseconds from nothing to the first diagram; `network` in bytes and milliseconds, `slower` slows the processor. */
async function coldStart(words, { network, slower } = {}) {
  say(`cold start, ${words}`);
  const times = [];
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
        window.benchFiles = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
        return undefined;
      };
      look();
    });
    await drawn;
    await page.goto(server.origin, { waitUntil: "commit" });
    await page.waitForFunction(() => window.benchDrawn);
    const { took, names } = await page.evaluate(() => ({ took: window.benchDrawn, names: window.benchFiles }));
    times.push(took);
    const asked = new Set(["/index.html", ...names]);
    // The worker's own requests are not the page's; its file is.
    files = server.state.files.filter(([name]) => asked.has(name) || /worker/.test(name));
    await close();
    server.close();
  }
  return { time: median(times), files, sent: files.reduce((sum, [, size]) => sum + size, 0) };
}

const packed = readdirSync(dist, { recursive: true }).filter((name) => /\.(wasm|js|css|html)$/.test(name));
say("compressing the files");
packed.forEach((name) => brotli(join(dist, name)));
const found = {
  quick,
  rounds,
  cores: cpus().length,
  python: execFileSync(python, ["--version"], { encoding: "utf8" }).trim(),
  native: native(),
  pyodide: await pyodide(programs, rounds),
  ...(await recordings()),
  near: await neighbours(),
  drawn: await drawnSteps(),
  far: await jumps(),
  plain: await coldStart("plain"),
  slow: await coldStart("four times slower", { slower: 4 }),
  line: await coldStart("10 Mbit/s and 40 ms", { network: { latency: 40, bytes: 10e6 / 8 } }),
  files: packed.map((name) => [name, sizes(join(dist, name))]),
};
if (found.pyodide) for (const [name, row] of Object.entries(found.rows)) row.pyodide = median(found.pyodide.seconds[name]);
const text = report(found);
writeFileSync(join(root, "docs/benchmarks.md"), text);
console.log(text);
