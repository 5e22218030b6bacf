import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  type Cell,
  Clock,
  csvTable,
  CurrentContext,
  dayOf,
  definePage,
  found,
  inLanguage,
  optionsOf,
  type Page,
  type Pages,
  pagesOf,
  type RequestContext,
  requestedPage,
  rowsOf,
  type SelectOption,
  selectOptions,
  type TableAnswer,
} from '../../platform/index.js';
import { OutputFigures, type TrackRow } from '../data/output-figures.js';
import { OutputPeople, type PeopleQuery, type PersonRow } from '../data/output-people.js';
import { isOutcome, type Outcome, OUTCOMES } from '../domain/outcomes.js';
import { type OutputFilter, outputFilter, type OutputQuery } from './output.filter.js';
import { trackOptions } from './output.page.js';
import { address, textParameter } from './spoken.js';

interface PersonLine {
  readonly name: string;
  readonly latin: string | null;
  readonly href: string;
  readonly reference: string;
  readonly referenceHref: string | null;
  readonly detail: string;
  readonly track: string;
  readonly on: string;
}

export interface OutputPeoplePage {
  readonly kind: Outcome;
  readonly kinds: readonly SelectOption[];
  readonly tracks: readonly SelectOption[];
  readonly inYear: string | null;
  readonly inMonth: string | null;
  readonly heading: string;
  readonly definition: string;
  readonly q: string;
  readonly filtered: boolean;
  readonly count: number;
  readonly rows: readonly PersonLine[];
  readonly pages: Pages;
  readonly clear: string;
  readonly back: string;
  readonly csvHref: string;
}

const page = definePage<OutputPeoplePage>('reporting/output/people');
const PAGE_SIZE = 50;

/** The people behind a figure of the output; their number equals the figure. */
@Controller('office/output')
@Requires('output.read')
export class OutputPeopleController {
  constructor(
    private readonly figures: OutputFigures,
    private readonly people: OutputPeople,
    private readonly clock: Clock,
  ) {}

  @Get('people')
  async index(@CurrentContext() context: RequestContext, @Query() query: OutputQuery): Promise<Page> {
    const { filter, people, tracks } = await this.filter(query);
    const count = await this.people.count(people);
    const pages = pagesOf(context.url, { page: requestedPage(query.page), size: PAGE_SIZE, count });
    const rows = await this.people.rows(people, { size: PAGE_SIZE, skip: (pages.page - 1) * PAGE_SIZE });
    return page({
      ...this.around(context, { filter, people, tracks }),
      count,
      pages,
      rows: rows.map((row) => lineOf(row, people.kind, context)),
    });
  }

  @Get('people.csv')
  async download(@CurrentContext() context: RequestContext, @Query() query: OutputQuery): Promise<TableAnswer> {
    const { filter, people } = await this.filter(query);
    const { translator } = context;
    const heads = [
      'output.name',
      'output.latin_name',
      'output.workplace',
      'output.track',
      `output.reference.${people.kind}`,
      `output.detail.${people.kind}`,
      `output.on.${people.kind}`,
    ].map((key) => translator.t(key));
    const cells = (row: PersonRow): Cell[] => [
      row.name,
      row.latinName,
      row.workplace,
      trackName(row, context),
      row.reference,
      inLanguage(context, row.detailZh, row.detailEn),
      dayReached(row),
    ];
    const name = `${translator.t(`output.kind.${people.kind}`)}-${filter.spans.map(({ label }) => label).join('-')}`;
    return csvTable({ name, heads, rows: () => rowsOf(() => this.people.rows(people), cells) });
  }

  private async filter(query: OutputQuery): Promise<{ filter: OutputFilter; people: PeopleQuery; tracks: TrackRow[] }> {
    const kind = found(query.kind === undefined ? 'trained' : isOutcome(query.kind) ? query.kind : null);
    const [tracks, targets] = await Promise.all([this.figures.tracks(), this.figures.targets()]);
    const filter = outputFilter(query, {
      tracks,
      yearsWithTargets: targets.map(({ year }) => year),
      now: this.clock.now(),
    });
    return { filter, tracks, people: { kind, spans: filter.spans, track: filter.track, q: textParameter(query.q) } };
  }

  private around(
    context: RequestContext,
    {
      filter: { year, month, track, spans },
      people: { kind, q },
      tracks,
    }: { filter: OutputFilter; people: PeopleQuery; tracks: readonly TrackRow[] },
  ): Omit<OutputPeoplePage, 'count' | 'pages' | 'rows'> {
    const { translator } = context;
    const time = { year: month === null && year !== null ? String(year) : null, month };
    const span =
      month !== null
        ? translator.format.month(month)
        : spans.length === 1
          ? translator.t('output.year', { year: spans[0]?.label ?? '' })
          : `${spans[0]?.label}–${spans.at(-1)?.label}`;
    return {
      kind,
      q,
      filtered: q !== '' || track !== null,
      inYear: time.year,
      inMonth: month,
      kinds: selectOptions(optionsOf(translator, 'output.kind', OUTCOMES), kind),
      tracks: trackOptions(tracks, track, context),
      heading: translator.t('output.people_title', { kind: translator.t(`output.kind.${kind}`), span }),
      definition: translator.t(`output.means.${kind}`),
      clear: address('/office/output/people', { kind, ...time }),
      back: address('/office/output', {
        year: year === null ? null : String(year),
        track: track === 'none' ? null : track,
      }),
      csvHref: address('/office/output/people.csv', { kind, ...time, track, q }),
    };
  }
}

function lineOf(row: PersonRow, kind: Outcome, context: RequestContext): PersonLine {
  return {
    name: row.name,
    latin: row.latinName,
    href: `/office/trainees/${row.traineeId}`,
    reference: row.reference,
    referenceHref: kind === 'trained' ? `/office/cohorts/${encodeURIComponent(row.reference)}` : null,
    detail: inLanguage(context, row.detailZh, row.detailEn),
    track: trackName(row, context),
    on: dayReached(row),
  };
}

function trackName({ trackZh, trackEn }: PersonRow, context: RequestContext): string {
  return trackZh === null ? context.translator.t('output.no_track') : inLanguage(context, trackZh, trackEn);
}

function dayReached({ at, day }: PersonRow): string {
  return day ?? (at === null ? '' : dayOf(at));
}
