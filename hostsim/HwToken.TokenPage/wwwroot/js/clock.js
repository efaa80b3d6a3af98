// Virtual time between two messages: the last one told, carried on at its pace.
let told = { now: 0, pace: 0, at: 0, ahead: 0 };

export function setClock(state) {
  told = { now: state.now, pace: state.pace, at: performance.now(), ahead: state.ahead };
}

export function virtualNow() {
  return told.now + (performance.now() - told.at) * told.pace;
}

// How far virtual time is ahead of true UTC, in milliseconds.
export function aheadNow() {
  return told.ahead + (performance.now() - told.at) * (told.pace - 1);
}
