// Requests, and the one place where a refusal is shown.
import { t } from "./i18n.js";
import { send } from "./transport.js";

const box = document.getElementById("problem");
const text = document.getElementById("problem-text");

export function startProblems() {
  document.getElementById("problem-close").addEventListener("click", () => { box.hidden = true; });
}

function describe(problem) {
  const known = t("problem_" + problem.code);
  return known && problem.code !== "otpauth" && problem.code !== "line" ? known : [known, problem.detail].filter(Boolean).join(" ");
}

export function showProblem(problem) {
  text.textContent = describe(problem);
  box.hidden = false;
}

// Resolves to the answer, or to null after a refusal that has been shown.
async function ask(method, path, body) {
  try {
    const { ok, answer } = await send(method, path, body);
    if (ok) {
      box.hidden = true;
      return answer;
    }
    showProblem(answer);
  } catch {
    showProblem({ code: "outOfReach" });
  }
  return null;
}

export const get = (path) => ask("GET", path);

export const post = (path, body = {}, method = "POST") => ask(method, path, body);
