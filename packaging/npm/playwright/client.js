'use strict';
// The plain client: no test runner, no dependency.
const { OtpSimulator } = require('./lib/simulator');
const { OtpToken } = require('./lib/token');
const { OtpClock } = require('./lib/clock');
const { OtpError } = require('./lib/error');
const { startSimulator } = require('./lib/start');

exports.OtpSimulator = OtpSimulator;
exports.OtpToken = OtpToken;
exports.OtpClock = OtpClock;
exports.OtpError = OtpError;
exports.startSimulator = startSimulator;
