// What the browser keeps: an entry a token. Copies of the page on other paths of the same host have entries of their own.
const prefix = `hwtoken ${new URL("../", import.meta.url).pathname} token `;

export const names = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)).join(" ");

export const text = (name) => localStorage.getItem(prefix + name);

export const write = (name, words) => localStorage.setItem(prefix + name, words);

export const remove = (name) => localStorage.removeItem(prefix + name);
