// Heapglass in other pages: the tag, the frame, links.
import { Heapglass, expect, test } from "./page.js";
import { test as plain } from "@playwright/test";

const port = process.env.PORT ?? "8123";
const course = `http://localhost:${port}/course.html`;

const inside = (page, id) => page.locator(`#${id}`).locator("iframe").contentFrame();
const place = (page, id) => inside(page, id).locator(".place");

test("a link opens its program at its line, in its layer", async ({ page, heapglass }) => {
  const program = encodeURIComponent("a = [1]\nfor i in range(3):\n    a.append(i)\n");
  await page.goto(`./#code=${program}&line=3:2&layer=names`);
  await heapglass.recorded();
  await expect(heapglass.place).toContainText("line 3");
  await expect(page.getByRole("button", { name: "Names" })).toHaveAttribute("aria-pressed", "true");
  await expect(heapglass.editor).toContainText("a.append(i)");
});

test("a link that was copied leads back to the moment it was made at", async ({ page, heapglass, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const program = `names = []\n${"names.append('a longer line, so that the program is compressed')\n".repeat(58)}print(len(names))\n`;
  await heapglass.openRecorded(program);
  await heapglass.first();
  await heapglass.toLine(4);
  const there = await heapglass.place.textContent();
  await page.keyboard.press("5");
  await expect(page.locator(".remark")).toContainText("is copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  expect(link).toContain("z=");
  expect(link.length).toBeLessThan(2000);
  const other = new Heapglass(await context.newPage());
  await other.page.goto(link);
  await other.recorded();
  await expect(other.place).toHaveText(there);
  await expect(other.editor).toContainText("names.append");
});

test("another link in the address bar is followed without loading the page again", async ({ page, heapglass }) => {
  await page.goto("./#code=first%20%3D%201");
  await heapglass.recorded();
  await page.evaluate(() => { location.hash = "code=second%20%3D%202&stop=last"; });
  await expect(heapglass.editor).toContainText("second = 2");
  await expect(heapglass.place).toContainText("the end");
});

test("a damaged link says what is wrong and the page works", async ({ page, heapglass }) => {
  await page.goto("./#z=%25%25%25&shape=round");
  await heapglass.recorded();
  await expect(page.locator(".remark")).toContainText("could not be had");
  await expect(page.locator(".remark")).toContainText("shape");
});

test("parts that a link leaves out are not there, and a program that is read only stays as it is", async ({ page, heapglass }) => {
  await page.goto("./#code=a%20%3D%201&parts=code,stage&readonly=1");
  await expect(heapglass.place).toContainText("Stop 0");
  await expect(page.locator(".bar")).toHaveCount(0);
  await expect(page.locator(".output")).toHaveCount(0);
  await heapglass.editor.click();
  await page.keyboard.type("b");
  await expect(heapglass.editor).toHaveText("a = 1");
});

test("hidden lines are one row until it is pressed", async ({ page, heapglass }) => {
  await page.goto("./#code=import%20gc%0Agc.disable()%0Aa%20%3D%201%0A&hide=1-2");
  await heapglass.recorded();
  await expect(heapglass.editor).not.toContainText("gc.disable");
  await page.getByRole("button", { name: "lines 1 to 2 are hidden: show them" }).click();
  await expect(heapglass.editor).toContainText("gc.disable");
});

plain("three embeds on a page of another host under a strict policy", async ({ page }) => {
  const errors = [];
  page.on("console", (message) => message.type() === "error" && !message.text().includes("404") && errors.push(message.text()));
  await page.goto(course);
  await expect(place(page, "text")).toContainText("line 3");
  await expect(inside(page, "text").locator(".cm-content")).toContainText("b.append(a is b and 1 < 2)");
  await expect(place(page, "file")).toContainText("the end");
  await expect(inside(page, "file").locator(".bar")).toHaveCount(0);
  await expect(page.locator("#lost").getByRole("alert")).toContainText("404");
  expect(await page.evaluate(() => document.querySelector("#below").shadowRoot.querySelector("iframe"))).toBeNull();
  await page.locator("#below").scrollIntoViewIfNeeded();
  await expect(place(page, "below")).toContainText("Stop 0");
  expect(errors).toEqual([]);
});

plain("embeds on a page share one engine, each with a program of its own", async ({ page, browserName }) => {
  // On a page of the same site: a private window of Chromium starts no shared worker for frames of another.
  await page.goto(course.replace("localhost", "127.0.0.1"));
  const engine = (id) => inside(page, id).locator("html");
  for (const id of ["text", "file"]) {
    await expect(place(page, id)).toContainText("Stop");
    await expect(engine(id)).toHaveAttribute("data-engine", "shared");
  }
  // Firefox is not asked for its workers.
  if (browserName === "chromium") expect(page.workers()).toEqual([]);
  const before = await place(page, "text").textContent();
  await page.evaluate(() => document.querySelector("#file").seek(1));
  await expect(place(page, "file")).toContainText("Stop 1");
  await expect(place(page, "text")).toHaveText(before);
  // One that is taken away leaves the other its engine.
  await page.evaluate(() => document.querySelector("#file").remove());
  await page.evaluate(() => document.querySelector("#text").seek("last"));
  await expect(place(page, "text")).toContainText("the end");
});

plain("a frame that loses the shared engine, or may not share it, has one alone", async ({ page }) => {
  await page.addInitScript(() => {
    const { SharedWorker } = window;
    window.SharedWorker = class extends SharedWorker {
      constructor(...given) {
        if (location.hash.includes("alone")) throw new DOMException("This frame may not share.", "SecurityError");
        super(...given);
        window.port = this.port;
      }
    };
  });
  await page.goto(course.replace("localhost", "127.0.0.1"));
  await expect(place(page, "text")).toContainText("line 3");
  const engine = inside(page, "text").locator("html");
  await expect(engine).toHaveAttribute("data-engine", "shared");
  await engine.evaluate(() => window.port.dispatchEvent(new MessageEvent("message", { data: { broken: "unreachable" } })));
  await expect(engine).toHaveAttribute("data-engine", "own");
  await page.evaluate(() => document.querySelector("#text").load("a = 1\nb = 2\n"));
  await page.evaluate(() => document.querySelector("#text").seek("last"));
  await expect(place(page, "text")).toContainText("the end");
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement("iframe"), { id: "alone" });
    frame.src = `${new URL("../", document.querySelector("script").src)}#code=alone%20%3D%201%0A`;
    document.querySelector("h1").after(frame);
  });
  const alone = page.frameLocator("iframe#alone");
  await expect(alone.locator(".place")).toContainText("Stop");
  await expect(alone.locator("html")).toHaveAttribute("data-engine", "own");
});

plain("a frame whose browser starts no shared worker has an engine alone after a moment", async ({ page }) => {
  await page.addInitScript(() => {
    // It neither throws nor speaks.
    window.SharedWorker = class {
      port = new MessageChannel().port1;
    };
  });
  await page.goto(course);
  await expect(place(page, "text")).toContainText("line 3");
  await expect(inside(page, "text").locator("html")).toHaveAttribute("data-engine", "own");
});

plain("the page around steps, loads and listens", async ({ page }) => {
  await page.goto(course);
  await expect(place(page, "text")).toContainText("line 3");
  const heard = await page.evaluate(async () => {
    const glass = document.querySelector("#text");
    const steps = [];
    glass.addEventListener("step", (event) => steps.push(event.detail.line));
    const first = await glass.state();
    const second = await glass.seek(0);
    const last = await glass.seek("last");
    const other = await glass.load("print('other')\n");
    const end = await glass.seek("last");
    return { first: first.line, second: second.stop, last: last.stop === last.stops - 1, other: other.link, printed: end.output, steps: steps.length > 0 };
  });
  expect(heard).toMatchObject({ first: 3, second: 0, last: true, printed: "other\n", steps: true });
  expect(heard.other).toContain("code=print");
});

plain("messages from anyone but the page that the address names are not heard", async ({ page }) => {
  await page.goto(course);
  await expect(place(page, "text")).toContainText("line 3");
  const before = await place(page, "text").textContent();
  // From the frame itself.
  await inside(page, "text").locator("body").evaluate(() => window.postMessage({ heapglass: "seek", number: 1, stop: 0 }, "*"));
  await page.waitForTimeout(500);
  await expect(place(page, "text")).toHaveText(before);
  // From the page around, where the address names another one.
  const say = (host) =>
    page.evaluate(async (host) => {
      const frame = Object.assign(document.createElement("iframe"), { id: host ? "named" : "other" });
      const named = encodeURIComponent(host || "https://example.org");
      frame.src = `${new URL("../", document.querySelector("script").src)}#code=a%20%3D%201%0Ab%20%3D%202%0A&stop=1&host=${named}`;
      document.querySelector("h1").after(frame);
      await new Promise((done) => frame.addEventListener("load", done));
    }, host);
  const seek = (id) => page.evaluate((id) => document.getElementById(id).contentWindow.postMessage({ heapglass: "seek", number: 1, stop: 0 }, "*"), id);
  for (const [host, id, stop] of [["", "other", "Stop 1"], [new URL(course).origin, "named", "Stop 0"]]) {
    await say(host);
    const there = page.frameLocator(`iframe#${id}`).locator(".place");
    await expect(there).toContainText("Stop 1");
    await seek(id);
    await page.waitForTimeout(500);
    await expect(there).toContainText(stop);
  }
});
