// The end of the worker's file, behind what wasm-bindgen wrote (js/split.mjs makes a function of that): starts an engine for a
// page, or one for each of the frames that share this worker; brings the rest of the engine in the background, or at once when it
// is called for.
{
  // How long until it is fetched again if it did not come, in milliseconds.
  const AGAIN = 3_000;

  /** Files that were fetched, compiled: those under way by their addresses, and those that are there. */
  const coming = new Map();
  const there = new Map();

  const fetched = (address) => {
    if (!coming.has(address)) {
      const file = fetch(address).then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        there.set(address, await WebAssembly.compile(await response.arrayBuffer()));
        return there.get(address);
      });
      // Who comes next tries again.
      file.catch(() => coming.delete(address));
      coming.set(address, file);
    }
    return coming.get(address);
  };

  /**
   * Starts an engine that talks with the page behind `port`. `module` is its first file, compiled, `rest` the address of the second and
   * `whole` that file, compiled, where it is there already; `lost` are the engine's last words where it does not come, in the
   * language of the page. `guarded` wraps whatever calls into the engine.
   */
  const start = async (port, { module, rest, whole, lost }, guarded) => {
    let engine;
    const put = (compiled) => {
      if (engine.ready.value) return;
      new WebAssembly.Instance(compiled, { e: engine });
      engine.ready.value = 1;
    };
    const bindings = engineWith({
      tellPage: (text) => port.postMessage(text),
      hearPage: (heard) => {
        port.onmessage = guarded(({ data }) => heard(data));
      },
      setTimeout: (work, milliseconds) => self.setTimeout(guarded(work), milliseconds),
      bringRest: () => {
        if (engine.ready.value) return;
        if (whole || there.has(rest)) {
          put(whole || there.get(rest));
          return;
        }
        try {
          const request = new XMLHttpRequest();
          request.open("GET", rest, false);
          request.responseType = "arraybuffer";
          request.send();
          if (request.status !== 200) throw new Error(`status ${request.status}`);
          put(new WebAssembly.Module(request.response));
        } catch (problem) {
          // The engine cannot go on from here: these are its last words.
          port.postMessage(JSON.stringify({ Died: { message: lost } }));
          throw problem;
        }
      },
      bringRestLater: async (done) => {
        while (!engine.ready.value) {
          try {
            put(whole || await fetched(rest));
          } catch {
            await new Promise((again) => self.setTimeout(again, AGAIN));
          }
        }
        guarded(done)();
      },
    });
    // The engine says that it is ready while it starts, so what it calls must be there before.
    engine = await bindings({ module_or_path: module });
    // Until the page asks: its messages come in between.
    for (let part = 0; bindings.warmUp(part); part++) await new Promise((done) => self.setTimeout(done));
  };

  self.onmessage = ({ data }) => {
    self.onmessage = null;
    start(self, data, (work) => work);
  };

  // The frames of a site on one page share this worker: what is compiled for the first serves the others, too. Each has an engine of its
  // own, which ends with it; what breaks one off leaves the others alone.

  /** The engine's first file, compiled from what a frame has fetched. */
  let shared;

  self.onconnect = ({ ports: [port] }) => {
    let isThere = true;
    const leave = () => {
      isThere = false;
      port.close();
    };
    const guarded = (work) => (...given) => {
      if (!isThere) return undefined;
      if (given[0]?.data === null) return leave();
      try {
        return work(...given);
      } catch (problem) {
        isThere = false;
        port.postMessage({ broken: String(problem?.message ?? problem) });
        throw problem;
      }
    };
    port.onmessage = async ({ data }) => {
      if (data === null) {
        leave();
        return;
      }
      const { bytes, rest, comesWhole, lost } = data;
      try {
        shared ??= WebAssembly.compile(bytes);
        const module = await shared;
        const whole = comesWhole && await fetched(rest);
        if (isThere) await start(port, { module, rest, lost, whole }, guarded);
      } catch (problem) {
        port.postMessage({ broken: String(problem?.message ?? problem) });
      }
    };
    port.postMessage({ here: true, needs: !shared });
  };
}
