import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new row's id: a UUID that sorts by its time of making. */
export function newId(): string {
  return v7();
}

/** An unguessable token for addresses and mailed links: 160 random bits, URL-safe. */
export function newToken(): string {
  return randomBytes(20).toString('base64url');
}

/** What is stored of a token that must not be readable from the database. */
export function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text could be an id at all: asked before it reaches a uuid column. */
export function looksLikeId(text: string): boolean {
  return UUID.test(text);
}
