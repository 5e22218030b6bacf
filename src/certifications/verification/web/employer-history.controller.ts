import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { ownEmployer } from '../../../employers/index.js';
import {
  Clock,
  CurrentVisit,
  definePage,
  type FileAnswer,
  type LongTable,
  longCsvAnswer,
  longXlsxAnswer,
  type Page,
  ReadDatabase,
  type Visit,
} from '../../../platform/index.js';
import { type Asked, CheckHistory, type CheckHistoryView } from './check-history.js';

const historyPage = definePage<CheckHistoryView>('certifications/verification/employer/history');

/** All that an employer asked about certificates, whoever and whatever asked for it. */
@Controller('employer')
@Requires('employer.self')
export class EmployerHistoryController {
  constructor(
    private readonly history: CheckHistory,
    private readonly clock: Clock,
    private readonly reads: ReadDatabase,
  ) {}

  @Get('history')
  async show(@CurrentVisit() visit: Visit, @Query() asked: Asked): Promise<Page> {
    return historyPage(await this.history.page(visit, await this.own(visit), asked));
  }

  @Get('history.csv')
  async csv(@CurrentVisit() visit: Visit, @Query() asked: Asked): Promise<FileAnswer> {
    return longCsvAnswer(await this.table(visit, asked));
  }

  @Get('history.xlsx')
  async xlsx(@CurrentVisit() visit: Visit, @Query() asked: Asked): Promise<FileAnswer> {
    return longXlsxAnswer(await this.table(visit, asked), [22, 12, 20, 26, 14, 14, 40, 40]);
  }

  private async table(visit: Visit, asked: Asked): Promise<LongTable> {
    return {
      name: `verifications-${this.clock.today()}`,
      ...this.history.table(visit.speaker, await this.own(visit), asked),
    };
  }

  private async own(visit: Visit): Promise<string> {
    return (await ownEmployer(this.reads.query, visit)).id;
  }
}
