// The log, newest first.
import { onLanguage, t } from "./i18n.js";

const most = 300;
const body = document.getElementById("log");
const empty = document.getElementById("log-empty");
let entries = [];

function translate(entry) {
  const values = { ...entry.values };
  if (values.fault) {
    values.fault = t(values.fault);
  }
  if (values.mode) {
    values.mode = t("cut" + values.mode[0].toUpperCase() + values.mode.slice(1));
  }
  return t("log_" + entry.what, values);
}

function row(entry) {
  const line = document.createElement("tr");
  const time = document.createElement("td");
  const what = document.createElement("td");
  const date = document.createElement("span");
  const mark = document.createElement("span");
  const iso = new Date(entry.at).toISOString();
  line.dataset.group = entry.group;
  date.className = "date";
  date.textContent = iso.slice(0, 10) + " ";
  time.append(date, iso.slice(11, 23));
  mark.className = "mark-of";
  mark.setAttribute("aria-hidden", "true");
  what.append(mark, translate(entry));
  line.append(time, what);
  return line;
}

function isShown(group) {
  return document.querySelector(`[data-filter="${group}"]`).checked;
}

function show() {
  const shown = entries.filter((entry) => isShown(entry.group));
  body.replaceChildren(...shown.map(row));
  empty.hidden = shown.length > 0;
}

export function showLog({ reset, entries: more }) {
  entries = [...[...more].reverse(), ...(reset ? [] : entries)].slice(0, most);
  show();
}

export function startLog() {
  for (const box of document.querySelectorAll("[data-filter]")) {
    box.addEventListener("change", show);
  }
  onLanguage(show);
}
