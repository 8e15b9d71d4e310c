// The end of the worker's file, behind what wasm-bindgen wrote: waits for the compiled engine and starts it; brings the rest
// of it (js/split.mjs) in the background, or at once when it is called for.
{
  let engine;
  let address;

  const put = (module) => {
    if (engine.ready.value) return;
    new WebAssembly.Instance(module, { e: engine });
    engine.ready.value = 1;
  };

  self.bringRest = () => {
    if (engine.ready.value) return;
    try {
      const request = new XMLHttpRequest();
      request.open("GET", address, false);
      request.responseType = "arraybuffer";
      request.send();
      if (request.status !== 200) throw new Error(`status ${request.status}`);
      put(new WebAssembly.Module(request.response));
    } catch (problem) {
      // The engine cannot go on from here: these are its last words.
      const message = "it needs a part that could not be fetched. Is the network there?";
      self.postMessage(JSON.stringify({ Died: { message } }));
      throw problem;
    }
  };

  self.bringRestLater = async () => {
    try {
      put(await WebAssembly.compile(await (await fetch(address)).arrayBuffer()));
    } catch {
      // It is asked for again when it is needed.
    }
  };

  self.onmessage = async ({ data }) => {
    self.onmessage = null;
    address = data.rest;
    // The engine says that it is ready while it starts, so what it calls must be there before.
    engine = await wasm_bindgen({ module_or_path: data.module });
    // Until the page asks: its messages come in between.
    for (let part = 0; wasm_bindgen.warmUp(part); part++) await new Promise((done) => setTimeout(done));
  };
}
