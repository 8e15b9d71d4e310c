// The languages of the page. But for one test none of these is a real one: they are made of the English messages (language.js), so what they show holds for all.
import { readFileSync, readdirSync } from "node:fs";
import { english, inBrackets, speaks, withMarks, MARK } from "./language.js";
import { expect, heard, test, violations } from "./page.js";
import { SCENES, key, through } from "./scenes.js";

const PROGRAM = "a = [1, 2]\nb = a\nb.append(3)\nprint(a)\n";
const at = (more) => `./#code=${encodeURIComponent(PROGRAM)}&${more}`;
const root = (page) => page.locator("html");
const settled = async (page) => {
  await heard(page);
  await expect(page.locator(".page")).toHaveAttribute("data-settled", "true", { timeout: 30_000 });
};

test("a link's language is that of the page and of the engine, from the first picture on", async ({ page, heapglass }) => {
  await speaks(page, { es: inBrackets() });
  await page.addInitScript(() => {
    globalThis.seen = [];
    new MutationObserver(() => {
      const shown = document.querySelector(".layers")?.textContent;
      if (shown && globalThis.seen.at(-1) !== shown) globalThis.seen.push(shown);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(at("stop=3&language=es"));
  await settled(page);
  await expect(root(page)).toHaveAttribute("lang", "es");
  await expect(root(page)).toHaveAttribute("dir", "ltr");
  await expect(heapglass.sentence).toContainText("⟦");
  await expect(heapglass.place).toContainText("⟦Stop ⟧3⟦ of ⟧");
  expect((await page.evaluate(() => globalThis.seen)).filter((words) => !words.includes("⟦")), "drawn in English first").toEqual([]);
});

/** The text of a message as it stands in a language's file, in pieces between its variables. */
function piecesOf(code, topic, name) {
  const file = new URL(`../../crates/words/messages/${code}/${topic}.ftl`, import.meta.url);
  const text = new RegExp(`^${name} = (.*)$`, "m").exec(readFileSync(file, "utf8"))[1];
  return text.split(/`?\{[^}]*\}`?/).map((piece) => piece.trim()).filter((piece) => piece !== "");
}

test("each language that has a folder is spoken by the page and by the engine", async ({ page, heapglass }) => {
  for (const code of readdirSync(new URL("../../crates/words/messages", import.meta.url))) {
    await page.goto("about:blank");
    await page.goto(at(`stop=3&language=${code}`));
    await settled(page);
    await expect(root(page)).toHaveAttribute("lang", code);
    for (const piece of piecesOf(code, "narration", "holds-at")) await expect(heapglass.sentence, code).toContainText(piece);
    for (const piece of piecesOf(code, "controls", "step")) await expect(page.locator(".controls"), code).toContainText(piece);
  }
});

test("an editor that comes after the language was changed is the one of that language", async ({ page, heapglass }) => {
  const held = [];
  await page.route(/\/editor-[^/]*\.js/, (route) => held.push(route));
  await page.goto(at("stop=3"));
  await expect.poll(() => held.length).toBe(1);
  await expect(page.locator(".editor-before")).toContainText("b.append(3)");
  await key(page, '"');
  await page.locator("#language").selectOption("es");
  await expect(root(page)).toHaveAttribute("lang", "es");
  await held[0].continue();
  await expect(heapglass.editor).toHaveCount(1);
  await expect(heapglass.editor).toContainText("b.append(3)");
});

test("a language that is chosen keeps the program, the moment and the bookmarks, and is remembered", async ({ page, heapglass }) => {
  await speaks(page, { es: inBrackets(), ar: inBrackets() });
  await page.goto(at("stop=3&mark=1:One"));
  await settled(page);
  await expect(heapglass.place).toContainText("Stop 3 of");
  const sentence = await heapglass.sentence.textContent();
  await key(page, '"');
  const choice = page.locator("#language");
  expect(await choice.locator("option").allTextContents()).toEqual(["English", "Español", "العربية"]);
  await expect(choice.locator("option").nth(2)).toHaveAttribute("lang", "ar");
  await choice.selectOption("es");
  await expect(root(page)).toHaveAttribute("lang", "es");
  await settled(page);
  await expect(page.locator("#view-menu")).toBeFocused();
  await expect(heapglass.place).toContainText("⟦Stop ⟧3⟦ of ⟧");
  await expect(heapglass.sentence).toContainText("⟦");
  await expect(heapglass.editor).toContainText("b.append(3)");
  await expect(page.locator(".flags .flag")).toHaveCount(1);
  // A link that is made now says the language; one that was made before did not.
  await key(page, "5");
  await expect(page).toHaveURL(/language=es/);
  // By its command, under its own name, back to English: nothing was lost on the way.
  await key(page, "Control+k");
  await page.keyboard.type("english");
  await page.keyboard.press("Enter");
  await expect(root(page)).toHaveAttribute("lang", "en");
  await settled(page);
  await expect(heapglass.place).toContainText("Stop 3 of");
  await expect(heapglass.sentence).toHaveText(sentence);
  // Remembered in the next visit.
  await key(page, '"');
  await choice.selectOption("ar");
  await expect(root(page)).toHaveAttribute("dir", "rtl");
  await page.goto("about:blank");
  await page.goto("./");
  await settled(page);
  await expect(root(page)).toHaveAttribute("lang", "ar");
});

test("what stays on the page is in the language that is chosen later: a remark, an alternative, an exercise that was checked", async ({ page }) => {
  await speaks(page, { es: inBrackets() });
  await page.goto(at("stop=1"));
  await settled(page);
  const choose = async (name) => {
    await key(page, "Control+k");
    await expect(page.locator(".palette input")).toBeFocused();
    await page.keyboard.type(name);
    await expect(page.locator(".palette [role=option]").first()).toContainText(new RegExp(`Language|${name}`, "i"));
    await page.keyboard.press("Enter");
  };
  await key(page, "Shift+X");
  await page.locator(".exercise .predict-on").click();
  const checked = page.locator(".exercise-result li").first();
  await expect(checked).toContainText("`a` points at list #1.".replaceAll("`", ""));
  await key(page, "r");
  await expect(page.locator(".remark")).toHaveText("Select an object first.");
  await choose("espanol");
  await expect(root(page)).toHaveAttribute("lang", "es");
  await settled(page);
  await expect(page.locator(".remark")).toHaveText("⟦Select an object first.⟧");
  await expect(checked).toContainText("⟦");
  await key(page, "9");
  await expect(page.locator(".alternative")).toContainText("⟦A full collection has run: it found ⟧0");
  await choose("english");
  await expect(root(page)).toHaveAttribute("lang", "en");
  await expect(page.locator(".alternative")).toContainText("A full collection has run: it found 0 objects");
});

test("what is put into a sentence from right to left keeps its direction, and what is kept as data has no signs for it", async ({ page, heapglass }) => {
  await speaks(page, { ar: withMarks() });
  await page.goto(at("stop=1&language=ar"));
  await settled(page);
  expect(await heapglass.sentence.textContent()).toContain("now names \u2068list #1\u2069");
  expect(await heapglass.editor.textContent()).not.toMatch(/[\u2066-\u2069]/);
  await key(page, "6");
  await expect(page.locator(".flags .flag")).toHaveCount(1);
  await key(page, "5");
  await expect(page).toHaveURL(/mark=1/);
  expect(decodeURIComponent(page.url())).not.toMatch(/[\u2066-\u2069]/);
});

test("a first visitor gets the language that the browser prefers, if there is one", async ({ page }) => {
  await speaks(page, { es: inBrackets() });
  await page.addInitScript(() => Object.defineProperty(navigator, "languages", { get: () => ["de-AT", "es-MX", "en"] }));
  await page.goto("./");
  await settled(page);
  await expect(root(page)).toHaveAttribute("lang", "es");
  // What was not chosen is not said in a link.
  await page.keyboard.press("Escape");
  await key(page, "5");
  await expect(page).toHaveURL(/#v=2/);
  expect(page.url()).not.toContain("language=");
});

for (const [what, file, words] of [
  ["cannot be read", "{", "The messages of Español cannot be read"],
  ["is of another build", JSON.stringify({ ...english(), print: "0123456789abcdef" }), "The messages of Español belong to another version of the page."],
  ["is not there", null, "The messages of Español could not be fetched."],
]) {
  test(`a file of messages that ${what} leaves the page in English, with a sentence`, async ({ page }) => {
    await speaks(page, { es: file });
    await page.goto(at("language=es"));
    await settled(page);
    await expect(root(page)).toHaveAttribute("lang", "en");
    await expect(page.locator(".controls")).toContainText(words);
    await expect(page.locator(".controls")).toContainText("The page is in English.");
    await expect(page.locator(".place")).toHaveText(/^Stop 0 of/);
  });
}

test("from right to left the page is mirrored, but not code, drawings and time", async ({ page, heapglass }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await speaks(page, { ar: withMarks() });
  await page.goto(at("stop=4&layer=allocator&language=ar"));
  await settled(page);
  await expect(root(page)).toHaveAttribute("dir", "rtl");
  const left = async (selector) => (await page.locator(selector).first().boundingBox()).x;
  expect(await left(".left")).toBeGreaterThan(await left(".right"));
  expect(await left("[aria-label^='Step back']")).toBeLessThan(await left(".control.primary"));
  await expect(heapglass.editor).toBeVisible();
  for (const selector of [".cm-editor", ".stage", ".strip-box", ".map-canvas", ".timeline input", ".buttons"]) {
    await expect(page.locator(selector).first(), selector).toHaveCSS("direction", "ltr");
  }
  for (const [width, height] of [[1440, 900], [390, 844], [640, 420]]) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `beyond a window of ${width}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await violations(page)).toEqual([]);
  // The border of the program's panel goes where the pointer goes.
  const border = page.getByRole("separator", { name: /Program/ }).first();
  const [before, { x, y, width }] = [await border.getAttribute("aria-valuenow"), await border.boundingBox()];
  await page.mouse.move(x + width / 2, y + 100);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 60, y + 100, { steps: 4 });
  await page.mouse.up();
  expect(Number(await border.getAttribute("aria-valuenow"))).toBe(Number(before) + 60);
});

test("the element of a course page hands its language on", async ({ page }) => {
  await page.goto("/course.html");
  await page.locator("#text").evaluate((element) => element.setAttribute("language", "ar"));
  await expect.poll(() => page.locator("#text").evaluate((element) => element.shadowRoot.querySelector("iframe")?.src ?? "")).toContain("language=ar");
});

/** What is seen or said without coming from a message: texts, names and tips with letters that no mark stands behind. */
const leftOver = (page, root) => page.evaluate(([part, mark]) => {
  // Python's words, the program's, what its author wrote, and names. Lessons are written by people, each in a language of its own.
  const OWN = "code, pre, kbd, samp, bdi, option[lang], [translate=no], .cm-editor, .output-text, .graph :is(.type, .val, .key, .frame-title), .field, .brand, .version, .lesson-card, .lesson-ask, .lesson-list, .lesson h2";
  const OBJECT = /^([\w.<>]+ #[−\d]+|(class|module) [\w.]+( #[−\d]+)?)$/;
  const TYPE = /^\w+$/;
  const BOOKMARK = /^(Two names|The list grows)$/;
  const found = new Set();
  const look = (text, element, where, follows = "") => {
    const rest = text.slice(text.lastIndexOf(mark) + 1).trim();
    if (!/\p{L}{2}/u.test(rest.replace(/0x[0-9a-f]+/g, "")) || follows.includes(mark)) return;
    if (OBJECT.test(rest) || BOOKMARK.test(rest) || (element.closest(".link, .map-legend") && TYPE.test(rest))) return;
    if (where === "title" && element.matches("code")) return;
    found.add(`${where} of ${element.closest("[class]")?.getAttribute("class")?.split(" ")[0] ?? element.localName}: ${rest.slice(0, 90)}`);
  };
  /** What stands behind a piece of a sentence that an element divides: code, a key, a button. */
  const behind = (node) => {
    let [text, divided] = ["", false];
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      divided ||= next.nodeType === Node.ELEMENT_NODE;
      text += next.textContent;
    }
    return divided ? text : "";
  };
  const start = document.querySelector(part ?? "html") ?? document.documentElement;
  const walker = document.createTreeWalker(start, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (element.closest("head, script, style, template, noscript") || !element.checkVisibility()) continue;
    if (node.nodeType === Node.TEXT_NODE) {
      if (!element.closest(OWN)) look(node.data, element, "text", behind(node));
    } else {
      for (const name of ["aria-label", "title", "placeholder", "aria-valuetext", "alt"]) if (element.hasAttribute(name)) look(element.getAttribute(name), element, name);
    }
  }
  return [...found];
}, [root, MARK]);

for (const group of SCENES) {
  test(`every word comes from a message: ${group.program}`, async ({ page, heapglass }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await speaks(page, { es: withMarks() }, "es");
    expect(await through(group, heapglass, ({ root }) => leftOver(page, root))).toEqual({});
    // And a word that comes from nowhere would be found.
    await page.locator("main").evaluate((main) => main.append(Object.assign(document.createElement("p"), { textContent: "Some words", title: "A tip" })));
    expect(await leftOver(page)).toEqual(["title of page: A tip", "text of page: Some words"]);
  });
}
