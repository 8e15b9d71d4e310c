// Finds out which functions of the page's program the first picture needs: opens the page here, in a document without a
// browser, beside the engine that js/rehearsal.mjs has started, and takes the first steps. What a real browser calls beyond
// that is brought when it is called, so a difference costs time and nothing else.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Window } from "happy-dom";
import { OTHERS, marked, usedOf } from "./rehearsal.mjs";

/** A program that takes so long that the page hears how far it has come. */
const LONG = "rows = []\nfor number in range(60_000):\n    rows.append([number])\n    if len(rows) > 20:\n        rows.clear()\n        print(number)\n";

const CYCLE = "import gc\n\nclass Node:\n    pass\n\na = Node()\na.me = a\ndel a\ngc.collect()\n1 / 0\n";

const english = readFileSync(new URL("dist/english.json", import.meta.url), "utf8");

/** How the page is opened: on a first visit, with a program of the last one, in other sizes and themes; `late` names the replies of the engine that take their time, in milliseconds, for the order in which they come is no law. */
const visits = [
  { kept: {} },
  ...OTHERS.map((code) => ({ kept: {}, code, language: english })),
  { kept: { "heapglass.program": LONG } },
  { kept: { "heapglass.program": LONG }, late: { Shown: 200 } },
  { kept: { "heapglass.program": CYCLE }, late: { Shown: 80, Recorded: 80, Told: 80 } },
  { kept: { "heapglass.program": CYCLE }, late: { Shown: 150 } },
  { kept: { "heapglass.program": CYCLE }, late: { Recorded: 150 } },
  { kept: { "heapglass.program": CYCLE }, late: { Told: 150, Ready: 150 } },
  { width: 390, kept: { "heapglass.program": "def f(x):\n    return [x]\n\nd = {'k': f(1)}\nprint(d)\n", "heapglass.theme": "dark" } },
];

// The engine's side has these, or they are Node's own and serve both.
const NOT_OF_THE_WINDOW = new Set(["postMessage", "onmessage", "WebAssembly", "globalThis", "global", "process", "Buffer", "setTimeout", "clearTimeout", "setInterval", "clearInterval", "queueMicrotask", "Error", "console", "crypto", "performance"]);

/** A document of this width as the one of this process. */
function furnish({ width = 1440, kept }) {
  const window = new Window({ url: "http://127.0.0.1/", width, height: 900 });
  const names = new Set([...Object.getOwnPropertyNames(window), ...Object.getOwnPropertyNames(Object.getPrototypeOf(window))]);
  for (const name of names) {
    if (NOT_OF_THE_WINDOW.has(name) || (name in globalThis && /^(Object|Array|Map|Set|Promise|Proxy|Reflect|Symbol|Function|String|Number|Boolean|BigInt|Date|RegExp|Math|JSON|Intl|Atomics|.*Array|DataView|ArrayBuffer|SharedArrayBuffer|Weak.*|.*Error|is.*|parse.*|.*URI.*|eval|undefined|NaN|Infinity|escape|unescape|Iterator|FinalizationRegistry|Text(En|De)coder)$/.test(name))) continue;
    const value = window[name];
    const isMethod = typeof value === "function" && /^[a-z]/.test(name);
    Object.defineProperty(globalThis, name, { value: isMethod ? value.bind(window) : value, configurable: true, writable: true });
  }
  for (const name of ["window", "self", "parent", "top"]) Object.defineProperty(globalThis, name, { value: globalThis, configurable: true, writable: true });
  // The page asks whether what is global is a window.
  Object.defineProperty(globalThis, "Window", { value: class { static [Symbol.hasInstance](one) { return one === globalThis; } }, configurable: true, writable: true });
  for (const [name, value] of Object.entries(kept)) window.localStorage.setItem(name, JSON.stringify(value));
  return window;
}

const soon = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until `holds`; a page that never comes there has a mistake that a browser would show, too. */
async function until(holds, what) {
  for (let tries = 0; tries < 2_000; tries++) {
    if (holds()) return;
    await soon(5);
  }
  throw new Error(`the page did not come to ${what}: ${document.body.textContent.slice(0, 400)}`);
}

async function visit(instrumented, module, { width, kept, code = "en", language = "", late = {} }) {
  const window = furnish({ width, kept });
  globalThis.bringRest = () => {};
  globalThis.speakLanguage = () => {};
  const anything = new Proxy(() => anything, { get: (_, name) => (name === Symbol.toPrimitive ? () => "" : anything) });
  globalThis.bringEditor = (ready) => ready(anything);
  // The document here has no sizes: that there is one is told once, as a browser does.
  globalThis.ResizeObserver = class {
    constructor(told) {
      this.told = told;
    }
    observe = () => setTimeout(() => this.told([], this));
    unobserve() {}
    disconnect() {}
  };
  globalThis.Worker = class {
    postMessage = (text) => globalThis.onmessage({ data: text });
    terminate = () => {};
  };
  globalThis.startEngine = (heard) => {
    const target = new Worker();
    globalThis.postMessage = (data) => setTimeout(() => heard({ data, target }), late[/\w+/.exec(data)[0]] ?? 0);
    globalThis.postMessage('"Ready"');
    return target;
  };
  const page = await module.default({ module_or_path: await WebAssembly.compile(instrumented.bytes) });
  module.begin(code, language, OTHERS.join(" "));
  const place = () => document.querySelector(".place")?.textContent ?? "";
  await until(() => /Stop/.test(place()), "its first picture");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowLeft"]) {
    document.body.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await soon(120);
  }
  const used = usedOf(page, instrumented);
  // What the page still asks for goes unheard.
  globalThis.postMessage = () => {};
  return { used, close: () => window.happyDOM.abort() };
}

/** The numbers of the functions of the page's program, bound by the text `glue`, that are used; the engine is running. */
export async function rehearsePage(bytes, glue, folder) {
  const instrumented = marked(bytes);
  const used = new Set();
  for (const [number, how] of visits.entries()) {
    const file = join(folder, `rehearsal-${number}.mjs`);
    writeFileSync(file, glue);
    try {
      const { used: now, close } = await visit(instrumented, await import(pathToFileURL(file)), how);
      now.forEach((index) => used.add(index));
      await close();
    } finally {
      rmSync(file);
    }
  }
  return used;
}
