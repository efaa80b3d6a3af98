// Follows the system until the person chooses.
const system = matchMedia("(prefers-color-scheme: dark)");

function show(button, theme) {
  document.documentElement.dataset.theme = theme;
  button.setAttribute("aria-pressed", String(theme === "dark"));
}

export function startTheme(button) {
  show(button, document.documentElement.dataset.theme);
  button.addEventListener("click", () => {
    const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("hwtoken-theme", theme);
    show(button, theme);
  });
  system.addEventListener("change", () => {
    if (!localStorage.getItem("hwtoken-theme")) {
      show(button, system.matches ? "dark" : "light");
    }
  });
}
