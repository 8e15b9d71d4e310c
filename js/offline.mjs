// Writes the service worker beside the page, after Trunk's build: it knows each file of this build by its content.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const NAME = "service-worker.js";

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The paths of all files in a folder and below, with `/` between their parts. */
export function filesOf(folder) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/")).sort();
}

/** What the page asks for: not what only other pages and people read, and not the page in one file of the site's ZIP. */
const isAsked = (path) => path !== NAME && path !== "heapglass.html" && !path.startsWith("snippets/") && !path.startsWith("static/examples/");

/** The service worker of these files: [path, bytes]. */
export function serviceWorker(contents) {
  const files = Object.fromEntries([...contents].filter(([path]) => isAsked(path)).map(([path, bytes]) => [path, hash(bytes)]));
  const script = readFileSync(join(root, "js/service-worker.js"), "utf8");
  const version = hash(JSON.stringify(files) + script).slice(0, 16);
  return `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n${script}`;
}

/** Writes the service worker of the build in this folder. */
export function writeServiceWorker(folder) {
  writeFileSync(join(folder, NAME), serviceWorker(filesOf(folder).map((path) => [path, readFileSync(join(folder, path))])));
}
