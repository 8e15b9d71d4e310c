// The page without network, once somebody has asked for it; and nothing kept unasked.
import { expect, test as base } from "./page.js";
import { base as folder, serving } from "./serve.mjs";

const program = "a = [1]\nb = a\nb.append(2)\n";

/** Each test has a server of its own, which can end: that is how a page loses its network in every browser. */
const test = base.extend({
  others: [{}, { option: true }],
  server: async ({ others }, use) => {
    const server = serving(others);
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    const end = () => {
      server.close();
      server.closeAllConnections();
    };
    await use({ address: `http://127.0.0.1:${server.address().port}`, end });
    end();
  },
  baseURL: async ({ server }, use) => use(server.address + folder),
});

const kept = (page) => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);

async function ask(page, button) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("ControlOrMeta+s");
  await page.getByRole("option", { name: "Use without network" }).click();
  await page.getByRole("button", { name: button, exact: true }).click();
}

test("the page works without network after it was asked to, and keeps nothing before", async ({ heapglass, page, context, server }) => {
  await heapglass.openRecorded(program);
  expect(await kept(page), "nothing is kept unasked").toEqual([0, 0]);
  await ask(page, "Keep it here");
  await expect(page.locator(".take-remark")).toContainText("Kept.", { timeout: 30_000 });
  expect(await kept(page)).toEqual([1, 1]);

  server.end();
  await page.goto("./");
  await heapglass.recorded();
  await heapglass.press("ArrowRight");
  await expect(heapglass.place).toContainText("line 2");
  await page.keyboard.press("l");
  await expect(page.getByRole("dialog")).toContainText("Names and objects");
  await page.keyboard.press("Escape");

  await ask(page, "Forget it");
  await expect(page.locator(".take-remark")).toContainText("Forgotten");
  expect(await kept(page)).toEqual([0, 0]);
  // It was the kept page: without it there is nothing to be had.
  const another = await context.newPage();
  await expect(another.goto("./")).rejects.toThrow(/REFUSED/i);
});

test.describe("with a file that is not of the build", () => {
  test.use({ others: { "static/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>" } });

  test("the build is not kept at all", async ({ heapglass, page }) => {
    await heapglass.openRecorded(program);
    await ask(page, "Keep it here");
    await expect(page.locator(".take-remark")).toContainText("Nothing was kept", { timeout: 30_000 });
    expect((await kept(page))[1]).toBe(0);
  });
});

test("an embedded page keeps nothing", async ({ page }) => {
  await page.goto("/embed.html");
  const frame = page.frameLocator("iframe");
  await expect(frame.locator(".place")).toHaveText(/^Stop/, { timeout: 30_000 });
  expect(await kept(page)).toEqual([0, 0]);
});
