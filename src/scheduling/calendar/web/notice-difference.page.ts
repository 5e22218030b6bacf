import type { Translator } from '../../../platform/index.js';
import type { NoticePreview, StandingNotice } from '../data/notices.js';
import { isNoDifference } from '../domain/notice-difference.js';
import { type AffectedList, affectedList } from './calendar.page.js';
import { type ListedSpan, listedSpans } from './calendar-details.page.js';

export interface DifferencePage {
  readonly intro: string | null;
  readonly year: number;
  readonly added: readonly ListedSpan[];
  readonly changed: readonly { readonly before: ListedSpan; readonly after: ListedSpan }[];
  readonly removed: readonly ListedSpan[];
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly closing: AffectedList;
  /** Days that belong to another year's notice; `null` if there are none. */
  readonly elsewhere: string | null;
  readonly nothingChanges: boolean;
  /** The file has no days. */
  readonly empty: boolean;
  readonly onlyOrigin: boolean;
  readonly standingDays: number;
  readonly text: string;
  readonly seen: string;
  readonly problems: readonly string[];
}

interface NoticeComparison {
  readonly preview: NoticePreview;
  readonly standing: StandingNotice;
  readonly text: string;
  readonly problems: readonly string[];
}

export function differenceView(
  translator: Translator,
  { preview, standing, text, problems }: NoticeComparison,
): DifferencePage {
  const { year, added, changed, removed, closing, elsewhere, nothingChanges, fingerprint, days } = preview;
  return {
    intro: nothingChanges ? null : translator.t('calendar.difference_lead'),
    year,
    added: listedSpans(translator, added),
    removed: listedSpans(translator, removed),
    changed: changed.flatMap(({ before, after }) => {
      const [one, other] = [listedSpans(translator, [before])[0], listedSpans(translator, [after])[0]];
      return one && other ? [{ before: one, after: other }] : [];
    }),
    counts: { added: added.length, changed: changed.length, removed: removed.length },
    closing: affectedList(translator, closing),
    elsewhere:
      elsewhere.length > 0
        ? elsewhere.map(({ date }) => translator.format.day(date)).join(translator.language === 'en' ? ', ' : '、')
        : null,
    nothingChanges,
    empty: days.length === 0 && !nothingChanges,
    onlyOrigin: !nothingChanges && days.length > 0 && isNoDifference(preview),
    standingDays: standing.days.length,
    text,
    seen: fingerprint,
    problems,
  };
}
