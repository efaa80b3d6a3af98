'use strict';
// node run.js TOOL ARGUMENTS...: runs the tool as its own, and says what to do when it is not there: a shell's "not found" does not.
const { spawn } = require('node:child_process');
const { missing } = require('./start');

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: 'inherit', windowsHide: true });
child.once('error', () => {
  console.error(missing(program));
  process.exitCode = 127;
});
child.once('close', (status) => {
  process.exitCode ??= status ?? 1;
});
// Ctrl-C reaches both by itself.
process.on('SIGINT', () => {});
['SIGTERM', 'SIGHUP'].forEach((signal) => process.on(signal, () => child.kill(signal)));
