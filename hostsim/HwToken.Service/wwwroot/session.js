// The end of a session is announced before it comes, and what was typed is not lost: it waits in this tab alone until the person is back.
// Passwords and codes are never kept.
const words = document.documentElement.lang === "ja"
  ? {
      soon: (minutes) => `操作がないため、あと約${minutes}分で自動的に終了します。`,
      stay: "このまま続ける",
      over: "自動的に終了しました。入力した内容はこのタブに残っています(パスワードとコードを除く)。",
      again: "もう一度入る",
      restored: "終了前に入力した内容を戻しました。",
    }
  : {
      soon: (minutes) => `You have done nothing here for a while: your session ends in about ${minutes} min.`,
      stay: "Stay signed in",
      over: "Your session has ended. What you typed waits in this tab (passwords and codes do not).",
      again: "Sign in again",
      restored: "What you had typed before the session ended is back.",
    };
const key = "hwtoken-typed";
const mostNoticeMs = 120_000;
const left = Number(document.body.dataset.session) * 1000;
const isIn = left > 0;

const isKept = (field) => field.name && !field.closest(".top") && field.type !== "hidden" && field.type !== "password" && field.type !== "file" && !field.classList.contains("code");
const typed = () => [...document.querySelectorAll("main :is(input, select, textarea)")].filter(isKept);
const valueOf = (field) => (field.type === "checkbox" || field.type === "radio" ? field.checked : field.value);

function keep(isOver) {
  const fields = typed().map((field) => [field.name, valueOf(field)]).filter(([, value]) => value !== "" && value !== false);
  if (fields.length > 0) {
    sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, isOver, fields }));
  }
}

function note(text, action) {
  document.querySelector(".session-end")?.remove();
  const bar = document.createElement("div");
  const line = document.createElement("p");
  bar.className = "session-end";
  bar.setAttribute("role", "status");
  line.textContent = text;
  bar.append(line, ...(action ? [action] : []));
  document.body.append(bar);
}

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
  if (!kept) {
    return;
  }
  if (!isIn) {
    // At the sign-in that a post was sent to: the post came too late.
    if (new URLSearchParams(location.search).get("from") === "ended") {
      sessionStorage.setItem(key, JSON.stringify({ ...kept, isOver: true }));
    }
    return;
  }
  if (!kept.isOver) {
    sessionStorage.removeItem(key);
  } else if (kept.path === location.pathname) {
    sessionStorage.removeItem(key);
    const values = new Map(kept.fields);
    const empty = typed().filter((field) => values.has(field.name) && !field.value);
    for (const field of empty) {
      field.value = values.get(field.name);
    }
    if (empty.length > 0) {
      note(words.restored);
    }
  }
}

// Counted from the moment the page was made: a computer that slept in between wakes to the right answer.
function watch() {
  const end = Date.now() + left;
  const from = end - Math.min(mostNoticeMs, left / 2);
  let said = "";
  const timer = setInterval(() => {
    const now = Date.now();
    if (now >= end) {
      clearInterval(timer);
      keep(true);
      const again = document.createElement("a");
      again.className = "button";
      again.href = location.pathname;
      again.textContent = words.again;
      note(words.over, again);
    } else if (now >= from) {
      const text = words.soon(Math.max(1, Math.ceil((end - now) / 60_000)));
      if (text !== said) {
        said = text;
        const stay = document.createElement("button");
        stay.type = "button";
        stay.className = "button";
        stay.textContent = words.stay;
        stay.addEventListener("click", async () => {
          // Any page of the session carries it on; what comes of a signed-out one is the sign-in, and then the time runs out in its words.
          const answer = await fetch(document.body.dataset.sessionPath, { redirect: "manual" }).catch(() => null);
          if (answer?.ok) {
            clearInterval(timer);
            document.querySelector(".session-end").remove();
            watch();
          }
        });
        note(text, stay);
      }
    }
  }, 1000);
}

restore();
if (isIn) {
  document.addEventListener("submit", (event) => (event.target.action.endsWith("/sign-out") ? sessionStorage.removeItem(key) : keep(false)));
  watch();
}
