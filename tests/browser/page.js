// What the specs have in common: opening the page with a program, stepping, and watching for what must not happen.
import { expect, test as base } from "@playwright/test";

export { expect };

/** Each test also fails on any request to another host, any error on the console, any uncaught exception. */
export const test = base.extend({
  heapglass: async ({ page }, use) => {
    const strangers = [];
    const errors = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith("http") && url.hostname !== "127.0.0.1") strangers.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(new Heapglass(page));
    expect(strangers, "requests to other hosts").toEqual([]);
    expect(errors, "errors on the console").toEqual([]);
  },
});

export class Heapglass {
  constructor(page) {
    this.page = page;
    this.status = page.locator(".status");
    this.place = page.locator(".place");
    this.output = page.locator(".output-text");
    this.sentence = page.locator(".say");
    this.editor = page.locator(".cm-content");
  }

  /** Opens the page with this program as that of the last visit. */
  async open(program) {
    await this.page.addInitScript((text) => {
      if (!sessionStorage.getItem("seeded")) localStorage.setItem("heapglass.program", JSON.stringify(text));
      sessionStorage.setItem("seeded", "yes");
    }, program);
    await this.page.goto("./");
    await expect(this.editor).toBeVisible();
  }

  async openRecorded(program) {
    await this.open(program);
    await this.recorded();
  }

  async recorded() {
    await expect(this.status).toHaveText(/^[\d,]+ steps? recorded/);
    await expect(this.place).toHaveText(/^Stop/);
  }

  async type(program) {
    await this.editor.click();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.insertText(program);
  }

  async stop() {
    const text = await this.place.textContent();
    return Number(/Stop ([\d,]+) of/.exec(text)[1].replaceAll(",", ""));
  }

  /** Presses a key for the page as a whole and waits until another stop is shown. */
  async press(key) {
    const before = await this.place.textContent();
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.page.keyboard.press(key);
    await expect(this.place).not.toHaveText(before);
  }

  async toLine(number) {
    for (let tries = 0; tries < 300; tries++) {
      if (new RegExp(`line ${number}\\b`).test(await this.place.textContent())) return;
      await this.press("ArrowRight");
    }
    throw new Error(`line ${number} was not reached`);
  }

  async first() {
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.page.keyboard.press("Home");
    await expect(this.place).toContainText("Stop 0 of");
  }

  /** Goes to the last moment at which the program's names are there: all lines have run. */
  async allRun() {
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.page.keyboard.press("End");
    await expect(this.place).toContainText("the end");
    await this.press("ArrowLeft");
    await expect(this.place).toContainText("all lines have run");
  }

  async layer(word) {
    await this.page.getByRole("button", { name: word, exact: true }).click();
  }

  object(words) {
    return this.page.getByRole("button", { name: words });
  }

  frame(name) {
    return this.page.getByRole("group", { name: new RegExp(`^Frame of ${name}`) });
  }
}
