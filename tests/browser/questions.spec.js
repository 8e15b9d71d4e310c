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
