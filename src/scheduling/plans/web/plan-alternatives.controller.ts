import { Body, Controller, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { Clock, CurrentVisit, readForm, seeOther, type SeeOther, type Visit } from '../../../platform/index.js';
import { ledInsteadBy } from '../../core/index.js';
import { PlanChange } from '../actions/plan-change.js';
import { CureForm } from './forms.js';
import { afterButton } from './plan-answers.js';
import { PlanLines } from './plan-lines.js';

/** A line takes one of the places that were proposed for it. */
@Controller('office/plans/:id')
@Requires('session.schedule')
export class PlanAlternativesController {
  constructor(
    private readonly lines: PlanLines,
    private readonly planChange: PlanChange,
    private readonly clock: Clock,
  ) {}

  @Post('changes/:change/cure')
  async cure(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('change') changeId: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const line = await this.lines.line(id, changeId);
    const read = readForm(CureForm, body, this.clock.today());
    if (!read.ok || !line.wanted) return seeOther(`/office/plans/${id}`);
    const { instructorId, ...time } = read.form;
    const instructors =
      instructorId === null ? line.wanted.instructors : ledInsteadBy(line.wanted.instructors, instructorId);
    return afterButton(id, {
      outcome: await this.planChange.place(
        visit.actor,
        { planId: id, changeId },
        { ...line.wanted, ...time, instructors },
      ),
      done: 'plan.cured',
    });
  }
}
