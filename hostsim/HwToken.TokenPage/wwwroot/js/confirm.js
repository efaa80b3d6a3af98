// A button that asks back in its own words and acts on the second press.
import { onLanguage, t } from "./i18n.js";

export function confirmTwice(button, key, sureKey, action) {
  let isAsking = false;
  const ask = (asking) => {
    isAsking = asking;
    button.textContent = t(asking ? sureKey : key);
  };
  button.addEventListener("click", () => {
    ask(!isAsking);
    if (!isAsking) {
      action();
    }
  });
  button.addEventListener("blur", () => ask(false));
  onLanguage(() => ask(isAsking));
}
