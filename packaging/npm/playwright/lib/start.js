'use strict';
const { spawn } = require('node:child_process');
const { OtpError } = require('./error');
const { OtpSimulator } = require('./simulator');

/** What the tool prints once it listens. */
const LISTENS = /^HwToken listens at (\S+)/m;

/** How long the tool may take to listen, in milliseconds: long, for a machine under load. */
const PATIENCE = 600_000;

/** What ends a process from outside. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** What to do about a tool that is not there. */
const missing = (program) => `'${program}' cannot be run. Install the tool (dotnet tool install -g hwtoken-sim), or say where it is: HWTOKEN_SIM=/path/to/hwtoken-sim.`;

/** The command: option, HWTOKEN_SIM (a path), or hwtoken-sim on the PATH. */
function commandOf(given) {
  return given ?? (process.env.HWTOKEN_SIM || 'hwtoken-sim');
}

/**
 * Starts the tool on a free port, with a data folder that is gone with it, and waits until it listens. `args`: other arguments, such as ['serve', '--demo'].
 * Answers an OtpSimulator with `stop()` and `output` (what the tool printed until it listened).
 */
async function startSimulator({ command, args = ['sim', '--temporary'], ...options } = {}) {
  const program = commandOf(command);
  const child = spawn(program, [...args, '--url', 'http://127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  let output = '';
  let errors = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = await new Promise((resolve, reject) => {
    const fail = (message, cause) => reject(new OtpError('notStarted', message, { cause }));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`'${program}' did not say within ${PATIENCE / 1000} s where it listens. Run it by hand to see what it waits for.`);
    }, PATIENCE);
    child.once('error', (cause) => fail(missing(program), cause));
    child.once('close', (status) => fail(`'${program}' ended with status ${status} before it listened: ${errors.trim() || output.trim()}`));
    child.stderr.on('data', (data) => { errors += data; });
    child.stdout.on('data', (data) => {
      output += data;
      // The whole line, and with it what is printed along with it.
      const said = LISTENS.exec(output);
      if (said && output.endsWith('\n')) {
        clearTimeout(timer);
        child.stdout.removeAllListeners('data').resume();
        child.stderr.removeAllListeners('data').resume();
        resolve(said[1]);
      }
    });
    child.once('close', () => clearTimeout(timer));
    child.once('error', () => clearTimeout(timer));
  });
  // It ends with this process: when that is done, and when Ctrl-C or a service manager ends it.
  const end = () => child.kill('SIGTERM');
  const interrupted = (signal) => {
    forget();
    end();
    // Nobody else wants to know of it: then the signal does what it does without us.
    if (process.listenerCount(signal) === 0)
      process.kill(process.pid, signal);
  };
  const forget = () => {
    process.removeListener('exit', end);
    ENDINGS.forEach((signal) => process.removeListener(signal, interrupted));
  };
  process.once('exit', end);
  ENDINGS.forEach((signal) => process.on(signal, interrupted));
  return Object.assign(new OtpSimulator(url, options), {
    output,
    async stop() {
      end();
      await ended;
      forget();
    },
  });
}

exports.startSimulator = startSimulator;
exports.commandOf = commandOf;
exports.missing = missing;
