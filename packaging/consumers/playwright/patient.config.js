// The configuration of docs/testing.md on a machine that may have other work: patience is added, and a clock that waits.
const { defineConfig } = require('@playwright/test');
const quick = require('./playwright.config.js');

module.exports = defineConfig({
  ...quick,
  globalSetup: './freeze.js',
  timeout: 600_000,
  expect: { timeout: 300_000 },
  use: { ...quick.use, navigationTimeout: 300_000 },
});
