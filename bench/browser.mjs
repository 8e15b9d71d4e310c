// A Chromium to measure in, and the page's own messages to its engine.
import { chromium } from "@playwright/test";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const open = new Set();

/** Ends every Chromium that is still there. */
export async function closeAll() {
  for (const close of [...open]) await close();
}

/** A Chromium with an empty profile. `cpu()` gives the CPU seconds of all threads of its renderers. */
export async function launch() {
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
    if (!open.delete(close)) return;
    await context.close().catch(() => {});
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  open.add(close);
  return { page, cdp, cpu, version: context.browser().version(), close };
}

/** Runs in the page: starts an engine beside the page's own; `benchRecord` records a program, `benchShow` asks for a picture. */
export async function inPage() {
  const { worker: script, engine, rest } = document.getElementById("boot").dataset;
  const at = (path) => new URL(path, document.baseURI).href;
  const worker = new Worker(at(script));
  worker.postMessage({ module: await WebAssembly.compileStreaming(fetch(at(engine))), rest: at(rest) });
  const waiting = [];
  worker.onmessage = ({ data }) => {
    const reply = JSON.parse(data);
    const found = waiting.findIndex(([fits]) => fits(reply) || reply.Died);
    if (found >= 0) waiting.splice(found, 1)[0][1](reply);
  };
  const next = (fits) =>
    new Promise((done, fail) => waiting.push([fits, (reply) => (reply.Died ? fail(new Error(reply.Died.message)) : done(reply))]));
  const send = (request) => worker.postMessage(JSON.stringify(request));
  window.benchReady = next((reply) => reply === "Ready");
  let run = 0;
  let ticket = 0;
  window.benchRecord = async (source) => {
    run += 1;
    const mine = run;
    const finished = next((reply) => reply.Refused || (reply.Recorded?.run === mine && reply.Recorded.progress.finished));
    send({ Run: { run, source, file: "main.py", answers: [], open: false, files: [] } });
    const reply = await finished;
    if (reply.Refused) throw new Error(reply.Refused.problem.message);
    return reply.Recorded.progress;
  };
  window.benchShow = async (to) => {
    ticket += 1;
    const mine = ticket;
    const shown = next((reply) => reply.Shown?.ticket === mine);
    const started = performance.now();
    send({ Show: { ticket, to, wanted: { heap_map: false, pool: null, collector: true, selected: null, as_objects: false, opened: [], blocks: null, bytes: null }, knows: 0 } });
    const reply = await shown;
    return { took: performance.now() - started, objects: reply.Shown.picture.objects?.length };
  };
}
