import { createHmac, timingSafeEqual } from 'node:crypto';
import { A_SECOND } from './durations.js';

/*
 * Time-based one-time passwords (RFC 6238) with the values that every authenticator app supports: HMAC-SHA-1, six
 * digits, a new code every 30 seconds.
 */

const STEP = 30 * A_SECOND;
const DIGITS = 6;
/** Steps before and after the present one whose code is accepted: clocks differ, and typing takes time. */
const TOLERANCE = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Of a secret in bytes: as long as the hash, as RFC 4226 recommends. */
export const SECRET_LENGTH = 20;

export function stepAt(now: number): number {
  return Math.floor(now / STEP);
}

/** The first step whose code can still be accepted. */
export function oldestStepAt(now: number): number {
  return stepAt(now) - TOLERANCE;
}

export function codeOfStep(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0x0f) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code was typed, of those that are accepted now; `null` for a wrong code. */
export function stepOfCode(secret: Uint8Array, code: string, now: number): number | null {
  const typed = Buffer.from(code);
  let found: number | null = null;
  for (let step = oldestStepAt(now); step <= stepAt(now) + TOLERANCE; step += 1) {
    const expected = Buffer.from(codeOfStep(secret, step));
    if (typed.length === expected.length && timingSafeEqual(typed, expected)) found = step;
  }
  return found;
}

/** Base32 (RFC 4648) without padding, as authenticator apps read secrets. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = bits.match(/.{1,5}/g) ?? [];
  return digits.map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** What the QR code says to an authenticator app. */
export function authenticatorAddress({
  secret,
  academy,
  email,
}: {
  readonly secret: Uint8Array;
  readonly academy: string;
  readonly email: string;
}): string {
  // A colon separates the two names, whatever they contain.
  const [issuer, account] = [academy, email].map((name) => encodeURIComponent(name.replaceAll(':', ' ')));
  const values = `algorithm=SHA1&digits=${DIGITS}&period=${STEP / A_SECOND}`;
  return `otpauth://totp/${issuer}:${account}?secret=${base32(secret)}&issuer=${issuer}&${values}`;
}
