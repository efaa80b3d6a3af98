// The finger: mouse, touch, keys, and assistive technology that only clicks.
import { post } from "./api.js";

const button = document.getElementById("button");
const bar = document.querySelector(".hold-bar");
const fullHoldMs = 10000;
const quickMs = 120;

let token = null;
let isDown = false;
let downAt = 0;
let touched = 0; // the token that the finger is on; a switch of tokens must not leave it pressed
let order = Promise.resolve();

// One after the other: an "up" must not overtake its "down".
function send(id, down) {
  order = order.then(() => post(`/tokens/${id}/button`, { down }));
}

function grow() {
  const held = isDown ? Math.min(1, (performance.now() - downAt) / fullHoldMs) : 0;
  bar.style.width = `${100 * held}%`;
  if (isDown) {
    requestAnimationFrame(grow);
  }
}

function down() {
  if (isDown || token === null) {
    return;
  }
  isDown = true;
  downAt = performance.now();
  touched = token;
  button.classList.add("is-down");
  send(touched, true);
  grow();
}

function up() {
  if (!isDown) {
    return;
  }
  isDown = false;
  button.classList.remove("is-down");
  send(touched, false);
}

const isPressKey = (event) => event.key === " " || event.key === "Enter";

export function setButtonToken(id) {
  if (id !== token) {
    up();
    token = id;
  }
}

export function startButton() {
  button.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      button.setPointerCapture(event.pointerId);
      down();
    }
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture", "blur"]) {
    button.addEventListener(end, up);
  }
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  button.addEventListener("keydown", (event) => {
    if (isPressKey(event)) {
      event.preventDefault();
      if (!event.repeat) {
        down();
      }
    }
  });
  button.addEventListener("keyup", (event) => {
    if (isPressKey(event)) {
      event.preventDefault();
      up();
    }
  });
  // A screen reader's "activate" is a click without pointer or key before it.
  button.addEventListener("click", (event) => {
    if (event.detail === 0 && !isDown) {
      down();
      setTimeout(up, quickMs);
    }
  });
  window.addEventListener("pagehide", up);
  window.addEventListener("blur", up);
}
