import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  csvTable,
  CurrentContext,
  dayOf,
  definePage,
  normalizeText,
  optionsOf,
  type Page,
  type Pages,
  pagesOf,
  type RequestContext,
  requestedPage,
  rowsOf,
  searchTextOf,
  type SelectOption,
  selectOptions,
  type TableAnswer,
} from '../../platform/index.js';
import {
  ACCOUNT_FILTERS,
  type TraineeLine,
  TraineeList,
  type TraineeFilter,
  TRAINING_FILTERS,
} from '../data/trainee-list.js';
import { EDUCATIONS } from '../domain/education.js';
import { COLUMNS } from '../domain/sheet-columns.js';

export interface TraineeListPage {
  readonly q: string;
  readonly accounts: readonly SelectOption[];
  readonly trainings: readonly SelectOption[];
  readonly educations: readonly SelectOption[];
  readonly filtered: boolean;
  readonly rows: readonly TraineeLine[];
  readonly total: number;
  readonly pages: Pages;
  readonly csvHref: string;
}

const page = definePage<TraineeListPage>('trainees/trainees/index');
const SIZE = 50;

@Controller('office')
@Requires('trainee.manage')
export class TraineeListController {
  constructor(
    private readonly list: TraineeList,
    private readonly clock: Clock,
  ) {}

  @Get('trainees')
  async index(
    @CurrentContext() { translator, url }: RequestContext,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const filter = filterFrom(query);
    const count = await this.list.count(filter);
    const pages = pagesOf(url, { page: requestedPage(query['page']), size: SIZE, count });
    const search = url.split('?')[1];
    return page({
      q: filter.q,
      total: count,
      pages,
      rows: await this.list.rows(filter, { page: pages.page, size: SIZE }),
      accounts: selectOptions(optionsOf(translator, 'trainee.filter_account', ACCOUNT_FILTERS), filter.account),
      trainings: selectOptions(optionsOf(translator, 'trainee.filter_training', TRAINING_FILTERS), filter.training),
      educations: selectOptions(optionsOf(translator, 'trainee.education', EDUCATIONS), filter.education),
      filtered: Object.values(filter).some((value) => value !== ''),
      csvHref: `/office/trainees.csv${search ? `?${search}` : ''}`,
    });
  }

  /** The same list, complete, for a spreadsheet. An import understands its headings. */
  @Get('trainees.csv')
  download(@CurrentContext() { translator }: RequestContext, @Query() query: Record<string, unknown>): TableAnswer {
    const columns = [...COLUMNS.filter((name) => name !== 'note'), 'since', 'completed', 'certificates'];
    return csvTable({
      name: `${translator.t('trainee.list_title')}-${this.clock.today()}`,
      heads: columns.map((name) => translator.t(`trainee.${name}`)),
      rows: () =>
        rowsOf(
          () => this.list.rows(filterFrom(query), { page: 1, size: null }),
          (row) => [
            row.name,
            row.latinName,
            row.email,
            row.phone,
            row.workplace,
            row.education && translator.t(`trainee.education.${row.education}`),
            row.bornOn,
            dayOf(row.createdAt),
            row.completed,
            row.certificates,
          ],
        ),
    });
  }
}

function filterFrom(query: Record<string, unknown>): TraineeFilter {
  return {
    q: searchTextOf(query['q']),
    account: text(query['account']),
    training: text(query['training']),
    education: text(query['education']),
  };
}

const text = (typed: unknown): string =>
  typeof typed === 'string' ? normalizeText(typed, 'NFC').trim().slice(0, 100) : '';
