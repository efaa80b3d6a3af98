// The same sign-in without a browser, for runs by the thousand: SOAK=1 npx playwright test --config many.config.js --repeat-each 1000
const { test, expect } = require('@hwtoken/playwright');

const forgery = /name="forgery"[^>]* value="([^"]*)"/;

test('a customer signs in with a code, without a browser', async ({ request, otp }) => {
  const page = async (path) => (await request.get(path)).text();
  const send = async (path, fields) => (await request.post(path, { form: { forgery: forgery.exec(await page(path))[1], ...fields } })).text();
  await send('/bank/sign-in', { for: 'signin', user: otp.token.credentialId, password: 'sample2026' });
  expect(await send('/bank/code', { code: await otp.token.nextCode() })).toContain('You are signed in');
});
