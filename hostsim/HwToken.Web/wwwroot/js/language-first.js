// Runs before the page's scripts: the language that was chosen, else the first of the two that the browser names.
(() => {
  const kept = /(?:^|; )hwtoken-language=(en|ja)/.exec(document.cookie)?.[1];
  const named = navigator.languages.map((language) => language.slice(0, 2).toLowerCase()).find((language) => language === "en" || language === "ja");
  document.documentElement.lang = kept ?? named ?? "en";
})();
