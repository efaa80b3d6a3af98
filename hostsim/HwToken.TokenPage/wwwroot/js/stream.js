// What changes is pushed; nothing is asked for twice.
import { listen as open } from "./transport.js";

const offline = document.getElementById("offline");
let close = () => {};

export function listen(id, handlers) {
  close();
  close = open(id, handlers, (isThere) => { offline.hidden = isThere; });
}
