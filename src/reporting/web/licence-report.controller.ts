import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  type Cell,
  Clock,
  clockOf,
  csvTable,
  CurrentContext,
  dayOf,
  inLanguage,
  type Page,
  pagesOf,
  type RequestContext,
  requestedPage,
  rowsOf,
  selectOptions,
  type TableAnswer,
} from '../../platform/index.js';
import type { LicencePoolRow } from '../../scheduling/index.js';
import { type LicenceUse, LicenceUses } from '../data/licence-use.js';
import { licenceReportPage, poolNamed, poolTotals, reportQuery, termText, useLine } from './licence-report.page.js';
import { address } from './spoken.js';

const PAGE_SIZE = 50;
const HEADS = [
  'licence.product',
  'licence.vendor',
  'licence.agreement',
  'licence.term',
  'licence.seats',
  'session.cohort',
  'licence_report.course',
  'session.number',
  'session.date',
  'licence_report.start',
  'licence_report.end',
  'session.room',
  'session.instructor',
  'licence_report.used',
  'licence_report.enrolled',
  'licence_report.present',
  'licence_report.seat_hours',
];

/** Who used which licensed software, when and under which agreement, as a licence audit requires. */
@Controller('office/licences')
@Requires('licence.manage')
export class LicenceReportController {
  constructor(
    private readonly uses: LicenceUses,
    private readonly clock: Clock,
  ) {}

  @Get('report')
  async show(@CurrentContext() context: RequestContext, @Query() query: Record<string, unknown>): Promise<Page> {
    const { translator } = context;
    const { fromDay, untilDay, filter, fault } = reportQuery(query, this.clock.now());
    const pools = await this.uses.pools();
    const uses = await this.uses.in(filter);
    const pages = pagesOf(context.url, { page: requestedPage(query['page']), size: PAGE_SIZE, count: uses.length });
    const totals = poolTotals(context, pools, uses);
    return licenceReportPage(
      {
        from: fromDay,
        until: untilDay,
        heading: translator.t('qualification.between', { from: fromDay, until: untilDay }),
        fault: fault && translator.t(`licence_report.fault_${fault}`),
        pools: selectOptions(
          pools.map((pool) => ({
            value: pool.id,
            label: `${poolNamed(pool)} · ${pool.agreement}`,
          })),
          filter.poolId,
        ),
        filtered: filter.poolId !== null || query['from'] !== undefined || query['until'] !== undefined,
        totals,
        count: uses.length,
        hours: totals.reduce((sum, { seatHours }) => sum + seatHours, 0),
        lines: this.withPools(uses, pools)
          .slice((pages.page - 1) * PAGE_SIZE, pages.page * PAGE_SIZE)
          .map(([use, pool]) => useLine(context, use, pool)),
        pages,
        csvHref: address('/office/licences/report.csv', { pool: filter.poolId, from: fromDay, until: untilDay }),
      },
      fault === null ? 200 : 422,
    );
  }

  @Get('report.csv')
  download(@CurrentContext() context: RequestContext, @Query() query: Record<string, unknown>): TableAnswer {
    const { translator } = context;
    const { fromDay, untilDay, filter } = reportQuery(query, this.clock.now());
    const cells = ([use, pool]: [LicenceUse, LicencePoolRow]): Cell[] => [
      poolNamed(pool),
      pool.vendor,
      pool.agreement,
      termText(context, pool),
      pool.seats,
      use.cohort,
      inLanguage(context, use.titleZh, use.titleEn),
      use.number,
      dayOf(use.startsAt),
      clockOf(use.startsAt),
      clockOf(use.endsAt),
      inLanguage(context, use.roomZh, use.roomEn),
      use.instructor,
      use.seats,
      use.enrolled,
      use.present,
      Math.round((use.seats * (use.endsAt - use.startsAt)) / 360_000) / 10,
    ];
    return csvTable({
      name: `${translator.t('licence.report')}-${fromDay}-${untilDay}`,
      heads: HEADS.map((key) => translator.t(key)),
      rows: () => rowsOf(async () => this.withPools(await this.uses.in(filter), await this.uses.pools()), cells),
    });
  }

  private withPools(uses: readonly LicenceUse[], pools: readonly LicencePoolRow[]): [LicenceUse, LicencePoolRow][] {
    const byId = new Map(pools.map((pool) => [pool.id, pool]));
    return uses.flatMap((use) => {
      const pool = byId.get(use.poolId);
      return pool ? [[use, pool] as [LicenceUse, LicencePoolRow]] : [];
    });
  }
}
