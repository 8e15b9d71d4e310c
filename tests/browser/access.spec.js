import { expect, test, violations } from "./page.js";
import { SCENES, through } from "./scenes.js";

/** Colours are all that differs between the themes: the other rules of axe are asked once. */
async function inAllColours(page, root) {
  const wrong = [];
  for (const theme of ["light", "dark", "contrast"]) {
    await page.evaluate(async (name) => {
      document.documentElement.setAttribute("data-theme", name);
      // Colours on their way to others are neither.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
      await new Promise(requestAnimationFrame);
    }, theme);
    const found = await violations(page, root ?? "html", theme === "light" ? null : ["color-contrast"]);
    wrong.push(...found.map((words) => `${theme}: ${words}`));
  }
  return wrong;
}

for (const group of SCENES) {
  test(`axe finds nothing in light, dark and contrast colours: ${group.program}`, async ({ page, heapglass }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await through(group, heapglass, ({ root }) => inAllColours(page, root))).toEqual({});
  });
}

test("the list of keys opens, is without violations, and closes with Escape", async ({ page, heapglass }) => {
  await heapglass.openRecorded("x = 1\n");
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys and signs" });
  await expect(help).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.keyboard.press("?");
  await expect(help).toBeVisible();
});

test("a dialog that is opened again while the page has not yet heard of Escape is open", async ({ page, heapglass }) => {
  await heapglass.openRecorded("x = 1\n");
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys and signs" });
  await expect(help).toBeVisible();
  // Both in one turn, as a page that is busy hears them.
  await help.evaluate((dialog) => {
    dialog.requestClose?.() ?? dialog.dispatchEvent(new Event("cancel", { cancelable: true }));
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true, cancelable: true }));
  });
  await heapglass.settled();
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
});

test("objects can be reached and selected with the keyboard", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1, 2]\n");
  await heapglass.allRun();
  await heapglass.object(/^list #/).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Inspector" })).toContainText("list #");
  await page.keyboard.press("Escape");
  await expect(page.locator('.object[aria-pressed="true"]')).toHaveCount(0);
});

test("each button tells its key", async ({ page, heapglass }) => {
  await heapglass.openRecorded("x = 1\n");
  for (const button of await page.locator(".controls button, .layers button").all()) {
    await expect(button).toHaveAttribute("title", /\(.+\)$/);
  }
});

test("the sentence is announced", async ({ heapglass }) => {
  await heapglass.openRecorded("a = [1]\nb = a\n");
  await expect(heapglass.sentence).toHaveAttribute("aria-live", "polite");
  await heapglass.press("End");
  await expect(heapglass.sentence).not.toBeEmpty();
});
