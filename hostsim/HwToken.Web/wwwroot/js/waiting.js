// One line at the top while there is no token to be seen yet.
import { onLanguage, t } from "./i18n.js";

const line = document.createElement("p");
let key = null;

line.id = "waiting";
line.className = "notice";
line.setAttribute("role", "status");
document.getElementById("notice").after(line);

function show() {
  line.hidden = !key;
  line.textContent = key ? t(key) : "";
}

export function say(next) {
  key = next;
  show();
}

export const silent = () => say(null);

onLanguage(show);
