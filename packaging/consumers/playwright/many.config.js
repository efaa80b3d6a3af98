// The same test by eight workers at once, again and again, on a clock that its codes move: on a small machine that has other work too.
const { defineConfig } = require('@playwright/test');
const patient = require('./patient.config.js');

module.exports = defineConfig({
  ...patient,
  testMatch: process.env.SOAK ? 'soak.js' : 'sign-in.spec.js',
  workers: 8,
  fullyParallel: true,
  retries: 0,
  reporter: process.env.QUIET ? 'dot' : 'line',
  use: {
    ...patient.use,
    otpOptions: { pool: 'bank', inHand: 300, codeWait: 600, leaseWait: 300 },
    launchOptions: { ...patient.use.launchOptions, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] },
  },
});
