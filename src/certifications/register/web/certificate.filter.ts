import { looksLikeId, searchTextOf, textOf } from '../../../platform/index.js';
import { type CertificateFilter, DUES, VERDICTS } from '../../core/index.js';

export type Query = Readonly<Record<string, unknown>>;

/** Reads the filter from the query string; ignores unknown values. */
export function filterFrom(query: Query, today: string): CertificateFilter {
  const text = (name: string) => textOf(query[name]).trim().slice(0, 100);
  const verdict = VERDICTS.find((one) => one === text('verdict')) ?? null;
  const due = DUES.find((one) => one === text('due')) ?? null;
  const year = /^\d{4}$/.test(text('year')) ? Number(text('year')) : null;
  return {
    q: searchTextOf(query['q']),
    verdict,
    due,
    year,
    achievementId: looksLikeId(text('achievement')) ? text('achievement') : null,
    cohort: text('cohort').toUpperCase() || null,
    today,
  };
}

/** Whether the filter restricts the list. */
export function isFiltered({ q, verdict, due, year, achievementId, cohort }: CertificateFilter): boolean {
  return q !== '' || [verdict, due, year, achievementId, cohort].some((one) => one !== null);
}
