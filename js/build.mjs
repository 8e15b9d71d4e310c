// Bundles the editor and the style sheets and copies the fonts. A file is written only when its bytes change:
// cargo would compile the page anew for a new date alone.
import { execFileSync } from "node:child_process";
import { build } from "esbuild";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

function write(path, bytes) {
  let old;
  try {
    old = readFileSync(path);
  } catch {
    // not there yet
  }
  if (old?.equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

async function bundle(entry, out, options) {
  const result = await build({
    entryPoints: [join(root, entry)],
    outfile: join(root, out),
    bundle: true,
    minify: true,
    legalComments: "none",
    write: false,
    ...options,
  });
  write(join(root, out), Buffer.from(result.outputFiles[0].contents));
}

// The languages beside English, and English itself for the rehearsals and tests.
execFileSync("cargo", ["run", "--quiet", "--package", "heapglass-catalogue", "--", "write", "js/dist"], { cwd: root, stdio: "inherit" });

await bundle("js/editor.js", "js/dist/editor.js", { format: "esm", target: "es2022" });
await bundle("js/language.js", "js/dist/language.js", {
  format: "cjs",
  target: "es2022",
  external: ["@codemirror/language", "@lezer/common", "@lezer/highlight"],
  banner: { js: "export default (require, module = { exports: {} }) => {" },
  footer: { js: "return module.exports; };" },
});
await bundle("styles/page.css", "js/dist/page.css", { external: ["./static/*"], target: ["chrome111", "firefox113", "safari16.4"] });

await bundle("styles/fonts.css", "static/fonts/fonts.css", { external: ["./*"] });

const fonts = ["ibm-plex-sans-latin-400", "ibm-plex-sans-latin-500", "ibm-plex-sans-latin-600", "ibm-plex-mono-latin-400", "ibm-plex-mono-latin-500", "ibm-plex-mono-latin-600"];
for (const font of fonts) {
  const family = font.slice(0, "ibm-plex-sans".length);
  const name = `${font}-normal.woff2`;
  write(join(root, "static/fonts", name), readFileSync(join(root, "node_modules/@fontsource", family, "files", name)));
}
write(join(root, "static/fonts/OFL.txt"), readFileSync(join(root, "node_modules/@fontsource/ibm-plex-sans/LICENSE")));
