// What the specs have in common: opening the page with a program, stepping, and watching for what must not happen.
import { expect, test as base } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export { expect };

const axe = readFileSync(createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright")).resolve("axe-core"), "utf8");

/** What axe finds wrong in a part of the page, by all of its rules or by these. It runs in the page and only what is wrong comes back: the whole report takes Firefox half a minute. */
export async function violations(page, within = "html", rules = null) {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(`${axe};1`);
  return page.evaluate(async ([part, rules]) => {
    const { violations } = await axe.run(part, { resultTypes: ["violations"], preload: false, ...(rules && { runOnly: rules }) });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
  }, [within, rules]);
}

/**
 * Waits until the page has drawn what it was told last. While it has much to draw it lets the browser go on in between, by
 * timers of four milliseconds at most (yew's scheduler.rs): what was told meanwhile, a key for one, is heard only then, and until
 * then the page looks as if nothing had been told.
 */
export const heard = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 5)));

/**
 * With HESITATE=200 the engine hears the page, and the server answers it, so many milliseconds later; the page's timers and
 * frames come a quarter of it later. A test that looks without waiting for what it is about fails then each time, and not once
 * in many runs on a busy machine.
 */
const hesitation = Number(process.env.HESITATE ?? 0);

function hesitate(milliseconds) {
  const soon = window.setTimeout.bind(window);
  const frame = window.requestAnimationFrame.bind(window);
  const givenUp = new Set();
  window.requestAnimationFrame = (what) => {
    const number = frame(() => soon(() => givenUp.delete(number) || what(performance.now()), milliseconds / 4));
    return number;
  };
  const giveUp = window.cancelAnimationFrame.bind(window);
  window.cancelAnimationFrame = (number) => {
    giveUp(number);
    givenUp.add(number);
  };
  window.setTimeout = (what, when = 0, ...rest) => soon(what, when + milliseconds / 4, ...rest);
  for (const kind of [window.Worker, window.MessagePort]) {
    if (!kind) continue;
    const { postMessage } = kind.prototype;
    kind.prototype.postMessage = function (...message) {
      soon(() => postMessage.apply(this, message), milliseconds);
    };
  }
}

/** Each test also fails on any request to another host, any error on the console, any uncaught exception. */
export const test = base.extend({
  page: async ({ page, browserName }, use) => {
    const emulate = page.emulateMedia.bind(page);
    // Playwright does not tell Firefox of motion: the program in between (firefox.mjs) is told.
    if (browserName === "firefox") {
      page.emulateMedia = async (wanted) => {
        await emulate(wanted);
        if ("reducedMotion" in wanted) await page.evaluate(`/* heapglass:media reducedMotion=${wanted.reducedMotion ?? "none"} */ 0`);
      };
    }
    if (hesitation) await page.addInitScript(hesitate, hesitation);
    await use(page);
  },
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
    this.root = page.locator(".page");
    this.status = page.locator(".status");
    this.place = page.locator(".place");
    this.output = page.locator(".output-text");
    this.sentence = page.locator(".say");
    this.editor = page.locator(".cm-content");
  }

  /** Opens the page with this program as that of the last visit. */
  async open(program) {
    await this.page.addInitScript((text) => {
      // The empty page before the first one has no storage.
      if (!location.host) return;
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

  /**
   * Looks at each frame until an attribute of the page is this value, or another than it, for ten seconds at most. Only the
   * wait: `expect`, which asks again once in a while and at last once a second, follows. (waitForFunction is against the
   * page's policy.)
   */
  async soon(name, value, another = false) {
    await this.root.evaluate(async (root, [name, value, another]) => {
      const end = performance.now() + 10_000;
      while ((root.getAttribute(name) === value) === another && performance.now() < end) await new Promise(requestAnimationFrame);
    }, [name, value, another]);
  }

  async recorded() {
    await expect(this.status).toHaveText(/^[\d,]+ steps? recorded/);
    await expect(this.place).toHaveText(/^Stop/);
    await this.settled();
  }

  /** Waits until what is on screen is of the text in the editor, and nothing is under way any more. */
  async settled() {
    await heard(this.page);
    await expect(this.root).toHaveAttribute("data-settled", "true");
  }

  /** Waits until everything on the stage stands where the plan over the recording has it. */
  async planned() {
    await this.settled();
    await expect(this.root).toHaveAttribute("data-planned", "true");
  }

  /** Puts a program in the place of the one in the editor, as if it were pasted: browsers insert several lines as text each in a way of their own. */
  async type(program) {
    const before = await this.root.getAttribute("data-edits");
    await this.editor.click();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.editor.evaluate((editor, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const how = { bubbles: true, cancelable: true };
      let paste = new ClipboardEvent("paste", { clipboardData, ...how });
      // Firefox empties what a script has filled, and takes the text itself instead.
      if (!paste.clipboardData?.getData("text/plain")) paste = new ClipboardEvent("paste", { dataType: "text/plain", data: text, ...how });
      editor.dispatchEvent(paste);
    }, program);
    await this.soon("data-edits", before, true);
    // From here on the page is not settled before it has run this text.
    await expect(this.root).not.toHaveAttribute("data-edits", before);
  }

  /** Types a program and runs it without waiting for the pause after which it runs by itself. */
  async run(program) {
    await this.type(program);
    await this.page.keyboard.press("ControlOrMeta+Enter");
    await this.soon("data-settled", "true");
    await this.recorded();
  }

  /** Where the page is, without the marks that a language made for a test has (language.js). */
  async #placed() {
    return (await this.place.textContent()).replaceAll("\u200b", "");
  }

  /** The stop on screen when nothing is under way any more. */
  async stop() {
    await this.settled();
    const text = await this.#placed();
    return Number(/Stop ([\d,]+) of/.exec(text)[1].replaceAll(",", ""));
  }

  /** Presses a key for the page as a whole and waits until another stop is shown. */
  async press(key) {
    await heard(this.page);
    const before = await this.place.textContent();
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.page.keyboard.press(key);
    await expect(this.place).not.toHaveText(before);
  }

  async toLine(number) {
    for (let tries = 0; tries < 300; tries++) {
      if (new RegExp(`line ${number}\\b`).test(await this.#placed())) return;
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
