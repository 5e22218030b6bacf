import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  flash,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
  textOf,
  answerAct,
} from '../../../platform/index.js';
import { BeginIssuance } from '../actions/begin-issuance.js';
import { FinishIssuance } from '../actions/finish-issuance.js';
import { CohortCertificatesPages } from './cohort-certificates.page.js';

/** Small groups are issued within the request. */
const AT_ONCE = 6;

@Controller('office/cohorts/:code/certificates')
@Requires('certificate.issue')
export class CohortCertificatesController {
  constructor(
    private readonly beginIssuance: BeginIssuance,
    private readonly finishIssuance: FinishIssuance,
    private readonly pages: CohortCertificatesPages,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return this.pages.show(context, code);
  }

  @Post()
  async record(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: { seen?: unknown } | null,
  ): Promise<Page | SeeOther> {
    return answerAct(await this.beginIssuance.execute(context.actor, code, textOf(body?.seen)), {
      done: async ({ issuanceId, fresh, count }) => {
        if (issuanceId !== null && (!fresh || count > AT_ONCE))
          return seeOther(`/office/issuances/${issuanceId}`, fresh ? flash('issuance.begun', { count }) : null);
        const outcome = await this.finishIssuance.execute(context.actor, issuanceId);
        return seeOther(
          `/office/cohorts/${encodeURIComponent(code.toUpperCase())}/certificates`,
          outcome.count === 0
            ? flash('certificate.issued_before', {}, 'info')
            : flash('certificate.issued_now', { ...outcome }),
        );
      },
      again: (refusals) => this.pages.show(context, code, refusals),
    });
  }
}
