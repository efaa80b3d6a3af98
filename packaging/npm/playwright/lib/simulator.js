'use strict';
const { randomInt, randomUUID } = require('node:crypto');
const { Calls } = require('./calls');
const { OtpClock } = require('./clock');
const { OtpError } = require('./error');
const { OtpToken, LEASE_SECONDS } = require('./token');

/** How long things are waited for, in seconds of true time. Two minutes outlast the lease of a process that died. */
const defaults = { leaseWait: 150, codeWait: 65, margin: 5, inHand: 30 };

/** The tokens of a running simulator. */
class OtpSimulator {
  #calls;
  #options;

  /** `url`: its address, such as http://127.0.0.1:5080. */
  constructor(url, options = {}) {
    this.#calls = new Calls(url);
    this.#options = { ...defaults, ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) };
    this.url = this.#calls.origin;
    this.clock = new OtpClock(this.#calls);
  }

  /** Puts tokens into a pool, which is made if needed: `{ random: 'TOTP', count }`, or a seed file's text `{ seeds, key, passphrase }`. Tells how many are new. */
  async fill(pool, tokens) {
    return (await this.#calls.send('POST', 'pools', { name: pool, ...tokens }, { pool })).added;
  }

  /** The test secrets of a pool, for the system under test: `[{ credentialId, otpauth }]`. */
  secrets(pool) {
    return this.#calls.send('POST', `pools/${encodeURIComponent(pool)}/secrets`, undefined, { pool });
  }

  /** Leases a token of a pool until it is released; waits while all are leased. */
  lease(pool) {
    return this.#lease(pool, false);
  }

  /** A TOTP token: with the secret (Base32) that the system under test shows, or with a random one (`token.secret()`). */
  totp(secret) {
    return secret === undefined ? this.#random('TOTP') : this.fromUri(uriOf('totp', secret, 'period=30'));
  }

  /** A HOTP token, as with `totp`; `counter` is that of its first code. */
  hotp(secret, counter = 0) {
    return secret === undefined ? this.#random('HOTP') : this.fromUri(uriOf('hotp', secret, `counter=${counter}`));
  }

  /** The token that a URI (`otpauth://…`) describes: what the system under test shows as a QR code. Whoever asks for the same one meanwhile waits until it is released. */
  async fromUri(otpauth) {
    if (!/^otpauth:\/\/\S+$/i.test(otpauth))
      throw new OtpError('badInput', 'Give one URI that begins with otpauth://totp/ or otpauth://hotp/. Several, and seed files, go into a pool: otp.fill.');
    const { name } = await this.#calls.send('POST', 'pools', { seeds: otpauth });
    return this.#lease(name, false);
  }

  async #random(type) {
    const pool = `once-${randomUUID().replaceAll('-', '')}`;
    await this.fill(pool, { random: type, count: 1 });
    return this.#lease(pool, true);
  }

  async #lease(pool, ownsPool) {
    const { leaseWait, inHand } = this.#options;
    const lease = await this.#calls.send('POST', 'leases', { pool, seconds: LEASE_SECONDS, wait: leaseWait, inHand }, { pool }, leaseWait);
    return new OtpToken(this.#calls, lease, this.#options, ownsPool);
  }
}

/** Blanks and dashes that pages put between groups of four go. */
function uriOf(type, secret, factor) {
  const typed = String(secret).replace(/[\s-]/g, '').replace(/=+$/, '').toUpperCase();
  return `otpauth://${type}/DPHT${String(randomInt(1e8)).padStart(8, '0')}?secret=${encodeURIComponent(typed)}&${factor}`;
}

exports.OtpSimulator = OtpSimulator;
