// The panel, pixel by pixel: 1024 bytes, each 8 points of a column with the topmost in bit 0.
import { onLanguage, t } from "./i18n.js";

const width = 128;
const lit = [191, 233, 255];
const dark = [5, 8, 13];

const canvas = document.getElementById("oled");
const context = canvas.getContext("2d", { willReadFrequently: true });
const image = context.createImageData(width, canvas.height);
let drawn = null;
let described = null;

function draw(pixels) {
  const bytes = atob(pixels);
  for (let i = 0; i < bytes.length; i++) {
    for (let bit = 0; bit < 8; bit++) {
      const at = 4 * ((8 * Math.floor(i / width) + bit) * width + (i % width));
      const colour = (bytes.charCodeAt(i) >> bit) & 1 ? lit : dark;
      image.data.set(colour, at);
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

// Groups of three, as on the glass.
export function groupCode(code) {
  const half = Math.floor(code.length / 2);
  return code.slice(0, half) + " " + code.slice(half);
}

export function describeScreen(screen) {
  switch (screen.content) {
    case "code": return t("displayCode", { code: groupCode(screen.code) });
    case "text": return t("displayWords", { words: screen.lines.join(" / ") });
    case "dark": return t("displayDark");
    default: return t("displayUnreadable");
  }
}

function describe() {
  if (described) {
    canvas.setAttribute("aria-label", `${t("display")}: ${describeScreen(described)}`);
  }
}

export function showScreen(state) {
  if (state.pixels !== drawn) {
    drawn = state.pixels;
    draw(drawn);
  }
  described = state.screen;
  describe();
}

onLanguage(describe);
