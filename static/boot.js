// Starts the engine, then the page. The build writes the names of the files into this script's own element.
const { js, wasm, worker, engine, rest } = document.getElementById("boot").dataset;
const at = (path) => new URL(path, document.baseURI).href;

// Compiled once, also for the workers that follow one that was lost.
const compiled = compile(at(engine));

async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The engine could not be fetched (${response.status})`);
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch {
    // A server that does not call it application/wasm.
    return WebAssembly.compile(await response.arrayBuffer());
  }
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

/** The typefaces come after the first picture: until then text is in those of the system. */
function dress({ data, currentTarget }) {
  if (typeof data !== "string" || !data.startsWith('{"Shown"')) return;
  currentTarget.removeEventListener("message", dress);
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: at("./static/fonts/fonts.css") });
  setTimeout(() => document.head.append(link), 100);
}

let waiting;
try {
  waiting = spawn();
  waiting.worker.addEventListener("message", dress);
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

const { default: start } = await import(at(js));
// This script does not wait for the document, but the page is put into its body.
if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
await start({ module_or_path: at(wasm) });
