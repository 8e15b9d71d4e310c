// The window of speaker notes. It follows the page that opened it by a channel whose name stands in the address, and hands
// the presenter's keys over to it. Closing it changes nothing there.

// The page that opened this window knows the language.
const page = (() => {
  try {
    return opener?.say ? opener : null;
  } catch {
    return null;
  }
})();
const say = page?.say ?? ((_, english, ...values) => english.replace(/\{(\d)\}/g, (_, index) => values[index]));

const place = (id) => document.getElementById(id);
const name = decodeURIComponent(location.hash.slice(1));
const channel = new BroadcastChannel(name || "heapglass-notes");
let heard = false;

/** What stands in the document, in the language of the page: texts, tips, and what a screen reader calls its parts. */
function speak() {
  if (page) Object.assign(document.documentElement, { lang: page.document.documentElement.lang, dir: page.document.documentElement.dir });
  document.title = say("notes-title", "Speaker notes – Heapglass");
  place("time").setAttribute("aria-label", say("notes-time", "Time since the beginning"));
  Object.assign(place("pause"), { textContent: say("notes-pause", "Pause"), title: say("notes-pause-title", "Stop the clock, or let it go on") });
  Object.assign(place("again"), { textContent: say("notes-reset", "Reset"), title: say("notes-reset-title", "Set the clock to 0:00") });
  place("name").textContent = say("notes-none-yet", "No bookmark yet");
  const [now, onPage, next] = document.querySelectorAll("section");
  now.setAttribute("aria-label", say("notes-now", "Now"));
  onPage.setAttribute("aria-label", say("notes-on-page", "On the page"));
  onPage.querySelector("h2").textContent = say("notes-next-line", "Next line");
  next.setAttribute("aria-label", say("notes-next-bookmark", "Next bookmark"));
  next.querySelector("h2").textContent = say("notes-next-bookmark", "Next bookmark");
  Object.assign(place("back"), { textContent: say("notes-back", "Back"), title: say("notes-back-title", "Back (Page Up, Left)") });
  Object.assign(place("on"), { textContent: say("notes-on", "On"), title: say("notes-on-title", "On (Page Down, Right)") });
  Object.assign(place("black"), { textContent: say("notes-black", "Black"), title: say("notes-black-title", "The page becomes black, or is shown again (. or B)") });
  document.querySelector("footer p").textContent = say("notes-keys", "The keys of lecture mode work here too.");
}
speak();

channel.onmessage = ({ data }) => {
  let notes;
  try {
    notes = JSON.parse(data);
  } catch {
    return;
  }
  if (typeof notes !== "object" || notes === null) return;
  heard = true;
  // Another language was chosen there meanwhile.
  if (notes.language !== document.documentElement.lang) speak();
  place("name").textContent = notes.name ? (notes.exactly ? notes.name : say("notes-behind", "Behind: {0}", notes.name)) : say("notes-none-yet", "No bookmark yet");
  place("note").textContent = notes.note || (notes.name ? say("notes-empty", "(no note)") : "");
  place("next").textContent = notes.next || say("notes-no-next", "There is none.");
  place("next-note").textContent = notes.next_note;
  place("place").textContent = notes.place;
  place("sentence").textContent = (notes.sentence || "").replaceAll("`", "");
  place("line").textContent = notes.line || say("notes-no-line", "No line is left.");
  place("progress").textContent = notes.progress;
  place("state").textContent = notes.state;
};

const send = (key) => channel.postMessage(`key ${key}`);
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ")) return;
  if (!["PageDown", "PageUp", "ArrowRight", "ArrowLeft", "Enter", ".", "b", "s", "l", "c", "w", "m"].includes(event.key)) return;
  event.preventDefault();
  send(event.key);
});
place("back").onclick = () => send("PageUp");
place("on").onclick = () => send("PageDown");
place("black").onclick = () => send(".");

// The clock: milliseconds that have run, and since when it runs.
let run = 0;
let since = Date.now();
const elapsed = () => run + (since === null ? 0 : Date.now() - since);
const tell = () => {
  const seconds = Math.floor(elapsed() / 1000);
  const two = (value) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  place("time").textContent = `${hours ? `${hours}:${two(Math.floor(seconds / 60) % 60)}` : Math.floor(seconds / 60)}:${two(seconds % 60)}`;
};
setInterval(tell, 250);
place("pause").onclick = () => {
  run = elapsed();
  since = since === null ? Date.now() : null;
  place("pause").textContent = since === null ? say("notes-go-on", "Go on") : say("notes-pause", "Pause");
};
place("again").onclick = () => {
  run = 0;
  since = since === null ? null : Date.now();
  tell();
};

channel.postMessage("there");
setTimeout(() => {
  if (!heard) place("state").textContent = say("notes-alone", "No page tells this window anything: open it with the key | in Heapglass.");
}, 2000);
