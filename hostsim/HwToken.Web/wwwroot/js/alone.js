// Two tabs with the same tokens would show the same code twice as new: the first one has them, the next waits until it is closed.
// Where the browser has no locks (a page over plain HTTP from another computer) nobody watches over that.
const name = `hwtoken ${new URL("../", import.meta.url).pathname}`;

// Resolves when the tokens are this tab's; calls waiting when that takes a while.
export function alone(waiting) {
  if (!navigator.locks) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const hold = () => { resolve(); return new Promise(() => {}); };
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) {
        return hold();
      }
      waiting();
      navigator.locks.request(name, hold);
      return undefined;
    });
  });
}
