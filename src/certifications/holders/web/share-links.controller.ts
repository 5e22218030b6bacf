import { Body, Controller, Inject, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CONFIG,
  type Config,
  CurrentContext,
  definePage,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerForm,
} from '../../../platform/index.js';
import type { ShareScope } from '../../core/index.js';
import { ShareCertificate } from '../actions/share-certificate.js';
import { EndShareLink } from '../actions/end-share-link.js';
import { ShareLinkForm } from './share-link.form.js';
import { OwnCertificatePages } from './own-certificate.page.js';

export interface MadePage {
  readonly id: string;
  readonly address: string;
  readonly label: string;
  readonly scope: ShareScope;
  readonly expiresAt: number;
}

const made = definePage<MadePage>('certifications/holders/own/link');

/** Share links of a holder. */
@Controller('my/certificates/:id/links')
@Requires('trainee.self')
export class ShareLinksController {
  constructor(
    private readonly share: ShareCertificate,
    private readonly endShareLink: EndShareLink,
    private readonly pages: OwnCertificatePages,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Returns the page itself instead of a redirect: the secret is shown once and must not be in an address or cookie.
   */
  @Post()
  make(@CurrentContext() context: RequestContext, @IdParam() id: string, @Body() body: unknown): Promise<Page> {
    return answerForm(readForm(ShareLinkForm, body, this.clock.today()), {
      act: (form) => this.share.execute(context.actor, id, form),
      done: ({ secret, expiresAt }, { label, scope }) =>
        made({ id, address: `${this.config.publicUrl}/s/${secret}`, label, scope, expiresAt }),
      again: (filling) => this.pages.show(context, id, filling),
    });
  }

  @Post(':link/ending')
  async end(
    @CurrentContext() { actor }: RequestContext,
    @IdParam() id: string,
    @IdParam('link') link: string,
  ): Promise<SeeOther> {
    return seeOther(
      `/my/certificates/${id}#links`,
      flash('own_certificate.link_ended', await this.endShareLink.execute(actor, id, link)),
    );
  }
}
