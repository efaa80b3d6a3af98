// Once, before the workers: from here on a TOTP code comes at once, and the bank goes by the same clock.
const { OtpSimulator } = require('@hwtoken/playwright/client');

module.exports = () => new OtpSimulator(process.env.HWTOKEN_SIM_URL).clock.freeze();
