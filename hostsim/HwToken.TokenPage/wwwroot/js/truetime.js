// The way back to true time: said before a token with a clock would show E5 for long, and what helps one that does.
import { post } from "./api.js";
import { onLanguage, t } from "./i18n.js";

const box = document.getElementById("stuck");
const words = document.getElementById("stuck-words");
const anew = document.getElementById("stuck-renew");
const alone = document.getElementById("stuck-follow");
const leave = document.getElementById("stuck-leave");
const soonMs = 60_000;
let state = null;
let isAsked = false;

const until = (ms) => new Date(ms).toISOString().slice(0, 16).replace("T", " ") + " UTC";
const isStuckAt = (ms) => state.noCodeBefore !== null && state.noCodeBefore - ms > soonMs;
const own = () => state.rtc.time ?? state.now;

function show() {
  if (!state) {
    return;
  }
  isAsked &&= isStuckAt(state.now - state.ahead) && Math.abs(state.ahead) > soonMs;
  const isStuck = isStuckAt(own());
  box.hidden = !isAsked && !isStuck;
  alone.hidden = !isAsked;
  leave.hidden = !isAsked;
  const text = box.hidden ? "" : t(isAsked ? "stuckWould" : "stuckIs", { until: until(state.noCodeBefore) });
  if (words.textContent !== text) {
    words.textContent = text;
  }
  anew.textContent = t(isAsked ? "stuckBackAnew" : "stuckAnew");
}

// What "back to true time" does: at once, or after an answer.
export function goBack() {
  isAsked = isStuckAt(state.now - state.ahead);
  if (isAsked) {
    show();
    anew.focus();
  } else {
    post(`/tokens/${state.id}/follow`);
  }
}

export function showTrueTime(next) {
  isAsked &&= state?.id === next.id;
  state = next;
  show();
}

export function startTrueTime() {
  const then = (path) => () => {
    isAsked = false;
    post(`/tokens/${state.id}/${path}`);
  };
  anew.addEventListener("click", then("renew"));
  alone.addEventListener("click", then("follow"));
  leave.addEventListener("click", () => {
    isAsked = false;
    show();
    document.getElementById("follow").focus();
  });
  onLanguage(show);
}
