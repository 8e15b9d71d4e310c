// Finds out which functions of the engine the first diagrams need: runs the engine here, with a mark at the start of each
// function, and has it record and show the programs that come with the page.
import { KIND, codeStart, number, parse, write } from "./wasm.mjs";

const MARK = "mark";

/** The languages beside English. */
export const OTHERS = ["es", "zh", "hi", "ar"];

/** A program with a global for each function, set to 1 when it is entered. */
export function marked(bytes) {
  const module = parse(bytes);
  module.code = module.code.map((body, place) => {
    const global = module.global.push({ type: Buffer.from([0x7f, 1]), start: Buffer.from([0x41, 0, 0x0b]) }) - 1;
    module.export.push({ name: `${MARK}${place}`, kind: KIND.global, index: global });
    const start = codeStart(body);
    return Buffer.concat([body.subarray(0, start), Buffer.from([0x41, 1, 0x24]), number(global), body.subarray(start)]);
  });
  return { bytes: write(module), imported: module.imported(KIND.function), count: module.code.length };
}

/** The engine as in a worker. `ask` sends a request and waits for a reply that fits. */
async function start(bytes, glue) {
  const waiting = [];
  globalThis.postMessage = (text) => {
    const reply = JSON.parse(text);
    if (reply.Died) throw new Error(reply.Died.message);
    const found = waiting.findIndex(([fits]) => fits(reply));
    if (found >= 0) waiting.splice(found, 1)[0][1](reply);
  };
  globalThis.bringRest = () => {};
  globalThis.bringRestLater = () => {};
  globalThis.tellPage = (text) => globalThis.postMessage(text);
  globalThis.hearPage = (heard) => (globalThis.onmessage = ({ data }) => heard(data));
  const bindings = new Function("location", `${glue}; return wasm_bindgen;`)({ href: "worker.js" });
  const engine = await bindings({ module_or_path: await WebAssembly.compile(bytes) });
  for (let part = 0; bindings.warmUp(part); part++);
  const ask = async (request, fits) => {
    const reply = new Promise((done) => waiting.push([fits, done]));
    globalThis.onmessage({ data: JSON.stringify(request) });
    return reply;
  };
  return { bindings, engine, ask };
}

/** Records a program and looks at it from the start, from the end, and in between, as the page does before anybody has opened a panel or selected anything. */
async function perform(ask, run, source) {
  let ticket = run * 1000;
  const show = (to, wanted) => {
    ticket += 1;
    const mine = ticket;
    const all = { heap_map: false, pool: null, collector: false, selected: null, as_objects: false, opened: [], blocks: null, bytes: null, ...wanted };
    return ask({ Show: { ticket: mine, to, wanted: all, knows: 0 } }, (reply) => reply.Shown?.ticket === mine);
  };
  await ask({ Run: { run, source, file: "program.py", answers: [], open: true, files: [] } }, (reply) => reply.Refused || (reply.Recorded?.run === run && reply.Recorded.progress.finished));
  // As the page does it: the first picture is asked for by its number.
  await show({ Stop: 0 }, { collector: true });
  await show("Next", { collector: true });
  await show("First");
  for (let step = 0; step < 40; step++) await show("Next");
  await show("Last");
  for (let step = 0; step < 5; step++) await show("Previous");
  await show("Previous", { collector: true });
}

/** The numbers of the functions that were entered. */
export function usedOf(exports, { count, imported }) {
  const places = Array.from({ length: count }, (_, place) => place);
  return new Set(places.filter((place) => exports[`${MARK}${place}`].value).map((place) => place + imported));
}

/** The numbers of the functions that are used, and the blocks of data that can come later. */
export async function rehearse(bytes, glue, programs, english) {
  const instrumented = marked(bytes);
  const { bindings, engine, ask } = await start(instrumented.bytes, glue);
  for (const [index, source] of programs.entries()) await perform(ask, index + 1, source);
  // In the other languages, whose words are English ones: so what reads a language's file, and how each writes numbers and counts, belongs to the first file, too.
  for (const [index, code] of OTHERS.entries()) {
    await ask({ Language: { code, file: english } }, (reply) => reply === "Spoken");
    await perform(ask, programs.length + index + 1, programs[index % programs.length]);
  }
  const numbers = [...bindings.lateBlocks()];
  const blocks = Array.from({ length: numbers.length / 2 }, (_, index) => [numbers[2 * index], numbers[2 * index + 1]]);
  return { used: () => usedOf(engine, instrumented), blocks };
}
