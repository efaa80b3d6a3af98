'use strict';
// The fixtures for Playwright Test.
const base = require('@playwright/test');
const { fixtures } = require('./lib/fixtures');
const { otpServer } = require('./lib/server');
const { OtpError } = require('./lib/error');

exports.test = base.test.extend(fixtures);
exports.expect = base.expect;
exports.otpFixtures = fixtures;
exports.otpServer = otpServer;
exports.OtpError = OtpError;
