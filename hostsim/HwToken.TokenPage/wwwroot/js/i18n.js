// Two languages. One is chosen already (cookie, else the browser's) and stands in <html lang>.
// The other is fetched when somebody asks for it.
const texts = {};
const listeners = [];
let language = document.documentElement.lang === "ja" ? "ja" : "en";
await load(language);

async function load(wanted) {
  texts[wanted] ??= (await import(`../texts/${wanted}.js`)).default;
}

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
  for (const element of document.querySelectorAll("[data-t-placeholder]")) {
    element.placeholder = t(element.dataset.tPlaceholder);
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
    button.addEventListener("click", async () => {
      const wanted = button.dataset.language;

      // Until its texts are here, the clocks of the page go on in the other language.
      await load(wanted);
      language = wanted;
      document.cookie = `hwtoken-language=${language}; path=${new URL(".", location.href).pathname}; max-age=31536000; samesite=strict`;
      apply();

      // The button that was pressed has gone: the other one stands in its place.
      document.querySelector("[data-language]:not([hidden])").focus();
    });
  }
  apply();
}
