import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** An id for a new row: a UUID that sorts by its time of creation. */
export function newId(): string {
  return v7();
}

/** An unguessable token for addresses and emailed links: 160 random bits, URL-safe. */
export function newToken(): string {
  return randomBytes(20).toString('base64url');
}

/** The hash that is stored of a token, so that the token cannot be read from the database. */
export function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the form of an id; checked before it reaches a uuid column. */
export function looksLikeId(text: string): boolean {
  return UUID.test(text);
}
