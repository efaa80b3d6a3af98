// The configuration of docs/testing.md on a machine that may have other work: nothing but patience is added.
const { defineConfig } = require('@playwright/test');
const quick = require('./playwright.config.js');

module.exports = defineConfig({
  ...quick,
  timeout: 600_000,
  expect: { timeout: 300_000 },
  use: { ...quick.use, navigationTimeout: 300_000 },
});
