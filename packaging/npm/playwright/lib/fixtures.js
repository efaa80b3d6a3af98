'use strict';
const { OtpError } = require('./error');
const { OtpSimulator } = require('./simulator');

/** The tokens for a worker that names no pool. */
async function leaseFor(simulator, { pool, type = 'TOTP', seeds, key, passphrase }) {
  if (pool === undefined) {
    if (seeds !== undefined)
      throw new OtpError('badInput', 'Seeds go into a pool: give otpOptions a pool\'s name beside them.');
    return type === 'HOTP' ? simulator.hotp() : simulator.totp();
  }
  // Every worker gives the same file: tokens that are known stay where they are.
  if (seeds !== undefined)
    await simulator.fill(pool, { seeds, key, passphrase });
  return simulator.lease(pool);
}

/** A worker leases a token for as long as it lives: eight workers have eight tokens, and no code in common. */
exports.fixtures = {
  otpOptions: [{}, { option: true, scope: 'worker' }],

  otpWorker: [async ({ otpOptions }, use) => {
    const { url = process.env.HWTOKEN_SIM_URL, leaseWait, codeWait, margin, inHand } = otpOptions;
    if (!url)
      throw new OtpError('noSimulator', 'There is no simulator. Let playwright.config start one (webServer: otpServer()), or start it yourself (hwtoken-sim sim) and set HWTOKEN_SIM_URL to the address that it prints.');
    const simulator = new OtpSimulator(url, { leaseWait, codeWait, margin, inHand });
    const token = await leaseFor(simulator, otpOptions);
    await use({ simulator, token });
    await token.release();
  }, { scope: 'worker', timeout: 300_000 }],

  otp: async ({ otpWorker }, use) => {
    const { simulator, token } = otpWorker;
    const others = [];
    const own = (taken) => taken.then((other) => {
      others.push(other);
      return other;
    });
    await use({
      token,
      clock: simulator.clock,
      url: simulator.url,
      fill: (pool, tokens) => simulator.fill(pool, tokens),
      secrets: (pool) => simulator.secrets(pool),
      lease: (pool) => own(simulator.lease(pool)),
      totp: (secret) => own(simulator.totp(secret)),
      hotp: (secret, counter) => own(simulator.hotp(secret, counter)),
      fromUri: (otpauth) => own(simulator.fromUri(otpauth)),
    });
    // The test is over: its tokens are the next one's, and a virtual clock is held for its code no longer.
    for (const other of others)
      await other.release();
    await token.arrived();
  },
};
