import { monthParameter, programmeYears, yearParameter, yearOf } from '../domain/programme.js';
import { monthSpan, type Span, yearSpan } from '../domain/spans.js';
import type { TrackRow } from '../data/output-figures.js';
import { textParameter } from './spoken.js';

/** The filter in the address of an output page, parsed once for pages, lists and downloads. */
export interface OutputFilter {
  /** `null`: the whole programme. */
  readonly year: number | null;
  readonly month: string | null;
  /** A track's code, `none`, or `null` for all. */
  readonly track: string | null;
  readonly spans: readonly Span[];
}

export type OutputQuery = Partial<Record<'year' | 'month' | 'track' | 'kind' | 'q' | 'page', unknown>>;

export function outputFilter(
  query: OutputQuery,
  { tracks, yearsWithTargets, now }: { tracks: readonly TrackRow[]; yearsWithTargets: readonly number[]; now: number },
): OutputFilter {
  const month = monthParameter(query.month);
  const year = month === null ? yearParameter(query.year) : Number(month.slice(0, 4));
  const typed = textParameter(query.track);
  const track = typed === 'none' || tracks.some(({ code }) => code === typed) ? typed : null;
  const spans =
    month !== null
      ? [monthSpan(month)]
      : year !== null
        ? [yearSpan(year)]
        : programmeYears(yearsWithTargets, yearOf(now)).map(yearSpan);
  return { year, month, track, spans };
}
