import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  found,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerAct,
  answerForm,
} from '../../../platform/index.js';
import { qualifications, TimetableReader } from '../../core/index.js';
import { QualifyInstructor } from '../actions/qualify-instructor.js';
import { WithdrawQualification } from '../actions/withdraw-qualification.js';
import { type InstructorPage } from './instructor.page.js';
import { QualificationForm } from './instructor.form.js';
import { InstructorPages } from './instructor.page.js';

const showPage = definePage<InstructorPage>('scheduling/resources/instructors/show');

@Controller('office/instructors')
@Requires('instructor.manage')
export class InstructorQualificationsController {
  constructor(
    private readonly pages: InstructorPages,
    private readonly reader: TimetableReader,
    private readonly qualify: QualifyInstructor,
    private readonly withdraw: WithdrawQualification,
    private readonly clock: Clock,
  ) {}

  @Post(':id/qualifications')
  async addQualification(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const row = await this.pages.byId(id);
    return answerForm(readForm(QualificationForm, body, this.clock.today()), {
      act: (form) => this.qualify.execute(context.actor, id, form),
      done: () => seeOther(`/office/instructors/${id}`, flash('instructor.qualified', { name: row.name })),
      again: async (filled) => showPage(await this.pages.shown(context, row, { filled })),
    });
  }

  @Post(':id/qualifications/:qualification/withdrawal')
  async withdrawQualification(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('qualification') qualification: string,
  ): Promise<Page | SeeOther> {
    const row = await this.pages.byId(id);
    found((await qualifications(this.reader.query, id)).find((held) => held.id === qualification));
    return answerAct(await this.withdraw.execute(context.actor, qualification), {
      done: () => seeOther(`/office/instructors/${id}`, flash('instructor.unqualified', { name: row.name })),
      again: async (reasons) => showPage(await this.pages.shown(context, row, { reasons })),
    });
  }
}
