// How smooth the stage is among ten thousand objects: the times between frames while steps, pans, zooms and drags along the
// recording go on, and how often the picture has followed.
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

/**
 * Ten thousand objects are alive at the end, twenty or so in each list, because a box shows no more of a list than that. Every
 * line from there on changes one of them.
 */
const program = (change, made = "[k]", before = "") => `${before}kept = []
for i in range(24):
    row = []
    kept.append(row)
    for j in range(18):
        cell = []
        row.append(cell)
        for k in range(22):
            cell.append(${made})
for i in range(200):
    ${change}
`;
/** What changes is near what changed before, as in most programs. */
export const PROGRAM = program("cell[i % 22].append(i)");
/** Each step changes something at another end of the stage, so that it has to draw another part of it. */
const ELSEWHERE = program("kept[i % 24][i % 18][i % 22].append(i)");
/** Objects of a class, with attributes, instead of lists. */
const INSTANCES = program("cell[i % 22].value = i", "Node(k)", "class Node:\n    def __init__(self, value):\n        self.value = value\n        self.next = None\n\n");

const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** Frame times in milliseconds while each of the moves goes on: `{ step, pan, zoom, scrub, elsewhere, instances }`, each with p50, p95 and how often it moved. */
export async function stageFrames(dist) {
  const server = await serve(dist);
  const found = await framesOf(server.origin, PROGRAM, ["step", "pan", "zoom", "scrub"]);
  found.elsewhere = (await framesOf(server.origin, ELSEWHERE, ["step"])).step;
  found.instances = (await framesOf(server.origin, INSTANCES, ["step"])).step;
  server.close();
  return found;
}

async function framesOf(origin, source, moves) {
  const { page, close } = await launch();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript((text) => localStorage.setItem("heapglass.program", JSON.stringify(text)), source);
  await page.goto(origin);
  await page.waitForFunction(() => /recorded/.test(document.querySelector(".status")?.textContent ?? ""));
  await page.evaluate(inPage);
  // At the very end all is freed: the objects are there when all lines have run.
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.querySelector(".place")?.textContent.includes("the end"), undefined, { timeout: 60_000 });
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => document.querySelectorAll(".object").length > 0 || document.querySelector(".far"), undefined, { timeout: 60_000 });
  // The plan of all places comes once nobody has stepped for a while.
  await page.waitForTimeout(6_000);
  const found = {};
  for (const move of moves) {
    const { times, moved } = await page.evaluate((name) => window.benchFrames(name), move);
    found[move] = { p50: percentile(times, 0.5), p95: percentile(times, 0.95), moved };
  }
  await close();
  return found;
}

/** Runs in the page: `benchFrames` makes one kind of move for three seconds and gives the times between frames. */
export function inPage() {
  document.activeElement?.blur();
  const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const stage = () => document.querySelector(".stage");
  const place = () => document.querySelector(".place")?.textContent;
  let seen = place();
  let count = 0;
  const moves = {
    // As a held key repeats: thirty times a second.
    step: (frame) => {
      if (frame % 2 === 0) press("ArrowLeft");
      if (place() !== seen) [seen, count] = [place(), count + 1];
    },
    pan: (frame) => {
      stage().scrollTop += frame % 120 < 60 ? 24 : -20;
      count += 1;
    },
    zoom: (frame) => {
      if (frame % 6 !== 0) return;
      press(frame % 120 < 60 ? "-" : "+");
      count += 1;
    },
    // From the end of the recording to its beginning and back, a little in each frame.
    scrub: (frame) => {
      const strip = document.querySelector(".strip-chart");
      const { left, top, width, height } = strip.getBoundingClientRect();
      const clientX = left + width * (0.52 + 0.46 * Math.cos((frame / 180) * 2 * Math.PI));
      const send = (type) => strip.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", isPrimary: true, button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1, clientX, clientY: top + height / 2 }));
      send(frame === 0 ? "pointerdown" : "pointermove");
      if (place() !== seen) [seen, count] = [place(), count + 1];
    },
  };
  window.benchFrames = (name) =>
    new Promise((done) => {
      const times = [];
      const begun = performance.now();
      let before = begun;
      let frame = 0;
      count = 0;
      const next = (now) => {
        if (frame > 0) times.push(now - before);
        before = now;
        moves[name](frame);
        frame += 1;
        if (now - begun < 3_000) requestAnimationFrame(next);
        else done({ times, moved: count });
      };
      requestAnimationFrame(next);
    });
}

/** The figures as rows of a table. */
export function stageRows(found) {
  if (!found) return [];
  const words = { step: "steps with the key held", elsewhere: "the same where each step changes another end of the stage", instances: "the same where they are objects of a class, with attributes", pan: "panning", zoom: "zooming", scrub: "dragging the timeline from end to end" };
  return Object.entries(words).map(([move, what]) => {
    const { p50, p95, moved } = found[move];
    return [`time between frames among 10,000 objects, ${what}`, `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${moved} moves in 3 s)`];
  });
}
