import type { ForeignClaims } from '../../../core/domain/index.js';
import { isRecord, type JsonRecord } from './check-limits.js';
import { idOf, listed } from './reading.js';

const LONGEST = 300;
const FROM = ['validFrom', 'issuanceDate'] as const;
const UNTIL = ['validUntil', 'expirationDate'] as const;
const READ: readonly string[] = [...FROM, ...UNTIL, 'issuer', 'name', 'credentialStatus', 'credentialSubject'];
/** They change the order in which a browser shows letters: a name must not read as another than was compared. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Epoch milliseconds; `null`: without bound. */
export interface Period {
  readonly from: number | null;
  readonly until: number | null;
}

interface ClaimedCredential {
  readonly credential: JsonRecord | null;
  readonly issuerId: string | null;
  /** Of the token that carries it, which bounds the credential's own. */
  readonly period?: Period;
}

/** What a credential claims. Trust it only if its signature is correct. */
export function claimsOf({ credential: read, issuerId, period }: ClaimedCredential): ForeignClaims {
  const credential = read ?? {};
  const [subject] = listed(credential.credentialSubject);
  const [achievement] = achievementsOf(subject);
  return {
    issuerId: (issuerId ?? '').slice(0, LONGEST),
    issuerName: nameOf(credential.issuer),
    recipient: recipientOf(subject),
    achievement: nameOf(achievement) ?? textIn(credential.name),
    validFrom: bound(Math.max, ...FROM.map((term) => moment(credential[term])), period?.from),
    validUntil: bound(Math.min, ...UNTIL.map((term) => moment(credential[term])), period?.until),
  };
}

/**
 * Whether a credential can be read in one way only: of one holder and one achievement, each day stated once and as a
 * text, and nothing that is read written under JSON-LD's other names for it.
 */
export function isUnambiguous(credential: JsonRecord): boolean {
  const subjects = listed(credential.credentialSubject);
  return (
    subjects.length <= 1 &&
    subjects.every((subject) => achievementsOf(subject).length <= 1) &&
    [...FROM, ...UNTIL].every((term) => isOneMoment(credential[term])) &&
    Object.keys(credential).every((key) => key === '@context' || !isOtherName(key))
  );
}

/** The token in the address of the academy's that a credential names as its own. */
export function tokenIn(credential: JsonRecord): string | null {
  return /\/c\/([\w-]{20,60})$/.exec(idOf(credential.id) ?? '')?.[1] ?? null;
}

/** A keyword, or the address of a term that is read. */
function isOtherName(key: string): boolean {
  return key.startsWith('@') || (/[/#:]/.test(key) && READ.includes(key.split(/[/#:]/).at(-1) ?? ''));
}

function isOneMoment(value: unknown): boolean {
  return value === undefined || value === null || moment(value) !== null;
}

const achievementsOf = (subject: unknown): readonly unknown[] => (isRecord(subject) ? listed(subject.achievement) : []);

export function hasStatus(credential: JsonRecord): boolean {
  return listed(credential.credentialStatus).length > 0;
}

/** Open Badges name people as identity objects, others as a plain name. */
function recipientOf(subject: unknown): string | null {
  if (!isRecord(subject)) return null;
  const named = listed(subject.identifier)
    .filter(isRecord)
    .find(({ identityType, hashed }) => identityType === 'name' && hashed !== true);
  return textIn(named?.identityHash) ?? textIn(subject.name);
}

function nameOf(thing: unknown): string | null {
  return isRecord(thing) ? textIn(thing.name) : null;
}

/** A text, or the first of one text in several languages. */
function textIn(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : shown(value);
  const [first] = listed(value);
  const text = isRecord(first) ? first['@value'] : first;
  return typeof text === 'string' ? shown(text) : null;
}

function shown(text: string): string {
  return text.slice(0, LONGEST).replace(DIRECTION_MARKS, '');
}

function bound(narrower: typeof Math.max, ...moments: (number | null | undefined)[]): number | null {
  const stated = moments.filter((one) => typeof one === 'number');
  return stated.length === 0 ? null : narrower(...stated);
}

function moment(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? null : at;
}
