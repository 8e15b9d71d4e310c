// Serves dist/ as a good host would: compressed with brotli.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const packed = new Map();

/** The file, compressed as well as brotli can. */
export function brotli(path) {
  if (!packed.has(path)) {
    packed.set(path, brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }));
  }
  return packed.get(path);
}

/** Raw size and compressed sizes in bytes. */
export function sizes(path) {
  const raw = readFileSync(path);
  return { raw: raw.length, gzip: gzipSync(raw, { level: 9 }).length, brotli: brotli(path).length };
}

const running = new Set();

/** Ends every server that is still there. */
export function serveNothing() {
  for (const server of running) server.close();
  running.clear();
}

/** Starts a server; `origin` is its address, `sent` counts the bytes of bodies. `blank` is what blank.html has, if anything. */
export function serve(root, blank) {
  const state = { sent: 0, files: [] };
  const server = createServer((request, response) => {
    const path = join(root, normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)));
    if (blank && path.endsWith("/blank.html")) return response.writeHead(200, { "content-type": "text/html" }).end(blank);
    const file = path.endsWith("/") ? join(path, "index.html") : path;
    if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    const body = brotli(file);
    state.sent += body.length;
    state.files.push([file.slice(root.length), body.length]);
    const head = { "content-type": types[extname(file)] ?? "application/octet-stream", "content-encoding": "br", "content-length": body.length, "cache-control": /-[0-9a-f]{8,16}[_.]/.test(file) ? "public, max-age=31536000, immutable" : "no-cache" };
    return response.writeHead(200, head).end(body);
  });
  return new Promise((ready) => {
    running.add(server);
    server.listen(0, "127.0.0.1", () => {
      ready({ origin: `http://127.0.0.1:${server.address().port}/`, state, close: () => server.close() });
    });
  });
}
