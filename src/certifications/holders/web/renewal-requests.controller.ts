import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  isRefused,
  flash,
  readForm,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { RequestRenewal } from '../../lifecycle/index.js';
import { OwnCertificatePages } from './own-certificate.page.js';
import { RenewalRequestForm } from './share-link.form.js';

/** A holder asks for a renewal. */
@Controller('my/certificates/:id/renewal-requests')
@Requires('trainee.self')
export class RenewalRequestsController {
  constructor(
    private readonly requestRenewal: RequestRenewal,
    private readonly pages: OwnCertificatePages,
    private readonly clock: Clock,
  ) {}

  @Post()
  async askForRenewal(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const read = readForm(RenewalRequestForm, body, this.clock.today());
    if (!read.ok) return this.pages.show(context, id, read);
    const outcome = await this.requestRenewal.execute(context.actor, id, read.form.note);
    if (isRefused(outcome)) return this.pages.show(context, id, { typed: read.typed, refusals: outcome.reasons });
    return seeOther(`/my/certificates/${id}`, flash('renewal.asked', outcome));
  }
}
