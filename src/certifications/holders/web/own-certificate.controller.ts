import { Body, Controller, Get, Param, Post } from '@nestjs/common';
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
} from '../../../platform/index.js';
import { RenewalRequests } from '../../lifecycle/index.js';
import { HideCertificate, ShowCertificate } from '../../register/index.js';
import { RenewalRequestForm } from './share-link.form.js';
import { OwnCertificatePages } from './own-certificate.page.js';

/** One of the holder's own: what strangers see of it is theirs to decide. */
@Controller('my/certificates/:id')
@Requires('trainee.self')
export class OwnCertificateController {
  constructor(
    private readonly hideCertificate: HideCertificate,
    private readonly showCertificate: ShowCertificate,
    private readonly requests: RenewalRequests,
    private readonly pages: OwnCertificatePages,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page> {
    return this.pages.show(context, id);
  }

  @Post('hiding')
  async hide(@CurrentContext() { actor }: RequestContext, @Param('id') id: string): Promise<SeeOther> {
    return seeOther(
      `/my/certificates/${id}`,
      flash('own_certificate.hidden', await this.hideCertificate.execute(actor, id)),
    );
  }

  @Post('showing')
  async showAgain(@CurrentContext() { actor }: RequestContext, @Param('id') id: string): Promise<SeeOther> {
    return seeOther(
      `/my/certificates/${id}`,
      flash('own_certificate.shown', await this.showCertificate.execute(actor, id)),
    );
  }

  @Post('renewal-requests')
  async askForRenewal(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const read = readForm(RenewalRequestForm, body, this.clock.today());
    if (!read.ok) return this.pages.show(context, id, read);
    const outcome = await this.requests.ask(context.actor, id, read.form.note);
    if (isRefused(outcome)) return this.pages.show(context, id, { typed: read.typed, refusals: outcome.reasons });
    return seeOther(`/my/certificates/${id}`, flash('renewal.asked', outcome));
  }
}
