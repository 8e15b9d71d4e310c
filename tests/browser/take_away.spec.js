// What is taken away: pictures that equal the screen, files that open, and a page in one file that steps without network.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "./page.js";

const program = "class Node:\n    pass\na = Node()\nb = [a, 'text <&> \"x\"', 7]\na.next = b\ndel a\nc = {'k': b}\n";

async function open(page) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("ControlOrMeta+s");
  await expect(page.getByRole("dialog", { name: "Take away" })).toBeVisible();
}

const choose = (page, name) => page.getByRole("option", { name, exact: true }).click();

/** The file that a button gives. */
async function kept(page, button, info) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button, exact: true }).click()]);
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

test("the SVG of a state equals the stage", async ({ heapglass, page }, info) => {
  await heapglass.openRecorded(program);
  await heapglass.toLine(7);
  const screen = await page.evaluate(() => ({
    boxes: [...document.querySelectorAll(".graph .object")].map((box) => [box.dataset.id, box.style.transform.match(/-?\d+/g).join(" "), [...box.querySelectorAll("text")].map((text) => text.textContent).join("|")]),
    arrows: [...document.querySelectorAll(".graph .arrow")].map((arrow) => [arrow.dataset.to, arrow.querySelector(".line").getAttribute("d"), getComputedStyle(arrow.querySelector(".line")).stroke]),
    changes: [...document.querySelectorAll(".graph .change")].map((change) => [change.dataset.of, change.getAttribute("transform"), change.textContent]),
    frames: [...document.querySelectorAll(".graph .frame")].map((frame) => [...frame.querySelectorAll("text")].map((text) => text.textContent).join("|")),
    ground: getComputedStyle(document.querySelector(".stage")).backgroundColor,
  }));
  expect(screen.boxes.length).toBeGreaterThan(2);
  await open(page);
  await expect(page.locator(".take-picture")).toBeVisible();
  const { name, path } = await kept(page, "Save SVG", info);
  expect(name).toMatch(/^\S+-\d+\.svg$/);
  const svg = await readFile(path, "utf8");
  expect(svg, "nothing from elsewhere").not.toMatch(/href|url\(|<script|<style|<foreignObject/);
  const drawn = await page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, "image/svg+xml");
    const resolved = (colour) => Object.assign(document.createElement("canvas").getContext("2d"), { fillStyle: colour }).fillStyle.replace(/^#(..)(..)(..)$/, (_, ...parts) => `rgb(${parts.slice(0, 3).map((part) => parseInt(part, 16)).join(", ")})`);
    return {
      problem: file.querySelector("parsererror")?.textContent,
      boxes: [...file.querySelectorAll(".object")].map((box) => [box.dataset.id, box.getAttribute("transform").match(/-?\d+/g).join(" "), [...box.querySelectorAll("text")].map((text) => text.textContent).join("|")]),
      arrows: [...file.querySelectorAll(".arrow")].map((arrow) => [arrow.dataset.to, arrow.querySelector(".line").getAttribute("d"), resolved(arrow.querySelector(".line").getAttribute("stroke"))]),
      changes: [...file.querySelectorAll(".change")].map((change) => [change.dataset.of, change.getAttribute("transform"), change.textContent]),
      frames: [...file.querySelectorAll(".frame")].map((frame) => [...frame.querySelectorAll("text")].map((text) => text.textContent).join("|")),
      ground: resolved(file.querySelector("rect").getAttribute("fill")),
    };
  }, svg);
  expect(drawn.problem).toBeUndefined();
  const texts = (boxes) => boxes.map(([id, at, text]) => [id, at, text.split("|").filter(Boolean).sort().join("|")]);
  expect(texts(drawn.boxes)).toEqual(texts(screen.boxes));
  expect(drawn.arrows).toEqual(screen.arrows);
  expect(screen.changes.length).toBeGreaterThan(0);
  expect(drawn.changes).toEqual(screen.changes);
  expect(drawn.frames).toEqual(screen.frames);
  expect(drawn.ground).toBe(screen.ground);
  const image = await kept(page, "Save PNG", info);
  expect((await readFile(image.path)).subarray(1, 4).toString()).toBe("PNG");
});

test("a film plays by itself and holds no script", async ({ heapglass, page }, info) => {
  await heapglass.openRecorded(program);
  await open(page);
  await choose(page, "Animated picture");
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.locator(".take-picture")).toBeVisible();
  const svg = await readFile((await kept(page, "Save SVG", info)).path, "utf8");
  expect(svg).not.toContain("<script");
  expect(svg.match(/<animate /g).length).toBeGreaterThan(5);
  const problem = await page.evaluate((text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")?.textContent, svg);
  expect(problem).toBeUndefined();
});

test("a storyboard, a graph and a trace can be kept", async ({ heapglass, page }, info) => {
  await heapglass.openRecorded(program);
  await open(page);
  await choose(page, "Storyboard");
  await page.getByRole("button", { name: "Make it" }).click();
  const board = await readFile((await kept(page, "Save HTML", info)).path, "utf8");
  expect(board.match(/<svg /g).length).toBeGreaterThan(6);
  expect(board).not.toContain("<script");
  await choose(page, "Graph for Graphviz");
  await expect(page.locator(".take-text")).toContainText("digraph heap {");
  await choose(page, "Trace as data");
  await page.getByRole("button", { name: "Make it" }).click();
  const trace = JSON.parse(await readFile((await kept(page, "Save JSON", info)).path, "utf8"));
  expect(trace.schema).toBe("cpython-memory-trace/1");
  expect(trace.steps.length).toBeGreaterThan(6);
});

test("the page in one file steps on its own, from a disk and without network", async ({ heapglass, page, context }, info) => {
  test.setTimeout(90_000);
  await heapglass.openRecorded(program);
  await heapglass.toLine(5);
  await open(page);
  await choose(page, "Page that still steps");
  const { path } = await kept(page, "Save HTML", info);
  await expect(page.locator(".take-remark")).toContainText("megabytes");
  const alone = await context.newPage();
  const asked = [];
  const errors = [];
  alone.on("request", (request) => /^(http|ws)/.test(request.url()) && asked.push(request.url()));
  alone.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  alone.on("pageerror", (error) => errors.push(String(error)));
  await context.setOffline(true);
  await alone.goto(pathToFileURL(path).href);
  const place = alone.locator(".place");
  await expect(place).toContainText("line 5", { timeout: 40_000 });
  await expect(alone.locator(".cm-content")).toContainText("class Node");
  await alone.evaluate(() => document.activeElement?.blur());
  await alone.keyboard.press("ArrowRight");
  await expect(place).toContainText("line 6");
  // What it cannot have it says.
  await alone.keyboard.press("|");
  await expect(alone.getByRole("status").filter({ hasText: "Speaker notes" })).toBeVisible();
  await alone.keyboard.press("l");
  await expect(alone.getByRole("dialog")).toContainText("Names and objects");
  expect(asked, "requests").toEqual([]);
  expect(errors, "errors").toEqual([]);
});
