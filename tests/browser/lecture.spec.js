// Lecture mode: what a hall sees, a clicker's keys, the window of speaker notes.
import { expect, test, violations } from "./page.js";

const PROGRAM = "a = [1]\nb = a\nb.append(2)\nc = a + b\ndel a\nprint(c)\n";
const MARKS = "mark=1:Two%20names%0ASay%20slowly:%20one%20list.&mark=4:One%20name%20goes%0A?%20Does%20the%20list%20die?";
const link = (more) => `./#v=2&code=${encodeURIComponent(PROGRAM)}&${more}`;
const place = (page) => page.locator(".lecture-place");

async function open(page, more) {
  await page.goto(link(more));
  await expect(page.locator(".place, .lecture-place").first()).toHaveText(/^Stop/);
}

test("the key shows the stage, the sentence and the program alone, and gives all back", async ({ page }) => {
  await open(page, "stop=2");
  await page.keyboard.press("\\");
  await expect(page.locator(".page.is-lecture")).toBeVisible();
  for (const gone of [".bar", ".controls", ".right", ".output", ".stage-tools"]) await expect(page.locator(gone).filter({ visible: true })).toHaveCount(0);
  await expect(page.locator(".say")).toBeVisible();
  await expect(page.locator(".stage .graph")).toBeVisible();
  await expect(page.locator(".program")).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.locator(".program")).toHaveCount(0);
  await page.getByRole("button", { name: /^Leave/ }).click();
  await expect(page.locator(".bar")).toBeVisible();
  await expect(page.locator(".controls")).toBeVisible();
});

for (const [width, height] of [[1920, 1080], [1280, 720]]) {
  test(`names, values, the sentence and the program are 24 pixels tall on ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, "stop=3&lecture=1");
    await expect(page.locator(".page.is-lecture")).toBeVisible();
    await expect(page.locator(".cm-line").first()).toBeVisible();
    const sizes = await page.evaluate(() => {
      const drawn = [...document.querySelectorAll(".graph .val, .graph .frame-title, .graph .type, .graph .name, .graph .key")];
      const size = (element) => parseFloat(getComputedStyle(element).fontSize) * (element.getScreenCTM?.()?.a ?? 1);
      return [...drawn, ...document.querySelectorAll(".say, .cm-line")].map((element) => [element.getAttribute("class"), size(element)]);
    });
    expect(sizes.length).toBeGreaterThan(6);
    expect(sizes.filter(([, size]) => size < 24)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
}

test("a clicker goes from bookmark to bookmark; without any it steps", async ({ page }) => {
  await open(page, `stop=0&lecture=1&${MARKS}`);
  await page.keyboard.press("PageDown");
  await expect(place(page)).toContainText("Stop 1 of");
  await expect(page.locator(".story-name")).toHaveText("Two names");
  await page.keyboard.press("ArrowRight");
  await expect(place(page)).toContainText("Stop 4 of");
  await page.keyboard.press("PageUp");
  await expect(place(page)).toContainText("Stop 1 of");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(place(page)).toContainText("Stop 2 of");
  await page.keyboard.press("m");
  await page.keyboard.press("PageDown");
  await expect(place(page)).toContainText("Stop 3 of");
});

test("what happens next is asked before each bookmark, in the words of its note", async ({ page }) => {
  await open(page, `stop=0&lecture=1&${MARKS}`);
  await page.keyboard.press("w");
  await page.keyboard.press("PageDown");
  const question = page.locator(".lecture-question");
  await expect(question).toHaveText("What happens next?");
  await expect(place(page)).toContainText("Stop 0 of");
  await page.keyboard.press("PageDown");
  await expect(question).toHaveCount(0);
  await expect(place(page)).toContainText("Stop 1 of");
  await page.keyboard.press("PageDown");
  await expect(question).toHaveText("Does the list die?");
});

/** Goes on from the beginning to the first question; the engine looks through the recording first, so perhaps more than once. */
async function untilAsked(page) {
  const question = page.locator(".lecture-question");
  await expect(async () => {
    await page.keyboard.press("Home");
    await expect(place(page)).toContainText("Stop 0 of");
    for (let presses = 0; presses < 4 && (await question.count()) === 0; presses += 1) {
      const before = await place(page).textContent();
      await page.keyboard.press("PageDown");
      await expect.poll(async () => (await question.count()) > 0 || (await place(page).textContent()) !== before).toBe(true);
    }
    expect(await question.count()).toBe(1);
  }).toPass();
}

test("before a step the hall is asked the engine's question, and the next press shows what happened", async ({ page }) => {
  await open(page, "stop=0&lecture=1");
  const ask = page.getByRole("button", { name: "Ask" });
  await expect(ask).toHaveAttribute("aria-pressed", "false");
  await ask.click();
  await expect(ask).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".lecture-remark")).toHaveText(/^Before a bookmark/);
  const question = page.locator(".lecture-question");
  // The change through a second name is worth a question.
  await untilAsked(page);
  await expect(question).toContainText("What happens next?");
  await expect(question.locator(".lecture-ask")).toContainText("a");
  expect(await question.locator(".lecture-choices li").count()).toBeGreaterThan(1);
  const large = await question.locator("p, li").evaluateAll((lines) => lines.map((line) => parseFloat(getComputedStyle(line).fontSize)));
  expect(Math.min(...large)).toBeGreaterThanOrEqual(18);
  const asked = await question.locator(".lecture-ask").textContent();
  const before = await place(page).textContent();
  await page.keyboard.press("PageDown");
  await expect(place(page)).not.toHaveText(before);
  await expect(page.locator(".lecture-question.is-told .lecture-asked")).toHaveText(asked);
  await expect(page.locator(".lecture-right")).toHaveText(/^✓[A-D]./);
  await page.keyboard.press("PageDown");
  await expect(page.locator(".lecture-question.is-told")).toHaveCount(0);
  // Back and on again: the same is not asked twice in a row, and off is off.
  await page.keyboard.press("w");
  await expect(ask).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Home");
  await expect(place(page)).toContainText("Stop 0 of");
  for (const stop of [1, 2, 3, 4]) {
    await page.keyboard.press("PageDown");
    await expect(place(page)).toContainText(`Stop ${stop} of`);
    await expect(question).toHaveCount(0);
  }
});

test("a link's own question is asked in the hall, and nothing beside the sentence", async ({ page }) => {
  const own = encodeURIComponent("at: b.append(2)\nask: How long is a now?\nanswer: 2\nwrong: 1 | They are one list.\nwhy: They are one list.");
  await open(page, `stop=2&lecture=1&questions=own&ask=${own}`);
  await expect(page.getByRole("button", { name: "Ask" })).toHaveAttribute("aria-pressed", "true");
  await untilAsked(page);
  await expect(page.locator(".lecture-ask")).toHaveText("How long is a now?");
  await expect(page.locator(".predict")).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expect(page.locator(".lecture-right")).toContainText("2");
  await expect(page.locator(".lecture-because")).toHaveText("They are one list.");
});

test("the list of keys begins with those of lecture mode", async ({ page }) => {
  await open(page, "stop=0&lecture=1");
  await page.keyboard.press("?");
  await expect(page.locator(".help dt").first()).toHaveText("Page Down, Right, Enter");
  await expect(page.locator(".help dd", { hasText: "Ask the hall" })).toHaveCount(1);
});

test("black, a spotlight and a dot, each with its key", async ({ page }) => {
  await open(page, "stop=2&lecture=1");
  await page.keyboard.press(".");
  await expect(page.locator(".blackout")).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(page.locator(".blackout")).toHaveCount(0);
  await expect(place(page)).toContainText("Stop 2 of");
  await page.keyboard.press("s");
  await page.keyboard.press("l");
  await page.mouse.move(500, 300);
  await page.mouse.move(620, 340);
  const middle = await page.locator(".laser").evaluate((dot) => {
    const { left, top, width, height } = dot.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  });
  expect(Math.abs(middle[0] - 620) + Math.abs(middle[1] - 340)).toBeLessThan(4);
  await expect(page.locator(".spotlight")).toBeVisible();
  await page.locator(".stage [data-id]").first().click();
  await page.keyboard.press("s");
  await expect(page.locator(".spotlight.is-object")).toHaveCount(1);
  await page.keyboard.press("s");
  await expect(page.locator(".spotlight")).toHaveCount(0);
});

test("the window of notes follows, hands over the clicker's keys, and can be closed", async ({ page, heapglass }) => {
  await open(page, `stop=0&lecture=1&${MARKS}`);
  const [notes] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("|")]);
  await expect(notes.locator("#next")).toHaveText("Two names");
  await notes.bringToFront();
  await notes.keyboard.press("PageDown");
  await expect(place(page)).toContainText("Stop 1 of");
  await expect(notes.locator("#note")).toHaveText("Say slowly: one list.");
  await expect(notes.locator("#name")).toHaveText("Two names");
  await expect(notes.locator("#line")).toHaveText(/^2: b = a/);
  await notes.getByRole("button", { name: "Black" }).click();
  await expect(page.locator(".blackout")).toBeVisible();
  await expect(notes.locator("#state")).toContainText("The hall sees nothing");
  await expect(notes.locator("#time")).toHaveText(/^\d+:\d\d$/);
  await notes.close();
  await page.keyboard.press(".");
  await page.keyboard.press("PageDown");
  await expect(place(page)).toContainText("Stop 4 of");
  expect(heapglass).toBeTruthy();
});

test("a window of notes that the browser refuses is told of", async ({ page }) => {
  await page.addInitScript(() => (window.open = () => null));
  await open(page, "stop=1");
  await page.keyboard.press("|");
  await expect(page.getByText("The browser did not let the page open a window")).toBeVisible();
});

test("axe finds nothing in lecture mode", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, `stop=2&lecture=1&${MARKS}`);
  await expect(page.locator(".cm-line").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing where the hall is asked, and where it is told", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "stop=1&lecture=1&questions=1");
  await expect(page.locator(".cm-line").first()).toBeVisible();
  await untilAsked(page);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("PageDown");
  await expect(page.locator(".is-told")).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
});
