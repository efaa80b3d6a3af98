// What the display reads, in text: to see, to copy, and for a screen reader.
import { onLanguage, t } from "./i18n.js";
import { describeScreen, groupCode } from "./oled.js";

const output = document.getElementById("readout");
const copy = document.getElementById("copy");
const live = document.getElementById("live");
let screen = null;
let spoken = null;

function show() {
  if (!screen) {
    return;
  }
  const isCode = screen.content === "code";
  output.textContent = isCode ? groupCode(screen.code) : describeScreen(screen);
  output.classList.toggle("is-words", !isCode);
  copy.disabled = !isCode;
}

// A frame arrives page by page: only a picture at rest is read out, each once.
function speak() {
  const words = screen.content === "code" ? t("liveCode", { code: [...screen.code].join(" ") })
    : screen.content === "text" ? t("liveWords", { words: screen.lines.join(". ") })
    : screen.content === "dark" ? t("liveDark") : null;
  if (words && words !== spoken) {
    if (spoken !== null || screen.content !== "dark") {
      live.textContent = words;
    }
    spoken = words;
  }
}

export function showReadout(state) {
  screen = state.screen;
  show();
  if (screen.steady) {
    speak();
  }
}

export function startReadout() {
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(screen.code);
    copy.textContent = t("copied");
    setTimeout(() => { copy.textContent = t("copyCode"); }, 1500);
  });
  onLanguage(show);
}
