// Power, and what can go wrong.
import { post } from "./api.js";
import { t } from "./i18n.js";

const power = document.getElementById("power");
const ppm = document.getElementById("rtc-ppm");
let state = null;
let shown = null;

export function showFaults(next) {
  state = next;
  power.textContent = t(state.powered ? "cutPower" : "connectPower");
  for (const box of document.querySelectorAll("[data-fault]")) {
    box.checked = state.faults[box.dataset.fault];
  }
  // A number that is being typed stays; another token's, or one that changed, comes in.
  const key = `${state.id} ${state.rtc.ppm}`;
  if (key !== shown) {
    shown = key;
    ppm.value = state.rtc.ppm;
  }
  for (const button of document.querySelectorAll("[data-cut]")) {
    button.setAttribute("aria-pressed", String(state.faults.cut === button.dataset.cut));
  }
}

export function startFaults() {
  const send = (what, body) => post(`/tokens/${state.id}/${what}`, body);
  power.addEventListener("click", () => send("power", { on: !state.powered }));
  document.getElementById("rtc-set").addEventListener("click", () => send("rtc-set"));
  document.getElementById("rtc-ppm-form").addEventListener("submit", (event) => {
    event.preventDefault();
    send("rtc-ppm", { ppm: Number(ppm.value) });
  });
  document.getElementById("reset").addEventListener("click", () => send("reset"));
  for (const box of document.querySelectorAll("[data-fault]")) {
    box.addEventListener("change", async () => {
      if (!await send("fault", { name: box.dataset.fault, on: box.checked })) {
        box.checked = state.faults[box.dataset.fault];
      }
    });
  }
  for (const button of document.querySelectorAll("[data-cut]")) {
    button.addEventListener("click", () => send("cut", { mode: state.faults.cut === button.dataset.cut ? null : button.dataset.cut }));
  }
  for (const button of document.querySelectorAll("[data-rtc-jump]")) {
    button.addEventListener("click", () => send("rtc-jump", { seconds: Number(button.dataset.rtcJump) }));
  }
}
