import { Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  flash,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { HideCertificate, ShowCertificate } from '../../register/index.js';
import { OwnCertificatePages } from './own-certificate.page.js';

/** One of the holder's own: what the public sees of it is theirs to decide. */
@Controller('my/certificates/:id')
@Requires('trainee.self')
export class OwnCertificateController {
  constructor(
    private readonly hideCertificate: HideCertificate,
    private readonly showCertificate: ShowCertificate,
    private readonly pages: OwnCertificatePages,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.pages.show(context, id);
  }

  @Post('hiding')
  async hide(@CurrentContext() { actor }: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    return seeOther(
      `/my/certificates/${id}`,
      flash('own_certificate.hidden', await this.hideCertificate.execute(actor, id)),
    );
  }

  @Post('showing')
  async showAgain(@CurrentContext() { actor }: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    return seeOther(
      `/my/certificates/${id}`,
      flash('own_certificate.shown', await this.showCertificate.execute(actor, id)),
    );
  }
}
