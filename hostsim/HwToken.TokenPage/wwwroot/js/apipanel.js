// The same by program: the calls of the simulator's API for the chosen token, ready to be pasted into a terminal.
import { onLanguage, t } from "./i18n.js";
import * as transport from "./transport.js";

const panel = document.getElementById("api");
const list = document.getElementById("api-lines");
const calls = [
  ["apiPress", (place) => `curl -X POST ${place}/press`],
  ["apiScreen", (place) => `curl ${place}/screen.txt`],
  ["apiJump", (place) => `curl -X POST ${place}/jump --json '{"seconds":31}'`],
  ["apiHold", (place) => `curl -X POST ${place}/hold --json '{"seconds":2.5}'`],
  ["apiPicture", (place) => `curl -o display.png ${place}/screen.png`],
  ["apiSecret", (place) => `curl -X POST ${place}/secret`],
  ["apiFault", (place) => `curl -X POST ${place}/fault --json '{"name":"rtcStopped","on":true}'`],
  ["apiEvents", (place, root, id) => `curl -N ${root}/events?token=${id}`],
  ["apiPool", (place, root) => `curl -X POST ${root}/pools --json '{"name":"shop","random":"TOTP","count":16}'`],
];
let token = null;

function show() {
  if (token === null || !transport.root) {
    return;
  }
  const root = new URL(transport.root, location.href).href;
  list.replaceChildren(...calls.map(([key, line]) => {
    const item = document.createElement("li");
    const what = document.createElement("p");
    const code = document.createElement("code");
    const copy = document.createElement("button");
    what.textContent = t(key);
    code.textContent = line(`${root}/tokens/${token}`, root, token);
    copy.type = "button";
    copy.className = "quiet";
    copy.textContent = t("copy");
    copy.setAttribute("aria-label", `${t("copy")}: ${t(key)}`);
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      copy.textContent = t("copied");
      setTimeout(() => { copy.textContent = t("copy"); }, 1500);
    });
    item.append(what, code, copy);
    return item;
  }));
}

export function showApi(state) {
  if (state.id !== token) {
    token = state.id;
    show();
  }
}

export function startApi() {
  // The static page has no program behind it that could be called.
  panel.hidden = !transport.root;
  onLanguage(show);
}
