import { may } from '../../../accounts/index.js';
import type { Translator, RequestContext } from '../../../platform/index.js';
import { type AcademyDay, isClosed, nameIn } from '../../core/index.js';

/** Sessions ahead in years without a holiday notice, with links to those years for people who manage the calendar. */
export interface UnpublishedSessions {
  readonly count: number;
  readonly text: string;
  readonly links: readonly { readonly year: string; readonly href: string }[];
}

/** @param days the day of each such session */
export function unpublishedSessions(
  { translator, actor }: RequestContext,
  days: readonly AcademyDay[],
): UnpublishedSessions | null {
  if (days.length === 0) return null;
  const years = [...new Set(days.map(({ date }) => date.slice(0, 4)))];
  const links = may(actor, 'calendar.manage')
    ? years.map((year) => ({ year, href: `/office/calendar?year=${year}` }))
    : [];
  return { count: days.length, text: years.join(translator.language === 'en' ? ', ' : '、'), links };
}

/**
 * Note on a session's day: closed (intended or not), or in a year without a notice while other sessions of the cohort
 * are in published years (`mixed`).
 */
export function dayWarning(
  translator: Translator,
  day: AcademyDay,
  { mixed, meantDay }: { readonly mixed: boolean; readonly meantDay: string | null },
): string | null {
  if (isClosed(day))
    return translator.t(meantDay === day.date ? 'calendar.meant_on' : `calendar.falls_on_${day.kind}`, {
      name: day.name && nameIn(translator, day.name),
    });
  return mixed && !day.yearPublished ? translator.t('calendar.note_yearNotPublished') : null;
}
