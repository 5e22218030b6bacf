import { Body, Controller, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { CurrentContext, type Page, type SeeOther, type RequestContext, IdParam } from '../../platform/index.js';
import { OFFICE_RESULTS, ResultsDesk, TEACHING_RESULTS } from './results.page.js';

/** Adds and removes assessments, for the office. */
@Controller('office/cohorts/:code/assessments')
@Requires('cohort.manage')
export class OfficeAssessmentsController {
  constructor(private readonly desk: ResultsDesk) {}

  @Post()
  add(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return this.desk.add(context, { code, body }, OFFICE_RESULTS);
  }

  @Post(':id/removal')
  remove(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @IdParam() id: string,
  ): Promise<Page | SeeOther> {
    return this.desk.remove(context, { code, id }, OFFICE_RESULTS);
  }
}

/** The same for the instructor who teaches the cohort. */
@Controller('teaching/cohorts/:code/assessments')
@Requires('result.record')
export class TeachingAssessmentsController {
  constructor(private readonly desk: ResultsDesk) {}

  @Post()
  add(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return this.desk.add(context, { code, body }, TEACHING_RESULTS);
  }

  @Post(':id/removal')
  remove(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @IdParam() id: string,
  ): Promise<Page | SeeOther> {
    return this.desk.remove(context, { code, id }, TEACHING_RESULTS);
  }
}
