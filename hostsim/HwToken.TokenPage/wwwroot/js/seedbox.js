// Where a blank token is filled: text that is typed or pasted, a picture of a QR code or a file that is dropped, pasted or chosen.
import { post } from "./api.js";
import { readQr } from "./qr.js";
import { isBareSecret, readSeedText } from "./seedtext.js";

const uri = document.getElementById("otpauth");

const bareType = () => document.querySelector("[data-bare][aria-pressed='true']").dataset.bare;

// A seed file is closed by a pre-shared key or by a passphrase.
const keyOf = (typed) => (!typed ? {} : /^([0-9a-f]{32}|[0-9a-f]{48}|[0-9a-f]{64})$/i.test(typed) ? { key: typed } : { passphrase: typed });

// Asks for no more than what was given needs.
function offer() {
  document.getElementById("bare-type").hidden = !isBareSecret(uri.value);
  document.getElementById("seed-key-box").hidden = !readSeedText(uri.value)?.seeds;
}

async function take(file) {
  const text = file.type.startsWith("image/") ? await readQr(file) : await file.text();
  if (text !== null) {
    uri.value = text;
    offer();
    uri.focus();
  }
}

// Files by drop, paste and choice; text is the field's own.
export function startSeedBox(current) {
  const box = document.getElementById("provision");
  const chooser = document.getElementById("seed-file");
  const takeFrom = (event, files) => {
    if (files?.length) {
      event.preventDefault();
      take(files[0]);
    }
  };
  uri.addEventListener("input", offer);
  box.addEventListener("dragover", (event) => event.preventDefault());
  box.addEventListener("drop", (event) => takeFrom(event, event.dataTransfer.files));
  box.addEventListener("paste", (event) => takeFrom(event, event.clipboardData.files));
  chooser.addEventListener("change", (event) => takeFrom(event, chooser.files));
  document.getElementById("choose-file").addEventListener("click", () => chooser.click());
  for (const button of document.querySelectorAll("[data-bare]")) {
    button.addEventListener("click", () => {
      for (const one of document.querySelectorAll("[data-bare]")) {
        one.setAttribute("aria-pressed", String(one === button));
      }
    });
  }
  document.getElementById("provision").addEventListener("submit", async (event) => {
    event.preventDefault();
    const seed = readSeedText(uri.value, bareType()) ?? { otpauth: "" };
    const done = seed.seeds
      ? await post("/tokens", { ...seed, ...keyOf(document.getElementById("seed-key").value.trim()) })
      : await post(`/tokens/${current().id}/provision`, seed);
    if (done) {
      uri.value = "";
      document.getElementById("seed-key").value = "";
      offer();
    }
  });
}
