// Questions before something happens, and exercises.
import { expect, test, violations } from "./page.js";

const ALIAS = "a = [1, 2]\nb = a\nb.append(3)\nprint(a)\n";

async function predicting(page, heapglass, program) {
  await heapglass.openRecorded(program);
  await heapglass.first();
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("!");
  await expect(page.getByText("Looking for questions")).toHaveCount(0);
  return page.getByRole("region", { name: "Question" });
}

/** Steps until this is asked. */
async function until(heapglass, card, words) {
  for (let step = 0; step < 12 && !(await card.filter({ hasText: words }).isVisible()); step++) await heapglass.press("ArrowRight");
  await expect(card).toContainText(words);
}

test("a question is asked before the step; the step is its explanation", async ({ page, heapglass }) => {
  const card = await predicting(page, heapglass, ALIAS);
  await until(heapglass, card, "What does a show then?");
  await expect(heapglass.place).toContainText("line 3");
  await card.getByRole("button", { name: "[1, 2]", exact: true }).click();
  await expect(card.getByRole("status")).toContainText("Not so.");
  await expect(card.getByRole("status")).toContainText("two names for one object");
  await expect(heapglass.place).toContainText("line 4");
  await expect(card).toContainText("0 of 1 answer right");
  await card.getByText("0 of 1 answer right").click();
  await expect(card.getByRole("listitem")).toContainText("An assignment copies the object.");
});

test("a digit answers within the card, and playing waits there", async ({ page, heapglass }) => {
  const card = await predicting(page, heapglass, ALIAS);
  await page.keyboard.press(" ");
  await expect(card.getByRole("group", { name: "Answers" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  const stop = await heapglass.stop();
  await card.getByRole("button").first().focus();
  await page.keyboard.press("1");
  await expect(card.getByRole("status")).toBeVisible();
  expect(await heapglass.stop()).toBeGreaterThan(stop);
  expect(await violations(page, ".predict")).toEqual([]);
});

test("a question can be skipped, and asked no longer", async ({ page, heapglass }) => {
  const card = await predicting(page, heapglass, ALIAS);
  await until(heapglass, card, "What does a show then?");
  await card.getByRole("button", { name: "Skip" }).click();
  await expect(card).toHaveCount(0);
  await page.keyboard.press("!");
  await heapglass.press("ArrowRight");
  await expect(card).toHaveCount(0);
});

test("an author's own question is asked of an embedded program", async ({ page, heapglass }) => {
  const own = ["at: b.append(3)", "ask: What is printed by this line?", "answer:", "wrong: [1, 2, 3] | `append` prints nothing.", "why: It changes the list and returns None."].join("\n");
  await page.goto(`./#code=${encodeURIComponent(ALIAS)}&questions=own&line=3&ask=${encodeURIComponent(own)}`);
  const card = page.getByRole("region", { name: "Question" });
  await expect(card).toContainText("What is printed by this line?");
  await card.getByRole("button", { name: "nothing" }).click();
  await expect(card.getByRole("status")).toContainText("Right.");
  await expect(heapglass.place).toContainText("line 4");
});

test("an arrow is dragged to a box, and the engine tells whether it was right", async ({ page, heapglass }) => {
  await heapglass.openRecorded(ALIAS);
  await heapglass.toLine(2);
  await page.keyboard.press("Shift+X");
  const card = page.getByRole("region", { name: "Exercise" });
  const from = await card.getByRole("button", { name: "b →" }).boundingBox();
  const to = await page.locator("[data-id='1']").boundingBox();
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 12, { steps: 4 });
  await page.mouse.up();
  await expect(card.getByLabel("b points at")).toHaveValue("list #1");
  await card.getByRole("button", { name: "Check" }).click();
  await expect(card.getByRole("status")).toContainText("b points at list #1.");
  await expect(card).toContainText("2 of 2 right");
});

const BESIDE = "a = [1, 2]\nc = {'x': 1}\nb = a\nprint(b, c)\n";

/** The exercise at a line of a program. */
async function drawing(page, heapglass, program, line) {
  await heapglass.openRecorded(program);
  await heapglass.toLine(line);
  await heapglass.planned();
  await page.keyboard.press("Shift+X");
  return page.getByRole("region", { name: "Exercise" });
}

/** How far, in measures of the stage, an arrow begins from the cell of a name and its head ends from the header of a box; 0 within. All is looked at in one moment. */
const gaps = (arrow, name, id) => arrow.evaluate((arrow, [name, id]) => {
  const at = (element) => element.getBoundingClientRect();
  const away = (x, y, { left, right, top }, height) => Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - top - height));
  const line = arrow.querySelector(".line");
  const matrix = line.getScreenCTM();
  const start = line.getPointAtLength(0).matrixTransform(matrix);
  const row = [...document.querySelectorAll(".frame .name")].find((row) => row.querySelector(".key").textContent === name);
  const cell = at(row.querySelector(".touch"));
  const tip = at(arrow.querySelector(".tip"));
  // The header is the uppermost 26 of the box.
  const [box, header] = [at(document.querySelector(`.object[data-id='${id}'] .edge`)), 26 * matrix.a];
  const end = Math.min(...[tip.left, tip.right].map((x) => away(x, (tip.top + tip.bottom) / 2, box, header)));
  return { start: away(start.x, start.y, cell, cell.height) / matrix.a, end: end / matrix.a };
}, [name, id]);

/** That an arrow leads from the cell of a name to the header of a box. Edges are as wide as their strokes. */
async function leads(arrow, name, id) {
  const { start, end } = await gaps(arrow, name, id);
  expect(start, `from the cell of ${name}`).toBe(0);
  expect(end, `to the header of object ${id}`).toBeLessThan(2);
}

test("a wrong arrow is drawn beside the true one until the exercise is left", async ({ page, heapglass }) => {
  const card = await drawing(page, heapglass, BESIDE, 3);
  await card.getByLabel("b points at").selectOption("dict #2");
  await card.getByLabel("c points at").selectOption("list #1");
  const claims = page.locator(".claim");
  await expect(claims).toHaveCount(2);
  await expect(page.locator(".claim.is-wrong, .claim-sign"), "nobody has judged it").toHaveCount(0);
  await leads(page.locator(".claim[data-name='c']"), "c", 1);
  await expect(page.locator(".arrow.is-doubted"), "what is said to change is fainter").toHaveAttribute("data-to", "2");

  await card.getByRole("button", { name: "Check" }).click();
  await expect(card).toContainText("1 of 3 right");
  await expect(card.getByRole("status")).toContainText("b points at list #1. Your answer: dict #2.");
  await expect(page.locator(".claim.is-wrong")).toHaveCount(2);
  await expect(page.locator(".claim-sign.is-wrong")).toHaveCount(2);
  await expect(page.locator(".claim-sign.is-right"), "of a").toHaveCount(1);
  await leads(page.locator(".claim[data-name='b']"), "b", 2);
  await leads(page.locator(".claim[data-name='c']"), "c", 1);
  await expect(page.locator(".claim[data-name='b'] title")).toHaveText("b was said to point at dict #2: not so");
  const truth = page.locator(".arrow.is-root[data-to='1']");
  await expect(truth, "of a and of b").toHaveCount(2);
  await leads(truth.last(), "b", 1);

  await page.locator(".stage").press("+");
  await leads(page.locator(".claim[data-name='b']"), "b", 2);
  await card.getByRole("button", { name: "Close" }).click();
  await expect(page.locator(".claim, .claim-sign, .claim-row")).toHaveCount(0);
  await expect(truth).toHaveCount(2);
});

test("who goes on takes the wrong arrows along", async ({ page, heapglass }) => {
  const card = await drawing(page, heapglass, BESIDE, 3);
  await card.getByLabel("b points at").selectOption("dict #2");
  await card.getByRole("button", { name: "Check" }).click();
  await expect(page.locator(".claim.is-wrong")).toHaveCount(1);
  await heapglass.press("ArrowRight");
  await expect(page.locator(".claim, .claim-sign")).toHaveCount(0);
});

test("a wrong arrow to a box that is out of sight is told in words", async ({ page, heapglass }) => {
  const card = await drawing(page, heapglass, BESIDE, 3);
  await card.getByLabel("b points at").selectOption("dict #2");
  await card.getByRole("button", { name: "Check" }).click();
  await expect(page.locator(".claim.is-wrong")).toHaveCount(1);
  await heapglass.object(/^dict #2/).click();
  await page.getByRole("button", { name: "Hide", exact: true }).click();
  await expect(card.getByRole("status")).toContainText("Your answer: dict #2, which the stage does not show.");
  await expect(page.locator(".claim")).toHaveCount(0);
});

test("an arrow is drawn on the stage from the cell of a name, with a mouse or by two presses", async ({ page, heapglass }) => {
  const card = await drawing(page, heapglass, BESIDE, 3);
  const [from, to] = [await page.locator(".claim-row[data-name='b'] rect").boundingBox(), await page.locator("[data-id='1'] .edge").boundingBox()];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 12, { steps: 4 });
  await expect(page.locator("path.claim-drag")).toBeVisible();
  await page.mouse.up();
  await expect(card.getByLabel("b points at")).toHaveValue("list #1");
  await expect(page.locator("path.claim-drag")).toHaveCount(0);
  await page.locator(".claim-row[data-name='c'] rect").click();
  await expect(card.getByRole("button", { name: "c →" })).toHaveAttribute("aria-pressed", "true");
  await page.locator("[data-id='1'] .edge").click({ position: { x: 40, y: 12 } });
  await expect(card.getByLabel("c points at")).toHaveValue("list #1");
});

test("a finger on a cell draws and does not move the stage, once checked it moves it again", async ({ page, heapglass }) => {
  const card = await drawing(page, heapglass, BESIDE, 3);
  const isHeld = (part) => part.evaluate((part) => !part.dispatchEvent(new Event("touchstart", { bubbles: true, cancelable: true })));
  expect(await isHeld(page.locator(".claim-row[data-name='b'] rect"))).toBe(true);
  expect(await isHeld(page.locator(".frame .frame-box"))).toBe(false);
  await card.getByLabel("b points at").selectOption("dict #2");
  await card.getByRole("button", { name: "Check" }).click();
  await expect(page.locator(".claim.is-wrong")).toHaveCount(1);
  expect(await isHeld(page.locator(".claim .reach"))).toBe(false);
});

test("an arrow that was drawn from the card leaves no name in the hand", async ({ page, heapglass }) => {
  const card = await drawing(page, heapglass, BESIDE, 3);
  const [from, to] = [await card.getByRole("button", { name: "b →" }).boundingBox(), await page.locator("[data-id='2'] .edge").boundingBox()];
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 12, { steps: 4 });
  await page.mouse.up();
  await expect(card.getByLabel("b points at")).toHaveValue("dict #2");
  await expect(card.getByRole("button", { name: "b →" })).toHaveAttribute("aria-pressed", "false");
});

test("counts are set, and the wrong one is told", async ({ page, heapglass }) => {
  await heapglass.openRecorded(ALIAS);
  await heapglass.toLine(2);
  await page.keyboard.press("Shift+X");
  const card = page.getByRole("region", { name: "Exercise" });
  await card.getByRole("button", { name: "Set counts" }).click();
  await card.getByLabel("Count of list #1").fill("3");
  await card.getByRole("button", { name: "Check" }).click();
  await expect(card.getByRole("status")).toContainText("not so: list #1: 2.");
});
