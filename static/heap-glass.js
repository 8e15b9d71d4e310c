// <heap-glass>: a program in a course page that can be looked into. docs/embedding.md tells how it is used.
//
// The element shows the page of Heapglass in a frame, talks with it by messages of which both sides check the origin,
// and sizes itself by what is in it. Without this script the program stands there as text.

{
  const script = document.currentScript?.src ?? document.querySelector('script[src*="heap-glass.js"]').src;
  const site = new URL("../", script);

  /** Attributes that are values of the link (docs/links.md) under the same name. */
  const VALUES = ["codeurl", "example", "lesson", "card", "input", "stop", "line", "object", "layer", "theme", "language", "speed", "panels", "folded", "break", "values", "parts", "range", "hide", "questions"];
  /** Those that name a program, which is not asked for once another was loaded. */
  const PROGRAMS = ["codeurl", "example", "lesson", "card"];
  /** Attributes that are there or not. */
  const SWITCHES = ["readonly", "play", "lecture"];
  /** What the element itself says; the language is the `language` attribute's, else the surrounding page's. The page in the frame has its own words. */
  const words = {
    en: {
      // The frame's name, read aloud, where the author gives none.
      title: "A Python program and its memory",
      noAnswer: "Heapglass did not answer. Is the network there, and does the page’s security policy allow frames from its host?",
      // why: a sentence, by the browser or as below.
      notLoaded: (why) => `The program could not be loaded: ${why}`,
      // The end of that sentence. status: a number, 404; file: its address.
      serverSaid: (status, file) => `the server said ${status} for ${file}.`,
    },
    es: {
      title: "Un programa de Python y su memoria",
      noAnswer: "Heapglass no ha respondido. ¿Hay conexión, y permite la política de seguridad de la página marcos de su servidor?",
      notLoaded: (why) => `No se pudo cargar el programa: ${why}`,
      serverSaid: (status, file) => `el servidor respondió ${status} para ${file}.`,
    },
    zh: {
      title: "一个 Python 程序和它的内存",
      noAnswer: "Heapglass 没有响应。网络是否可用？本页面的安全策略是否允许来自其主机的框架？",
      notLoaded: (why) => `无法加载程序：${why}`,
      serverSaid: (status, file) => `服务器对 ${file} 返回了 ${status}。`,
    },
    hi: {
      title: "एक Python प्रोग्राम और उसकी मेमोरी",
      noAnswer: "Heapglass ने जवाब नहीं दिया। क्या नेटवर्क चालू है, और क्या पेज की सुरक्षा नीति उसके होस्ट के फ़्रेम की अनुमति देती है?",
      notLoaded: (why) => `प्रोग्राम लोड नहीं हो सका: ${why}`,
      serverSaid: (status, file) => `${file} के लिए सर्वर ने ${status} कहा।`,
    },
    ar: {
      title: "برنامج بايثون وذاكرته",
      noAnswer: "لم يُجب Heapglass. هل الشبكة متاحة، وهل تسمح سياسة أمان الصفحة بإطارات من مضيفه؟",
      notLoaded: (why) => `تعذّر تحميل البرنامج: ${why}`,
      serverSaid: (status, file) => `أجاب الخادم بالرمز ${status} عن ${file}.`,
    },
  };
  /** The words for an element. */
  function wordsOf(element) {
    const wish = element.getAttribute("language") || element.closest("[lang]")?.lang || "en";
    return words[wish.toLowerCase().split("-")[0]] ?? words.en;
  }

  /** From this width on, in CSS pixels, the page fills the frame it is given. */
  const WIDE = 760;
  /** Milliseconds until a frame that says nothing is thought to be lost. */
  const PATIENCE = 30_000;

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { display: block; margin-block: 1em; }
    :host([hidden]) { display: none; }
    iframe { display: block; width: 100%; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 6px; color-scheme: normal; }
    .problem { font: 0.9em/1.5 system-ui, sans-serif; margin: 0.5em 0; padding: 0.5em 0.8em; border-inline-start: 3px solid #b3261e; }
  `);

  const encoded = (text) => encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

  /** A program as it was written into HTML: without the empty lines around it and the indentation that all lines have. */
  function programOf(text) {
    const lines = text.replace(/^\s*\n/, "").trimEnd().split("\n");
    const widths = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
    const width = Math.min(...widths, 200);
    return `${lines.map((line) => line.slice(Math.min(width, line.length))).join("\n")}\n`;
  }

  class HeapGlass extends HTMLElement {
    static observedAttributes = ["src", "height", "title", ...VALUES, ...SWITCHES];

    #frame = null;
    #seen = null;
    #waiting = null;
    #ready = null;
    #answers = new Map();
    #number = 0;
    #program = null;

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [style];
    }

    connectedCallback() {
      addEventListener("message", this);
      // The page around is laid out once: the room that the frame will take is there before it.
      const room = document.createElement("div");
      room.style.minHeight = this.#height();
      room.append(document.createElement("slot"));
      this.shadowRoot.replaceChildren(room);
      // An element below the fold costs nothing until it is near.
      this.#seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#begin(), { rootMargin: "300px" });
      this.#seen.observe(this);
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      this.#seen?.disconnect();
      clearTimeout(this.#waiting);
      this.#frame?.remove();
      this.#frame = null;
      this.#ready = null;
    }

    attributeChangedCallback(name) {
      if (!this.#frame) return;
      if (name === "height") this.#frame.style.height = this.#height();
      else if (name === "title") this.#frame.title = this.#title();
      else this.#follow();
    }

    /** Shows another program; resolves when it is recorded. */
    async load(program) {
      this.#program = program;
      return this.#ask("load", { link: await this.#link() });
    }

    /** Goes to a stop (a number, `"last"`), or to a line: `{ line, time }`. Resolves with where that is. */
    seek(place) {
      return this.#ask("seek", typeof place === "object" ? place : { stop: place });
    }

    /** Steps follow one another by themselves, or no longer. */
    play(on = true) {
      return this.#ask("play", { on });
    }

    /** Where the page is: `{ stop, stops, line, function, sentence, output, link }`. */
    state() {
      return this.#ask("state", {});
    }

    #begin() {
      if (this.#frame) return;
      this.#seen?.disconnect();
      this.#frame = document.createElement("iframe");
      this.#frame.title = this.#title();
      this.#frame.allow = "clipboard-write; fullscreen";
      this.#frame.style.height = this.#height();
      this.#ready = Promise.withResolvers?.() ?? resolvers();
      this.#ready.promise.catch(() => {});
      this.#waiting = setTimeout(() => this.#fail(wordsOf(this).noAnswer), PATIENCE);
      this.shadowRoot.replaceChildren(this.#frame);
      this.#follow();
    }

    async #follow() {
      try {
        const link = await this.#link();
        if (this.#frame) this.#frame.src = `${new URL("index.html", site)}#${link}`;
      } catch (problem) {
        this.#fail(wordsOf(this).notLoaded(problem.message));
      }
    }

    /** What the attributes say, as a link. */
    async #link() {
      const pairs = [];
      const source = this.getAttribute("src");
      if (this.#program !== null) {
        pairs.push(["code", this.#program]);
      } else if (source) {
        const answer = await fetch(new URL(source, document.baseURI));
        if (!answer.ok) throw new Error(wordsOf(this).serverSaid(answer.status, source));
        pairs.push(["code", await answer.text()]);
      } else if (!["codeurl", "example", "lesson"].some((name) => this.hasAttribute(name))) {
        pairs.push(["code", programOf(this.textContent)]);
      }
      for (const name of VALUES) {
        const replaced = this.#program !== null && PROGRAMS.includes(name);
        if (this.hasAttribute(name) && !replaced) pairs.push([name, this.getAttribute(name)]);
      }
      // Questions of the page's author, as fields in a template.
      const own = [...this.querySelectorAll("template.predict")].map((template) => template.content.textContent.trim());
      if (own.length) pairs.push(["ask", own.join("\n\n")]);
      if (own.length && !this.hasAttribute("questions")) pairs.push(["questions", "own"]);
      for (const name of SWITCHES) {
        if (this.hasAttribute(name)) pairs.push([name, this.getAttribute(name) || "1"]);
      }
      if (!this.hasAttribute("parts")) pairs.push(["parts", "code,output,sentence,stage,details"]);
      pairs.push(["host", location.origin]);
      return pairs.map(([name, value]) => `${name}=${encoded(value)}`).join("&");
    }

    #height() {
      const given = this.getAttribute("height");
      return given ? (/^\d+$/.test(given) ? `${given}px` : given) : "520px";
    }

    #title() {
      return this.getAttribute("title") || wordsOf(this).title;
    }

    #fail(why) {
      clearTimeout(this.#waiting);
      this.#ready?.reject(new Error(why));
      const problem = document.createElement("p");
      problem.className = "problem";
      problem.setAttribute("role", "alert");
      problem.textContent = why;
      this.shadowRoot.replaceChildren(document.createElement("slot"), problem);
      this.#frame = null;
    }

    async #ask(what, details) {
      this.#begin();
      await this.#ready.promise;
      const number = (this.#number += 1);
      return new Promise((resolve) => {
        this.#answers.set(number, resolve);
        this.#frame?.contentWindow.postMessage({ heapglass: what, number, ...details }, site.origin);
      });
    }

    handleEvent({ data, origin, source }) {
      if (origin !== site.origin || !this.#frame || source !== this.#frame.contentWindow || typeof data?.heapglass !== "string") return;
      const { heapglass: what, number, ...detail } = data;
      if (what === "here") {
        // A page that is there says itself what else goes wrong, and a program may run for long.
        clearTimeout(this.#waiting);
        return;
      }
      if (what === "answer-to") {
        this.#answers.get(number)?.(detail);
        this.#answers.delete(number);
        return;
      }
      if (what === "ready") {
        clearTimeout(this.#waiting);
        this.#ready.resolve();
      }
      if (what === "height" && !this.hasAttribute("height") && this.#frame.clientWidth < WIDE) this.#frame.style.height = `${Math.min(Math.max(detail.pixels, 240), 1600)}px`;
      this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
    }
  }

  function resolvers() {
    const made = {};
    made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
  }

  if (!customElements.get("heap-glass")) customElements.define("heap-glass", HeapGlass);
}
