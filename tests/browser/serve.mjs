// Serves dist/ to this machine alone, under a path that is not the root, and a page that embeds it.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".py": "text/x-python" };
const root = process.env.DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));
const base = "/some/course/heapglass/";
const host = `<!doctype html><html lang="en"><title>A course page</title><link rel="icon" href="data:,"><h1>A course page</h1>
<iframe title="Heapglass" sandbox="allow-scripts allow-same-origin" src="${base}" width="640" height="420"></iframe></html>`;

createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const answer = (status, type, body) => response.writeHead(status, { "content-type": type }).end(body);
  if (path === "/embed.html") return answer(200, "text/html", host);
  if (!path.startsWith(base)) return answer(404, "text/plain", "not here");
  const file = normalize(join(root, path.slice(base.length) || "index.html"));
  if (!file.startsWith(normalize(root))) return answer(404, "text/plain", "not here");
  try {
    return answer(200, types[extname(file)] ?? "application/octet-stream", await readFile(file));
  } catch {
    return answer(404, "text/plain", "not here");
  }
}).listen(Number(process.env.PORT ?? 8123), "127.0.0.1");
