// Cuts the engine and the page's program into what the first diagram needs and the rest, after Trunk's build.
//
// The first picture waits for the first files only. The engine's has all functions that recording and showing the example
// programs call (js/rehearsal.mjs finds out by doing it), the page's those that opening it calls (js/page-rehearsal.mjs); every
// other function is there a stub that sees to it that the second file is loaded, and calls it there. So it matters what is a function
// of its own: index.html tells wasm-opt not to put large ones into their only callers. Blocks of data that the engine says it
// can do without at first (`lateBlocks`) move too: the engine itself calls `bringRest` before it reads them.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { lateData } from "./data.mjs";
import { writeServiceWorker } from "./offline.mjs";
import { rehearsePage } from "./page-rehearsal.mjs";
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
  if (bring < 0) throw new Error("the program does not import bringRest");
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
  return { kept: joined(kept, GAP), moved: joined(moved, 0) };
}

/** How many zeros between two pieces cost less than another piece. */
const GAP = 32;

/** Pieces that are as close together as that as one. What moves must not put zeros where something may stand when it comes. */
function joined(pieces, most) {
  const found = [];
  for (const { address, bytes } of [...pieces].sort((a, b) => a.address - b.address)) {
    const last = found.at(-1);
    const gap = last ? address - last.address - last.length : -1;
    if (gap >= 0 && gap <= most) {
      last.bytes.push(Buffer.alloc(gap), bytes);
      last.length += gap + bytes.length;
    } else found.push({ address, bytes: [bytes], length: bytes.length });
  }
  return found.map(({ address, bytes }) => ({ address, bytes: Buffer.concat(bytes) }));
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

/** The page with the names of the files: the engine's first file is fetched at once, what Trunk would fetch beside it when static/boot.js says so. Of an earlier build there may be modules that nothing imports any more: they are not fetched. */
function arranged(html, app, { size, languages, whole, ...names }) {
  const attributes = Object.entries(names).map(([name, file]) => `data-${name}="./${file}"`).join(" ");
  const preload = `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="./${names.engine}">`;
  const later = [];
  const without = html.replace(/<link\b[^>]*\brel="?(module)?preload\b[^>]*>/g, (tag) => {
    const module = /snippets\/[^\s">]*/.exec(tag)?.[0];
    if (tag.includes(whole)) later.push(`<link rel="preload" as="fetch" type="application/wasm" crossorigin href="./${names.page}">`);
    else if (!module || app.includes(module)) later.push(tag);
    return "";
  });
  const marked = without.replace(/<script\b[^>]*\bid="?boot"?/, (tag) => `${preload}<template id="later">${later.join("")}</template>${tag} ${attributes} data-size="${size}" data-languages="${languages}"`).replace(/ data-wasm="?[^\s">]*"?/, "");
  if (marked === without || later.length === 0 || marked.includes(whole)) throw new Error("index.html is not as Trunk used to write it");
  return marked;
}

/** How many bytes a function may have to come with those that call it. */
const SMALL = 60;

/** With the small functions that these call: what a rehearsal leaves out is most often a comparison or a release that another order of messages asks for. */
function withSmall(bytes, used) {
  const { code, ...whole } = parse(bytes);
  const imported = whole.imported(KIND.function);
  const called = new Set([...used].flatMap((index) => namedIn(code[index - imported])));
  const isSmall = (index) => index >= imported && code[index - imported].length <= SMALL;
  return new Set([...used, ...[...called].filter(isSmall)]);
}

/** A program as the linker wrote it, before bindings were made. */
function linkedAs(name) {
  const { target_directory: folder } = JSON.parse(execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1"], { cwd: root, maxBuffer: 1 << 26 }));
  return readFileSync(join(folder, "wasm32-unknown-unknown/page", name));
}

const told = (what, { cold, stubs, shared }, used) => console.log(`${what}: ${used.size} functions at first, ${cold} later (${stubs} stubs, ${shared} shared)`);

/** What wasm-bindgen wrote, as a function that makes one engine after another: what the engine calls is given to it. */
const asFunction = (glue) => `const engineWith = ({ tellPage, hearPage, setTimeout, bringRest, bringRestLater }) => {\n${glue}\nreturn wasm_bindgen;\n};`;

async function main(folder) {
  const bytes = readFileSync(join(folder, "worker_bg.wasm"));
  const glue = readFileSync(join(folder, "worker.js"), "utf8");
  const rehearsed = await rehearse(bytes, glue, programs(), readFileSync(join(root, "js/dist/english.json"), "utf8"));
  const only = (pattern) => readdirSync(folder).find((name) => pattern.test(name));
  const whole = only(/^app-.*_bg\.wasm$/);
  const app = readFileSync(join(folder, only(/^app-.*\.js$/)), "utf8");
  const program = readFileSync(join(folder, whole));
  const usedByPage = withSmall(program, await rehearsePage(program, app, folder));
  const pageParts = split(program, usedByPage, lateData(linkedAs("app.wasm"), program, usedByPage));
  told("page", pageParts, usedByPage);

  // The page has asked the engine for more than its own rehearsal does: the plan of the stage, and whatever depends on when it is asked.
  const used = rehearsed.used();
  const parts = split(bytes, used, [...rehearsed.blocks, ...lateData(linkedAs("worker.wasm"), bytes, used)]);
  told("engine", parts, used);

  const names = {
    engine: named(folder, "engine", ".wasm", parts.first),
    rest: named(folder, "engine-rest", ".wasm", parts.rest),
    page: named(folder, "app", ".wasm", pageParts.first),
    pagerest: named(folder, "app-rest", ".wasm", pageParts.rest),
    worker: named(folder, "worker", ".js", Buffer.from(`${asFunction(glue)}\n${readFileSync(join(root, "js/worker.js"), "utf8")}`)),
    editor: named(folder, "editor", ".js", readFileSync(join(folder, "editor.js"))),
    language: named(folder, "language", ".js", readFileSync(join(folder, "language.js"))),
  };
  // Those that have messages.
  const languages = readdirSync(join(folder, "messages")).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5)).sort().join(" ");
  for (const old of ["worker_bg.wasm", "worker.js", "worker_loader.js", "editor.js", "language.js", whole]) rmSync(join(folder, old), { force: true });
  const page = join(folder, "index.html");
  writeFileSync(page, arranged(readFileSync(page, "utf8"), app, { ...names, size: parts.first.length, languages, whole }));
  writeServiceWorker(folder);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.env.TRUNK_STAGING_DIR ?? process.argv[2]);
  // Clocks of the rehearsed pages may still run.
  process.exit();
}
