import type { Expect, PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs, PlaywrightWorkerOptions, PlaywrightTestConfig, TestType } from '@playwright/test';
import type { OtpClock, OtpSecret, OtpSimulator, OtpToken, OtpTokens, OtpWaits } from './client';

/** What `use: { otpOptions }` of a config or project takes. */
export interface OtpOptions extends OtpWaits {
  /** Address of a running simulator; else HWTOKEN_SIM_URL. */
  url?: string;
  /** The pool that each worker leases its token from; without one each worker has a token with a random secret. */
  pool?: string;
  /** Type of the random token: TOTP unless given. */
  type?: 'TOTP' | 'HOTP';
  /** Text of a seed file whose tokens fill the pool at the start, with its key or passphrase. */
  seeds?: string;
  key?: string;
  passphrase?: string;
}

/** The fixture `otp`. Tokens that a test takes are released when it is over; `token` stays the worker's. */
export interface Otp {
  /** The worker's own token: no other worker has it, and none of its codes comes twice. */
  readonly token: OtpToken;
  /** The clock of all tokens of this simulator, all workers'. */
  readonly clock: OtpClock;
  /** Where the simulator is. */
  readonly url: string;
  fill(pool: string, tokens: OtpTokens): Promise<number>;
  secrets(pool: string): Promise<OtpSecret[]>;
  lease(pool: string): Promise<OtpToken>;
  totp(secret?: string): Promise<OtpToken>;
  hotp(secret?: string, counter?: number): Promise<OtpToken>;
  fromUri(otpauth: string): Promise<OtpToken>;
}

export interface OtpTestFixtures {
  otp: Otp;
}

export interface OtpWorkerFixtures {
  otpOptions: OtpOptions;
  /** For `beforeAll` and worker fixtures of your own. */
  otpWorker: { readonly simulator: OtpSimulator; readonly token: OtpToken };
}

/** Playwright's `test` with the fixture `otp`. */
export declare const test: TestType<PlaywrightTestArgs & PlaywrightTestOptions & OtpTestFixtures, PlaywrightWorkerArgs & PlaywrightWorkerOptions & OtpWorkerFixtures>;
export declare const expect: Expect<{}>;

/** The fixtures, for a `test` of your own: `base.extend(otpFixtures)`. */
export declare const otpFixtures: Parameters<TestType<PlaywrightTestArgs & PlaywrightTestOptions, PlaywrightWorkerArgs & PlaywrightWorkerOptions>['extend']>[0];

/** For `webServer` of a config: starts the tool on a free port, unless HWTOKEN_SIM_URL names a running one; servers behind it in the list and all workers get its address in HWTOKEN_SIM_URL. */
export declare function otpServer(options?: {
  /** The tool; else HWTOKEN_SIM (a path), else hwtoken-sim on the PATH. */
  command?: string;
  /** Its arguments; ['sim', '--temporary'] unless given. */
  args?: string[];
  /** How long it may take to listen, in milliseconds. */
  timeout?: number;
}): Exclude<NonNullable<PlaywrightTestConfig['webServer']>, unknown[]>[];

export { OtpError } from './client';
