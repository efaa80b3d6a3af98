// What the token is doing now, with a countdown while its display is lit.
import { virtualNow } from "./clock.js";
import { t } from "./i18n.js";

const activity = document.getElementById("activity");
const text = document.getElementById("activity-text");
const note = document.getElementById("activity-note");
const bar = document.getElementById("left-bar");
let state = null;

const key = (prefix, name) => prefix + name[0].toUpperCase() + name.slice(1);

function put(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

export function tickStatus() {
  if (!state) {
    return;
  }
  const left = state.until === null ? 0 : Math.max(0, state.until - virtualNow());
  put(text, t(key("activity", state.activity), { n: Math.ceil(left / 1000) }));
  bar.style.width = state.until === null ? "0" : `${Math.min(100, (100 * left) / (state.until - state.since))}%`;
}

// A factory sets the clock chip in whole seconds; so much is right for a clock.
const rightWithinSeconds = 2;

function showRtc() {
  const off = Math.round((state.rtc.time - state.now) / 1000);
  return state.rtc.stopped || state.rtc.time === null ? t("rtcStoppedFact") : Math.abs(off) <= rightWithinSeconds ? t("rtcRight") : t("rtcOff", { seconds: off > 0 ? `+${off}` : off });
}

export function showStatus(next) {
  state = next;
  activity.dataset.activity = state.activity;
  put(note, state.speed === 0 ? t("notePaused") : t(key("note", state.activity)));
  put(document.getElementById("fact-wakes"), String(state.wakes));
  put(document.getElementById("fact-flash"), String(state.flashOperations));
  put(document.getElementById("fact-awake"), `${(state.awakeMs / 1000).toFixed(1)} s`);
  put(document.getElementById("fact-rtc"), showRtc());
  tickStatus();
}
