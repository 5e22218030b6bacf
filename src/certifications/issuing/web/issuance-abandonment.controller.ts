import { Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, type Page, type SeeOther, type RequestContext, IdParam } from '../../../platform/index.js';
import { AbandonIssuance } from '../actions/abandon-issuance.js';
import { IssuancePages } from './issuance.page.js';

/** Abandons the rest of an issue. */
@Controller('office/issuances/:id/abandonment')
@Requires('certificate.issue')
export class IssuanceAbandonmentController {
  constructor(
    private readonly abandonIssuance: AbandonIssuance,
    private readonly pages: IssuancePages,
  ) {}

  @Post()
  async abandon(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const outcome = await this.abandonIssuance.execute(context.actor, id);
    return this.pages.after(context, id, { message: 'issuance.abandoned', outcome });
  }
}
