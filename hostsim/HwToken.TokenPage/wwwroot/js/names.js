// What the chosen token is, and what somebody calls it.
import { post } from "./api.js";
import { onLanguage, t } from "./i18n.js";

const name = document.getElementById("token-name");
const what = document.getElementById("token-what");
const rename = document.getElementById("rename");
const form = document.getElementById("rename-form");
const typed = document.getElementById("rename-to");
let state = null;

// A software token shows its ID and code together on a telephone; the firmware and its clock are the same.
export const isSoftware = (token) => /^VS[MH]/.test(token.credentialId ?? "");

// What a token is, in words: of the rack's list or of the chosen one.
export function kindOf(token) {
  return t(!token.type ? "kindBlank" : isSoftware(token) ? "kindSoftware" : token.type === "HOTP" ? "kindHotp" : "kindTotp");
}

function show() {
  if (state) {
    name.textContent = state.name ?? t("token", { n: state.id });
    what.textContent = kindOf(state);
  }
}

function edit(isOpen) {
  form.hidden = !isOpen;
  rename.setAttribute("aria-expanded", String(isOpen));
  if (isOpen) {
    typed.value = state.name ?? "";
    typed.focus();
  }
}

export function showName(next) {
  if (state?.id !== next.id) {
    edit(false);
  }
  state = next;
  show();
}

export function startNames() {
  rename.addEventListener("click", () => edit(form.hidden));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await post(`/tokens/${state.id}`, { name: typed.value.trim() || null }, "PATCH")) {
      edit(false);
      rename.focus();
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      edit(false);
      rename.focus();
    }
  });
  onLanguage(show);
}
