// Software keyboard: keys shuffled each time it opens, one character a press, reachable by keyboard.
const words = document.documentElement.lang === "ja"
  ? { open: "ソフトウェアキーボード", clear: "1字消す", shift: "大/小文字", done: "確定", cancel: "取消", keys: "ソフトウェアキーボード" }
  : { open: "Software keyboard", clear: "Delete", shift: "A / a", done: "Confirm", cancel: "Cancel", keys: "Software keyboard" };

function shuffled(text) {
  const keys = [...text];
  const random = crypto.getRandomValues(new Uint32Array(keys.length));
  for (let i = keys.length - 1; i > 0; i--) {
    const j = random[i] % (i + 1);
    [keys[i], keys[j]] = [keys[j], keys[i]];
  }
  return keys;
}

function button(label, action, wide) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.className = wide ? "wide" : "";
  made.addEventListener("click", action);
  return made;
}

function openFor(field, opener) {
  const before = field.value;
  const board = document.createElement("div");
  board.className = "keyboard";
  board.setAttribute("role", "group");
  board.setAttribute("aria-label", words.keys);
  const close = () => {
    board.remove();
    opener.hidden = false;
    opener.setAttribute("aria-expanded", "false");
  };
  const letters = [];
  for (const key of shuffled("0123456789")) {
    board.append(button(key, () => { field.value += key; }));
  }
  if (field.dataset.keyboard === "text") {
    for (const key of shuffled("abcdefghijklmnopqrstuvwxyz")) {
      const made = button(key, () => { field.value += made.textContent; });
      letters.push(made);
      board.append(made);
    }
    board.append(button(words.shift, () => {
      for (const letter of letters) {
        const upper = letter.textContent.toUpperCase();
        letter.textContent = letter.textContent === upper ? upper.toLowerCase() : upper;
      }
    }, true));
  }
  board.append(
    button(words.clear, () => { field.value = field.value.slice(0, -1); }, true),
    button(words.done, () => { close(); field.focus(); }, true),
    button(words.cancel, () => { field.value = before; close(); opener.focus(); }, true));
  board.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = before;
      close();
      opener.focus();
    }
  });
  opener.hidden = true;
  opener.setAttribute("aria-expanded", "true");
  opener.after(board);
  board.querySelector("button").focus();
}

for (const field of document.querySelectorAll("input[data-keyboard]")) {
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "button small keyboard-open";
  opener.textContent = words.open;
  opener.setAttribute("aria-expanded", "false");
  const label = document.querySelector(`label[for="${field.id}"]`);
  opener.setAttribute("aria-label", `${words.open}: ${label.textContent}`);
  opener.addEventListener("click", () => openFor(field, opener));
  field.parentElement.append(opener);
}
