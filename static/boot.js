// Starts the engine, then the page. The build writes the names of the files into this script's own element.
const { js, page, pagerest, worker, engine, size, rest, editor, language, languages } = document.getElementById("boot").dataset;
// In a page that is a single file (static/single-file.js) the files are in the page.
const at = (path) => globalThis.inlinedAddress?.(path) ?? new URL(path, document.baseURI).href;

// The engine comes first and has work to do while the page comes: what the page needs waits until this many of the engine's
// bytes are still to come, so that the line is never idle.
const LAST_BYTES = 400_000;
const ENGLISH = "en";
/** The languages that have a file of messages. */
const offered = (languages ?? "").split(" ").filter(Boolean);

/** The language that the link asks for, that was chosen in an earlier visit, or that the browser prefers. */
function wantedLanguage() {
  const linked = /[#&]language=([a-z]{2,3})(?:&|$)/.exec(location.hash)?.[1];
  if (linked) return linked;
  const known = (code) => code === ENGLISH || offered.includes(code);
  try {
    const chosen = JSON.parse(localStorage.getItem("heapglass.language"));
    if (known(chosen)) return chosen;
  } catch {
    // Storage is refused, or holds something else.
  }
  return (navigator.languages ?? []).map((code) => code.toLowerCase().split("-")[0]).find(known) ?? ENGLISH;
}

/** What scripts say in the language that is set, by name; `null` in English, `undefined` until it is known. */
let scripts;

/** A sentence of a script: in English as it is given, `{0}` being the first of the values. */
globalThis.say = (name, english, ...values) => {
  const pieces = scripts?.[name] ?? english.split(/\{(\d)\}/).map((piece, index) => (index % 2 ? Number(piece) : piece));
  // In a language from right to left what is put into a sentence keeps its own direction.
  const [before, behind] = document.documentElement.dir === "rtl" ? ["\u2068", "\u2069"] : ["", ""];
  return pieces.map((piece) => (typeof piece === "number" ? `${before}${values[piece]}${behind}` : piece)).join("");
};

/** The text of a language's file; tells null and why if there is none. */
globalThis.bringMessages = async (code, told) => {
  try {
    const answer = await fetch(at(`./messages/${code}.json`), { cache: "no-cache" });
    if (!answer.ok) throw new Error(String(answer.status));
    told(await answer.text());
  } catch (problem) {
    told(null, String(problem?.message ?? problem));
  }
};

/** From now on scripts speak this language; `file` is the text of its messages, empty for English. */
globalThis.speakLanguage = (code, file, isRightToLeft) => {
  scripts = file ? (JSON.parse(file).scripts ?? null) : null;
  Object.assign(document.documentElement, { lang: code, dir: isRightToLeft ? "rtl" : "ltr" });
  document.title = say("title", "Heapglass: what CPython does with memory");
};

const firstLanguage = wantedLanguage();
if (firstLanguage === ENGLISH) scripts = null;
// Fetched while the engine and the page are; the page is not drawn before it is there.
const firstMessages = firstLanguage === ENGLISH ? "" : new Promise((done) => bringMessages(firstLanguage, (text) => {
  try {
    scripts = JSON.parse(text)?.scripts ?? null;
  } catch {
    scripts = null;
  }
  tellLoading();
  done(text);
}));

let comeOn;
const pageMayCome = new Promise((done) => (comeOn = done));

// What is seen until the page and the engine are there.
const loading = document.createElement("div");
const said = document.createElement("span");
const bar = Object.assign(document.createElement("progress"), { max: 100, value: 0 });
let loaded = false;
loading.className = "loading is-early";
tellLoading();
loading.append(said, bar);
/** While the document is being read its body may not be there yet. */
const show = () => loaded || document.body?.append(loading);
if (document.body) show();
else document.addEventListener("DOMContentLoaded", show, { once: true });

function hide() {
  loaded = true;
  loading.remove();
}

/** Says how far the engine has come, once it is known in which language. */
function tellLoading() {
  if (scripts === undefined || loaded) return;
  const percent = Math.floor(bar.value);
  bar.setAttribute("aria-label", say("loading", "Loading"));
  said.textContent = percent ? say("loading-engine-percent", "Loading the Python engine: {0} %", percent) : say("loading-engine", "Loading the Python engine");
}

/** Says what could not be fetched, and offers to try again. */
function give(up) {
  loaded = false;
  said.textContent = up;
  const again = Object.assign(document.createElement("button"), { textContent: say("again", "Try again"), title: say("again-title", "Load the page again") });
  again.onclick = () => location.reload();
  bar.replaceWith(again);
  show();
}

/** A response that tells how much of its body has come. */
function watched(response) {
  let come = 0;
  const count = new TransformStream({
    transform(chunk, out) {
      come += chunk.length;
      bar.value = Math.min(99, Math.round((100 * come) / Number(size)));
      tellLoading();
      if (come > Number(size) - LAST_BYTES) comeOn();
      out.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(count), { headers: { "content-type": "application/wasm" } });
}

/**
 * Whether the worker is one that this frame shares with the others of this site on the page around. Only its first: who has lost an
 * engine, or waits for one that does not answer, starts one alone.
 */
let shares = globalThis.parent !== globalThis && typeof SharedWorker === "function" && !globalThis.inlinedAddress;

// Compiled once, also for the workers that follow one that was lost; fetched again for the next one where that failed.
let compiled;

function bring() {
  const coming = compile(at(engine));
  coming.then(hide, () => {
    hide();
    compiled = undefined;
  });
  coming.then(comeOn, comeOn);
  return coming;
}
// A worker of a page that is a single file cannot fetch, and a page that was kept for use without network answers no request that is
// waited for: there the rest comes at once.
const comesWhole = Boolean(globalThis.inlinedAddress || navigator.serviceWorker?.controller);
let whole;

/** The engine's first file, as it comes. */
async function fetched(address) {
  const response = await fetch(address).catch(() => {
    throw new Error(say("engine-not-fetched", "it could not be fetched. Is the network there?"));
  });
  if (!response.ok) throw new Error(say("engine-refused", "it could not be fetched ({0}).", response.status));
  return watched(response);
}

async function compile(address) {
  return WebAssembly.compileStreaming(fetched(address));
}

// How long a frame waits for the worker that it shares, in milliseconds: a browser that gives frames no storage may not start it, and not
// say so either.
const HERE = 700;

/** The worker that frames share (js/worker.js), or one for this frame alone in its place, looking like one of one's own. */
function shared() {
  const { port } = new SharedWorker(at(worker));
  let target = port;
  const line = Object.assign(new EventTarget(), {
    onmessage: null,
    onerror: null,
    postMessage: (text) => target.postMessage(text),
    terminate() {
      if (target === port) port.postMessage(null);
      else target.terminate();
    },
  });
  const hear = (data) => line.dispatchEvent(new MessageEvent("message", { data }));
  const fail = (message) => line.dispatchEvent(new ErrorEvent("error", { message, cancelable: true }));
  line.addEventListener("message", (event) => line.onmessage?.(event));
  line.addEventListener("error", (event) => line.onerror?.(event));
  const nobody = setTimeout(() => {
    line.terminate();
    document.documentElement.dataset.engine = "own";
    target = alone();
    target.onmessage = ({ data }) => hear(data);
    target.onerror = (event) => {
      event.preventDefault();
      fail(event.message);
    };
  }, HERE);
  port.onmessage = async ({ data }) => {
    if (target !== port) return;
    if (typeof data === "string") hear(data);
    else if (data.broken) fail(data.broken);
    else if (data.here) {
      clearTimeout(nobody);
      document.documentElement.dataset.engine = "shared";
      try {
        const bytes = data.needs ? await (await fetched(at(engine))).arrayBuffer() : undefined;
        await firstMessages;
        port.postMessage({ bytes, rest: at(rest), comesWhole, lost: lost() }, bytes ? [bytes] : []);
      } catch (problem) {
        fail(problem.message);
      }
      hide();
      comeOn();
    }
  };
  // A page that is kept to be gone back to needs its engine then.
  addEventListener("pagehide", ({ persisted }) => persisted || line.terminate());
  return line;
}

/** The engine's last words where its second file does not come. */
const lost = () => say("engine-part-lost", "it needs a part that could not be fetched. Is the network there?");

/** A worker for this page alone. */
function alone() {
  const own = new Worker(at(worker));
  compiled ??= bring();
  whole ??= comesWhole && fetch(at(rest)).then((response) => WebAssembly.compileStreaming(response));
  Promise.all([compiled, whole]).then(
    ([module, whole]) => own.postMessage({ module, rest: at(rest), whole, lost: lost() }),
    (problem) => own.dispatchEvent(new ErrorEvent("error", { message: problem.message, cancelable: true })),
  );
  return own;
}

/** The worker to begin with, if it may be shared. */
function sharedOnce() {
  if (!shares) return undefined;
  shares = false;
  try {
    return shared();
  } catch {
    return undefined;
  }
}

function spawn() {
  const started = { worker: sharedOnce(), early: [] };
  if (!started.worker) {
    started.worker = alone();
    document.documentElement.dataset.engine = "own";
  }
  started.worker.onmessage = (event) => started.early.push(["onmessage", event]);
  started.worker.onerror = (event) => started.early.push(["onerror", event]);
  return started;
}

const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// The first picture has come, or what tells that none will come.
let seen;
const firstPicture = new Promise((done) => (seen = done));

function watchFor({ data, currentTarget }) {
  if (typeof data !== "string" || !/^{"(Shown|Refused|Died)"/.test(data)) return;
  currentTarget.removeEventListener("message", watchFor);
  seen();
}

/** The typefaces come after the first picture: until then text is in those of the system. */
firstPicture.then(() => later(100)).then(() => {
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: at("./static/fonts/fonts.css") }));
});

/** A page that is kept for use without network says when there is a newer one. */
if (navigator.serviceWorker?.controller) {
  firstPicture.then(async () => {
    const { watchVersions } = await import(at("./static/offline.js"));
    await watchVersions(() => {
      if (document.querySelector(".new-version")) return;
      const words = say("new-version", "A new version of Heapglass is there. It is used when all tabs with Heapglass have been closed.");
      document.body.append(Object.assign(document.createElement("p"), { className: "new-version", role: "status", textContent: words }));
    });
  }).catch(() => {});
}

// How long the editor waits for the first picture, in milliseconds, and how long until it is fetched again if it did not come.
const PATIENCE = 1_500;
const AGAIN = 3_000;

/** A module, as soon as it can be fetched. */
async function brought(file) {
  for (;;) {
    try {
      return await import(at(file));
    } catch {
      await later(AGAIN);
    }
  }
}

/** Gives the editor's functions to the page, which shows the program's text meanwhile; the colours of the text come behind. */
globalThis.bringEditor = async (ready) => {
  await Promise.race([firstPicture, later(PATIENCE)]);
  const tools = await brought(editor);
  ready(tools);
  await Promise.race([firstPicture, later(AGAIN)]);
  tools.learn((await brought(language)).default);
};

let waiting;
try {
  waiting = spawn();
  waiting.worker.addEventListener("message", watchFor);
} catch {
  // The page says so when it asks.
}

globalThis.startEngine = (heard, failed) => {
  const { worker, early } = waiting ?? spawn();
  waiting = undefined;
  worker.onmessage = heard;
  worker.onerror = failed;
  setTimeout(() => early.forEach(([kind, event]) => worker[kind]?.(event)));
  return worker;
};

const through = (stream, bytes) => new Response(new Blob([bytes]).stream().pipeThrough(stream));

/** Compresses a text (DEFLATE, the letters of base64url), for links. */
globalThis.packText = async (text, told) => {
  try {
    const bytes = new Uint8Array(await through(new CompressionStream("deflate-raw"), text).arrayBuffer());
    const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    told(letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""));
  } catch (problem) {
    told(null, String(problem));
  }
};

/** The way back. */
globalThis.unpackText = async (packed, told) => {
  try {
    const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    told(await through(new DecompressionStream("deflate-raw"), bytes).text());
  } catch (problem) {
    told(null, String(problem));
  }
};

globalThis.copyText = async (text, told) => {
  try {
    await navigator.clipboard.writeText(text);
    told(text);
  } catch (problem) {
    told(null, String(problem));
  }
};

/** The values of colours, by their names with spaces between them: those of the page, or of another theme. */
globalThis.readColours = (names, theme) => {
  const other = theme && document.body.appendChild(Object.assign(document.createElement("i"), { hidden: true }));
  if (other) other.dataset.theme = theme;
  const style = getComputedStyle(other || document.documentElement);
  const colours = names.split(" ").map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  if (other) other.remove();
  return JSON.stringify(Object.fromEntries(colours));
};

/** Keeps what the page has made; what does it comes when it is asked for. */
globalThis.takeAway = async (how, name, texts, told) => {
  try {
    const { keep } = await import(at("./static/take-away.js"));
    await keep(how, name, JSON.parse(texts), told, at);
  } catch (problem) {
    told?.(null, problem?.message || String(problem));
  }
};

/** The page's program, and its second file (js/split.mjs), which is brought behind the first picture or at once when it is called for. */
let program;

function put(module) {
  if (program.ready.value) return;
  new WebAssembly.Instance(module, { e: program });
  program.ready.value = 1;
}

globalThis.bringRest = () => {
  if (program.ready.value) return;
  try {
    // Bytes as letters: a request that is waited for may not ask for bytes.
    const request = new XMLHttpRequest();
    request.open("GET", at(pagerest), false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`status ${request.status}`);
    put(new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255)));
  } catch (problem) {
    // The page cannot go on from here.
    const words = say("part-lost", "A part of the page could not be fetched. Is the network there? Reload the page to go on.");
    if (!document.querySelector(".lost")) document.body.prepend(Object.assign(document.createElement("p"), { role: "alert", className: "lost", textContent: words }));
    throw problem;
  }
};

firstPicture.then(async () => {
  for (;;) {
    try {
      const response = await fetch(at(pagerest));
      if (!response.ok) throw new Error(String(response.status));
      put(await WebAssembly.compile(await response.arrayBuffer()));
      return;
    } catch {
      if (program.ready.value) return;
      await later(AGAIN);
    }
  }
});

await pageMayCome;
document.head.append(document.getElementById("later").content);
const { default: start, begin } = await import(at(js)).catch(() => {
  give(say("page-lost", "The page could not be fetched. Is the network there?"));
  return {};
});
// This script does not wait for the document, but the page is put into its body.
if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
if (start) {
  program = await start({ module_or_path: at(page) }).catch((problem) => {
    give(say("page-lost", "The page could not be fetched. Is the network there?"));
    throw problem;
  });
  if (comesWhole) await fetch(at(pagerest)).then((response) => response.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes)).then(put).catch(() => {});
  begin(firstLanguage, (await firstMessages) ?? undefined, languages ?? "");
  // The page takes the place of all that was in the document: what is still loading is said at its lower edge.
  loading.classList.remove("is-early");
  if (!loaded) show();
}
