import { type Refusal, refuse } from '../../../platform/refusals.js';
import { type CertificateFacts, levelNames, type PrintedWording } from '../../core/domain/index.js';
import type { TemplateRefusalCode } from './refusals.js';

/** What a template's sentences may name. */
export const WORDING_PIECES = [
  'achievement',
  'course',
  'code',
  'hours',
  'from',
  'to',
  'cohort',
  'criteria',
  'issuer',
  'level',
  'skills',
] as const;
export type WordingPiece = (typeof WORDING_PIECES)[number];

/** The sentences of a template, with `{course}`, `{hours}` and the like in them. */
export type TemplateWording = Omit<PrintedWording, 'headingZh' | 'headingEn'>;

type WordingFacts = Pick<CertificateFacts, 'achievement' | 'course' | 'cohort' | 'issuer'>;

/** How each language prints a day; given by the caller, who knows the languages. */
export interface DayPrinters {
  readonly zh: (day: string) => string;
  readonly en: (day: string) => string;
}

export function fillWording(wording: TemplateWording, facts: WordingFacts, days: DayPrinters): TemplateWording {
  const codes = { code: facts.course.code, hours: String(facts.course.hours), cohort: facts.cohort.code };
  const { achievement, course, cohort, issuer } = facts;
  const [level, skills] = [levelNames(achievement.level), achievement.skills ?? []];
  const zh = {
    ...codes,
    achievement: achievement.nameZh,
    course: course.titleZh,
    criteria: achievement.criteriaZh,
    issuer: issuer.nameZh,
    level: level.zh,
    skills: skills.map(({ nameZh }) => nameZh).join('、'),
    from: days.zh(cohort.startsOn),
    to: days.zh(cohort.endsOn),
  };
  const en = {
    ...codes,
    achievement: achievement.nameEn,
    course: course.titleEn,
    criteria: achievement.criteriaEn,
    issuer: issuer.nameEn,
    level: level.en,
    skills: skills.map(({ nameEn }) => nameEn).join(', '),
    from: days.en(cohort.startsOn),
    to: days.en(cohort.endsOn),
  };
  return {
    leadZh: fill(wording.leadZh, zh),
    leadEn: fill(wording.leadEn, en),
    bodyZh: fill(wording.bodyZh, zh),
    bodyEn: fill(wording.bodyEn, en),
  };
}

/** Pieces that a certificate does not know are refused beside the field where they stand. */
export function wordingFaults(wording: TemplateWording): Refusal<TemplateRefusalCode>[] {
  return Object.entries(wording).flatMap(([field, text]: [string, string]) => {
    const unknown = piecesIn(text).filter((piece) => !WORDING_PIECES.some((known) => known === piece));
    return unknown.length === 0
      ? []
      : [
          refuse<TemplateRefusalCode>(
            'wordingPieceUnknown',
            {
              pieces: unknown.map((piece) => `{${piece}}`).join(' '),
              known: WORDING_PIECES.map((piece) => `{${piece}}`).join(' '),
            },
            field,
          ),
        ];
  });
}

const piecesIn = (text: string): string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');

function fill(text: string, values: Record<WordingPiece, string>): string {
  return text.replace(/\{([a-z]+)\}/g, (piece, name: string) =>
    Object.hasOwn(values, name) ? values[name as WordingPiece] : piece,
  );
}
