// The plain client, without a test runner: starts the tool of the PATH and ends it.
const assert = require('node:assert/strict');
const { startSimulator, OtpError } = require('@hwtoken/playwright/client');

(async () => {
  const sim = await startSimulator();
  try {
    const token = await sim.hotp('gezd gnbv gy3t qojq gezd gnbv gy3t qojq');
    assert.deepEqual([await token.nextCode(), await token.press(), await token.nextCode()], ['755224', '287082', '359152']);
    await token.release();
    await assert.rejects(token.nextCode(), (error) => error instanceof OtpError && error.code === 'noSuchLease' && /Take a new token/.test(error.message));

    await sim.clock.set('2027-01-01T00:00:00Z');
    await sim.fill('shop', { random: 'TOTP', count: 2 });
    const [one, other] = [await sim.lease('shop'), await sim.lease('shop')];
    assert.notEqual(one.credentialId, other.credentialId);
    await one.nextCode();
    await one.arrived();
    for (let n = 0; n < 4; n++)
      await other.nextCode();
    assert.equal((await sim.clock.now()).toISOString(), '2027-01-01T00:01:30.000Z');
    await sim.clock.advance(3600);
    assert.equal((await sim.clock.now()).toISOString(), '2027-01-01T01:01:30.000Z');
    assert.match((await one.secret()).otpauth, /^otpauth:\/\/totp\//);

    await assert.rejects(sim.lease('nowhere'), (error) => error.code === 'noSuchPool' && /otp\.fill/.test(error.message));
    await assert.rejects(sim.totp('GEZDGNBVGY3TQOJ1!'), (error) => !/GEZD/.test(error.message));
    await assert.rejects(sim.fromUri('https://example.org/'), (error) => error.code === 'badInput');
  } finally {
    await sim.stop();
  }
  await assert.rejects(sim.totp(), (error) => error.code === 'unreachable' && /hwtoken-sim sim/.test(error.message));
  await assert.rejects(startSimulator({ command: '/nowhere/hwtoken-sim' }), (error) => error.code === 'notStarted' && /dotnet tool install/.test(error.message));
})();
