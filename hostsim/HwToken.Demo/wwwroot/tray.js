// Keeps displays and clocks fresh; without this the tray is as fresh as its last press.
async function refresh() {
  if (document.hidden) {
    return;
  }
  try {
    const answer = await fetch(location.pathname);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const old of document.querySelectorAll("[data-live]")) {
      const now = fresh.getElementById(old.id);
      if (now && now.outerHTML !== old.outerHTML) {
        old.replaceWith(document.adoptNode(now));
      }
    }
  } catch {
    // The program has ended, or the page is being left: the next press tells.
  }
}
setInterval(refresh, 2000);
