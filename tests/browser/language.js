// Languages made of the English messages, for the specs: the page gets them in the place of a language's file.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = (path) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");

/** English as the build wrote it: `{ print, scripts, topics }`. */
export const english = () => JSON.parse(built("js/dist/english.json"));

/** Stands behind each sentence of a language that is made for a test. Nobody sees it, and neither does Playwright where it compares text. */
export const MARK = "\u200b";

const hasLetters = (text) => /\p{L}/u.test(text);

/** A message with each of its texts changed. */
const changed = (pieces, change) => pieces.map((piece) => {
  if (typeof piece === "string") return hasLetters(piece) ? change(piece) : piece;
  return piece.cases ? { ...piece, cases: piece.cases.map(([key, text]) => [key, changed(text, change)]) } : piece;
});

/** A message with a mark behind it. */
const marked = (pieces) => {
  const last = pieces.at(-1);
  if (last?.cases) return [...pieces.slice(0, -1), { ...last, cases: last.cases.map(([key, text]) => [key, marked(text)]) }];
  return [...pieces, MARK].reduce((all, piece) => (typeof piece === "string" && typeof all.at(-1) === "string" ? [...all.slice(0, -1), all.at(-1) + piece] : [...all, piece]), []);
};

/** The text of a language's file whose messages are the English ones, each changed by `how`. */
export function made(how) {
  const { print, scripts, topics } = english();
  const all = (messages) => Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, how(message)]));
  const lists = Object.fromEntries(Object.entries(topics).map(([name, list]) => [name, list.map(how)]));
  return JSON.stringify({ print, scripts: all(scripts), topics: lists });
}

/** Each piece in brackets: what has none on the page did not come from a message. */
export const inBrackets = () => made((pieces) => changed(pieces, (text) => `⟦${text}⟧`));

/** English with an invisible mark behind each message. */
export const withMarks = () => made(marked);

/** The page speaks this language from its first picture on: these files, by code, are what there is beside English. */
export async function speaks(page, files, chosen) {
  const codes = Object.keys(files).join(" ");
  const index = built("dist/index.html").replace(/ data-languages="?[^">]*"?/, ` data-languages="${codes}"`);
  await page.route(/\/heapglass\/(index\.html)?(\?.*)?(#.*)?$/, (route) => route.fulfill({ status: 200, contentType: "text/html", body: index }));
  for (const [code, file] of Object.entries(files)) {
    await page.route(new RegExp(`/messages/${code}\\.json`), (route) => route.fulfill(file === null ? { status: 404, body: "" } : { status: 200, contentType: "application/json", body: file }));
  }
  if (chosen) {
    await page.addInitScript((code) => {
      if (location.host && !localStorage.getItem("heapglass.language")) localStorage.setItem("heapglass.language", JSON.stringify(code));
    }, chosen);
  }
}
