// Finds the data that only functions of the second file read: it comes with them. The linker has listed what refers to which
// piece of data (build.rs asks for the list); https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md says how.
import { KIND, Reader, addressesIn, constantOf, parse } from "./wasm.mjs";

const CUSTOM = 0;
const DATA = 11;
const SYMBOLS = 8;
const UNDEFINED = 0x10;
const NAMED = 0x40;
/** Kinds of symbols. */
const SYMBOL = { data: 1, section: 3 };
/** References to data; others are to functions, types and the like. */
const TO_DATA = new Set([3, 4, 5]);
/** References with a number that is added. */
const WITH_MORE = new Set([3, 4, 5, 8, 9]);
/** No data is aligned to more bytes. */
const ALIGNMENT = 16;
/** Data of fewer bytes is not worth a piece of its own. */
const LEAST = 12;

function sections(bytes) {
  const reader = new Reader(bytes, 8);
  const found = [];
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const length = reader.number();
    const end = reader.at + length;
    const name = id === CUSTOM ? reader.text() : String(id);
    found.push({ name, start: reader.at, end });
    reader.at = end;
  }
  return found;
}

/** The symbols of the linker's list: an address and a size where they are data. */
function symbolsOf(bytes, { start, end }, segments) {
  const reader = new Reader(bytes, start);
  const version = reader.number();
  if (version !== 2) throw new Error(`a linker's list of version ${version}`);
  while (reader.at < end) {
    const kind = reader.byte();
    const length = reader.number();
    const next = reader.at + length;
    if (kind === SYMBOLS) return reader.list(() => symbol(reader, segments));
    reader.at = next;
  }
  return [];
}

function symbol(reader, segments) {
  const kind = reader.byte();
  const flags = reader.number();
  if (kind === SYMBOL.data) {
    reader.text();
    if (flags & UNDEFINED) return {};
    const [segment, offset, size] = [reader.number(), reader.number(), reader.number()];
    return { address: segments[segment].address + offset, size };
  }
  reader.skipNumber();
  if (kind !== SYMBOL.section && (!(flags & UNDEFINED) || flags & NAMED)) reader.text();
  return {};
}

/** What refers to data in a section: where, to which symbol, and how many bytes beyond its start. */
function references(bytes, section) {
  if (!section) return [];
  const reader = new Reader(bytes, section.start);
  reader.skipNumber();
  return reader
    .list(() => {
      const [kind, offset, symbol] = [reader.byte(), reader.number(), reader.number()];
      // Of a section's own kinds, which debug information uses, there are none in code and data.
      return { kind, offset, symbol, more: WITH_MORE.has(kind) ? Number(reader.signed()) : 0 };
    })
    .filter(({ kind }) => TO_DATA.has(kind));
}

/** The data of a file by addresses, and where each segment's bytes begin in its section. */
function segmentsOf(bytes, { start }) {
  const { data } = parse(bytes);
  return data.map(({ address, bytes: own }) => ({ address, length: own.length, from: own.byteOffset - bytes.byteOffset - start, own }));
}

/** Pieces of data that are one as far as references go: symbols that share no byte with another. */
function pieces(symbols) {
  const sorted = symbols.filter(({ size }) => size > 0).sort((a, b) => a.address - b.address);
  const found = [];
  for (const { address, size } of sorted) {
    const last = found.at(-1);
    if (last && address < last.end) last.end = Math.max(last.end, address + size);
    else found.push({ address, end: address + size, to: new Set(), used: false });
  }
  return found;
}

/** The place of the last piece that begins at the address or before it. */
function before(found, address) {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (found[middle].address <= address) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The piece that an address lies in, or else the one that ends there. */
function at(found, address) {
  const piece = found[before(found, address)];
  return piece && address <= piece.end ? [piece] : [];
}

/** All data of a file as it will lie in memory. */
function laidOut(data, end) {
  const memory = Buffer.alloc(end);
  data.forEach(({ address, bytes }) => bytes.copy(memory, address));
  return memory;
}

/**
 * Blocks of data ([address, length]) that only functions which are not in `used` read. `linked` are the bytes as the linker
 * wrote them, `program` those of the program that was made of it.
 */
export function lateData(linked, program, used) {
  const listed = sections(linked);
  const named = (name) => listed.find((section) => section.name === name);
  const list = named("linking");
  if (!list) return [];
  const segments = segmentsOf(linked, named(String(DATA)));
  const symbols = symbolsOf(linked, list, segments);
  const found = pieces(symbols.filter(({ address }) => address !== undefined));
  const pieceOf = (symbol) => (symbols[symbol].size > 0 ? at(found, symbols[symbol].address) : []);

  for (const { offset, symbol } of references(linked, named("reloc.DATA"))) {
    const segment = segments.find(({ from, length }) => offset >= from && offset < from + length);
    const address = segment.address + offset - segment.from;
    for (const from of at(found, address)) if (address < from.end) pieceOf(symbol).forEach((to) => from.to.add(to));
  }
  // What numbers in the code stand for: not always what lies there, for the end of a table is the start of the next, and a table
  // whose first places are never asked for is named by an address before it.
  const meant = new Map();
  for (const { symbol, more } of references(linked, named("reloc.CODE"))) {
    const { address } = symbols[symbol];
    if (address !== undefined) meant.set((address + more) >>> 0, new Set([...(meant.get((address + more) >>> 0) ?? []), ...pieceOf(symbol)]));
  }

  const whole = parse(program);
  const imported = whole.imported(KIND.function);
  const waiting = [];
  const use = (piece) => {
    if (!piece.used) waiting.push(piece);
    piece.used = true;
  };
  whole.code.forEach((body, place) => {
    if (!used.has(place + imported)) return;
    for (const address of addressesIn(body)) {
      at(found, address).forEach(use);
      meant.get(address)?.forEach(use);
    }
  });
  for (const { start } of whole.global) if (start[0] === 0x41) at(found, constantOf(start)).forEach(use);
  while (waiting.length > 0) waiting.pop().to.forEach(use);

  const end = Math.max(...[...segments, ...whole.data.map(({ address, bytes }) => ({ address, length: bytes.length }))].map(({ address, length }) => address + length));
  const [was, is] = [laidOut(segments.map(({ address, own }) => ({ address, bytes: own })), end), laidOut(whole.data, end)];
  const blocks = [];
  let last;
  for (const { address, end, used: isUsed } of found) {
    if (isUsed) last = undefined;
    else {
      if (!was.subarray(address, end).equals(is.subarray(address, end))) throw new Error(`the data at ${address} is not what the linker put there`);
      // Between pieces lie only bytes that align the next one.
      if (last && address - last[0] - last[1] < ALIGNMENT) last[1] = end - last[0];
      else blocks.push((last = [address, end - address]));
    }
  }
  return blocks.filter(([, length]) => length >= LEAST);
}
