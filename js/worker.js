// The end of the worker's file, behind what wasm-bindgen wrote: waits for the compiled engine and starts it; brings the rest
// of it (js/split.mjs) in the background, or at once when it is called for.
{
  /** The engine's last words where a part of it does not come, in the language of the page. */
  let lost;
  let engine;
  let address;
  /** The rest, compiled, where the page has it already. */
  let whole;

  const put = (module) => {
    if (engine.ready.value) return;
    new WebAssembly.Instance(module, { e: engine });
    engine.ready.value = 1;
  };

  self.bringRest = () => {
    if (engine.ready.value) return;
    if (whole) {
      put(whole);
      return;
    }
    try {
      const request = new XMLHttpRequest();
      request.open("GET", address, false);
      request.responseType = "arraybuffer";
      request.send();
      if (request.status !== 200) throw new Error(`status ${request.status}`);
      put(new WebAssembly.Module(request.response));
    } catch (problem) {
      // The engine cannot go on from here: these are its last words.
      self.postMessage(JSON.stringify({ Died: { message: lost } }));
      throw problem;
    }
  };

  // How long until it is fetched again if it did not come, in milliseconds.
  const AGAIN = 3_000;

  self.bringRestLater = async (there) => {
    while (!engine.ready.value) {
      try {
        put(whole || await WebAssembly.compile(await (await fetch(address)).arrayBuffer()));
      } catch {
        await new Promise((done) => setTimeout(done, AGAIN));
      }
    }
    there();
  };

  self.onmessage = async ({ data }) => {
    self.onmessage = null;
    address = data.rest;
    whole = data.whole;
    lost = data.lost;
    // The engine says that it is ready while it starts, so what it calls must be there before.
    engine = await wasm_bindgen({ module_or_path: data.module });
    // Until the page asks: its messages come in between.
    for (let part = 0; wasm_bindgen.warmUp(part); part++) await new Promise((done) => setTimeout(done));
  };
}
