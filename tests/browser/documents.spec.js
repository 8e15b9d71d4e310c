// What the documents show is done as it stands there: their examples are read from their text.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect, test } from "./page.js";
import { test as plain } from "@playwright/test";

const port = process.env.PORT ?? "8123";
const site = `http://127.0.0.1:${port}/some/course/heapglass/`;
const text = (name) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), "utf8");

/** The fenced blocks of a document that are of a kind and have this in them, with the address of this copy in place of the documents'. */
function blocks(name, kind, within = "") {
  const found = [...text(name).matchAll(new RegExp(`^(\`{3,})${kind}\\n(.*?)^\\1$`, "gms"))].map((block) => block[2]);
  const fitting = found.filter((block) => block.includes(within)).map((block) => block.replaceAll("https://example.org/heapglass/", site));
  expect(fitting, `blocks ${kind} in docs/${name}.md with ${within}`).not.toEqual([]);
  return fitting;
}
const block = (...which) => blocks(...which)[0];

/** The course page, and its server: localhost is another host than 127.0.0.1. */
let served = { body: "", headers: {} };
const server = createServer((_, response) => {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A course page</title><link rel="icon" href="data:,">${served.body}</html>`;
  response.writeHead(200, { "content-type": "text/html", ...served.headers }).end(html);
});
test.beforeAll(() => new Promise((listens) => server.listen(0, "127.0.0.1", listens)));
test.afterAll(() => server.close());
const around = () => `http://localhost:${server.address().port}`;

/** Opens a course page with this in it. */
async function course(tab, body, headers = {}) {
  served = { body, headers };
  await tab.goto(`${around()}/`);
}

plain("embedding.md: the tag shows its program, and the methods do what stands behind them", async ({ page }) => {
  await course(page, block("embedding", "html", "<script"));
  await expect(page.frameLocator("iframe").locator(".place")).toContainText("line 3");
  const state = await page.evaluate(`(async () => { ${block("embedding", "js", "glass.seek")} return { stop, stops, line, sentence, output, link, problem }; })()`);
  expect(state).toMatchObject({ line: expect.any(Number), output: "", problem: null, sentence: expect.any(String) });
  expect(state.stops).toBeGreaterThan(state.stop);
  expect(state.link).toContain("code=a%20%3D%201%0Ab%20%3D%20a%0A");
});

plain("embedding.md: a question of one's own is asked at its line, and says why an answer is wrong", async ({ page }) => {
  const script = `<script src="${site}static/heap-glass.js" defer></script>`;
  await course(page, script + block("embedding", "html", "<template"));
  const frame = page.frameLocator("iframe");
  // A mouse of WebDriver BiDi misses what is in a frame of another host.
  const press = (button) => button.evaluate((element) => element.click());
  await expect(frame.locator(".place")).toContainText("Stop 0");
  for (const line of [2, 3, 4]) {
    await press(frame.getByRole("button", { name: "Step", exact: true }));
    await expect(frame.locator(".place")).toContainText(`line ${line}`);
  }
  await press(frame.getByRole("button", { name: /^.? ?\[1, 2\]$/ }));
  await expect(frame.locator("body")).toContainText("had copied the list");
});

plain("embedding.md: the plain frame shows its program, and messages go both ways", async ({ page }) => {
  const shown = block("embedding", "html", "<iframe").replace("&amp;code", `&amp;host=${around()}&amp;code`);
  await course(page, `${shown}<script>${block("embedding", "js", "postMessage")}</script>`);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator(".cm-content")).toContainText("a = []");
  await expect(frame.locator(".bar")).toHaveCount(0);
  await expect(frame.locator(".place")).toContainText("the end");
  const messages = [...text("embedding").matchAll(/^\| `(\{heapglass: .*\})` \|/gm)].map((row) => row[1]);
  expect(messages).toHaveLength(4);
  for (const message of messages) {
    const answer = await page.evaluate(`new Promise((tell) => {
      const asked = ${message};
      addEventListener("message", ({ data }) => data.heapglass === "answer-to" && data.number === asked.number && tell(data));
      say(asked);
    })`);
    expect(answer, message).toMatchObject({ stop: expect.any(Number), problem: null });
  }
  await expect(frame.locator(".cm-content")).toContainText("a = 1");
});

plain("embedding.md: the policy lets the tag work, and nothing of it is refused", async ({ page }) => {
  const policy = block("embedding", "text", "Content-Security-Policy").replaceAll("https://example.org", new URL(site).origin);
  const refused = [];
  page.on("console", (message) => message.type() === "error" && message.text().includes("Security Policy") && !message.text().includes("data:,") && refused.push(message.text()));
  await course(page, block("embedding", "html", "<script"), { "content-security-policy": policy.split(":").slice(1).join(":").trim() });
  await expect(page.frameLocator("iframe").locator(".place")).toContainText("line 3");
  expect(refused).toEqual([]);
});

plain("embedding.md: without the script the program stands in the page line by line", async ({ page }) => {
  const tag = block("embedding", "html", "<script").replace(/<script.*<\/script>/, "");
  await course(page, `<style>${block("embedding", "css")}</style>${tag}`);
  expect(await page.evaluate(() => document.querySelector("heap-glass").innerText.trim())).toBe("a = [1, 2]\nb = a\nb.append(3)");
});

plain("a program put in that does not compile is answered with why, and in an element that named an example too", async ({ page }) => {
  await course(page, `<script src="${site}static/heap-glass.js" defer></script><heap-glass example="closure"></heap-glass>`);
  await expect(page.frameLocator("iframe").locator(".place")).toContainText("Stop 0");
  const load = (program) => page.evaluate((program) => document.querySelector("heap-glass").load(program), program);
  expect(await load("mine = = 1\n")).toMatchObject({ problem: "Line 1: SyntaxError: invalid syntax" });
  expect(await load("mine = 1\n")).toMatchObject({ problem: null, link: expect.stringContaining("code=mine") });
  await expect(page.frameLocator("iframe").locator(".cm-content")).toContainText("mine = 1");
});

plain("a frame that is there is not given up though its program runs for long", async ({ page }) => {
  await page.addInitScript(() => {
    // No program is ever ready, and the test decides when half a minute is over.
    addEventListener("message", (event) => event.data?.heapglass === "ready" && event.stopImmediatePropagation(), true);
    const { setTimeout, clearTimeout } = window;
    let patience = 0;
    window.setTimeout = (does, after, ...rest) => {
      const number = setTimeout(does, after, ...rest);
      if (after === 30_000) [patience, window.giveUp] = [number, does];
      return number;
    };
    window.clearTimeout = (number) => {
      if (number === patience) window.giveUp = () => {};
      clearTimeout(number);
    };
  });
  await course(page, block("embedding", "html", "<script"));
  await expect(page.frameLocator("iframe").locator(".place")).toContainText("line 3");
  await page.evaluate(() => window.giveUp());
  await expect(page.frameLocator("iframe").locator(".place")).toContainText("line 3");
});

test("links.md: the link opens its program before its line, in its layer", async ({ page, heapglass }) => {
  await page.goto(block("links", "text").trim());
  await heapglass.recorded();
  await expect(heapglass.place).toContainText("line 3");
  await expect(page.getByRole("button", { name: "Objects" })).toHaveAttribute("aria-pressed", "true");
  await expect(heapglass.editor).toContainText("b.append(3)");
});

test("links.md: a program compressed by the function that stands there opens", async ({ page, heapglass }) => {
  await page.goto("./");
  const program = "word = 'größe ✓'\nprint(word)\n";
  const packed = await page.evaluate(`(() => { ${block("links", "js")} return packed(${JSON.stringify(program)}); })()`);
  await page.goto(`./#z=${packed}&stop=last`);
  await heapglass.recorded();
  await expect(heapglass.output).toHaveText("größe ✓\n");
});

test("links.md: the page knows every name and every example, and opens the lesson that is named", async ({ page, heapglass }) => {
  const names = [...text("links").matchAll(/^\| (`[a-z`, ]+`) \|/gm)].flatMap((row) => [...row[1].matchAll(/[a-z]+/g)].map(([name]) => name));
  expect(names.length).toBeGreaterThan(25);
  const values = names.filter((name) => !["code", "z", "codeurl", "example", "lesson"].includes(name)).map((name) => `${name}=?`);
  await page.goto(`./#code=a%20%3D%201&shape=round&${values.join("&")}`);
  await heapglass.recorded();
  const remark = page.locator(".remark");
  await expect(remark).toContainText("The link says shape, which this page does not know.");
  expect((await remark.textContent()).match(/The link says [a-z]+, which this page does not know\./g)).toHaveLength(1);
  const [, examples] = text("links").match(/the name of an example: (.*) \|/);
  for (const [, example] of examples.matchAll(/`([a-z_]+)`/g)) {
    await page.goto("about:blank");
    await page.goto(`./#example=${example}`);
    await heapglass.recorded();
    await expect(remark).toBeEmpty();
  }
  const [, lesson] = text("links").match(/without `.md`, such as `([^`]+)`/);
  await page.goto("about:blank");
  await page.goto(`./#lesson=${lesson}&card=2`);
  await expect(page.getByRole("region", { name: "Lesson" })).toContainText("2 of");
});

test("lessons.md: the lesson stands in the list by its row, and can be gone through", async ({ page, heapglass }) => {
  await page.route("**/lessons/index.json", (route) => route.fulfill({ contentType: "application/json", body: `[${block("lessons", "json")}]` }));
  await page.route("**/lessons/my-lesson.md", (route) => route.fulfill({ contentType: "text/markdown", body: block("lessons", "markdown") }));
  await heapglass.openRecorded("mine = 1\n");
  await page.getByRole("button", { name: "Lessons" }).click();
  await page.getByRole("dialog", { name: "Lessons" }).getByRole("button", { name: "The default that remembers" }).click();
  const lesson = page.getByRole("region", { name: "Lesson" });
  await expect(lesson).toContainText("1 of 5");
  await expect(heapglass.place).toContainText("line 5");
  for (const place of ["line 6", "line 7"]) {
    await lesson.getByRole("button", { name: "Next" }).click();
    await expect(heapglass.place).toContainText(place);
  }
  await lesson.getByRole("button", { name: "[1]", exact: true }).click();
  await expect(lesson.getByRole("status")).toContainText("a list of its own");
  await lesson.getByRole("button", { name: "Next" }).click();
  await lesson.getByRole("button", { name: "Make this change" }).click();
  await expect(heapglass.editor).toContainText("second = add(2, [])");
  await lesson.getByRole("button", { name: "Next" }).click();
  await expect(lesson).toContainText("f().append(1)");
});

test("a lesson with a mistake that a link names says where, and the page works", async ({ page, heapglass }) => {
  const wrong = block("lessons", "markdown").replace("at: second = add(2)", "at: second = add(3)");
  await page.route("**/lessons/my-lesson.md", (route) => route.fulfill({ contentType: "text/markdown", body: wrong }));
  await page.goto("./#lesson=my-lesson");
  await heapglass.recorded();
  const line = wrong.split("\n").indexOf("at: second = add(3)") + 1;
  await expect(page.locator(".remark")).toContainText(`a mistake in line ${line}.`);
});
