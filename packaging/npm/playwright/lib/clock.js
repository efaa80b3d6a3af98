'use strict';
const { OtpError } = require('./error');

/** The clock that all tokens of a simulator share, and the system under test if it goes by it. Follows true time until it is frozen, set or advanced. */
class OtpClock {
  #calls;

  constructor(calls) {
    this.#calls = calls;
  }

  /** What it shows. */
  async now() {
    return new Date((await this.read()).now);
  }

  /** All of it: `mode` ('true' or 'virtual'), `now`, `rate`, `revision`. */
  read() {
    return this.#calls.send('GET', 'clock');
  }

  /** Lets it stand at what it shows: codes of TOTP tokens then move it step by step, and nobody waits for one. */
  async freeze() {
    await this.#calls.send('PUT', 'clock', { mode: 'virtual', rate: 0 });
  }

  /** Sets it: a Date or an ISO text, and how many seconds it goes a true second (0: it stands). */
  async set(now, rate = 0) {
    await this.#calls.send('PUT', 'clock', { mode: 'virtual', now: now instanceof Date ? now.toISOString() : now, rate });
  }

  /** Moves it forward at once, by seconds; one that follows true time is frozen before. */
  async advance(seconds) {
    if (!(seconds > 0))
      throw new OtpError('badInput', 'The clock is advanced by seconds, more than 0. To set it back, use clock.set.');
    if ((await this.read()).mode === 'true')
      await this.freeze();
    await this.#calls.send('POST', 'clock/move', { seconds });
  }

  /** Follows true time again. */
  async followTrueTime() {
    await this.#calls.send('PUT', 'clock', { mode: 'true' });
  }
}

exports.OtpClock = OtpClock;
