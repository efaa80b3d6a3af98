// The tokens to choose from.
import { get, post } from "./api.js";
import { groupId } from "./device.js";
import { onLanguage, t } from "./i18n.js";
import { kindOf } from "./names.js";

const list = document.getElementById("rack");
const memory = "hwtoken-token";
let tokens = [];
let chosen = null;
let choose = null;

function show() {
  list.replaceChildren(...tokens.map((token) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const id = document.createElement("span");
    const what = document.createElement("span");
    button.type = "button";
    button.dataset.token = token.id;
    button.setAttribute("aria-pressed", String(token.id === chosen));
    button.append(token.name ?? t("token", { n: token.id }), id, what);
    id.className = "rack-id";
    id.textContent = token.credentialId ? groupId(token.credentialId) : t("blankToken");
    what.className = "rack-what";
    what.textContent = kindOf(token);
    item.append(button);
    return item;
  }));
}

// Address of a token: by its name, its credential ID or its place.
function linked() {
  const wanted = new URLSearchParams(location.search).get("token")?.toUpperCase();
  return wanted && tokens.find((token) => [token.id, token.credentialId, token.name].some((word) => word?.toUpperCase() === wanted))?.id;
}

function showAddress() {
  const token = tokens.find((one) => one.id === chosen);
  const address = new URL(location.href);
  address.searchParams.set("token", token?.credentialId ?? chosen);
  history.replaceState(null, "", address);
}

function select(id) {
  chosen = id;
  showAddress();
  sessionStorage.setItem(memory, id);
  show();
  choose(id);
}

export function showRack(next) {
  const focused = document.activeElement?.dataset?.token;
  tokens = next;
  show();
  if (focused) {
    list.querySelector(`[data-token="${focused}"]`)?.focus();
  }
  if (!tokens.some((token) => token.id === chosen)) {
    const kept = sessionStorage.getItem(memory);
    select(linked() ?? (tokens.some((token) => token.id === kept) ? kept : tokens[0].id));
  }
}

export async function startRack(onChoice) {
  choose = onChoice;
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) {
      select(button.dataset.token);
      list.querySelector(`[data-token="${chosen}"]`).focus();
    }
  });
  document.getElementById("new-token").addEventListener("click", async () => {
    const [made] = await post("/tokens") ?? [];
    if (made) {
      showRack([...tokens.filter((token) => token.id !== made.id), made]);
      select(made.id);
    }
  });
  onLanguage(show);
  const first = await get("/tokens");
  if (first) {
    showRack(first);
  }
}
