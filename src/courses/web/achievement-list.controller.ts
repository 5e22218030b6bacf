import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  type Page,
  type Pages,
  pagesOf,
  ReadDatabase,
  type RequestContext,
  requestedPage,
  type SelectOption,
  selectOptions,
  textOf,
} from '../../platform/index.js';
import { achievementList, type AchievementRow } from '../data/achievement-list.js';
import { ACHIEVEMENT_CERTIFICATES, type AchievementCertificates } from '../domain/achievement-certificates.js';
import { ACHIEVEMENT_LEVELS, VALIDITIES } from '../domain/achievement-design.js';

export interface AchievementsPage {
  readonly q: string;
  readonly levels: readonly SelectOption[];
  readonly validities: readonly SelectOption[];
  readonly retired: boolean;
  readonly filtered: boolean;
  readonly rows: readonly AchievementRow[];
  readonly total: number;
  readonly pages: Pages;
}

const page = definePage<AchievementsPage>('courses/achievements/index');
const SIZE = 50;

@Controller('office/achievements')
@Requires('course.manage')
export class AchievementListController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(ACHIEVEMENT_CERTIFICATES) private readonly certificates: AchievementCertificates,
  ) {}

  @Get()
  async index(
    @CurrentContext() { translator, url }: RequestContext,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const text = (name: string): string => textOf(query[name]).trim().slice(0, 100);
    const filter = {
      q: text('q'),
      level: text('level'),
      validity: text('validity'),
      retired: text('retired') !== '',
      page: requestedPage(text('page')),
      size: SIZE,
    };
    const { rows, count } = await achievementList(this.reads, this.certificates, filter);
    const chosen = (prefix: string, values: readonly string[], now: string) =>
      selectOptions(
        values.map((value) => ({ value, label: translator.t(`${prefix}${value}`) })),
        now,
      );
    return page({
      q: filter.q,
      retired: filter.retired,
      rows,
      total: count,
      filtered: filter.q !== '' || filter.level !== '' || filter.validity !== '' || filter.retired,
      levels: chosen('achievement.level_', ACHIEVEMENT_LEVELS, filter.level),
      validities: chosen('achievement.validity.', VALIDITIES, filter.validity),
      pages: pagesOf(url, { page: filter.page, size: SIZE, count }),
    });
  }
}
