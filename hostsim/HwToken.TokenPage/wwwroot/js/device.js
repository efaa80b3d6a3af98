// Front and back of the token.
import { drawCode39 } from "./code39.js";
import { onLanguage, t } from "./i18n.js";

const device = document.getElementById("device");
const front = document.getElementById("front");
const back = document.getElementById("back");
const flip = document.getElementById("flip");
const bars = document.getElementById("bars");
let shown = null;

export function groupId(id) {
  return `${id.slice(0, 4)} ${id.slice(4, 8)} ${id.slice(8)}`;
}

export function describeKind(state) {
  const algorithm = state.algorithm.replace("SHA", "SHA-");
  return t(state.type === "HOTP" ? "labelHotp" : "labelTotp", { algorithm, digits: state.digits, period: state.period });
}

function showLabel() {
  if (!shown) {
    return;
  }
  const id = shown.credentialId;
  document.getElementById("label-kind").textContent = id ? shown.type : "";
  document.getElementById("label-id").textContent = id ? groupId(id) : "–";
  document.getElementById("label-small").textContent = id ? describeKind(shown) : t("labelNone");
  bars.hidden = !id;
  if (id) {
    drawCode39(bars, id);
  }
}

export function showDevice(state) {
  shown = state;
  showLabel();
}

export function startDevice() {
  flip.addEventListener("click", () => {
    const turned = device.classList.toggle("is-turned");
    flip.setAttribute("aria-pressed", String(turned));
    front.inert = turned;
    back.inert = !turned;
  });
  onLanguage(showLabel);
}
