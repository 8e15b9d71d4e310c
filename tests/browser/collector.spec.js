// The collector's scene: lanes, counters, a collection gone through move by move, played and paused.
import { expect, test } from "./page.js";

const RING = `import gc
class Node:
    def __init__(self):
        self.next = None
gc.collect()
gc.disable()
a = Node()
b = Node()
keep = Node()
a.next = b
b.next = a
del a, b
gc.collect(0)
end = 1
`;

/** Opens the program before its last collection, in the Collector layer. */
async function beforeCollection(heapglass) {
  await heapglass.openRecorded(RING);
  await heapglass.press("End");
  await heapglass.page.keyboard.press("4");
  for (let tries = 0; tries < 30 && !/line 13\b/.test(await heapglass.place.textContent()); tries++) await heapglass.press("ArrowLeft");
  await expect(heapglass.place).toContainText("line 13");
}

const rows = (page) => page.locator(".work tbody tr");
const key = async (heapglass, name) => {
  await heapglass.page.evaluate(() => document.activeElement?.blur());
  await heapglass.page.keyboard.press(name);
};

/** Goes on, phase by phase, until this one has ended. */
async function toPhase(heapglass, number) {
  for (let tries = 0; tries < 12; tries++) {
    if (new RegExp(`phase ${number} of 9`).test(await heapglass.place.textContent())) return;
    await heapglass.press("p");
  }
  throw new Error(`phase ${number} was not reached`);
}

test("before the collection the ring is in the youngest lane, and after it it is gone", async ({ page, heapglass }) => {
  await beforeCollection(heapglass);
  const youngest = page.getByRole("group", { name: "Generation 0" });
  await expect(youngest.locator(".chip")).toHaveCount(3);
  await expect(youngest.locator(".chip.is-unreachable")).toHaveCount(2);
  await expect(page.getByRole("group", { name: "Generation 2" })).toContainText("of the interpreter");
  await expect(page.locator(".gc-facts")).toContainText("switched off");
  await toPhase(heapglass, 4);
  await expect(page.getByRole("group", { name: "Set aside" }).locator(".chip")).toHaveCount(2);
  await toPhase(heapglass, 5);
  await expect(page.getByRole("group", { name: "Generation 1" }).locator(".chip")).toHaveCount(1);
  await toPhase(heapglass, 9);
  await expect(heapglass.sentence).toContainText("2 objects were collected");
  await heapglass.press("ArrowRight");
  await expect(page.locator(".stage .object.is-unreachable")).toHaveCount(0);
});

test("references are taken off one by one, and the boxes show what the table shows", async ({ page, heapglass }) => {
  await beforeCollection(heapglass);
  await toPhase(heapglass, 2);
  await key(heapglass, ".");
  await expect(heapglass.sentence).toHaveText("Subtract begins: 2 references to go through.");
  await expect(page.locator(".arrow.is-pending")).toHaveCount(2);
  await key(heapglass, ".");
  await expect(heapglass.sentence).toContainText("reference 1 of 2");
  await expect(heapglass.sentence).toContainText("1 − 1 = 0");
  await expect(heapglass.place).toContainText("reference 1 of 2");
  await expect(page.locator(".arrow.is-being-taken")).toHaveCount(1);
  for (const row of await rows(page).all()) {
    const id = await row.getAttribute("data-id");
    const scratch = await row.locator(".scratch").textContent();
    await expect(page.locator(`.object[data-id="${id}"] .scratch-count`)).toHaveText(scratch);
  }
  await key(heapglass, "<");
  await expect(page.locator(".arrow.is-pending")).toHaveCount(2);
  await expect(heapglass.sentence).toContainText("Subtract begins");
});

/** Pauses what is played as soon as the page is at a place, before anything else can happen. */
const pauseAt = (page, place) =>
  page.evaluate((place) => {
    const paused = new MutationObserver(() => {
      if (!document.querySelector(".place").textContent.includes(place)) return;
      paused.disconnect();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: ">", bubbles: true, cancelable: true }));
    });
    paused.observe(document.querySelector(".place"), { childList: true, characterData: true, subtree: true });
  }, place);

/** What is told at a moment of a collection: the place, the sentence, each object's scratch count. */
const told = async (page, heapglass) => [
  await heapglass.place.textContent(),
  await heapglass.sentence.textContent(),
  ...(await rows(page).locator(".scratch").allTextContents()),
  ...(await page.locator(".object .scratch-count").allTextContents()),
];

test("a collection that is played can be paused anywhere, and stays there", async ({ page, heapglass }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await beforeCollection(heapglass);
  // Gone through move by move: within copying the counts, and between the two references that are taken off.
  await key(heapglass, "p");
  await heapglass.settled();
  await key(heapglass, "<");
  const copying = await told(page, heapglass);
  expect(copying[0]).toContain("object 2 of 3");
  await toPhase(heapglass, 3);
  await heapglass.settled();
  await key(heapglass, "<");
  const subtracting = await told(page, heapglass);
  expect(subtracting[0]).toContain("reference 1 of 2");
  expect(subtracting.slice(2).length).toBeGreaterThan(3);
  for (let tries = 0; tries < 9 && !/line 13\b/.test(await heapglass.place.textContent()); tries++) await heapglass.press("ArrowLeft");
  await expect(heapglass.place).toContainText("line 13");
  // Played, it can be stopped at the same places, and is the same there.
  await page.getByRole("combobox", { name: "Speed" }).selectOption("Fast");
  for (const moment of [copying, subtracting]) {
    await pauseAt(page, moment[0]);
    await key(heapglass, ">");
    await expect(heapglass.place).toHaveText(moment[0]);
    await expect(page.getByRole("button", { name: "Play collection" })).toBeVisible();
    await page.waitForTimeout(500);
    expect(await told(page, heapglass)).toEqual(moment);
  }
  await key(heapglass, ">");
  await expect(heapglass.place).toContainText("phase 9 of 9");
  await expect(heapglass.sentence).toContainText("2 objects were collected");
  await expect(page.getByRole("button", { name: "Play collection" })).toBeVisible();
});

test("while the garbage is cleared it is still on the stage, with its verdict in words", async ({ page, heapglass }) => {
  await beforeCollection(heapglass);
  await toPhase(heapglass, 9);
  const dead = page.locator(".stage .object.is-unreachable");
  await expect(dead).toHaveCount(0);
  await key(heapglass, "<");
  await expect(dead).toHaveCount(2);
  await expect(page.getByRole("region", { name: "Candidates" })).toContainText("dead");
  const row = rows(page).first();
  await row.getByRole("button").click();
  await expect(row).toHaveClass(/is-selected/);
});

test("every phase has its word or its tooltip, in one line", async ({ page, heapglass }) => {
  await beforeCollection(heapglass);
  await toPhase(heapglass, 1);
  const phases = page.getByRole("list", { name: "Phases of the collection" }).getByRole("listitem");
  await expect(phases).toHaveCount(9);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const tops = await phases.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top + one.getBoundingClientRect().height / 2));
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(6);
  }
  await expect(phases.nth(2)).toHaveAttribute("title", /^3\. Subtract: /);
});

test("the object that a move is about is in view, and what is condemned when its end begins", async ({ page, heapglass }) => {
  await heapglass.openRecorded("import gc\nclass Node:\n    pass\nkept = [[i] for i in range(9)]\na = Node()\na.me = a\ndel a\ngc.collect()\n");
  await page.keyboard.press("4");
  await heapglass.toLine(8);
  const inView = (boxes) =>
    boxes.evaluateAll((all) =>
      all.every((one) => {
        const [stage, own] = [one.closest(".stage").getBoundingClientRect(), one.querySelector(".box").getBoundingClientRect()];
        return own.top >= stage.top && own.bottom <= stage.bottom;
      }),
    );
  const [now, condemned] = [page.locator(".stage .object.is-now"), page.locator(".stage .object.is-unreachable")];
  let wasAway = false;
  for (let moves = 0; moves < 120 && !/phase 9 of 9/.test(await heapglass.place.textContent()); moves++) {
    await key(heapglass, ".");
    await heapglass.settled();
    await expect.poll(() => inView(now)).toBe(true);
    wasAway ||= !(await inView(condemned));
  }
  expect(wasAway).toBe(true);
  await expect(heapglass.place).toContainText("phase 9 of 9");
  expect(await condemned.count()).toBe(1);
  await expect.poll(() => inView(condemned)).toBe(true);
});

test("while a finalizer runs, what is condemned says so on its box, in the table and in its lane", async ({ page, heapglass }) => {
  await heapglass.openRecorded("import gc\nclass Node:\n    def __del__(self):\n        print('gone')\na = Node()\na.me = a\ndel a\ngc.collect()\n");
  await page.keyboard.press("4");
  await heapglass.toLine(4);
  await expect(heapglass.place).toContainText("line 4 in __del__, phase 7 of 9");
  await expect(heapglass.frame("__del__")).toBeInViewport();
  await expect(page.locator(".stage .object.is-condemned .slip")).toContainText("condemned");
  await expect(rows(page).filter({ hasText: "Node #" })).toContainText("condemned");
  await expect(page.getByRole("group", { name: "Set aside" }).locator(".chip")).toHaveCount(1);
  // The step is one of the program's; phase by phase one goes on with the buttons of the collection.
  await expect(page.locator(".control.primary")).not.toContainText("Next phase");
  await page.getByRole("button", { name: "Next phase" }).click();
  await expect(heapglass.sentence).toContainText("Finalize begins");
});
