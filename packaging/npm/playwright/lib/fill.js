'use strict';
const { OtpError } = require('./error');

/** What pages mark their field for codes with (HTML, autofill field name `one-time-code`). */
const FIELD = 'input[autocomplete~="one-time-code"]';

/** Types a token's next code into a page. The field is waited for before the code is taken: a code that waits for a slow page grows old. */
async function fillCode(token, target, { pressed = false, enter = false, timeout } = {}) {
  const field = typeof target.goto === 'function' ? target.locator(FIELD) : target;
  await field.first().waitFor({ state: 'visible', timeout });
  const count = await field.count();
  if (count !== 1 && count !== token.digits)
    throw new OtpError('badInput', `${count} fields match, and a code of ${token.credentialId} has ${token.digits} digits. Give the locator of one field, or of one field a digit.`);
  const { code } = await token.next({ pressed });
  for (let at = 0; at < count; at++)
    await field.nth(at).fill(count === 1 ? code : code[at], { timeout });
  if (enter)
    await field.nth(count - 1).press('Enter', { timeout });
  return code;
}

exports.fillCode = fillCode;
