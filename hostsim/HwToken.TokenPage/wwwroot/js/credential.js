// Writing a credential, showing its test secret on demand, starting over.
import { post } from "./api.js";
import { confirmTwice } from "./confirm.js";
import { describeKind, groupId } from "./device.js";
import { t } from "./i18n.js";
import { drawQr } from "./qr.js";
import { startSeedBox } from "./seedbox.js";

const show = document.getElementById("secret-show");
const secret = document.getElementById("secret");
const qr = document.getElementById("secret-qr");
const fields = { otpauth: "secret-uri", base32: "secret-base32", hex: "secret-hex" };
let state = null;

function hideSecret() {
  secret.hidden = true;
  show.setAttribute("aria-expanded", "false");
  show.textContent = t("secretShow");
  for (const id of Object.values(fields)) {
    document.getElementById(id).value = "";
  }
  qr.replaceChildren();
}

async function showSecret() {
  const answer = await post(`/tokens/${state.id}/secret`);
  if (!answer) {
    return;
  }
  for (const [name, id] of Object.entries(fields)) {
    document.getElementById(id).value = answer[name];
  }
  const code = await drawQr(answer.otpauth, t("secretQr"));
  qr.replaceChildren(...(code ? [code] : []));
  secret.hidden = false;
  show.setAttribute("aria-expanded", "true");
  show.textContent = t("secretHide");
}

export function showCredential(next) {
  const isOther = next.id !== state?.id || next.credentialId !== state?.credentialId;
  state = next;
  const isBlank = !state.credentialId;
  document.getElementById("credential-now").textContent = isBlank ? t("credentialNone") : t("credentialIs", { id: groupId(state.credentialId), kind: describeKind(state) });
  document.getElementById("provision-box").hidden = !isBlank;
  document.getElementById("secret-box").hidden = isBlank;
  document.getElementById("blank").hidden = isBlank;
  if (isOther) {
    hideSecret();
  } else {
    show.textContent = t(secret.hidden ? "secretShow" : "secretHide");
  }
}

export function startCredential() {
  startSeedBox(() => state);
  for (const button of document.querySelectorAll("[data-random]")) {
    button.addEventListener("click", () => post(`/tokens/${state.id}/provision`, { random: button.dataset.random }));
  }
  show.addEventListener("click", () => (secret.hidden ? showSecret() : hideSecret()));
  for (const id of Object.values(fields)) {
    const field = document.getElementById(id);
    field.addEventListener("focus", () => field.select());
  }
  confirmTwice(document.getElementById("blank"), "blank", "blankSure", () => post(`/tokens/${state.id}/blank`));
  confirmTwice(document.getElementById("remove"), "remove", "removeSure", () => post(`/tokens/${state.id}`, {}, "DELETE"));
}
