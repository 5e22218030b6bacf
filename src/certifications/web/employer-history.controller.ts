import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { employerOfAccount } from '../../employers/index.js';
import { Clock, csvOf, CurrentVisit, definePage, FileAnswer, found, type Page, Reads, type Visit, xlsxOf } from '../../platform/index.js';
import { type Asked, CheckHistory, type CheckHistoryView } from './check-history.js';

const historyPage = definePage<CheckHistoryView>('certifications/employer/history');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** All that an employer asked about certificates, whoever and whatever asked for it. */
@Controller('employer')
@Requires('employer.self')
export class EmployerHistoryController {
  constructor(private readonly history: CheckHistory, private readonly clock: Clock, private readonly reads: Reads) {}

  @Get('history')
  async show(@CurrentVisit() visit: Visit, @Query() asked: Asked): Promise<Page> {
    return historyPage(await this.history.page(visit, await this.own(visit), asked));
  }

  @Get('history.csv')
  async csv(@CurrentVisit() visit: Visit, @Query() asked: Asked): Promise<FileAnswer> {
    const { heads, rows } = await this.history.table(visit.speaker, await this.own(visit), asked);
    return new FileAnswer(csvOf(heads, rows), 'text/csv; charset=utf-8', { name: `verifications-${this.clock.today()}.csv` });
  }

  @Get('history.xlsx')
  async xlsx(@CurrentVisit() visit: Visit, @Query() asked: Asked): Promise<FileAnswer> {
    const { heads, rows } = await this.history.table(visit.speaker, await this.own(visit), asked);
    return new FileAnswer(await xlsxOf(heads, rows, { widths: [22, 12, 20, 26, 14, 14, 40] }), XLSX, { name: `verifications-${this.clock.today()}.xlsx` });
  }

  private async own({ actor }: Visit): Promise<string> {
    return found(await employerOfAccount((query) => this.reads.all(query), actor.id)).id;
  }
}
