// How the page reaches its tokens: the simulator in the page itself. The served page has the same two functions over REST.
import { simulator } from "./simulator.js";
import "./install.js";

const lookMs = 100;
let lookNow = () => {};

export async function send(method, path, body) {
  const answer = (await simulator).Send(method, path, body === undefined ? "" : JSON.stringify(body));
  const status = Number(answer.slice(0, 3));
  const words = answer.slice(4);
  lookNow();
  return { ok: status < 300, answer: words ? JSON.parse(words) : {} };
}

export function listen(id, handlers) {
  let timer = 0;
  let isOver = false;
  simulator.then((tokens) => {
    if (isOver) {
      return;
    }
    tokens.Watch(id);
    lookNow = () => {
      for (const { kind, data } of JSON.parse(tokens.Look())) {
        // A handler may have chosen another token: what is left of the news is about the old one.
        if (!isOver) {
          handlers[kind](data);
        }
      }
    };
    lookNow();
    timer = setInterval(lookNow, lookMs);
  });
  return () => {
    isOver = true;
    clearInterval(timer);
    lookNow = () => {};
  };
}
