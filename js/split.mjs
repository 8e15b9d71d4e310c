// Cuts the engine into what the first diagram needs and the rest, after Trunk's build.
//
// The page waits for the first file only. It has all functions that recording and showing the example programs call
// (js/rehearsal.mjs finds out by doing it); every other function is there a stub that sees to it that the second file is
// loaded, and calls it there. Blocks of data that the engine says it can do without at first (`lateBlocks`) move too: the engine
// itself calls `bringRest` before it reads them.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rehearse } from "./rehearsal.mjs";
import { KIND, codeStart, constant, constantOf, list, namedIn, number, parse, renamed, write } from "./wasm.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
/** What stubs and the second file know one another by. */
const BRING = /^__wbg_bringRest_/;
const READY = "ready";
const COLD = "cold";

/** The two files: functions not in `used` and the `blocks` of data ([address, length]) are in the second. */
export function split(bytes, used, blocks) {
  const whole = parse(bytes);
  const imported = whole.imported(KIND.function);
  const bring = whole.import.filter(({ kind }) => kind === KIND.function).findIndex(({ name }) => BRING.test(name));
  if (bring < 0) throw new Error("the engine does not import bringRest");
  const isCold = (index) => index >= imported && !used.has(index);
  const cold = whole.function.map((_, place) => place + imported).filter(isCold);
  const body = (index) => whole.code[index - imported];

  // Who is called from the other side.
  const stubs = new Set(whole.export.filter(({ kind, index }) => kind === KIND.function && isCold(index)).map(({ index }) => index));
  whole.element.forEach(({ functions }) => functions?.filter(isCold).forEach((index) => stubs.add(index)));
  const called = new Set();
  whole.code.forEach((code, place) => {
    const from = isCold(place + imported);
    for (const index of namedIn(code)) if (isCold(index) !== from) (from ? called : stubs).add(index);
  });
  const slots = new Map([...stubs].sort((a, b) => a - b).map((index, slot) => [index, slot]));
  const { kept, moved } = divide(whole.data, blocks);

  const first = { ...whole, data: kept, dataCount: whole.dataCount, type: [...whole.type], table: [...whole.table], global: [...whole.global], export: [...whole.export], function: [...whole.function], code: [...whole.code] };
  const plain = typeNumber(first.type, { parameters: [], results: [] });
  const table = first.table.push(Buffer.concat([Buffer.from([0x70, 1]), number(slots.size), number(slots.size)])) - 1;
  const ready = first.global.push({ type: Buffer.from([0x7f, 1]), start: Buffer.from([0x41, 0, 0x0b]) }) - 1;
  const enter = imported + first.function.push(plain) - 1;
  // if not ready: bring
  first.code.push(Buffer.concat([Buffer.from([0, 0x23]), number(ready), Buffer.from([0x45, 0x04, 0x40, 0x10]), number(bring), Buffer.from([0x0b, 0x0b])]));
  for (const index of cold) {
    const slot = slots.get(index);
    first.code[index - imported] = slot === undefined ? Buffer.from([0, 0x00, 0x0b]) : stub(enter, whole, index, slot, table);
  }

  // Everything but functions is shared and keeps its number.
  const rest = { type: whole.type, import: [], function: [], table: [], memory: [], global: [], export: [], start: null, element: [], code: [], data: moved, dataCount: false };
  const share = (kind, index, description) => {
    const name = `${"ftmg"[kind]}${index.toString(36)}`;
    first.export.push({ name, kind, index });
    rest.import.push({ module: "e", name, kind, description });
  };
  whole.memory.forEach((memory, index) => share(KIND.memory, index, memory));
  first.table.forEach((description, index) => share(KIND.table, index, description));
  whole.global.forEach(({ type }, index) => share(KIND.global, index, type));
  const numbers = new Map();
  for (const index of [...called].sort((a, b) => a - b)) {
    numbers.set(index, numbers.size);
    share(KIND.function, index, number(whole.typeOf(index)));
  }
  cold.forEach((index) => numbers.set(index, numbers.size));
  for (const index of cold) {
    rest.function.push(whole.typeOf(index));
    rest.code.push(renamed(body(index), (named) => numbers.get(named)));
  }
  const of = (indices) => list(indices.map((index) => number(numbers.get(index))));
  rest.element.push({ raw: Buffer.concat([number(2), number(table), constant(0), Buffer.from([0x0b, 0]), of([...slots.keys()])]) });
  for (const { start, functions } of runs(whole.element, isCold)) {
    rest.element.push({ raw: Buffer.concat([number(0), constant(start), Buffer.from([0x0b]), of(functions)]) });
  }
  first.export.push({ name: READY, kind: KIND.global, index: ready });
  return { first: write(first), rest: write(rest), cold: cold.length, stubs: slots.size, shared: called.size };
}

/** Calls the function in the second file with its own arguments. */
function stub(enter, whole, index, slot, table) {
  const type = whole.typeOf(index);
  const { parameters } = whole.type[type];
  const values = parameters.map((_, place) => Buffer.concat([Buffer.from([0x20]), number(place)]));
  return Buffer.concat([Buffer.from([0, 0x10]), number(enter), ...values, constant(slot), Buffer.from([0x11]), number(type), number(table), Buffer.from([0x0b])]);
}

function typeNumber(types, wanted) {
  const found = types.findIndex(({ parameters, results }) => `${parameters}:${results}` === `${wanted.parameters}:${wanted.results}`);
  return found >= 0 ? found : types.push(wanted) - 1;
}

/** The places of the first table that hold functions of the second file, so that calls through it take no detour. */
function runs(elements, isCold) {
  const found = [];
  for (const { offset, functions } of elements) {
    if (!functions) continue;
    const base = constantOf(offset);
    functions.forEach((index, place) => {
      if (!isCold(index)) return;
      const last = found.at(-1);
      if (last && last.start + last.functions.length === base + place) last.functions.push(index);
      else found.push({ start: base + place, functions: [index] });
    });
  }
  return found;
}

/** Data in blocks, and the data between them. */
function divide(data, blocks) {
  const sorted = blocks.filter(([, length]) => length > 0).sort((a, b) => a[0] - b[0]);
  const kept = [];
  const moved = [];
  for (const { address, bytes } of data) {
    const end = address + bytes.length;
    let at = address;
    const cut = (to, list) => {
      if (to > at) list.push({ address: at, bytes: bytes.subarray(at - address, to - address) });
      at = Math.max(at, to);
    };
    for (const [start, length] of sorted) {
      if (start + length <= at || start >= end) continue;
      cut(Math.min(start, end), kept);
      cut(Math.min(start + length, end), moved);
    }
    cut(end, kept);
  }
  return { kept: joined(kept), moved: joined(moved) };
}

/** Pieces that are close together as one: zeros between them cost less than another piece. */
function joined(pieces) {
  const found = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    const gap = last ? piece.address - last.address - last.bytes.length : -1;
    // Only what touches: between others there may lie a block that has moved.
    if (gap === 0) last.bytes = Buffer.concat([last.bytes, piece.bytes]);
    else found.push({ ...piece });
  }
  return found;
}

/** The programs that must run from the first file alone. */
function programs() {
  const inside = (folder) => readdirSync(join(root, folder)).sort().map((name) => readFileSync(join(root, folder, name), "utf8"));
  return ["static/examples", "js/rehearsal"].flatMap(inside);
}

/** Puts a file under a name of its content. */
function named(folder, name, end, bytes) {
  const full = `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}${end}`;
  writeFileSync(join(folder, full), bytes);
  return full;
}

/** The page with the engine's names: its first file is fetched at once, what Trunk would fetch beside it when static/boot.js says so. Of an earlier build there may be modules that nothing imports any more: they are not fetched. */
function arranged(html, app, { size, ...names }) {
  const attributes = Object.entries(names).map(([name, file]) => `data-${name}="./${file}"`).join(" ");
  const preload = `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="./${names.engine}">`;
  const later = [];
  const without = html.replace(/<link\b[^>]*\brel="?(module)?preload\b[^>]*>/g, (tag) => {
    const module = /snippets\/[^\s">]*/.exec(tag)?.[0];
    if (!module || app.includes(module)) later.push(tag);
    return "";
  });
  const marked = without.replace(/<script\b[^>]*\bid="?boot"?/, (tag) => `${preload}<template id="later">${later.join("")}</template>${tag} ${attributes} data-size="${size}"`);
  if (marked === without || later.length === 0) throw new Error("index.html is not as Trunk used to write it");
  return marked;
}

async function main(folder) {
  const bytes = readFileSync(join(folder, "worker_bg.wasm"));
  const glue = readFileSync(join(folder, "worker.js"), "utf8");
  const { used, blocks } = await rehearse(bytes, glue, programs());
  const parts = split(bytes, used, blocks);
  const names = {
    engine: named(folder, "engine", ".wasm", parts.first),
    rest: named(folder, "engine-rest", ".wasm", parts.rest),
    worker: named(folder, "worker", ".js", Buffer.from(`${glue}\n${readFileSync(join(root, "js/worker.js"), "utf8")}`)),
    editor: named(folder, "editor", ".js", readFileSync(join(folder, "editor.js"))),
  };
  for (const old of ["worker_bg.wasm", "worker.js", "worker_loader.js", "editor.js"]) rmSync(join(folder, old), { force: true });
  const page = join(folder, "index.html");
  const app = readdirSync(folder).find((name) => /^app-.*\.js$/.test(name));
  writeFileSync(page, arranged(readFileSync(page, "utf8"), readFileSync(join(folder, app), "utf8"), { ...names, size: parts.first.length }));
  console.log(`engine: ${used.size} functions at first, ${parts.cold} later (${parts.stubs} stubs, ${parts.shared} shared)`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.env.TRUNK_STAGING_DIR ?? process.argv[2]);
