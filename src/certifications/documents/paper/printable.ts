import { type Refusal, refuse } from '../../../platform/refusals.js';
import { type CertificateFacts, FIRST_LAYOUT, type Layout } from '../../core/domain/index.js';
import type { DocumentRefusalCode } from '../domain/refusals.js';
import { unprintableIn } from './drawing/fonts.js';
import { fittingSize } from './drawing/typesetting.js';
import { SHEETS } from './sheet.js';

type Names = CertificateFacts['recipient'];

/** The characters of a recipient's names that the paper cannot draw. */
export function unprintableNames({ name, latinName }: Names): string[] {
  return unprintableIn(name + (latinName ?? ''));
}

/** Whether the names are large enough to read on a paper of the layout. */
export function namesFit({ name, latinName }: Names, { paper }: Layout = FIRST_LAYOUT): boolean {
  const sheet = SHEETS[paper];
  return (
    fittingSize(name, 'bold', sheet.name) !== null &&
    (latinName === null || fittingSize(latinName, 'regular', sheet.latinName) !== null)
  );
}

/** Everything else that the paper prints: the academy's, the course's and the template's words. */
export function paperFaults(facts: Omit<CertificateFacts, 'recipient' | 'number'>): Refusal<DocumentRefusalCode>[] {
  const { achievement, issuer, wording, signatories, seal } = facts;
  const printed = [
    achievement.nameZh,
    achievement.nameEn,
    issuer.nameZh,
    issuer.nameEn,
    ...(achievement.skills ?? []).flatMap(texts),
    ...texts(wording),
    ...signatories.flatMap(({ picture: _, ...lines }) => texts(lines)),
    seal.textZh,
    seal.footZh,
  ];
  const missing = [...new Set(printed.flatMap(unprintableIn))];
  return missing.length === 0 ? [] : [refuse('templateNotPrintable', { characters: missing.join(' ') })];
}

const texts = (record: object): string[] =>
  Object.values(record).filter((one: unknown): one is string => typeof one === 'string');
