// Reads and writes WebAssembly files, as far as js/split.mjs needs it: sections, their entries, and where instructions name
// functions. https://webassembly.github.io/spec/core/binary/

/** A cursor over bytes. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned number of seven bits a byte. */
  number() {
    let result = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      result += (byte & 127) * scale;
      if (byte < 128) return result;
    }
  }

  /** A signed number of seven bits a byte. */
  signed() {
    let result = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.byte();
      result |= BigInt(byte & 127) << shift;
      if (byte < 128) return byte & 64 ? result - (1n << (shift + 7n)) : result;
    }
  }

  /** Passes over a number, signed or not. */
  skipNumber() {
    while (this.byte() > 127);
  }

  take(length) {
    const start = this.at;
    this.at += length;
    return this.bytes.subarray(start, this.at);
  }

  text() {
    return Buffer.from(this.take(this.number())).toString();
  }

  list(read) {
    return Array.from({ length: this.number() }, () => read(this));
  }

  /** The bytes that `pass` passes over. */
  span(pass) {
    const start = this.at;
    pass();
    return this.bytes.subarray(start, this.at);
  }
}

/** The bytes of an unsigned number. */
export function number(value) {
  const bytes = [];
  do {
    const byte = value % 128;
    value = Math.floor(value / 128);
    bytes.push(value ? byte | 128 : byte);
  } while (value);
  return Buffer.from(bytes);
}

/** `i32.const` of an address or an index, and what ends the expression. */
export function constant(value) {
  const bytes = [];
  for (let rest = value | 0; ; rest >>= 7) {
    const byte = rest & 127;
    if ((rest >> 6 === 0) || (rest >> 6 === -1)) {
      bytes.push(byte);
      break;
    }
    bytes.push(byte | 128);
  }
  return Buffer.from([0x41, ...bytes]);
}

export const text = (words) => Buffer.concat([number(Buffer.byteLength(words)), Buffer.from(words)]);
export const list = (entries) => Buffer.concat([number(entries.length), ...entries]);
export const sized = (bytes) => Buffer.concat([number(bytes.length), bytes]);

const SECTION = { custom: 0, type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6, export: 7, start: 8, element: 9, code: 10, data: 11, dataCount: 12 };
const ORDER = ["type", "import", "function", "table", "memory", "global", "export", "start", "element", "dataCount", "code", "data"];
export const KIND = { function: 0, table: 1, memory: 2, global: 3 };

/** A file taken apart: each section a list of entries, most of them still bytes. Custom sections are left out. */
export function parse(bytes) {
  const module = { type: [], import: [], function: [], table: [], memory: [], global: [], export: [], start: null, element: [], code: [], data: [], dataCount: false };
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const length = reader.number();
    const end = reader.at + length;
    if (id === SECTION.start) module.start = reader.number();
    else if (id === SECTION.dataCount) module.dataCount = true;
    else if (id !== SECTION.custom) {
      const name = Object.keys(SECTION).find((known) => SECTION[known] === id);
      module[name] = reader.list(readers[name]);
    }
    reader.at = end;
  }
  module.imported = (kind) => module.import.filter((entry) => entry.kind === kind).length;
  module.typeOf = (index) => {
    const functions = module.import.filter((entry) => entry.kind === KIND.function);
    return index < functions.length ? new Reader(functions[index].description).number() : module.function[index - functions.length];
  };
  return module;
}

const limits = (reader) => {
  const flags = reader.byte();
  reader.skipNumber();
  if (flags & 1) reader.skipNumber();
};

const descriptions = [
  (reader) => reader.skipNumber(),
  (reader) => {
    reader.skipNumber();
    limits(reader);
  },
  limits,
  (reader) => reader.take(2),
];

const readers = {
  type: (reader) => {
    const form = reader.byte();
    if (form !== 0x60) throw new Error(`a type of form ${form}`);
    return { parameters: [...reader.take(reader.number())], results: [...reader.take(reader.number())] };
  },
  import: (reader) => {
    const [module, name, kind] = [reader.text(), reader.text(), reader.byte()];
    return { module, name, kind, description: reader.span(() => descriptions[kind](reader)) };
  },
  function: (reader) => reader.number(),
  table: (reader) => reader.span(() => descriptions[KIND.table](reader)),
  memory: (reader) => reader.span(() => limits(reader)),
  global: (reader) => ({ type: reader.take(2), start: reader.span(() => expression(reader)) }),
  export: (reader) => ({ name: reader.text(), kind: reader.byte(), index: reader.number() }),
  element: (reader) => {
    const start = reader.at;
    const flags = reader.number();
    if (flags !== 0) {
      // Only those that fill the first table with functions by their numbers are moved; others are kept as they are.
      if (flags !== 3 && flags !== 1 && flags !== 2) throw new Error(`elements of form ${flags}`);
      if (flags === 2) {
        reader.number();
        expression(reader);
      }
      reader.byte();
      reader.list((inner) => inner.number());
      return { raw: reader.bytes.subarray(start, reader.at) };
    }
    const offset = reader.span(() => expression(reader));
    const functions = reader.list((inner) => inner.number());
    return { raw: reader.bytes.subarray(start, reader.at), offset, functions };
  },
  code: (reader) => reader.take(reader.number()),
  data: (reader) => {
    const flags = reader.number();
    if (flags !== 0) throw new Error(`data of form ${flags}`);
    const offset = reader.span(() => expression(reader));
    return { address: constantOf(offset), bytes: reader.take(reader.number()) };
  },
};

/** The value of an expression that is an `i32.const` alone. */
export function constantOf(expressionBytes) {
  if (expressionBytes[0] !== 0x41) throw new Error("an offset that is no constant");
  let value = 0;
  let shift = 0;
  for (let at = 1; ; at++) {
    const byte = expressionBytes[at];
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      if (shift < 32 && byte & 64) value |= -1 << shift;
      return value >>> 0;
    }
  }
}

const writers = {
  type: ({ parameters, results }) => Buffer.concat([Buffer.from([0x60]), list(parameters.map((type) => Buffer.from([type]))), list(results.map((type) => Buffer.from([type])))]),
  import: ({ module, name, kind, description }) => Buffer.concat([text(module), text(name), Buffer.from([kind]), description]),
  function: number,
  table: (bytes) => bytes,
  memory: (bytes) => bytes,
  global: ({ type, start }) => Buffer.concat([type, start]),
  export: ({ name, kind, index }) => Buffer.concat([text(name), Buffer.from([kind]), number(index)]),
  element: ({ raw }) => raw,
  code: sized,
  data: ({ address, bytes }) => Buffer.concat([number(0), constant(address), Buffer.from([0x0b]), sized(bytes)]),
};

/** The bytes of a file. */
export function write(module) {
  const parts = [Buffer.from("\0asm\x01\0\0\0", "latin1")];
  for (const name of ORDER) {
    let body;
    if (name === "start") body = module.start === null ? null : number(module.start);
    else if (name === "dataCount") body = module.dataCount ? number(module.data.length) : null;
    else body = module[name].length ? list(module[name].map(writers[name])) : null;
    if (body) parts.push(Buffer.from([SECTION[name]]), sized(body));
  }
  return Buffer.concat(parts);
}

/** Passes over one instruction; what it names a function by is told to `named` as (start, index, end), what may be an address to `addressed`. */
function instruction(reader, named, addressed) {
  const code = reader.byte();
  if (code >= 0x45 && code <= 0xc4) return code;
  if (code >= 0x28 && code <= 0x3e) {
    reader.skipNumber();
    addressed(reader.number());
  } else if (code === 0x41 || code === 0x42) {
    const value = reader.signed();
    addressed(Number(value & 0xffffffffn));
    if (code === 0x42) addressed(Number((value >> 32n) & 0xffffffffn));
  } else if (code === 0x11 || code === 0x13) {
    reader.skipNumber();
    reader.skipNumber();
  } else if (code === 0x10 || code === 0x12 || code === 0xd2) {
    const start = reader.at;
    named(start, reader.number(), reader.at);
  } else if (ONE_NUMBER.has(code)) reader.skipNumber();
  else if (code === 0x0e) {
    reader.list((inner) => inner.skipNumber());
    reader.skipNumber();
  } else if (code === 0x1c) reader.take(reader.number());
  else if (code === 0x43) reader.take(4);
  else if (code === 0x44) reader.take(8);
  else if (code === 0xfc) {
    const further = reader.number();
    const numbers = FURTHER[further];
    if (numbers === undefined) throw new Error(`instruction 0xfc ${further}`);
    for (let i = 0; i < numbers; i++) reader.skipNumber();
  } else if (!NO_NUMBER.has(code)) throw new Error(`instruction 0x${code.toString(16)}`);
  return code;
}

// Blocks, branches, variables, the size of memory, null references.
const ONE_NUMBER = new Set([0x02, 0x03, 0x04, 0x0c, 0x0d, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0xd0]);
const NO_NUMBER = new Set([0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1]);
const FURTHER = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];
const BLOCKS = new Set([0x02, 0x03, 0x04]);

/** Passes over instructions up to the `end` that closes them. */
function expression(reader, named = () => {}, addressed = () => {}) {
  for (let depth = 1; depth > 0; ) {
    const code = instruction(reader, named, addressed);
    if (BLOCKS.has(code)) depth += 1;
    if (code === 0x0b) depth -= 1;
  }
}

/** Where the instructions of a function's body begin. */
export function codeStart(body) {
  const reader = new Reader(body);
  reader.list((inner) => {
    inner.skipNumber();
    inner.skipNumber();
  });
  return reader.at;
}

/** The functions that a body names. */
export function namedIn(body) {
  const found = [];
  expression(new Reader(body, codeStart(body)), (_, index) => found.push(index));
  return found;
}

/** What may be an address in a body: constants, halves of long ones, and what is added to addresses. */
export function addressesIn(body) {
  const found = [];
  expression(new Reader(body, codeStart(body)), undefined, (address) => found.push(address));
  return found;
}

/** The body with other numbers for the functions that it names. */
export function renamed(body, to) {
  const parts = [];
  let kept = 0;
  expression(new Reader(body, codeStart(body)), (start, index, end) => {
    parts.push(body.subarray(kept, start), number(to(index)));
    kept = end;
  });
  return Buffer.concat([...parts, body.subarray(kept)]);
}
