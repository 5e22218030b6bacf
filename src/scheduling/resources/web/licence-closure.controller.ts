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
import { CloseLicencePool } from '../actions/close-licence-pool.js';
import { ReopenLicencePool } from '../actions/reopen-licence-pool.js';
import { poolName } from './licence.page.js';
import { type LicencePage, LicencePages } from './licence.page.js';

const showPage = definePage<LicencePage>('scheduling/resources/licences/show');

@Controller('office/licences')
@Requires('licence.manage')
export class LicenceClosureController {
  constructor(
    private readonly pages: LicencePages,
    private readonly closePool: CloseLicencePool,
    private readonly reopenPool: ReopenLicencePool,
  ) {}

  @Post(':id/closure')
  async close(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const row = await this.pages.byId(id);
    return answerAct(await this.closePool.execute(context.actor, id), {
      done: () => seeOther(`/office/licences/${id}`, flash('licence.closed', { name: poolName(row) })),
      again: async (refusals) => showPage(await this.pages.shown(context, row, refusals)),
    });
  }

  @Post(':id/reopening')
  async reopen(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    const row = await this.pages.byId(id);
    await this.reopenPool.execute(context.actor, id);
    return seeOther(`/office/licences/${id}`, flash('licence.reopened', { name: poolName(row) }));
  }
}
