// How the page reaches its tokens: over REST, from the program that serves it. The static page (HwToken.Web) has the simulator in the
// page itself and another file in this place, with the same two functions.
const root = "/sim/v1";

// Asks for something and waits for the answer: { ok, answer }. Throws when the program is out of reach.
export async function send(method, path, body) {
  const response = await fetch(root + path, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    keepalive: true,
  });
  const words = await response.text();
  return { ok: response.ok, answer: words ? JSON.parse(words) : {} };
}

// Calls a handler (state, log, rack) with everything that changes about a token from now on, and reach with whether the program is there.
// Returns what ends it.
export function listen(id, handlers, reach) {
  const source = new EventSource(`${root}/events?token=` + encodeURIComponent(id));
  source.addEventListener("open", () => reach(true));
  source.addEventListener("error", () => reach(false));
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
  return () => source.close();
}
