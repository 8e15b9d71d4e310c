// Takes the pictures of docs/gallery.md and writes that page: each scene in light and dark, in Chromium, of the page in dist/.
// `cargo xtask gallery` runs it; with names as arguments only those scenes are taken, and the text stays complete.
import { chromium, expect } from "@playwright/test";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Heapglass } from "./browser/page.js";

/** Bytes a picture may have. */
const LIMIT = 75_000;

const example = (name) => readFileSync(`static/examples/${name}.py`, "utf8");

const ALIASING = "a = [1, 2]\nb = a\nc = [a, a, 'hello']\nb.append(3)\n";
const SLOTS = `class Plain:
    def __init__(self, x):
        self.x = x

class Slotted:
    __slots__ = ('x', 'y')
    def __init__(self, x):
        self.x = x

plain = Plain([1])
slotted = Slotted([2])
plain.more = 'room'
`;
const MANY = `class Node:
    def __init__(self, value, after):
        self.value, self.next = value, after

heads = []
for row in range(10):
    head = None
    for column in range(100):
        head = Node([column], head)
    heads.append(head)
`;
const HOLES = "keep = [(number,) for number in range(2000)]\nkeep = keep[::7]\n";
const DEEP = `def depth(n, seen):
    seen = seen + [n]
    if n == 0:
        return seen
    return depth(n - 1, seen)

print(depth(12, []))
`;

/** Scenes: a title, what to see in it, and its pictures: a name, a program, and how to get to its moment. */
const scenes = [
  ["Aliasing", "Four arrows end at one list: from the names `a` and `b`, and from two cells of `c`. Its badge counts four references, and what was appended through `b` is there for all of them.", [["aliasing", ALIASING, { allRun: true }]]],
  ["A closure", "A variable that an inner function uses is in neither frame: both point to a cell, and the cell to the value. The function holds the cell after the frame is gone.", [["closure", example("closure"), { line: 15, keys: ["t"], fit: true }]]],
  ["A cycle before, during and after its collection", "Two nodes refer to each other. When the names are gone, each count is still one, so nothing is freed. The collector copies the counts, takes away what the objects hold of each other, and finds nothing left that leads in from outside. After its last phase both are gone.", [
    ["cycle-before", example("two_nodes"), { line: 14 }],
    ["cycle-during", example("two_nodes"), { line: 15, layer: "Collector", phases: 3, width: 1440, height: 900 }],
    ["cycle-after", example("two_nodes"), { allRun: true }],
  ]],
  ["Slots against a dict", "The instance of the plain class keeps its attributes beside itself and takes another one at any time. The instance with slots has two fields in its own bytes, one of them empty, and no room for more.", [["slots", SLOTS, { allRun: true }]]],
  ["A list grows", "The cells that are drawn empty are allocated and not used yet. An append fills one of them; when none is left, the whole row moves to a larger block.", [["growth", example("growth"), { stop: 30, fit: true }]]],
  ["Pools fill", "All blocks of all pools: each pool of 16 KiB holds blocks of one size. Two thousand small objects fill pool after pool of their size classes; the last of each is partly empty.", [["pools", MANY, { allRun: true, layer: "Allocator", keys: ["@", "%"] }]]],
  ["Fragmentation", "Of every seven tuples one is kept. The pools stay, because none of them is empty: the memory is free for tuples of that size and for nothing else.", [["fragmentation", HOLES, { allRun: true, layer: "Allocator", keys: ["@", "%"] }]]],
  ["A generator", "Between two values the generator keeps its frame, with its names and the line at which it goes on, although nobody is calling it.", [["generator", example("generator"), { stop: 9 }]]],
  ["An exception", "The exception holds its traceback, the traceback holds the frames, and the frames hold their names: what was local stays alive as long as the exception does.", [["exception", example("exception"), { line: 17, keys: ["{"], fit: true }]]],
  ["Deep recursion", "Each call has a frame of its own, with its own `n` and its own list.", [["recursion", DEEP, { stop: 40 }]]],
  ["Two thousand objects", "Ten chains of a hundred nodes, each with a list. What does not fit is smaller, and the map in the corner shows where one is.", [["many", MANY, { allRun: true, fit: true }]]],
  ["On a phone", "The sentence, the counts and the way back are there on a narrow screen, too.", [["phone", example("two_nodes"), { line: 15, width: 390, height: 780, fit: true }]]],
];

async function go(page, heapglass, { stop = 0, line, allRun, layer, phases = 0, keys = [], fit }) {
  if (allRun) await heapglass.allRun();
  for (let step = 0; step < stop; step++) await heapglass.press("ArrowRight");
  if (line) await heapglass.toLine(line);
  if (layer) await heapglass.layer(layer);
  for (let phase = 0; phase < phases; phase++) await heapglass.press("p");
  await page.evaluate(() => document.activeElement?.blur());
  for (const key of keys) await page.keyboard.press(key);
  // A panel that was folded leaves the stage its room before all of it is brought into view.
  if (keys.length > 0) await page.waitForTimeout(400);
  if (fit) await page.keyboard.press("0");
  await heapglass.settled();
  // What moves comes to rest.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
}

/** A picture as WebP, as good as fits the limit. */
async function small(browser, png) {
  const page = await browser.newPage();
  const source = `data:image/png;base64,${png.toString("base64")}`;
  try {
    for (const quality of [0.8, 0.65, 0.5, 0.35]) {
      const address = await page.evaluate(async ([source, quality]) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
        canvas.getContext("2d").drawImage(image, 0, 0);
        return canvas.toDataURL("image/webp", quality);
      }, [source, quality]);
      const bytes = Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
      if (bytes.length < LIMIT) return bytes;
    }
  } finally {
    await page.close();
  }
  throw new Error(`a picture has more than ${LIMIT} bytes`);
}

async function take(browser, baseURL, [name, program, how], colorScheme) {
  const viewport = { width: how.width ?? 1200, height: how.height ?? 720 };
  const context = await browser.newContext({ baseURL, viewport, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  const heapglass = new Heapglass(page);
  await heapglass.openRecorded(program);
  await go(page, heapglass, how);
  const bytes = await small(browser, await page.screenshot());
  writeFileSync(`docs/gallery/${name}-${colorScheme}.webp`, bytes);
  console.log(`${name}-${colorScheme}.webp: ${bytes.length} bytes`);
  await context.close();
}

/** The text around the pictures. */
function text() {
  const cell = (name, colour, title) => `![${title}, ${colour} colours](gallery/${name}-${colour}.webp)`;
  const scene = ([title, words, pictures], index) => {
    const rows = pictures.map(([name]) => `| ${cell(name, "light", title)} | ${cell(name, "dark", title)} |`);
    return `## ${index + 1}. ${title}\n\n${words}\n\n| light | dark |\n|---|---|\n${rows.join("\n")}\n`;
  };
  return `# Gallery\n\nTwelve moments of small programs, as the page draws them. \`cargo xtask gallery\` takes the pictures anew.\n\n${scenes.map(scene).join("\n")}`;
}

const wanted = process.argv.slice(2);
const port = process.env.PORT ?? "8133";
const baseURL = `http://127.0.0.1:${port}/some/course/heapglass/`;
const server = spawn(process.execPath, ["tests/browser/serve.mjs"], { env: { ...process.env, PORT: port }, stdio: "inherit" });
let browser;
try {
  await expect.poll(() => fetch(baseURL).then((reply) => reply.ok, () => false)).toBe(true);
  const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
  mkdirSync("docs/gallery", { recursive: true });
  for (const [, , pictures] of scenes) {
    for (const picture of pictures.filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
      for (const colorScheme of ["light", "dark"]) await take(browser, baseURL, picture, colorScheme);
    }
  }
  writeFileSync("docs/gallery.md", text());
} finally {
  await browser?.close();
  server.kill();
}
