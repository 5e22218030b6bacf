import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { ledInsteadBy } from '../../core/index.js';
import { PlacePlannedChange } from '../actions/place-planned-change.js';
import { SuggestionForm } from './plan.form.js';
import { afterButton } from './plan-answers.js';
import { PlanLines } from './plan-changes.page.js';

/** A line takes one of the places that were proposed for it. */
@Controller('office/plans/:id')
@Requires('session.schedule')
export class PlanAlternativesController {
  constructor(
    private readonly lines: PlanLines,
    private readonly placeChange: PlacePlannedChange,
    private readonly clock: Clock,
  ) {}

  @Post('changes/:change/cure')
  async suggestion(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('change') changeId: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const line = await this.lines.line(id, changeId);
    const read = readForm(SuggestionForm, body, this.clock.today());
    if (!read.ok || !line.wanted) return seeOther(`/office/plans/${id}`);
    const { instructorId, ...time } = read.form;
    const instructors =
      instructorId === null ? line.wanted.instructors : ledInsteadBy(line.wanted.instructors, instructorId);
    return afterButton(id, {
      outcome: await this.placeChange.execute(
        context.actor,
        { planId: id, changeId },
        { ...line.wanted, ...time, instructors },
      ),
      done: 'plan.suggestion_taken',
    });
  }
}
