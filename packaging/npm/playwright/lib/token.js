'use strict';
const { OtpError } = require('./error');
const { fillCode } = require('./fill');

/** A process that died gives its tokens back after so many seconds. */
const LEASE_SECONDS = 120;

/** A virtual token that one holder has for himself until he releases it. */
class OtpToken {
  #calls;
  #lease;
  #options;
  #ownsPool;
  #timer;
  #isOver = false;
  #isOnItsWay = false;

  constructor(calls, lease, options, ownsPool) {
    this.#calls = calls;
    this.#lease = lease;
    this.#options = options;
    this.#ownsPool = ownsPool;
    this.credentialId = lease.credentialId;
    this.type = lease.type;
    this.digits = lease.digits;
    this.period = lease.period ?? undefined;
    // As long as this process lives: a test that takes an hour keeps its token. A failure is told to whoever asks for the next code.
    this.#timer = setInterval(() => void this.#renew({}).catch(() => {}), (LEASE_SECONDS / 4) * 1000);
    this.#timer.unref();
  }

  /** The next unused code as text, computed by the firmware's own rule. */
  async nextCode() {
    return (await this.next()).code;
  }

  /** Presses the button, lets the firmware run and reads the next code from the pixels of the display. */
  async press() {
    return (await this.next({ pressed: true })).code;
  }

  /** The next code with all that belongs to it: `code`, `movingFactor`, `at`, `stepEnds`, `pressed`. */
  async next({ pressed = false } = {}) {
    this.#throwIfOver();
    const most = this.period === undefined ? this.#options.margin : Math.floor(this.period / 2);
    const ask = { pressed, margin: Math.min(this.#options.margin, most), wait: this.#options.codeWait };
    const code = await this.#calls.send('POST', `leases/${this.#lease.id}/code`, ask, this.#about(), this.#options.codeWait);
    this.#isOnItsWay = true;
    return code;
  }

  /** Waits for the field (a locator, or a page: its field with autocomplete="one-time-code"), then types the next code into it, or a digit into each of as many fields. */
  async fill(target, options = {}) {
    return fillCode(this, target, options);
  }

  /** Its test secret, for the system under test: `{ credentialId, otpauth }`. */
  async secret() {
    this.#throwIfOver();
    return this.#calls.send('POST', `leases/${this.#lease.id}/secret`, undefined, this.#about());
  }

  /** Says that the last code has reached the system under test: a virtual clock is no longer held for it. */
  async arrived() {
    if (this.#isOnItsWay && !this.#isOver) {
      this.#isOnItsWay = false;
      await this.#renew({ arrived: true });
    }
  }

  /** Gives it back. A second time nothing happens. */
  async release() {
    if (this.#isOver)
      return;
    this.#isOver = true;
    clearInterval(this.#timer);
    try {
      await this.#calls.send('DELETE', this.#ownsPool ? `pools/${this.#lease.pool}` : `leases/${this.#lease.id}`, undefined, this.#about());
    } catch (error) {
      // Over already, or the simulator is gone: that is what was wanted.
      if (!(error instanceof OtpError) || !['noSuchLease', 'noSuchPool', 'unreachable'].includes(error.code))
        throw error;
    }
  }

  /** What it is; no code and no secret. */
  toString() {
    return `${this.type} token ${this.credentialId}`;
  }

  #renew(more) {
    return this.#calls.send('POST', `leases/${this.#lease.id}/renew`, { seconds: LEASE_SECONDS, ...more }, this.#about());
  }

  #about() {
    return { pool: this.#lease.pool, credentialId: this.credentialId };
  }

  #throwIfOver() {
    if (this.#isOver)
      throw new OtpError('noSuchLease', `${this.credentialId} was released. Take a new token (otp.lease, otp.totp, otp.hotp).`);
  }
}

exports.OtpToken = OtpToken;
exports.LEASE_SECONDS = LEASE_SECONDS;
