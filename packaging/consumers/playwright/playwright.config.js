const { defineConfig } = require('@playwright/test');
const { otpServer } = require('@hwtoken/playwright');

module.exports = defineConfig({
  webServer: otpServer({ args: ['serve', '--demo', '--ready', '8', '--temporary'] }), // a bank, and eight customers with tokens
  use: {
    baseURL: process.env.HWTOKEN_SIM_URL,
    locale: 'en-US',
    otpOptions: { pool: 'bank' }, // each worker is one of the customers
    launchOptions: { executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] }, // without the variable: Playwright's own browser
  },
});
