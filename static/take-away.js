// What is taken away leaves the page: as a file, as a page of its own, into the clipboard. The page asks by takeAway (boot.js).

/** Pixels on a side that all browsers can draw. */
const MOST_PIXELS = 16_000;
/** Milliseconds each stop of a film is shown. */
const SHOWN = 1_600;
/** Longer films are recorded too slowly to wait for, in stops. */
const MOST_FILMED = 60;

let dropped = 0;

/** Keeps texts in one of these ways; tells a sentence, or null and why not. */
export async function keep(how, name, texts, told, at) {
  if (how === "drop") {
    dropped += 1;
    return;
  }
  const mine = dropped;
  const words = await ways[how]({ name, texts, at, isDropped: () => mine !== dropped });
  if (mine === dropped) told(words);
}

const ways = {
  text({ name, texts: [text] }) {
    save(name, new Blob([text], { type: typeOf(name) }));
    return say("saved", "Saved as {0}.", name);
  },

  async copy({ texts: [text] }) {
    await navigator.clipboard.writeText(text);
    return say("copied", "Copied.");
  },

  open({ texts: [text] }) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/html" }));
    if (!window.open(address)) throw new Error(say("no-tab", "the browser did not let the page open a tab. Save it as HTML instead."));
    return say("opened", "Opened in a tab of its own.");
  },

  async png({ name, texts: [text] }) {
    const image = await imageOf(text);
    const scale = Math.min(2, MOST_PIXELS / image.width, MOST_PIXELS / image.height);
    const canvas = canvasOf(image.width * scale, image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error(say("image-too-large", "this browser could not draw so large an image. Take the SVG."));
    save(name, blob);
    return say("saved-image", "Saved as {0}, {1} by {2} points.", name, canvas.width, canvas.height);
  },

  async webm({ name, texts, isDropped }) {
    if (!globalThis.MediaRecorder || !HTMLCanvasElement.prototype.captureStream) throw new Error(say("no-films", "this browser does not record films. Take the SVG."));
    if (texts.length > MOST_FILMED) throw new Error(say("film-too-long", "a film has at most {0} stops, because it is recorded while it plays. Choose a shorter range, or take the SVG.", MOST_FILMED));
    const images = [];
    for (const text of texts) images.push(await imageOf(text));
    // Both even: most encoders insist.
    const largest = (side) => 2 * Math.ceil(Math.max(...images.map((image) => image[side])) / 2);
    const canvas = canvasOf(Math.min(largest("width"), 4096), Math.min(largest("height"), 4096));
    const pen = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(12), { mimeType: "video/webm", videoBitsPerSecond: 6_000_000 });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((done) => (recorder.onstop = done));
    recorder.start();
    for (const image of images) {
      const until = performance.now() + SHOWN;
      // Drawn again and again: some browsers record only what is drawn.
      while (performance.now() < until && !isDropped()) {
        pen.clearRect(0, 0, canvas.width, canvas.height);
        pen.drawImage(image, 0, 0);
        await new Promise((done) => setTimeout(done, 80));
      }
    }
    recorder.stop();
    await stopped;
    if (isDropped()) return "";
    save(name, new Blob(parts, { type: "video/webm" }));
    return say("saved", "Saved as {0}.", name);
  },

  async offline({ at }) {
    return (await import(at("./static/offline.js"))).keepOffline();
  },

  async forget({ at }) {
    return (await import(at("./static/offline.js"))).forgetOffline();
  },

  async page({ name, texts: [link], at, isDropped }) {
    const { singleFile } = await import(at("./static/single-file.js"));
    const read = async (path) => {
      const answer = await fetch(new URL(path, document.baseURI));
      if (!answer.ok) throw new Error(say("file-not-fetched", "a part of the page could not be fetched ({0}: {1}). Is the network there?", path, answer.status));
      return new Uint8Array(await answer.arrayBuffer());
    };
    const text = await singleFile(read, link, document.documentElement.lang === "en" ? [] : [document.documentElement.lang]);
    if (isDropped()) return "";
    save(name, new Blob([text], { type: "text/html" }));
    return say("saved-page", "Saved as {0}, {1} megabytes. Open it anywhere: it steps without network.", name, (text.length / 1e6).toFixed(1));
  },
};

const TYPES = { svg: "image/svg+xml", html: "text/html", json: "application/json", py: "text/x-python", dot: "text/vnd.graphviz" };
const typeOf = (name) => `${TYPES[name.split(".").at(-1)] ?? "text/plain"};charset=utf-8`;

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function canvasOf(width, height) {
  return Object.assign(document.createElement("canvas"), { width: Math.round(width), height: Math.round(height) });
}

async function imageOf(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    throw new Error(say("image-not-drawn", "this browser could not draw the picture. Take the SVG."));
  }
  return image;
}
