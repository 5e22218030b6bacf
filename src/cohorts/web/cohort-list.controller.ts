import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  dayOf,
  definePage,
  inLanguage,
  type Page,
  type Pages,
  pagesOf,
  ReadDatabase,
  type RequestContext,
  requestedPage,
  type SelectOption,
  selectOptions,
} from '../../platform/index.js';
import { tracksForCohorts } from '../data/cohort-choices.js';
import { COHORT_SORTS, CohortList, type CohortListRow, type CohortSort, startMonths } from '../data/cohort-list.js';
import { COHORT_PHASES, type CohortPhase, isCohortPhase, phaseOf } from '../domain/phase.js';

interface ListLine extends CohortListRow {
  readonly phase: CohortPhase;
  readonly heading: string;
  readonly stateText: string;
  readonly deliveryText: string;
  readonly isFull: boolean;
  readonly seatsText: string;
}

export interface CohortListPage {
  readonly q: string;
  readonly states: readonly SelectOption[];
  readonly tracks: readonly SelectOption[];
  readonly months: readonly SelectOption[];
  readonly sorts: readonly SelectOption[];
  readonly onlyWithSeats: boolean;
  readonly filtered: boolean;
  readonly count: number;
  readonly lines: readonly ListLine[];
  readonly pages: Pages;
}

type ListQuery = Readonly<Record<'q' | 'state' | 'track' | 'month' | 'seats' | 'sort' | 'page', unknown>>;
const page = definePage<CohortListPage>('cohorts/cohort/index');
const PAGE_SIZE = 25;

@Controller('office/cohorts')
@Requires('cohort.manage')
export class CohortListController {
  constructor(
    private readonly list: CohortList,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext, @Query() query: ListQuery): Promise<Page> {
    const { translator } = context;
    const filter = filterOf(query);
    const pageNumber = requestedPage(query.page);
    const { rows, count } = await this.list.page({
      ...filter,
      today: this.clock.today(),
      now: this.clock.now(),
      page: pageNumber,
      size: PAGE_SIZE,
    });
    const [tracks, months] = await Promise.all([tracksForCohorts(this.reads), startMonths(this.reads)]);
    return page({
      q: filter.q,
      onlyWithSeats: filter.onlyWithSeats,
      count,
      states: selectOptions(
        COHORT_PHASES.map((value) => ({ value, label: translator.t(`cohort.state_${value}`) })),
        filter.phase ?? '',
      ),
      tracks: selectOptions(
        tracks.map((one) => ({ value: one.code, label: inLanguage(context, one.nameZh, one.nameEn) })),
        filter.track,
      ),
      months: selectOptions(
        months.map((value) => ({ value, label: translator.format.month(value) })),
        filter.month,
      ),
      sorts: selectOptions(
        COHORT_SORTS.map((value) => ({ value, label: translator.t(`cohort.sort_${value}`) })),
        filter.sort,
      ),
      filtered:
        filter.q !== '' || filter.phase !== null || filter.track !== '' || filter.month !== '' || filter.onlyWithSeats,
      lines: rows.map((row) => lineOf(row, context)),
      pages: pagesOf(context.url, { page: pageNumber, size: PAGE_SIZE, count }),
    });
  }
}

function lineOf(row: CohortListRow, context: RequestContext): ListLine {
  const { translator } = context;
  const phase = phaseOf(row, dayOf(context.at));
  const left = Math.max(0, row.capacity - row.taken);
  const key = row.waiting > 0 ? 'cohort.seats_waiting' : left === 0 ? 'cohort.seats_full' : 'cohort.seats_of';
  return {
    ...row,
    phase,
    heading: inLanguage(context, row.titleZh, row.titleEn),
    isFull: left === 0,
    stateText: translator.t(`cohort.state_${phase}`),
    deliveryText: translator.t(`cohort.delivery_${row.delivery}`),
    seatsText: translator.t(key, { taken: row.taken, capacity: row.capacity, waiting: row.waiting }),
  };
}

function filterOf(query: ListQuery) {
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 100) : '');
  const sort = COHORT_SORTS.find((one) => one === query.sort) ?? ('next' satisfies CohortSort);
  return {
    q: text(query.q),
    phase: isCohortPhase(query.state) ? query.state : null,
    track: text(query.track),
    month: /^\d{4}-\d{2}$/.test(text(query.month)) ? text(query.month) : '',
    onlyWithSeats: text(query.seats) !== '',
    sort,
  };
}
