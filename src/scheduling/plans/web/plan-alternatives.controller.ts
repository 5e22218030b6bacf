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
  answerForm,
  flash,
  refusalFlash,
  refused,
} from '../../../platform/index.js';
import { ledInsteadBy } from '../../core/index.js';
import { PlacePlannedChange } from '../actions/place-planned-change.js';
import { SuggestionForm } from './plan.form.js';
import { PlanLines } from './plan-changes.page.js';

/** Applies a suggestion to a planned change. */
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
    const plan = `/office/plans/${id}`;
    return answerForm(readForm(SuggestionForm, body, this.clock.today()), {
      act: async ({ instructorId, ...time }) => {
        if (!line.wanted) return refused();
        const instructors =
          instructorId === null ? line.wanted.instructors : ledInsteadBy(line.wanted.instructors, instructorId);
        const place = { ...line.wanted, ...time, instructors };
        return this.placeChange.execute(context.actor, { planId: id, changeId }, place);
      },
      done: () => seeOther(plan, flash('plan.suggestion_taken')),
      again: ({ refusals = [] }) => seeOther(plan, refusalFlash(refusals)),
    });
  }
}
