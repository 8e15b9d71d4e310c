// Measures the page in Chromium beside a native CPython, in one run, and writes docs/benchmarks.md.
//
// usage: node bench/bench.mjs [--rounds N] [--quick]     CHROMIUM and PYTHON name the two programs
import { chromium } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve, sizes } from "./server.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const programs = readdirSync(join(root, "bench/programs")).sort().map((name) => join(root, "bench/programs", name));
const quick = process.argv.includes("--quick");
const rounds = quick ? 1 : Number(process.argv[process.argv.indexOf("--rounds") + 1]) || 3;
const python = process.env.PYTHON || "python3.12";

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const geomean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
const percentile = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

/** A Chromium with an empty profile. `cpu()` gives the CPU seconds of all threads of its renderers. */
async function launch() {
  const profile = mkdtempSync(join(tmpdir(), "heapglass-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(0);
  const cdp = await context.newCDPSession(page);
  const system = await context.browser().newBrowserCDPSession();
  const cpu = async () => {
    const { processInfo } = await system.send("SystemInfo.getProcessInfo");
    let total = 0;
    for (const { type, id } of processInfo) {
      if (type !== "renderer") continue;
      for (const thread of readdirSync(`/proc/${id}/task`)) {
        try {
          total += Number(readFileSync(`/proc/${id}/task/${thread}/schedstat`, "utf8").split(" ")[0]) / 1e9;
        } catch {
          // It ended between the two reads.
        }
      }
    }
    return total;
  };
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { page, cdp, cpu, version: context.browser().version(), close };
}

/** The worker's side of the page's own messages: a program is recorded, pictures of random steps are asked for. */
async function inPage() {
  const { worker: script, engine, rest } = document.getElementById("boot").dataset;
  const at = (path) => new URL(path, document.baseURI).href;
  const worker = new Worker(at(script));
  worker.postMessage({ module: await WebAssembly.compileStreaming(fetch(at(engine))), rest: at(rest) });
  const waiting = [];
  worker.onmessage = ({ data }) => {
    const reply = JSON.parse(data);
    const found = waiting.findIndex(([fits]) => fits(reply));
    if (found >= 0) waiting.splice(found, 1)[0][1](reply);
  };
  const next = (fits) => new Promise((done) => waiting.push([fits, done]));
  const send = (request) => worker.postMessage(JSON.stringify(request));
  window.benchReady = next((reply) => reply === "Ready");
  let run = 0;
  let ticket = 0;
  window.benchRecord = async (source) => {
    run += 1;
    const finished = next((reply) => reply.Refused || (reply.Recorded?.run === run && reply.Recorded.progress.finished));
    send({ Run: { run, source, file: "main.py", ...window.benchExtra } });
    return (await finished).Recorded.progress;
  };
  window.benchShow = async (to) => {
    ticket += 1;
    const mine = ticket;
    const shown = next((reply) => reply.Shown?.ticket === mine);
    const started = performance.now();
    send({ Show: { ticket, to, wanted: { heap_map: false, pool: null, collector: false, selected: null } } });
    const reply = await shown;
    return { took: performance.now() - started, objects: reply.Shown.picture.objects?.length };
  };
}

function native() {
  const runs = Array.from({ length: rounds }, () => JSON.parse(execFileSync(python, [join(root, "bench/native.py"), ...programs], { encoding: "utf8" })));
  return Object.fromEntries(programs.map((path) => [basename(path), median(runs.map((run) => run[basename(path)]))]));
}

async function recordings() {
  const server = await serve(dist);
  const { page, cpu, version, close } = await launch();
  await page.goto(server.origin);
  await page.evaluate(inPage);
  await page.evaluate(() => window.benchReady);
  const rows = {};
  for (let round = 0; round < rounds; round++) {
    for (const path of programs) {
      const row = (rows[basename(path)] ??= { seconds: [] });
      const before = await cpu();
      const progress = await page.evaluate((source) => window.benchRecord(source), readFileSync(path, "utf8"));
      row.seconds.push((await cpu()) - before);
      Object.assign(row, { steps: progress.steps, stops: progress.stops, bytes: progress.checkpoint_bytes, problem: progress.problem });
    }
  }
  const latencies = await latency(page);
  await close();
  server.close();
  return { rows, version, latencies };
}

/** How long neighbouring steps take among a thousand objects, and random jumps in a long recording. */
async function latency(page) {
  const many = "kept = []\nfor i in range(1000):\n    kept.append([i])\nfor i in range(200):\n    kept[i].append(i)\n";
  const near = await page.evaluate(async (source) => {
    const progress = await window.benchRecord(source);
    await window.benchShow({ Stop: progress.stops - 300 });
    const found = [];
    for (let i = 0; i < 100; i++) found.push((await window.benchShow(i % 4 === 3 ? "Previous" : "Next")).took);
    return found;
  }, many);
  const turns = quick ? 200_000 : 5_000_000;
  const long = `def work(n):\n    total = 0\n    for i in range(n):\n        total = total + i\n    return total\nwork(${turns})\n`;
  const far = await page.evaluate(async (source) => {
    const progress = await window.benchRecord(source);
    const found = [];
    let state = 12345;
    for (let i = 0; i < 200; i++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      found.push((await window.benchShow({ Step: Math.floor((state / 2147483648) * progress.steps) })).took);
    }
    return { found, progress };
  }, long);
  return { near: percentile(near, 0.95), far: percentile(far.found, 0.95), lines: far.progress.stops, bytes: far.progress.checkpoint_bytes };
}

/** Milliseconds from nothing to the first diagram; `network` in bytes and milliseconds, `slower` slows the processor. */
async function coldStart({ network, slower } = {}) {
  const times = [];
  let sent = 0;
  for (let round = 0; round < rounds; round++) {
    const server = await serve(dist);
    const { page, cdp, close } = await launch();
    if (network) await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: network.latency, downloadThroughput: network.bytes, uploadThroughput: network.bytes });
    if (slower) await cdp.send("Emulation.setCPUThrottlingRate", { rate: slower });
    const started = performance.now();
    await page.goto(server.origin, { waitUntil: "commit" });
    await page.waitForFunction(() => /^Stop/.test(document.querySelector(".place")?.textContent ?? ""));
    times.push(performance.now() - started);
    sent = server.state.sent;
    await close();
    server.close();
  }
  return { time: median(times), sent };
}

const number = (value, digits = 2) => value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });
const whole = (value) => Math.round(value).toLocaleString("en");

const plainTimes = native();
const { rows, version, latencies } = await recordings();
const ratio = (name) => median(rows[name].seconds) / plainTimes[name];
const mean = geomean(Object.keys(rows).map(ratio));
const plain = await coldStart();
const slow = await coldStart({ slower: 4 });
const line = await coldStart({ network: { latency: 40, bytes: 10e6 / 8 } });
const pythonVersion = execFileSync(python, ["--version"], { encoding: "utf8" }).trim();
const files = readdirSync(dist).filter((name) => /\.(wasm|js|css|html)$/.test(name));

const text = `# Benchmarks

Written by \`cargo xtask bench\` from one run: Chromium ${version} beside native ${pythonVersion}, ${cpus().length} cores, medians of ${rounds}
rounds. CPU time counts all threads of the browser's page process, so that other work on the machine matters little; times to
wait for are by the clock.

| figure | measured | to reach |
|---|---|---|
| recording in Chromium, slow-down against native CPython (geometric mean, CPU time) | ${number(mean)} | 3.0 |
| neighbouring step with its picture among 1,000 objects, p95 | ${number(latencies.near, 1)} ms | 16 ms |
| any step of a recording of ${whole(latencies.lines)} line steps, p95 of 200 random jumps | ${number(latencies.far, 1)} ms | 100 ms |
| transfer for the first diagram, brotli | ${whole(plain.sent / 1000)} kB | 900 kB |
| cold start to first diagram | ${number(plain.time / 1000)} s | |
| the same on a processor four times slower | ${number(slow.time / 1000)} s | |
| the same over 10 Mbit/s and 40 ms | ${number(line.time / 1000)} s | 1.5 s |

## Programs

The programs lie in \`bench/programs\`. Bytes are those that the recording keeps.

| program | native, s | recorded, s | slow-down | steps | line steps | bytes per million steps |
|---|---|---|---|---|---|---|
${Object.entries(rows).map(([name, row]) => `| ${name} | ${number(plainTimes[name], 3)} | ${number(median(row.seconds), 3)} | ${number(ratio(name))} | ${whole(row.steps)} | ${whole(row.stops)} | ${whole(row.bytes / (row.steps / 1e6))} |${row.problem ? ` ${row.problem}` : ""}`).join("\n")}

## Files

| file | raw | gzip | brotli |
|---|---|---|---|
${files.map((name) => [name, sizes(join(dist, name))]).map(([name, size]) => `| ${name.replace(/-[0-9a-f]{16}/, "")} | ${whole(size.raw)} | ${whole(size.gzip)} | ${whole(size.brotli)} |`).join("\n")}
`;
writeFileSync(join(root, "docs/benchmarks.md"), text);
console.log(text);
