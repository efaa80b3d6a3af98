// All tokens into a file, and the tokens of a file into the rack: another browser's or another computer's, or the same ones as they were.
import { get, post, showProblem } from "./api.js";

const kind = "hwtoken-tokens";
const field = document.getElementById("token-file");

async function save() {
  const tokens = [];
  for (const { id } of await get("/tokens") ?? []) {
    const snapshot = await post(`/tokens/${id}/snapshot`);
    if (!snapshot) {
      return;
    }
    tokens.push(snapshot);
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ kind, tokens })], { type: "application/json" }));
  link.download = "hwtoken-tokens.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

function read(text) {
  try {
    const file = JSON.parse(text);
    return file.kind === kind && Array.isArray(file.tokens) ? file.tokens : null;
  } catch {
    return null;
  }
}

async function load(text) {
  const tokens = read(text);
  if (!tokens) {
    showProblem({ code: "noTokenFile" });
    return;
  }
  for (const token of tokens) {
    const [made] = await post("/tokens") ?? [];
    if (!made) {
      return;
    }
    if (!await post(`/tokens/${made.id}/restore`, token)) {
      await post(`/tokens/${made.id}`, {}, "DELETE");
      showProblem({ code: "noTokenFile" });
      return;
    }
  }
}

export function startArchive() {
  document.getElementById("save-all").addEventListener("click", save);
  document.getElementById("load-file").addEventListener("click", () => field.click());
  field.addEventListener("change", async () => {
    const [file] = field.files;
    field.value = "";
    if (file) {
      await load(await file.text());
    }
  });
}
