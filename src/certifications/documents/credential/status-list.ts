import { gunzipSync, gzipSync } from 'node:zlib';
import { type Credential, statusListUrl } from './credential.js';
import { secondsOf } from './instants.js';
import { A_DAY } from '../../../platform/durations.js';

/** Bits of one list; the least that the standard allows, so that a reader does not reveal whose status it checks. */
export const STATUS_LIST_LENGTH = 131_072;
const HOLDS_FOR = 2 * A_DAY;

export interface ListFacts {
  readonly did: string;
  readonly publicUrl: string;
  readonly list: number;
  /** The places of certificates that are revoked or replaced. */
  readonly ended: readonly number[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A status list's credential (Bitstring Status List), unsigned. It holds for two days and is recreated within one. */
export function statusListOf({ did, publicUrl, list, ended, at }: ListFacts): Credential {
  const id = statusListUrl(publicUrl, list);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: did,
    validFrom: secondsOf(at),
    validUntil: secondsOf(at + HOLDS_FOR),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeBits(ended),
    },
  };
}

/** Place 0 is the first byte's highest bit. */
export function encodeBits(set: readonly number[]): string {
  const bytes = Buffer.alloc(STATUS_LIST_LENGTH / 8);
  for (const place of set) bytes[place >> 3]! |= 0x80 >> (place & 7);
  return `u${gzipSync(bytes, { level: 9 }).toString('base64url')}`;
}

/** Whether the bit is set; `null` where the list cannot be read, has not the right size or does not reach so far. */
export function bitOf(encodedList: string, place: number): boolean | null {
  try {
    const bytes = gunzipSync(Buffer.from(encodedList.replace(/^u/, ''), 'base64url'), {
      maxOutputLength: 4 * STATUS_LIST_LENGTH,
    });
    const byte = Number.isInteger(place) && place >= 0 ? bytes[place >> 3] : undefined;
    return byte === undefined || bytes.length < STATUS_LIST_LENGTH / 8 ? null : (byte & (0x80 >> (place & 7))) !== 0;
  } catch {
    return null;
  }
}

/** Whether a signed text is exactly this list, apart from the proof. Nothing in it may stand twice. */
export function isTextOfList(text: string, unsigned: Credential): boolean {
  try {
    const { proof } = JSON.parse(text) as { readonly proof?: unknown };
    return JSON.stringify({ ...unsigned, proof }) === text;
  } catch {
    return false;
  }
}

/** The bits of a list's credential; `null` where it cannot be read. */
export function bitsIn(text: string): Buffer | null {
  try {
    const { credentialSubject } = JSON.parse(text) as { readonly credentialSubject: { readonly encodedList: string } };
    return gunzipSync(Buffer.from(credentialSubject.encodedList.replace(/^u/, ''), 'base64url'), {
      maxOutputLength: 4 * STATUS_LIST_LENGTH,
    });
  } catch {
    return null;
  }
}

/** The number of a list by its credential's address; `null` where it cannot be read. */
export function listNumberIn(text: string): number | null {
  try {
    const { id } = JSON.parse(text) as { readonly id?: unknown };
    const number = Number(String(id).split('/').at(-1));
    return Number.isSafeInteger(number) ? number : null;
  } catch {
    return null;
  }
}

/** The places that a list's credential sets, in order; none where it cannot be read. */
export function indexesIn(text: string): number[] {
  const places: number[] = [];
  for (const [at, byte] of (bitsIn(text) ?? Buffer.alloc(0)).entries()) {
    if (byte === 0) continue;
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) places.push(at * 8 + bit);
  }
  return places;
}

/** Whether a list that was signed then is to be signed again, though nothing has changed. */
export function growsOld(signedAt: number, now: number): boolean {
  return now < signedAt || now - signedAt >= A_DAY;
}
