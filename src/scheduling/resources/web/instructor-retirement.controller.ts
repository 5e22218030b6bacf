import { Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  flash,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerAct,
} from '../../../platform/index.js';
import { RestoreInstructor } from '../actions/restore-instructor.js';
import { RetireInstructor } from '../actions/retire-instructor.js';
import { type InstructorPage } from './instructor.page.js';
import { InstructorPages } from './instructor.page.js';

const showPage = definePage<InstructorPage>('scheduling/resources/instructors/show');

@Controller('office/instructors')
@Requires('instructor.manage')
export class InstructorRetirementController {
  constructor(
    private readonly pages: InstructorPages,
    private readonly retireInstructor: RetireInstructor,
    private readonly restoreInstructor: RestoreInstructor,
  ) {}

  @Post(':id/retirement')
  async retire(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const row = await this.pages.byId(id);
    return answerAct(await this.retireInstructor.execute(context.actor, id), {
      done: () => seeOther(`/office/instructors/${id}`, flash('instructor.retired', { name: row.name })),
      again: async (reasons) => showPage(await this.pages.shown(context, row, { reasons })),
    });
  }

  @Post(':id/return')
  async comeBack(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    const row = await this.pages.byId(id);
    await this.restoreInstructor.execute(context.actor, id);
    return seeOther(`/office/instructors/${id}`, flash('instructor.returned', { name: row.name }));
  }
}
