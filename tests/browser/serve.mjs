// Serves dist/ to this machine alone, under a path that is not the root, and pages that embed it. Started as a program it
// listens on PORT; a test can have a server of its own and end it.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".py": "text/x-python", ".webmanifest": "application/manifest+json", ".png": "image/png" };
const root = process.env.DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));
const hesitation = Number(process.env.HESITATE ?? 0);
export const base = "/some/course/heapglass/";
const host = `<!doctype html><html lang="en"><title>A course page</title><link rel="icon" href="data:,"><h1>A course page</h1>
<iframe title="Heapglass" sandbox="allow-scripts allow-same-origin" src="${base}" width="640" height="420"></iframe></html>`;

// A course page on another host (localhost is not 127.0.0.1), which allows nothing but frames and scripts of the site.
const port = Number(process.env.PORT ?? 8123);
const site = `http://127.0.0.1:${port}`;
const strict = `default-src 'none'; script-src ${site} 'self'; frame-src ${site}; connect-src 'self'; img-src data:`;
const course = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A course page</title><link rel="icon" href="data:,">
<script src="${site}${base}static/heap-glass.js" defer></script>
<h1>A course page</h1>
<heap-glass id="text" line="3" title="Two names, one list">
    a = [1, 2]
    b = a
    b.append(a is b and 1 &lt; 2)
</heap-glass>
<heap-glass id="file" src="/loop.py" stop="last" readonly parts="code,stage"></heap-glass>
<heap-glass id="lost" src="/nowhere.py">the program</heap-glass>
${"<p>Some text.</p>".repeat(200)}
<heap-glass id="below" example="aliasing"></heap-glass>
</html>`;

/** A server of all this; `others` are files, by their path in dist, with another text. */
export const serving = (others = {}) => createServer(async (request, response) => {
  if (hesitation) await new Promise((done) => setTimeout(done, hesitation));
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const answer = (status, type, body) => response.writeHead(status, { "content-type": type }).end(body);
  if (path === "/embed.html") return answer(200, "text/html", host);
  if (path === "/loop.py") return answer(200, "text/x-python", "for i in range(3):\n    print(i)\n");
  if (path === "/course.html") {
    return response.writeHead(200, { "content-type": "text/html", "content-security-policy": strict }).end(course);
  }
  if (path.startsWith("/recipes/")) {
    const recipes = normalize(fileURLToPath(new URL("../recipes/", import.meta.url)));
    const sample = normalize(join(recipes, path.slice("/recipes/".length)));
    if (!sample.startsWith(recipes)) return answer(404, "text/plain", "not here");
    return readFile(sample).then((bytes) => answer(200, types[extname(sample)] ?? "application/octet-stream", bytes), () => answer(404, "text/plain", "not here"));
  }
  if (!path.startsWith(base)) return answer(404, "text/plain", "not here");
  const file = normalize(join(root, path.slice(base.length) || "index.html"));
  const other = others[path.slice(base.length)];
  if (other !== undefined) return answer(200, types[extname(file)], other);
  if (!file.startsWith(normalize(root))) return answer(404, "text/plain", "not here");
  try {
    return answer(200, types[extname(file)] ?? "application/octet-stream", await readFile(file));
  } catch {
    return answer(404, "text/plain", "not here");
  }
});

if (process.argv[1] === fileURLToPath(import.meta.url)) serving().listen(port, "127.0.0.1");
