const { test, expect } = require('@hwtoken/playwright');

test('a customer signs in with a code', async ({ page, otp }) => {
  await page.goto('/bank/sign-in');
  await page.getByLabel('User ID').fill(otp.token.credentialId);
  await page.getByLabel('Password', { exact: true }).pressSequentially('sample2026\n');
  await otp.token.fill(page, { enter: true });
  await expect(page.getByText('You are signed in')).toBeVisible();
});
