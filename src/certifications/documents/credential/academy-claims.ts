import { createRequire } from 'node:module';
import { Converter } from 'opencc-js/t2cn';
import type { Why } from '../../core/domain/index.js';
import { isRecord, type JsonRecord } from './checks/check-limits.js';
import { listed } from './checks/reading.js';

/** What identifies the academy. */
export interface AcademyIdentity {
  /** In every language. */
  readonly names: readonly string[];
  /** Of its site now and of earlier ones: `host` or `host:port`, in lower case. */
  readonly hosts: readonly string[];
}

const LEAST_HAN = 4;
const LEAST_LETTERS = 8;
/** Of a text, in characters: a page shows no more of it. Compatibility forms of one character are up to 18. */
const LONGEST_TEXT = 300;
const LONGEST_PLAIN = 600;
const toSimplified = Converter({ from: 't', to: 'cn' });

/** By character, the one that it looks like (confusables of Unicode, UTS 39). */
const confusables = createRequire(import.meta.url)('unhomoglyph/data.json') as Readonly<Record<string, string>>;

/** What the confusables tell apart and a reader at a glance does not; both names are read so. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ʙ: 'b',
  ß: 'b',
  ꞓ: 'e',
  ʜ: 'h',
  ĸ: 'k',
  ʍ: 'rn',
  ᴛ: 't',
  μ: 'u',
  χ: 'x',
  l: 'i',
  済: '济',
  朮: '术',
};

/**
 * A name as somebody reads it: width, case, accents, spaces, marks, invisible characters and
 * traditional forms make no difference.
 */
export function foldedName(text: string): string {
  const plain = text
    .slice(0, LONGEST_TEXT)
    .normalize('NFKD')
    .replace(/\p{Default_Ignorable_Code_Point}|[^\p{L}\p{N}\p{S}]/gu, '')
    .slice(0, LONGEST_PLAIN)
    .normalize('NFKC');
  // Capitals look like other letters than small ones do, so both are looked at.
  return [...toSimplified(asSeen(asSeen(plain).toLowerCase()))]
    .map((character) => LOOKALIKES[character] ?? character)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const asSeen = (text: string): string => Array.from(text, (character) => confusables[character] ?? character).join('');

/**
 * How a credential claims to be the academy's; `null` if it does not. Statements about holder or evidence do not count.
 * Time grows with the size of the credential: call it in a worker.
 */
export function claimOf(
  credential: JsonRecord,
  issuerId: string,
  academy: AcademyIdentity,
): Extract<Why, 'claimsAddress' | 'claimsName'> | null {
  const achievements = valuesOf(credential, 'credentialSubject').flatMap((subject) => valuesOf(subject, 'achievement'));
  const speaking = [
    ...['issuer', 'id', 'name'].flatMap((term) => valuesOf(credential, term)),
    ...['id', 'name', 'creator'].flatMap((term) => achievements.flatMap((one) => valuesOf(one, term))),
  ];
  const texts = [issuerId, ...speaking].flatMap(textsIn);
  if (texts.some((text) => leadsTo(text, academy.hosts))) return 'claimsAddress';
  const own = academy.names.map(foldedName).filter((name) => name !== '');
  return texts.map(foldedName).some((text) => own.some((name) => (isLong(name) ? text.includes(name) : text === name)))
    ? 'claimsName'
    : null;
}

/** The values of a term, which JSON-LD also writes as an address (`https://schema.org/name`) or, of `id`, as `@id`. */
function valuesOf(value: unknown, term: string): readonly unknown[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => (key.split(/[/#:@]/).at(-1) === term ? listed(one) : []));
}

/** A short name is contained in many others. */
function isLong(name: string): boolean {
  return /\p{Script=Han}/u.test(name) ? [...name].length >= LEAST_HAN : name.length >= LEAST_LETTERS;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.slice(0, 2_000)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** Holds an address on one of these hosts, or a `did:web` of one. */
function leadsTo(text: string, hosts: readonly string[]): boolean {
  return text.split(/\s/).some((word) => {
    const host = /^did:web:/i.test(word) ? hostOfDid(word) : hostOf(word);
    return host !== null && hosts.includes(host);
  });
}

function hostOf(text: string): string | null {
  try {
    const url = new URL(text);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    // `academy.example.` is the same host as `academy.example`.
    const name = url.hostname.endsWith('.') ? url.hostname.slice(0, -1) : url.hostname;
    return url.port === '' ? name : `${name}:${url.port}`;
  } catch {
    return null;
  }
}

/** @param did `did:web:host%3Aport:path` */
export function hostOfDid(did: string): string | null {
  try {
    return decodeURIComponent(did.split(/[#?]/)[0]!.split(':')[2] ?? '').toLowerCase() || null;
  } catch {
    return null;
  }
}
