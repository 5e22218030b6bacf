import { Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  flash,
  IdParam,
  type RequestContext,
  seeOther,
  type SeeOther,
} from '../../../platform/index.js';
import { ResumeList } from '../actions/lists/resume-list.js';
import { DiscardList } from '../actions/lists/discard-list.js';

const TOLD = {
  started: 'verification_list.started',
  resumed: 'verification_list.resumed',
  answered: 'verification_list.already_answered',
} as const;

/** Starts a list whose columns were read rightly, or one that was stopped; discards one that was read wrongly. */
@Controller('employer/lists')
@Requires('employer.self')
export class ListStartController {
  constructor(
    private readonly resumeList: ResumeList,
    private readonly discardList: DiscardList,
  ) {}

  @Post(':id/resumption')
  async resume(@CurrentContext() { actor }: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    return seeOther(`/employer/lists/${id}`, flash(TOLD[await this.resumeList.execute(actor, id)]));
  }

  @Post(':id/removal')
  async remove(@CurrentContext() { actor }: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    const filename = await this.discardList.execute(actor, id);
    return filename === null
      ? seeOther(`/employer/lists/${id}`, flash('verification_list.already_started'))
      : seeOther('/employer', flash('verification_list.discarded', { filename }));
  }
}
