// The page without network: kept by the browser when somebody asks for it, and never unasked.

const script = new URL("../service-worker.js", import.meta.url);
const scope = new URL("../", import.meta.url);

function refusal() {
  if (!/^https?:$/.test(location.protocol)) return say("offline-from-disk", "this file needs no network already.");
  if (window !== window.top) return say("offline-framed", "a page inside another one keeps nothing. Open Heapglass in a tab of its own first.");
  if (!("serviceWorker" in navigator)) return say("offline-unable", "this browser keeps pages only for secure addresses (https), or not at all. The page that still steps works everywhere.");
  return null;
}

/** Keeps the whole page; resolves with a sentence when it is there. */
export async function keepOffline() {
  const why = refusal();
  if (why) throw new Error(why);
  let registration;
  try {
    registration = await navigator.serviceWorker.register(script, { scope });
  } catch (problem) {
    throw new Error(say("offline-refused", "the browser refused ({0})", problem.message));
  }
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  await new Promise((done, failed) => {
    const look = () => {
      if (["installed", "activating", "activated"].includes(worker.state)) done();
      if (worker.state === "redundant") failed(new Error(say("offline-incomplete", "a file could not be fetched, or a new version came in between. Nothing was kept; try again.")));
    };
    worker.addEventListener("statechange", look);
    look();
  });
  return say("offline-kept", "Kept. From now on the page opens without network, also from a bookmark or as an installed app.");
}

/** Forgets all that was kept. */
export async function forgetOffline() {
  const why = refusal();
  if (why) throw new Error(why);
  const registration = await navigator.serviceWorker.getRegistration(scope);
  const names = (await caches.keys()).filter((name) => name.startsWith(`heapglass ${scope.href} `));
  await Promise.all(names.map((name) => caches.delete(name)));
  return (await registration?.unregister()) ? say("offline-forgotten", "Forgotten: the page comes from the network again.") : say("offline-nothing", "Nothing was kept.");
}

/** Tells, once, when another version is there. */
export async function watchVersions(tell) {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  if (!registration) return;
  const look = () => registration.waiting && tell();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  look();
  // Without network there is none.
  await registration.update().catch(() => {});
}
