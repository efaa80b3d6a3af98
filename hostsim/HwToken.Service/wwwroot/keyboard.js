// Software keyboard: one button a page, rows as on a desk's keyboard (shuffled by choice), one character a press, reachable by keyboard.
// It types into the field that was entered last.
const words = document.documentElement.lang === "ja"
  ? { open: "ソフトウェアキーボード", into: "入力先: ", clear: "1字消す", shift: "大文字", shuffle: "配列を混ぜる", done: "確定", cancel: "取消" }
  : { open: "Software keyboard", into: "Types into: ", clear: "Delete", shift: "Capitals", shuffle: "Shuffle the keys", done: "Confirm", cancel: "Cancel" };
const rows = { digits: ["1234567890"], text: ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"] };
const memory = "hwtoken-keys-shuffled";
const fields = [...document.querySelectorAll("input[data-keyboard]")];

const opener = button(words.open, open);
const board = document.createElement("div");
const target = document.createElement("p");
const keys = document.createElement("div");
const shift = button(words.shift, () => { press(shift, !isOn(shift)); draw(); });
const shuffle = button(words.shuffle, () => {
  press(shuffle, !isOn(shuffle));
  localStorage.setItem(memory, isOn(shuffle) ? "yes" : "no");
  draw();
});
let field = null;
let before = new Map();

function button(label, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", action);
  return made;
}

const isOn = (toggle) => toggle.getAttribute("aria-pressed") === "true";
const press = (toggle, on) => toggle.setAttribute("aria-pressed", String(on));

function shuffled(text) {
  const made = [...text];
  const random = crypto.getRandomValues(new Uint32Array(made.length));
  for (let i = made.length - 1; i > 0; i--) {
    const j = random[i] % (i + 1);
    [made[i], made[j]] = [made[j], made[i]];
  }
  return made.join("");
}

// Shuffled keys keep their kind: digits stay above letters.
function layout(kind) {
  if (!isOn(shuffle)) {
    return rows[kind];
  }
  const letters = shuffled("abcdefghijklmnopqrstuvwxyz");
  return [shuffled("1234567890"), letters.slice(0, 10), letters.slice(10, 19), letters.slice(19)].slice(0, rows[kind].length);
}

function draw() {
  const kind = field.dataset.keyboard;
  keys.replaceChildren(...layout(kind).map((row) => {
    const line = document.createElement("div");
    line.className = "keys";
    line.append(...[...row].map((key) => {
      const typed = isOn(shift) ? key.toUpperCase() : key;
      return button(typed, () => { field.value += typed; });
    }));
    return line;
  }));
  shift.hidden = kind !== "text";
}

function aim(next) {
  const kindBefore = field?.dataset.keyboard;
  field = next;
  target.textContent = words.into + document.querySelector(`label[for="${field.id}"]`).textContent;
  if (!before.has(field)) {
    before.set(field, field.value);
  }
  if (kindBefore !== field.dataset.keyboard) {
    draw();
  }
}

function open() {
  before = new Map();
  press(shift, false);
  const next = field ?? fields.find((one) => one.value === "") ?? fields[0];
  field = null;
  aim(next);
  opener.hidden = true;
  opener.setAttribute("aria-expanded", "true");
  board.hidden = false;
  keys.querySelector("button").focus();
}

function close(to) {
  board.hidden = true;
  opener.hidden = false;
  opener.setAttribute("aria-expanded", "false");
  to.focus();
}

function cancel() {
  before.forEach((value, one) => { one.value = value; });
  close(opener);
}

if (fields.length > 0) {
  board.className = "keyboard";
  board.hidden = true;
  board.setAttribute("role", "group");
  board.setAttribute("aria-label", words.open);
  target.setAttribute("aria-live", "polite");
  press(shuffle, localStorage.getItem(memory) === "yes");
  const acts = document.createElement("div");
  acts.className = "acts";
  acts.append(
    button(words.clear, () => { field.value = field.value.slice(0, -1); }),
    shift,
    shuffle,
    button(words.done, () => close(field)),
    button(words.cancel, cancel));
  board.append(target, keys, acts);
  board.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      cancel();
    }
  });
  opener.className = "button small keyboard-open";
  opener.setAttribute("aria-expanded", "false");
  for (const one of fields) {
    one.addEventListener("focus", () => (board.hidden ? field = one : aim(one)));
  }

  // Below the last field of the first form that has one, above its buttons.
  const form = fields[0].form;
  fields.filter((one) => one.form === form).at(-1).closest(".field").after(opener, board);
}
