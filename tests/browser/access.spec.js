import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.js";

const PROGRAM = "import gc\n\nclass Node:\n    pass\n\na = Node()\na.me = a\nd = {'k': [1, 2], 't': (1, 'x')}\ndel a\ngc.collect()\nprint(d)\n";

async function violations(page) {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(" ")}`);
}

for (const theme of ["light", "dark", "contrast"]) {
  test(`axe finds nothing in the ${theme} colours`, async ({ page, heapglass }) => {
    await page.addInitScript((name) => localStorage.setItem("heapglass.theme", JSON.stringify(name)), theme);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await heapglass.openRecorded(PROGRAM);
    await heapglass.layer("Collector");
    await heapglass.first();
    await heapglass.toLine(9);
    await heapglass.object(/^dict #/).first().click();
    await expect(page.getByRole("region", { name: "Inspector" })).toContainText("ob_refcnt");
    expect(await violations(page)).toEqual([]);
    await heapglass.press("p");
    expect(await violations(page)).toEqual([]);
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
