import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { CurrentContext, type Page, type SeeOther, type RequestContext } from '../../platform/index.js';
import { OFFICE_RESULTS, ResultsDesk, TEACHING_RESULTS } from './results.page.js';

/** Records results, for the office. */
@Controller('office/cohorts/:code/results')
@Requires('cohort.manage')
export class OfficeResultsController {
  constructor(private readonly desk: ResultsDesk) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return this.desk.show(context, code, OFFICE_RESULTS);
  }

  @Post()
  record(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return this.desk.record(context, { code, body }, OFFICE_RESULTS);
  }
}

/** The same for the instructor who teaches the cohort. */
@Controller('teaching/cohorts/:code/results')
@Requires('result.record')
export class TeachingResultsController {
  constructor(private readonly desk: ResultsDesk) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return this.desk.show(context, code, TEACHING_RESULTS);
  }

  @Post()
  record(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return this.desk.record(context, { code, body }, TEACHING_RESULTS);
  }
}
