import { type Refusal, refuse } from '../../platform/refusals.js';
import type { RecordRefusalCode } from './refusals.js';
import { normalizeText } from '../../platform/texts.js';

export const MOST_ASSESSMENTS = 8;

/** Parses a typed score: whole points from 0 to the full score, full-width digits too; `null` if nothing is typed. */
export function readScore(typed: string, fullScore: number): number | null | Refusal<RecordRefusalCode> {
  const text = normalizeText(typed, 'NFKC').trim();
  if (text === '') return null;
  if (!/^\d{1,6}$/.test(text)) return refuse('scoreNotWhole', { full: fullScore });
  return Number(text) > fullScore ? refuse('scoreAboveFull', { full: fullScore }) : Number(text);
}
