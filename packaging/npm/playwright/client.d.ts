/** How long things are waited for, in seconds of true time. */
export interface OtpWaits {
  /** For a token, when all of a pool are leased: 0 to 300. 150 unless given: longer than the lease of a process that died. */
  leaseWait?: number;
  /** For a TOTP code on true time: 0 to 600. 65 unless given. */
  codeWait?: number;
  /** TOTP: no code in so many of the last seconds of a time step: 0 to 29. 5 unless given. */
  margin?: number;
  /** On a virtual clock: how long a code counts as on its way to the system under test: 0 to 300. 30 unless given. */
  inHand?: number;
}

/** Tokens for a pool: random ones, or those of a seed file (PSKC, OATH CSV, otpauth URIs one a line, and others). */
export type OtpTokens =
  | { random: 'TOTP' | 'HOTP'; count?: number }
  | { seeds: string; key?: string; passphrase?: string };

/** A token's test secret, for the system under test. */
export interface OtpSecret {
  credentialId: string;
  /** Everything as a URI; of HOTP with the next counter. */
  otpauth: string;
}

/** A code that was never told before and never will be again. */
export interface OtpCode {
  /** The digits, leading zeros too. */
  code: string;
  credentialId: string;
  type: 'TOTP' | 'HOTP';
  /** Its counter or time step. */
  movingFactor: number;
  /** When it was made, by the simulator's clock (ISO 8601, UTC). */
  at: string;
  /** TOTP: when its time step ends; null for HOTP. */
  stepEnds: string | null;
  /** It was read from the pixels of a display. */
  pressed: boolean;
}

/** What of a page is needed here; Playwright's Page and Locator fit. */
export interface OtpField {
  first(): OtpField;
  nth(index: number): OtpField;
  count(): Promise<number>;
  fill(value: string, options?: { timeout?: number }): Promise<void>;
  press(key: string, options?: { timeout?: number }): Promise<void>;
  waitFor(options?: { state?: 'visible'; timeout?: number }): Promise<void>;
}

/** A page: its field with autocomplete="one-time-code" is meant. */
export interface OtpPage {
  goto(url: string): Promise<unknown>;
  locator(selector: string): OtpField;
}

/** A virtual token that one holder has for himself until he releases it. */
export declare class OtpToken {
  private constructor();
  readonly credentialId: string;
  readonly type: 'TOTP' | 'HOTP';
  /** Digits of a code. */
  readonly digits: number;
  /** TOTP: time step in seconds. */
  readonly period?: number;
  /** The next unused code, computed by the firmware's own rule. HOTP at once; TOTP once a time step: waited for on true time, a virtual clock is moved instead. */
  nextCode(): Promise<string>;
  /** Presses the button, lets the firmware run and reads the next code from the display's pixels; the hold-off of 30 s holds. */
  press(): Promise<string>;
  /** The next code with all that belongs to it. */
  next(options?: { pressed?: boolean }): Promise<OtpCode>;
  /** Waits for the field, then types the next code into it, or a digit into each of as many fields as the code has digits; `enter` sends the form. Answers the code. */
  fill(target: OtpField | OtpPage, options?: { pressed?: boolean; enter?: boolean; timeout?: number }): Promise<string>;
  /** Its test secret, for the system under test. */
  secret(): Promise<OtpSecret>;
  /** Says that the last code has reached the system under test: a virtual clock is no longer held for it. */
  arrived(): Promise<void>;
  /** Gives it back. */
  release(): Promise<void>;
  toString(): string;
}

/** The clock that all tokens of a simulator share, and the system under test if it goes by it. */
export declare class OtpClock {
  private constructor();
  now(): Promise<Date>;
  read(): Promise<{ mode: 'true' | 'virtual'; now: string; rate: number; revision: number }>;
  /** Lets it stand: codes of TOTP tokens then move it, and nobody waits for one. */
  freeze(): Promise<void>;
  /** Sets it; `rate`: seconds a true second, 0 to 3600. */
  set(now: Date | string, rate?: number): Promise<void>;
  /** Moves it forward at once; one that follows true time is frozen before. */
  advance(seconds: number): Promise<void>;
  followTrueTime(): Promise<void>;
}

/** The tokens of a running simulator. */
export declare class OtpSimulator {
  constructor(url: string, waits?: OtpWaits);
  readonly url: string;
  readonly clock: OtpClock;
  /** Puts tokens into a pool, which is made if needed. Tells how many are new. */
  fill(pool: string, tokens: OtpTokens): Promise<number>;
  /** The test secrets of a pool, for the system under test. */
  secrets(pool: string): Promise<OtpSecret[]>;
  /** Leases a token of a pool until it is released. */
  lease(pool: string): Promise<OtpToken>;
  /** A TOTP token: with the secret (Base32) that the system under test shows, or with a random one. */
  totp(secret?: string): Promise<OtpToken>;
  /** A HOTP token, as with `totp`; `counter` is that of its first code. */
  hotp(secret?: string, counter?: number): Promise<OtpToken>;
  /** The token that a URI describes. Whoever asks for the same one meanwhile waits until it is released. */
  fromUri(otpauth: string): Promise<OtpToken>;
}

/** Starts the tool on a free port and waits until it listens. */
export declare function startSimulator(options?: {
  /** The tool; else HWTOKEN_SIM (a path), else hwtoken-sim on the PATH. */
  command?: string;
  /** Its arguments; ['sim', '--temporary'] unless given. */
  args?: string[];
} & OtpWaits): Promise<OtpSimulator & {
  /** What it printed until it listened. */
  readonly output: string;
  /** Ends it. */
  stop(): Promise<void>;
}>;

/** Something was not to be had. `message` says why and what to do, and holds no secret and no code. */
export declare class OtpError extends Error {
  constructor(code: string, message: string, options?: { cause?: unknown; status?: number; retryAfter?: number });
  /** A word that stays stable: noSuchPool, noSuchLease, noTokenFree, notYet, tokenRefused, sameSecret, badInput, unreachable, notStarted, noSimulator, … */
  readonly code: string;
  /** HTTP status of the simulator's refusal. */
  readonly status?: number;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter?: number;
}
