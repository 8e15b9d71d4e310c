// How smooth the page is while something is dragged along the recording: times between frames.

/** A recording of a million instructions, and one that ends with ten thousand objects. */
const LONG = "def work(n):\n    total = 0\n    for i in range(n):\n        total = total + i\n    return total\nwork(167_000)\n";
const MANY = "kept = []\nfor i in range(10_000):\n    kept.append([i])\nprint(len(kept))\n";

/** Runs in the page: drags over the strip (or the slider) there and back, a little in each frame; milliseconds between frames. */
async function drag(selector, frames) {
  const element = document.querySelector(selector);
  const box = element.getBoundingClientRect();
  const slides = element instanceof HTMLInputElement;
  const send = (type, share) => {
    const clientX = box.left + box.width * share;
    element.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", isPrimary: true, button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1, clientX, clientY: box.top + box.height / 2 }));
    if (!slides || type === "pointerup") return;
    element.value = String(Math.round(Number(element.max) * share));
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  send("pointerdown", 0.05);
  const times = [];
  let before = await frame();
  for (let i = 0; i < frames; i++) {
    send("pointermove", 0.05 + 0.9 * (0.5 - 0.5 * Math.cos((i / frames) * 4 * Math.PI)));
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  send("pointerup", 0.5);
  if (slides) element.dispatchEvent(new Event("change", { bubbles: true }));
  return times;
}

const percentile = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

/** Frame times of a page that shows `source`, which `open` opens and records. */
async function measured(open, source, frames) {
  const { page, close } = await open(source);
  await page.evaluate(() => document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close()));
  const found = {};
  for (const [name, selector] of [["strip", ".strip-chart"], ["slider", ".timeline input"]]) {
    const run = (frames) => page.evaluate(`(${drag.toString()})(${JSON.stringify(selector)}, ${frames})`);
    await run(30);
    const times = await run(frames);
    found[name] = { p50: percentile(times, 0.5), p95: percentile(times, 0.95), most: Math.max(...times), frames: times.length };
  }
  await close();
  return found;
}

/** Both recordings; `open` gives a page that has recorded a program. */
export async function scrubbing(open, quick) {
  const frames = quick ? 120 : 600;
  return { long: await measured(open, LONG, frames), many: await measured(open, MANY, frames) };
}

/** Rows for the report: what was dragged where, p50 and p95 and the longest frame. */
export function scrubbingRows(found) {
  if (!found) return [];
  const number = (value) => value.toLocaleString("en", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const names = { long: "a recording of a million steps", many: "a recording that ends with 10,000 objects" };
  return Object.entries(found).flatMap(([which, things]) =>
    Object.entries(things).map(([thing, { p50, p95, most, frames }]) => [`dragging the ${thing === "strip" ? "timeline" : "slider"} over ${names[which]}`, number(p50), number(p95), number(most), String(frames)]),
  );
}
