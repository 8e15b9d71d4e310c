// Serves the page from what was kept of it, all of one build. js/offline.mjs writes VERSION and FILES (path: SHA-256) above.
//
// A build is kept only as a whole: each file must be the one that the build made. The new one takes over when no tab shows the
// old one any more, so no page ever gets parts of both.

const KEPT = `heapglass ${registration.scope} `;
const STORE = KEPT + VERSION;
const files = new Map(Object.entries(FILES));

const inHex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

async function bring(store, path, hash) {
  const address = new URL(path, registration.scope);
  const answer = await fetch(address, { cache: "no-cache", credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  if (inHex(await crypto.subtle.digest("SHA-256", bytes)) !== hash) throw new Error(`${path} is of another build`);
  await store.put(address, new Response(bytes, { headers: { "content-type": answer.headers.get("content-type") ?? "application/octet-stream" } }));
}

addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const store = await caches.open(STORE);
    try {
      await Promise.all([...files].map(([path, hash]) => bring(store, path, hash)));
    } catch (problem) {
      await caches.delete(STORE);
      throw problem;
    }
  })());
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(KEPT) && name !== STORE);
    await Promise.all(old.map((name) => caches.delete(name)));
  })());
});

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(registration.scope)) return;
  const path = decodeURI(new URL(url).href.slice(registration.scope.length).split(/[?#]/)[0]) || "index.html";
  if (!files.has(path)) return;
  event.respondWith((async () => {
    const store = await caches.open(STORE);
    return (await store.match(new URL(path, registration.scope))) ?? fetch(event.request);
  })());
});
