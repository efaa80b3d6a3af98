// What the types allow, and what they refuse.
import { test as base } from '@playwright/test';
import { test, expect, otpServer, otpFixtures, OtpError } from '@hwtoken/playwright';
import { OtpSimulator, startSimulator } from '@hwtoken/playwright/client';

test.use({ otpOptions: { pool: 'bank', inHand: 60 } });
// @ts-expect-error a pool's name is text
test.use({ otpOptions: { pool: 5 } });

test('types', async ({ page, otp, otpWorker }) => {
  const code: string = await otp.token.nextCode();
  await otp.token.fill(page);
  await otp.token.fill(page.getByLabel('Code'), { pressed: true });
  await otp.clock.advance(30);
  const other = await otp.fromUri('otpauth://totp/a');
  const step: string | null = (await other.next()).stepEnds;
  expect([code, step, otpWorker.simulator.url]).toBeTruthy();
  // @ts-expect-error seconds are a number
  await otp.clock.advance('30s');
});

base.extend(otpFixtures);
const servers: { command: string }[] = otpServer({ args: ['serve', '--demo'] });
async function plain(): Promise<string> {
  const sim = await startSimulator({ codeWait: 5 });
  const attached: OtpSimulator = new OtpSimulator(sim.url);
  await sim.stop();
  return `${attached.url} ${servers.length} ${new OtpError('badInput', '').code}`;
}
void plain();
