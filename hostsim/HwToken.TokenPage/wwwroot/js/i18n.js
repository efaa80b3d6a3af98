// Two languages. One is chosen already (cookie, else the browser's) and stands in <html lang>.
import en from "../texts/en.js";
import ja from "../texts/ja.js";

const texts = { en, ja };
const listeners = [];
let language = document.documentElement.lang === "ja" ? "ja" : "en";

export function t(key, values = {}) {
  const text = texts[language][key];
  return text === undefined ? null : text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

// Called at once and after every change of language.
export function onLanguage(action) {
  listeners.push(action);
}

function apply() {
  document.documentElement.lang = language;
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = t(element.dataset.t);
  }
  // Links that the server wrote in both languages.
  for (const element of document.querySelectorAll("[data-en]")) {
    element.textContent = element.dataset[language];
  }
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", t(element.dataset.tLabel));
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.hidden = button.dataset.language === language;
  }
  for (const action of listeners) {
    action();
  }
}

export function startLanguage() {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      language = button.dataset.language;
      document.cookie = `hwtoken-language=${language}; path=${new URL(".", location.href).pathname}; max-age=31536000; samesite=strict`;
      apply();

      // The button that was pressed has gone: the other one stands in its place.
      document.querySelector("[data-language]:not([hidden])").focus();
    });
  }
  apply();
}
