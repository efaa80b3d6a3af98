// The tokens to choose from.
import { get, post } from "./api.js";
import { groupId } from "./device.js";
import { onLanguage, t } from "./i18n.js";

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
    button.type = "button";
    button.dataset.token = token.id;
    button.setAttribute("aria-pressed", String(token.id === chosen));
    button.append(t("token", { n: token.id }) + (token.type ? ` · ${token.type}` : ""), id);
    id.className = "rack-id";
    id.textContent = token.name ?? (token.credentialId ? groupId(token.credentialId) : t("blankToken"));
    item.append(button);
    return item;
  }));
}

function select(id) {
  chosen = id;
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
    select(tokens.some((token) => token.id === kept) ? kept : tokens[0].id);
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
