'use strict';

/** Something was not to be had. `message` says why and what to do, and holds no secret and no code; `code` is a word that stays stable. */
class OtpError extends Error {
  constructor(code, message, options = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'OtpError';
    this.code = code;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
  }
}

exports.OtpError = OtpError;
