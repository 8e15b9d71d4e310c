// The whole site as a ZIP: `node js/site.mjs dist heapglass-site.zip`. Beside the page it holds `heapglass.html`, the page in one file:
// browsers forbid modules, workers and fetching to pages on a disk, so there `index.html` leads to it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { filesOf, serviceWorker } from "./offline.mjs";
import { singleFile } from "../static/single-file.js";

/** A ZIP of these files: [path, bytes]. Dates are all the same, so that the same build gives the same bytes. */
function zip(files) {
  const DAY = (1 << 5) | 1; // 1 January 1980
  const parts = [];
  const entries = [];
  let at = 0;
  for (const [path, bytes] of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(bytes, { level: 9 });
    const facts = Buffer.alloc(26);
    // version, flags (names are UTF-8), method, time, day, checksum, sizes, length of the name
    [20, 0x800, 8, 0, DAY].forEach((value, index) => facts.writeUInt16LE(value, index * 2));
    [crc32(bytes), packed.length, bytes.length].forEach((value, index) => facts.writeUInt32LE(value, 10 + index * 4));
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), facts, place, name]));
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, name, packed]);
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  [entries.length, entries.length].forEach((value, index) => end.writeUInt16LE(value, 8 + index * 2));
  end.writeUInt32LE(Buffer.concat(entries).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...entries, end]);
}

const [folder = "dist", out = "target/heapglass-site.zip"] = process.argv.slice(2);
const files = new Map(filesOf(folder).map((path) => [path, readFileSync(join(folder, path))]));
const page = await singleFile((path) => files.get(path), "", [...files.keys()].map((path) => /^messages\/(\w+)\.json$/.exec(path)?.[1]).filter(Boolean));
const index = files.get("index.html").toString().replace("<head>", "<head><script src=\"./static/from-disk.js\"></script>");
if (!index.includes("from-disk")) files.set("index.html", Buffer.from(files.get("index.html").toString().replace("<meta charset=utf-8>", "<meta charset=utf-8><script src=\"./static/from-disk.js\"></script>")));
else files.set("index.html", Buffer.from(index));
files.set("heapglass.html", Buffer.from(page));
// That of the build knows the page as it was, and not this one.
files.set("service-worker.js", Buffer.from(serviceWorker(files)));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, zip([...files].sort(([a], [b]) => (a < b ? -1 : 1))));
console.log(`${out}: ${files.size} files`);
