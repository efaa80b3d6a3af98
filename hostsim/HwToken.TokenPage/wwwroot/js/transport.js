// How the page reaches its tokens: over REST, from the program that serves it. The static page (HwToken.Web) has the simulator in the
// page itself and another file in this place, with the same two functions and no root: nothing there can be
// called from a terminal.
export const root = "/sim/v1";

// A request that outlives its page (a finger that lets go) may be so large; browsers refuse a larger one.
const mostKeptAlive = 10_000;

// Asks for something and waits for the answer: { ok, answer }, an object, or text where a file is told. Throws when the program is out of reach.
export async function send(method, path, body) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const response = await fetch(root + path, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: text,
    keepalive: (text?.length ?? 0) <= mostKeptAlive,
  });
  const words = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { ok: response.ok, answer: isJson ? JSON.parse(words) : words || {} };
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
