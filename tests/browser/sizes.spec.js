import { expect, test } from "./page.js";

const PROGRAM = "a = [1, 2]\nb = {'list': a}\nprint(b)\n";

async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

for (const [name, width, height] of [["desk", 1440, 900], ["small desk", 1120, 640], ["phone", 390, 844], ["embed", 640, 420], ["small embed", 320, 260]]) {
  test(`the sentence, the counts and the way back are there on a ${name}`, async ({ page, heapglass }) => {
    await page.setViewportSize({ width, height });
    await heapglass.openRecorded(PROGRAM);
    await heapglass.allRun();
    await expect(heapglass.sentence).toBeVisible();
    await expect(heapglass.object(/^list #\d+, 2 references/).locator(".count")).toBeVisible();
    const back = page.getByRole("button", { name: "Step back", exact: true });
    await expect(back).toBeInViewport();
    await back.click();
    await expect(heapglass.place).toContainText("line 3");
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test("it works inside a frame of another page", async ({ page, heapglass }) => {
  await page.goto("/embed.html");
  const frame = page.frameLocator("iframe");
  await expect(frame.locator(".place")).toHaveText(/^Stop 0/);
  await frame.getByRole("button", { name: "Step", exact: true }).click();
  await expect(frame.locator(".place")).toHaveText(/^Stop 1/);
  await expect(heapglass.status).toHaveCount(0);
});

test("all examples run to their end", async ({ page, heapglass }) => {
  await heapglass.openRecorded("x = 1\n");
  const menu = page.getByRole("combobox", { name: "Example" });
  for (const file of await menu.locator("option").evaluateAll((options) => options.map((option) => option.value).filter(Boolean))) {
    await menu.selectOption(file);
    await heapglass.recorded();
    await heapglass.press("End");
    await expect(heapglass.place).toContainText("the end");
    await expect(heapglass.output.locator(".errors")).toHaveCount(0);
  }
});
