import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  type Page,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../platform/index.js';
import { ResultsDesk, type ResultsPage } from './results.page.js';

const officePage = definePage<ResultsPage>('attendance/results/office');
const teachingPage = definePage<ResultsPage>('attendance/results/teaching');

/** Assessments and results, as the office opens them. */
@Controller('office/cohorts/:code')
@Requires('cohort.manage')
export class OfficeResultsController {
  private readonly place = { page: officePage, root: '/office/cohorts' };

  constructor(private readonly desk: ResultsDesk) {}

  @Get('results')
  show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return this.desk.show(context, code, this.place);
  }

  @Post('results')
  record(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return this.desk.record(context, { code, body }, this.place);
  }

  @Post('assessments')
  add(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return this.desk.add(context, { code, body }, this.place);
  }

  @Post('assessments/:id/removal')
  remove(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @IdParam() id: string,
  ): Promise<Page | SeeOther> {
    return this.desk.remove(context, { code, id }, this.place);
  }
}

/** The same for the instructor who teaches the cohort. */
@Controller('teaching/cohorts/:code')
@Requires('result.record')
export class TeachingResultsController {
  private readonly place = { page: teachingPage, root: '/teaching/cohorts' };

  constructor(private readonly desk: ResultsDesk) {}

  @Get('results')
  show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return this.desk.show(context, code, this.place);
  }

  @Post('results')
  record(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return this.desk.record(context, { code, body }, this.place);
  }

  @Post('assessments')
  add(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return this.desk.add(context, { code, body }, this.place);
  }

  @Post('assessments/:id/removal')
  remove(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @IdParam() id: string,
  ): Promise<Page | SeeOther> {
    return this.desk.remove(context, { code, id }, this.place);
  }
}
