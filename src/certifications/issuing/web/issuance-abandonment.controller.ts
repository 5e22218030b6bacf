import { Controller, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, type Page, type SeeOther, type RequestContext } from '../../../platform/index.js';
import { AbandonIssuance } from '../actions/abandon-issuance.js';
import { IssuancePages, knownIssuance } from './issuance.page.js';

/** What is left of an issue is given up. */
@Controller('office/issuances/:id/abandonment')
@Requires('certificate.issue')
export class IssuanceAbandonmentController {
  constructor(
    private readonly abandonIssuance: AbandonIssuance,
    private readonly pages: IssuancePages,
  ) {}

  @Post()
  async abandon(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    const outcome = await this.abandonIssuance.execute(context.actor, knownIssuance(id));
    return this.pages.after(context, id, { said: 'issuance.abandoned', outcome });
  }
}
