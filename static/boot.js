// Starts the page. The build writes the names of the two files into this script's own element.
const script = document.getElementById("boot");
const at = (path) => new URL(path, document.baseURI).href;
const { default: start } = await import(at(script.dataset.js));
await start({ module_or_path: at(script.dataset.wasm) });
