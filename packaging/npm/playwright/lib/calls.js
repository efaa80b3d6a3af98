'use strict';
const { OtpError } = require('./error');
const { words } = require('./words');

/** What a request may take beyond what the simulator itself waits, in seconds. */
const GRACE = 60;

/** Requests to a simulator (`/sim/v1`). */
class Calls {
  constructor(url) {
    const address = URL.canParse(url) ? new URL(url) : undefined;
    if (!['http:', 'https:'].includes(address?.protocol))
      throw new OtpError('badInput', 'That is no address of a simulator (an option, or HWTOKEN_SIM_URL). Give it as the simulator prints it, such as http://127.0.0.1:5080.');
    this.origin = address.origin;
  }

  /** Asks and waits. `about` is what it is about, for the words of a refusal; `wait` is how long the simulator itself may wait, in seconds. */
  async send(method, path, body, about = {}, wait = 0) {
    let answer, text;
    try {
      answer = await fetch(`${this.origin}/sim/v1/${path}`, {
        method,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout((wait + GRACE) * 1000),
      });
      text = await answer.text();
    } catch (cause) {
      throw this.#unreachable(cause);
    }
    if (answer.ok)
      return text === '' ? undefined : this.#parse(text);
    const problem = this.#parse(text);
    // Something else may answer there.
    if (typeof problem?.detail !== 'string')
      throw this.#unreachable();
    const say = words[problem.code] ?? (() => problem.detail);
    const retryAfter = answer.headers.get('retry-after');
    throw new OtpError(problem.code ?? 'refused', say(about), {
      status: answer.status,
      retryAfter: retryAfter === null ? undefined : Number(retryAfter),
    });
  }

  #parse(text) {
    try {
      return JSON.parse(text);
    } catch {
      throw this.#unreachable();
    }
  }

  #unreachable(cause) {
    return new OtpError('unreachable', `No simulator answers at ${this.origin}. Start one (hwtoken-sim sim) and set HWTOKEN_SIM_URL to the address that it prints, or let the config start it: webServer: otpServer().`, { cause });
  }
}

exports.Calls = Calls;
