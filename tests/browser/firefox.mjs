#!/usr/bin/env node
// A Firefox for Playwright: starts the system's own and stands between the two, for what Playwright's WebDriver BiDi asks
// and this Firefox does not know. It answers `emulation.setMediaFeaturesOverride` by setting Firefox's own preferences, and
// the same for what a test asks with `media` (page.js), because Playwright does not pass everything on. What is saved gets
// the name by which Playwright tells one download from another.
// FIREFOX names the program; the arguments are Playwright's.
import { spawn } from "node:child_process";
import { renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { WebSocket, WebSocketServer } from "ws";

const MARK = "heapglass:media ";
const DOWNLOADS = ["browsingContext.downloadWillBegin", "browsingContext.downloadEnd"];
const SCHEMES = { dark: 0, light: 1 };

// Preferences are the browser's own: changed in its privileged scope, which a remote end opens only when it is told to.
const firefox = spawn(process.env.FIREFOX ?? "firefox-esr", ["--remote-allow-system-access", ...process.argv.slice(2)], {
  stdio: ["inherit", "inherit", "pipe"],
});
firefox.on("exit", (code) => process.exit(code ?? 1));
firefox.on("error", (error) => {
  console.error(String(error));
  process.exit(1);
});
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => firefox.kill(signal));

createInterface({ input: firefox.stderr }).on("line", (line) => {
  const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line)?.[1];
  if (!address) return console.error(line);
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 }, () => {
    console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`);
  });
  server.on("connection", (playwright) => stand(playwright, new WebSocket(`${address}/session`, { perMessageDeflate: false })));
});

const names = new Map();

/** What Firefox tells of a download that began or ended: of one from a link it tells no navigation, and Playwright passes over what has no name. */
function download(params) {
  if (!params.filepath) names.set(params.url, params.suggestedFilename);
  // A second file of one name gets another; Playwright looks for it under the first.
  else if (names.has(params.url) && basename(params.filepath) !== names.get(params.url)) {
    renameSync(params.filepath, join(dirname(params.filepath), names.get(params.url)));
  }
  return { ...params, download: params.download ?? params.navigation ?? params.url };
}

/** Passes messages between the two, and keeps to itself what it asks on its own account. */
function stand(playwright, browser) {
  const early = [];
  const own = new Map();
  const pass = (text) => (browser.readyState === WebSocket.OPEN ? browser.send(text) : early.push(text));
  const ask = (method, params) =>
    new Promise((done) => {
      // Playwright counts from 1 upwards.
      const id = 2 ** 40 + own.size;
      own.set(id, done);
      pass(JSON.stringify({ id, method, params }));
    });
  const prefer = async (name, value) => {
    const tree = await ask("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
    const context = tree.result?.contexts[0]?.context;
    const set = value === null ? `Services.prefs.clearUserPref("${name}")` : `Services.prefs.setIntPref("${name}", ${Number(value)})`;
    const reply = await ask("script.evaluate", { expression: set, target: { context }, awaitPromise: false });
    if (reply.type !== "success" || reply.result.type !== "success") throw new Error(`${set}: ${JSON.stringify(tree)} ${JSON.stringify(reply)}`);
  };
  const media = async (wanted) => {
    if ("colorScheme" in wanted) await prefer("layout.css.prefers-color-scheme.content-override", SCHEMES[wanted.colorScheme] ?? null);
    if ("reducedMotion" in wanted) await prefer("ui.prefersReducedMotion", wanted.reducedMotion === "reduce" ? 1 : 0);
  };
  browser.on("open", () => early.splice(0).forEach((text) => browser.send(text)));
  browser.on("message", (data) => {
    const text = data.toString();
    const { id, method, params } = JSON.parse(text);
    if (DOWNLOADS.includes(method)) return playwright.send(JSON.stringify({ type: "event", method, params: download(params) }));
    if (!own.has(id)) return playwright.send(text);
    own.get(id)(JSON.parse(text));
  });
  playwright.on("message", (data) => {
    const text = data.toString();
    const { id, method, params } = JSON.parse(text);
    const refuse = (error) => playwright.send(JSON.stringify({ type: "error", id, error: "unknown error", message: String(error) }));
    if (method === "emulation.setMediaFeaturesOverride") {
      const colorScheme = params.features["prefers-color-scheme"] ?? null;
      // What a context begins with: nothing of what a test before it asked for.
      const rest = params.userContexts ? { reducedMotion: null } : {};
      const answer = () => playwright.send(JSON.stringify({ type: "success", id, result: {} }));
      return void media({ colorScheme, ...rest }).then(answer, refuse);
    }
    const marked = method.startsWith("script.") && text.includes(MARK) && new RegExp(`${MARK}(\\w+)=([\\w-]+)`).exec(text);
    if (marked) return void media({ [marked[1]]: marked[2] }).then(() => pass(text), refuse);
    pass(text);
  });
  browser.on("close", () => playwright.close());
  playwright.on("close", () => browser.close());
  browser.on("error", () => playwright.close());
}
