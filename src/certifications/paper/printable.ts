import { type Refusal, refuse } from '../../platform/refusals.js';
import type { CertificateFacts } from '../domain/facts.js';
import type { CertificationRefusalCode } from '../domain/refusals.js';
import { LATIN_NAME_ROOM, NAME_ROOM } from './compose.js';
import { unprintableIn } from './fonts.js';
import { fittingSize } from './typesetting.js';

type Names = CertificateFacts['recipient'];

/** The characters of a recipient's names that the paper cannot draw. */
export function unprintableNames({ name, latinName }: Names): string[] {
  return unprintableIn(name + (latinName ?? ''));
}

/** Names so long that they would be too small to read. */
export function namesFit({ name, latinName }: Names): boolean {
  return fittingSize(name, 'bold', NAME_ROOM) !== null && (latinName === null || fittingSize(latinName, 'regular', LATIN_NAME_ROOM) !== null);
}

/** Everything else that the paper prints: the academy's, the course's and the template's words. */
export function paperFaults(facts: Omit<CertificateFacts, 'recipient' | 'number'>): Refusal<CertificationRefusalCode>[] {
  const { achievement, issuer, wording, signatories, seal } = facts;
  const printed = [achievement.nameZh, achievement.nameEn, issuer.nameZh, issuer.nameEn, ...texts(wording), ...signatories.flatMap(texts), ...texts(seal)];
  const missing = [...new Set(printed.flatMap(unprintableIn))];
  return missing.length === 0 ? [] : [refuse('templateNotPrintable', { characters: missing.join(' ') })];
}

const texts = (record: object): string[] => Object.values(record).filter((one: unknown): one is string => typeof one === 'string');
