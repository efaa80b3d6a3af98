// Light or dark, for every page of this address: the system's until somebody chooses. Runs before the first paint, so that a dark page never flashes light.
(() => {
  const key = "hwtoken-theme";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  let buttons = [];

  function apply(kept) {
    if (kept === "dark" || kept === "light") {
      root.dataset.theme = kept;
    } else {
      delete root.dataset.theme;
    }
    show();
  }

  function show() {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(isDark()));
      button.hidden = false;
    }
  }

  apply(localStorage.getItem(key));
  system.addEventListener("change", show);

  // Other windows follow at once, and so do pages inside this one.
  addEventListener("storage", (event) => event.key === key && apply(event.newValue));
  document.addEventListener("DOMContentLoaded", () => {
    buttons = [...document.querySelectorAll("button.theme")];
    show();
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const chosen = isDark() ? "light" : "dark";
        localStorage.setItem(key, chosen);
        apply(chosen);
      });
    }

    // Without scripts the browser's own menu prints.
    for (const button of document.querySelectorAll("[data-print]")) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }

    // On a narrow screen menus are strips: the page's own place in them is brought into sight.
    for (const menu of document.querySelectorAll(".menu, .desk-head ul")) {
      const here = menu.querySelector("[aria-current]");
      if (here) {
        menu.scrollLeft = here.offsetLeft - menu.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
      }
    }
  });
})();
