// Virtual time: what it is, how fast it goes, jumps.
import { post } from "./api.js";
import { aheadNow, virtualNow } from "./clock.js";
import { t } from "./i18n.js";
import { goBack } from "./truetime.js";

const clock = document.getElementById("clock");
const note = document.getElementById("clock-note");
const follow = document.getElementById("follow");
const jumpTo = document.getElementById("jump-to");
const units = [["days", 86400], ["hours", 3600], ["minutes", 60], ["seconds", 1]];
const toleranceMs = 1500;
let token = null;

function describeSpan(ms) {
  let rest = Math.round(Math.abs(ms) / 1000);
  const parts = [];
  for (const [unit, seconds] of units) {
    const n = Math.floor(rest / seconds);
    rest -= n * seconds;
    if (n > 0) {
      parts.push(t(unit, { n }));
    }
  }
  return parts.slice(0, 2).join(" ");
}

export function tickClock() {
  const iso = new Date(virtualNow()).toISOString();
  const text = `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
  if (clock.textContent !== text) {
    clock.textContent = text;
    clock.dateTime = iso;
    const ahead = aheadNow();
    const isTrue = Math.abs(ahead) < toleranceMs;
    note.textContent = isTrue ? t("clockTrue") : t(ahead > 0 ? "clockAhead" : "clockBehind", { span: describeSpan(ahead) });
    follow.hidden = isTrue;
  }
}

export function showTime(state) {
  token = state.id;
  for (const button of document.querySelectorAll("[data-speed]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.speed) === state.speed));
  }
  if (!jumpTo.value) {
    jumpTo.value = new Date(state.now + 3600000).toISOString().slice(0, 14) + "00";
  }
  clock.textContent = "";
  tickClock();
}

export function startTime() {
  for (const button of document.querySelectorAll("[data-speed]")) {
    button.addEventListener("click", () => post(`/tokens/${token}/speed`, { speed: Number(button.dataset.speed) }));
  }
  for (const button of document.querySelectorAll("[data-jump]")) {
    button.addEventListener("click", () => post(`/tokens/${token}/jump`, { seconds: Number(button.dataset.jump) }));
  }
  follow.addEventListener("click", goBack);
  document.getElementById("jump-form").addEventListener("submit", (event) => {
    event.preventDefault();
    post(`/tokens/${token}/jump`, { to: jumpTo.value + ":00Z" });
  });
}
