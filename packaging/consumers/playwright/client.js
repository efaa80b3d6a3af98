// The plain client, without a test runner: starts the tool of the PATH and ends it.
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { createServer } = require('node:http');
const { spawn, spawnSync } = require('node:child_process');
const { startSimulator, OtpSimulator, OtpError } = require('@hwtoken/playwright/client');
const { otpServer } = require('@hwtoken/playwright');

const refusal = (code, words) => (error) => error instanceof OtpError && error.code === code && words.test(error.message);

/** A program that starts a simulator and is then ended from outside: whether the simulator still answers, and how the program ended. */
async function ended(signal) {
  const program = `require('@hwtoken/playwright/client').startSimulator().then((sim) => { console.log(sim.url); setInterval(() => {}, 1000); })`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  child.kill(signal);
  const [, by] = await once(child, 'exit');
  for (;;) {
    try {
      await new OtpSimulator(String(line).trim()).clock.now();
    } catch (error) {
      return [error.code, by];
    }
  }
}

// Node ends well when nothing is left that could happen, also in the middle: so it is the last line that says so.
process.exitCode = 1;
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

    await assert.rejects(sim.lease('nowhere'), refusal('noSuchPool', /otp\.fill/));
    await assert.rejects(sim.totp('GEZDGNBVGY3TQOJ1!'), (error) => !/GEZD/.test(error.message));
    await assert.rejects(sim.fromUri('https://example.org/'), refusal('badInput', /otpauth:/));
  } finally {
    await sim.stop();
  }
  await assert.rejects(sim.totp(), refusal('unreachable', /hwtoken-sim sim/));
  await assert.rejects(startSimulator({ command: '/nowhere/hwtoken-sim' }), refusal('notStarted', /dotnet tool install/));

  // Playwright shows what its server said; a shell's "not found" would not say what to do.
  const server = spawnSync(otpServer({ command: '/nowhere/hwtoken-sim' })[0].command, { shell: true, encoding: 'utf8' });
  assert.equal(server.status, 127);
  assert.match(server.stderr, /dotnet tool install/);

  // What else people write into HWTOKEN_SIM_URL.
  for (const url of ['', 'localhost:5080', 'ftp://127.0.0.1', '5080'])
    assert.throws(() => new OtpSimulator(url), refusal('badInput', /HWTOKEN_SIM_URL.*127\.0\.0\.1:5080/));
  for (const [status, body] of [[404, '{"title":"Not Found"}'], [200, '<!doctype html>'], [502, 'Bad Gateway'], [404, 'null']]) {
    const other = createServer((_, answer) => answer.writeHead(status).end(body)).listen(0, '127.0.0.1');
    await once(other, 'listening');
    await assert.rejects(new OtpSimulator(`http://127.0.0.1:${other.address().port}`).totp(), refusal('unreachable', /hwtoken-sim sim/));
    other.close().closeAllConnections();
  }

  for (const signal of ['SIGINT', 'SIGTERM'])
    assert.deepEqual(await ended(signal), ['unreachable', signal]);
  process.exitCode = 0;
})();
