// The log, newest first.
import { post } from "./api.js";
import { download, fileName } from "./download.js";
import { onLanguage, t } from "./i18n.js";
import * as transport from "./transport.js";

const most = 300;
const body = document.getElementById("log");
const empty = document.getElementById("log-empty");
const search = document.getElementById("log-search");
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

const shownEntries = () => entries.filter((entry) => isShown(entry.group) && translate(entry).toLowerCase().includes(search.value.trim().toLowerCase()));

function show() {
  const shown = shownEntries();
  body.replaceChildren(...shown.map(row));
  empty.hidden = shown.length > 0;
  empty.textContent = t(entries.length > 0 ? "logNone" : "logEmpty");
}

export function showLog({ reset, entries: more }) {
  entries = [...[...more].reverse(), ...(reset ? [] : entries)].slice(0, most);
  show();
}

// What is shown, oldest first, a line each: to be attached to a report.
function save(token) {
  const lines = shownEntries().reverse().map((entry) => `${new Date(entry.at).toISOString()}\t${entry.group}\t${translate(entry)}\n`);
  download(fileName(token, "log.txt"), new Blob(lines, { type: "text/plain" }));
}

// What was done to the token, as a scenario for HostSim run. Its secret stays out.
async function saveStory(token) {
  const story = await post(`/tokens/${token.id}/record`);
  if (story) {
    download(fileName(token, "story.yaml"), new Blob([story], { type: "application/yaml" }));
  }
}

export function startLog(current) {
  const story = document.getElementById("log-story");
  story.hidden = !transport.root;
  story.addEventListener("click", () => saveStory(current()));
  search.addEventListener("input", show);
  document.getElementById("log-save").addEventListener("click", () => save(current()));
  for (const box of document.querySelectorAll("[data-filter]")) {
    box.addEventListener("change", show);
  }
  onLanguage(show);
}
