'use strict';
const { commandOf } = require('./start');

/**
 * An entry for `webServer` of playwright.config: starts the tool on a free port and tells workers and later servers its address in HWTOKEN_SIM_URL.
 * Empty when that variable is set already: the running one is used. `args`: other arguments, such as ['serve', '--demo'].
 */
function otpServer({ command, args = ['sim', '--temporary'], timeout = 600_000 } = {}) {
  if (process.env.HWTOKEN_SIM_URL)
    return [];
  const quoted = [process.execPath, require.resolve('./run'), commandOf(command), ...args, '--url', 'http://127.0.0.1:0'].map((part) => (/[^\w./:@=-]/.test(part) ? JSON.stringify(part) : part));
  return [{
    name: 'otp',
    command: quoted.join(' '),
    wait: { stdout: /HwToken listens at (?<hwtoken_sim_url>\S+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    timeout,
  }];
}

exports.otpServer = otpServer;
