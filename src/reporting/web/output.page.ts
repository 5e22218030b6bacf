import { definePage, inLanguage, type RequestContext, type SelectOption, selectOptions } from '../../platform/index.js';
import { type Outcome, OUTCOMES } from '../domain/outcomes.js';
import { monthsOf } from '../domain/spans.js';
import type { TargetWish } from '../domain/targets.js';
import type { OutputFigure, TrackRow } from '../data/output-figures.js';
import type { OutputFilter } from './output.filter.js';
import { address } from './spoken.js';

/** One figure against its target. `part` and `whole` are the values of its bar. */
export interface FigureView {
  readonly caption: string;
  readonly count: number;
  readonly target: number | null;
  readonly reached: boolean;
  /** Whether it includes a year that has not ended. */
  readonly running: boolean;
  readonly whole: number;
  readonly peopleHref: string;
}

interface KindView {
  readonly kind: Outcome;
  readonly label: string;
  readonly figures: readonly FigureView[];
}
interface TrackView {
  readonly name: string;
  readonly trackHref: string;
  readonly kinds: readonly KindView[];
}
interface TotalView extends FigureView {
  readonly percentReached: number | null;
}
interface TableRow {
  readonly name: string;
  readonly year: string;
  readonly figures: readonly FigureView[];
}
interface MonthsView {
  readonly label: string;
  readonly months: readonly {
    readonly caption: string;
    readonly full: string;
    readonly count: number;
    readonly whole: number;
    readonly peopleHref: string;
  }[];
}

export interface OutputPage {
  readonly years: readonly SelectOption[];
  readonly tracks: readonly SelectOption[];
  readonly filtered: boolean;
  readonly span: string;
  readonly nothingYet: boolean;
  readonly hasTargets: boolean;
  readonly mayTarget: boolean;
  readonly totals: readonly TotalView[];
  readonly pictures: readonly TrackView[];
  readonly byMonth: readonly MonthsView[];
  readonly table: readonly TableRow[];
  readonly csvHref: string;
}

export const outputPage = definePage<OutputPage>('reporting/output/index');

export interface OutputFacts {
  readonly filter: OutputFilter;
  readonly years: readonly number[];
  readonly tracks: readonly TrackRow[];
  readonly figures: readonly OutputFigure[];
  readonly monthFigures: readonly OutputFigure[];
  readonly targets: readonly TargetWish[];
  readonly thisYear: number;
  readonly mayTarget: boolean;
}

/** A row of the output: a track, or everything without a track. */
interface Lane {
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
}

/** The tracks on the page: those matching the filter that are in use, have output or have targets. */
export function lanesOf({ filter, tracks, figures, targets }: OutputFacts, context: RequestContext): Lane[] {
  const busy = (id: string | null) =>
    figures.some(({ trackId }) => trackId === id) || targets.some(({ trackId }) => trackId === id);
  const lanes: Lane[] = tracks
    .filter(({ id, retiredAt }) => retiredAt === null || busy(id))
    .map(({ id, code, nameZh, nameEn }) => ({ id, code, name: inLanguage(context, nameZh, nameEn) }));
  if (busy(null)) lanes.push({ id: null, code: 'none', name: context.translator.t('output.no_track') });
  return lanes.filter(({ code }) => filter.track === null || filter.track === code);
}

/** One outcome of several lanes and years, summed, against the sum of their targets. */
export class OutputSums {
  constructor(private readonly facts: OutputFacts) {}

  of(kind: Outcome, lanes: readonly Lane[], labels: readonly string[]): { count: number; target: number | null } {
    const ids = lanes.map(({ id }) => id);
    const { figures, targets } = this.facts;
    const count = figures
      .filter((one) => one.kind === kind && ids.includes(one.trackId) && labels.includes(one.label))
      .reduce((sum, one) => sum + one.count, 0);
    const set = targets.filter(
      (one) => one.kind === kind && ids.includes(one.trackId) && labels.includes(String(one.year)),
    );
    return { count, target: set.length === 0 ? null : set.reduce((sum, one) => sum + (one.amount ?? 0), 0) };
  }

  /** The figure with its text, bar and link. `whole` is the value of a full bar. */
  view(
    kind: Outcome,
    lanes: readonly Lane[],
    { labels, caption, whole }: { labels: readonly string[]; caption: string; whole: number },
  ): FigureView {
    const { count, target } = this.of(kind, lanes, labels);
    const { filter, thisYear } = this.facts;
    const year = labels.length === 1 ? (labels[0] ?? null) : filter.year === null ? null : String(filter.year);
    const track = lanes.length === 1 ? (lanes[0]?.code ?? null) : filter.track;
    return {
      caption,
      count,
      target,
      reached: target !== null && count >= target,
      running: labels.includes(String(thisYear)),
      whole: Math.max(1, whole, count),
      peopleHref: address('/office/output/people', { kind, year, track }),
    };
  }
}

export function outputModel(facts: OutputFacts, context: RequestContext): OutputPage {
  const { filter, years, figures, targets, tracks } = facts;
  const { translator } = context;
  const lanes = lanesOf(facts, context);
  const sums = new OutputSums(facts);
  const labels = filter.spans.map(({ label }) => label);
  const kindLabel = (kind: Outcome) => translator.t(`output.kind.${kind}`);
  const scale = (kind: Outcome) =>
    Math.max(
      1,
      ...lanes.flatMap((lane) =>
        labels.flatMap((label) => {
          const { count, target } = sums.of(kind, [lane], [label]);
          return [count, target ?? 0];
        }),
      ),
    );
  const scales = Object.fromEntries(OUTCOMES.map((kind) => [kind, scale(kind)])) as Record<Outcome, number>;
  const rowOf = (name: string, some: readonly Lane[], label: string): TableRow => ({
    name,
    year: label,
    figures: OUTCOMES.map((kind) =>
      sums.view(kind, some, { labels: [label], caption: kindLabel(kind), whole: scales[kind] }),
    ),
  });
  return {
    years: selectOptions(
      [...years].reverse().map((year) => ({
        value: String(year),
        label: translator.t('output.year', { year: String(year) }),
      })),
      filter.year === null ? null : String(filter.year),
    ),
    tracks: trackOptions(tracks, filter.track, context),
    filtered: filter.year !== null || filter.track !== null,
    span: labels.length === 1 ? (labels[0] ?? '') : `${labels[0]}–${labels.at(-1)}`,
    nothingYet: figures.length === 0 && targets.length === 0,
    hasTargets: targets.length > 0,
    mayTarget: facts.mayTarget,
    totals: OUTCOMES.map((kind) => {
      const view = sums.view(kind, lanes, {
        labels,
        caption: kindLabel(kind),
        whole: sums.of(kind, lanes, labels).target ?? 0,
      });
      return { ...view, percentReached: view.target ? view.count / view.target : null };
    }),
    pictures: lanes.map((lane) => ({
      name: lane.name,
      trackHref: address('/office/output', {
        year: filter.year === null ? null : String(filter.year),
        track: lane.code,
      }),
      kinds: OUTCOMES.map((kind) => ({
        kind,
        label: kindLabel(kind),
        figures: labels.map((label) =>
          sums.view(kind, [lane], { labels: [label], caption: label, whole: scales[kind] }),
        ),
      })),
    })),
    byMonth:
      filter.year === null
        ? []
        : OUTCOMES.map((kind) => monthsView(facts, lanes, { kind, year: filter.year ?? 0, context })),
    table: [
      ...lanes.map((lane) => ({ name: lane.name, some: [lane] })),
      ...(lanes.length < 2 ? [] : [{ name: translator.t('output.all_tracks'), some: lanes }]),
    ].flatMap(({ name, some }) => labels.map((label) => rowOf(name, some, label))),
    csvHref: address('/office/output.csv', {
      year: filter.year === null ? null : String(filter.year),
      track: filter.track,
    }),
  };
}

/** The tracks to choose from; includes "no track" if it is selected. */
export function trackOptions(
  tracks: readonly TrackRow[],
  filter: string | null,
  context: RequestContext,
): OutputPage['tracks'] {
  const trackOptions = tracks.map(({ code, nameZh, nameEn }) => ({
    value: code,
    label: inLanguage(context, nameZh, nameEn),
  }));
  const none = filter === 'none' ? [{ value: 'none', label: context.translator.t('output.no_track') }] : [];
  return selectOptions([...trackOptions, ...none], filter);
}

function monthsView(
  { monthFigures, filter }: OutputFacts,
  lanes: readonly Lane[],
  { kind, year, context }: { kind: Outcome; year: number; context: RequestContext },
): MonthsView {
  const ids = lanes.map(({ id }) => id);
  const counts = monthsOf(year).map(({ label }) => ({
    label,
    count: monthFigures
      .filter((one) => one.kind === kind && one.label === label && ids.includes(one.trackId))
      .reduce((sum, one) => sum + one.count, 0),
  }));
  const whole = Math.max(1, ...counts.map(({ count }) => count));
  return {
    label: context.translator.t(`output.kind.${kind}`),
    months: counts.map(({ label, count }) => ({
      caption: String(Number(label.slice(5))),
      full: context.translator.format.month(label),
      count,
      whole,
      peopleHref: address('/office/output/people', { kind, month: label, track: filter.track }),
    })),
  };
}
