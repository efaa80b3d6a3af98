// Works offline and as an app from the second start on.
navigator.serviceWorker?.register(new URL("../service-worker.js", import.meta.url));
