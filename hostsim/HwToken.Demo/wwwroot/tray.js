// Keeps displays and clocks fresh, hands codes and IDs to the page that the tray stands in. Without this the tray is as fresh as its last press.
const more = document.getElementById("more");
const memory = "hwtoken-tray-more";
const sayMs = 1200;

// The page around this one, of the same program; itself when the tray stands alone.
function field(kind) {
  const around = parent === window ? null : parent.document;
  const all = kind === "code" ? around?.querySelectorAll("main input.code") : kind === "id" ? around?.querySelectorAll("main input[name='id'], main input[name='old'], main input[name='new']") : null;
  const shown = [...(all ?? [])].filter((one) => one.checkVisibility());
  return shown.find((one) => one === around.activeElement) ?? shown.find((one) => one.value === "") ?? shown.at(-1);
}

function show() {
  const hasField = Boolean(field("code"));
  for (const button of document.querySelectorAll(".acts [data-give]")) {
    button.hidden = button.dataset.into === "code" ? !hasField : false;
  }
}

async function give(button) {
  const into = button.dataset.into ? field(button.dataset.into) : null;
  if (into) {
    into.value = button.dataset.give;
    into.dispatchEvent(new Event("input", { bubbles: true }));
    into.focus();
  } else {
    await navigator.clipboard.writeText(button.dataset.give);
  }
  const words = button.textContent;
  button.textContent = into ? document.body.dataset.filled : document.body.dataset.copied;
  setTimeout(() => { button.textContent = words; }, sayMs);
}

async function refresh() {
  if (document.hidden) {
    return;
  }
  try {
    const answer = await fetch(location.pathname);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const old of document.querySelectorAll("[data-live]")) {
      const now = fresh.getElementById(old.id);
      if (now && (now.innerHTML !== old.innerHTML || now.dataset.give !== old.dataset.give || now.dataset.code !== old.dataset.code)) {
        const hadFocus = old === document.activeElement;
        const made = document.adoptNode(now);
        old.replaceWith(made);
        if (hadFocus) {
          made.focus();
        }
      }
    }
    show();
  } catch {
    // The program has ended, or the page is being left: the next press tells.
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-give]");
  if (button?.dataset.give) {
    give(button);
  }
});
more.open = sessionStorage.getItem(memory) === "yes";
more.addEventListener("toggle", () => sessionStorage.setItem(memory, more.open ? "yes" : "no"));
show();
setInterval(refresh, 2000);
