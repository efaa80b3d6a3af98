// The face of a software token: ID and code together, renewing itself. Behind it runs the same firmware; its button is pressed whenever it goes dark.
import { post } from "./api.js";
import { virtualNow } from "./clock.js";
import { groupId } from "./device.js";
import { t } from "./i18n.js";
import { isSoftware } from "./names.js";
import { groupCode } from "./oled.js";

const face = document.getElementById("software");
const board = document.getElementById("show-board");
const code = document.getElementById("software-code");
const bar = document.getElementById("software-left");
const retryMs = 2000;
let state = null;
let asked = 0;
let isBoardShown = false;

const isOn = () => state !== null && isSoftware(state) && !isBoardShown;

function renew() {
  const now = performance.now();
  if (state.activity === "asleep" && now - asked > retryMs && !document.hidden) {
    asked = now;
    post(`/tokens/${state.id}/press`);
  }
}

export function showSoftware(next) {
  if (state?.id !== next.id) {
    asked = 0;
    isBoardShown = false;
  }
  state = next;
  const isSoft = isSoftware(state);
  face.hidden = !isOn();
  document.getElementById("device").hidden = isOn();
  document.getElementById("hold").hidden = isOn();
  board.hidden = !isSoft;
  board.setAttribute("aria-pressed", String(isBoardShown));
  if (!isOn()) {
    return;
  }
  document.getElementById("software-id").textContent = groupId(state.credentialId);
  const screen = state.screen;
  code.textContent = screen.content === "code" ? groupCode(screen.code) : screen.content === "text" ? screen.lines.join(" ") : t("softwareWaits");
  code.classList.toggle("is-words", screen.content !== "code");
  renew();
}

export function tickSoftware() {
  if (!isOn()) {
    return;
  }
  const left = state.until === null ? 0 : Math.max(0, state.until - virtualNow());
  bar.style.width = state.until === null ? "0" : `${Math.min(100, (100 * left) / (state.until - state.since))}%`;
  renew();
}

export function startSoftware() {
  board.addEventListener("click", () => {
    isBoardShown = !isBoardShown;
    showSoftware(state);
  });
}
