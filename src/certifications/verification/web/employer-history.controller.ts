import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { ownEmployer } from '../../../employers/index.js';
import {
  Clock,
  csvTable,
  CurrentContext,
  definePage,
  type Page,
  ReadDatabase,
  type RequestContext,
  type Table,
  type TableAnswer,
  xlsxTable,
} from '../../../platform/index.js';
import { type HistoryQuery, CheckHistory, type CheckHistoryView } from './check-history.js';

const historyPage = definePage<CheckHistoryView>('certifications/verification/employer/history');

/** All checks of an employer, by people, lists and programs. */
@Controller('employer')
@Requires('employer.self')
export class EmployerHistoryController {
  constructor(
    private readonly history: CheckHistory,
    private readonly clock: Clock,
    private readonly reads: ReadDatabase,
  ) {}

  @Get('history')
  async show(@CurrentContext() context: RequestContext, @Query() query: HistoryQuery): Promise<Page> {
    return historyPage(await this.history.page(context, await this.own(context), query));
  }

  @Get('history.csv')
  async csv(@CurrentContext() context: RequestContext, @Query() query: HistoryQuery): Promise<TableAnswer> {
    return csvTable(await this.table(context, query));
  }

  @Get('history.xlsx')
  async xlsx(@CurrentContext() context: RequestContext, @Query() query: HistoryQuery): Promise<TableAnswer> {
    return xlsxTable(await this.table(context, query), [26, 12, 20, 26, 14, 14, 26, 40, 40, 40]);
  }

  private async table(context: RequestContext, query: HistoryQuery): Promise<Table> {
    return {
      name: `verifications-${this.clock.today()}`,
      ...this.history.table(context.translator, await this.own(context), query),
    };
  }

  private async own(context: RequestContext): Promise<string> {
    return (await ownEmployer(this.reads.query, context)).id;
  }
}
