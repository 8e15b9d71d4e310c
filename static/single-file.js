// The whole page in one HTML file: all its files, compressed, in letters, and a script that gives each an address of its own
// inside the browser. It asks nobody for anything, so it works from a disk and without network. Runs in the page, and in the
// build (js/site.mjs).

const TYPES = { js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", json: "application/json", md: "text/markdown", html: "text/html" };

/** The file. `read` gives the bytes of a path relative to the page; `link` is what the address says behind `#`; `languages` are the codes of those besides English that it shall speak. */
export async function singleFile(read, link, languages) {
  const text = async (path) => new TextDecoder().decode(await read(path));
  const index = await text("index.html");
  const names = Object.fromEntries(["js", "page", "pagerest", "worker", "engine", "rest", "editor", "language", "size"].map((name) => [name, attribute(index, `data-${name}`)]));
  const sheet = /href="?(?:\.\/)?(page-[\w-]+\.css)/.exec(index)?.[1];
  if (!sheet) throw new Error("the page does not name its style sheet");
  const lessons = JSON.parse(await text("static/lessons/index.json"));
  const paths = ["index.html", "static/boot.js", "static/take-away.js", "static/single-file.js", "static/offline.js", "static/icon.svg", "static/lessons/index.json", sheet];
  paths.push(...Object.entries(names).filter(([name]) => name !== "size").map(([, path]) => path));
  paths.push(...languages.map((code) => `messages/${code}.json`));
  names.languages = languages.join(" ");
  paths.push(...lessons.map(({ file }) => `static/lessons/${file}`));
  const parts = [];
  for (const path of paths) parts.push([path, TYPES[path.split(".").at(-1)] ?? "text/plain", await read(path)]);
  parts.push(["static/fonts/fonts.css", "text/css", new TextEncoder().encode(await fonts(read, await text("static/fonts/fonts.css")))]);

  const head = new TextEncoder().encode(JSON.stringify(parts.map(([path, type, { length }]) => [path, type, length])));
  const size = new Uint8Array(new Uint32Array([head.length]).buffer);
  const packed = new Blob([size, head, ...parts.map(([, , bytes]) => bytes)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const letters = inLetters(new Uint8Array(await new Response(packed).arrayBuffer()));

  // The build makes this file too (js/site.mjs), in English.
  const say = globalThis.say ?? ((name, english) => english);
  const damaged = say("file-damaged", "This file could not be unpacked: {0}. It needs a browser of 2023 or later.", "{0}");
  const inScript = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
  const script = `(${begin})(${inScript(names)}, ${inScript(damaged)});`;
  const hash = inLetters(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script))));
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob: 'wasm-unsafe-eval'`,
    "style-src 'unsafe-inline' blob:",
    "img-src data: blob:",
    "font-src data:",
    "connect-src blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const style = (await text(sheet)).replaceAll("</", "<\\/");
  const icon = inLetters(await read("static/icon.svg"));
  return `<!doctype html>
<html lang="${globalThis.document?.documentElement.lang || "en"}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${say("title", "Heapglass: what CPython does with memory")}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:image/svg+xml;base64,${icon}">
<style>${style}</style>
<template id="later"></template>
</head><body>
<noscript>${say("file-no-script", "Heapglass runs a Python engine inside this file: it needs JavaScript and WebAssembly.")}</noscript>
<script type="application/json" id="link">${JSON.stringify(link).replaceAll("<", "\\u003c")}</script>
<script type="application/octet-stream" id="files">${letters}</script>
<script>${script}</script>
</body></html>
`;
}

function attribute(html, name) {
  const found = new RegExp(`${name}="?(?:\\./)?([^\\s">]+)`).exec(html);
  if (!found) throw new Error(`the page does not name its ${name}`);
  return found[1];
}

/** The typefaces inside their style sheet. */
async function fonts(read, sheet) {
  const names = [...new Set([...sheet.matchAll(/url\("?\.\/([\w-]+\.woff2)"?\)/g)].map(([, name]) => name))];
  for (const name of names) {
    const address = `url(data:font/woff2;base64,${inLetters(await read(`static/fonts/${name}`))})`;
    sheet = sheet.replaceAll(`url(./${name})`, address).replaceAll(`url("./${name}")`, address);
  }
  return sheet;
}

/** Bytes as base64. */
function inLetters(bytes) {
  const AT_ONCE = 24_573; // divisible by three
  const pieces = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE))));
  return pieces.join("");
}

/** What the file does when it is opened. Stands in it as text, so it uses nothing from outside of itself. */
async function begin(names, damaged) {
  try {
    const data = (id) => {
      const element = document.getElementById(id);
      const text = element.textContent;
      element.remove();
      return text;
    };
    const packed = Uint8Array.from(atob(data("files")), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let at = 4 + new DataView(bytes.buffer).getUint32(0, true);
    const files = new Map();
    for (const [path, type, length] of JSON.parse(new TextDecoder().decode(bytes.subarray(4, at)))) {
      files.set(path, new Blob([bytes.subarray(at, at + length)], { type }));
      at += length;
    }
    const addresses = new Map();
    const home = new URL("./", location.href).href.split("#")[0];
    const pathOf = (address) => {
      const { href } = new URL(address, home);
      return href.startsWith(home) ? href.slice(home.length).split(/[?#]/)[0] : "";
    };
    globalThis.inlinedAddress = (address) => {
      const path = pathOf(address);
      if (!files.has(path)) return address.startsWith("blob:") ? address : undefined;
      if (!addresses.has(path)) addresses.set(path, URL.createObjectURL(files.get(path)));
      return addresses.get(path);
    };
    const fetched = globalThis.fetch.bind(globalThis);
    globalThis.fetch = async (wish, options) => {
      const blob = files.get(pathOf(wish.url ?? String(wish)));
      return blob ? new Response(blob, { headers: { "content-type": blob.type } }) : fetched(wish, options);
    };
    const opened = globalThis.open.bind(globalThis);
    globalThis.open = (address, ...others) => {
      if (pathOf(address) !== "static/notes.html") return opened(address, ...others);
      // Two windows of a page on a disk hear nothing of one another.
      const words = say("file-no-notes", "Speaker notes stand in a window of their own, which a page in one file cannot have. Open Heapglass from its site for a lecture with notes.");
      const said = Object.assign(document.createElement("p"), { className: "new-version", role: "status", textContent: words });
      document.querySelector(".new-version")?.remove();
      document.body.append(said);
      setTimeout(() => said.remove(), 10_000);
      return globalThis;
    };
    const link = JSON.parse(data("link"));
    if (location.hash.length < 2 && link) location.hash = link;
    const boot = Object.assign(document.createElement("script"), { type: "module", id: "boot", src: globalThis.inlinedAddress("static/boot.js") });
    Object.assign(boot.dataset, names);
    document.head.append(boot);
  } catch (problem) {
    document.body.append(Object.assign(document.createElement("p"), { textContent: damaged.replace("{0}", problem) }));
  }
}
