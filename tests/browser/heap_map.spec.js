// The heap map: what is drawn and told is what the engine has, and everything can be done with the keys.
import { expect, test, violations } from "./page.js";

const HOLES = "class Node:\n    pass\n\nkept = [Node() for n in range(300)]\nfor i in range(0, 300, 2):\n    kept[i] = None\nlast = Node()\n";

/** The map in the layer that has it, at the end of the program. */
async function opened(page, heapglass, program) {
  await heapglass.openRecorded(program);
  await heapglass.allRun();
  await heapglass.layer("Allocator");
  const map = page.getByRole("region", { name: "Heap map" });
  await expect(map.locator("canvas")).toHaveAttribute("data-draws", /\d/);
  // A map is drawn before the blocks are told.
  await heapglass.settled();
  return map;
}

/** A figure of the map: `name` is what it counts. */
const figure = (map, name) => map.locator(".map-sums div", { has: map.page().locator("dt", { hasText: new RegExp(`^${name}$`) }) }).locator("dd");

/** The colours around the middle of the ring (or of what the keys are at), as the canvas has them. */
async function coloursAt(map, name) {
  const canvas = map.locator("canvas");
  await expect(canvas).toHaveAttribute(`data-${name}`, /\d/);
  return canvas.evaluate((element, which) => {
    const [x, y] = element.dataset[which].split(" ").map(Number);
    const density = element.width / element.clientWidth;
    const { data } = element.getContext("2d").getImageData(Math.round((x - 3) * density), Math.round((y - 3) * density), 7, 7);
    return Array.from({ length: 49 }, (_, dot) => `rgb(${data[4 * dot]} ${data[4 * dot + 1]} ${data[4 * dot + 2]})`);
  }, name);
}

const swatch = (map, words) => map.locator(".map-legend li", { has: map.page().locator("span", { hasText: new RegExp(`^${words}$`) }) }).locator("i");

test("the selected object's block has a ring, and under it the colour of its type", async ({ page, heapglass }) => {
  const map = await opened(page, heapglass, HOLES);
  await heapglass.object(/^Node #\d+, 1 reference/).first().click();
  await expect(map.locator(".map-told")).toHaveText(/^Block \d+ of pool \d+ of arena 0, at 0x[0-9a-f]+: Node #\d+, 48 bytes, as many as were asked for, generation 0\.$/);
  const told = await map.locator(".map-told").textContent();
  const facts = page.getByRole("region", { name: "Inspector" }).locator(".facts");
  const [, block, pool] = /Block (\d+) of pool (\d+)/.exec(told);
  await expect(facts).toContainText(`block ${block} of pool ${pool} in arena 0`);
  const colour = (await swatch(map, "Node").getAttribute("style")).replace("background-color: ", "");
  await expect.poll(() => coloursAt(map, "ring")).toContain(colour);
});

// Made by C alone: no line runs in between.
const FLOATS = "class Node(float):\n    pass\nkept = list(map(Node, range(300)))\ncount = 300\nfor i in range(0, 300, 2):\n    kept[i] = None\nlast = Node(7)\n";

test("what is given back leaves free blocks, which the figures and the legend count", async ({ page, heapglass }) => {
  const map = await opened(page, heapglass, FLOATS);
  const free = async () => Number(/^[\d,]+/.exec(await figure(map, "given back").textContent())[0].replaceAll(",", ""));
  const nodes = async () => Number((await map.locator(".map-legend li", { hasText: "Node" }).first().locator("small").textContent()).replaceAll(",", ""));
  await expect.poll(nodes).toBe(151);
  const after = await free();
  await heapglass.first();
  await heapglass.toLine(4);
  await expect.poll(nodes).toBe(300);
  // A node's block goes back for every second one; a new one takes one of them.
  expect(after - (await free())).toBeGreaterThan(140);
});

test("a click on a block selects its object, and the arrows go from block to block", async ({ page, heapglass }) => {
  const map = await opened(page, heapglass, HOLES);
  const canvas = map.getByRole("application");
  await heapglass.object(/^Node #\d+, 1 reference/).first().click();
  await heapglass.settled();
  await canvas.focus();
  const before = await map.locator(".map-told").textContent();
  await page.keyboard.press("ArrowRight");
  await expect(map.locator(".map-told")).not.toHaveText(before);
  const number = (words) => Number(/Block (\d+)/.exec(words)[1]);
  expect(number(await map.locator(".map-told").textContent())).toBe(number(before) + 1);
  await page.keyboard.press("ArrowLeft");
  await expect(map.locator(".map-told")).toHaveText(before);
  await expect(map.locator("canvas")).toHaveAttribute("data-ring", /\d/);
  const [x, y] = (await map.locator("canvas").getAttribute("data-ring")).split(" ").map(Number);
  await page.keyboard.press("Escape");
  await expect(map.locator("canvas")).toHaveAttribute("data-ring", "");
  await canvas.click({ position: { x, y } });
  await expect(map.locator("canvas")).toHaveAttribute("data-ring", /\d/);
  await expect(page.getByRole("region", { name: "Inspector" })).toContainText("Node #");
});

test("the arrows open pools in the strip", async ({ page, heapglass }) => {
  const map = await opened(page, heapglass, "a = [1, 2]\n");
  await map.getByRole("application").focus();
  await page.keyboard.press("Home");
  await expect(map.locator(".map-told")).toHaveText(/^Pool 0 of arena 0, at 0x[0-9a-f]+: blocks of \d+ bytes, \d+ of \d+ in use\.$/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await expect(map.locator(".map-told")).toHaveText(/of pool 1 of arena 0/);
});

test("bytes can be followed from a list to its items, to an object, and back", async ({ page, heapglass }) => {
  await opened(page, heapglass, "a = [[1, 2, 3]]\nb = a\n");
  await heapglass.object(/^list #\d+, 2 references/).click();
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("'");
  const bytes = page.getByRole("region", { name: "Bytes" });
  const row = (name) => bytes.getByRole("row", { name });
  await expect(bytes.getByRole("heading")).toHaveText(/^list #/);
  await expect(row(/ob_refcnt/)).toContainText("2");
  await expect(row(/ob_size/)).toContainText("1");
  // The count is where the table says: sixteen bytes of the collector come before it.
  const digits = await bytes.locator(".bytes-row code").allTextContents();
  expect(digits.join("").slice(32, 48)).toBe("0200000000000000");
  await row(/ob_item/).hover();
  await expect(bytes.locator("i.is-at")).toHaveCount(8);
  await row(/ob_item/).getByRole("button").click();
  await expect(bytes.getByRole("heading")).toHaveText(/^The items of list #/);
  await row(/ob_item\[0\]/).getByRole("button").click();
  await expect(bytes.getByRole("heading")).toHaveText(/^list #/);
  await expect(row(/ob_size/)).toContainText("3");
  await expect(page.locator('.object[aria-pressed="true"]')).toHaveCount(1);
  await row(/ob_type/).getByRole("button").click();
  await expect(bytes.getByRole("heading")).toHaveText(/^class list/);
  await expect(bytes).toContainText("static memory of the interpreter");
  await bytes.getByRole("button", { name: "Back" }).click();
  await bytes.getByRole("button", { name: "Back" }).click();
  await expect(bytes.getByRole("heading")).toHaveText(/^The items of list #/);
  await page.keyboard.press("'");
  await expect(bytes).toHaveCount(0);
});

test("a free block leads to the next one", async ({ page, heapglass }) => {
  const map = await opened(page, heapglass, HOLES);
  await heapglass.object(/^Node #\d+, 1 reference/).first().click();
  await map.getByRole("application").focus();
  for (let tries = 0; tries < 24; tries++) {
    await page.keyboard.press(tries < 8 ? "ArrowLeft" : "ArrowRight");
    await page.waitForTimeout(30);
    if (/: free/.test(await map.locator(".map-told").textContent())) break;
  }
  await expect(map.locator(".map-told")).toHaveText(/: free, \d+ bytes, (handed out next|number \d+ of the free list)\.$/);
  await page.keyboard.press("Enter");
  const bytes = page.getByRole("region", { name: "Bytes" });
  await expect(bytes.getByRole("heading")).toHaveText(/^Free block/);
  await bytes.getByRole("row", { name: /next free block/ }).getByRole("button").click();
  await expect(bytes.getByRole("button", { name: "Back" })).toBeEnabled();
  await expect(bytes.getByRole("heading")).toHaveText(/^Free block/);
});

test("the keys change colouring, size and what is shown, and the choice stays from step to step", async ({ page, heapglass }) => {
  const map = await opened(page, heapglass, HOLES);
  await page.evaluate(() => document.activeElement?.blur());
  const select = map.getByRole("combobox");
  await page.keyboard.press(";");
  await expect(select).toHaveValue("size class");
  await expect(map.locator(".map-legend li", { hasText: "48 bytes" })).toBeVisible();
  await page.keyboard.press("@");
  await expect(map.getByRole("button", { name: "All blocks" })).toHaveAttribute("aria-pressed", "true");
  const used = Number(/^[\d,]+/.exec(await figure(map, "in use").textContent())[0].replaceAll(",", ""));
  await expect.poll(async () => Number(await map.locator("canvas").getAttribute("data-blocks"))).toBeGreaterThan(used);
  await heapglass.press("ArrowLeft");
  await expect(select).toHaveValue("size class");
  await page.keyboard.press("%");
  await expect(map).toHaveClass(/is-large/);
  await page.keyboard.press("%");
  await expect(map).not.toHaveClass(/is-large/);
  await map.getByRole("application").focus();
  await page.keyboard.press("+");
  await expect(map.locator("canvas")).toHaveAttribute("data-scale", "1.400");
  await page.keyboard.press("0");
  await expect(map.locator("canvas")).toHaveAttribute("data-scale", "1.000");
});

test("axe finds nothing on the map and the bytes, and on a phone nothing is cut off", async ({ page, heapglass }) => {
  const map = await opened(page, heapglass, HOLES);
  await heapglass.object(/^Node #\d+, 1 reference/).first().click();
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("'");
  await expect(page.getByRole("region", { name: "Bytes" })).toContainText("ob_refcnt");
  expect(await violations(page, ".right")).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await map.scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect((await map.locator("canvas").boundingBox()).height).toBeGreaterThan(200);
});
