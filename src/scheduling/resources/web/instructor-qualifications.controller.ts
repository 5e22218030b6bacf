import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  found,
  isRefused,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { qualifications, TimetableReader } from '../../core/index.js';
import { QualifyInstructor } from '../actions/qualify-instructor.js';
import { WithdrawQualification } from '../actions/withdraw-qualification.js';
import { type InstructorPage } from './instructor-details.page.js';
import { QualificationForm } from './resource.form.js';
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
    const row = await this.pages.known(id);
    const read = readForm(QualificationForm, body, this.clock.today());
    if (!read.ok) return showPage(await this.pages.shown(context, row, { filled: read }), 422);
    const outcome = await this.qualify.execute(context.actor, id, read.form);
    if (isRefused(outcome))
      return showPage(
        await this.pages.shown(context, row, { filled: { typed: read.typed, refusals: outcome.reasons } }),
        422,
      );
    return seeOther(`/office/instructors/${id}`, flash('instructor.qualified', { name: row.name }));
  }

  @Post(':id/qualifications/:qualification/withdrawal')
  async withdrawQualification(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @IdParam('qualification') qualification: string,
  ): Promise<Page | SeeOther> {
    const row = await this.pages.known(id);
    found((await qualifications(this.reader.query, id)).find((held) => held.id === qualification));
    const outcome = await this.withdraw.execute(context.actor, qualification);
    if (isRefused(outcome)) return showPage(await this.pages.shown(context, row, { reasons: outcome.reasons }), 422);
    return seeOther(`/office/instructors/${id}`, flash('instructor.unqualified', { name: row.name }));
  }
}
