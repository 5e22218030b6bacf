import { Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, type Page, type SeeOther, type RequestContext, IdParam } from '../../../platform/index.js';
import { ResumeIssuance } from '../actions/resume-issuance.js';
import { StopIssuance } from '../actions/stop-issuance.js';
import { IssuancePages } from './issuance.page.js';

/** An issue is stopped, and resumed. */
@Controller('office/issuances/:id')
@Requires('certificate.issue')
export class IssuanceStoppingController {
  constructor(
    private readonly stopIssuance: StopIssuance,
    private readonly resumeIssuance: ResumeIssuance,
    private readonly pages: IssuancePages,
  ) {}

  @Post('stopping')
  async stop(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const outcome = await this.stopIssuance.execute(context.actor, id);
    return this.pages.after(context, id, { said: 'issuance.stopped', outcome });
  }

  @Post('resumption')
  async resume(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const outcome = await this.resumeIssuance.execute(context.actor, id);
    return this.pages.after(context, id, { said: 'issuance.resumed', outcome });
  }
}
