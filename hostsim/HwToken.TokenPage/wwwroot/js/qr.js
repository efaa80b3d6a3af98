// QR codes: drawn from the modules that the program made, read from a picture that was dropped, pasted or chosen.
import { post, showProblem } from "./api.js";
import * as transport from "./transport.js";

const svg = "http://www.w3.org/2000/svg";
const quiet = 4; // modules of quiet zone (ISO/IEC 18004)
const mostSide = 900; // a larger picture is made smaller: enough for any code of a screen

// A text as an SVG element; null where no program is there to make it (the static page).
export async function drawQr(text, label) {
  const answer = transport.root ? await post("/qr/draw", { text }) : null;
  return answer && drawRows(answer.rows, label);
}

// Rows of modules, "1" is dark.
function drawRows(rows, label) {
  const side = rows.length + 2 * quiet;
  const picture = document.createElementNS(svg, "svg");
  const ground = document.createElementNS(svg, "rect");
  const path = document.createElementNS(svg, "path");
  picture.setAttribute("viewBox", `0 0 ${side} ${side}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  picture.setAttribute("shape-rendering", "crispEdges");
  ground.setAttribute("width", side);
  ground.setAttribute("height", side);
  ground.setAttribute("fill", "#fff");
  path.setAttribute("fill", "#000");
  path.setAttribute("d", rows.flatMap((row, y) => [...row.matchAll(/1+/g)].map((run) => `M${run.index + quiet} ${y + quiet}h${run[0].length}v1h-${run[0].length}z`)).join(""));
  picture.append(ground, path);
  return picture;
}

// The text of the QR code in a picture; null after a refusal that has been shown.
export async function readQr(file) {
  if (!transport.root) {
    showProblem({ code: "qrNeedsProgram" });
    return null;
  }
  const image = await createImageBitmap(file);
  const scale = Math.min(1, mostSide / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff"; // behind a transparent picture
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let grey = "";
  for (let i = 0; i < data.length; i += 4) {
    grey += String.fromCharCode((data[i] * 77 + data[i + 1] * 150 + data[i + 2] * 29) >> 8);
  }
  const answer = await post("/qr/read", { width: canvas.width, height: canvas.height, grey: btoa(grey) });
  return answer?.text ?? null;
}
