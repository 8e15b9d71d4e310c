// Starts the engine, then the page. The build writes the names of the files into this script's own element.
const { js, wasm, worker, engine, size, rest, editor } = document.getElementById("boot").dataset;
const at = (path) => new URL(path, document.baseURI).href;

// The engine comes first and has work to do while the page comes: what the page needs waits until this many of the engine's
// bytes are still to come, so that the line is never idle.
const LAST_BYTES = 400_000;
let comeOn;
const pageMayCome = new Promise((done) => (comeOn = done));

/** A response that tells when its body has almost come. */
function watched(response) {
  let left = Number(size) - LAST_BYTES;
  const count = new TransformStream({
    transform(chunk, out) {
      left -= chunk.length;
      if (left < 0) comeOn();
      out.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(count), { headers: { "content-type": "application/wasm" } });
}

// Compiled once, also for the workers that follow one that was lost.
const compiled = compile(at(engine));
compiled.then(comeOn, comeOn);

async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The engine could not be fetched (${response.status})`);
  return WebAssembly.compileStreaming(watched(response));
}

function spawn() {
  const started = { worker: new Worker(at(worker)), early: [] };
  started.worker.onmessage = (event) => started.early.push(["onmessage", event]);
  started.worker.onerror = (event) => started.early.push(["onerror", event]);
  compiled.then(
    (module) => started.worker.postMessage({ module, rest: at(rest) }),
    (problem) => started.worker.dispatchEvent(new ErrorEvent("error", { message: problem.message, cancelable: true })),
  );
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

// How long the editor waits for the first picture, in milliseconds, and how long until it is fetched again if it did not come.
const PATIENCE = 1_500;
const AGAIN = 3_000;

/** Gives the editor's functions to the page, which shows the program's text meanwhile. */
globalThis.bringEditor = async (ready) => {
  await Promise.race([firstPicture, later(PATIENCE)]);
  for (;;) {
    try {
      ready(await import(at(editor)));
      return;
    } catch {
      await later(AGAIN);
    }
  }
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

await pageMayCome;
document.head.append(document.getElementById("later").content);
const { default: start } = await import(at(js));
// This script does not wait for the document, but the page is put into its body.
if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
await start({ module_or_path: at(wasm) });
