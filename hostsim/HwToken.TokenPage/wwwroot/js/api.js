// Requests to the program, and the one place where a refusal is shown.
import { t } from "./i18n.js";

export const root = "/sim/v1";

const box = document.getElementById("problem");
const text = document.getElementById("problem-text");

export function startProblems() {
  document.getElementById("problem-close").addEventListener("click", () => { box.hidden = true; });
}

function describe(problem) {
  const known = t("problem_" + problem.code);
  return known && problem.code !== "otpauth" && problem.code !== "line" ? known : [known, problem.detail].filter(Boolean).join(" ");
}

function show(problem) {
  text.textContent = describe(problem);
  box.hidden = false;
}

// Resolves to the answer, or to null after a refusal that has been shown.
export async function post(path, body = {}, method = "POST") {
  try {
    const response = await fetch(root + path, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      keepalive: true,
    });
    const words = await response.text();
    const answer = words ? JSON.parse(words) : {};
    if (response.ok) {
      box.hidden = true;
      return answer;
    }
    show(answer);
  } catch {
    show({ code: "outOfReach" });
  }
  return null;
}
