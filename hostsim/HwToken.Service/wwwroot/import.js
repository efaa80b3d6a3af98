// While a seed file is on its way: how far the import is. The form is sent as without scripts, and its answer takes this page's place.
const words = document.documentElement.lang === "ja"
  ? {
      sending: "ファイルを送信しています…",
      reading: (done, all) => `シードを読み取っています: ${all}件中 ${done}件`,
      writing: (done, all) => `登録しています: ${all}件中 ${done}件`,
    }
  : {
      sending: "Sending the file…",
      reading: (done, all) => `Reading the seeds: ${done} of ${all}`,
      writing: (done, all) => `Storing the credentials: ${done} of ${all}`,
    };
const everyMs = 400;
const form = document.querySelector("form[data-watch]");
const box = document.querySelector("[data-is=progress]");
const line = box.querySelector("[role=status]");
const bar = box.querySelector("progress");
let timer = 0;

function show(text, done, all) {
  line.textContent = text;
  if (all > 0) {
    bar.max = all;
    bar.value = done;
  } else {
    bar.removeAttribute("value");
  }
}

async function ask() {
  const answer = await fetch(`/desk/import?handler=progress&watch=${form.dataset.watch}`, { cache: "no-store", redirect: "manual" }).catch(() => null);
  if (answer?.status === 200) {
    const { stage, done, all } = await answer.json();
    show(words[stage](done.toLocaleString("en-US"), all.toLocaleString("en-US")), done, all);
  }
  timer = setTimeout(ask, everyMs);
}

form.addEventListener("submit", () => {
  clearTimeout(timer);
  show(words.sending, 0, 0);
  box.hidden = false;
  box.scrollIntoView({ block: "nearest" });
  timer = setTimeout(ask, everyMs);
});

// Back from the answer: this page may stand as it was left.
addEventListener("pageshow", () => {
  clearTimeout(timer);
  box.hidden = true;
});
