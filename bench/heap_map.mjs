// How smoothly the heap map moves with a hundred thousand blocks on screen.
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

/** A list, its items and a number for each turn: three blocks. */
const PROGRAM = "kept = [[i] for i in range(34_000)]\n";

/** Pans and zooms for so many frames each: milliseconds from frame to frame, and of the drawing in each. */
async function move(frames) {
  const map = document.querySelector(".map-canvas");
  const canvas = map.querySelector("canvas");
  const bounds = map.getBoundingClientRect();
  const at = (x, y) => ({ clientX: bounds.left + bounds.width * x, clientY: bounds.top + bounds.height * y, bubbles: true, cancelable: true, pointerId: 1, isPrimary: true, button: 0 });
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const measure = async (act) => {
    const found = { frames: [], work: [], blocks: [] };
    let before = await frame();
    for (let turn = 0; turn < frames; turn++) {
      act(turn);
      const now = await frame();
      found.frames.push(now - before);
      before = now;
      found.work.push(Number(canvas.dataset.took));
      found.blocks.push(Number(canvas.dataset.blocks));
    }
    return found;
  };
  const wheel = (x, y, by) => map.dispatchEvent(new WheelEvent("wheel", { ...at(x, y), deltaY: by }));
  const zoomed = await measure((turn) => wheel(0.5, 0.5, turn % 120 < 60 ? -12 : 12));
  wheel(0.5, 0.5, -60);
  await frame();
  map.dispatchEvent(new PointerEvent("pointerdown", at(0.5, 0.5)));
  const panned = await measure((turn) => {
    const way = Math.sin(turn / 20) * 0.3;
    map.dispatchEvent(new PointerEvent("pointermove", at(0.5 + way, 0.5 + way / 2)));
  });
  map.dispatchEvent(new PointerEvent("pointerup", at(0.5, 0.5)));
  return { zoomed, panned };
}

/** The map of that program, in all of the window. */
export async function heapMap(dist, percentile, quick) {
  const server = await serve(dist);
  const { page } = await launch();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript((text) => localStorage.setItem("heapglass.program", JSON.stringify(text)), PROGRAM);
  await page.goto(server.origin);
  await page.waitForFunction(() => /recorded/.test(document.querySelector(".status")?.textContent ?? ""));
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("3");
  await page.waitForSelector(".map-canvas");
  await page.keyboard.press("End");
  await page.waitForFunction(() => /the end/.test(document.querySelector(".place")?.textContent ?? ""));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("@");
  await page.keyboard.press("%");
  await page.waitForFunction(() => Number(document.querySelector(".map-canvas canvas")?.dataset.blocks) > 100_000);
  await page.waitForTimeout(500);
  const { zoomed, panned } = await page.evaluate(move, quick ? 60 : 240);
  const both = (name) => [...zoomed[name], ...panned[name]];
  const figures = (values) => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95) });
  return { blocks: Math.max(...both("blocks")), zoomed: figures(zoomed.frames), panned: figures(panned.frames), work: figures(both("work")) };
}
