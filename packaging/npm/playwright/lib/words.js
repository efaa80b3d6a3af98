'use strict';

/** The API's refusals in the words of this client; what is not here is told in the simulator's own. */
const words = {
  noSuchPool: (about) => `There is no pool '${about.pool}'. Fill it first: otp.fill('${about.pool}', { random: 'TOTP', count: 8 }), or give its seeds.`,
  noSuchLease: (about) =>
    `The lease of ${about.credentialId} is over: it was released, its pool dropped, or the simulator did not hear of this process for two minutes. Take a new one (otp.lease, otp.totp, otp.hotp).`,
  noTokenFree: (about) => `No token of the pool '${about.pool}' came back in time. Release tokens that are done with, put more into the pool (one a worker), or wait longer (leaseWait).`,
  notYet: (about) =>
    `The next unused code of ${about.credentialId} comes later than codeWait allows. Freeze the clock (otp.clock.freeze()) and let the system under test go by it, take a token for each test, use HOTP, or wait longer.`,
};

exports.words = words;
