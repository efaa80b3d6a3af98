// The program pushes what changes; nothing is asked for twice.
import { root } from "./api.js";

let source = null;

export function listen(id, handlers) {
  source?.close();
  source = new EventSource(`${root}/events?token=` + encodeURIComponent(id));
  const offline = document.getElementById("offline");
  source.addEventListener("open", () => { offline.hidden = true; });
  source.addEventListener("error", () => { offline.hidden = false; });
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
}
