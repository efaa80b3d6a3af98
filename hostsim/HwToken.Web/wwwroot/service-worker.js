// Keeps every file of the page in the browser, one cache for each version of the page: it starts without a network, and never from two versions.
self.importScripts("./service-worker-assets.js");

const prefix = `hwtoken ${self.registration.scope} `;
const cacheName = prefix + self.assetsManifest.version;
const notKept = /(^service-worker\.js|\.br|\.gz|\.map)$/;
const root = new URL("./", self.location).href;
const urls = self.assetsManifest.assets.map((asset) => new URL(asset.url, root).href).filter((url) => !notKept.test(url.slice(root.length)));

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(urls.map((url) => new Request(url, { cache: "no-cache" })))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)))));
});

async function answer(request) {
  const cache = await caches.open(cacheName);
  const asked = new URL(request.url);
  const kept = await cache.match(asked.href === root || asked.pathname === new URL(root).pathname ? root + "index.html" : asked.origin + asked.pathname);
  return kept ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(root)) {
    event.respondWith(answer(event.request));
  }
});
